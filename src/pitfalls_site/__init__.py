"""The Sphinx extension that puts claims and evidence on the pages.

Each module beside this file is one feature with a `setup` of its own.
"""

import zlib
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

import asyncio_pitfalls
from pitfalls_site import (
    asyncio_text_list,
    cells,
    data,
    dependencies,
    directives,
    domain,
    facts,
    finder_page,
    interrupts,
    kernels,
    layout,
    message_page,
    outdir,
    playground,
    redirects,
    statement_table,
    tables,
    unfinished,
    unfurl,
    wellknown,
    what_happened,
)

_FEATURES = (
    unfinished,
    interrupts,
    domain,
    kernels,
    dependencies,
    directives,
    tables,
    statement_table,
    message_page,
    asyncio_text_list,
    finder_page,
    cells,
    facts,
    playground,
    layout,
    unfurl,
    outdir,
    data,
    redirects,
    wellknown,
    what_happened,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Wire the features into Sphinx."""
    for feature in _FEATURES:
        feature.setup(app)
    return {
        "env_version": _of_code(Path(app.srcdir).parent),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _of_code(root: Path) -> int:
    """Return a number that changes with the code or the settings, with which pages are to be read again."""
    folders = [Path(__file__).parent, Path(asyncio_pitfalls.__file__).parent]
    modules = sorted(path for folder in folders for path in folder.rglob("*.py"))
    return zlib.crc32(b"".join(path.read_bytes() for path in [*modules, root / "pyproject.toml"]))
