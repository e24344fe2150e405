"""Compares what a script did with what is claimed, in both directions."""

import sys

from asyncio_pitfalls import patterns
from asyncio_pitfalls.claims import Claim, Pitfall, Run, contains
from asyncio_pitfalls.evidence import Evidence, find, minor_of
from asyncio_pitfalls.runner import Outcome

PLATFORM = {"darwin": "macos", "win32": "windows"}.get(sys.platform, "linux")


def disagreements(pitfall: Pitfall, run: Run, version: str, outcome: Outcome) -> list[str]:
    """Return every way in which `outcome` on `version` (such as "3.12.1") differs from the claims.

    Outside the range that a run claims, the run must not work: a range too narrow is wrong as well.
    """
    if outcome.ended:
        return [f"{run.script} was ended: {outcome.ended}"]
    if run.covers(version):
        return against(pitfall, run, run.claim_for(version), version, outcome)
    if all(against(pitfall, run, claim, version, outcome) for claim in run.claims):
        return []
    return [f"{run.script} works on {version}, which its range {run.versions!r} leaves out: widen it"]


def against(pitfall: Pitfall, run: Run, claim: Claim, version: str, outcome: Outcome) -> list[str]:
    """Return every way in which `outcome` on `version` differs from one `claim` of `run`."""
    problems = []
    if outcome.exit != claim.exit:
        problems.append(f"exit status {outcome.exit}, claimed {claim.exit} for {claim.versions!r}")
    problems += symptom_disagreements(pitfall, claim, outcome.output)
    for pattern in claim.prints:
        if not on_a_line(pattern, outcome.output):
            problems.append(f"no line matches the claimed `prints` {pattern!r}")
    for pattern in claim.hides:
        if on_a_line(pattern, outcome.output):
            problems.append(f"a line matches the claimed `hides` {pattern!r}")
    if run.is_fix:
        problems += _noise(run, version, outcome.errors)
    return problems


def symptom_disagreements(pitfall: Pitfall, claim: Claim, output: str) -> list[str]:
    """Return the symptoms that `output` lacks although claimed, and those that it shows unclaimed."""
    problems = []
    for key, symptom in pitfall.symptoms.items():
        seen = on_a_line(symptom.pattern, output)
        if seen and key not in claim.shows:
            problems.append(f"shows the symptom {key!r}, which is not claimed for {claim.versions!r}")
        if not seen and key in claim.shows:
            problems.append(f"does not show the symptom {key!r} claimed for {claim.versions!r}")
    return problems


def _noise(run: Run, version: str, errors: str) -> list[str]:
    """Return the lines on standard error that no exemption covers, and the exemptions that cover none."""
    exempt = [exemption for exemption in run.exempt if contains(exemption.versions, version)]
    lines = errors.splitlines()
    problems = [
        f"a fix must be silent, but standard error has: {line}"
        for line in lines
        if not any(patterns.search(exemption.pattern, line) for exemption in exempt)
    ]
    stale = [e for e in exempt if not any(patterns.search(e.pattern, line) for line in lines)]
    return problems + [f"the exemption {e.pattern!r} is stale on {version}: remove it" for e in stale]


def on_a_line(pattern: str, output: str) -> bool:
    """Return whether `pattern` is found in one of the lines of `output`."""
    return any(patterns.search(pattern, line) for line in output.splitlines())


def difference(pitfall: Pitfall, evidence: Evidence, run: Run, version: str, outcome: Outcome) -> str:
    """Return a word on how `outcome` differs from the recorded evidence; "" when it does not."""
    mend = f"record it with: asyncio-pitfalls record {pitfall.slug}"
    observation = find(evidence, run, version)
    if observation is None and _seen_elsewhere(evidence, run, version):
        return ""
    if observation is None:
        return f"snippets/{pitfall.slug}/observed.json has no {run.name!r} on {version}; {mend}"
    if (observation.exit, observation.text) == (outcome.exit, as_recorded(outcome.output)):
        return ""
    return (
        f"snippets/{pitfall.slug}/observed.json says that {run.name!r} on {version} exits {observation.exit} "
        f"and prints\n{observation.text}but it exited {outcome.exit} and printed\n{outcome.output}"
        f"If that is right, {mend}"
    )


def _seen_elsewhere(evidence: Evidence, run: Run, version: str) -> bool:
    """Return whether the minor version has evidence, though of patch releases that another claim covers."""
    observations = evidence.get(run.name, ())
    return any(minor_of(exact) == minor_of(version) for seen in observations for exact in seen.seen)


def as_recorded(output: str) -> str:
    """Return `output` as evidence stores it: whole lines."""
    return "".join(f"{line}\n" for line in output.splitlines())
