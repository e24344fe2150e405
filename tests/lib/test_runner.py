"""A script is contained: it may hang, flood, leave a child or write binary, and nothing else is disturbed."""

import errno
import os
import sys
import time
from pathlib import Path

import pytest

from asyncio_pitfalls.claims import Run
from asyncio_pitfalls.run import runner
from asyncio_pitfalls.run.interpreters import HERE
from asyncio_pitfalls.run.runner import Outcome

FAILURE = Run(name="failure", script="failure.py", flags=())
FIX = Run(name="fix", script="failure.py", flags=("-X", "dev", "-W", "error"))


def run(folder: Path, source: str, kind: Run = FAILURE) -> Outcome:
    """Run `source` as a script."""
    (folder / "failure.py").write_text(source, encoding="utf-8")
    return runner.run_once(folder, kind, HERE)


def test_output_is_in_the_order_of_a_terminal(tmp_path: Path) -> None:
    """Standard output and standard error are merged as they come."""
    source = "import sys\nfor n in range(3):\n    print(n)\n    print(n, file=sys.stderr)\nsys.exit(3)"
    assert Outcome(3, "0\n0\n1\n1\n2\n2\n") == run(tmp_path, source)


def test_a_fix_keeps_its_errors_apart(tmp_path: Path) -> None:
    """What a fix writes to standard error is kept apart from what it prints."""
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
    assert Outcome(0, "\\x00\\xff ok\n") == outcome


def test_output_is_streamed(tmp_path: Path) -> None:
    """A sink gets the text as it arrives."""
    (tmp_path / "failure.py").write_text("print('one')\nprint('two')", encoding="utf-8")
    chunks: list[str] = []
    runner.run_once(tmp_path, FAILURE, HERE, sink=chunks.append)
    assert "one\ntwo\n" == "".join(chunks)


def test_a_sink_that_takes_no_more_ends_the_script(tmp_path: Path) -> None:
    """A full disk or a closed pipe is an error of the caller, and no script runs on for nobody."""
    (tmp_path / "failure.py").write_text("while True: print('x')", encoding="utf-8")

    def full(text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    start = time.monotonic()
    with pytest.raises(OSError, match="No space left"):
        runner.run_once(tmp_path, FAILURE, HERE, sink=full)
    assert runner.TIMEOUT / 2 > time.monotonic() - start


COMMANDS = [
    (
        ("-X", "dev", "-X", "tracemalloc=25", "-W", "error"),
        (),
        "python -X dev -X tracemalloc=25 -W error find.py",
    ),
    (
        ("-X", "dev", "-X", "tracemalloc=25", "-W", "error"),
        ("pytest",),
        "PYTHONDEVMODE=1 PYTHONTRACEMALLOC=25 PYTHONWARNINGS=error uv run find.py",
    ),
    (("-W", "error:a b"), (), "python -W 'error:a b' find.py"),
    (("-W", "error:a b"), ("pytest",), "PYTHONWARNINGS='error:a b' uv run find.py"),
    ((), (), "python find.py"),
    ((), ("pytest",), "uv run find.py"),
]


@pytest.mark.parametrize(("flags", "packages", "expected"), COMMANDS)
def test_the_command_is_what_a_reader_types(
    flags: tuple[str, ...], packages: tuple[str, ...], expected: str
) -> None:
    """Flags are on the command line; for a script with packages they are variables of `uv run`."""
    traced = Run(name="find", script="find.py", flags=flags, packages=packages)
    assert expected == runner.command_line(traced)
    assert expected.replace("find.py", "a/find.py") == runner.command_line(traced, path="a/")
