"""A build that failed, or was interrupted, fails again until its cause is gone."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support import SLUG, add_pages, build, build_command, record_here, wait_for

READERS = [pytest.param("2", id="two readers"), pytest.param("1", id="one reader")]
Change = Callable[[Path], None]


def page_of(root: Path) -> Path:
    """Return the page of the one pitfall."""
    return root / "docs" / "pitfalls" / f"{SLUG}.md"


def append(root: Path, text: str) -> None:
    """Add `text` to the end of the page."""
    page = page_of(root)
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")


def show_what_no_run_does(root: Path) -> None:
    """Add a cell without a run."""
    append(root, f"```{{code-cell}} console\npython -W error snippets/{SLUG}/failure.py\n```\n")


def change_the_evidence(root: Path) -> None:
    """Say that the script printed something else."""
    path = root / "snippets" / SLUG / "observed.json"
    path.write_text(path.read_text(encoding="utf-8").replace("price: 42", "price: 43"), encoding="utf-8")


def refer_to_nothing(root: Path) -> None:
    """Add a reference that is looked up only when the page is written."""
    append(root, "{py:func}`asyncio.no_such_function`\n")


CAUSES = [show_what_no_run_does, change_the_evidence, refer_to_nothing]


@pytest.fixture
def project(sandbox: Path) -> Path:
    """A project with evidence, and with enough pages for several readers."""
    record_here(sandbox)
    add_pages(sandbox)
    return sandbox


@pytest.mark.parametrize("readers", READERS)
@pytest.mark.parametrize("cause", CAUSES)
def test_a_failed_build_fails_again(project: Path, cause: Change, readers: str) -> None:
    """Unchanged it says the same; when the cause is gone it is well."""
    page, evidence = (
        path.read_bytes() for path in (page_of(project), project / "snippets" / SLUG / "observed.json")
    )
    cause(project)
    first, again = build(project, "-j", readers), build(project, "-j", readers)
    assert (1, 1) == (first.returncode, again.returncode)
    assert "WARNING" in first.stderr
    assert sorted(first.stderr.splitlines()) == sorted(again.stderr.splitlines())
    page_of(project).write_bytes(page)
    (project / "snippets" / SLUG / "observed.json").write_bytes(evidence)
    done = build(project, "-j", readers)
    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pipe in the place of a file")
def test_a_build_that_was_killed_reads_everything_again(project: Path) -> None:
    """What it had read when it was killed is not taken for well."""
    refused = project / "out" / "html" / "index.html"
    refused.parent.mkdir(parents=True)
    # Whoever writes to the pipe waits, since nobody reads from it.
    os.mkfifo(refused)
    show_what_no_run_does(project)
    with subprocess.Popen(
        build_command(project), stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        # Written between what Sphinx keeps of the pages and the pages themselves.
        wait_for(project / "out" / "html" / "_static" / "pitfalls.css")
        os.killpg(process.pid, signal.SIGKILL)
    refused.unlink()
    done = build(project)
    assert 1 == done.returncode
    assert "no run of snippets" in done.stderr
