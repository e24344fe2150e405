"""Runs one script in one interpreter as a reader would, contained, and reports what came out."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from asyncio_pitfalls import environments
from asyncio_pitfalls.claims import Run
from asyncio_pitfalls.interpreters import Interpreter
from asyncio_pitfalls.normalise import normalise

TIMEOUT = 60.0
MOST_OUTPUT = 200_000
# A group of its own, so that whatever the script starts can be ended with it.
_NEW_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
_FLAG_VARIABLES = {"-W": "PYTHONWARNINGS", "-X dev": "PYTHONDEVMODE", "-X tracemalloc": "PYTHONTRACEMALLOC"}
Sink = Callable[[str], None]


class Process(Protocol):
    """What the runner needs of a process that was started, in a group of its own."""

    pid: int
    stdout: IO[bytes] | None
    stderr: IO[bytes] | None

    def wait(self) -> int:
        """Return the exit status when it has ended."""


class Start(Protocol):
    """Starts a command in a folder."""

    def __call__(self, command: list[str], work: str, environ: dict[str, str], *, split: bool) -> Process:
        """Return the process; unless `split`, its errors go where its output goes."""


@dataclass(frozen=True)
class Outcome:
    """What one run did: its exit status (None when it was ended), normalised output, and why it was ended.

    `output` is what a terminal shows; for a fix the lines of standard error follow those of
    standard output, and `errors` holds them once more.
    `again` is true where the machine disturbed an earlier run, which this one replaces.
    """

    exit: int | None
    output: str
    errors: str = ""
    ended: str = ""
    again: bool = False


def start(command: list[str], work: str, environ: dict[str, str], *, split: bool) -> Process:
    """Start `command` in the folder `work`; unless `split`, its errors go where its output goes."""
    return subprocess.Popen(
        command,
        cwd=work,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if split else subprocess.STDOUT,
        start_new_session=sys.platform != "win32",
        creationflags=_NEW_GROUP,
    )


def run(
    folder: Path, run: Run, interpreter: Interpreter, sink: Sink | None = None, start: Start = start
) -> Outcome:
    """Run `run` of the pitfall in `folder`; `sink` gets raw text as it arrives.

    The script sees an empty folder with nothing but the pitfall's scripts, a clean environment
    and no standard input; at the end its whole process group is killed.
    Raises `environments.InstallationFailed` when packages that it needs cannot be installed.
    """
    python = environments.python_for(folder / run.script, interpreter)
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as work,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home,
    ):
        for script in folder.glob("*.py"):
            shutil.copy(script, work)
        command, variables = arguments(run, python, packages=python != interpreter.path)
        environ = surroundings(home, Path(python).parent) | variables
        process = start(command, work, environ, split=run.is_fix)
        return _Contained(process, work, sink).outcome(TIMEOUT, home)


def arguments(run: Run, python: str, *, packages: bool) -> tuple[list[str], dict[str, str]]:
    """Return the command and the environment variables that run it with the run's flags.

    A script with packages is started by `uv run`, which takes no interpreter flags, so a
    reader sets variables instead, and so do we.
    """
    flags = list(run.flags or ())
    if not packages:
        return [python, *flags, run.script], {}
    return [python, run.script], dict(map(_variable, flags[::2], flags[1::2]))


def _variable(flag: str, value: str) -> tuple[str, str]:
    name, _, setting = value.partition("=")
    if flag == "-W":
        return _FLAG_VARIABLES[flag], value
    return _FLAG_VARIABLES[f"{flag} {name}"], setting or "1"


def command_line(run: Run, *, packages: bool, path: str = "") -> str:
    """Return the command that a reader types to do the same; `path` goes before the script's name."""
    _, variables = arguments(run, "python", packages=packages)
    if packages:
        settings = [f"{name}={shlex.quote(value)}" for name, value in variables.items()]
        return " ".join([*settings, "uv run", path + run.script])
    return shlex.join(["python", *(run.flags or ()), path + run.script])


def surroundings(home: str, programs: Path) -> dict[str, str]:
    """Return the environment of a script: `home` for its files, `programs` first on its path."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "PATHEXT") if key in os.environ}
    path = os.pathsep.join([str(programs), os.environ.get("PATH", os.defpath)])
    return kept | {
        "PATH": path,
        "HOME": home,
        "USERPROFILE": home,
        "TMPDIR": home,
        "LANG": "C.UTF-8",
        "TERM": "dumb",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PYTHON_COLORS": "0",
        "PYTHONUNBUFFERED": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8:backslashreplace",
    }


class _Contained:
    """A process in a group of its own, with a bound on its time and on its output."""

    def __init__(self, process: Process, work: str, sink: Sink | None) -> None:
        self.process = process
        self.work = work
        self.sink = sink
        self.ended = ""
        self.size = 0
        self.chunks: dict[str, list[bytes]] = {"stdout": [], "stderr": []}
        self.readers = [self._reader(name, pipe) for name, pipe in self._pipes().items()]

    def _pipes(self) -> dict[str, IO[bytes]]:
        pipes = {"stdout": self.process.stdout, "stderr": self.process.stderr}
        return {name: pipe for name, pipe in pipes.items() if pipe}

    def _reader(self, name: str, pipe: IO[bytes]) -> threading.Thread:
        reader = threading.Thread(target=self._read, args=(name, pipe), daemon=True)
        reader.start()
        return reader

    def _read(self, name: str, pipe: IO[bytes]) -> None:
        while chunk := os.read(pipe.fileno(), 65536):
            self.size += len(chunk)
            if self.size > MOST_OUTPUT:
                self._end(f"it printed more than {MOST_OUTPUT:,} bytes")
                return
            self.chunks[name].append(chunk)
            if self.sink:
                self.sink(chunk.decode("utf-8", "backslashreplace"))

    def _end(self, why: str) -> None:
        self.ended = why
        self._kill()

    def _kill(self) -> None:
        """End the script and whatever it started in its group; a pipe that a child holds closes too."""
        if sys.platform == "win32":
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(self.process.pid)], capture_output=True, check=False
            )
            return
        # A group that is gone already is what was wanted.
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def outcome(self, timeout: float, home: str) -> Outcome:
        """Wait, at most `timeout` seconds, and return what happened."""
        # Not wait(timeout): it looks from time to time, at last every 50 ms, longer than most scripts take.
        limit = threading.Timer(timeout, self._end, [f"it did not end within {timeout:g} seconds"])
        limit.start()
        try:
            status = self.process.wait()
        finally:
            limit.cancel()
            self._kill()
            self._close()
        output, errors = (self._text(name, home) for name in ("stdout", "stderr"))
        return Outcome(None if self.ended else status, output + errors, errors, self.ended)

    def _close(self) -> None:
        for reader in self.readers:
            reader.join(timeout=5)
        for pipe in self._pipes().values():
            pipe.close()

    def _text(self, name: str, home: str) -> str:
        text = b"".join(self.chunks[name]).decode("utf-8", "backslashreplace")
        return normalise(text.replace("\0", "\\x00"), os.path.realpath(self.work), self.work, home)
