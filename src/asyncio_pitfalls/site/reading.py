"""Reads pages in an order, and by as many processes, that leave no processor waiting."""

import os
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.parallel import make_chunks

from asyncio_pitfalls import catalogue, cells
from asyncio_pitfalls.environments import needs_packages

# A page waits for its programs about as long as it computes.
_READERS_PER_CORE = 2
# What a program with packages, such as pytest, costs beside one without.
_WITH_PACKAGES = 5
_ORDINARY_KERNEL = 10


def setup(app: Sphinx) -> None:
    """Connect to what is before the reading of pages."""
    app.connect("env-before-read-docs", arrange)


def arrange(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Choose how many processes read, and deal the pages out so that all have as much to do."""
    if len(docnames) <= 1:
        # A process of its own would cost more than it saves.
        app.parallel = 1
    elif app.parallel > 1:
        app.parallel = _READERS_PER_CORE * (os.cpu_count() or 1)
        chunks = make_chunks(docnames, app.parallel)
        weights = {docname: weight(docname, env.doc2path(docname)) for docname in docnames}
        docnames.sort(key=weights.__getitem__, reverse=True)
        docnames[:] = deal(docnames, len(chunks), len(chunks[-1]))


def deal(docnames: list[str], chunks: int, rest: int) -> list[str]:
    """Order pages, the heaviest of which is first, for Sphinx to cut into so many chunks.

    The last, of `rest` pages, is read when most readers have nothing left, so it has the lightest;
    the others have as many heavy pages each.
    """
    heavy, light = docnames[:-rest], docnames[-rest:]
    return [docname for first in range(chunks - 1) for docname in heavy[first :: chunks - 1]] + light


def weight(docname: str, path: Path) -> int:
    """Return what the programs of a page, or its kernel, cost, in programs without packages."""
    text = path.read_text(encoding="utf-8")
    scripts = [catalogue.folder(pitfall.slug) / run.script for pitfall, run in cells.pages().get(docname, [])]
    programs = sum(_WITH_PACKAGES if needs_packages(script) else 1 for script in scripts)
    return programs + (_ORDINARY_KERNEL if "  name: python3\n" in text else 0)
