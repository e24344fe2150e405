"""Shows what happened in failure and fix: two pictures, and a list that says the same."""

import html
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from asyncio_pitfalls.evidence import EvidenceError
from asyncio_pitfalls.trace import picture, recorded
from asyncio_pitfalls.trace.story import Story
from pitfalls_site import render
from pitfalls_site.directives import PitfallDirective

_STYLE = "trace.css"
# The layout takes away the style sheets that no page needs.
_BEFORE_LAYOUT = 300
_HEADINGS = {"failure": "Failure", "fix": "Fix"}


def setup(app: Sphinx) -> None:
    """Register the directive, and the style sheet of pages that have it."""
    app.add_directive(recorded.DIRECTIVE, WhatHappened)
    app.connect("builder-inited", write_style)
    app.connect("html-page-context", add_style, priority=_BEFORE_LAYOUT)


class WhatHappened(PitfallDirective):
    """What happened in failure and fix, as recorded; the rules decide what is shown."""

    def run(self) -> list[nodes.Node]:
        """Return the pictures and, folded, the list."""
        pitfall = self.pitfall
        try:
            python = recorded.load(pitfall.folder).python
            told = recorded.stories(pitfall, self.catalogue.evidence(pitfall.slug))
        except EvidenceError as error:
            raise self.error(str(error)) from None
        if not any(row.says for row in told["failure"].rows):
            raise self.error(
                f"no event of snippets/{pitfall.slug}/{recorded.FILE} shows a symptom of the pitfall"
            )
        figure = nodes.raw("", _figure(told, python), format="html")
        return [figure, *_list(told)]


def _figure(told: dict[str, Story], python: str) -> str:
    """Return the pictures, side by side where there is room."""
    parts = "".join(
        f"<div><p>{heading}</p>{picture.draw(told[name], f'{heading}: a picture of the list below')}</div>"
        for name, heading in _HEADINGS.items()
    )
    caption = (
        f"Recorded on CPython {html.escape(python)}. Thick: runs. Dotted: waits. "
        "On the right: the line of the script."
    )
    return f'<figure class="what-happened"><div>{parts}</div><figcaption>{caption}</figcaption></figure>'


def _list(told: dict[str, Story]) -> list[nodes.Node]:
    """Return the same in words, in a block that opens without JavaScript."""
    body: list[nodes.Node] = []
    for name, story in told.items():
        items = [
            nodes.list_item("", nodes.paragraph("", "", *render.prose(sentence)))
            for sentence in story.sentences
        ]
        body += [nodes.paragraph("", f"{_HEADINGS[name]}:"), nodes.enumerated_list("", *items)]
    opening = '<details class="output what-happened-list"><summary>What happened, as a list</summary>'
    return [
        nodes.raw("", opening, format="html"),
        *body,
        nodes.raw("", "</details>", format="html"),
    ]


def write_style(app: Sphinx) -> None:
    """Put the rules of the pictures where the pages find them."""
    if app.builder.format == "html":
        folder = Path(app.outdir) / "_static"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _STYLE).write_text(picture.style(), encoding="utf-8")


def add_style(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Load the style sheet on a page with pictures."""
    if 'class="what-happened"' in context.get("body", ""):
        app.add_css_file(_STYLE, priority=900)
