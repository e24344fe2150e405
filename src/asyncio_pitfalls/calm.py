"""Runs a script again when its output tells of the machine, and not of the script.

Debug mode logs every step of an event loop that takes a tenth of a second by the clock, so on a
busy machine the line may stand under any script. And two Jupyter kernels that start at once may be
given the same ports: https://github.com/jupyter/jupyter_client/issues/487
"""

import re

from asyncio_pitfalls import catalogue, runner
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.interpreters import Interpreter
from asyncio_pitfalls.runner import Outcome, Start
from asyncio_pitfalls.verify import on_a_line

ATTEMPTS = 20
# https://docs.python.org/3/library/asyncio-dev.html#debug-mode, as normalised
_SLOW = re.compile(r"^Executing <.* took <n> seconds$", re.MULTILINE)
# Names and exceptions stand in the description of a task, so a symptom of theirs may be found there.
_ANY_SLOW_STEP = "Executing <Task pending> took <n> seconds"
# The kernel that came second says the first, the one that got the other's messages one of the rest.
_SAME_PORTS = re.compile("Address already in use|DELIM not in msg_list|Invalid Signature")
# A client that reached a socket of another kind waits for ever, since ZeroMQ does not try that address
# again; nobody says a word until the script is ended and its kernel notices.
_DEAF_CLIENT = "[IPKernelApp] WARNING | Parent appears to have exited, shutting down."


def run(pitfall: Pitfall, run: Run, interpreter: Interpreter, start: Start = runner.start) -> Outcome:
    """Return what `run` did on `interpreter`, on a calm machine if one of the attempts finds it calm."""
    for _ in range(ATTEMPTS):
        outcome = runner.run(catalogue.folder(pitfall.slug), run, interpreter, start=start)
        if not was_disturbed(pitfall, run, outcome):
            break
    return outcome


def was_disturbed(pitfall: Pitfall, run: Run, outcome: Outcome) -> bool:
    """Return whether ports were taken, or a step was slow that is no symptom; a fix shows none."""
    slow = bool(_SLOW.search(outcome.output)) and (run.is_fix or not _is_about_slow_steps(pitfall))
    return slow or met_another_kernel(outcome)


def met_another_kernel(outcome: Outcome) -> bool:
    """Return whether the ports of a Jupyter kernel were given to another program as well."""
    waited = bool(outcome.ended) and _DEAF_CLIENT in outcome.output
    return waited or _SAME_PORTS.search(outcome.output) is not None


def _is_about_slow_steps(pitfall: Pitfall) -> bool:
    return any(on_a_line(symptom.pattern, _ANY_SLOW_STEP) for symptom in pitfall.symptoms.values())
