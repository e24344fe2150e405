"""Code cells: named when a page is read, compared when they have run, and shown as recorded.

A page shows evidence, of the newest version on which the symptom appears, whatever machine builds
the site; what its cells print on this machine must equal the evidence, or the build fails.
"""

from collections.abc import Sized
from dataclasses import dataclass

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from asyncio_pitfalls import content
from asyncio_pitfalls.content import PageError
from asyncio_pitfalls.page import Directive, read
from asyncio_pitfalls.run import verify
from asyncio_pitfalls.run.interpreters import HERE, Interpreter
from asyncio_pitfalls.run.normalise import normalise
from asyncio_pitfalls.run.runner import Outcome
from pitfalls_site import domain, programs, render
from pitfalls_site.domain import PitfallDomain

_KEY = "pitfall_cells"
_logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Named:
    """A cell, what it shows, and the interpreter that executes it, if this machine has one for it."""

    cell: Directive
    shown: content.Shown
    interpreter: Interpreter | None


def setup(app: Sphinx) -> None:
    """Connect to the reading of a page: before its cells are executed, and after."""
    app.connect("source-read", name_cells)
    app.connect("doctree-read", show_cells)


def name_cells(app: Sphinx, docname: str, source: list[str]) -> None:
    """Write the name of its program into each cell of a page whose cells are programs."""
    page = read(source[0])
    if not (page.cells and page.is_fresh):
        return
    shared = domain.of(app.env)
    found = [_named(shared, docname, cell) for cell in page.cells]
    chosen = [
        programs.program(it.shown.pitfall, it.shown.run, it.interpreter) if it and it.interpreter else None
        for it in found
    ]
    bodies = []
    for place, own in enumerate(chosen):
        following = [program for program in chosen[place:] if program]
        bodies.append(programs.encoded(shared.catalogue.root, following if own else []))
    source[0] = page.with_cells(bodies)
    app.env.temp_data[_KEY] = found


def _named(shared: PitfallDomain, docname: str, cell: Directive) -> Named | None:
    """Return the name of a cell; None, with a warning, for one that shows no run."""
    try:
        shown = content.of_block(shared.catalogue, shared.slug_of(docname), cell)
    except PageError as error:
        _warn(str(error), (docname, cell.lines[0] + 1))
        return None
    if shared.env.config.nb_execution_mode == "off":
        return Named(cell, shown, None)
    chosen = programs.interpreter_for(shared.catalogue, shown.pitfall, shown.run, shared.interpreters)
    if chosen is None:
        _logger.info("%s: no interpreter here for %s", docname, shown.run.name)
    return Named(cell, shown, chosen)


def show_cells(app: Sphinx, doctree: nodes.document) -> None:
    """Compare what the cells of a page printed, and show what is recorded."""
    docname = app.env.docname
    containers = [it for it in doctree.findall(nodes.container) if it.get("nb_element") == "cell_code"]
    found: list[Named | None] | None = app.env.temp_data.pop(_KEY, None)
    is_executed = app.config.nb_execution_mode != "off"
    if found is None:
        _show_notebook(app, docname, containers, is_executed=is_executed)
    elif _are_all_there(found, containers, docname):
        for named, container in zip(found, containers, strict=True):
            if named:
                _show(app, named, container, docname, is_executed=is_executed)


def _are_all_there(cells: Sized, containers: Sized, docname: str) -> bool:
    """Return whether there is something to compare for each cell of a page; warn where there is not."""
    if len(cells) != len(containers):
        _warn(f"{len(cells)} cells were read, {len(containers)} were executed", docname)
    return len(cells) == len(containers)


def _show(app: Sphinx, named: Named, container: nodes.Element, docname: str, *, is_executed: bool) -> None:
    """Put what is recorded in the place of one executed cell."""
    pitfall, run, here = named.shown.pitfall, named.shown.run, named.interpreter
    if is_executed and here:
        seen = domain.of(app.env).catalogue.evidence(pitfall.slug)
        problem = verify.difference(pitfall, seen, run, here.exact, Outcome(None, _printed(container)))
        if problem:
            _warn(problem, (docname, named.cell.lines[0] + 1))
    container.replace_self(render.shown(domain.of(app.env).catalogue, named.shown))


def _show_notebook(
    app: Sphinx, docname: str, containers: list[nodes.container], *, is_executed: bool
) -> None:
    """Compare cells of an ordinary kernel with the claims of the scripts that test them."""
    shared = domain.of(app.env)
    cells = read(shared.env.doc2path(docname).read_text(encoding="utf-8")).cells
    if not _are_all_there(cells, containers, docname) or not cells:
        return
    slug = shared.slug_of(docname)
    if slug is None:
        _warn(
            "cells of an ordinary kernel belong on the page of a pitfall, each tested by its scripts", docname
        )
        return
    pitfall = shared.catalogue.pitfall(slug)
    for cell, container in zip(cells, containers, strict=True):
        where = (docname, cell.lines[0] + 1)
        runs = content.of_constant(pitfall, cell)
        if not runs:
            _warn(f"the text of this cell is no constant in a script of snippets/{slug}/", where)
        for run in runs if is_executed else []:
            claim = run.claim_for(HERE.exact)
            for problem in verify.symptom_disagreements(pitfall, claim, _printed(container)):
                _warn(f"{run.script} on {HERE.exact}: {problem}", where)
        _scrub(container)


def _printed(container: nodes.Element) -> str:
    """Return what an executed cell printed, its traceback included, as one normalised text."""
    return normalise("\n".join(block.astext() for output in _outputs(container) for block in _blocks(output)))


def _scrub(container: nodes.Element) -> None:
    """Take the building machine out of what an ordinary kernel printed: paths, line numbers, colours."""
    for output in _outputs(container):
        for block in _blocks(output):
            block.replace_self(render.text(normalise(block.astext()), classes=block["classes"]))


def _outputs(container: nodes.Element) -> list[nodes.container]:
    return [it for it in container.findall(nodes.container) if it.get("nb_element") == "cell_code_output"]


def _blocks(output: nodes.Element) -> list[nodes.literal_block]:
    return list(output.findall(nodes.literal_block))


def _warn(problem: str, where: str | tuple[str, int]) -> None:
    _logger.warning(problem, location=where, type="asyncio_pitfalls", subtype="evidence")
