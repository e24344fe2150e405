"""The CPythons of the matrix that this machine has, found on PATH and through uv."""

import json
import platform
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

_PROBE = "import platform; print(platform.python_implementation(), platform.python_version())"
_PATIENCE = 30.0  # seconds


@dataclass(frozen=True)
class Interpreter:
    """One CPython: `minor` such as "3.12", `exact` such as "3.12.1", and its executable."""

    minor: str
    exact: str
    path: str


# The one that runs this.
HERE = Interpreter(
    f"{sys.version_info.major}.{sys.version_info.minor}", platform.python_version(), sys.executable
)


class MissingInterpreter(Exception):
    """No such CPython here; the message names it and the command that gets it."""

    def __init__(self, minor: str) -> None:
        super().__init__(f"CPython {minor} is not on this machine; get it with: uv python install {minor}")


class Interpreters:
    """What this machine has of the matrix `minors`; it is asked once, when the first answer is needed."""

    def __init__(self, minors: tuple[str, ...]) -> None:
        self.minors = minors

    @cached_property
    def available(self) -> dict[str, Interpreter]:
        """The interpreters that exist here, by minor version, oldest first."""
        with ThreadPoolExecutor() as pool:
            found = pool.map(_on_path, self.minors)
        here = {interpreter.minor: interpreter for interpreter in found if interpreter}
        rest = _of_uv([minor for minor in self.minors if minor not in here])
        return {
            minor: here.get(minor) or rest[minor] for minor in self.minors if minor in here or minor in rest
        }

    @property
    def missing(self) -> list[str]:
        """The minor versions of the matrix that this machine lacks."""
        return [minor for minor in self.minors if minor not in self.available]

    def find(self, minor: str) -> Interpreter:
        """Return the CPython `minor` (such as "3.12"); raise `MissingInterpreter` if there is none."""
        if minor not in self.available:
            raise MissingInterpreter(minor)
        return self.available[minor]


def _on_path(minor: str) -> Interpreter | None:
    path = shutil.which(f"python{minor}")
    return _probed(minor, path) if path else None


def _of_uv(minors: list[str]) -> dict[str, Interpreter]:
    """Return those of `minors` that uv knows here, its own and the system's; it is asked only once."""
    uv = shutil.which("uv")
    if not (uv and minors):
        return {}
    command = [uv, "python", "list", "--only-installed", "--no-python-downloads", "--output-format", "json"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    listed = json.loads(answer.stdout) if answer.returncode == 0 else []
    found: dict[str, Interpreter] = {}
    for entry in listed:
        minor = ".".join(str(entry["version"]).split(".")[:2])
        if minor in minors and minor not in found and (interpreter := _probed(minor, str(entry["path"]))):
            found[minor] = interpreter
    return found


def _probed(minor: str, path: str) -> Interpreter | None:
    """Return the interpreter at `path`, or None: a pyenv shim is on PATH without an interpreter behind it."""
    try:
        answer = subprocess.run(
            [path, "-c", _PROBE], capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    implementation, _, exact = answer.stdout.strip().partition(" ")
    is_right = answer.returncode == 0 and implementation == "CPython" and exact.startswith(f"{minor}.")
    return Interpreter(minor, exact, path) if is_right else None
