"""The interpreters of the matrix are looked for once, on PATH and through uv, and must answer to be there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from asyncio_pitfalls.ranges import minor_of
from asyncio_pitfalls.run import interpreters
from asyncio_pitfalls.run.interpreters import HERE, Interpreter, Interpreters, MissingInterpreter
from support import CATALOGUE, INTERPRETERS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are scripts of a shell")


def install(path: Path, text: str) -> None:
    """Write a program that starts as an interpreter does."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that were started; PATH has the one folder `bin`."""
    commands = []
    run = subprocess.run

    def noted(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        commands.append([Path(command[0]).name, *command[1:3]])
        return run(command, **options)

    monkeypatch.setattr(subprocess, "run", noted)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return commands


def list_of_uv(*found: tuple[str, str]) -> str:
    """Return a program that answers as `uv python list` does."""
    entries = [{"version": exact, "path": path, "implementation": "cpython"} for exact, path in found]
    return f"#!/bin/sh\necho '{json.dumps(entries)}'\n"


def test_the_matrix_is_what_is_here_and_what_is_missing() -> None:
    """Each interpreter is of the minor version that it is listed under."""
    found = INTERPRETERS.available
    assert sorted([*found, *INTERPRETERS.missing]) == sorted(CATALOGUE.versions)
    assert all(minor == minor_of(interpreter.exact) for minor, interpreter in found.items())
    assert list(found) == [minor for minor in CATALOGUE.versions if minor in found]


def test_this_interpreter_is_one() -> None:
    """Its version is read in the same form."""
    assert (HERE.minor, HERE.path) == (minor_of(HERE.exact), sys.executable)


def test_a_shim_without_an_interpreter_is_none(tmp_path: Path, started: list[list[str]]) -> None:
    """A program named python3.99 that does not answer as CPython 3.99 does not exist."""
    for answer in (
        "exit 127",
        "echo CPython 3.98.1",
        "echo PyPy 3.99.1",
        "echo CPython 3.99.1; exit 1",
        "echo",
    ):
        install(tmp_path / "bin" / "python3.99", f"#!/bin/sh\n{answer}\n")
        with pytest.raises(MissingInterpreter, match=r"uv python install 3\.99$"):
            Interpreters(("3.99",)).find("3.99")


def test_a_program_that_cannot_be_started_is_none(tmp_path: Path, started: list[list[str]]) -> None:
    """One that was built for another machine, say; the others are found all the same."""
    install(tmp_path / "bin" / "python3.98", "#!/bin/sh\necho CPython 3.98.7\n")
    (tmp_path / "bin" / "python3.99").write_bytes(b"\x7fELF")
    (tmp_path / "bin" / "python3.99").chmod(0o755)
    here = Interpreters(("3.98", "3.99"))
    expected = Interpreter("3.98", "3.98.7", str(tmp_path / "bin" / "python3.98"))
    assert ({"3.98": expected}, ["3.99"]) == (here.available, here.missing)


def test_a_program_that_never_answers_is_none(
    tmp_path: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is given up after a while."""
    monkeypatch.setattr(interpreters, "_PATIENCE", 0.2)
    install(tmp_path / "bin" / "python3.99", "#!/bin/sh\nexec /bin/sleep 60\n")
    assert {} == Interpreters(("3.99",)).available


def test_each_is_looked_for_once(tmp_path: Path, started: list[list[str]]) -> None:
    """Also one that is missing: a table of the matrix asks for it again and again."""
    install(tmp_path / "bin" / "python3.98", "#!/bin/sh\necho CPython 3.98.7\n")
    install(tmp_path / "bin" / "python3.99", "#!/bin/sh\nexit 127\n")
    here = Interpreters(("3.97", "3.98", "3.99"))
    for _ in range(3):
        assert "3.98.7" == here.find("3.98").exact
        assert ["3.97", "3.99"] == here.missing
        for minor in ("3.97", "3.99", "3.1"):
            with pytest.raises(MissingInterpreter, match=minor.replace(".", r"\.")):
                here.find(minor)
    assert [["python3.98", "-c"], ["python3.99", "-c"]] == sorted(command[:2] for command in started)


def test_uv_is_asked_once_for_all(tmp_path: Path, started: list[list[str]]) -> None:
    """It knows interpreters that are not on PATH, and is slow to start."""
    for minor in ("3.96", "3.97"):
        install(tmp_path / "uv" / minor, f"#!/bin/sh\necho CPython {minor}.5\n")
    install(tmp_path / "bin" / "python3.98", "#!/bin/sh\necho CPython 3.98.7\n")
    broken = str(tmp_path / "uv" / "gone")
    listed = [(f"{minor}.5", str(tmp_path / "uv" / minor)) for minor in ("3.97", "3.96", "3.98")]
    install(tmp_path / "bin" / "uv", list_of_uv(("3.96.9", broken), *listed))
    here = Interpreters(("3.96", "3.97", "3.98", "3.99"))
    for _ in range(2):
        assert ["3.96", "3.97", "3.98"] == list(here.available)
    assert str(tmp_path / "bin" / "python3.98") == here.find("3.98").path
    assert Interpreter("3.96", "3.96.5", str(tmp_path / "uv" / "3.96")) == here.find("3.96")
    assert [["uv", "python", "list"]] == [command for command in started if command[0] == "uv"]


def test_uv_is_not_asked_when_all_are_on_path(tmp_path: Path, started: list[list[str]]) -> None:
    """What it would cost is saved."""
    install(tmp_path / "bin" / "python3.98", "#!/bin/sh\necho CPython 3.98.7\n")
    install(tmp_path / "bin" / "uv", list_of_uv())
    assert ["3.98"] == list(Interpreters(("3.98",)).available)
    assert ["python3.98"] == [command[0] for command in started]


def test_a_uv_that_fails_knows_none(tmp_path: Path, started: list[list[str]]) -> None:
    """An older one has no such command."""
    install(tmp_path / "bin" / "uv", "#!/bin/sh\necho 'error: unrecognized'\nexit 2\n")
    assert {} == Interpreters(("3.98",)).available
