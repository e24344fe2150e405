"""Which error a log line or a warning only follows from."""

import pytest

from asyncio_pitfalls.finder.cause import error_beside
from asyncio_pitfalls.finder.rank import diagnose
from asyncio_pitfalls.finder.rules import LIMITS
from asyncio_pitfalls.finder.signatures import Table
from asyncio_pitfalls.finder.view import views
from forms import FORMS

LOGGED = "Task exception was never retrieved"
HEADER = "Traceback (most recent call last):"
FRAME = '  File "shop.py", line 3, in save'


def beside(text: str, kind: str, message: str = LOGGED) -> str:
    """Return the error beside `message` in `text`."""
    view = views(text, [])[1]
    start = view.text.index(message)
    return error_beside(view, start, start + len(message), kind)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([HEADER, FRAME, "KeyError: 'tea'"], "KeyError: 'tea'"),
        (["future: <Task finished>", FRAME, "KeyError: 'tea'"], "KeyError: 'tea'"),
        (["future: <Task finished>", "source_traceback: Object created", "shop.Full"], "shop.Full"),
        ([HEADER, "socket.gaierror: [Errno -2] unknown"], "socket.gaierror: [Errno -2] unknown"),
        ([HEADER, "12:00 ERROR shop: KeyError: 'tea'"], "12:00 ERROR shop: KeyError: 'tea'"),
        (
            [
                HEADER,
                "OSError: a",
                "",
                "During handling of the above exception, another",
                HEADER,
                "KeyError: 1",
            ],
            "KeyError: 1",
        ),
        ([HEADER, "OSError: a", "The above exception was the direct cause of", "KeyError: 1"], "KeyError: 1"),
        (["future: <Task finished exception=KeyError('tea')>"], "KeyError('tea')"),
        (
            ["future: <Task finished exception=gaierror(-2, 'unknown') created at a.py:1>"],
            "gaierror(-2, 'unknown')",
        ),
        (["future: <Task finished exception=<HttpError 403>>"], "<HttpError 403>"),
        (["future: <Task finished exception=KeyError('te"], "KeyError('te"),
        (["task: <Task pending name='tea'>", HEADER, "KeyError: 'tea'"], ""),
        ([HEADER, FRAME, "KeyboardInterrupt"], ""),
        ([HEADER, FRAME, "asyncio.exceptions.CancelledError"], ""),
        ([HEADER, "TypeError: object of type 'coroutine' has no len()"], ""),
        (["INFO tea", "INFO tea", "INFO tea", HEADER, "KeyError: 'tea'"], ""),
        ([HEADER, *[FRAME] * LIMITS["below"], "KeyError: 'tea'"], ""),
        (["KeyError"], ""),
    ],
)
def test_the_error_that_is_logged_with_a_message(lines: list[str], expected: str) -> None:
    """The end of its traceback, or `exception=`; Ctrl-C, a cancellation or a missing await is none."""
    assert expected == beside("\n".join([LOGGED, *lines]), "log")


@pytest.mark.parametrize("kind", ["log", "warning", "exception", "ignored"])
def test_the_error_above_a_message(kind: str) -> None:
    """It ends within three lines above; an exception is an error of its own and follows from none."""
    follows = kind in {"log", "warning"}
    for between, is_near in (("", True), ("a\nb\n", True), ("a\nb\nc\n", False)):
        expected = "KeyError: 'tea'" if follows and is_near else ""
        assert expected == beside(f"{HEADER}\nKeyError: 'tea'\n{between}{LOGGED}", kind)


def test_a_traceback_below_a_warning_is_another_one() -> None:
    """Only a log line has its own below it."""
    assert "" == beside(f"{LOGGED}\n{HEADER}\nKeyError: 'tea'", "warning")


def test_an_error_is_cut_to_what_can_be_shown() -> None:
    """Its text may be long."""
    assert LIMITS["shown"] == len(beside(f"{LOGGED}\n{HEADER}\nKeyError: {'x' * 999}", "log"))


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        ("KeyError: 'tea'", [("task-exception-never-retrieved", "KeyError: 'tea'")]),
        (
            "RuntimeError: Cannot close a running event loop",
            [("cannot-close-running-loop", ""), ("task-exception-never-retrieved", "")],
        ),
    ],
)
def test_an_error_with_a_page_is_the_answer(
    error: str, expected: list[tuple[str, str]], table: Table
) -> None:
    """What only follows from it comes after it; without a page the error is named."""
    text = f"{LOGGED}\n{HEADER}\n{error}"
    answers = [(answer["pitfall"], answer["error"]) for answer in diagnose(text, table)]
    assert expected == [answer for answer in answers if answer[0] in dict(expected)]


def test_an_error_that_speaks_for_the_pitfall_is_part_of_it(table: Table) -> None:
    """A clue of the pitfall matches it."""
    error = "TypeError: 'NoneType' object is not callable"
    answers = diagnose(f"Exception in callback None()\n{HEADER}\n{error}", table)
    assert ("callback-called-at-once", "") == (answers[0]["pitfall"], answers[0]["error"])


@pytest.mark.parametrize(
    "form", ["as it is", "container log file", "container runtime", "docker-compose", "JSON"]
)
def test_the_error_is_found_in_whatever_form_it_is_logged(form: str, table: Table) -> None:
    """What a program puts around each line is no part of it."""
    text = f"INFO tea\n{LOGGED}\n{HEADER}\n{FRAME}\nKeyError: no tea\n"
    assert ["KeyError: no tea"] == [answer["error"] for answer in diagnose(FORMS[form](text), table)]


def test_what_follows_from_an_error_comes_last(table: Table) -> None:
    """Even where its score is as high, and its line comes first."""
    text = f"{LOGGED}\n{HEADER}\nKeyError: 'tea'\nINFO 1\nINFO 2\nINFO 3\nUnclosed client session"
    first, last = diagnose(text, table)
    assert ("unclosed-client-session", "") == (first["pitfall"], first["error"])
    assert ("task-exception-never-retrieved", "KeyError: 'tea'") == (last["pitfall"], last["error"])
    assert first["score"] == last["score"]
