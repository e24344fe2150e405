"""Which run of which pitfall a page's code cell stands for.

A cell is either the whole text of a script in `snippets/`, loaded by `:load:`, or the command
line that a reader types from the checkout to run one.
"""

import ast
import re
from functools import cache
from pathlib import Path

from asyncio_pitfalls import catalogue, project
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.explain import command

_CELL = re.compile(r"^```\{code-cell\}.*\n(?P<options>(?::.*\n)*)(?P<text>(?:.*\n)*?)```$", re.MULTILINE)
_LOAD = re.compile(r"^:load: (?P<path>.+)$", re.MULTILINE)


def runs_of_cell(source: str) -> list[tuple[Pitfall, Run]]:
    """Return the run that a cell stands for, with its pitfall; [] when it stands for none.

    When two pitfalls have the same script, both are returned.
    """
    return read().get(source.strip(), [])


@cache
def read() -> dict[str, list[tuple[Pitfall, Run]]]:
    """Return the runs of all pitfalls by the text of the cells that stand for them."""
    index: dict[str, list[tuple[Pitfall, Run]]] = {}
    for pitfall in catalogue.pitfalls():
        for run in pitfall.runs.values():
            for text in _spellings(pitfall, run):
                index.setdefault(text, []).append((pitfall, run))
    return index


def _spellings(pitfall: Pitfall, run: Run) -> list[str]:
    folder = catalogue.folder(pitfall.slug)
    typed = command(pitfall, run, path=f"snippets/{pitfall.slug}/")
    if run.script != f"{run.name}.py":
        return [typed]
    return [typed, (folder / run.script).read_text(encoding="utf-8").strip()]


@cache
def pages() -> dict[str, list[tuple[Pitfall, Run]]]:
    """Return by docname the runs that the cells of each page stand for, in the order of the cells."""
    root = project.PAGES.parent
    found = {path: _runs_of_page(path) for path in sorted(root.rglob("*.md"))}
    return {path.relative_to(root).with_suffix("").as_posix(): runs for path, runs in found.items() if runs}


def _runs_of_page(page: Path) -> list[tuple[Pitfall, Run]]:
    cells = _CELL.finditer(page.read_text(encoding="utf-8"))
    return [run for cell in cells for run in runs_of_cell(_text_of(page, cell))[:1]]


def _text_of(page: Path, cell: re.Match[str]) -> str:
    """Return what a cell of a page executes; "" where a file is missing, which MyST-NB reports."""
    load = _LOAD.search(cell["options"])
    if not load:
        return cell["text"]
    script = page.parent / load["path"]
    return script.read_text(encoding="utf-8") if script.is_file() else ""


def page_that_begins_with(pitfall: Pitfall, run: Run) -> list[tuple[Pitfall, Run]]:
    """Return the runs of the page whose first cell stands for `run`, or that alone if no page or two do."""
    begun = [runs for runs in pages().values() if runs[0] == (pitfall, run)]
    return begun[0] if len(begun) == 1 else [(pitfall, run)]


def constants_of(pitfall: Pitfall) -> dict[str, list[Run]]:
    """Return the texts that the scripts of a pitfall hold as module constants, such as a notebook cell.

    The page of a notebook pitfall executes them in the ordinary kernel.
    """
    constants: dict[str, list[Run]] = {}
    for run in pitfall.runs.values():
        tree = ast.parse((catalogue.folder(pitfall.slug) / run.script).read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                constants.setdefault(str(node.value.value).strip(), []).append(run)
    return constants
