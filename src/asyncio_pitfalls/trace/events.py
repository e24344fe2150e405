"""Events of a traced program, read from the tracer's file and put into an order that does not vary.

Tasks of one event loop run in an order of their own. Threads do not: which of two goes first is up to the
system, unless one waits for the other. So each thread is told as running until it blocks, and then the
thread that went on first. That is an order in which the program could have run, and it is always the same.
"""

import ast
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

MAIN_THREAD = "main thread"
# Worth telling only where a line of the program does it.
_BY_A_LINE = {"wake", "threadsafe"}
# Where a thread may wait for others.
_PAUSES = {"block", "select"}
_HANDLED = {"caught", "unwind"}
# The modules of asyncio that cancel all tasks of a set.
_FROM_SETS = {"runners", "taskgroups"}


class Lane(msgspec.Struct, frozen=True, omit_defaults=True):
    """A task or a thread; `is_own` says whether the coroutine of a task is the program's own code."""

    name: str
    is_thread: bool = False
    is_own: bool = True


class Event(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that happened in a lane, at a line of a file, and the other lanes that it happened to."""

    kind: str
    lane: int
    line: int = 0
    text: str = ""
    others: tuple[int, ...] = ()
    file: str = ""


class Trace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lanes of a program and what happened in them, in order."""

    lanes: tuple[Lane, ...]
    events: tuple[Event, ...]


class _Raw(NamedTuple):
    """A line of the tracer's file."""

    number: int
    kind: str
    thread: int
    lane: int
    place: tuple[str, int]
    details: tuple[Any, ...]


def read(path: Path, script: str) -> Trace:
    """Return what the tracer has written; its last line may be cut. `script` is the name of the main file."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    raw = [_raw(number, line) for number, line in enumerate(lines) if line.endswith(")")]
    lanes = {
        event.lane: Lane(event.details[0], is_own=event.details[1]) for event in raw if event.kind == "lane"
    }
    lanes |= {event.details[0]: Lane("thread", is_thread=True) for event in raw if event.kind == "thread"}
    lanes |= {event.thread: Lane("thread", is_thread=True) for event in raw if event.thread not in lanes}
    lanes[0] = Lane(MAIN_THREAD, is_thread=True)
    events = [_event(event, script) for event in _merged(_of_the_dying(_without_raised_again(raw)))]
    told = _in_order_of_creation(_without_calm_ends([event for event in events if event], lanes))
    return _used(lanes, [event for event in told if event.kind not in _BY_A_LINE or event.line])


def _raw(number: int, line: str) -> _Raw:
    kind, thread, lane, place, *details = ast.literal_eval(line)
    return _Raw(number, kind, thread, lane, place, tuple(details))


def _without_raised_again(raw: list[_Raw]) -> Iterator[_Raw]:
    """Leave out that an exception reaches a `finally` or `with` from which the same one leaves the function.

    Also all but the last of several such places in a row: they are steps of one `except`.
    """
    ahead: dict[tuple[int, int, str], str] = {}
    kept: list[_Raw] = []
    for event in reversed(raw):
        if event.kind in _HANDLED:
            key = (event.lane, event.details[1], event.details[2])
            if event.kind == "caught" and key in ahead:
                continue
            ahead[key] = event.kind
        kept.append(event)
    yield from reversed(kept)


def _of_the_dying(raw: Iterator[_Raw]) -> Iterator[_Raw]:
    """Put what a coroutine does while Python frees it into the lane of its task, which no longer runs."""
    freed = dying = 0
    for event in raw:
        if event.kind == "freed":
            freed, dying = event.lane, 0
        elif event.kind == "throw" and event.details[0] == "GeneratorExit":
            dying = freed
        elif event.kind in {"report", "resume"}:
            dying = 0
        yield event._replace(lane=dying) if dying and event.lane == event.thread else event


def _merged(raw: Iterator[_Raw]) -> Iterator[_Raw]:
    """Yield the events of all threads, each thread until it pauses."""
    left: dict[int, deque[_Raw]] = {}
    for event in raw:
        left.setdefault(event.thread, deque()).append(event)
    while left:
        thread = min(left, key=lambda it: left[it][0].number)
        while left[thread]:
            event = left[thread].popleft()
            yield event
            if event.kind in _PAUSES and _pauses(event, thread, left):
                break
        if not left[thread]:
            del left[thread]


def _pauses(event: _Raw, thread: int, left: dict[int, deque[_Raw]]) -> bool:
    """Return whether `thread` waits: it blocks, has nothing to do, or takes what another passed to it."""
    if event.kind == "block" or event.details[0]:
        return True
    others = (it for other, events in left.items() if other != thread for it in events)
    return any(it.kind == "threadsafe" and it.number < event.number for it in others)


def _event(event: _Raw, script: str) -> Event | None:
    """Return an event without what differs between two runs; None for what only put it in order."""
    file, line = event.place
    text = ""
    others: tuple[int, ...] = ()
    for detail in event.details[:1] if event.kind in {"lane", *_HANDLED} else event.details:
        if isinstance(detail, str):
            text = f"{text}: {detail}" if text and detail else text or detail
        elif isinstance(detail, list):
            others = tuple(detail)
    if event.kind in {"create", "wake", "thread"}:
        others = (event.details[0],)
    if event.kind == "yield":
        text = "" if event.details[0] else "turn"
    if event.kind in {"lane", "select"}:
        return None
    return Event(event.kind, event.lane, line, text, others, "" if file == script else file)


def _without_calm_ends(events: list[Event], lanes: dict[int, Lane]) -> list[Event]:
    """Leave out that Python frees a task that has ended: when it does is of no interest, and varies."""
    depths = dict.fromkeys(lanes, -1)
    kept = []
    for event in events:
        step = {"start": 1, "return": -1, "unwind": -1}.get(event.kind, 0)
        depths[event.lane] = max(depths[event.lane], 0) + step if step else depths[event.lane]
        if event.kind != "freed" or (depths[event.lane] and lanes[event.lane].is_own):
            kept.append(event)
    return kept


def _in_order_of_creation(events: list[Event]) -> list[Event]:
    """Sort what asyncio cancels at once, and what these tasks do next, because it takes them from a set.

    A task that waits for another one of them goes on after it.
    """
    found: list[Event] = []
    waits: dict[int, tuple[int, ...]] = {}
    while events:
        size = next((n for n, it in enumerate(events) if not _is_from_a_set(it)), len(events))
        batch, events = sorted(events[:size], key=lambda it: it.others), events[size:]
        lanes = {lane for event in batch for lane in event.others}
        steps = _next_steps(events, lanes)
        events = events[sum(map(len, steps.values())) :]
        order = sorted(steps, key=lambda lane: (_links(lane, waits, lanes), lane))
        found += [*batch, *(event for lane in order for event in steps[lane])]
        if not batch:
            event, *events = events
            waits[event.lane] = event.others if event.kind == "yield" else ()
            found.append(event)
    return found


def _is_from_a_set(event: Event) -> bool:
    """Return whether asyncio cancels a task that it takes from a set, or wakes it for that."""
    return (event.kind == "cancel" and event.text in _FROM_SETS) or (event.kind == "wake" and not event.line)


def _next_steps(events: list[Event], lanes: set[int]) -> dict[int, list[Event]]:
    """Return what comes first of `events`: one run of each of `lanes`, with no other lane in between."""
    steps: dict[int, list[Event]] = {}
    last = -1
    for event in events:
        if event.lane not in lanes or (event.lane in steps and event.lane != last):
            break
        last = event.lane
        steps.setdefault(last, []).append(event)
    return steps


def _links(lane: int, waits: dict[int, tuple[int, ...]], lanes: set[int]) -> int:
    """Return how many of `lanes` a lane waits for, one for the other."""
    return max(
        (1 + _links(other, waits, lanes) for other in waits.get(lane, ()) if other in lanes), default=0
    )


def _used(lanes: dict[int, Lane], events: list[Event]) -> Trace:
    """Return the lanes in which something happens, numbered in the order in which they appear."""
    started = {event.lane for event in events if event.kind == "start"}
    events = [event for event in events if event.kind != "thread" or event.others[0] in started]
    busy = {event.lane for event in events if event.kind != "freed"}
    created = {other for event in events if event.kind == "create" and event.line for other in event.others}
    shown = {lane for lane in busy | created if not lanes[lane].name.startswith("_")} | {0}
    numbers: dict[int, int] = {0: 0}
    for event in events:
        for lane in (event.lane, *event.others):
            if lane in shown:
                numbers.setdefault(lane, len(numbers))
    kept = [
        msgspec.structs.replace(
            event, lane=numbers[event.lane], others=tuple(numbers[it] for it in event.others if it in shown)
        )
        for event in events
        if event.lane in shown and (not event.others or set(event.others) & shown)
    ]
    return Trace(tuple(lanes[lane] for lane in numbers), tuple(kept))
