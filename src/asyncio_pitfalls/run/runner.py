"""Runs one script in one interpreter as a reader would, contained, and reports what came out."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import IO

from asyncio_pitfalls.claims import Run, flag_variables
from asyncio_pitfalls.run import environments
from asyncio_pitfalls.run.interpreters import Interpreter
from asyncio_pitfalls.run.normalise import normalise

TIMEOUT = 60.0  # seconds
MOST_OUTPUT = 200_000  # bytes
# The environment of every script, also in a browser: no colours, and nothing that differs between runs.
STEADY = {
    "LANG": "C.UTF-8",
    "TERM": "dumb",
    "COLUMNS": "80",
    "NO_COLOR": "1",
    "PYTHON_COLORS": "0",
    "PYTHONUNBUFFERED": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONIOENCODING": "utf-8:backslashreplace",
}
# A group of its own, so that whatever the script starts can be ended with it.
_NEW_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
Sink = Callable[[str], None]
# The scripts that run now; whoever ends this process must end them, since no terminal reaches them.
_RUNNING: set["_Contained"] = set()
# Held while a script and its folders come or go, so that none can come once this process is about to end.
_GATE = threading.RLock()


@dataclass(frozen=True)
class Outcome:
    """What one run did: its exit status (None when it was ended), normalised output, and why it was ended.

    `output` is what a terminal shows; for a fix the lines of standard error follow those of
    standard output, and `errors` holds them once more.
    `attempts` says how often the script was run until its output was its own.
    """

    exit: int | None
    output: str
    errors: str = ""
    ended: str = ""
    attempts: int = 1


def run_once(
    folder: Path,
    run: Run,
    interpreter: Interpreter,
    sink: Sink | None = None,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Outcome:
    """Run the script of `run` in `folder` once; `sink` gets raw text as it arrives.

    `more` are variables of its environment that a tracer needs.

    The script sees an empty folder with nothing but the pitfall's scripts, a clean environment
    and no standard input; at the end its whole process group is killed.
    Raises `environments.InstallationFailed` when packages that it needs cannot be installed, and
    the `OSError` of a `sink` that can take no more.
    """
    python = environments.python_for(folder / run.script, interpreter)
    flags, variables = _flags(run, has_packages=python != interpreter.path)
    with _GATE, ExitStack() as created:
        work, home = (
            created.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)) for _ in range(2)
        )
        for script in folder.glob("*.py"):
            shutil.copy(script, work)
        environ = surroundings(home, Path(python).parent) | variables | dict(more)
        process = _start([python, *flags, run.script], work, environ, split=run.is_fix)
        contained = _Contained(process, work, home, sink)
        folders = created.pop_all()
    try:
        return contained.outcome(TIMEOUT)
    finally:
        with _GATE, folders:
            _RUNNING.discard(contained)


def _start(command: list[str], work: str, environ: dict[str, str], *, split: bool) -> subprocess.Popen[bytes]:
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


def end_all() -> None:
    """End every script that runs, and remove its folders: for a process that is about to end itself."""
    for contained in list(_RUNNING):
        contained.kill()
        for folder in (contained.work, contained.home):
            shutil.rmtree(folder, ignore_errors=True)


def end_with(number: int, first: Callable[[], None] = lambda: None) -> None:
    """Have the signal `number` call `first`, end the running scripts, and then end this process."""

    def end(number: int, _: object) -> None:
        first()
        _GATE.acquire()  # It is never released, so that no other script begins.
        end_all()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    signal.signal(number, end)


def _flags(run: Run, *, has_packages: bool) -> tuple[list[str], dict[str, str]]:
    """Return the interpreter flags of `run`, or the environment variables that do the same.

    A script with packages is started by `uv run`, which takes no interpreter flags, so a
    reader sets variables instead, and so do we.
    """
    return ([], flag_variables(run.flags)) if has_packages else (list(run.flags), {})


def command_line(run: Run, path: str = "") -> str:
    """Return the command that a reader types to do the same; `path` goes before the script's name."""
    flags, variables = _flags(run, has_packages=bool(run.packages))
    settings = [f"{name}={shlex.quote(value)}" for name, value in variables.items()]
    start = ["uv run"] if run.packages else ["python", shlex.join(flags)]
    return " ".join(filter(None, [*settings, *start, path + run.script]))


def surroundings(home: str, programs: Path) -> dict[str, str]:
    """Return the environment of a script: `home` for its files, `programs` first on its path."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "PATHEXT") if key in os.environ}
    path = os.pathsep.join([str(programs), os.environ.get("PATH", os.defpath)])
    return kept | STEADY | {"PATH": path, "HOME": home, "USERPROFILE": home, "TMPDIR": home}


class _Contained:
    """A process in a group of its own, with a bound on its time and on its output."""

    def __init__(self, process: subprocess.Popen[bytes], work: str, home: str, sink: Sink | None) -> None:
        self.process = process
        self.work = work
        self.home = home
        self.sink = sink
        self.ended = ""
        self.lost: OSError | None = None
        self.size = 0
        self.chunks: dict[str, list[bytes]] = {"stdout": [], "stderr": []}
        _RUNNING.add(self)
        self.readers = [self._reader(name, pipe) for name, pipe in self._pipes().items()]

    def _pipes(self) -> dict[str, IO[bytes]]:
        pipes = {"stdout": self.process.stdout, "stderr": self.process.stderr}
        return {name: pipe for name, pipe in pipes.items() if pipe}

    def _reader(self, name: str, pipe: IO[bytes]) -> threading.Thread:
        reader = threading.Thread(target=self._read, args=(name, pipe), daemon=True)
        reader.start()
        return reader

    def _read(self, name: str, pipe: IO[bytes]) -> None:
        try:
            while chunk := os.read(pipe.fileno(), 65536):
                self.size += len(chunk)
                if self.size > MOST_OUTPUT:
                    self._end(f"it printed more than {MOST_OUTPUT:,} bytes")
                    return
                self.chunks[name].append(chunk)
                if self.sink:
                    self.sink(chunk.decode("utf-8", "backslashreplace"))
        except OSError as error:  # The sink's disk is full, or nobody reads its pipe.
            self.lost = error
            self.kill()

    def _end(self, why: str) -> None:
        self.ended = why
        self.kill()

    def kill(self) -> None:
        """End the script and whatever it started in its group; a pipe that a child holds closes too."""
        if sys.platform == "win32":
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(self.process.pid)], capture_output=True, check=False
            )
            return
        # A group that is gone already is what was wanted.
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def outcome(self, timeout: float) -> Outcome:
        """Wait, at most `timeout` seconds, and return what happened."""
        # Not wait(timeout): it looks from time to time, at last every 50 ms, longer than most scripts take.
        limit = threading.Timer(timeout, self._end, [f"it did not end within {timeout:g} seconds"])
        limit.start()
        try:
            status = self.process.wait()
        finally:
            limit.cancel()
            self.kill()
            self._close()
        if self.lost:
            raise self.lost
        output, errors = (self._text(name) for name in ("stdout", "stderr"))
        return Outcome(None if self.ended else status, output + errors, errors, self.ended)

    def _close(self) -> None:
        for reader in self.readers:
            reader.join(timeout=5)
        for pipe in self._pipes().values():
            pipe.close()

    def _text(self, name: str) -> str:
        text = b"".join(self.chunks[name]).decode("utf-8", "backslashreplace")
        return normalise(text.replace("\0", "\\x00"), os.path.realpath(self.work), self.work, self.home)
