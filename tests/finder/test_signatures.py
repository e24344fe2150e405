"""What the finder knows of a symptom is derived from its claim, and one table serves both languages."""

import pytest

import node
from asyncio_pitfalls.claims import Symptom, Wording
from asyncio_pitfalls.finder import signatures
from asyncio_pitfalls.finder.paste import complaint
from asyncio_pitfalls.finder.rank import diagnose
from support import CATALOGUE


@pytest.mark.parametrize(
    ("message", "start", "least", "whole"),
    [
        ("RuntimeError: no running event loop", "RuntimeError: no running event loop", 26, True),
        ("RuntimeError: thread <name> has no loop", "RuntimeError: thread", 26, False),
        (
            "Exception ignored in: RuntimeError: loop 0x7f is closed",
            "Exception ignored in: RuntimeError: loop",
            48,
            False,
        ),
        (
            "Warning: Exception ignored while closing generator <coroutine object <name>>",
            "Warning: Exception ignored while closing generator <coroutine object",
            63,
            False,
        ),
        ("Task was destroyed but it is pending!", "Task was destroyed but it is pending!", 12, True),
        ("RuntimeError: <name> has no loop", "RuntimeError:", 26, False),
        ("<name> has no loop", "", 12, False),
    ],
)
def test_how_much_of_a_message_must_remain(message: str, start: str, least: int, whole: bool) -> None:
    """Twelve characters after what it has in common with others; the part that varies is not its own."""
    assert {"text": start, "least": least, "whole": whole} == signatures.start_of(message)


def test_a_message_of_one_word_is_not_looked_for_where_it_was_cut() -> None:
    """`return NotImplemented` would look like it."""
    symptom = Symptom(kind="exception", message="NotImplementedError", pattern="in add_signal_handler")
    assert [] == signatures.symptom_entry(symptom)["starts"]


def test_what_the_finder_needs_of_a_symptom() -> None:
    """The starts of its messages on all versions, unless one varies so early that any text begins like it.

    What follows after that must do, if the expression finds it.
    """
    later = (
        Wording(versions=">=3.11", message="RuntimeError: loop is gone"),
        Wording(versions=">=3.13", message="<name> has no loop at all"),
        Wording(versions=">=3.14", message="<name> has lost its loop"),
    )
    symptom = Symptom(
        kind="exception", message="thread without loop", pattern="no loop (?:at all)?", later=later
    )
    assert {
        "kind": "exception",
        "find": {"pattern": "no loop (?:at all)?", "literals": ["no loop "], "reach": 14},
        "starts": [
            {"text": "thread without loop", "least": 12, "whole": True},
            {"text": "RuntimeError: loop is gone", "least": 26, "whole": True},
            {"text": " has no loop at all", "least": 12, "whole": True},
        ],
    } == signatures.symptom_entry(symptom)


@pytest.mark.parametrize(
    ("literal", "expected"),
    [
        ("'save' was never awaited", " was never awaited"),
        ("was never: awaited", "was never: awaited"),
        ("RuntimeError: 0123456789a", "RuntimeError"),
        ("KeyError: 0123456789a", " 0123456789a"),
        ("KeyError: 0123456789", "KeyError: 0123456789"),
    ],
)
def test_an_anchor_stands_also_where_a_text_is_coloured(literal: str, expected: str) -> None:
    """It is the longest piece between characters that colours and escapes break, unless that is too short."""
    assert expected == signatures.anchor(literal)


def test_a_title_is_shown_without_markdown() -> None:
    """A list of answers is plain text."""
    assert "Calling run() in a coroutine" == signatures.plain("Calling `run()` in a `coroutine`")


def test_both_finders_read_one_table() -> None:
    """Each part of a table that is made anew is used: rules, escapes, marks, limits and what is binary."""
    table = signatures.table(CATALOGUE)
    message = "RuntimeError: no running event loop"
    texts = [
        message,
        f"\x1b[31m2026-11-26 08:00:00 {message}\x1b[0m",
        "\x01\x02\x03\x04",
        f'{{"m": "a\\n{message}"}}',
    ]
    texts.append(
        f"    raise RuntimeError('no running event loop')\n{message}\n" + "x\n" * table["limits"]["whole"]
    )
    answers = [{"complaint": complaint(text), "answers": diagnose(text, table)} for text in texts]
    assert answers == node.answers(texts, table)
    assert [True, True, False, True, True] == [bool(answer["answers"]) for answer in answers]
