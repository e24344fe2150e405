"""What happened in a pitfall's failure and fix: `trace.json`, written by the machine, committed.

It is recorded for each page that shows it, on one interpreter, which the file names.
"""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from asyncio_pitfalls import evidence
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall
from asyncio_pitfalls.evidence import Evidence, EvidenceError
from asyncio_pitfalls.ranges import minor_of
from asyncio_pitfalls.run import retry
from asyncio_pitfalls.run.interpreters import Interpreter
from asyncio_pitfalls.run.normalise import normalise
from asyncio_pitfalls.run.runner import Outcome
from asyncio_pitfalls.trace import events, mistake, program, story
from asyncio_pitfalls.trace.events import Trace
from asyncio_pitfalls.trace.story import Story

FILE = "trace.json"
DIRECTIVE = "what-happened"
RUNS = ("failure", "fix")
# The interpreter that pictures are recorded on; 3.14 is the first to say which tasks a group waits for.
PYTHON = "3.14"


class Recorded(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What happened in failure and fix on the CPython `python`, such as "3.14.2"."""

    python: str
    failure: Trace
    fix: Trace

    @property
    def traces(self) -> dict[str, Trace]:
        """The trace of each run."""
        return {"failure": self.failure, "fix": self.fix}


def is_wanted(catalogue: Catalogue, slug: str) -> bool:
    """Return whether the page of a pitfall shows what happened."""
    return any(block.name == DIRECTIVE for block in catalogue.page(slug).directives)


def record(pitfall: Pitfall, interpreter: Interpreter) -> tuple[Recorded, dict[str, Outcome]]:
    """Run failure and fix under the tracer, and return what happened, and what each printed."""
    traces, outcomes = {}, {}
    for name in RUNS:
        run = pitfall.runs[name]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "trace"
            outcomes[name] = retry.run(
                pitfall, run, interpreter, more=program.variables(path, run.script, {})
            )
            traces[name] = _normalised(events.read(path, run.script))
    return Recorded(python=interpreter.exact, **traces), outcomes


def _normalised(trace: Trace) -> Trace:
    """Return a trace without what differs between machines."""
    return msgspec.structs.replace(
        trace, events=tuple(msgspec.structs.replace(it, text=normalise(it.text)) for it in trace.events)
    )


def load(folder: Path) -> Recorded:
    """Return what is recorded in `folder`; raise `EvidenceError` if it is missing or broken."""
    path = folder / FILE
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Recorded)
        _check(found)
    except (OSError, ValueError) as error:
        text = error.strerror if isinstance(error, OSError) else error
        raise EvidenceError(f"{path}: {text}; record it with: {evidence.command(folder.name)}") from None
    return found


def _check(found: Recorded) -> None:
    """Refuse a lane that does not exist, and an event of which no rule knows."""
    if minor_of(found.python) != PYTHON:
        raise ValueError(f"python: expected a release of {PYTHON}, not {found.python!r}")
    for name, trace in found.traces.items():
        for number, event in enumerate(trace.events):
            where = f"{name}.events[{number}]"
            if event.kind not in story.KINDS:
                raise ValueError(
                    f"{where}.kind: expected one of {', '.join(story.KINDS)}, not {event.kind!r}"
                )
            if not {event.lane, *event.others} <= set(range(len(trace.lanes))):
                raise ValueError(f"{where}: expected lanes below {len(trace.lanes)}")


def save(folder: Path, fresh: Recorded) -> bool:
    """Write what was recorded, and return whether the file changed.

    If nothing else has changed, the patch release that it was first seen on stays.
    """
    try:
        old = load(folder)
    except EvidenceError:
        old = fresh
    if old.traces == fresh.traces:
        fresh = old
    return evidence.write(folder / FILE, "\n".join(_lines(fresh)) + "\n")


def _lines(recorded: Recorded) -> Iterator[str]:
    """Yield the lines of the file: one for each lane and event, so that a review shows which one changed."""
    yield f'{{\n "python": "{recorded.python}",'
    for name, trace in recorded.traces.items():
        yield f' "{name}": {{'
        yield '  "lanes": [\n' + ",\n".join(map(_json, trace.lanes)) + "\n  ],"
        yield '  "events": [\n' + ",\n".join(map(_json, trace.events)) + "\n  ]"
        yield " }," if name != RUNS[-1] else " }\n}"


def _json(value: msgspec.Struct) -> str:
    return f"   {json.dumps(msgspec.to_builtins(value), ensure_ascii=False)}"


def stories(pitfall: Pitfall, seen: Evidence) -> dict[str, Story]:
    """Return the stories of failure and fix; in that of the failure the mistake is marked."""
    told = {
        name: story.tell(trace, program.source_of(pitfall.folder, pitfall.runs[name].script))
        for name, trace in load(pitfall.folder).traces.items()
    }
    return told | {"failure": mistake.marked(told["failure"], pitfall, seen)}


def markdown(pitfall: Pitfall, seen: Evidence) -> str:
    """Return the stories as lists, for those who do not see pictures."""
    parts = [f"What happened on CPython {load(pitfall.folder).python}, in order:"]
    for name, told in stories(pitfall, seen).items():
        lines = "\n".join(f"{number}. {sentence}" for number, sentence in enumerate(told.sentences, 1))
        parts.append(f"{pitfall.runs[name].script}:\n\n{lines}")
    return "\n\n".join(parts)
