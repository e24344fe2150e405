"""Interpreters that have started already, each of which forks for a script as soon as it is sent one.

Starting an interpreter and loading what a script imports takes far longer than most scripts run, and
a site has hundreds of them. The evidence comes from programs that were started in the ordinary way;
what a page shows, warm or not, must equal it.
"""

import marshal
import os
import socket
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from asyncio_pitfalls import runner

_FOLDER = Path(__file__).with_name("interpreter")
# Above the files and sockets that a script will be given, below what a process may have.
_PROGRAM = "/proc/self/fd/200"
_MOST_BYTES = 64
Key = tuple[tuple[str, ...], frozenset[tuple[str, str]]]


class WarmInterpreterEnded(Exception):
    """A warm interpreter ended before the script that it was sent did; it has said why on standard error."""


class Program:
    """A script in a child of a warm interpreter, with as much of a `subprocess.Popen` as the runner needs."""

    def __init__(self, answers: socket.socket, output: int, errors: int | None) -> None:
        self.answers = answers
        self.stdout: IO[bytes] | None = os.fdopen(output, "rb")
        self.stderr: IO[bytes] | None = None if errors is None else os.fdopen(errors, "rb")
        self.pid = self._answer()

    def wait(self) -> int:
        """Return the exit status when the script has ended; raise `WarmInterpreterEnded` if there is none."""
        with self.answers:
            return self._answer()

    def _answer(self) -> int:
        answer = self.answers.recv(_MOST_BYTES)
        if not answer:
            raise WarmInterpreterEnded(
                "a warm interpreter ended before its script; see standard error for why"
            )
        return int(answer)


def available() -> bool:
    """Return whether this system has what the interpreters need; Linux has, if it is not too old."""
    try:
        os.close(os.pidfd_open(os.getpid()))
    except (AttributeError, OSError):
        return False
    return Path("/proc/self/fd").exists()


def _key(command: list[str], environ: dict[str, str]) -> Key:
    """Return what decides how an interpreter is set up: flags, and the variables that stand for flags."""
    return tuple(command), frozenset(item for item in environ.items() if item[0].startswith("PYTHON"))


class WarmInterpreters:
    """The warm interpreters of this process and of those that it forks, by how they were started."""

    def __init__(self) -> None:
        self.processes: list[subprocess.Popen[bytes]] = []
        self.controls: dict[Key, socket.socket] = {}

    def add(self, command: list[str], settings: dict[str, str], modules: Iterable[str]) -> None:
        """Warm the interpreter of a command such as ["python3.14", "-X", "dev"] and load `modules`.

        `settings` are variables like PYTHONDEVMODE, which a script must be started with, too.
        """
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        environ = runner.surroundings(str(_FOLDER), Path(command[0]).parent) | settings
        self.controls[_key(command, environ)] = ours
        environ["PYTHONPATH"] = str(_FOLDER)
        with theirs:
            environ["WARM_INTERPRETER"] = " ".join([str(theirs.fileno()), *sorted(modules)])
            process = subprocess.Popen(
                [*command, _PROGRAM],
                env=environ,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        self.processes.append(process)

    def start(self, command: list[str], work: str, environ: dict[str, str], *, split: bool) -> runner.Process:
        """Start a script like `runner.start`, and with it where no such interpreter is warm."""
        control = self.controls.get(_key(command[:-1], environ))
        if not control:
            return runner.start(command, work, environ, split=split)
        request = marshal.dumps((command, environ, work))
        answers, answer = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        output, stdout = os.pipe()
        errors, stderr = os.pipe() if split else (None, stdout)
        socket.send_fds(control, [request], [answer.fileno(), stdout, stderr])
        answer.close()
        for file in {stdout, stderr}:
            os.close(file)
        return Program(answers, output, errors)

    def end(self) -> None:
        """Let each interpreter know that no script will come, and wait for its end."""
        while self.controls:
            self.controls.popitem()[1].close()
        while self.processes:
            self.processes.pop().wait()


# Of a build, whose kernels are threads of the processes that Sphinx forks.
SHARED = WarmInterpreters()
