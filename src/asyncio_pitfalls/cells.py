"""Which run of which pitfall a page's code cell stands for.

A cell is either the whole text of a script in `snippets/`, loaded by `:load:`, or the command
line that a reader types from the checkout to run one.
"""

import ast
from functools import cache

from asyncio_pitfalls import catalogue
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.explain import command


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
