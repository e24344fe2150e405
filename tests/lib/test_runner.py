"""A script is contained: it may hang, flood, leave a child or write binary, and nothing else is disturbed."""

import os
import sys
import time
from pathlib import Path

import pytest

from asyncio_pitfalls import calm, catalogue, interpreters, project, runner
from asyncio_pitfalls.claims import Run
from asyncio_pitfalls.evidence import minor_of
from asyncio_pitfalls.interpreters import HERE

FAILURE = Run(name="failure", script="failure.py", flags=())
FIX = Run(name="fix", script="failure.py", flags=("-X", "dev", "-W", "error"))


def run(folder: Path, source: str, kind: Run = FAILURE) -> runner.Outcome:
    """Run `source` as a script."""
    (folder / "failure.py").write_text(source, encoding="utf-8")
    return runner.run(folder, kind, HERE)


def test_the_matrix_is_what_is_here_and_what_is_missing() -> None:
    """Each interpreter is of the minor version for which it stands."""
    found = interpreters.available()
    assert sorted([*found, *interpreters.missing()]) == sorted(project.versions())
    assert all(minor == minor_of(interpreter.exact) for minor, interpreter in found.items())


def test_output_is_in_the_order_of_a_terminal(tmp_path: Path) -> None:
    """Standard output and standard error are merged as they come."""
    source = "import sys\nfor n in range(3):\n    print(n)\n    print(n, file=sys.stderr)\nsys.exit(3)"
    assert runner.Outcome(3, "0\n0\n1\n1\n2\n2\n") == run(tmp_path, source)


def test_a_fix_keeps_its_errors_apart(tmp_path: Path) -> None:
    """What a fix writes to standard error can be told from what it prints."""
    outcome = run(tmp_path, "import sys\nprint('noise', file=sys.stderr)\nprint('done')", FIX)
    assert ("done\nnoise\n", "noise\n") == (outcome.output, outcome.errors)


def test_the_flags_are_used(tmp_path: Path) -> None:
    """A run's flags reach the interpreter."""
    assert "True\n" == run(tmp_path, "import sys; print(sys.flags.dev_mode)", FIX).output
    assert "False\n" == run(tmp_path, "import sys; print(sys.flags.dev_mode)").output


def test_surroundings_are_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The script sees an empty folder, no standard input, and none of the caller's variables."""
    monkeypatch.setenv("PYTHONASYNCIODEBUG", "1")
    source = "import os, sys\nprint(os.listdir(), sys.stdin.read(), 'PYTHONASYNCIODEBUG' in os.environ)"
    assert "['failure.py']  False\n" == run(tmp_path, source).output


def test_a_hang_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script that does not end is ended, and what it had printed is kept."""
    monkeypatch.setattr(runner, "TIMEOUT", 1.0)
    outcome = run(tmp_path, "print('started')\nwhile True: pass")
    assert (None, "started\n") == (outcome.exit, outcome.output)
    assert "1 seconds" in outcome.ended


def test_a_flood_is_ended(tmp_path: Path) -> None:
    """Output has a bound."""
    outcome = run(tmp_path, "while True: print('x' * 1000)")
    assert outcome.exit is None
    assert "200,000 bytes" in outcome.ended
    assert len(outcome.output) <= runner.MOST_OUTPUT


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are those of POSIX")
def test_a_child_left_behind_is_ended(tmp_path: Path) -> None:
    """A child that outlives the script is killed with its group, and does not delay the outcome."""
    child = (
        "import subprocess, sys\np = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])"
    )
    outcome = run(tmp_path, f"{child}\nprint(p.pid)")
    assert 0 == outcome.exit
    deadline = time.monotonic() + 10
    while alive(int(outcome.output)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not alive(int(outcome.output))


def alive(pid: int) -> bool:
    """Return whether a process exists and is no zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def test_binary_output_is_readable(tmp_path: Path) -> None:
    """Bytes that are no text are shown, not decoded into an error."""
    outcome = run(tmp_path, r"import os; os.write(1, b'\x00\xff ok\n')")
    assert runner.Outcome(0, "\\x00\\xff ok\n") == outcome


def test_output_is_streamed(tmp_path: Path) -> None:
    """A sink gets the text as it arrives."""
    (tmp_path / "failure.py").write_text("print('one')\nprint('two')", encoding="utf-8")
    chunks: list[str] = []
    runner.run(tmp_path, FAILURE, HERE, sink=chunks.append)
    assert "one\ntwo\n" == "".join(chunks)


def test_the_command_is_what_a_reader_types() -> None:
    """Flags stand on the command line; for a script with packages they are variables of `uv run`."""
    traced = Run(name="find", script="find.py", flags=("-X", "dev", "-X", "tracemalloc=25", "-W", "error"))
    assert "python -X dev -X tracemalloc=25 -W error a/find.py" == runner.command_line(
        traced, packages=False, path="a/"
    )
    assert "PYTHONDEVMODE=1 PYTHONTRACEMALLOC=25 PYTHONWARNINGS=error uv run find.py" == runner.command_line(
        traced, packages=True
    )


def test_a_run_that_the_machine_disturbed_is_repeated(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow step is the machine's where no symptom speaks of slow steps; a calm run follows."""
    pitfall = catalogue.pitfall("price-never-awaited")
    slow = runner.Outcome(0, "Executing <Task pending> took <n> seconds\n")
    calm_one = runner.Outcome(0, "price: 42\n")
    outcomes = [slow, slow, calm_one]
    monkeypatch.setattr(runner, "run", lambda *_, start: outcomes.pop(0))
    assert calm_one == calm.run(pitfall, pitfall.runs["fix"], HERE)
    assert [] == outcomes


def test_a_machine_that_is_never_calm_is_given_up(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last attempt stands, and is compared like any other."""
    pitfall = catalogue.pitfall("price-never-awaited")
    slow = [runner.Outcome(number, "Executing <Task pending> took <n> seconds\n") for number in range(9)]
    attempts = iter(slow)
    monkeypatch.setattr(calm, "ATTEMPTS", 3)
    monkeypatch.setattr(runner, "run", lambda *_, start: next(attempts))
    assert slow[2] == calm.run(pitfall, pitfall.runs["fix"], HERE)


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
    pitfall = catalogue.pitfall("asyncio-run-in-notebook")
    outcome = runner.Outcome(1, f"ABC costs 42\n{line}\n")
    assert expected is calm.was_disturbed(pitfall, pitfall.runs["fix"], outcome)


def test_a_client_that_reached_another_kernel_runs_again() -> None:
    """A script that hangs is its own fault unless it waits for a kernel, which outlives it."""
    pitfall = catalogue.pitfall("asyncio-run-in-notebook")
    farewell = "[IPKernelApp] WARNING | Parent appears to have exited, shutting down.\n"
    hung = "it did not end within 60 seconds"
    for outcome, expected in (
        (runner.Outcome(None, farewell, ended=hung), True),
        (runner.Outcome(None, "ABC costs 42\n", ended=hung), False),
        (runner.Outcome(1, farewell), False),
    ):
        assert expected is calm.was_disturbed(pitfall, pitfall.runs["failure"], outcome)


def test_a_slow_step_that_is_the_symptom_is_kept() -> None:
    """The page about slow steps shows them, but its fix has none."""
    pitfall = catalogue.pitfall("blocking-call-stalls-loop")
    slow = runner.Outcome(0, "Executing <Task pending name='Task-1'> took <n> seconds\n")
    assert not calm.was_disturbed(pitfall, pitfall.runs["failure"], slow)
    assert calm.was_disturbed(pitfall, pitfall.runs["fix"], slow)


def test_a_slow_step_is_no_symptom_because_its_task_names_one() -> None:
    """The exception that ended the slow task stands in the line, and is a symptom by itself."""
    pitfall = catalogue.pitfall("coroutine-never-awaited")
    task = """<Task finished exception=TypeError("'coroutine' object is not subscriptable")>"""
    slow = runner.Outcome(1, f"Executing {task} took <n> seconds\n")
    assert calm.was_disturbed(pitfall, pitfall.runs["find"], slow)
