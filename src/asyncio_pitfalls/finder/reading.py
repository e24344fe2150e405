"""Clean lines in which expressions are searched, by their literals first."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from asyncio_pitfalls.finder.excerpt import parts
from asyncio_pitfalls.finder.lines import Line, clean, unescaped
from asyncio_pitfalls.finder.rules import LIMITS
from asyncio_pitfalls.finder.signatures import Expression


class Reading(NamedTuple):
    """Lines glued to one string, so that a literal is looked for once and not in every line.

    Glued by a line end, a match stays within its line; otherwise it is one of a wrapped message.
    """

    lines: list[Line]
    glue: str
    text: str
    starts: list[int]

    def index_at(self, offset: int) -> int:
        """Return the index of the line that `offset` is in."""
        return bisect_right(self.starts, offset) - 1

    def end_of(self, index: int) -> int:
        """Return the offset at which the line ends."""
        return self.starts[index] + len(self.lines[index].text)


def readings(text: str, anchors: Iterable[str]) -> list[Reading]:
    """Return `text` read as it is, unescaped, and joined where a message may have been wrapped."""
    lines = [line for part in parts(text, anchors) for line in clean(*part)]
    return [glued(lines, "\n"), glued(list(unescaped(lines)), "\n"), glued(lines, " "), glued(lines, "")]


def glued(lines: list[Line], glue: str) -> Reading:
    """Return `lines` as one string."""
    starts = accumulate((len(line.text) + len(glue) for line in lines), initial=0)
    return Reading(lines, glue, glue.join(line.text for line in lines), list(starts)[:-1])


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a claim's expression as JavaScript reads it, where classes are ASCII."""
    return re.compile(pattern, re.ASCII)


def matches(reading: Reading, expression: Expression) -> Iterator[tuple[int, int]]:
    """Yield where `expression` matches; a match over several lines only where lines are joined."""
    for literal in expression["literals"]:
        for place in occurrences(reading.text, literal):
            low, high = window_of(reading, place, len(literal) + expression["reach"])
            for match in compiled(expression["pattern"]).finditer(reading.text[low:high]):
                start, end = low + match.start(), low + match.end()
                if start <= place < end and (reading.glue == "\n" or over_lines(reading, start, end)):
                    yield start, end


def occurrences(text: str, literal: str) -> Iterator[int]:
    """Yield where `literal` stands in `text`, up to a bound."""
    place = text.find(literal)
    for _ in range(LIMITS["places"]):
        if place < 0:
            return
        yield place
        place = text.find(literal, place + 1)


def window_of(reading: Reading, place: int, reach: int) -> tuple[int, int]:
    """Return between which offsets a match can stand that includes `place`.

    It is one character wider than the longest match, so that `^` and `$` match at ends of lines only.
    """
    low, high = 0, len(reading.text)
    if reading.glue == "\n":
        index = reading.index_at(place)
        low, high = reading.starts[index], reading.end_of(index)
    return max(low, place - reach - 1), min(high, place + reach + 1)


def over_lines(reading: Reading, start: int, end: int) -> bool:
    """Return whether a match stands in more than one line."""
    return reading.index_at(start) < reading.index_at(end - 1)
