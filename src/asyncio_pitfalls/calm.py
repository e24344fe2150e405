"""Runs a script again when the machine, and not the script, was slow.

Debug mode logs every step of an event loop that takes a tenth of a second by the clock, so on a
busy machine the line may stand under any script. Such a run measured the machine.
"""

import re

from asyncio_pitfalls import catalogue, runner
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.interpreters import Interpreter
from asyncio_pitfalls.runner import Outcome
from asyncio_pitfalls.verify import on_a_line

ATTEMPTS = 5
# https://docs.python.org/3/library/asyncio-dev.html#debug-mode, as normalised
_SLOW = re.compile(r"^Executing <.* took <n> seconds$", re.MULTILINE)


def run(pitfall: Pitfall, run: Run, interpreter: Interpreter) -> Outcome:
    """Return what `run` did on `interpreter`, on a calm machine if one of a few attempts finds it calm."""
    for _ in range(ATTEMPTS):
        outcome = runner.run(catalogue.folder(pitfall.slug), run, interpreter)
        if not was_disturbed(pitfall, run, outcome):
            break
    return outcome


def was_disturbed(pitfall: Pitfall, run: Run, outcome: Outcome) -> bool:
    """Return whether a step was slow that is no symptom; a fix shows none."""
    symptoms = () if run.is_fix else pitfall.symptoms.values()
    slow = _SLOW.findall(outcome.output)
    return any(not any(on_a_line(symptom.pattern, line) for symptom in symptoms) for line in slow)
