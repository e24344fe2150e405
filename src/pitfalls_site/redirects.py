"""Leads from the addresses of pages that have moved to those that they have now, with their anchors."""

from sphinx.application import Sphinx
from sphinx.util import logging

from asyncio_pitfalls.messages import redirects
from pitfalls_site import domain
from pitfalls_site.outdir import at_the_end, write

_logger = logging.getLogger(__name__)
# The script keeps what comes after the #, which a refresh would lose.
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>This page has moved</title>
<link rel="canonical" href="{new}">
<noscript><meta http-equiv="refresh" content="0; url={new}"></noscript>
<script src="/_static/redirect.js"></script>
</head>
<body><p>This page has moved: <a href="{new}">go to its new place</a>.</p></body>
</html>
"""


def setup(app: Sphinx) -> None:
    """Connect to the end of the build."""
    at_the_end(app, publish)


def publish(app: Sphinx) -> None:
    """Write a page for each old address of docs/redirects.toml; warn of one that is still in use."""
    for old, new in redirects(domain.of(app.env).catalogue)["pages"].items():
        name = old.strip("/")
        if name in app.env.all_docs:
            _logger.warning(
                "docs/redirects.toml: pages.%r: expected the address of no page: %s.md exists", old, name
            )
        else:
            write(app, f"{name}/index.html", leading_to(new))


def leading_to(new: str) -> str:
    """Return a page that leads on to the address `new`."""
    return _PAGE.format(new=new)
