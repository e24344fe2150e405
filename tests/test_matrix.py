"""Every script on every CPython does what its claims say and what its evidence shows."""

import pytest

from asyncio_pitfalls import calm, catalogue, evidence, project, verify
from asyncio_pitfalls.claims import ClaimsError
from conftest import interpreter_or_report


def names(slug: str) -> list[str]:
    """Return the runs of a pitfall; with broken claims one name, so that the test reports them."""
    try:
        return list(catalogue.pitfall(slug).runs)
    except ClaimsError:
        return ["claims"]


RUNS = [
    pytest.param(slug, name, minor, id=f"{slug}-{name}-{minor}")
    for slug in catalogue.slugs()
    for name in names(slug)
    for minor in project.versions()
]


@pytest.mark.parametrize(("slug", "name", "minor"), RUNS)
def test_script_does_what_is_claimed_and_recorded(slug: str, name: str, minor: str) -> None:
    """A run agrees with its claim in both directions and, on Linux, with the committed evidence."""
    interpreter = interpreter_or_report(minor)
    pitfall = catalogue.pitfall(slug)
    run = pitfall.runs[name]
    if verify.PLATFORM not in run.platforms:
        pytest.skip(f"{slug} {name} is claimed for {', '.join(run.platforms)} only")

    outcome = calm.run(pitfall, run, interpreter)

    assert [] == verify.disagreements(pitfall, run, interpreter.exact, outcome), outcome.output
    if verify.PLATFORM == "linux" and run.covers(interpreter.exact):
        seen = evidence.load(catalogue.folder(slug))
        assert "" == verify.difference(pitfall, seen, run, interpreter.exact, outcome)
