"""The Sphinx extension that puts claims and evidence on the pages.

Each module beside this file is one feature with a `setup` of its own.
"""

from typing import Any

from sphinx.application import Sphinx

from pitfalls_site import (
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
    redirects,
    statement_table,
    tables,
    unfinished,
    unfurl,
    wellknown,
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
    finder_page,
    cells,
    facts,
    layout,
    unfurl,
    outdir,
    data,
    redirects,
    wellknown,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Wire the features into Sphinx."""
    for feature in _FEATURES:
        feature.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
