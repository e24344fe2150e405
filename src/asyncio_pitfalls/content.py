"""What the blocks of a page show: which run of which pitfall, as seen on which version.

Both renderers, for HTML and for Markdown, ask here, so that they cannot differ.
"""

import ast
import shlex
from dataclasses import dataclass
from pathlib import PurePosixPath

from asyncio_pitfalls import evidence
from asyncio_pitfalls.catalogue import Catalogue, UnknownPitfall
from asyncio_pitfalls.claims import Pitfall, Run, variable_flags
from asyncio_pitfalls.evidence import Observation, command
from asyncio_pitfalls.page import Directive
from asyncio_pitfalls.run.runner import command_line


class PageError(Exception):
    """A block of a page is wrong; the message says what was expected, and what to type."""


@dataclass(frozen=True)
class Shown:
    """A run of a pitfall, what it was seen to do on `exact`, and whether its script is shown too."""

    pitfall: Pitfall
    run: Run
    exact: str
    observation: Observation
    has_listing: bool


def of_block(catalogue: Catalogue, slug: str | None, block: Directive) -> Shown:
    """Return what a cell or an `{evidence}` of the page of `slug` shows; raise `PageError` for a wrong one.

    A cell shows its run on the newest version on which the symptom was seen.
    """
    pitfall, run = of_cell(catalogue, block) if block.is_cell else _named(catalogue, slug, block)
    seen = catalogue.evidence(pitfall.slug)
    minor = block.options.get("version")
    found = evidence.newest(seen, run.name, minor) if minor else evidence.newest_that_shows(seen, run)
    if found is None:
        where = f"CPython {minor}" if minor else "any version"
        raise PageError(f"no evidence of {run.name!r} on {where}; record it with: {command(pitfall.slug)}")
    # A run that only starts another run's script with flags has that script on the page already.
    is_loaded = "load" in block.options
    return Shown(
        pitfall, run, *found, has_listing=is_loaded or (not block.is_cell and run.script == f"{run.name}.py")
    )


def _named(catalogue: Catalogue, slug: str | None, block: Directive) -> tuple[Pitfall, Run]:
    """Return what `{evidence} run`, or on a page of no pitfall `{evidence} slug/run`, names."""
    other, _, name = block.argument.rpartition("/")
    if not (other or slug):
        raise PageError(f"expected a pitfall before the run: <slug>/{name}")
    try:
        pitfall = catalogue.pitfall(other or slug or "")
    except UnknownPitfall as error:
        raise PageError(str(error)) from None
    if name not in pitfall.runs:
        raise PageError(f"{pitfall.slug} has no run {name!r}; it has: {', '.join(pitfall.runs)}")
    return pitfall, pitfall.runs[name]


def of_cell(catalogue: Catalogue, cell: Directive) -> tuple[Pitfall, Run]:
    """Return the run that a cell loads or types: `:load: .../snippets/<slug>/<run>.py`, or a command line.

    Raises `PageError` for a cell that shows none: nothing is shown that no test runs.
    """
    typed = cell.options.get("load") or cell.body
    slug, script = _script_of(typed)
    if not catalogue.has(slug):
        raise PageError(
            f"expected a script of snippets/ by :load:, or a command that runs one: {typed[:60]!r}"
        )
    pitfall = catalogue.pitfall(slug)
    for run in pitfall.runs.values():
        is_loaded = "load" in cell.options and run.script == script == f"{run.name}.py"
        if is_loaded or typed == command_line(run, path=f"snippets/{slug}/"):
            return pitfall, run
    raise PageError(_unmatched(pitfall, script, typed))


def _script_of(typed: str) -> tuple[str, str]:
    """Return the slug and the name of the script at the end of a path or a command."""
    path = PurePosixPath((typed.split() or [""])[-1])
    return path.parent.name, path.name


def _unmatched(pitfall: Pitfall, script: str, typed: str) -> str:
    """Return the sentence with the table that would give a command its run."""
    flags = ", ".join(f'"{flag}"' for flag in _flags(typed))
    table = (
        f'[find_<technique>]\nscript = "{script}"\nflags = [{flags}]\n\n'
        '[[find_<technique>.claims]]\nversions = ">=3.8"\nshows = []\nexit = 0\n'
    )
    return (
        f"no run of snippets/{pitfall.slug}/pitfall.toml does what this cell shows: {typed}\n"
        f"Add one and say what it does, then: {command(pitfall.slug)}\n\n{table}"
    )


def _flags(typed: str) -> list[str]:
    """Return the interpreter flags of a command, or those whose variables do the same for `uv run`."""
    try:
        words = shlex.split(typed)
    except ValueError:  # A quote has no end.
        words = typed.split()
    if "uv" not in words:
        return words[1:-1]
    return variable_flags(dict(word.split("=", 1) for word in words[: words.index("uv")] if "=" in word))


def of_constant(pitfall: Pitfall, cell: Directive) -> list[Run]:
    """Return the runs whose script holds the text of `cell` as a module constant, such as a notebook cell.

    The page of a notebook pitfall executes such a cell in the ordinary kernel.
    """
    runs = []
    for run in pitfall.runs.values():
        constants = [
            str(node.value.value).strip()
            for node in ast.parse(pitfall.source(run)).body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        ]
        if cell.body.strip() in constants:
            runs.append(run)
    return runs
