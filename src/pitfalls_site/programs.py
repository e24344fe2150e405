"""How a cell tells the kernel which program it is: which run of which pitfall, on which interpreter.

The cell is named once, when the page is read; its text is this name until it is rendered.
"""

import json
from pathlib import Path
from typing import NamedTuple

from asyncio_pitfalls import evidence
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.ranges import minor_of
from asyncio_pitfalls.run.interpreters import Interpreter, Interpreters


class Program(NamedTuple):
    """A run of a pitfall on one interpreter."""

    slug: str
    run: str
    minor: str
    exact: str
    path: str


def encoded(root: Path, programs: list[Program]) -> str:
    """Return the text of a cell: the program that it shows, then those of the cells below, on one line."""
    return json.dumps({"root": str(root), "programs": programs})


def decoded(text: str) -> tuple[Path, list[Program]]:
    """Return the root of the project and the programs; raise `ValueError` for any other text."""
    try:
        said = json.loads(text)
        return Path(said["root"]), [Program(*program) for program in said["programs"]]
    except (ValueError, KeyError, TypeError):
        raise ValueError("expected a script of snippets/ by :load:, or a command that runs one") from None


def interpreter_for(
    catalogue: Catalogue, pitfall: Pitfall, run: Run, here: Interpreters
) -> Interpreter | None:
    """Return the newest interpreter here on which `run` shows its symptom, or failing that works at all.

    Returns None when this machine has no interpreter that the run is claimed for.
    """
    covered = [interpreter for interpreter in here.available.values() if run.covers(interpreter.exact)]
    shown = evidence.newest_that_shows(catalogue.evidence(pitfall.slug), run)
    wanted = [interpreter for interpreter in covered if shown and interpreter.minor == minor_of(shown[0])]
    return next(iter(wanted or covered[-1:]), None)


def program(pitfall: Pitfall, run: Run, interpreter: Interpreter) -> Program:
    """Return the name of a run on an interpreter."""
    return Program(pitfall.slug, run.name, interpreter.minor, interpreter.exact, interpreter.path)
