"""The CPythons of the matrix that this machine has, found on PATH and through uv."""

import platform
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

from asyncio_pitfalls import project

_PROBE = "import platform; print(platform.python_implementation(), platform.python_version())"


@dataclass(frozen=True)
class Interpreter:
    """One CPython: `minor` such as "3.12", `exact` such as "3.12.1", and its executable."""

    minor: str
    exact: str
    path: str


# The one that runs this: it builds the site.
HERE = Interpreter(
    f"{sys.version_info.major}.{sys.version_info.minor}", platform.python_version(), sys.executable
)


class MissingInterpreter(Exception):
    """No such CPython here; the message names it and the command that gets it."""

    def __init__(self, minor: str) -> None:
        super().__init__(f"CPython {minor} is not on this machine; get it with: uv python install {minor}")


@cache
def find(minor: str) -> Interpreter:
    """Return the CPython `minor` (such as "3.12"); raise `MissingInterpreter` if there is none."""
    for candidate in _candidates(minor):
        exact = _probe(candidate)
        if exact and exact.startswith(f"{minor}."):
            return Interpreter(minor, exact, candidate)
    raise MissingInterpreter(minor)


def available() -> dict[str, Interpreter]:
    """Return the interpreters of the matrix that exist here, by minor version, oldest first."""
    with ThreadPoolExecutor() as pool:
        found = pool.map(_find_or_none, project.versions())
    return {interpreter.minor: interpreter for interpreter in found if interpreter}


def missing() -> list[str]:
    """Return the minor versions of the matrix that this machine lacks."""
    return [minor for minor in project.versions() if minor not in available()]


def _find_or_none(minor: str) -> Interpreter | None:
    try:
        return find(minor)
    except MissingInterpreter:
        return None


def _candidates(minor: str) -> list[str]:
    on_path = shutil.which(f"python{minor}")
    return [path for path in (on_path, _uv_find(minor)) if path]


def _uv_find(minor: str) -> str | None:
    uv = shutil.which("uv")
    if not uv:
        return None
    command = [uv, "python", "find", "--no-project", "--no-python-downloads", minor]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return found.stdout.strip() or None


def _probe(path: str) -> str | None:
    """Return the exact version, or None: a pyenv shim stands on PATH without an interpreter behind it."""
    try:
        answer = subprocess.run([path, "-c", _PROBE], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    implementation, _, exact = answer.stdout.strip().partition(" ")
    return exact if answer.returncode == 0 and implementation == "CPython" else None
