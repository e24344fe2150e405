"""Texts of claims as nodes: a message in code, a sentence with the code that it marks."""

from docutils import nodes

from asyncio_pitfalls.claims import Symptom


def prose(text: str) -> list[nodes.Node]:
    """Return a sentence in which backticks mark code, as in Markdown."""
    return [
        nodes.literal("", part) if number % 2 else nodes.Text(part)
        for number, part in enumerate(text.split("`"))
        if part
    ]


def sight(symptom: Symptom) -> nodes.Node:
    """Return what a person sees of a symptom: its message, or for a silent one a sentence."""
    if symptom.kind == "silent":
        return nodes.inline("", "", *prose(symptom.sees), classes=["sees"])
    return nodes.literal("", symptom.message)
