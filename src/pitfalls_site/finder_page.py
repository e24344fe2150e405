"""The form that finds pitfalls in a pasted text, and the list for those that print nothing."""

import json
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from asyncio_pitfalls.finder import signatures
from pitfalls_site import domain
from pitfalls_site.dependencies import note_catalogue
from pitfalls_site.domain import link, link_to
from pitfalls_site.outdir import at_the_end, write
from pitfalls_site.render import sight

# The layout (priority 400) makes a list of its own of the page's scripts.
_BEFORE_LAYOUT = 300
# Without JavaScript the sentence stays; `find.js` puts its own in that place.
_FORM = """
<form class="finder">
  <label for="finder-text">Paste your traceback, log or test output</label>
  <textarea id="finder-text" rows="10" spellcheck="false" autocapitalize="off" wrap="off"
    aria-describedby="finder-privacy"></textarea>
  <p class="finder-buttons">
    <button type="submit">Find the mistake</button>
    <button type="reset">Clear</button>
    <button type="button" class="finder-example">Try an example</button>
    <span id="finder-privacy">What you paste stays in this page: nothing is sent.</span>
  </p>
  <div class="finder-answers" role="status">
"""
_END = """
  </div>
</form>
"""


def setup(app: Sphinx) -> None:
    """Register the directives, and serve script and table to the pages that have the form."""
    app.add_directive("finder", Finder)
    app.add_directive("what-do-you-see", WhatDoYouSee)
    app.connect("html-page-context", add_script, priority=_BEFORE_LAYOUT)
    at_the_end(app, write_table)


class Finder(SphinxDirective):
    """The form."""

    def run(self) -> list[nodes.Node]:
        """Return the form as HTML; other builders have the sentence only."""
        sentence = nodes.paragraph(
            "",
            "The finder needs JavaScript. Without it, look for the message in the ",
            link_to("messages", nodes.Text("list of messages")),
            nodes.Text(", or run "),
            nodes.literal("", "asyncio-pitfalls diagnose"),
            nodes.Text("."),
        )
        return [nodes.raw("", _FORM, format="html"), sentence, nodes.raw("", _END, format="html")]


class WhatDoYouSee(SphinxDirective):
    """What a person sees of the failures that print nothing, with links to their pages."""

    def run(self) -> list[nodes.Node]:
        """Return a list."""
        note_catalogue(self.env, evidence=False)
        catalogue = domain.of(self.env).catalogue
        items = [
            nodes.list_item(
                "",
                nodes.paragraph("", "", sight(symptom), classes=["message"]),
                nodes.paragraph("", "", link(catalogue, pitfall.slug), classes=["mistake"]),
            )
            for pitfall in catalogue.pitfalls()
            for symptom in pitfall.symptoms.values()
            if symptom.kind == "silent"
        ]
        return [nodes.bullet_list("", *items, classes=["pitfall-list"])]


def add_script(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Add the script to the pages that have the form, and to no other."""
    if doctree is not None and any(node.astext() == _FORM for node in doctree.findall(nodes.raw)):
        app.add_js_file("find.js", type="module")


def write_table(app: Sphinx) -> None:
    """Serve the signatures as a module, which needs no request once the page is there."""
    table = json.dumps(
        signatures.table(domain.of(app.env).catalogue), ensure_ascii=False, separators=(",", ":")
    )
    write(app, "_static/signatures.js", f"export default {table};\n")
