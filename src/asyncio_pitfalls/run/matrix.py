"""Runs scripts over the matrix, many at once."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.run import retry, verify
from asyncio_pitfalls.run.interpreters import Interpreter
from asyncio_pitfalls.run.runner import Outcome

# Two, because most scripts wait at least as long as they compute.
_PER_CORE = 2


@dataclass(frozen=True)
class Job:
    """One run of a pitfall on one interpreter."""

    pitfall: Pitfall
    run: Run
    interpreter: Interpreter

    def __str__(self) -> str:
        return f"{self.pitfall.slug} {self.run.name} on {self.interpreter.exact}"


def jobs(pitfalls: Iterable[Pitfall], interpreters: Iterable[Interpreter]) -> list[Job]:
    """Return every run of `pitfalls` on every one of `interpreters` that it is claimed for."""
    here = list(interpreters)
    return [
        Job(pitfall, run, interpreter)
        for pitfall in pitfalls
        for run in pitfall.runs.values()
        for interpreter in here
        if run.covers(interpreter.exact) and verify.PLATFORM in run.platforms
    ]


def execute(work: Iterable[Job], per_core: int = _PER_CORE) -> Iterator[tuple[Job, Outcome]]:
    """Run `work`, `per_core` jobs at once on each core, and yield each job with its outcome as it ends."""
    pool = ThreadPoolExecutor((os.cpu_count() or 1) * per_core)
    try:
        futures = {pool.submit(retry.run, job.pitfall, job.run, job.interpreter): job for job in work}
        for future in as_completed(futures):
            yield futures[future], future.result()
    finally:
        pool.shutdown(cancel_futures=True)
