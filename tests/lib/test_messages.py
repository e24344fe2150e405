"""The message index has every symptom, with all pitfalls behind it."""

import html
import re
from pathlib import Path

import pytest

from asyncio_pitfalls import catalogue, messages
from asyncio_pitfalls.claims import Symptom
from asyncio_pitfalls.messages import Message, anchor

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


def entry(name: str) -> Message:
    """Return one entry of the index."""
    return next(message for message in messages.messages() if message.anchor == name)


def test_a_message_of_several_pitfalls_is_one_entry() -> None:
    """The same text stands once, with its causes."""
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


def words(text: str) -> str:
    """Return the words of HTML or plain text: tags, quotes and dashes differ between them."""
    return " ".join(re.findall(r"\w+", html.unescape(re.sub(r"<[^<>]+>", "", text))))


def test_every_symptom_is_in_the_index(built_site: Path) -> None:
    """Each has an entry on the page, with the pitfall's page linked and the words that tell it apart."""
    page = (built_site / "messages" / "index.html").read_text(encoding="utf-8")
    sections = dict(re.findall(r'<section id="([^"]+)">\n(<h3>.*?)</section>', page, re.DOTALL))
    for pitfall in catalogue.pitfalls():
        for key, symptom in pitfall.symptoms.items():
            section = sections[anchor(key, symptom)]
            assert f'href="../pitfalls/{pitfall.slug}/"' in section
            assert words(html.escape(pitfall.tell_apart).replace("`", "")) in words(section)


def test_silent_symptoms_have_their_own_section(built_site: Path) -> None:
    """They stand last, after the heading that says so."""
    page = (built_site / "messages" / "index.html").read_text(encoding="utf-8")
    _, _, last = page.partition('<section id="what-happens-without-a-message">')
    silent = {message.anchor for message in messages.messages() if message.silent}
    assert silent == set(re.findall(r'<section id="([^"]+)">', last))


def test_pages_link_to_the_index(built_site: Path) -> None:
    """What a page says you see is a link to the entry, which may know other causes."""
    for pitfall in catalogue.pitfalls():
        page = (built_site / "pitfalls" / pitfall.slug / "index.html").read_text(encoding="utf-8")
        for key, symptom in pitfall.symptoms.items():
            assert f'href="../../messages/#{anchor(key, symptom)}"' in page
