"""The parts of a long text that are worth reading, so that 5 MB of log cost little more than a page of it."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from asyncio_pitfalls.finder.rules import LIMITS

# JavaScript counts two for these characters.
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def parts(text: str, anchors: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the parts of `text` that are worth reading, each with the number of its first line."""
    text = text if text.isascii() else _ASTRAL.sub("\ufffd", text)
    text = text.replace("\r\n", "\n")
    number, counted = 1, 0
    for start, end in spans(text, anchors):
        number, counted = number + text.count("\n", counted, start), start
        yield number, text[start:end]


def spans(text: str, anchors: Iterable[str]) -> list[tuple[int, int]]:
    """Return where the parts begin and end, in order and apart from each other."""
    if len(text) <= LIMITS["whole"]:
        return [(0, len(text))]
    found = [around(text, 0)]
    most = LIMITS["whole"] // (LIMITS["before"] + LIMITS["after"])
    # The first place of every anchor before the second of any, so that none crowds out the others.
    rounds = zip_longest(*(places(text, anchor) for anchor in anchors))
    for place in chain.from_iterable(rounds):
        if len(found) == most:
            break
        if place is not None and not any(start <= place < end for start, end in found):
            found.append(around(text, place))
    return merged(sorted(found))


def places(text: str, anchor: str) -> Iterator[int]:
    """Yield where `anchor` stands in `text`: first, last, second, last but one, and so on."""
    low, high = 0, len(text)
    for _ in range(LIMITS["parts"]):
        first = text.find(anchor, low, high)
        if first < 0:
            return
        yield first
        low = first + LIMITS["after"]
        last = text.rfind(anchor, low, high)
        if last < 0:
            return
        yield last
        high = last - LIMITS["before"]


def around(text: str, place: int) -> tuple[int, int]:
    """Return the part around `place`, of whole lines unless a line is too long for that."""
    start, end = max(0, place - LIMITS["before"]), min(len(text), place + LIMITS["after"])
    first = text.find("\n", start, place) if start else -1
    last = text.rfind("\n", place, end) if end < len(text) else -1
    return (start if first < 0 else first + 1), (end if last < 0 else last)


def merged(spans_in_order: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans with those that overlap made one."""
    result: list[tuple[int, int]] = []
    for start, end in spans_in_order:
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
