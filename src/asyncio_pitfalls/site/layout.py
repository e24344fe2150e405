"""Fits furo to this site: no inline script or style, and a sidebar whose size does not grow.

Furo puts every page of the site into every page's sidebar; with many pitfalls that would make
the site quadratic in size and in time to build.
"""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from asyncio_pitfalls import catalogue
from asyncio_pitfalls.claims import AREAS
from asyncio_pitfalls.site.pages import slug_of

_HERE = Path(__file__).parent
# Furo computes its sidebar at Sphinx's default priority, 500.
_BEFORE_FURO = 400


def setup(app: Sphinx) -> None:
    """Add templates, style sheet and script, and the context that the templates use."""
    app.connect("config-inited", add_files)
    app.connect("html-page-context", add_context, priority=_BEFORE_FURO)


def add_files(app: Sphinx, config: Any) -> None:
    """Put this package's templates before furo's and its static files beside furo's."""
    config.templates_path.insert(0, str(_HERE / "templates"))
    config.html_static_path.append(str(_HERE / "static"))
    app.add_css_file("pitfalls.css", priority=900)
    app.add_js_file("pitfalls.js", loading_method="defer")


def add_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Give the templates the areas and the description; take away what would grow with the site."""
    context.pop("toctree", None)
    context["next"] = context["prev"] = None
    context["areas"] = AREAS
    slug = slug_of(pagename)
    context["area"] = catalogue.pitfall(slug).area if slug else None
    context["description"] = description(slug, doctree)


def description(slug: str | None, doctree: nodes.document | None) -> str:
    """Return the first paragraph of a page as plain text, for search engines and link previews."""
    if doctree is None:
        return ""
    paragraph = next(iter(doctree.findall(nodes.paragraph)), None)
    return " ".join(paragraph.astext().split()) if paragraph else ""
