"""Runs scripts over the matrix, many at once, and writes down what they did."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace

from asyncio_pitfalls import calm, catalogue, evidence, runner, verify
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.evidence import Observation
from asyncio_pitfalls.interpreters import Interpreter
from asyncio_pitfalls.runner import Outcome


@dataclass(frozen=True)
class Job:
    """One script on one interpreter."""

    pitfall: Pitfall
    run: Run
    interpreter: Interpreter


class Unrecordable(Exception):
    """A script was ended by force, so there is nothing to record; the message says which and why."""


def jobs(pitfalls: Iterable[Pitfall], interpreters: Iterable[Interpreter]) -> list[Job]:
    """Return every run of `pitfalls` on every one of `interpreters` that it is claimed for."""
    matrix = list(interpreters)
    return [
        Job(pitfall, run, interpreter)
        for pitfall in pitfalls
        for run in pitfall.runs.values()
        for interpreter in matrix
        if run.covers(interpreter.exact) and verify.PLATFORM in run.platforms
    ]


def execute(work: list[Job], per_core: int = 2) -> Iterator[tuple[Job, Outcome]]:
    """Run `work`, `per_core` jobs at once on each core, and yield each job with its outcome as it ends.

    Two, because most scripts wait at least as long as they compute.
    Those that the machine disturbed run again when all are through, one at a time.
    """
    pool = ThreadPoolExecutor((os.cpu_count() or 1) * per_core)
    disturbed = []
    try:
        futures = {pool.submit(_execute, job): job for job in work}
        for future in as_completed(futures):
            job, outcome = futures[future], future.result()
            if calm.was_disturbed(job.pitfall, job.run, outcome):
                disturbed.append(job)
            else:
                yield job, outcome
    finally:
        pool.shutdown(cancel_futures=True)
    for job in disturbed:
        yield job, replace(calm.run(job.pitfall, job.run, job.interpreter), again=True)


def _execute(job: Job) -> Outcome:
    return runner.run(catalogue.folder(job.pitfall.slug), job.run, job.interpreter)


def record(work: list[Job], progress: Callable[[Job, Outcome], None]) -> list[str]:
    """Run `work`, write each pitfall's evidence once all of it is there, return the slugs that changed.

    Raises `Unrecordable` for a script that hung or flooded; what was complete before is kept.
    """
    left = {job.pitfall.slug: 0 for job in work}
    for job in work:
        left[job.pitfall.slug] += 1
    fresh: dict[str, dict[str, dict[str, Observation]]] = {}
    changed = []
    for job, outcome in execute(work):
        slug = job.pitfall.slug
        runs = fresh.setdefault(slug, {})
        runs.setdefault(job.run.name, {})[job.interpreter.exact] = _observation(job, outcome)
        progress(job, outcome)
        left[slug] -= 1
        if not left[slug] and _save(job.pitfall, runs):
            changed.append(slug)
    return sorted(changed)


def _observation(job: Job, outcome: Outcome) -> Observation:
    if outcome.exit is None:
        script = f"snippets/{job.pitfall.slug}/{job.run.script}"
        raise Unrecordable(f"{script} on {job.interpreter.exact} was ended: {outcome.ended}")
    return Observation(
        seen=(job.interpreter.exact,), exit=outcome.exit, output=tuple(outcome.output.splitlines())
    )


def _save(pitfall: Pitfall, fresh: dict[str, dict[str, Observation]]) -> bool:
    folder = catalogue.folder(pitfall.slug)
    return evidence.save(folder, evidence.updated(pitfall, evidence.load(folder), fresh))
