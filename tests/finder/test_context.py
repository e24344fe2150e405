"""What stands around a message tells whether it happened, was cut or was handled; what is shown of it."""

import pytest

from asyncio_pitfalls.finder import context
from asyncio_pitfalls.finder.rank import line_of
from asyncio_pitfalls.finder.rules import LIMITS
from asyncio_pitfalls.finder.signatures import Start
from asyncio_pitfalls.finder.view import View, views

START: Start = {"text": "Task was destroyed but it is pending!", "least": 13, "whole": True}
VARIES: Start = {"text": "RuntimeWarning: coroutine", "least": 20, "whole": False}


def read(text: str) -> View:
    """Return `text` as it is, line by line."""
    return views(text, [])[1]


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
        ("Task was destroyed but it is pending!", None),
        ("Task was destroyed but it is pending! (in worker)...", None),
        ("Task was destroyed but it is pending!\nsecond\nTask was destroyed bu", 2),
        ("Task was destroyed bu" + " " * 50_000 + "...", None),
    ],
)
def test_a_message_was_cut_where_it_does_not_go_on(text: str, expected: int | None) -> None:
    """Eight characters more than it must have are enough, unless its next one begins the next line.

    A message that is there to its end was not cut, whatever follows it.
    """
    assert LIMITS["cut"] == len("Task was destroyed bu") - START["least"]
    assert expected == context.cut_line(read(text), START)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("RuntimeWarning: coroutine", 0), ("RuntimeWarning: coroutine 'sa...", 0), ("RuntimeWarning: co", None)],
)
def test_a_message_that_varies_may_be_cut_where_it_does(text: str, expected: int | None) -> None:
    """All that it has in common with its kind is then there."""
    assert expected == context.cut_line(read(text), VARIES)


@pytest.mark.parametrize(
    ("between", "expected"),
    [("", True), ("a\nb\n", True), ("a\nb\nc\n", False)],
)
def test_an_exception_was_handled_when_that_is_said_soon(between: str, expected: bool) -> None:
    """In one of the three lines after the line in which its message ends."""
    message = "RuntimeError: no running event loop\n"
    said = "During handling of the above exception, another exception occurred:"
    view = read(f"{message}{between}{said}\nx")
    for end in (1, len(message) - 1):
        assert expected is context.is_handled(view, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'no running event loop')", True),
        ("'no running event loop' was printed", False),
        ('in startup\n"no running event loop")', True),
        ('File "prices.py", line 3, in startup\n"no running event loop")', False),
    ],
)
def test_a_string_in_a_call_is_source_code(text: str, expected: bool) -> None:
    """It ends the call; below a frame it is the line that was executed."""
    view = read(text)
    start = view.text.index("no running")
    assert expected is context.is_context(view, start, start + len("no running event loop"))


@pytest.mark.parametrize(("more", "begins"), [(0, 0), (1, LIMITS["shown"] - 10 - LIMITS["shown"] // 3)])
def test_a_line_is_shown_whole_if_it_is_not_too_long(more: int, begins: int) -> None:
    """Else a part that begins before the match."""
    text = "".join(chr(ord("a") + place % 26) for place in range(LIMITS["shown"] + more))
    start = LIMITS["shown"] - 10
    assert {"number": 1, "text": text[begins:]} == line_of(read(text), start, start + 5)
