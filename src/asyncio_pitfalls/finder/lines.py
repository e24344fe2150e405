"""Pasted text as clean lines: without colours, stamps, boxes, quoting and escapes, but with line numbers."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from asyncio_pitfalls.finder.rules import ESCAPED, ESCAPES, RULES


class Line(NamedTuple):
    """A clean line, and the number of the pasted line that it stands in."""

    number: int
    text: str


@cache
def rule(pattern: str) -> re.Pattern[str]:
    """Return a compiled expression of `rules.py`."""
    return re.compile(pattern, re.MULTILINE)


def clean(number: int, part: str) -> Iterator[Line]:
    """Yield the lines of `part`, of which `number` is the first, unless nothing stands in them."""
    for offset, text in enumerate(replaced(RULES, part).split("\n")):
        if text:
            yield Line(number + offset, text)


def unescaped(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines that stand escaped in some of `lines`, such as a traceback in JSON."""
    for number, text in lines:
        if rule(ESCAPED).search(text):
            pieces = (piece.strip(" ") for piece in replaced(ESCAPES, text).split("\n"))
            yield from (Line(number, piece) for piece in pieces if piece)


def replaced(rules: Iterable[tuple[str, str]], text: str) -> str:
    """Return `text` after all `rules`."""
    for pattern, replacement in rules:
        text = rule(pattern).sub(lambda _, new=replacement: new, text)  # type: ignore[misc]
    return text
