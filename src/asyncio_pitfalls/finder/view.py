"""A text as it is searched: clean lines, joined to one string in several ways."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from asyncio_pitfalls.finder.excerpt import parts
from asyncio_pitfalls.finder.lines import Line, clean, unescaped


class View(NamedTuple):
    """Lines glued to one string, so that a literal is looked for once and not in every line.

    Glued by a line end, a match stays within its line; otherwise it is one of a wrapped message.
    `found` remembers where literals stand, because many expressions share theirs.
    """

    lines: list[Line]
    glue: str
    text: str
    starts: list[int]
    found: dict[str, list[int]]

    def index_at(self, offset: int) -> int:
        """Return the index of the line that `offset` is in."""
        return bisect_right(self.starts, offset) - 1

    def end_of(self, index: int) -> int:
        """Return the offset at which the line ends."""
        return self.starts[index] + len(self.lines[index].text)


def views(text: str, anchors: Iterable[str]) -> list[View]:
    """Return `text` unescaped, read as it is, and joined where a message goes over several lines.

    What was escaped comes first, because only there a message has lines around it.
    What was escaped is one pasted line, so a terminal has not wrapped it in the middle of words.
    """
    lines = [line for part in parts(text, anchors) for line in clean(*part)]
    inner = list(unescaped(lines))
    return [glued(inner, "\n"), glued(lines, "\n"), glued(inner, " "), glued(lines, " "), glued(lines, "")]


def glued(lines: list[Line], glue: str) -> View:
    """Return `lines` as one string."""
    starts = accumulate((len(line.text) + len(glue) for line in lines), initial=0)
    return View(lines, glue, glue.join(line.text for line in lines), list(starts)[:-1], {})
