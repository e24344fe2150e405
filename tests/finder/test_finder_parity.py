"""The finder in the browser and the one in Python always answer alike: both run over the same texts."""

import pytest

import node
from asyncio_pitfalls.finder.paste import complaint
from asyncio_pitfalls.finder.rank import diagnose
from asyncio_pitfalls.finder.signatures import Table
from forms import FORMS
from hostile import PIECES, nearly, of_length
from outputs import HELD_OUT, NEWEST, RECORDED, TEXTS
from support import CATALOGUE


def assert_alike(texts: list[str], table: Table) -> None:
    """Compare the two finders' whole answers."""
    for text, theirs in zip(texts, node.answers(texts, table), strict=True):
        ours = {"complaint": complaint(text), "answers": diagnose(text, table)}
        assert ours == theirs, text[:2_000]


def test_texts(table: Table) -> None:
    """Alike for the texts in `texts/`."""
    assert_alike([path.read_text(encoding="utf-8") for path in [*TEXTS, *HELD_OUT]], table)


def test_recorded_output(table: Table) -> None:
    """Alike for all that the failures printed on any version."""
    assert_alike([text for _, _, text in RECORDED], table)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_recorded_output(form: str, table: Table) -> None:
    """Alike in whatever form the newest output is pasted."""
    assert_alike([FORMS[form](text) for text in NEWEST.values()], table)


def test_hostile_texts(table: Table) -> None:
    """Alike for long texts, of which only parts are read."""
    assert_alike([of_length(piece, 300_000) for piece in PIECES.values()], table)


def test_odd_characters(table: Table) -> None:
    """Alike where the languages count, fold or class characters differently."""
    message = "RuntimeError: There is no current event loop in thread '{}'."
    names = [
        "\U0001f600" * 99,
        "\U0001f600" * 100,
        "\u212a",
        "\u0130",
        "\u0661",
        "a\u2028b",
        "\x85",
        "\ufeff",
    ]
    texts = [message.format(name) for name in names]
    texts += [f"\U0001f600{'x' * 99_990}\n{text}" for text in texts]
    texts += ["", " \n\t", "\0\0\0log", "\0\1\2\3", "\ufffd\ufffda", "\x1b[0m", "\r", "a\rb\r\nc"]
    assert_alike(texts, table)


def test_near_hits(table: Table) -> None:
    """Alike for texts that nearly match, and for the clues' own examples."""
    patterns = [
        expression["pattern"]
        for entry in table["pitfalls"]
        for expression in (part["find"] for part in [*entry["symptoms"], *entry["clues"]])
    ]
    examples = [clue.example for pitfall in CATALOGUE.pitfalls() for clue in pitfall.clues]
    messages = [symptom.message for pitfall in CATALOGUE.pitfalls() for symptom in pitfall.symptoms.values()]
    assert_alike([*map(nearly, patterns), *examples, *messages], table)
