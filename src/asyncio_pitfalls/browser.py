"""What failure and fix did in a browser's CPython: `browser.json`, written by the machine.

A run whose output and exit status there equal the evidence has buttons on its page; for any other run the
page says why it has none.
"""

import json
import re
from contextlib import suppress
from pathlib import Path

import msgspec

from asyncio_pitfalls import evidence
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.evidence import Evidence, EvidenceError
from asyncio_pitfalls.run import normalise
from asyncio_pitfalls.run.runner import Outcome

FILE = "browser.json"
# The runs that a page offers.
RUNS = ("failure", "fix")
# What a program prints where a browser lacks something, and what a reader is told; the first counts.
LIMITS = (
    (r"can't start new thread", "Python in a browser cannot start threads."),
    (r"emscripten does not support processes", "Python in a browser cannot start processes."),
    (r"Executing <.* took <n> seconds", "A step was slow, which debug mode reports: the machine was busy."),
    (r"No module named", "Python in a browser has no packages, and not all of the standard library."),
    (r"Errno 138|Errno 23\b|module 'socket'", "Python in a browser has no sockets."),
)
# What takes the browser out of an output, before the rules for every machine: its zipped library, its folder.
RULES = ((r"/lib/python3(\d+)\.zip/", r"/lib/python3.\1/"), (r"/home/pyodide/", ""))
PACKAGES = "It needs packages, and Python in a browser has none."
UNTRIED = "It was not tried in a browser yet."
OTHERWISE = "Python in a browser prints something else."


class Trial(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a run did that is not what the evidence says; `ended` says why it was ended, if it was."""

    exit: int | None
    output: tuple[str, ...]
    ended: str = ""


class Trials(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The CPython in the browser, the runs that did what the evidence says, and what the others did."""

    python: str
    same: tuple[str, ...] = ()
    differs: dict[str, Trial] = {}


def load(folder: Path) -> Trials | None:
    """Return what is recorded in the folder of a pitfall; None when nothing is yet."""
    path = folder / FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=Trials)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise EvidenceError(f"{path}: {error}; record it again with: {command(folder.name)}") from None


def save(folder: Path, trials: Trials) -> bool:
    """Write `trials`, unless the same runs differ as before, however they do; return whether it did."""
    # A broken file is replaced.
    with suppress(EvidenceError):
        old = load(folder)
        if old and _buttons(old) == _buttons(trials):
            return False
    text = json.dumps(msgspec.to_builtins(trials), indent=1, ensure_ascii=False) + "\n"
    (folder / FILE).write_text(text, encoding="utf-8", newline="\n")
    return True


def _buttons(trials: Trials) -> tuple[str, tuple[str, ...], list[str]]:
    return trials.python, trials.same, sorted(trials.differs)


def command(slug: str) -> str:
    """Return what a contributor types to try a pitfall in a browser."""
    return f"make browser SLUG={slug}"


def candidates(pitfall: Pitfall) -> list[Run]:
    """Return the runs that a browser may be able to do: packages are not there."""
    return [pitfall.runs[name] for name in RUNS if not pitfall.runs[name].packages]


def is_same(seen: Evidence, run: Run, python: str, outcome: Outcome) -> bool:
    """Return whether `outcome` is what the evidence of the browser's version of CPython says."""
    recorded = evidence.find(seen, run, python)
    return recorded is not None and (recorded.exit, recorded.text) == (outcome.exit, outcome.output)


def tried(pitfall: Pitfall, seen: Evidence, python: str, outcomes: dict[str, Outcome]) -> Trials:
    """Return what to record of the runs that were tried."""
    same = [name for name, it in outcomes.items() if is_same(seen, pitfall.runs[name], python, it)]
    differs = {
        name: Trial(exit=it.exit, output=tuple(it.output.splitlines()), ended=it.ended)
        for name, it in outcomes.items()
        if name not in same
    }
    return Trials(python=python, same=tuple(same), differs=differs)


def javascript_rules() -> list[tuple[str, str]]:
    """Return the rules that normalise an output there: pattern and replacement, as JavaScript has them."""
    rules = [*RULES, *((pattern, replacement) for _, pattern, replacement in normalise.RULES)]
    return [
        (pattern.replace(r"\Z", r"(?![\s\S])"), re.sub(r"\\(\d)", r"$\1", replacement))
        for pattern, replacement in rules
    ]


def why_not(run: Run, trials: Trials | None) -> str:
    """Return why a run has no button on its page, as a sentence; "" for one that has."""
    if run.packages:
        return PACKAGES
    if trials is None or run.name not in {*trials.same, *trials.differs}:
        return UNTRIED
    if run.name in trials.same:
        return ""
    output = "\n".join(trials.differs[run.name].output)
    return next((sentence for pattern, sentence in LIMITS if re.search(pattern, output)), OTHERWISE)
