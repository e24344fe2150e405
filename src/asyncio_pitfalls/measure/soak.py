"""Runs every script many times on a busy machine and counts the outcomes that differ: `make soak RUNS=50`."""

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field

from asyncio_pitfalls import catalogue, evidence, interpreters, verify
from asyncio_pitfalls.record import Job, execute, jobs
from asyncio_pitfalls.runner import Outcome

# Scripts at once on each core: many wait most of the time, so fewer would not keep it busy.
_CROWD = 4


def difference(job: Job, outcome: Outcome) -> str:
    """Return how an outcome differs from what is claimed or recorded; "" when it does not."""
    exact = job.interpreter.exact
    problems = verify.disagreements(job.pitfall, job.run, exact, outcome)
    if problems:
        return "\n".join([*problems, outcome.output])
    seen = evidence.load(catalogue.folder(job.pitfall.slug))
    return verify.difference(job.pitfall, seen, job.run, exact, outcome)


@dataclass(frozen=True)
class Tally:
    """How often each job differed, and how often the machine disturbed it, so that it ran again."""

    differing: Counter[str] = field(default_factory=Counter)
    again: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        return f"{self.differing.total():,} differing outcomes, {self.again.total():,} ran again"


def soak(work: list[Job], rounds: int) -> Tally:
    """Run `work` so many times, print each difference as it is found, and count."""
    tally = Tally()
    for number in range(1, rounds + 1):
        for job, outcome in execute(work, _CROWD):
            name = f"{job.pitfall.slug} {job.run.name} on {job.interpreter.exact}"
            tally.again[name] += outcome.again
            if found := difference(job, outcome):
                tally.differing[name] += 1
                print(f"{name}, run {number}:\n{found}", flush=True)
        print(f"{number} of {rounds}: {tally}", file=sys.stderr, flush=True)
    return tally


def main() -> int:
    """Run all, or the pitfalls that are named, and return 1 if any outcome differed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--runs", type=int, default=50, help="how often each script is run on each interpreter"
    )
    parser.add_argument("slugs", nargs="*", help="the pitfalls; all when none is named")
    options = parser.parse_args()
    chosen = [catalogue.pitfall(slug) for slug in options.slugs] or catalogue.pitfalls()
    work = jobs(chosen, interpreters.available().values())
    tally = soak(work, options.runs)
    for words, counter in (("ran again", +tally.again), ("differ", tally.differing)):
        for name, times in counter.most_common():
            print(f"{times} of {options.runs} {words}: {name}")
    print(f"{len(work) * options.runs:,} runs on a busy machine, {tally}")
    return 1 if tally.differing else 0


if __name__ == "__main__":
    sys.exit(main())
