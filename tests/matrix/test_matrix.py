"""Every script on every CPython does what its claims say and what its evidence shows."""

from collections.abc import Callable

import pytest

from asyncio_pitfalls.claims import ClaimsError
from asyncio_pitfalls.run import verify
from asyncio_pitfalls.run.runner import Outcome
from support import CATALOGUE, SLUGS, interpreter_or_report


def names(slug: str) -> list[str]:
    """Return the runs of a pitfall; with broken claims one name, so that the test reports them."""
    try:
        return list(CATALOGUE.pitfall(slug).runs)
    except ClaimsError:
        return ["claims"]


RUNS = [
    pytest.param(slug, name, minor, id=f"{slug}-{name}-{minor}")
    for slug in SLUGS
    for name in names(slug)
    for minor in CATALOGUE.versions
]


@pytest.mark.parametrize(("slug", "name", "minor"), RUNS)
def test_script_does_what_is_claimed_and_recorded(
    slug: str,
    name: str,
    minor: str,
    outcome_of: Callable[[str, str, str], Outcome],
    record_property: Callable[[str, object], None],
) -> None:
    """A run agrees with its claim in both directions and, on Linux, with the committed evidence."""
    pitfall = CATALOGUE.pitfall(slug)
    run = pitfall.runs[name]
    interpreter = interpreter_or_report(minor)
    if verify.PLATFORM not in run.platforms:
        pytest.skip(f"{slug} {name} is claimed for {', '.join(run.platforms)} only")

    outcome = outcome_of(slug, name, minor)

    if outcome.attempts > 1:
        record_property("attempts", outcome.attempts)
    problems = verify.problems(pitfall, CATALOGUE.evidence(slug), run, interpreter.exact, outcome)
    # Not an assertion about texts: its report would hide the file and the key under their difference.
    if problems:
        pytest.fail(problems, pytrace=False)
