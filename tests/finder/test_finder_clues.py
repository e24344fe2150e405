"""Each clue in a `pitfall.toml` does something: its example moves its pitfall in some ranking."""

import copy
from collections.abc import Iterator

import pytest

from asyncio_pitfalls.claims import Clue
from asyncio_pitfalls.finder.rank import diagnose
from asyncio_pitfalls.finder.signatures import Table
from outputs import NEWEST, RECORDED, TEXTS
from support import CATALOGUE

CLUES = [
    pytest.param(pitfall.slug, number, clue, id=f"{pitfall.slug}-{number}")
    for pitfall in CATALOGUE.pitfalls()
    for number, clue in enumerate(pitfall.clues)
]


def bases(slug: str) -> Iterator[str]:
    """Yield texts in which a pitfall may have rivals: messages, recorded outputs, pasted texts."""
    for pitfall in CATALOGUE.pitfalls():
        yield from (symptom.message for symptom in pitfall.symptoms.values())
    yield from NEWEST.values()
    yield from (text for owner, _, text in RECORDED if owner == slug)
    yield from (path.read_text(encoding="utf-8") for path in TEXTS)


def ranking(text: str, table: Table) -> list[tuple[str, str]]:
    """Return the answers in order, each with the error that it only follows from."""
    return [(answer["pitfall"], answer["error"]) for answer in diagnose(text, table)]


def less_one(table: Table, slug: str, number: int) -> Table:
    """Return the signatures less one clue."""
    less = copy.deepcopy(table)
    del next(entry for entry in less["pitfalls"] if entry["pitfall"] == slug)["clues"][number]
    return less


@pytest.mark.parametrize(("slug", "number", "clue"), CLUES)
def test_a_clue_changes_a_ranking(slug: str, number: int, clue: Clue, table: Table) -> None:
    """With its example in the text, or without, some ranking would be another one but for the clue."""
    less = less_one(table, slug, number)
    # The pitfall may be among the answers only with the clue, or only without it.
    for one, other in ((table, less), (less, table)):
        for base in bases(slug):
            for text in (base, f"{base}\n{clue.example}"):
                if slug in dict(answers := ranking(text, one)) and answers != ranking(text, other):
                    return
    pytest.fail(f"snippets/{slug}/pitfall.toml: the clue {clue.pattern!r} changes no ranking: remove it")
