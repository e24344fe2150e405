"""`asyncio-pitfalls diagnose` answers in a form that people and programs can rely on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from asyncio_pitfalls.cli import main
from asyncio_pitfalls.finder.paste import complaint

MESSAGE = "RuntimeError: Cannot close a running event loop"
KEYS = ["pitfall", "title", "url", "score", "line", "why", "tell_apart", "error"]


def diagnose(*arguments: str, text: str | bytes = "") -> Result:
    """Call the command as a shell would, with `text` on standard input."""
    return CliRunner().invoke(main, ["diagnose", *arguments], input=text)


def test_standard_input() -> None:
    """The first line of an answer is the mistake; the line that matched and the page follow."""
    result = diagnose(text=f"INFO closing\n{MESSAGE}\n")
    assert 0 == result.exit_code
    assert f"line 2: {MESSAGE}" in result.output
    assert "/pitfalls/cannot-close-running-loop/" in result.output


def test_file(tmp_path: Path) -> None:
    """A file is read whatever program wrote it: PowerShell writes UTF-16, others a byte order mark."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "latin-1"):
        (tmp_path / "log.txt").write_text(f"Größe\r\n{MESSAGE}\r\n", encoding=encoding)
        result = diagnose(str(tmp_path / "log.txt"))
        assert 0 == result.exit_code, encoding
        assert "line 2: " in result.output


def test_json() -> None:
    """With --json there is a list, best first, with the keys that are documented."""
    answers = json.loads(diagnose("--json", text="Task was destroyed but it is pending!").output)
    assert len(answers) > 1
    assert [KEYS] * len(answers) == [list(answer) for answer in answers]
    assert sorted(answers, key=lambda answer: -answer["score"]) == answers
    assert {"number": 1, "text": "Task was destroyed but it is pending!"} == answers[0]["line"]
    assert all(isinstance(answer["why"], str) and answer["why"] for answer in answers)


def test_what_follows_from_an_error_without_a_page() -> None:
    """The error comes first, and what asyncio said after it is shown below as what it is."""
    text = "Task exception was never retrieved\nTraceback (most recent call last):\nKeyError: 'tea'\n"
    assert ["KeyError: 'tea'"] == [
        answer["error"] for answer in json.loads(diagnose("--json", text=text).output)
    ]
    result = diagnose(text=text)
    assert 0 == result.exit_code
    first, second, *rest = result.output.splitlines()
    assert ("The error itself has no page: KeyError: 'tea'", "It led to what follows:") == (first, second)
    assert "/pitfalls/task-exception-never-retrieved/" in rest[-1]


def test_nothing_found() -> None:
    """Without an answer the exit status is 1, and with --json the list is empty."""
    text = "KeyError: 'tea'"
    assert (1, []) == ((result := diagnose("--json", text=text)).exit_code, json.loads(result.output))
    plain = diagnose(text=text)
    assert 1 == plain.exit_code
    assert "Nothing here is an asyncio mistake" in plain.output


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "no text"),
        (b" \r\n\t", "no text"),
        (b"\0" * 5_000, "no text"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 5_000 + b"\1\2\3", "binary"),
    ],
    ids=["empty", "blank", "zeros", "bytes", "program"],
)
def test_no_text(data: bytes, word: str) -> None:
    """What is no text is refused in a sentence, without a traceback."""
    result = diagnose(text=data)
    assert 2 == result.exit_code
    assert word in result.output
    assert "Traceback" not in result.output


def test_one_strange_character_in_ten_is_still_text() -> None:
    """More are binary data; what a terminal got may hold some."""
    assert ["", "This is not text but binary data."] == [complaint("X" * more + "\x01") for more in (9, 8)]


def test_rotated_log() -> None:
    """A log that begins with zeros, because it was cut while it was written to, is text."""
    assert 0 == diagnose(text=b"\0" * 9_000 + MESSAGE.encode()).exit_code


@pytest.mark.parametrize("arguments", [["no-such-file.txt"], ["."], ["--yaml"], ["a", "b"]])
def test_bad_usage(arguments: list[str]) -> None:
    """A missing file, a folder or an unknown option ends with status 2."""
    result = diagnose(*arguments)
    assert 2 == result.exit_code
    assert "Traceback" not in result.output


def test_documented_keys() -> None:
    """The help names every key of an answer."""
    text = diagnose("--help").output
    assert [] == [key for key in KEYS if f"  {key} " not in text]


def test_a_narrow_terminal() -> None:
    """Characters that the terminal's encoding lacks are spelled out."""
    command = [sys.executable, "-c", "from asyncio_pitfalls.cli import main; main()", "diagnose"]
    environ = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    text = f"größer ❱ {MESSAGE}".encode()
    done = subprocess.run(command, input=text, capture_output=True, env=environ, check=False)
    assert (0, b"") == (done.returncode, done.stderr)
    assert rb"\u2771" in done.stdout


def test_control_characters_are_not_printed() -> None:
    """A text cannot drive the terminal: what could is taken out of the line that is shown."""
    result = diagnose(text=f"\x1b]0;title\x07\x9b2J\x1b[2J\u202e{MESSAGE}")
    assert not set(result.output) & set("\x1b\x07\x9b\u202e")
