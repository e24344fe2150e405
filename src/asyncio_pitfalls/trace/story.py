"""What matters in a trace, as rows: who does what, in words, with the line of the program.

One rule for each kind of event decides whether it is a row; no page decides it for itself.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from asyncio_pitfalls.trace.events import Event, Trace

_CANCELLED = "CancelledError"
_CLOSED = "GeneratorExit"
# What ends a loop is not an error.
_ENDS = {"StopIteration", "StopAsyncIteration"}
# What in asyncio cancels a task, by the module that does it.
_CANCELLERS = {
    "runners": "asyncio.run()",
    "taskgroups": "the task group",
    "timeouts": "the timeout",
    "tasks": "gather()",
}
_PENDING = "Task was destroyed but it is pending!"
_CALL = re.compile(r"(.+)(\(.*\))")
# More rows are no picture.
_MOST_ROWS = 400
_MOST_NAMES = 6
# The lane of the main thread.
_MAIN = 0
# Rows of these kinds in a row, from one line, are one row: the other lanes, or the times, add up.
_ADD_UP = {"create", "wake", "cancel", "block", "lost", "run", "print"}


@dataclass(frozen=True)
class Row:
    """What happened in `lanes` at once: its kind, the words for it, the line that did it, who it happened to.

    `message` is the text of an exception or a report, without which the words are as well.
    `step` says which run of the lane, from one wait to the next, the row is part of.
    `says` is the message of the mistake, on the row where it shows.
    """

    kind: str
    lanes: tuple[int, ...]
    words: str
    line: int = 0
    code: str = ""
    others: tuple[int, ...] = ()
    message: str = ""
    step: int = 0
    times: int = 1
    says: str = ""


@dataclass(frozen=True)
class Story:
    """The names of the lanes, and the rows, in order."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def sentences(self) -> list[str]:
        """The rows in words, as Markdown."""
        return [self._sentence(row) for row in self.rows]

    def _sentence(self, row: Row) -> str:
        place = f" in line {row.line}" if row.line else ""
        code = f": `{row.code}`" if row.code else ""
        text = row.says or row.message
        caught, message = (f" {text}", "") if row.kind == "catch" else ("", f" → {text}" if text else "")
        mark = " ← here the mistake shows" if row.says else ""
        return f"{self.subject(row)} {self.predicate(row)}{caught}{place}{code}{message}{mark}"

    def subject(self, row: Row) -> str:
        """Return who does it."""
        return self.named(row.lanes) if row.kind != "close" else "the event loop"

    def predicate(self, row: Row) -> str:
        """Return what is done, and to whom."""
        times = f", {row.times} times" if row.times > 1 else ""
        words = _plural(row.words) if len(row.lanes) > 1 and row.kind != "close" else row.words
        return words.replace("{others}", self.named(row.others)) + times

    def named(self, lanes: Iterable[int]) -> str:
        """Return the names of lanes; what they have in common is said once: `ship(1), (2), (3)`."""
        names: list[str] = []
        last = ""
        for name in (self.names[lane] for lane in lanes):
            call = _CALL.fullmatch(name)
            names.append(call[2] if call and call[1] == last and call[2] != "()" else name)
            last = call[1] if call else ""
        return ", ".join(names if len(names) <= _MOST_NAMES else [*names[:_MOST_NAMES], "…"])


def _printable(text: str) -> str:
    """Return text without what a terminal or an XML file would not take as text."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _plural(words: str) -> str:
    """Return words of which the first is a verb, for several."""
    verb, space, rest = words.partition(" ")
    if verb == "is":
        return f"are{space}{rest}"
    comma = "," if verb.endswith(",") else ""
    verb = verb.removesuffix(",")
    return f"{verb.removesuffix('es' if verb.endswith(('ches', 'sses')) else 's')}{comma}{space}{rest}"


def tell(trace: Trace, source: Callable[[str, int], str]) -> Story:
    """Return the story of a trace; `source` returns the text of a line of a file."""
    teller = _Teller(trace, source)
    for event in trace.events:
        getattr(teller, f"on_{event.kind}")(event)
    names = _names(trace)
    rows = _in_step(_added_up(_without_calm_closings(teller.rows)), names)
    if len(rows) > _MOST_ROWS:
        rest = f"goes on; {len(rows) - _MOST_ROWS} rows are left out"
        rows = [*rows[:_MOST_ROWS], Row("lost", rows[_MOST_ROWS].lanes, rest)]
    return _shown(names, rows)


@dataclass
class _Lane:
    """What is known of a lane while its story is told."""

    functions: list[str] = field(default_factory=list)
    has_started: bool = False
    waits: bool = False
    waits_for: tuple[int, ...] = ()
    is_over: bool = False
    step: int = 0

    @property
    def is_left(self) -> bool:
        """Whether it waits, and nothing will end that."""
        return self.waits and not self.is_over


class _Teller:
    """One rule for each kind of event."""

    def __init__(self, trace: Trace, source: Callable[[str, int], str]) -> None:
        self.trace = trace
        self.source = source
        self.rows: list[Row] = []
        self.lanes = [_Lane() for _ in trace.lanes]
        self.steps = 0
        self.last: int | None = None
        self.failed: set[str] = set()
        self.reported = {lane for event in trace.events if event.kind == "report" for lane in event.others}

    def row(  # noqa: PLR0913 - each is a part of a row
        self,
        event: Event,
        kind: str,
        words: str,
        *,
        lanes: tuple[int, ...] = (),
        others: tuple[int, ...] = (),
        message: str = "",
        has_code: bool = True,
    ) -> None:
        """Add a row; `lanes` are those in which it happened, if not in that of the event."""
        if event.lane != self.last:
            self.steps += 1
            self.lanes[event.lane].step = self.steps
        self.last = event.lane
        line, code = (event.line, self.source(event.file, event.line)) if has_code and event.line else (0, "")
        code = f"{event.file}: {code}" if event.file and code else code
        step = self.lanes[event.lane].step
        code, message = _printable(code), _printable(message)
        self.rows.append(Row(kind, lanes or (event.lane,), words, line, code, others, message, step))

    def runs(self, event: Event) -> _Lane:
        """What the lane waited for is over: another step begins."""
        lane = self.lanes[event.lane]
        self.last = None if lane.waits else self.last
        lane.waits, lane.waits_for = False, ()
        return lane

    def on_start(self, event: Event) -> None:
        """Only of a function that the loop calls outside any task."""
        lane = self.runs(event)
        lane.has_started = True
        lane.functions.append(event.text)
        if len(lane.functions) == 1 and event.lane == _MAIN:
            self.row(event, "run", f"runs {event.text}", has_code=False)

    def on_resume(self, event: Event) -> None:
        """The next row of the lane shows it."""
        self.runs(event)

    def on_throw(self, event: Event) -> None:
        """What becomes of the exception is a row."""
        self.runs(event)

    def on_yield(self, event: Event) -> None:
        """The innermost of the coroutines that await each other comes first, and is the row."""
        lane = self.lanes[event.lane]
        if not lane.waits and not lane.is_over:
            inner = f" in {lane.functions[-1]}" if len(lane.functions) > 1 else ""
            words = "waits for {others}" if event.others else "lets others run" if event.text else "waits"
            self.row(event, "wait", words + inner, others=event.others)
            lane.waits_for = event.others
        lane.waits = True

    def on_return(self, event: Event) -> None:
        """Only of the outermost function."""
        if self._is_over(event):
            self.row(event, "end", "ends", has_code=False)

    def on_unwind(self, event: Event) -> None:
        """Only of the outermost function, and not once more of the main thread, which ran the loop."""
        if self._is_over(event) and event.text != _CLOSED:
            is_told = event.lane == _MAIN and event.text in self.failed
            self.failed.add(event.text)
            if event.text == _CANCELLED and not is_told:
                self.row(event, "cancelled", "ends, cancelled")
            elif not is_told:
                is_exit = event.text.startswith("SystemExit")
                kind, words = ("end", "ends the program") if is_exit else ("fail", "fails")
                self.row(event, kind, words, message=event.text)

    def _is_over(self, event: Event) -> bool:
        """A function of the program ends; return whether its lane ends with it."""
        lane = self.runs(event)
        is_outermost = len(lane.functions) <= 1
        del lane.functions[-1:]
        if not is_outermost or lane.is_over or (event.lane == _MAIN and event.kind == "return"):
            return False
        lane.is_over = event.lane != _MAIN
        return True

    def on_caught(self, event: Event) -> None:
        """An exception does not leave the function that catches it."""
        if event.text not in _ENDS:
            self.row(event, "catch", "catches", message=event.text)

    def on_print(self, event: Event) -> None:
        """What people see of it all."""
        self.row(event, "print", "prints")

    def on_block(self, event: Event) -> None:
        """A task keeps everything else from running; a thread without an event loop may wait."""
        is_task = not self.trace.lanes[event.lane].is_thread
        self.row(event, *(("block", "blocks the event loop") if is_task else ("wait", "waits")))

    def on_create(self, event: Event) -> None:
        """A task of the program; the main task of the main thread is there anyway."""
        if event.line:
            self.row(event, "create", "creates {others}", others=event.others)
        elif event.lane != _MAIN:
            self.row(event, "create", "runs {others} in a loop", others=event.others, has_code=False)

    def on_thread(self, event: Event) -> None:
        """A thread in which code of the program runs."""
        self.row(event, "create", "starts {others}", others=event.others)

    def on_wake(self, event: Event) -> None:
        """By a line of the program, unless that line cancels."""
        is_cancel = bool(self.rows) and (self.rows[-1].kind, self.rows[-1].line) == ("cancel", event.line)
        if set(event.others) - {event.lane} and not is_cancel:
            self.row(event, "wake", "wakes {others}", others=event.others)

    def on_threadsafe(self, event: Event) -> None:
        """By a line of the program."""
        self.row(event, "pass", "passes it to the event loop")

    def on_cancel(self, event: Event) -> None:
        """By a line of the program, or by asyncio, whose task group also interrupts who waits for it."""
        if not event.text:
            self.row(event, "cancel", "cancels {others}", others=event.others)
        elif event.text != "taskgroups" or not self.lanes[event.others[0]].waits_for:
            words = f"is cancelled by {_CANCELLERS.get(event.text, 'asyncio')}"
            self.row(event, "cancel", words, lanes=event.others, has_code=False)

    def on_report(self, event: Event) -> None:
        """Something that asyncio logs, because nobody waits for it."""
        lane = self.lanes[(event.others or (event.lane,))[0]]
        lost = "is destroyed while it waits" if lane.has_started else "is destroyed before it starts"
        words = lost if event.text == _PENDING else "is reported"
        self.row(event, "lost", words, lanes=event.others, message=event.text, has_code=False)

    def on_freed(self, event: Event) -> None:
        """Only of a task that has not ended, and that nothing reports."""
        lane = self.lanes[event.lane]
        if self.trace.lanes[event.lane].is_own and not lane.is_over and event.lane not in self.reported:
            self.row(event, "lost", "is destroyed without a message")
            lane.is_over = True

    def on_close(self, event: Event) -> None:
        """With the tasks that can go on no more."""
        mine = {other for it in self.trace.events if _is_of(it, event.text) for other in it.others}
        left = tuple(number for number in sorted(mine) if self.lanes[number].is_left)
        self.row(event, "close", "is closed", others=left)

    def on_stop(self, event: Event) -> None:
        """By a line of the program."""
        self.row(event, "stop", "stops the event loop")

    def on_full(self, event: Event) -> None:
        """The tracer has stopped."""
        self.row(event, "lost", "does more than this shows", has_code=False)

    def on_failed(self, event: Event) -> None:
        """The tracer has stopped."""
        self.row(event, "lost", "is not traced any more", message=event.text, has_code=False)


def _is_of(event: Event, loop: str) -> bool:
    """Return whether a task of an event loop is created."""
    return event.kind == "create" and event.text == loop


def _without_calm_closings(rows: list[Row]) -> list[Row]:
    """Leave out the end of an event loop on which nothing waits, and which nothing needs afterwards."""
    needed = [place for place, row in enumerate(rows) if "closed" in row.message]
    last = max(needed, default=-1)
    return [row for place, row in enumerate(rows) if row.kind != "close" or row.others or place < last]


def _added_up(rows: list[Row]) -> list[Row]:
    """Return the rows with those that repeat each other as one."""
    found: list[Row] = []
    for row in rows:
        last = found[-1] if found else row
        same = _key(last) == _key(row)
        if not (found and same and row.kind in _ADD_UP):
            found.append(row)
        elif row.lanes != last.lanes:
            found[-1] = replace(last, lanes=_union(last.lanes, row.lanes))
        elif row.others:
            found[-1] = replace(last, others=_union(last.others, row.others))
        else:
            found[-1] = replace(last, times=last.times + 1)
    return found


def _key(row: Row) -> tuple[object, ...]:
    return row.kind, row.words, row.line, row.message, row.step


def _union(first: tuple[int, ...], second: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(first + second))


def _in_step(rows: list[Row], names: list[str]) -> list[Row]:
    """Return the rows with lanes that do the same in turn side by side, and with repetition as one."""
    found: list[list[Row]] = []
    for _, group in groupby(rows, key=lambda row: row.step):
        step = list(group)
        if found and [_deed(row, names) for row in found[-1]] == [_deed(row, names) for row in step]:
            found[-1] = [_both(one, other) for one, other in zip(found[-1], step, strict=True)]
        else:
            found.append(step)
    return [row for step in found for row in step]


def _both(one: Row, other: Row) -> Row:
    if set(one.lanes) >= set(other.lanes):
        return replace(one, times=one.times + other.times)
    return replace(one, lanes=_union(one.lanes, other.lanes))


def _deed(row: Row, names: list[str]) -> tuple[object, ...]:
    """Return what a row says apart from who of those that run the same function does it."""
    return (
        row.kind,
        row.words,
        row.line,
        row.message,
        row.others,
        names[row.lanes[0]].partition("(")[0],
    )


def _names(trace: Trace) -> list[str]:
    """Return the names of the lanes, each only once; a thread is named by the first function in it."""
    first = {event.lane: event.text for event in reversed(trace.events) if event.kind == "start"}
    names: list[str] = []
    for number, lane in enumerate(trace.lanes):
        is_named = lane.is_thread and number in first and number != _MAIN
        name = _printable(f"{first[number]} in a thread" if is_named else lane.name)
        count = sum(other == name or other.startswith(f"{name} #") for other in names)
        names.append(f"{name} #{count + 1}" if count else name)
    return names


def _shown(names: list[str], rows: list[Row]) -> Story:
    """Return the story with the lanes that its rows mention, in the order in which they do."""
    mentioned = (lane for row in rows for lane in (*row.lanes, *row.others) if row.kind != "close")
    numbers = {lane: number for number, lane in enumerate(dict.fromkeys(mentioned))}
    told = [
        replace(
            row,
            lanes=tuple(sorted(numbers.get(lane, 0) for lane in row.lanes)),
            others=tuple(sorted(numbers[lane] for lane in row.others if lane in numbers)),
        )
        for row in rows
    ]
    return Story(tuple(names[lane] for lane in numbers), tuple(told))


# The kinds of event that a rule knows.
KINDS = tuple(sorted(name.removeprefix("on_") for name in vars(_Teller) if name.startswith("on_")))
