"""Says above each executed output which command on which Python printed it.

Where the building Python is one that shows nothing, the failure is followed by the recorded
output of the newest version that does: a page on a failure shows it fail.
"""

import platform

from docutils import nodes
from sphinx.application import Sphinx

from asyncio_pitfalls import catalogue, evidence, project
from asyncio_pitfalls.cells import runs_of_cell
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.explain import command
from asyncio_pitfalls.site.directives import shown
from asyncio_pitfalls.site.pages import slug_of

_VERSION = platform.python_version()


def setup(app: Sphinx) -> None:
    """Connect to the end of reading a page, when its cells have been executed."""
    app.connect("doctree-read", caption_cells)


def caption_cells(app: Sphinx, doctree: nodes.document) -> None:
    """Put the captions on one page."""
    slug = slug_of(app.env.docname)
    cells = [
        node for node in doctree.findall(nodes.container) if node.attributes.get("nb_element") == "cell_code"
    ]
    for cell in cells:
        source = next(cell.findall(nodes.literal_block)).astext()
        for pitfall, run in runs_of_cell(source):
            if pitfall.slug == slug or slug is None:
                _caption(cell, pitfall, run)
                break


def _caption(cell: nodes.Element, pitfall: Pitfall, run: Run) -> None:
    outputs = [
        child
        for child in cell.findall(nodes.container)
        if child.attributes.get("nb_element") == "cell_code_output"
    ]
    verb = "prints:" if outputs else "prints nothing."
    place = cell.index(outputs[0]) if outputs else len(cell)
    cell.insert(place, caption(pitfall, run, _VERSION, verb))
    if run.name == "failure" and not _shows(run, _VERSION):
        cell.extend(_newest_that_shows(pitfall, run))


def caption(pitfall: Pitfall, run: Run, exact: str, verb: str = "prints:") -> nodes.Node:
    """Return the line that says where an output comes from."""
    typed = nodes.literal("", command(pitfall, run))
    return nodes.paragraph("", "", typed, nodes.Text(f" on CPython {exact} {verb}"), classes=["caption-line"])


def _shows(run: Run, version: str) -> bool:
    return bool(run.covers(version) and run.claim_for(version).shows)


def _newest_that_shows(pitfall: Pitfall, run: Run) -> list[nodes.Node]:
    seen = evidence.load(catalogue.folder(pitfall.slug))
    for minor in reversed(project.versions()):
        found = evidence.newest(seen, run.name, minor)
        if found and _shows(run, found[0]):
            return [caption(pitfall, run, found[0]), shown(found[1])]
    return []
