"""Events come in an order that does not vary: of threads, and of tasks that asyncio has in a set."""

from itertools import permutations
from pathlib import Path

from asyncio_pitfalls.trace import events
from asyncio_pitfalls.trace.events import MAIN_THREAD, Event, Trace

NOWHERE = ("", 0)


def read(folder: Path, *raw: tuple[object, ...]) -> Trace:
    """Return the trace of these lines of the tracer's file."""
    path = folder / "trace"
    path.write_text("".join(f"{line!r}\n" for line in raw), encoding="utf-8")
    return events.read(path, "app.py")


def told(trace: Trace) -> list[tuple[str, str]]:
    """Return the kind of each event and the name of its lane."""
    return [(event.kind, trace.lanes[event.lane].name) for event in trace.events]


def at(kind: str, thread: int, lane: int, *details: object) -> tuple[object, ...]:
    """Return a line of the tracer's file."""
    return (kind, thread, lane, ("app.py", 1), *details)


MAIN = [
    at("start", 0, 1, "main()"),
    at("thread", 0, 1, 2),
    at("yield", 0, 1, True, []),
    at("select", 0, 0, True),
    at("resume", 0, 1),
    at("return", 0, 1),
]
WORK = [at("start", 2, 2, "work()"), at("block", 2, 2, "time.sleep"), at("return", 2, 2)]


def test_a_thread_is_told_until_it_waits(tmp_path: Path) -> None:
    """However the system switches between two threads, the order is the same."""
    lanes = [("lane", 0, 0, NOWHERE, MAIN_THREAD, True), ("lane", 0, 1, NOWHERE, "main()", True)]
    start, end = MAIN[:2], MAIN[4:]
    found = set()
    for places in permutations(range(4), 2):
        mixed: list[tuple[object, ...]] = list(MAIN[2:4])
        for place, event in zip(sorted(places), WORK[:2], strict=True):
            mixed.insert(place, event)
        found.add(tuple(told(read(tmp_path, *lanes, *start, *mixed, WORK[2], *end))))
    assert 1 == len(found)
    kinds = [kind for kind, _ in found.pop()]
    assert ["start", "thread", "yield", "start", "block", "return", "resume", "return"] == kinds


def test_tasks_of_a_set_come_in_the_order_in_which_they_were_created(tmp_path: Path) -> None:
    """But one that waits for another of them comes after it."""
    lanes = [("lane", 0, number, NOWHERE, f"task {number}", True) for number in (1, 2, 3)]
    begin = [("lane", 0, 0, NOWHERE, MAIN_THREAD, True), *lanes]
    begin += [at("start", 0, 1, "a"), at("yield", 0, 1, True, [3])]
    begin += [at("start", 0, 2, "b"), at("yield", 0, 2, True, []), at("start", 0, 3, "c")]
    begin += [at("yield", 0, 3, True, [])]
    found = set()
    for order in permutations((1, 2, 3)):
        cancels = [("cancel", 0, 0, NOWHERE, [lane], "runners") for lane in order]
        ends = [at("unwind", 0, lane, "CancelledError", 9, "f") for lane in order]
        found.add(tuple(told(read(tmp_path, *begin, *cancels, *ends))))
    assert 1 == len(found)
    assert ["task 2", "task 3", "task 1"] == [lane for kind, lane in found.pop() if kind == "unwind"]


def test_an_exception_is_caught_only_where_it_stays(tmp_path: Path) -> None:
    """A `finally` from which it leaves the function again has not caught it."""
    lane = ("lane", 0, 1, NOWHERE, "main()", True)
    start, caught = at("start", 0, 1, "main()"), at("caught", 0, 1, "KeyError", 7, "main")
    left = at("unwind", 0, 1, "KeyError", 7, "main")
    assert ["start", "unwind"] == [kind for kind, _ in told(read(tmp_path, lane, start, caught, left))]
    kinds = [kind for kind, _ in told(read(tmp_path, lane, start, caught, at("return", 0, 1)))]
    assert ["start", "caught", "return"] == kinds


def test_a_line_that_was_cut_is_left_out(tmp_path: Path) -> None:
    """The program was killed while the tracer wrote."""
    (tmp_path / "trace").write_text(f"{at('start', 0, 0, 'main()')!r}\n('ret", encoding="utf-8")
    trace = events.read(tmp_path / "trace", "app.py")
    assert (Event("start", 0, 1, "main()"),) == trace.events
    assert () == events.read(tmp_path / "nothing", "app.py").events
