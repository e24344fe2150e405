"""Texts and a table made to keep a finder busy, and texts that nearly match an expression."""

import copy
from collections.abc import Iterable
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from asyncio_pitfalls.finder.signatures import Table

_HIT = (
    'Traceback (most recent call last):\n  File "/usr/lib/python3.12/asyncio/base_events.py", line 541\n'
    "RuntimeError: Event loop is closed\n"
)
_LOG = "2026-11-01 12:00:00,123 INFO shop.tasks [812] Task order[1f3a] succeeded in 0.01 s, loop idle\n"

# A piece of each kind; a text of any length is made by repetition.
PIECES: dict[str, str] = {
    "an ordinary log": _LOG,
    "an ordinary log in one line": _LOG.replace("\n", " "),
    "every line a hit": _HIT,
    "hits in one line": _HIT.replace("\n", " "),
    "hits escaped in one line": _HIT.replace("\n", "\\n"),
    "words that all messages have": "event loop\ncoroutine\nTask was\npending\nnever awaited\nthread '\n",
    "brackets": "(",
    "angle brackets": "<a ",
    "bars": "|",
    "spaces": " ",
    "quotes": "'",
    "backslashes": "\\",
    "escaped line ends": "\\n",
    "escape characters": "\x1b[",
    "hyperlinks that do not end": "\x1b]8;;x",
    "time stamps that do not end": "2026-11-01T10:",
    "numbers": "1234567890",
    "zeros": "\0",
    "line ends": "\n",
    "letters of other scripts": "ü│é ",
    "emoji": "\U0001f600 ",
}


def of_length(piece: str, length: int) -> str:
    """Return a text of about `length` characters made of `piece`."""
    return piece * (length // len(piece))


def enlarged(table: Table, pitfalls: int) -> Table:
    """Return a table of at least so many pitfalls: copies look for other texts, at the same cost."""
    larger: Table = copy.deepcopy(table)
    while len(larger["pitfalls"]) < pitfalls:
        number = len(larger["pitfalls"])
        entry = copy.deepcopy(table["pitfalls"][number % len(table["pitfalls"])])
        entry["pitfall"] += f"-{number}"
        for part in (*entry["symptoms"], *entry["clues"]):
            part["find"]["literals"] = [f"{text[::-1]}{number}" for text in part["find"]["literals"]]
        larger["pitfalls"].append(entry)
    return larger


def nearly(pattern: str) -> str:
    """Return the longest match of `pattern` without its end, so that a search tries all there is."""
    return _longest(_parser.parse(pattern))[:-1]


def _longest(items: Iterable[tuple[Any, Any]]) -> str:
    return "".join(_member(operation, argument) for operation, argument in items)


def _member(operation: Any, argument: Any) -> str:
    """Return the longest text that one item of a parsed expression matches."""
    if operation is c.LITERAL:
        return chr(argument)
    if operation is c.MAX_REPEAT:
        return _longest(argument[2]) * argument[1]
    if operation is c.SUBPATTERN:
        return _longest(argument[-1])
    if operation is c.BRANCH:
        return max(map(_longest, argument[1]), key=len)
    if operation is c.IN and argument[0][0] is c.LITERAL:
        return chr(argument[0][1])
    # A letter, a digit or a space: what negated classes, the dot and `\d` and `\w` take.
    return "" if operation is c.AT else "1"
