"""How many of the messages of asyncio have a page, and a folded list of those that have none."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from asyncio_pitfalls import asyncio_texts
from asyncio_pitfalls.asyncio_texts import Row, Texts
from pitfalls_site import domain


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("asyncio-texts", AsyncioTexts)


class AsyncioTexts(SphinxDirective):
    """The figures, what they count, and the open texts."""

    def run(self) -> list[nodes.Node]:
        """Return two paragraphs and a list that opens without JavaScript."""
        root = domain.of(self.env).catalogue.root
        self.env.note_dependency(str(root / asyncio_texts.FILE))
        try:
            texts = asyncio_texts.load(root)
        except asyncio_texts.TextsError as error:
            raise self.error(str(error)) from None
        left = texts.of("open")
        opening = f"<details><summary>{len(left)} messages without a page</summary>"
        return [
            nodes.paragraph("", "", nodes.strong("", answered(texts))),
            nodes.paragraph("", counted(texts)),
            nodes.raw("", opening, format="html"),
            nodes.bullet_list("", *(item(text, row) for text, row in left.items())),
            nodes.raw("", "</details>", format="html"),
        ]


def answered(texts: Texts) -> str:
    """Return how many of the messages that need an explanation have a page."""
    pages = len(texts.of("pitfall"))
    return f"{pages} of {pages + len(texts.of('open'))} messages that asyncio can print have a page."


def counted(texts: Texts) -> str:
    """Return what the figures count."""
    plain, internal = len(texts.of("plain")), len(texts.of("internal"))
    releases = ", ".join(texts.scanned)
    return (
        f"Each text that asyncio can raise, warn of or log in CPython {releases} counts once; "
        f"{plain} that explain themselves and {internal} that are not meant for users do not count."
    )


def item(text: str, row: Row) -> nodes.list_item:
    """Return a message with the versions that have it."""
    line = nodes.paragraph("", "", nodes.literal("", text), nodes.Text(f" (CPython {row.versions})"))
    return nodes.list_item("", line)
