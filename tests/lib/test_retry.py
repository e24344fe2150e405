"""A script runs again when its output is the machine's and not its own, at most three times."""

from collections.abc import Callable
from pathlib import Path

import pytest

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall
from asyncio_pitfalls.run import retry, runner
from asyncio_pitfalls.run.interpreters import HERE
from asyncio_pitfalls.run.runner import Outcome
from support import CATALOGUE, SLUG

SLOW = "Executing <Task pending name='Task-1' coro=<main()>> took <n> seconds\n"
Play = Callable[..., list[str]]


@pytest.fixture
def pitfall(sandbox: Path) -> Pitfall:
    """The one pitfall of the sandbox, which is not about slow steps."""
    return Catalogue(sandbox).pitfall(SLUG)


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Play:
    """Let the scripts do what is given, in this order, and return the names of the runs as they start."""

    def play(*outcomes: Outcome) -> list[str]:
        left, started = list(outcomes), []

        def run_once(folder: Path, run: runner.Run, *_: object) -> Outcome:
            started.append(run.name)
            return left.pop(0)

        monkeypatch.setattr(runner, "run_once", run_once)
        return started

    return play


def test_a_run_that_the_machine_left_alone_is_the_only_one(pitfall: Pitfall, play: Play) -> None:
    """It says that it took one attempt."""
    started = play(Outcome(0, "price: 42\n"))
    assert Outcome(0, "price: 42\n", attempts=1) == retry.run(pitfall, pitfall.runs["fix"], HERE)
    assert ["fix"] == started


def test_a_run_that_the_machine_disturbed_is_repeated(pitfall: Pitfall, play: Play) -> None:
    """The attempt that counts says how many there were."""
    lost = Outcome(1, "zmq.error.ZMQError: Address already in use\n")
    started = play(lost, lost, Outcome(0, "price: 42\n"))
    assert Outcome(0, "price: 42\n", attempts=3) == retry.run(pitfall, pitfall.runs["fix"], HERE)
    assert ["fix"] * 3 == started


def test_a_machine_that_never_leaves_it_alone_is_given_up(pitfall: Pitfall, play: Play) -> None:
    """The third attempt counts, and is compared like any other."""
    lost = [Outcome(number, "ValueError: DELIM not in msg_list\n") for number in range(9)]
    started = play(*lost)
    found = retry.run(pitfall, pitfall.runs["failure"], HERE)
    assert (2, 3, 3) == (found.exit, found.attempts, len(started))


def test_a_slow_step_is_taken_out(pitfall: Pitfall, play: Play) -> None:
    """Debug mode reports what an overloaded machine did; the rest of the output is the script's."""
    for name in ("failure", "fix"):
        started = play(Outcome(1, f"a\n{SLOW}b\n{SLOW}", f"{SLOW}b\n"))
        expected = Outcome(1, "a\nb\n", "b\n", attempts=1)
        assert expected == retry.run(pitfall, pitfall.runs[name], HERE)
        assert [name] == started


@pytest.mark.parametrize(
    "line",
    [
        f"  {SLOW}",
        SLOW.replace("<n>", "3"),
        SLOW.replace("Executing", "Still executing"),
        SLOW.removesuffix("\n") + ", too long\n",
    ],
)
def test_only_the_report_itself_is_taken_out(pitfall: Pitfall, play: Play, line: str) -> None:
    """What a script prints that looks like it stays."""
    play(Outcome(0, line))
    assert line == retry.run(pitfall, pitfall.runs["failure"], HERE).output


def test_a_slow_step_that_is_the_symptom_is_kept(play: Play) -> None:
    """The page about slow steps shows them, but its fix has none and runs again."""
    pitfall = CATALOGUE.pitfall("blocking-call-stalls-loop")
    play(Outcome(0, SLOW))
    assert Outcome(0, SLOW, attempts=1) == retry.run(pitfall, pitfall.runs["failure"], HERE)
    play(Outcome(0, SLOW), Outcome(0, "done\n"))
    assert Outcome(0, "done\n", attempts=2) == retry.run(pitfall, pitfall.runs["fix"], HERE)


def test_a_slow_step_is_no_symptom_because_its_task_names_one(play: Play) -> None:
    """The exception that ended the slow task is in the line, and is a symptom by itself."""
    pitfall = CATALOGUE.pitfall("coroutine-never-awaited")
    task = """<Task finished exception=TypeError("'coroutine' object is not subscriptable")>"""
    play(Outcome(1, f"Executing {task} took <n> seconds\n"))
    assert Outcome(1, "", attempts=1) == retry.run(pitfall, pitfall.runs["find"], HERE)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("zmq.error.ZMQError: Address already in use (addr='tcp://127.0.0.1:52455')", True),
        ("ValueError: DELIM not in msg_list", True),
        ("ValueError: Invalid Signature: b'x'", True),
        ("ValueError: no such price", False),
    ],
)
def test_kernels_with_the_same_ports_disturb_each_other(line: str, expected: bool) -> None:
    """Whatever pitfall they are of."""
    pitfall = CATALOGUE.pitfall("asyncio-run-in-notebook")
    outcome = Outcome(1, f"ABC costs 42\n{line}\n")
    assert expected is retry.was_disturbed(pitfall.runs["fix"], outcome)


def test_a_client_that_reached_another_kernel_runs_again() -> None:
    """A script that hangs is its own fault unless it waits for a kernel, which outlives it."""
    pitfall = CATALOGUE.pitfall("asyncio-run-in-notebook")
    farewell = "[IPKernelApp] WARNING | Parent appears to have exited, shutting down.\n"
    hung = "it did not end within 60 seconds"
    for outcome, expected in (
        (Outcome(None, farewell, ended=hung), True),
        (Outcome(None, "ABC costs 42\n", ended=hung), False),
        (Outcome(1, farewell), False),
    ):
        assert expected is retry.was_disturbed(pitfall.runs["failure"], outcome)
