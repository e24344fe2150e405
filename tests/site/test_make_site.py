"""`make site` builds what is new, and takes no build that failed for one that is done."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from support import ROOT, SLUG, record_here

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the Makefile is for a POSIX shell")


@pytest.fixture
def checkout(sandbox: Path) -> Path:
    """A checkout of one pitfall, whose environment is the one that runs the tests."""
    for name in ("Makefile", "conf.py", "requirements.lock"):
        shutil.copy(ROOT / name, sandbox)
    shutil.copytree(ROOT / "docs" / "_inventories", sandbox / "docs" / "_inventories")
    (sandbox / "src").symlink_to(ROOT / "src", target_is_directory=True)
    (sandbox / "CONTRIBUTING.md").write_text("", encoding="utf-8")
    index = f"# Home\n\n```{{toctree}}\npitfalls/{SLUG}\n```\n"
    (sandbox / "docs" / "index.md").write_text(index, encoding="utf-8")
    record_here(sandbox)
    (sandbox / "ready").touch()
    (sandbox / "playground" / "node_modules").mkdir(parents=True)
    (sandbox / "playground" / "package-lock.json").write_text("{}", encoding="utf-8")
    (sandbox / "playground" / "node_modules").touch()
    return sandbox


def make(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `make`."""
    command = [
        "make",
        f"BIN={Path(sys.executable).parent}",
        "READY=ready",
        "PLAYGROUND=playground",
        *arguments,
    ]
    # What a `make test` around the tests says to its own.
    environ = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(command, cwd=root, env=environ, capture_output=True, encoding="utf-8", check=False)


def test_a_failed_build_is_not_done(checkout: Path) -> None:
    """It fails again until the cause is gone; then nothing is left to do."""
    page = checkout / "docs" / "pitfalls" / f"{SLUG}.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n{{py:func}}`asyncio.no_such_function`\n", encoding="utf-8")
    for _ in range(2):
        done = make(checkout, "site")
        assert 0 != done.returncode
        assert "no_such_function" in done.stderr
    page.write_text(text, encoding="utf-8")
    assert 0 == make(checkout, "site").returncode
    done = make(checkout, "site")
    assert (0, "") == (done.returncode, done.stderr)
    assert "sphinx" not in done.stdout


def remove(path: Path) -> None:
    """Remove a file."""
    path.unlink()


@pytest.mark.parametrize("change", [Path.touch, remove])
@pytest.mark.parametrize("name", [f"snippets/{SLUG}/fix.py", f"docs/pitfalls/{SLUG}.md", "docs/index.md"])
def test_what_changed_is_built(checkout: Path, name: str, change: Callable[[Path], None]) -> None:
    """A site that is older than a file, or than the removal of one, is out of date."""
    (checkout / "_build").mkdir()
    (checkout / "_build" / "built").touch()
    assert 0 == make(checkout, "--question", "_build/built").returncode
    time.sleep(0.05)  # What happens within one tick of the kernel's clock gets the same time.
    change(checkout / name)
    assert 1 == make(checkout, "--question", "_build/built").returncode
