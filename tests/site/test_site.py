"""The build executes pages, and fails with the name of the cell when one differs from its evidence."""

import json
import os
import platform
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_notebook
from sphinx.util.parallel import make_chunks

from asyncio_pitfalls import calm, catalogue, cells, evidence, kernel, project, record
from asyncio_pitfalls.cells import constants_of
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.evidence import Observation
from asyncio_pitfalls.interpreters import HERE, Interpreter
from asyncio_pitfalls.runner import Outcome, Start
from asyncio_pitfalls.site import captions, directives, gate, publish, reading
from conftest import forget

SLUG = "price-never-awaited"
SOURCE = Path(kernel.__file__).parent


@pytest.fixture
def kernels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Jupyter find the kernel of the package."""
    monkeypatch.setenv("JUPYTER_PATH", str(SOURCE / "jupyter"))


def execute(*sources: str) -> list[list[dict[str, object]]]:
    """Execute cells in one fresh-process kernel and return the outputs of each."""
    metadata = {"kernelspec": {"name": "fresh-process", "display_name": "", "language": "python"}}
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources], metadata=metadata)
    NotebookClient(notebook).execute()
    return [cell.outputs for cell in notebook.cells]


def test_each_cell_is_a_program_of_its_own(sandbox: Path, kernels: None) -> None:
    """A loaded script and the command that runs it print the same, one after the other."""
    source = (sandbox / "snippets" / SLUG / "failure.py").read_text(encoding="utf-8")
    loaded, typed = execute(source, f"python snippets/{SLUG}/failure.py")
    assert loaded == typed
    assert "was never awaited" in str(loaded)


def test_programs_of_a_page_run_beside_each_other(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first cell starts all, so that none waits for the pauses of another."""
    both = threading.Barrier(2, timeout=60)

    def meet(pitfall: Pitfall, run: Run, interpreter: Interpreter, start: Start) -> Outcome:
        both.wait()
        return Outcome(0, f"{run.name} of {pitfall.slug} on {interpreter.minor}")

    monkeypatch.setattr(calm, "run", meet)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    programs = kernel.Programs()
    for name in ("failure", "fix"):
        source = (sandbox / "snippets" / SLUG / f"{name}.py").read_text(encoding="utf-8")
        assert f"{name} of {SLUG} on {HERE.minor}" == programs.output_of(source)
    programs.end()


def test_only_the_programs_of_a_page_start_together(sandbox: Path) -> None:
    """In the order of its cells; one that no page begins with, or several do, starts alone."""
    pitfall = catalogue.pitfall(SLUG)
    failure, fix = ((pitfall, pitfall.runs[name]) for name in ("failure", "fix"))
    assert {f"pitfalls/{SLUG}": [failure, fix]} == cells.pages()
    assert [failure, fix] == cells.page_that_begins_with(*failure)
    assert [fix] == cells.page_that_begins_with(*fix)
    typed = f"```{{code-cell}} python\n:tags: [hide-input]\npython snippets/{SLUG}/failure.py\n```\n"
    (project.PAGES.parent / "debugging.md").write_text(typed, encoding="utf-8")
    cells.pages.cache_clear()
    assert [[failure], [failure, fix]] == [runs for _, runs in sorted(cells.pages().items())]
    assert [failure] == cells.page_that_begins_with(*failure)


def test_a_cell_whose_file_is_missing_is_left_to_myst_nb(sandbox: Path) -> None:
    """It says which page loads what."""
    page = project.PAGES / f"{SLUG}.md"
    page.write_text(page.read_text(encoding="utf-8").replace("fix.py", "fxi.py"), encoding="utf-8")
    assert ["failure"] == [run.name for _, run in cells.pages()[f"pitfalls/{SLUG}"]]


def test_pages_are_dealt_out_by_what_their_programs_cost(
    sandbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each chunk has some of the heavy ones, but the last; one page is read where the build runs."""
    weights = {f"page-{number:02}": number for number in range(64)}
    monkeypatch.setattr(reading, "weight", lambda docname, path: weights[docname] + len(path.name))
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    app: Any = SimpleNamespace(parallel=2, doc2path=lambda docname: Path(f"{docname}.md"))
    docnames = list(weights)
    reading.arrange(app, app, docnames)
    chunks = make_chunks(docnames, app.parallel)
    *loads, last = [sum(map(weights.__getitem__, chunk)) for chunk in chunks]
    assert sorted(weights) == sorted(docnames)
    assert max(loads) - min(loads) < max(weights.values())
    assert last == sum(range(len(chunks[-1])))
    for few in ([], ["page-07"]):
        app.parallel = 2
        reading.arrange(app, app, few)
        assert 1 == app.parallel


def test_a_page_weighs_what_its_programs_cost(sandbox: Path) -> None:
    """Programs with packages more than others, an ordinary kernel most, pages without either nothing."""
    page, path = f"pitfalls/{SLUG}", project.PAGES / f"{SLUG}.md"
    home = sandbox / "docs" / "index.md"
    home.write_text("# Home\n", encoding="utf-8")
    assert (2, 0) == (reading.weight(page, path), reading.weight("index", home))
    fix = sandbox / "snippets" / SLUG / "fix.py"
    block = "# /// script\n# dependencies = ['pytest==9.2.0']\n# ///\n"
    fix.write_text(block + fix.read_text(encoding="utf-8"), encoding="utf-8")
    forget()
    assert 6 == reading.weight(page, path)
    notebook = "---\nkernelspec:\n  name: python3\n---\n\n# Cells\n"
    path.write_text(notebook, encoding="utf-8")
    forget()
    assert 10 == reading.weight(page, path)


def test_a_cell_that_is_no_script_is_refused(sandbox: Path, kernels: None) -> None:
    """Nothing is shown that no test runs."""
    with pytest.raises(CellExecutionError, match=r"expected a script of snippets/"):
        execute("print('untested')")


def test_the_kernel_serves_a_front_end_as_a_process(tmp_path: Path, kernels: None) -> None:
    """The kernel also starts the ordinary way, from a connection file."""
    spec = KernelSpecManager().get_kernel_spec("fresh-process")
    path, connection = write_connection_file(str(tmp_path / "kernel.json"))
    command = [sys.executable, *spec.argv[1:-1], path]
    client = BlockingKernelClient(connection_file=path)
    client.load_connection_info(connection)
    with subprocess.Popen(command) as process:
        try:
            # Without a heart, whose first beat a kernel that is slow to start would miss.
            client.start_channels(hb=False)
            # What is asked before the subscription arrived at the kernel is answered unseen.
            client.wait_for_ready(timeout=60)
            reply = client.execute_interactive("print('untested')", timeout=60, output_hook=lambda _: None)
            client.hb_channel.start()
            end = time.monotonic() + 60
            while not client.hb_channel.is_beating() and time.monotonic() < end:
                time.sleep(0.01)
            assert client.hb_channel.is_beating()
            client.shutdown()
            assert 0 == process.wait(timeout=60)
        finally:
            # Else a failure above would wait for the process for ever.
            process.kill()
            client.stop_channels()
    assert ("error", "UnknownCell") == (reply["content"]["status"], reply["content"]["ename"])


def record_here() -> None:
    """Record the evidence of the sandbox on this interpreter."""
    work = record.jobs(catalogue.pitfalls(), [HERE])
    record.record(work, lambda *_: None)


def build(root: Path) -> subprocess.CompletedProcess[str]:
    """Build a site of the sandbox with the real configuration, in a process of its own."""
    index = "# Sandbox\n\n```{pitfalls-by-area}\n```\n\n```{toctree}\n:hidden:\n:glob:\npitfalls/*\n```\n"
    (root / "docs" / "index.md").write_text(index, encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from asyncio_pitfalls import project\n"
        f"root = Path({str(root)!r}); project.ROOT = root\n"
        "project.SNIPPETS = root / 'snippets'; project.PAGES = root / 'docs' / 'pitfalls'\n"
        "from sphinx.cmd.build import main; sys.exit(main(sys.argv[1:]))"
    )
    options = ["-b", "dirhtml", "-c", str(project_root()), "-W", "--keep-going", "-q"]
    command = [sys.executable, "-c", program, *options, str(root / "docs"), str(root / "out" / "html")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def project_root() -> Path:
    """Return the checkout, whatever the sandbox says."""
    return SOURCE.parents[1]


def test_a_scaffolded_pitfall_builds(sandbox: Path) -> None:
    """What `new` makes is a page that builds without a warning and shows its output."""
    record_here()
    done = build(sandbox)
    assert (0, "") == (done.returncode, done.stderr)
    page = (sandbox / "out" / "html" / "pitfalls" / SLUG / "index.html").read_text(encoding="utf-8")
    assert "was never awaited" in page
    assert (sandbox / "out" / "html" / "snippets" / SLUG / "failure.py").exists()


def test_a_cell_that_differs_from_its_evidence_fails_the_build(sandbox: Path) -> None:
    """The error names the page, the script, the version and the command that mends it."""
    record_here()
    path = sandbox / "snippets" / SLUG / evidence.FILE
    path.write_text(path.read_text(encoding="utf-8").replace("price: 42", "price: 43"), encoding="utf-8")
    done = build(sandbox)
    assert 0 != done.returncode
    for part in (f"pitfalls/{SLUG}", "fix.py", platform.python_version(), "-price: 43", "+price: 42"):
        assert part in done.stderr
    assert f"asyncio-pitfalls record {SLUG}" in done.stderr


def test_a_broken_claim_ends_the_build_in_a_sentence(sandbox: Path) -> None:
    """No traceback for a mistake in a file."""
    record_here()
    path = sandbox / "snippets" / SLUG / "pitfall.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("exit = 0", "exti = 0"), encoding="utf-8")
    done = build(sandbox)
    assert 0 != done.returncode
    assert "pitfall.toml" in done.stderr
    assert "exti" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_note_ends_the_build_in_a_sentence(sandbox: Path) -> None:
    """It names the file."""
    (sandbox / "docs" / "notes.toml").write_text("statements = 3\n", encoding="utf-8")
    (sandbox / "docs" / "notes.md").write_text("# Notes\n\n```{notes-table}\n```\n", encoding="utf-8")
    done = build(sandbox)
    assert 0 != done.returncode
    assert "notes.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_published_by_a_build_that_failed_or_makes_no_pages() -> None:
    """What stands beside the pages is written when they are there."""
    connected: list[tuple[str, Any]] = []
    published: list[str] = []
    app: Any = SimpleNamespace(connect=lambda *arguments: connected.append(arguments))
    publish.at_the_end(app, lambda app: published.append(app.builder.format))
    ((event, finished),) = connected
    assert "build-finished" == event
    for made, exception in (("html", ValueError()), ("", None), ("html", None)):
        app.builder = SimpleNamespace(format=made)
        finished(app, exception)
    assert ["html"] == published


def test_a_program_that_printed_nothing_says_so() -> None:
    """An empty block would look like a mistake of the site."""
    nothing = directives.shown(Observation(seen=("3.12.1",), exit=0, output=()))
    assert "It prints nothing." == nothing.astext()


def test_what_was_not_recorded_is_not_shown(sandbox: Path) -> None:
    """A failure that is silent here shows another version's output where there is one."""
    pitfall = catalogue.pitfall(SLUG)
    assert [] == captions._newest_that_shows(pitfall, pitfall.runs["failure"])
    record_here()
    line, _ = captions._newest_that_shows(pitfall, pitfall.runs["failure"])
    assert f"python failure.py on CPython {HERE.exact} prints:" == line.astext()


def test_only_what_changed_is_built_again(sandbox: Path) -> None:
    """An edit of a script rebuilds its page, though Sphinx sees no dependency in `:load:`."""
    record_here()
    assert 0 == build(sandbox).returncode
    page = sandbox / "out" / "html" / "pitfalls" / SLUG / "index.html"
    before = page.stat().st_mtime_ns
    assert 0 == build(sandbox).returncode
    assert before == page.stat().st_mtime_ns
    fix = sandbox / "snippets" / SLUG / "fix.py"
    fix.write_text(fix.read_text(encoding="utf-8").replace("42", "44"), encoding="utf-8")
    done = build(sandbox)
    assert "+price: 44" in done.stderr


def test_a_mistake_in_a_directive_ends_the_build_in_a_sentence(sandbox: Path) -> None:
    """It names what is there, or the command that mends it."""
    page = sandbox / "docs" / "pitfalls" / f"{SLUG}.md"
    wrong = "\n```{evidence} fix_other\n```\n\n```{evidence} fix\n:version: '3.8'\n```\n"
    page.write_text(page.read_text(encoding="utf-8") + wrong, encoding="utf-8")
    (sandbox / "docs" / "elsewhere.md").write_text(
        "# Elsewhere\n\n```{pitfall}\n```\n\n```{evidence} price-lost/fix\n```\n", encoding="utf-8"
    )
    done = build(sandbox)
    assert 0 != done.returncode
    for words in (
        "belongs on a page in docs/pitfalls/",
        f"nothing is recorded yet: asyncio-pitfalls record {SLUG}",
        f"{SLUG} has no run 'fix_other'; it has: failure, fix",
        f"no evidence of 'fix' on 3.8: asyncio-pitfalls record {SLUG}",
        "price-lost",
    ):
        assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_notebook_cell_is_compared_with_its_claims() -> None:
    """The ordinary kernel prints boxes of its own, so the symptoms are compared instead of the text."""
    slug = "asyncio-run-in-notebook"
    pitfall = catalogue.pitfall(slug)
    found = evidence.find(evidence.load(catalogue.folder(slug)), pitfall.runs["failure"], HERE.exact)
    source = next(text for text, runs in constants_of(pitfall).items() if pitfall.runs["failure"] in runs)
    assert found is not None
    assert [] == gate.problems_of(f"pitfalls/{slug}", source, found.text)
    (problem,) = gate.problems_of(f"pitfalls/{slug}", source, "nothing happened\n")
    assert f"failure.py on {HERE.exact}: does not show the symptom" in problem
    for docname in (f"pitfalls/{slug}", "debugging"):
        (problem,) = gate.problems_of(docname, "print('untested')", "untested\n")
        assert "a cell is neither a script of snippets/ nor a constant in one" in problem


def test_evidence_is_plain_json() -> None:
    """Programs of others can read it."""
    for slug in catalogue.slugs():
        json.loads((project.SNIPPETS / slug / evidence.FILE).read_text(encoding="utf-8"))
