"""The dialect of regular expressions that means the same in Python and in JavaScript.

A pattern is a test's assertion and the finder's signature at once, and it meets hostile text.
So only what both languages read alike, and what cannot backtrack without bound, is allowed.
"""

import re
from collections.abc import Iterable
from functools import cache
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

LONGEST_REPEAT = 300
SHORTEST_LITERAL = 8
# What both languages read, and read alike, JavaScript with its flag `u`.
_TOKEN = re.compile(
    r"""
    \\(?:[dDwWsSbfnrtv^$\\.*+?()\[\]{}|/]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})  # an escape
    | \[\^?(?:[^\]\\]|\\(?:[dDwWsSfnrtv^$\\.*+?()\[\]{}|/-]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}))+\]  # a class
    | \{[0-9]+(?:,[0-9]*)?\}
    | [^\\\[\]{}]
    """,
    re.VERBOSE,
)
_SIMPLE = {c.LITERAL, c.NOT_LITERAL, c.ANY, c.AT}


class PatternError(ValueError):
    """A pattern is outside the dialect; the message says what is wrong."""


@cache
def check(pattern: str) -> None:
    """Raise `PatternError` unless `pattern` is in the dialect."""
    try:
        tree = _parsed(pattern)
    except re.error as error:
        raise PatternError(f"not a regular expression: {error}") from None
    _check_spelling(pattern)
    if tree.state.flags & ~re.UNICODE:
        raise PatternError("inline flags are not allowed")
    if tree.state.groups > 1:
        raise PatternError("groups must be non-capturing: (?:...)")
    _check_items(tree)


@cache
def _parsed(pattern: str) -> Any:
    return _parser.parse(pattern)


def _check_spelling(pattern: str) -> None:
    place = 0
    while place < len(pattern):
        token = _TOKEN.match(pattern, place)
        if token is None:
            raise PatternError(
                f"JavaScript does not read {pattern[place : place + 2]!r} at character {place + 1} as Python "
                "does: write no escape that is not needed, \\{ and \\} for braces, {0,n} for {,n}"
            )
        place = token.end()


def _check_items(items: Iterable[tuple[Any, Any]], *, repeated: bool = False) -> None:
    for operation, argument in items:
        if operation is c.MAX_REPEAT:
            _check_repeat(argument, repeated=repeated)
        elif operation is c.BRANCH:
            for branch in argument[1]:
                _check_items(branch, repeated=repeated)
        elif operation is c.SUBPATTERN:
            # Groups that capture nothing are gone from the tree, unless they have flags.
            raise PatternError("inline flags are not allowed")
        elif operation not in _SIMPLE | {c.IN}:
            raise PatternError(f"{str(operation).lower()} is not allowed")


def _check_repeat(argument: tuple[int, int, Any], *, repeated: bool) -> None:
    _, most, body = argument
    if most > LONGEST_REPEAT:
        raise PatternError(f"repetition must be bounded: {{m,n}} with n of at most {LONGEST_REPEAT}")
    if repeated:
        raise PatternError("a repetition inside a repetition is not allowed")
    _check_items(body, repeated=most > 1)


def search(pattern: str, text: str) -> bool:
    """Return whether `pattern` is found in `text`; classes such as `\\d` are ASCII, as in JavaScript."""
    return re.search(pattern, text, re.ASCII) is not None


def literals(pattern: str) -> list[str]:
    """Return literal texts of which at least one stands in every match; [] when there is none.

    A finder looks for them before it tries the expression.
    """
    return _required(_parsed(pattern))


def _required(items: Iterable[tuple[Any, Any]]) -> list[str]:
    best: list[str] = []
    run = ""
    for operation, argument in [*items, (None, None)]:
        if operation is c.LITERAL:
            run += chr(argument)
            continue
        repeated = _least(argument) if operation is c.MAX_REPEAT else ""
        best, run = _better(best, [run + repeated]), repeated
        if operation is c.BRANCH:
            best = _better(best, _any_of(_required(branch) for branch in argument[1]))
    return best


def _least(argument: tuple[int, int, Any]) -> str:
    """Return the shortest text of a repeated character; "" when something else is repeated."""
    least, _, body = argument
    operation, character = body[0]
    return chr(character) * least if len(body) == 1 and operation is c.LITERAL else ""


def _any_of(branches: Iterable[list[str]]) -> list[str]:
    found = list(branches)
    return [text for branch in found for text in branch] if all(found) else []


def _better(one: list[str], other: list[str]) -> list[str]:
    def weakest(texts: list[str]) -> int:
        return min(map(len, texts), default=0)

    return other if weakest(other) > weakest(one) else one
