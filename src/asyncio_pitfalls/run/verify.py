"""Compares what a script did with what is claimed and with what is recorded, in both directions."""

import difflib
import sys

from asyncio_pitfalls import evidence, patterns
from asyncio_pitfalls.claims import FILE, Claim, Pitfall, Run, Symptom
from asyncio_pitfalls.evidence import Evidence, command
from asyncio_pitfalls.ranges import contains, minor_of
from asyncio_pitfalls.run.runner import Outcome

PLATFORM = {"darwin": "macos", "win32": "windows"}.get(sys.platform, "linux")


def problems(pitfall: Pitfall, seen: Evidence, run: Run, version: str, outcome: Outcome) -> str:
    """Return what is wrong with `outcome` on `version`: file, key and command, then a diff; or "".

    Evidence is of Linux; elsewhere, and outside the range of a run, only the claims are compared.
    """
    wrong = disagreements(pitfall, run, version, outcome)
    differs = ""
    if PLATFORM == "linux" and run.covers(version) and not outcome.ended:
        differs = difference(pitfall, seen, run, version, outcome)
    options = f"--script {run.name} --python {minor_of(version)}"
    hint = f"Look at it with: asyncio-pitfalls run {pitfall.slug} {options}"
    return "\n".join([*wrong, *([hint] if wrong else []), *([differs] if differs else [])])


def disagreements(pitfall: Pitfall, run: Run, version: str, outcome: Outcome) -> list[str]:
    """Return every way in which `outcome` on `version` (such as "3.12.1") differs from the claims.

    Outside the range that a run claims, the run must not work: a range too narrow is wrong as well.
    """
    name = f"snippets/{pitfall.slug}/{FILE}: [{run.name}]"
    if outcome.ended:
        return [f"{name}: {run.script} was ended on {version}: {outcome.ended}"]
    if run.covers(version):
        found = against(pitfall, run, run.claim_for(version), version, outcome)
        return [f"{name} on {version}: {problem}" for problem in found]
    if all(against(pitfall, run, claim, version, outcome) for claim in run.claims):
        return []
    return [f"{name}.versions: {run.script} works on {version}, which {run.versions!r} leaves out: widen it"]


def against(pitfall: Pitfall, run: Run, claim: Claim, version: str, outcome: Outcome) -> list[str]:
    """Return every way in which `outcome` on `version` differs from one `claim` of `run`."""
    found = []
    if outcome.exit != claim.exit:
        found.append(f"exit status {outcome.exit}, claimed {claim.exit} for {claim.versions!r}")
    found += symptom_disagreements(pitfall, claim, outcome.output)
    for pattern in claim.prints:
        if not on_a_line(pattern, outcome.output):
            found.append(f"no line matches the claimed `prints` {pattern!r}")
    for pattern in claim.hides:
        if on_a_line(pattern, outcome.output):
            found.append(f"a line matches the claimed `hides` {pattern!r}")
    if run.is_fix:
        found += _noise(run, version, outcome.errors)
    return found


def symptom_disagreements(pitfall: Pitfall, claim: Claim, output: str) -> list[str]:
    """Return the symptoms that `output` lacks although claimed, and those that it shows unclaimed."""
    found = []
    for key, symptom in pitfall.symptoms.items():
        seen = shows(symptom, output)
        if seen and key not in claim.shows:
            found.append(f"shows the symptom {key!r}, which is not claimed for {claim.versions!r}")
        if not seen and key in claim.shows:
            found.append(f"does not show the symptom {key!r} claimed for {claim.versions!r}")
    return found


def _noise(run: Run, version: str, errors: str) -> list[str]:
    """Return the lines on standard error that no exemption covers, and the exemptions that cover none."""
    exempt = [exemption for exemption in run.exempt if contains(exemption.versions, version)]
    lines = errors.splitlines()
    found = [
        f"a fix must be silent, but standard error has: {line}"
        for line in lines
        if not any(patterns.search(exemption.pattern, line) for exemption in exempt)
    ]
    stale = [e for e in exempt if not any(patterns.search(e.pattern, line) for line in lines)]
    return found + [f"the exemption {e.pattern!r} is stale on {version}: remove it" for e in stale]


def shows(symptom: Symptom, output: str) -> bool:
    """Return whether a symptom is in `output`: on one line, or in several if it says that it needs them."""
    if symptom.over_lines:
        return patterns.search(symptom.pattern, " ".join(output.split()))
    return on_a_line(symptom.pattern, output)


def is_in(symptom: Symptom, line: str) -> bool:
    """Return whether a line of output shows a symptom; of one that needs several lines it is the message."""
    return line in symptom.messages if symptom.over_lines else on_a_line(symptom.pattern, line)


def on_a_line(pattern: str, output: str) -> bool:
    """Return whether `pattern` is found in one of the lines of `output`."""
    return any(patterns.search(pattern, line) for line in output.splitlines())


def difference(pitfall: Pitfall, seen: Evidence, run: Run, version: str, outcome: Outcome) -> str:
    """Describe how `outcome` differs from the recorded evidence; "" when it does not.

    An exit status of None was not observed, and is not compared.
    """
    status = outcome.exit
    path = f"snippets/{pitfall.slug}/{evidence.FILE}"
    repair = f"If the new output is right: {command(pitfall.slug)}"
    observation = evidence.find(seen, run, version)
    if observation is None:
        is_of_another_claim = any(minor_of(exact) == minor_of(version) for exact in _versions(seen, run))
        return "" if is_of_another_claim else f"{path} has no {run.name!r} on {version}. {repair}"
    recorded, shown = observation.output, tuple(outcome.output.splitlines())
    if recorded == shown and status in {None, observation.exit}:
        return ""
    lines = list(difflib.unified_diff(recorded, shown, "recorded", "new", lineterm=""))
    exits = (
        [f"exit status: recorded {observation.exit}, new {status}"]
        if status not in {None, observation.exit}
        else []
    )
    return "\n".join([f"{path}: {run.name!r} on {version} differs. {repair}", *exits, *lines])


def _versions(seen: Evidence, run: Run) -> list[str]:
    return [exact for observation in seen.get(run.name, ()) for exact in observation.seen]
