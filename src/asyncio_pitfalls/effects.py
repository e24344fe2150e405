"""What the failure of a pitfall does on each version, in a word."""

from typing import NamedTuple

from asyncio_pitfalls import evidence
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Claim, Pitfall, Run
from asyncio_pitfalls.ranges import spans

# The word for each kind of symptom; an ignored exception is printed and changes nothing else.
WORDS = {
    "exception": "raises",
    "ignored": "prints",
    "warning": "warns",
    "log": "logs",
    "silent": "misbehaves",
}
NO_SIGN = "no sign"
NOT_RUN = "not run"


class Effect(NamedTuple):
    """The exact version on which a failure was seen last, and what it did there."""

    exact: str
    word: str


def of_claim(pitfall: Pitfall, claim: Claim) -> str:
    """Return in a word what a run does on the versions of `claim`.

    The first symptom of `pitfall.toml`, which the page shows below its title, decides where it is
    shown; the others may come from something that the script does besides.
    """
    shown = [key for key in pitfall.symptoms if key in claim.shows]
    return WORDS[pitfall.symptoms[shown[0]].kind] if shown else NO_SIGN


def of_run(catalogue: Catalogue, pitfall: Pitfall, run: Run) -> dict[str, Effect]:
    """Return by minor version what `run` was last seen to do."""
    seen = catalogue.evidence(pitfall.slug)
    found = {minor: evidence.newest(seen, run.name, minor) for minor in catalogue.versions}
    return {
        minor: Effect(entry[0], of_claim(pitfall, run.claim_for(entry[0])))
        for minor, entry in found.items()
        if entry and run.covers(entry[0])
    }


def of_failure(catalogue: Catalogue, pitfall: Pitfall) -> dict[str, Effect]:
    """Return by minor version what the failure was last seen to do."""
    return of_run(catalogue, pitfall, pitfall.runs["failure"])


def by_span(catalogue: Catalogue, pitfall: Pitfall) -> list[tuple[str, str]]:
    """Return what the failure was last seen to do, neighbouring versions in one span; no other version."""
    found = of_failure(catalogue, pitfall)
    words = {minor: found[minor].word if minor in found else "" for minor in catalogue.versions}
    return [(span, word) for span, word in spans(words) if word]
