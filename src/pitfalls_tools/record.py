"""Runs scripts over the matrix and writes down what they did."""

from collections.abc import Callable, Iterable

from asyncio_pitfalls import evidence
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall
from asyncio_pitfalls.evidence import Evidence, EvidenceError, Observation
from asyncio_pitfalls.run import verify
from asyncio_pitfalls.run.interpreters import Interpreter
from asyncio_pitfalls.run.matrix import Job, execute
from asyncio_pitfalls.run.runner import Outcome
from asyncio_pitfalls.trace import recorded


class Unrecordable(Exception):
    """A script was ended by force, so there is nothing to record; the message says which and why."""


def record(catalogue: Catalogue, work: list[Job], report: Callable[[Job, Outcome], None]) -> list[str]:
    """Run `work`, write each pitfall's evidence once all of it is there, return the slugs that changed.

    `report` is told of every run. Raises `Unrecordable` for a script that hung or flooded; what was
    complete before is kept.
    """
    left: dict[str, int] = {}
    for job in work:
        left[job.pitfall.slug] = left.get(job.pitfall.slug, 0) + 1
    fresh: dict[str, dict[str, dict[str, Observation]]] = {}
    changed = []
    for job, outcome in execute(work):
        slug = job.pitfall.slug
        runs = fresh.setdefault(slug, {})
        runs.setdefault(job.run.name, {})[job.interpreter.exact] = _observation(job, outcome)
        report(job, outcome)
        left[slug] -= 1
        if not left[slug] and _save(catalogue, job.pitfall, runs):
            changed.append(slug)
    return sorted(changed)


def unsteady(catalogue: Catalogue, work: Iterable[Job]) -> list[str]:
    """Run `work` once more and describe each run that printed something else than was recorded."""
    found = []
    for job, outcome in execute(work):
        seen = evidence.load(job.pitfall.folder, catalogue.versions)
        exact = job.interpreter.exact
        differs = verify.difference(job.pitfall, seen, job.run, exact, outcome)
        if outcome.ended or differs:
            found.append(f"{job}: two runs differ\n{outcome.ended or differs}")
    return sorted(found)


def trace(catalogue: Catalogue, pitfall: Pitfall, interpreter: Interpreter) -> tuple[bool, list[str]]:
    """Record what happened; return whether the file changed, and what is wrong with it.

    Two runs must agree, and print under the tracer what is recorded without it.
    """
    fresh, outcomes = recorded.record(pitfall, interpreter)
    seen = evidence.load(pitfall.folder, catalogue.versions)
    wrong = [
        f"{pitfall.slug} {name}, traced: {problem}"
        for name, outcome in outcomes.items()
        if (problem := verify.problems(pitfall, seen, pitfall.runs[name], interpreter.exact, outcome))
    ]
    if recorded.record(pitfall, interpreter)[0] != fresh:
        wrong.append(f"snippets/{pitfall.slug}/{recorded.FILE}: two runs differ in the order of events")
    return recorded.save(pitfall.folder, fresh), wrong


def _observation(job: Job, outcome: Outcome) -> Observation:
    if outcome.exit is None:
        script = f"snippets/{job.pitfall.slug}/{job.run.script}"
        raise Unrecordable(f"{script} on {job.interpreter.exact} was ended: {outcome.ended}")
    return Observation(
        seen=(job.interpreter.exact,), exit=outcome.exit, output=tuple(outcome.output.splitlines())
    )


def _save(catalogue: Catalogue, pitfall: Pitfall, fresh: dict[str, dict[str, Observation]]) -> bool:
    old = _recorded(catalogue, pitfall)
    return evidence.save(pitfall.folder, evidence.updated(pitfall, old, fresh))


def _recorded(catalogue: Catalogue, pitfall: Pitfall) -> Evidence:
    """Return what was recorded before, also out of a file with the marks of a merge conflict."""
    try:
        return evidence.load(pitfall.folder, catalogue.versions)
    except EvidenceError:
        return evidence.salvaged(pitfall, catalogue.versions)
