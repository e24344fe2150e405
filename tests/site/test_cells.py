"""Cells are named when a page is read, and what they print is compared with the evidence."""

import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from applications import application
from asyncio_pitfalls import evidence
from asyncio_pitfalls.run.interpreters import HERE
from pitfalls_site import cells, programs
from support import SLUG, build, record_here

TYPED = f"\n```{{code-cell}} console\npython -X dev -W error snippets/{SLUG}/fix.py\n```\n"
NOTEBOOK = """\
---
file_format: mystnb
kernelspec:
  name: python3
  display_name: Python 3
---

# Title
"""
ORPHAN = NOTEBOOK.replace("---", "---\norphan: true", 1)


def page_of(root: Path) -> Path:
    """Return the page of the one pitfall."""
    return root / "docs" / "pitfalls" / f"{SLUG}.md"


def cell(body: str) -> str:
    """Return a cell for the page of an ordinary kernel."""
    return f"\n```{{code-cell}} python\n{body}\n```\n"


def named(root: Path) -> list[list[str]]:
    """Return for each cell of the page the runs that it names."""
    with application(root) as app:
        app.env.prepare_settings(f"pitfalls/{SLUG}")
        source = [page_of(root).read_text(encoding="utf-8")]
        cells.name_cells(app, app.env.docname, source)
    bodies = [line for line in source[0].splitlines() if line.startswith("{")]
    return [[program.run for program in programs.decoded(body)[1]] for body in bodies]


def test_a_cell_names_its_program_and_those_of_the_cells_below(sandbox: Path) -> None:
    """So the first cell of a page starts all of its programs, and those of no other page."""
    record_here(sandbox)
    page = page_of(sandbox)
    page.write_text(page.read_text(encoding="utf-8") + TYPED, encoding="utf-8")
    assert [["failure", "fix", "fix"], ["fix", "fix"], ["fix"]] == named(sandbox)


def test_a_cell_that_shows_no_run_names_no_program(sandbox: Path) -> None:
    """The cells below start their own."""
    record_here(sandbox)
    page = page_of(sandbox)
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(f"{SLUG}/failure.py", f"{SLUG}/failing.py"), encoding="utf-8")
    assert [[], ["fix"]] == named(sandbox)


def test_a_page_of_another_kernel_keeps_its_cells(sandbox: Path) -> None:
    """An ordinary kernel executes what the author wrote."""
    source = [NOTEBOOK + cell("1 + 1")]
    with application(sandbox) as app:
        cells.name_cells(app, f"pitfalls/{SLUG}", source)
    assert [NOTEBOOK + cell("1 + 1")] == source


def test_a_cell_that_differs_from_its_evidence_fails_the_build(sandbox: Path) -> None:
    """The error names the page, the script, the version and the command that records it again."""
    record_here(sandbox)
    path = sandbox / "snippets" / SLUG / evidence.FILE
    path.write_text(path.read_text(encoding="utf-8").replace("price: 42", "price: 43"), encoding="utf-8")
    done = build(sandbox)
    assert 0 != done.returncode
    for part in (f"pitfalls/{SLUG}", "'fix'", HERE.exact, "-price: 43", "+price: 42"):
        assert part in done.stderr
    assert f"make record SLUG={SLUG}" in done.stderr


def test_a_cell_that_shows_no_run_fails_the_build(sandbox: Path) -> None:
    """The error names the page, the line and what the cell shows, of a file that is missing, too."""
    record_here(sandbox)
    wrong = (f"python -W error snippets/{SLUG}/failure.py", "print('untested')", f":load: {SLUG}/fxi.py")
    page = page_of(sandbox)
    text = page.read_text(encoding="utf-8") + "".join(map(cell, wrong))
    page.write_text(text, encoding="utf-8")
    done = build(sandbox)
    assert 0 != done.returncode
    for shown in wrong:
        line = text[: text.index(shown)].count("\n")
        problem = rf"{SLUG}\.md:{line}: WARNING: [^\n]*{re.escape(shown.removeprefix(':load: '))}"
        assert re.search(problem, done.stderr), done.stderr
    assert len(wrong) == done.stderr.count("WARNING")
    assert "Traceback" not in done.stderr


def warnings_without_last_cell(root: Path, *, execute: bool) -> str:
    """Return the warnings of a build in which MyST-NB made nothing that we know of the last cell."""

    def lose(app: Sphinx, doctree: nodes.document) -> None:
        found = [it for it in doctree.findall(nodes.container) if it.get("nb_element") == "cell_code"]
        for container in found[-1:]:
            container["nb_element"] = "cell"

    with application(root, execute=execute) as app:
        app.connect("doctree-read", lose, priority=100)
        app.build()
        return str(app.warning.getvalue())


def test_a_cell_that_cannot_be_found_after_its_execution_is_an_error(sandbox: Path) -> None:
    """Another MyST-NB might name its nodes otherwise; then nothing would be compared."""
    record_here(sandbox)
    warnings = warnings_without_last_cell(sandbox, execute=True)
    assert f"{SLUG}.md: WARNING: 2 cells were read, 1 were executed" in warnings


def test_a_notebook_cell_that_cannot_be_found_is_an_error(sandbox: Path) -> None:
    """The same on the page of an ordinary kernel, even if no cell is left."""
    page_of(sandbox).write_text(NOTEBOOK + cell("1 + 1"), encoding="utf-8")
    warnings = warnings_without_last_cell(sandbox, execute=False)
    assert f"{SLUG}.md: WARNING: 1 cells were read, 0 were executed" in warnings


def test_a_notebook_cell_is_compared_with_its_claims(sandbox: Path) -> None:
    """The ordinary kernel prints boxes of its own, so the symptoms are compared instead of the text."""
    shows = "import warnings\n\nwarnings.warn(\"coroutine 'fetch' was never awaited\", RuntimeWarning)"
    failure = sandbox / "snippets" / SLUG / "failure.py"
    constants = f'SHOWS = """\\\n{shows}\n"""\nLACKS = "print(1)"\n'
    failure.write_text(failure.read_text(encoding="utf-8") + constants, encoding="utf-8")
    page = "".join([NOTEBOOK, *map(cell, (shows, "print(1)", "print('untested')"))])
    page_of(sandbox).write_text(page, encoding="utf-8")
    (sandbox / "docs" / "elsewhere.md").write_text(ORPHAN + cell(shows), encoding="utf-8")
    done = build(sandbox)
    assert 0 != done.returncode
    lacks, untested = (page[: page.index(text)].count("\n") for text in ("print(1)", "print('untested')"))
    expected = {
        f"{SLUG}.md:{lacks}: WARNING: failure.py on {HERE.exact}: does not show the symptom",
        f"{SLUG}.md:{untested}: WARNING: the text of this cell is no constant in a script of snippets/",
        "elsewhere.md: WARNING: cells of an ordinary kernel belong on the page of a pitfall",
    }
    for words in expected:
        assert words in done.stderr
    assert len(expected) == done.stderr.count("WARNING")
