"""The Sphinx extension that puts claims and evidence on the pages.

Each module beside this file is one feature with a `setup` of its own.
"""

from typing import Any

from sphinx.application import Sphinx

from asyncio_pitfalls import catalogue, cells
from asyncio_pitfalls.claims import ClaimsError
from asyncio_pitfalls.site import (
    captions,
    dependencies,
    directives,
    finder,
    gate,
    layout,
    messages,
    notes,
    programs,
    publish,
    reading,
    schema,
    scrub,
    tables,
    unfurl,
    warming,
    wellknown,
)

_FEATURES = (
    dependencies,
    directives,
    tables,
    notes,
    messages,
    finder,
    gate,
    scrub,
    captions,
    layout,
    unfurl,
    publish,
    reading,
    schema,
    programs,
    wellknown,
    warming,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Wire the features into Sphinx."""
    app.connect("builder-inited", read_claims)
    for feature in _FEATURES:
        feature.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def read_claims(app: Sphinx) -> None:
    """Read all claims once, before Sphinx forks, so that a broken file ends the build in one sentence."""
    try:
        cells.read()
        for slug in catalogue.slugs():
            catalogue.title(slug)
    except ClaimsError as error:
        # Sphinx prints a crash report for an exception, even for one of its own.
        raise SystemExit(str(error)) from None
