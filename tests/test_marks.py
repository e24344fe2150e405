"""What stands around a message tells whether it was cut, and whether the exception was handled."""

import pytest

from asyncio_pitfalls.finder import marks
from asyncio_pitfalls.finder.reading import Reading, over_lines, readings
from asyncio_pitfalls.finder.rules import LIMITS

START = "Task was destroyed but it is pending!"
LEAST = 13


def read(text: str) -> Reading:
    """Return `text` as it is, line by line."""
    return readings(text, [])[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Task was destroyed bu", 0),
        ("first\nTask was destroyed bu\nsecond", 1),
        ("Task was destroyed b\nsecond", None),
        ("Task was destroyed bu\nt it is pending!", None),
        ("Task was destroyed but\n it is pending!", None),
        ("Task was destroyed but\nit is pending!", None),
        ("Task was dest", 0),
        ("Task was des", None),
        ("Task was destr...\nt it is pending!", 0),
    ],
)
def test_a_message_was_cut_where_it_does_not_go_on(text: str, expected: int | None) -> None:
    """Eight characters more than it must have are enough, unless its next one begins the next line."""
    assert LIMITS["cut"] == len("Task was destroyed bu") - LEAST
    assert expected == marks.cut_line(read(text), START, LEAST)


@pytest.mark.parametrize(
    ("between", "expected"),
    [("", True), ("a\nb\n", True), ("a\nb\nc\n", False)],
)
def test_an_exception_was_handled_when_that_is_said_soon(between: str, expected: bool) -> None:
    """In one of the three lines after the line in which its message ends."""
    message = "RuntimeError: no running event loop\n"
    said = "During handling of the above exception, another exception occurred:"
    reading = read(f"{message}{between}{said}\nx")
    for end in (1, len(message) - 1):
        assert expected is marks.is_handled(reading, end)


def test_a_match_over_lines_ends_in_another_than_it_begins() -> None:
    """Its end is after its last character."""
    reading = read("one\ntwo")
    assert [False, False, True, False] == [
        over_lines(reading, *place) for place in ((0, 3), (0, 4), (2, 5), (4, 7))
    ]
