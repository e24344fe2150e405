"""Searches a view for expressions, by their literals first."""

import re
from collections.abc import Iterator
from functools import cache

from asyncio_pitfalls.finder.rules import LIMITS
from asyncio_pitfalls.finder.signatures import Expression
from asyncio_pitfalls.finder.view import View


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a claim's expression as JavaScript reads it, where classes are ASCII."""
    return re.compile(pattern, re.ASCII)


def matches(view: View, expression: Expression) -> Iterator[tuple[int, int]]:
    """Yield where `expression` matches; a match over several lines only where lines are joined."""
    for literal in expression["literals"]:
        for place in occurrences(view, literal):
            low, high = window_of(view, place, len(literal) + expression["reach"])
            for match in compiled(expression["pattern"]).finditer(view.text[low:high]):
                start, end = low + match.start(), low + match.end()
                if start <= place < end and (view.glue == "\n" or over_lines(view, start, end)):
                    yield start, end


def occurrences(view: View, literal: str) -> list[int]:
    """Return where `literal` is in the text, up to a bound."""
    if literal not in view.found:
        places: list[int] = []
        place = view.text.find(literal)
        while place >= 0 and len(places) < LIMITS["places"]:
            places.append(place)
            place = view.text.find(literal, place + 1)
        view.found[literal] = places
    return view.found[literal]


def window_of(view: View, place: int, reach: int) -> tuple[int, int]:
    """Return between which offsets a match can stand that includes `place`.

    It is one character wider than the longest match, so that `^` and `$` match at ends of lines only.
    """
    low, high = 0, len(view.text)
    if view.glue == "\n":
        index = view.index_at(place)
        low, high = view.starts[index], view.end_of(index)
    return max(low, place - reach - 1), min(high, place + reach + 1)


def over_lines(view: View, start: int, end: int) -> bool:
    """Return whether a match stands in more than one line."""
    return view.index_at(start) < view.index_at(end - 1)
