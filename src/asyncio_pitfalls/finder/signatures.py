"""The signatures: everything the finder knows, as one table that the browser is given as well.

The expressions are the claims' own; here nothing is written by hand but the weights.
"""

import re
from re import _parser  # type: ignore[attr-defined]
from typing import TypedDict

from asyncio_pitfalls import patterns
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import RULED_OUT, Pitfall, Symptom
from asyncio_pitfalls.finder import rules

# An exception is the mistake itself, a log line or a warning often only follows from it; a
# pitfall of which a second symptom stands in the text explains more of it; an exception
# that was handled is seldom what the person asks about.
# A sum of clues of `ruled_out` or less means that the text is of something else.
WEIGHTS = {
    "exception": 12,
    "ignored": 12,
    "log": 6,
    "warning": 0,
    "more": 1,
    "handled": -4,
    "ruled_out": RULED_OUT,
}
# So many characters of a message, after what it begins with like others, are its own.
LEAST = 12
# The name of an exception, "Exception ignored in:" and, from Python 3.14 on, "Exception ignored while ...".
_LIKE_OTHERS = re.compile(r"(?:.*: )?(?:Exception ignored while [a-z ]+)?")
# Where the text of a message begins to vary: `<name>`, `0x...`.
_VARIES = re.compile(r"<[a-z][a-z ]*>|0x|\.\.\.")
# Where colours and escapes break a literal in a text that is not clean yet.
_BREAKS = re.compile("[:'\"<>&\\\\]")


class Expression(TypedDict):
    """An expression, texts of which one stands in each match, and how long a match can be."""

    pattern: str
    literals: list[str]
    reach: int


class Start(TypedDict):
    """How a message begins: of one that was cut short, at least `least` characters of `text` remain.

    If nothing of the message varies, the text is the `whole` message.
    """

    text: str
    least: int
    whole: bool


class SymptomEntry(TypedDict):
    """What a person sees, and how its messages begin, or go on after what varies, on the various versions."""

    kind: str
    find: Expression
    starts: list[Start]


class ClueEntry(TypedDict):
    """What makes a pitfall more or less likely."""

    score: int
    why: str
    find: Expression


class Entry(TypedDict):
    """A pitfall."""

    pitfall: str
    title: str
    url: str
    tell_apart: str
    symptoms: list[SymptomEntry]
    clues: list[ClueEntry]


class Table(TypedDict):
    """All that a finder needs, in any language."""

    rules: list[list[str]]
    escaped: str
    binary: str
    escapes: list[list[str]]
    marks: dict[str, str]
    limits: dict[str, int]
    weights: dict[str, int]
    anchors: list[str]
    pitfalls: list[Entry]


def table(catalogue: Catalogue) -> Table:
    """Return the table for all pitfalls."""
    pitfalls = [entry(catalogue, pitfall) for pitfall in catalogue.pitfalls()]
    return {
        "rules": [list(rule) for rule in rules.RULES],
        "escaped": rules.ESCAPED,
        "binary": rules.BINARY,
        "escapes": [list(rule) for rule in rules.ESCAPES],
        "marks": rules.MARKS,
        "limits": rules.LIMITS,
        "weights": WEIGHTS,
        "anchors": anchors(pitfalls),
        "pitfalls": pitfalls,
    }


def entry(catalogue: Catalogue, pitfall: Pitfall) -> Entry:
    """Return what the finder needs of one pitfall; silent symptoms print nothing to be found."""
    return {
        "pitfall": pitfall.slug,
        "title": plain(catalogue.title(pitfall.slug)),
        "url": catalogue.address(pitfall.slug),
        "tell_apart": pitfall.tell_apart,
        "symptoms": [
            symptom_entry(symptom) for symptom in pitfall.symptoms.values() if symptom.kind != "silent"
        ],
        "clues": [
            {"score": clue.score, "why": clue.why, "find": expression(clue.pattern)} for clue in pitfall.clues
        ],
    }


def symptom_entry(symptom: Symptom) -> SymptomEntry:
    """Return what the finder needs of one symptom."""
    # A rest is enough only where the message is: other expressions ask for more evidence than that.
    enough = [message for message in symptom.messages if patterns.search(symptom.pattern, message)]
    found = [*map(start_of, symptom.messages), *(start_of(rest) for rest in map(rest_of, enough) if rest)]
    # A message of one word, such as `NotImplementedError`, begins like other words.
    starts = [start for start in found if len(start["text"]) >= start["least"] and " " in start["text"]]
    return {"kind": symptom.kind, "find": expression(symptom.pattern), "starts": starts}


def rest_of(message: str) -> str:
    """Return how `message` goes on after the last part that varies; "" when nothing of it varies."""
    _, *parts = _VARIES.split(message)
    return parts[-1] if parts else ""


def start_of(message: str) -> Start:
    """Return how `message` begins."""
    text = _VARIES.split(message)[0]
    shared = _LIKE_OTHERS.match(text)
    return {"text": text.rstrip(), "least": (shared.end() if shared else 0) + LEAST, "whole": text == message}


def expression(pattern: str) -> Expression:
    """Return `pattern` with its literals and the length of its longest match."""
    reach = _parser.parse(pattern).getwidth()[1]
    return {"pattern": pattern, "literals": patterns.literals(pattern), "reach": reach}


def anchors(pitfalls: list[Entry]) -> list[str]:
    """Return the texts around which a long text is read, one for each literal of a symptom."""
    return sorted(
        {
            anchor(literal)
            for pitfall in pitfalls
            for symptom in pitfall["symptoms"]
            for literal in symptom["find"]["literals"]
        }
    )


def anchor(literal: str) -> str:
    """Return what stands in a long text wherever `literal` does, though colours and escapes break it."""
    longest = max(_BREAKS.split(literal), key=len)
    return longest if len(longest) >= LEAST else literal


def plain(title: str) -> str:
    """Return a heading without its Markdown."""
    return title.replace("`", "")
