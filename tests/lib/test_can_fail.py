"""The claims are sharp: a script in the place of another, or a range moved by one version, is noticed."""

import itertools

import pytest

from asyncio_pitfalls.claims import Claim, Pitfall, Run
from asyncio_pitfalls.evidence import Evidence, Observation
from asyncio_pitfalls.ranges import contains, every_version
from asyncio_pitfalls.run import verify
from asyncio_pitfalls.run.runner import Outcome
from support import CATALOGUE, SLUGS


def as_outcome(observation: Observation, run: Run) -> Outcome:
    """Return what the runner would have reported for `run`, had it done what was observed."""
    return Outcome(observation.exit, observation.text, observation.text if run.is_fix else "")


def accepted_in_place_of(pitfall: Pitfall, actor: str, role: Run) -> list[str]:
    """Return the versions on which the recorded output of the run `actor` would pass for `role`."""
    seen = CATALOGUE.evidence(pitfall.slug)
    return [
        exact
        for observation in seen[actor]
        for exact in observation.seen
        if role.covers(exact)
        and not verify.disagreements(pitfall, role, exact, as_outcome(observation, role))
        and verify.difference(pitfall, seen, role, exact, as_outcome(observation, role)) == ""
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_fix_that_is_the_failure_is_noticed(slug: str) -> None:
    """On every version on which the failure shows something it cannot pass for any of the fixes."""
    pitfall = CATALOGUE.pitfall(slug)
    showing = [claim.versions for claim in pitfall.runs["failure"].claims if claim.shows]
    for run in pitfall.runs.values():
        if run.is_fix:
            passed = accepted_in_place_of(pitfall, "failure", run)
            assert [] == [exact for exact in passed if any(contains(v, exact) for v in showing)]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_failure_that_is_the_fix_is_noticed(slug: str) -> None:
    """On every version on which the failure shows something no fix can pass for it."""
    pitfall = CATALOGUE.pitfall(slug)
    failure = pitfall.runs["failure"]
    for run in pitfall.runs.values():
        if run.is_fix:
            passed = accepted_in_place_of(pitfall, run.name, failure)
            assert [] == [exact for exact in passed if failure.claim_for(exact).shows]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_range_moved_by_one_version_is_noticed(slug: str) -> None:
    """What was seen on one side of a boundary contradicts the claim of the other side."""
    pitfall = CATALOGUE.pitfall(slug)
    seen = CATALOGUE.evidence(slug)
    for run in pitfall.runs.values():
        for left, right in itertools.permutations(run.claims, 2):
            for exact, observation in observed_under(seen, run, left):
                moved = verify.against(pitfall, run, right, exact, as_outcome(observation, run))
                assert moved or same_claim(left, right), f"{run.name} on {exact} also fits {right.versions!r}"


def observed_under(seen: Evidence, run: Run, claim: Claim) -> list[tuple[str, Observation]]:
    """Return the exact versions inside `claim` with what was seen on them."""
    return [
        (exact, observation)
        for observation in seen[run.name]
        for exact in observation.seen
        if contains(claim.versions, exact)
    ]


def said(claim: Claim) -> tuple[object, ...]:
    """Return all that a claim says, without its range."""
    return claim.shows, claim.exit, claim.prints, claim.hides


def same_claim(one: Claim, other: Claim) -> bool:
    """Return whether two claims say the same, as on both sides of a range that differs between them."""
    return said(one) == said(other)


@pytest.mark.parametrize("slug", SLUGS)
def test_neighbouring_claims_differ(slug: str) -> None:
    """Two ranges that touch and say the same would be one range with an idle boundary."""
    for run in CATALOGUE.pitfall(slug).runs.values():
        ordered = sorted(run.claims, key=first_version)
        for one, other in itertools.pairwise(ordered):
            assert not same_claim(one, other), f"{run.name}: join {one.versions!r} and {other.versions!r}"


def first_version(claim: Claim) -> int:
    """Return the position of the first version that a claim covers."""
    return next(
        n for n, version in enumerate(every_version(CATALOGUE.versions)) if contains(claim.versions, version)
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_a_changed_message_is_noticed(slug: str) -> None:
    """Every symptom's expression depends on its message: with one word changed it no longer matches."""
    pitfall = CATALOGUE.pitfall(slug)
    for observations in CATALOGUE.evidence(slug).values():
        for line in itertools.chain.from_iterable(observation.output for observation in observations):
            for symptom in pitfall.symptoms.values():
                if verify.on_a_line(symptom.pattern, line):
                    assert not verify.on_a_line(symptom.pattern, line.replace("e", "3").replace("o", "0"))
