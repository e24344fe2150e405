"""Fits furo to this site: no inline script or style, and a sidebar whose size does not grow.

Furo puts every page of the site into every page's sidebar; with many pitfalls that would make
the site quadratic in size and in time to build.
"""

import os
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from pitfalls_site import domain, facts

_HERE = Path(__file__).parent
# Furo computes its sidebar at Sphinx's default priority, 500.
_BEFORE_FURO = 400
# 43 KB of MyST-NB for outputs that are not on this site, and furo's rules for extensions that are not here.
_UNUSED_STYLES = ("mystnb.", "styles/furo-extensions.")
# What search engines show of a description.
LONGEST_DESCRIPTION = 155
_FOR_SEARCH = ("documentation_options.js", "doctools.js", "sphinx_highlight.js")
# Sphinx adds this one to furo's own.
_SECOND_VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1" />'


def setup(app: Sphinx) -> None:
    """Add templates, style sheet and script, and the context that the templates use."""
    app.connect("config-inited", add_files)
    app.connect("builder-inited", add_filter)
    app.connect("html-page-context", add_context, priority=_BEFORE_FURO)


def add_files(app: Sphinx, config: Any) -> None:
    """Put this package's templates before furo's and its static files beside furo's.

    Sphinx writes a hash of the configuration into the site, so it must not tell where the checkout is.
    """
    here = os.path.relpath(_HERE, app.confdir)
    config.templates_path.insert(0, f"{here}/templates")
    config.html_static_path.append(f"{here}/static")
    app.add_css_file("pitfalls.css", priority=900)
    app.add_css_file("variables.css", priority=900)
    app.add_js_file("pitfalls.js", loading_method="defer")


def add_filter(app: Sphinx) -> None:
    """Let templates change the theme's HTML by `swap`."""
    if app.builder.format == "html":
        app.builder.templates.environment.filters["swap"] = swap


def swap(text: str, old: str, new: str) -> str:
    """Return the theme's HTML with `new` in the place of `old`; a theme that has no `old` ends the build."""
    if old not in text:
        raise ValueError(f"the theme's HTML has no {old!r} any more: see src/pitfalls_site/templates")
    return text.replace(old, new)


def add_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Give the templates what they use; take away what would grow with the site and what no page needs."""
    context.pop("toctree", None)
    context["next"] = context["prev"] = None
    shared = domain.of(app.env)
    areas = shared.catalogue.settings.areas
    context["areas"] = {key: heading for key, heading in areas.items() if shared.catalogue.in_area(key)}
    context["area"] = area = shared.area_of(pagename)
    neighbours = shared.catalogue.in_area(area) if area else []
    context["neighbours"] = [(it.slug, shared.catalogue.title(it.slug).replace("`", "")) for it in neighbours]
    context["description"] = description(doctree)
    context["css_files"] = _without(_UNUSED_STYLES, context["css_files"])
    if pagename != "search":
        context["script_files"] = _without(_FOR_SEARCH, context["script_files"])
    if doctree is not None:
        context["metatags"] = swap(context.get("metatags", ""), _SECOND_VIEWPORT, "")
    if "body" in context:
        context["body"] = scrollable(context["body"])


def scrollable(body: str) -> str:
    """Let what may be wider than the page have the focus: nothing else can be scrolled with a keyboard."""
    for element in ("<pre", '<div class="table-wrapper'):
        tag, space, rest = element.partition(" ")
        body = body.replace(element, f'{tag} tabindex="0"{space}{rest}')
    return body


def _without(names: tuple[str, ...], assets: list[Any]) -> list[Any]:
    return [asset for asset in assets if not str(asset.filename).removeprefix("_static/").startswith(names)]


def description(doctree: nodes.document | None) -> str:
    """Return the first sentences of a page as plain text: on the page of a pitfall the fix comes first."""
    paragraphs = [] if doctree is None else doctree.findall(nodes.paragraph)
    prose = next((it for it in paragraphs if facts.HEADLINE not in it["classes"]), None)
    sentences = prose.astext().split("\n") if prose else []
    text = sentences[0] if sentences else ""
    for sentence in sentences[1:]:
        if len(f"{text} {sentence}") > LONGEST_DESCRIPTION:
            break
        text = f"{text} {sentence}"
    return text
