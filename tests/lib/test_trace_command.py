"""`asyncio-pitfalls trace` runs a program of the reader's own, and shows what it did."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from support import ROOT, interpreter_or_report

APP = """\
import asyncio
import sys

from shop import fetch

async def main():
    await asyncio.gather(fetch("tea"), fetch("milk"))
    print("arguments:", sys.argv[1:])
    sys.exit(7)

asyncio.run(main())
"""
SHOP = """\
import asyncio

async def fetch(item):
    await asyncio.sleep(0)
"""
FOREVER = """\
import asyncio

async def main():
    print("ready", flush=True)
    while True:
        await asyncio.sleep(0.001)

asyncio.run(main())
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A program of two files."""
    (tmp_path / "app.py").write_text(APP, encoding="utf-8")
    (tmp_path / "shop.py").write_text(SHOP, encoding="utf-8")
    return tmp_path


def command(*arguments: str) -> list[str]:
    """Return the command line of the command."""
    python = interpreter_or_report("3.14").path
    return [sys.executable, "-m", "asyncio_pitfalls", "trace", "--python", python, *arguments]


def trace(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call the command in `folder`."""
    environ = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHON_COLORS": "0"}
    return subprocess.run(
        command(*arguments), cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False
    )


def test_the_program_runs_as_always(folder: Path) -> None:
    """Its arguments, its output and its exit status are its own; the list is on standard error."""
    done = trace(folder, "app.py", "--port", "80", "--help")
    assert (7, "arguments: ['--port', '80', '--help']\n") == (done.returncode, done.stdout)
    both = """in line 7: `await asyncio.gather(fetch("tea"), fetch("milk"))`"""
    assert [
        f"   1. main() creates fetch('tea'), ('milk') {both}",
        f"   2. main() waits for fetch('tea'), ('milk') {both}",
        "   3. fetch('tea'), ('milk') let others run in line 4: `shop.py: await asyncio.sleep(0)`",
        "   4. fetch('tea'), ('milk') end",
        '   5. main() prints in line 8: `print("arguments:", sys.argv[1:])`',
        "   6. main() ends the program in line 9: `sys.exit(7)` → SystemExit: 7",
    ] == done.stderr.splitlines()


def test_the_picture_is_a_file_of_its_own(folder: Path) -> None:
    """With its style in it, since no page is around it."""
    done = trace(folder, "--svg", "app.svg", "app.py")
    assert (7, "wrote app.svg\n") == (done.returncode, done.stderr)
    root = ElementTree.fromstring((folder / "app.svg").read_text(encoding="utf-8"))
    assert "{http://www.w3.org/2000/svg}style" == root[0].tag
    assert "fetch('milk')" in [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["nothing.py"], 2, "File 'nothing.py' does not exist."),
        (["."], 2, "File '.' is a directory."),
        (["--svg", "no/app.svg", "app.py"], 2, "there is no folder no for the picture"),
        (["--python", "python3.11", "app.py"], 2, "python3.11 is no CPython 3.12 or newer"),
        (["--python", "no/python", "app.py"], 2, "No such file or directory: no/python"),
        (["wrong.py"], 1, "SyntaxError: invalid syntax\nNo function in the folder of wrong.py ran"),
    ],
)
def test_bad_input_ends_in_a_sentence(folder: Path, arguments: list[str], status: int, sentence: str) -> None:
    """A syntax error is Python's to report."""
    (folder / "wrong.py").write_text("def (:\n", encoding="utf-8")
    interpreter_or_report("3.11")
    done = trace(folder, *arguments)
    assert status == done.returncode
    assert sentence in done.stderr
    assert "asyncio_pitfalls" not in done.stderr


def test_a_program_that_never_ends(folder: Path) -> None:
    """It is ended when the reader says so; what it did so far is there."""
    (folder / "app.py").write_text(FOREVER, encoding="utf-8")
    done = trace(folder, "--seconds", "1", "app.py")
    assert (128 + signal.SIGTERM, "ready\n") == (done.returncode, done.stdout)
    assert "app.py was ended: it did not end within 1 seconds; this is what happened so far." in done.stderr
    assert "main() waits, " in done.stderr


def last_words(process: subprocess.Popen[str]) -> str:
    """Return what a program prints as an error until it ends, which it must do within a minute."""
    try:
        return process.communicate(timeout=60)[1]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signal to one group of processes")
def test_ctrl_c(folder: Path) -> None:
    """It reaches the program, as from a terminal; what it did until then is there, and the picture too."""
    (folder / "app.py").write_text(FOREVER, encoding="utf-8")
    environ = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(
        command("--svg", "app.svg", "app.py"),
        cwd=folder,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert "ready\n" == process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        errors = last_words(process)
    assert 128 + signal.SIGINT == process.returncode
    assert "\nKeyboardInterrupt\napp.py was ended: it was interrupted; " in errors
    # Whether the cancellation is a row of its own depends on where in the program the signal arrives.
    assert "ends, cancelled" in (folder / "app.svg").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signal to one group of processes")
def test_a_second_ctrl_c_ends_a_program_that_ignores_the_first(folder: Path) -> None:
    """What it did until then is there."""
    ignoring = FOREVER.replace("import asyncio\n", "import asyncio, signal\n", 1).replace(
        'print("ready"', 'signal.signal(signal.SIGINT, signal.SIG_IGN)\n    print("ready"'
    )
    (folder / "app.py").write_text(ignoring, encoding="utf-8")
    environ = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(
        command("app.py"),
        cwd=folder,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert "ready\n" == process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.2)  # Two signals at once are one.
        assert process.poll() is None
        os.killpg(process.pid, signal.SIGINT)
        errors = last_words(process)
    assert 128 + signal.SIGKILL == process.returncode
    assert "main() waits" in errors
