"""The message of a symptom is the one that each version was seen to print."""

import re

import pytest

from asyncio_pitfalls.claims import Symptom
from support import CATALOGUE, SLUGS

# What a message leaves open: names, numbers, addresses, and what a task or a future says of itself.
_VARIES = re.compile(r"<(?:Task|Future)[^>]*>+|<[a-z][a-z ]*>|\S*(?:=|0x|\.\.\.)\S*|\b[\d.]+\b")
_CLASS = re.compile(r"^[\w.]+: ")
# A terminal of pytest's wraps a message into so many lines at most.
_LINES = 3


def words(text: str) -> list[str]:
    """Return the words of a text that do not vary."""
    return re.findall(r"[a-z_]+", _VARIES.sub(" ", text).lower())


def is_in(message: str, output: tuple[str, ...]) -> bool:
    """Return whether the words of `message` appear in this order in neighbouring lines of `output`."""
    wanted = words(_CLASS.sub("", message))
    for place in range(len(output)):
        found = iter(words(" ".join(output[place : place + _LINES])))
        if all(word in found for word in wanted):
            return True
    return False


def versions_without(slug: str, key: str, symptom: Symptom) -> list[str]:
    """Return the versions whose evidence shows a symptom, but not in the words that it has there."""
    pitfall, seen = CATALOGUE.pitfall(slug), CATALOGUE.evidence(slug)
    found: dict[str, bool] = {}
    for run in pitfall.runs.values():
        for observation in seen.get(run.name, ()):
            for exact in observation.seen:
                if run.covers(exact) and key in run.claim_for(exact).shows:
                    printed = is_in(symptom.message_on(exact), observation.output)
                    found[exact] = found.get(exact, False) or printed
    return [exact for exact, printed in found.items() if not printed]


@pytest.mark.parametrize("slug", SLUGS)
def test_each_version_prints_the_message(slug: str) -> None:
    """Where CPython has changed a text, `later` says so."""
    for key, symptom in CATALOGUE.pitfall(slug).symptoms.items():
        if symptom.kind != "silent":
            wrong = versions_without(slug, key, symptom)
            assert [] == wrong, f"snippets/{slug}/pitfall.toml: symptoms.{key}: add [[symptoms.{key}.later]]"


def test_another_text_is_noticed() -> None:
    """One word that was printed otherwise is enough."""
    output = ("Traceback (most recent call last):", "RuntimeError: Event loop is closed")
    assert is_in("RuntimeError: Event loop is closed", output)
    assert not is_in("RuntimeError: Event loop was closed", output)
