"""The message index: every symptom as the reader sees it, with the pitfalls behind it."""

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from asyncio_pitfalls import project
from asyncio_pitfalls.claims import Symptom
from asyncio_pitfalls.messages import Cause, Message, anchor, messages
from asyncio_pitfalls.site.dependencies import note_catalogue
from asyncio_pitfalls.site.pages import EFFECT, spans
from asyncio_pitfalls.site.tables import link
from asyncio_pitfalls.site.text import prose

PAGE = "messages"
_REFERENCE = "pitfall-message"
_KIND = {"exception": "exception", "warning": "warning", "log": "log line", "silent": "silent"}
_BEFORE_INTERSPHINX = 400


def setup(app: Sphinx) -> None:
    """Register the directives, and the links that lead to the index."""
    app.add_directive("messages", Messages)
    app.add_directive("silent-symptoms", SilentSymptoms)
    app.connect("missing-reference", resolve, priority=_BEFORE_INTERSPHINX)


def message_link(key: str, symptom: Symptom, content: nodes.Node) -> nodes.Node:
    """Return `content` as a link to the entry of a symptom."""
    target = anchor(key, symptom)
    return addnodes.pending_xref("", content, refdomain="", reftype=_REFERENCE, reftarget=target)


def resolve(app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, content: Any) -> Any:
    """Turn a link of `message_link` into a reference; Sphinx's own would lose the literal in it."""
    if node["reftype"] != _REFERENCE:
        return None
    if PAGE not in env.all_docs:
        return content
    return make_refnode(app.builder, node["refdoc"], PAGE, node["reftarget"], content)


class Messages(SphinxDirective):
    """A section for each message; its anchor is its name for other Sphinx projects, too."""

    silent = False

    def run(self) -> list[nodes.Node]:
        """Return the sections, by text."""
        note_catalogue(self.env, evidence=True)
        return [self.section(message) for message in messages() if message.silent == self.silent]

    def section(self, message: Message) -> nodes.section:
        """Return the text, the facts, and the causes with the words that tell them apart."""
        anchors = [message.anchor, *message.former]
        texts = [nodes.inline("", "", *_text(message, text)) for text in message.texts]
        section = nodes.section("", nodes.title("", "", texts[0]), ids=anchors)
        section += [nodes.paragraph("", "Also: ", text) for text in texts[1:]]
        section += _facts(message)
        section += nodes.bullet_list("", *(_item(message, cause) for cause in message.causes))
        section["names"] = [f"message-{name}" for name in anchors]
        self.state.document.note_explicit_target(section)
        return section


class SilentSymptoms(Messages):
    """The same for what goes wrong without a word."""

    silent = True


def _text(message: Message, text: str) -> list[nodes.Node]:
    return prose(text) if message.silent else [nodes.literal("", text)]


def _facts(message: Message) -> nodes.paragraph:
    facts = nodes.paragraph(classes=["message-facts"])
    for kind in message.kinds:
        facts += nodes.inline("", _KIND[kind], classes=["version", EFFECT[kind].split()[0]])
        facts += nodes.Text(" ")
    facts += _versions(message.versions)
    return facts


def _versions(minors: tuple[str, ...]) -> list[nodes.Node]:
    shown = {minor: "shown" if minor in minors else "" for minor in project.versions()}
    ranges = [span for span, word in spans(shown) if word]
    return [nodes.Text(f"CPython {', '.join(ranges)}")] if ranges else []


def _item(message: Message, cause: Cause) -> nodes.list_item:
    """Return the link to one pitfall, how to tell it apart, and its versions where they are not all."""
    first = nodes.paragraph("", "", link(cause.pitfall))
    if cause.versions != message.versions:
        first += [nodes.Text(" ("), *_versions(cause.versions), nodes.Text(")")]
    first += [nodes.Text(" — "), *prose(cause.pitfall.tell_apart), *prose(_unseen(cause))]
    return nodes.list_item("", first)


def _unseen(cause: Cause) -> str:
    """Return a sentence on the patch releases that are known from CPython's source alone."""
    ranges = " and ".join(f"`{specifier}`" for specifier in cause.unseen)
    return f" Also on {ranges}, by CPython's source; not run." if ranges else ""
