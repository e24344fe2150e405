"""The message index has every symptom, with all pitfalls behind it."""

from pathlib import Path

import pytest

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Symptom
from asyncio_pitfalls.messages import Message, anchor, messages
from claims_file import REPORTED, edit
from support import CATALOGUE, SLUG

CASES = {
    "RuntimeError: Event loop is closed": "event-loop-is-closed",
    "RuntimeWarning: coroutine '<name>' was never awaited": "coroutine-was-never-awaited",
    "Executing <Task pending ...> took 0.150 seconds": "executing-task-pending-took-seconds",
    "Task <Task pending ...> got Future <Future pending>": "task-pending-got-future-pending",
    "pytest.PytestUnraisableExceptionWarning: Exception ignored in: <socket.socket fd=...>": (
        "exception-ignored-in-socket"
    ),
    "ResourceWarning: unclosed event loop <Loop running=False debug=True>": "unclosed-event-loop",
    "<asyncio.locks.Lock object at 0x... [locked]> is bound": "asyncio-locks-lock-object-locked-is-bound",
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.values())
def test_anchors_are_the_words_that_do_not_vary(text: str, expected: str) -> None:
    """A number or a name in a message does not move its entry."""
    assert expected == anchor("key", Symptom(kind="log", message=text, pattern=text))


def test_silent_symptoms_go_by_their_key() -> None:
    """What is seen of them is a sentence that may be improved."""
    symptom = Symptom(kind="silent", message="saved: 0", pattern="saved: 0", sees="Nothing is saved.")
    assert "silent-nothing-saved" == anchor("nothing-saved", symptom)


def test_every_message_has_an_address() -> None:
    """Some of its words do not vary; `asyncio.async(...)` alone would have none."""
    assert [] == [message.texts for message in messages(CATALOGUE) if not message.anchor]


def entry(name: str) -> Message:
    """Return one entry of the index."""
    return next(message for message in messages(CATALOGUE) if message.anchor == name)


def test_a_message_of_several_pitfalls_is_one_entry() -> None:
    """The same text appears once, with its causes."""
    slugs = {cause.pitfall.slug for cause in entry("event-loop-is-closed").causes}
    assert {"loop-closed-at-exit", "loop-closed-on-reuse"} <= slugs


def test_a_cause_with_a_wider_expression_is_listed_too() -> None:
    """gather() names any thread; whoever sees the message for the main thread finds it there."""
    slugs = {
        cause.pitfall.slug for cause in entry("there-is-no-current-event-loop-in-thread-mainthread").causes
    }
    assert {"gather-outside-coroutine", "no-current-event-loop"} <= slugs


def test_each_cause_has_its_own_versions() -> None:
    """They come from the failure, and tell causes apart: this one needs a newer Python."""
    causes = {
        cause.pitfall.slug: cause.versions
        for cause in entry("there-is-no-current-event-loop-in-thread-mainthread").causes
    }
    assert "3.14" == causes["no-current-event-loop"][0]
    assert "3.8" == causes["no-current-loop-after-run"][0]


def test_ranges_that_were_not_run_are_named() -> None:
    """A patch release that behaves differently and is not on this machine is not passed over."""
    causes = {cause.pitfall.slug: cause for cause in entry("there-is-no-current-event-loop").causes}
    assert ">=3.10,<3.10.10" in causes["no-current-event-loop"].unseen
    assert () == entry("event-loop-is-closed").causes[0].unseen


def test_a_later_text_is_in_the_same_entry(sandbox: Path) -> None:
    """The address comes from the first text, so that a new Python does not move it."""
    later = "RuntimeWarning: coroutine 'a.b' was never awaited"
    table = f'[[symptoms.never-awaited.later]]\nversions = ">=3.14"\nmessage = "{later}"\n\n'
    edit(sandbox, "[[failure.claims]]", f"{table}[[failure.claims]]")
    [message] = messages(Catalogue(sandbox))
    assert "coroutine-was-never-awaited" == message.anchor
    assert ("RuntimeWarning: coroutine '<name>' was never awaited", later) == message.texts


def test_a_moved_entry_names_its_former_anchors(sandbox: Path) -> None:
    """A link to where it was still leads there."""
    moved = '[messages]\n"never-awaited" = "coroutine-was-never-awaited"\n"other" = "elsewhere"\n'
    (sandbox / "docs" / "redirects.toml").write_text(moved, encoding="utf-8")
    [message] = messages(Catalogue(sandbox))
    assert ("never-awaited",) == message.former


def test_a_reported_text_names_its_program(sandbox: Path) -> None:
    """No version shows it, and its entry leads to the code that has the text."""
    edit(sandbox, "[[failure.claims]]", REPORTED)
    own, other = sorted(messages(Catalogue(sandbox)), key=lambda message: message.reported_by)
    assert () == own.reported_by
    assert (("Shop", "https://example.org/shop.py"),) == other.reported_by
    assert () == other.versions
    assert [SLUG] == [cause.pitfall.slug for cause in other.causes]


def test_what_is_silent_comes_last() -> None:
    """The rest is in the order of its texts."""
    found = messages(CATALOGUE)
    expected = sorted(found, key=lambda message: (message.silent, message.texts[0].casefold()))
    assert [message.anchor for message in expected] == [message.anchor for message in found]
    assert len(found) == len({message.anchor for message in found})
