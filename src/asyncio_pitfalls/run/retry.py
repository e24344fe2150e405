"""Runs a script, and runs it again when its output tells of the machine and not of the script.

Debug mode logs every step of an event loop that takes a tenth of a second by the clock, so on an
overloaded machine the line may appear in the output of any script. Two Jupyter kernels that start
at once may be given the same ports: https://github.com/jupyter/jupyter_client/issues/487
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.run import runner
from asyncio_pitfalls.run.interpreters import Interpreter
from asyncio_pitfalls.run.runner import Outcome, Sink
from asyncio_pitfalls.run.verify import on_a_line

ATTEMPTS = 3
# https://docs.python.org/3/library/asyncio-dev.html#debug-mode, as normalised
_SLOW = re.compile(r"^Executing <.* took <n> seconds\n", re.MULTILINE)
# The description of a task holds names and exceptions, in which a symptom may be found.
_ANY_SLOW_STEP = "Executing <Task pending> took <n> seconds"
# The kernel that came second reports the first, the one that got the other's messages one of the rest.
_SAME_PORTS = re.compile("Address already in use|DELIM not in msg_list|Invalid Signature")
# A client that reached a socket of another kind waits forever, since ZeroMQ does not try that address
# again; nothing is reported until the script is ended and its kernel notices.
_UNREACHED_KERNEL = "[IPKernelApp] WARNING | Parent appears to have exited, shutting down."


def run(
    pitfall: Pitfall,
    run_: Run,
    interpreter: Interpreter,
    sink: Sink | None = None,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Outcome:
    """Return what a run did on `interpreter`, in the first attempt that the machine left alone.

    After the last attempt the outcome stands, and is compared like any other.
    Raises `environments.InstallationFailed` when packages that the script needs cannot be installed.
    """
    return undisturbed(pitfall, run_, lambda: runner.run_once(pitfall.folder, run_, interpreter, sink, more))


def undisturbed(pitfall: Pitfall, run_: Run, once: Callable[[], Outcome]) -> Outcome:
    """Return what `once` returned in the first attempt that the machine left alone."""
    for attempt in range(1, ATTEMPTS + 1):
        outcome = replace(once(), attempts=attempt)
        outcome = outcome if is_about_slow_steps(pitfall) else without_slow_steps(outcome)
        if not was_disturbed(run_, outcome):
            break
    return outcome


def without_slow_steps(outcome: Outcome) -> Outcome:
    """Return `outcome` without debug mode's reports of slow steps, where no symptom is about them."""
    output, errors = (_SLOW.sub("", text) for text in (outcome.output, outcome.errors))
    return replace(outcome, output=output, errors=errors)


def is_about_slow_steps(pitfall: Pitfall) -> bool:
    """Return whether a symptom of `pitfall` is debug mode's report of a slow step."""
    return any(on_a_line(symptom.pattern, _ANY_SLOW_STEP) for symptom in pitfall.symptoms.values())


def was_disturbed(run_: Run, outcome: Outcome) -> bool:
    """Return whether a fix had a slow step, which none has by itself, or a kernel lost its ports."""
    has_slow_fix = run_.is_fix and _SLOW.search(outcome.output) is not None
    never_reached = bool(outcome.ended) and _UNREACHED_KERNEL in outcome.output
    return has_slow_fix or never_reached or _SAME_PORTS.search(outcome.output) is not None
