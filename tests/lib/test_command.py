"""The command in a shell: terminal, pager and encoding, closed and full files, and the installed wheel."""

import os
import re
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from claims_file import edit
from recorded import record, seen
from support import CATALOGUE, ROOT, SLUG, SLUGS

# The command for the project in a folder, which is the first argument.
PROGRAM = """
import sys
from pathlib import Path
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.cli import main
main(prog_name="asyncio-pitfalls", obj=Catalogue(Path(sys.argv.pop(1))))
"""
TEXT = "RuntimeWarning: coroutine 'get' was never awaited\n"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other terminals, devices and shells")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the device is Linux's")


def command(root: Path, *arguments: str) -> list[str]:
    """Return the command line of the command about the project in `root`."""
    return [sys.executable, "-c", PROGRAM, str(root), *arguments]


def environ(**more: str) -> dict[str, str]:
    """Return the environment of this process, without what says how terminals are treated, and `more`."""
    gone = {
        "NO_COLOR",
        "FORCE_COLOR",
        "LESS",
        "PAGER",
        "MANPAGER",
        "PYTHONIOENCODING",
        "PYTHONUTF8",
        "TTY_COMPATIBLE",
    }
    kept = {key: value for key, value in os.environ.items() if key not in gone}
    return kept | {"TERM": "xterm-256color"} | more


@pytest.fixture
def project(sandbox: Path) -> Path:
    """A project whose texts have characters that few encodings know."""
    edit(sandbox, "One sentence:", "Café → \U0001f600:")
    edit(sandbox, "coroutine '<name>' was", "coroutine '<nämé→>' was")
    page = sandbox / "docs" / "pitfalls" / f"{SLUG}.md"
    page.write_text(page.read_text("utf-8").replace("mistake here", "mistake → \U0001f600"), encoding="utf-8")
    script = "print('café → \U0001f600')\n"
    (sandbox / "snippets" / SLUG / "fix.py").write_text(script, encoding="utf-8")
    shown = (seen("3.14.2", "café → \U0001f600"),)
    record(sandbox, failure=shown, fix=shown)
    (sandbox / "traceback.txt").write_text(TEXT, encoding="utf-8")
    return sandbox


COMMANDS = {
    "list": ["list"],
    "explain": ["explain", SLUG],
    "diagnose": ["diagnose", "{root}/traceback.txt"],
    "diagnose --json": ["diagnose", "--json", "{root}/traceback.txt"],
    "run": ["run", SLUG, "--fix"],
    "run --all": ["run", SLUG, "--fix", "--all"],
}


def in_shell(
    project: Path, name: str, redirection: str = "", **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a command with what a shell does to its files."""
    arguments = [argument.format(root=project) for argument in COMMANDS[name]]
    script = ["sh", "-c", f'exec "$@" {redirection}', "sh"]
    return subprocess.run(
        [*script, *command(project, *arguments)],
        capture_output=True,
        check=False,
        timeout=120,
        env=environ(**variables),
    )


@POSIX
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_encoding_that_lacks_a_character_is_no_error(project: Path, name: str, encoding: str) -> None:
    """What the terminal cannot show is escaped."""
    done = in_shell(project, name, PYTHONIOENCODING=encoding)
    assert 0 == done.returncode
    assert b"Traceback" not in done.stderr
    # Click takes a terminal that is said to know nothing but ASCII for one that knows UTF-8.
    assert b"\\u2192" in done.stdout or (encoding == "ascii" and "→".encode() in done.stdout)


@POSIX
@pytest.mark.parametrize("name", COMMANDS)
def test_a_closed_standard_input_is_not_missed(project: Path, name: str) -> None:
    """A service starts programs so."""
    done = in_shell(project, name, "<&-")
    assert 0 == done.returncode
    assert b"Traceback" not in done.stderr


@POSIX
def test_nothing_can_be_read_from_a_closed_standard_input(project: Path) -> None:
    """The sentence says what to do instead."""
    shell = ["sh", "-c", 'exec "$@" <&-', "sh", *command(project, "diagnose")]
    done = subprocess.run(shell, capture_output=True, encoding="utf-8", check=False, env=environ())
    assert 2 == done.returncode
    assert done.stderr.endswith("standard input is closed; name a file\n")
    assert "Traceback" not in done.stderr


@POSIX
@pytest.mark.parametrize("name", COMMANDS)
def test_a_closed_standard_output_is_no_error(project: Path, name: str) -> None:
    """Nobody wants to read it, and the status says what there is to say."""
    done = in_shell(project, name, ">&-")
    assert 0 == done.returncode
    assert b"Traceback" not in done.stderr


@LINUX
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_ends_in_a_sentence(project: Path, name: str) -> None:
    """The status is not 0: a program that reads the file must not take it for whole."""
    done = in_shell(project, name, "> /dev/full")
    assert 2 == done.returncode
    assert done.stderr.endswith(b"Error: No space left on device: standard output\n")
    for noise in (b"Traceback", b"Exception"):
        assert noise not in done.stderr


@POSIX
@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_that_has_read_enough_is_no_error(project: Path, name: str) -> None:
    """As in `asyncio-pitfalls list | head -1`."""
    done = in_shell(project, name, "| true")
    for noise in (b"Traceback", b"Exception", b"Broken pipe"):
        assert noise not in done.stderr


@LINUX
def test_an_endless_device_is_read_to_a_bound(project: Path) -> None:
    """It ends, and says what was read."""
    start = time.monotonic()
    done = subprocess.run(
        command(project, "diagnose", "/dev/zero"),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert 100 > time.monotonic() - start
    assert 2 == done.returncode
    assert done.stderr.startswith("Only the first 50,000,000 bytes are read.\n")
    assert done.stderr.endswith("Error: There is no text to read.\n")


def test_a_module_is_the_command() -> None:
    """`python -m asyncio_pitfalls` works where no folder of programs is on PATH."""
    module = [sys.executable, "-m", "asyncio_pitfalls"]
    version = subprocess.run([*module, "--version"], capture_output=True, encoding="utf-8", check=True)
    assert version.stdout.startswith("asyncio-pitfalls, version 20")
    wrong = subprocess.run([*module, "explian"], capture_output=True, encoding="utf-8", check=False)
    assert 2 == wrong.returncode
    assert wrong.stderr.startswith("Usage: asyncio-pitfalls [OPTIONS]")


@POSIX
def test_a_slug_that_is_no_text_is_answered_in_a_sentence(project: Path) -> None:
    """A terminal of another encoding sends such bytes."""
    done = subprocess.run(
        [*command(project, "explain"), b"caf\xe9"], capture_output=True, check=False, env=environ()
    )
    assert 2 == done.returncode
    assert b"there is no pitfall 'caf\\udce9'" in done.stderr


def in_terminal(arguments: list[str], text: bytes = b"", **variables: str) -> str:
    """Return what a terminal shows of a command that is typed there, with the codes for colours.

    It is so high that a pager need not stop.
    """
    fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")
    controller, terminal = os.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 9_999, 100, 0, 0))
    os.write(controller, text)
    process = subprocess.Popen(
        arguments,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=environ(**variables),
        start_new_session=True,
    )
    os.close(terminal)
    limit = Timer(60, process.kill)
    limit.start()
    try:
        shown = b"".join(read_all(controller))
        assert process.wait() >= 0, f"it did not end: {shown.decode()}"
    finally:
        limit.cancel()
        process.kill()
        os.close(controller)
    return shown.decode("utf-8").replace("\r\n", "\n")


def read_all(controller: int) -> Iterator[bytes]:
    """Return what a terminal shows until nothing has it open."""
    try:
        while chunk := os.read(controller, 65536):
            yield chunk
    except OSError:  # Linux reports the end so.
        return


@POSIX
def test_diagnose_in_a_terminal_says_how_to_end_the_text() -> None:
    """Somebody who gives no file sees what to do."""
    shown = in_terminal(command(ROOT, "diagnose"), b"RuntimeError: Event loop is closed\n\x04")
    assert "Ctrl-D" in shown
    assert "loop-closed-on-reuse" in shown


@POSIX
@pytest.mark.parametrize(
    ("variables", "expected"), [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False)]
)
@pytest.mark.parametrize("name", ["list", "diagnose", "explain", "run"])
def test_no_color_is_honoured(project: Path, name: str, variables: dict[str, str], expected: bool) -> None:
    """As https://no-color.org has it: the variable counts when it is not empty."""
    arguments = [argument.format(root=project) for argument in COMMANDS[name]]
    shown = in_terminal(command(project, *arguments), PAGER="cat", **variables)
    assert expected is is_coloured(shown)
    assert "→" in shown


@POSIX
def test_a_table_has_no_colours_either(project: Path) -> None:
    """Its title may be in italics, and what is missing is not yellow."""
    shown = in_terminal(command(project, *COMMANDS["run --all"]), NO_COLOR="1")
    assert "→" in shown
    assert not re.search(r"\x1b\[(?:\d;)*[349]\d", shown)


@POSIX
@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_gets_no_colours(project: Path, name: str) -> None:
    """Neither does a pipe."""
    assert b"\x1b" not in in_shell(project, name).stdout


@POSIX
@pytest.mark.skipif(not shutil.which("less"), reason="the pager is less")
@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, True), ({"LESS": "-R -F -X"}, True), ({"LESS": "-F -X"}, False), ({"NO_COLOR": "1"}, False)],
)
def test_a_pager_shows_colours_or_none(project: Path, variables: dict[str, str], coloured: bool) -> None:
    """Without -R less would show them as text, so the command asks for it where the reader says nothing."""
    shown = in_terminal(command(project, "explain", SLUG), PAGER="less", **variables)
    assert "→" in shown
    assert "fetch_price()" in re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert "ESC[" not in shown
    assert coloured is is_coloured(shown)


def is_coloured(shown: str) -> bool:
    """Return whether a terminal shows some of a text otherwise than the rest."""
    return re.search(r"\x1b\[[\d;]*[1-9][\d;]*m", shown) is not None


def test_a_wheel_carries_snippets_and_pages(tmp_path: Path) -> None:
    """The installed command works without a checkout, and brings neither the site nor the tools."""
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", str(tmp_path), str(ROOT)], check=True, capture_output=True)
    wheel = next(tmp_path.glob("*.whl"))
    target = tmp_path / "installed"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target)]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    start = "import sys; sys.path.insert(0, sys.argv.pop(1)); from asyncio_pitfalls.cli import main; main()"
    listed, explained = (
        subprocess.run(
            [sys.executable, "-P", "-c", start, str(target), *arguments],
            capture_output=True,
            encoding="utf-8",
            check=True,
            cwd=tmp_path,
            env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        ).stdout
        for arguments in (["list"], ["explain", SLUGS[0]])
    )
    for slug in SLUGS:
        assert slug in listed
    assert CATALOGUE.title(SLUGS[0]).replace("`", "") in explained
    assert ["asyncio_pitfalls"] == [
        path.name
        for path in target.iterdir()
        if path.name[0] not in "_." and path.suffix == "" and path.name != "bin"
    ]
