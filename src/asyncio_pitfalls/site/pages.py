"""Which page belongs to which pitfall, and what its claims and its evidence say in words."""

from asyncio_pitfalls import catalogue, evidence
from asyncio_pitfalls.claims import Claim, Pitfall
from asyncio_pitfalls.project import versions

PREFIX = "pitfalls/"
# What a claim looks like in one word, by the worst kind of its symptoms.
EFFECT = {"exception": "raises", "warning": "warns", "log": "logs", "silent": "misbehaves"}


def slug_of(docname: str) -> str | None:
    """Return the slug of a pitfall's page, or None for another page."""
    slug = docname.removeprefix(PREFIX)
    return slug if docname.startswith(PREFIX) and catalogue.exists(slug) else None


def effect(pitfall: Pitfall, claim: Claim) -> str:
    """Return in a word what the failure does on the versions of `claim`."""
    kinds = {pitfall.symptoms[key].kind for key in claim.shows}
    return next((word for kind, word in EFFECT.items() if kind in kinds), "no sign")


def effects(pitfall: Pitfall) -> dict[str, tuple[str, str]]:
    """Return for each minor version the exact version last seen and what the failure does there."""
    seen = evidence.load(catalogue.folder(pitfall.slug))
    found = {minor: evidence.newest(seen, "failure", minor) for minor in versions()}
    failure = pitfall.runs["failure"]
    return {
        minor: (entry[0], effect(pitfall, failure.claim_for(entry[0])))
        for minor, entry in found.items()
        if entry
    }


def spans(by_minor: dict[str, str]) -> list[tuple[str, str]]:
    """Join neighbouring versions with the same word: [("3.8-3.11", "warns"), ("3.12-3.15", "raises")]."""
    groups: list[tuple[list[str], str]] = []
    for minor, word in by_minor.items():
        if groups and groups[-1][1] == word:
            groups[-1][0].append(minor)
        else:
            groups.append(([minor], word))
    return [(minors[0] if len(minors) == 1 else f"{minors[0]}–{minors[-1]}", word) for minors, word in groups]
