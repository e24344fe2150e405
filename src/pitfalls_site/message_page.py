"""The message index: every symptom as the reader sees it, with the pitfalls behind it."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from asyncio_pitfalls import effects
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.messages import Cause, Message, messages
from asyncio_pitfalls.ranges import spans
from pitfalls_site import domain
from pitfalls_site.dependencies import note_catalogue
from pitfalls_site.domain import link
from pitfalls_site.facts import reporter
from pitfalls_site.render import prose

_KIND = {"log": "log line", "ignored": "ignored exception"}


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("messages", Messages)
    app.add_directive("silent-symptoms", SilentSymptoms)


class Messages(SphinxDirective):
    """A section for each message; its anchor is its name for other Sphinx projects, too."""

    silent = False

    def run(self) -> list[nodes.Node]:
        """Return the sections, by text."""
        note_catalogue(self.env, evidence=True)
        return [
            self.section(message) for message in messages(self.catalogue) if message.silent == self.silent
        ]

    @property
    def catalogue(self) -> Catalogue:
        """The pitfalls of the project."""
        return domain.of(self.env).catalogue

    def section(self, message: Message) -> nodes.section:
        """Return the text, the facts, and the causes with the words that tell them apart."""
        anchors = [message.anchor, *message.former]
        texts = [nodes.inline("", "", *_text(message, text)) for text in message.texts]
        section = nodes.section("", nodes.title("", "", texts[0]), ids=anchors)
        section += [nodes.paragraph("", "Also: ", text) for text in texts[1:]]
        section += _facts(self.catalogue, message)
        section += nodes.bullet_list("", *(_item(self.catalogue, message, cause) for cause in message.causes))
        section["names"] = [f"message-{name}" for name in anchors]
        self.state.document.note_explicit_target(section)
        return section


class SilentSymptoms(Messages):
    """The same for silent failures."""

    silent = True


def _text(message: Message, text: str) -> list[nodes.Node]:
    return prose(text) if message.silent else [nodes.literal("", text)]


def _facts(catalogue: Catalogue, message: Message) -> nodes.paragraph:
    facts = nodes.paragraph(classes=["message-facts"])
    for kind in message.kinds:
        facts += nodes.inline("", _KIND.get(kind, kind), classes=["version", effects.WORDS[kind]])
        facts += nodes.Text(" ")
    facts += _versions(catalogue, message.versions)
    for program, source in message.reported_by:
        facts += reporter(program, source)
    return facts


def _versions(catalogue: Catalogue, minors: tuple[str, ...]) -> list[nodes.Node]:
    shown = {minor: "shown" if minor in minors else "" for minor in catalogue.versions}
    found = [span for span, word in spans(shown) if word]
    return [nodes.Text(f"CPython {', '.join(found)}")] if found else []


def _item(catalogue: Catalogue, message: Message, cause: Cause) -> nodes.list_item:
    """Return the link to one pitfall, how to tell it apart, and its versions where they are not all."""
    first = nodes.paragraph("", "", link(catalogue, cause.pitfall.slug))
    if cause.versions != message.versions:
        first += [nodes.Text(" ("), *_versions(catalogue, cause.versions), nodes.Text(")")]
    first += [nodes.Text(" — "), *prose(cause.pitfall.tell_apart), *prose(_unseen(cause))]
    return nodes.list_item("", first)


def _unseen(cause: Cause) -> str:
    """Return a sentence on the patch releases that are known from CPython's source alone."""
    found = " and ".join(f"`{specifier}`" for specifier in cause.unseen)
    return f" Also on {found}, by CPython's source; not run." if found else ""
