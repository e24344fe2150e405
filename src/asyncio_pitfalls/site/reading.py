"""Reads pages in an order, and by as many processes, that leave no processor waiting."""

import os

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.parallel import make_chunks

from asyncio_pitfalls import catalogue, cells
from asyncio_pitfalls.environments import needs_packages

# A page waits for its programs about as long as it computes.
_READERS_PER_CORE = 2
# What a program with packages, such as pytest, costs beside one without.
_WITH_PACKAGES = 5


def setup(app: Sphinx) -> None:
    """Connect to what is before the reading of pages."""
    app.connect("env-before-read-docs", arrange)


def arrange(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Choose how many processes read, and deal the pages out so that all have as much to do."""
    if len(docnames) == 1:
        # A process of its own would cost more than it saves.
        app.parallel = 1
    elif app.parallel > 1:
        app.parallel = _READERS_PER_CORE * (os.cpu_count() or 1)
        hands = len(make_chunks(docnames, app.parallel))
        docnames.sort(key=weight, reverse=True)
        docnames[:] = [docname for hand in range(hands) for docname in docnames[hand::hands]]


def weight(docname: str) -> int:
    """Return what the programs of a page cost, in programs without packages."""
    scripts = [catalogue.folder(pitfall.slug) / run.script for pitfall, run in cells.pages().get(docname, [])]
    return sum(_WITH_PACKAGES if needs_packages(script) else 1 for script in scripts)
