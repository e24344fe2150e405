"""What a block of a page shows, as nodes: listing, caption and recorded output."""

import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes

from asyncio_pitfalls import diff
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall, Symptom
from asyncio_pitfalls.content import Shown
from asyncio_pitfalls.evidence import Observation
from asyncio_pitfalls.run.runner import command_line
from asyncio_pitfalls.run.verify import is_in
from asyncio_pitfalls.trace import recorded

# Outputs of more lines are folded below the part that matters, which has at least so many.
_LONG, _SHORT = 25, 12
_NOTHING = "It prints nothing."


def shown(catalogue: Catalogue, it: Shown) -> list[nodes.Node]:
    """Return the script, unless it is on the page already, then the command and what it printed."""
    listing = [_listing(catalogue, it)] if it.has_listing else []
    verb = "prints:" if it.observation.text else "prints nothing."
    typed = nodes.literal("", command_line(it.run))
    sentence = nodes.Text(f" on CPython {it.exact} {verb}")
    caption = nodes.paragraph("", "", typed, sentence, classes=["caption-line"])
    return [*listing, caption, *([output(it.pitfall, it.observation)] if it.observation.text else [])]


def _listing(catalogue: Catalogue, it: Shown) -> nodes.literal_block:
    """Return a script, with line numbers where its output or the picture of its run names lines."""
    place = re.compile(rf"{re.escape(it.run.script)}(?:\", line |\", lineno |:)\d+")
    is_numbered = it.run.name in recorded.RUNS and recorded.is_wanted(catalogue, it.pitfall.slug)
    is_numbered = is_numbered or any(place.search(line) for line in it.observation.output)
    marks = {"hl_lines": _marked(catalogue, it)}
    source = it.pitfall.source(it.run)
    return _block(source, "python", linenos=is_numbered, highlight_args=marks, run=it.run.name)


def listings(doctree: nodes.document) -> Iterator[nodes.literal_block]:
    """Yield each script on a page; its attribute `run` is the name of its run."""
    return (block for block in doctree.findall(nodes.literal_block) if "run" in block)


def _marked(catalogue: Catalogue, it: Shown) -> list[int]:
    """Return the line of a failure that its output names, and the lines of a fix that the failure lacks."""
    if it.run.is_fix:
        return diff.changed_lines(it.pitfall, it.run.name)
    named = diff.failing_line(it.pitfall, catalogue.evidence(it.pitfall.slug))
    return [named[0]] if named and it.run.name == "failure" else []


def text(printed: str, **attributes: Any) -> nodes.literal_block:
    """Return output as a block."""
    return _block(printed, "text", **attributes)


def _block(content: str, language: str, **attributes: Any) -> nodes.literal_block:
    """Return a block that Sphinx highlights: its text is its source, to the last character."""
    content = content.rstrip("\n")
    return nodes.literal_block(content, content, language=language, **attributes)


def output(pitfall: Pitfall, observation: Observation) -> nodes.Node:
    """Return recorded output as a block in which symptoms are marked, or the sentence that there is none."""
    if not observation.text:
        return nodes.paragraph("", _NOTHING)
    symptoms = [symptom for symptom in pitfall.symptoms.values() if symptom.kind != "silent"]
    marked = [
        number
        for number, line in enumerate(observation.output, 1)
        if any(is_in(symptom, line) for symptom in symptoms)
    ]
    cut = _cut(len(observation.output), marked)
    head = "".join(f"{line}\n" for line in observation.output[:cut])
    block = text(head, highlight_args={"hl_lines": marked})
    return nodes.container("", block, *_rest(observation.output[cut:]), classes=["recorded"])


def _cut(length: int, marked: list[int]) -> int:
    """Return how many lines of an output are shown at once: those up to the last symptom, if it is long."""
    if length <= _LONG:
        return length
    return min(length, max([_SHORT, *(number + 1 for number in marked)]))


def _rest(lines: tuple[str, ...]) -> list[nodes.Node]:
    """Return the lines below the part that matters, folded; they open without JavaScript."""
    if not lines:
        return []
    opening = f'<details class="rest"><summary>{len(lines)} more lines</summary>'
    block = text("".join(f"{line}\n" for line in lines))
    return [nodes.raw("", opening, format="html"), block, nodes.raw("", "</details>", format="html")]


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
