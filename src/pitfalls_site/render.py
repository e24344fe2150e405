"""What a block of a page shows, as nodes: listing, caption and recorded output."""

from typing import Any

from docutils import nodes

from asyncio_pitfalls.claims import Symptom
from asyncio_pitfalls.content import Shown
from asyncio_pitfalls.evidence import Observation
from asyncio_pitfalls.run.runner import command_line

_NOTHING = "It prints nothing."


def shown(it: Shown) -> list[nodes.Node]:
    """Return the script, unless it is on the page already, then the command and what it printed."""
    listing = [python(it.pitfall.source(it.run))] if it.has_listing else []
    verb = "prints:" if it.observation.text else "prints nothing."
    typed = nodes.literal("", command_line(it.run))
    sentence = nodes.Text(f" on CPython {it.exact} {verb}")
    caption = nodes.paragraph("", "", typed, sentence, classes=["caption-line"])
    return [*listing, caption, *([output(it.observation)] if it.observation.text else [])]


def python(source: str) -> nodes.literal_block:
    """Return a script as a listing."""
    return _block(source, "python")


def text(printed: str, **attributes: Any) -> nodes.literal_block:
    """Return output as a block."""
    return _block(printed, "text", **attributes)


def _block(content: str, language: str, **attributes: Any) -> nodes.literal_block:
    """Return a block that Sphinx highlights: its text is its source, to the last character."""
    content = content.rstrip("\n")
    return nodes.literal_block(content, content, language=language, **attributes)


def output(observation: Observation) -> nodes.Node:
    """Return recorded output as a block, or the sentence that there is none."""
    if not observation.text:
        return nodes.paragraph("", _NOTHING)
    return nodes.container("", text(observation.text), classes=["recorded"])


def prose(sentence: str) -> list[nodes.Node]:
    """Return a sentence in which backticks mark code, as in Markdown."""
    return [
        nodes.literal("", part) if number % 2 else nodes.Text(part)
        for number, part in enumerate(sentence.split("`"))
        if part
    ]


def sight(symptom: Symptom, message: str = "") -> nodes.Node:
    """Return what a person sees of a symptom: its message, or for a silent one a sentence."""
    if symptom.kind == "silent":
        return nodes.inline("", "", *prose(symptom.sees), classes=["sees"])
    return nodes.literal("", message or symptom.message)
