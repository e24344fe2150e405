"""Each text that asyncio can raise, warn of or log has one row, and each row is in some asyncio."""

from pathlib import Path

import pytest

from asyncio_pitfalls import asyncio_texts
from asyncio_pitfalls.asyncio_texts import Row, Texts
from asyncio_pitfalls.run.interpreters import HERE, Interpreters
from pitfalls_tools import scan, texts
from pitfalls_tools.scan import Files
from support import CATALOGUE, create_project, interpreter_or_report
from terminal import invoke, said

ROWS = asyncio_texts.load(CATALOGUE.root)
DEPRECATED = "{name!r} is deprecated and slated for removal in Python {remove}"
# What a module of asyncio may contain, and the texts that come out of it.
CASES: dict[str, list[str]] = {
    "raise RuntimeError('no loop')": ["RuntimeError: no loop"],
    "raise exceptions.InvalidStateError(f'{self._state}: {self!r}')": ["InvalidStateError: ...: ..."],
    "raise TimeoutError from exc": ["TimeoutError"],
    "raise exceptions.CancelledError()": ["CancelledError"],
    "raise exc": [],
    "future.set_exception(ValueError('no {}'.format(1)))": ["ValueError: no ..."],
    "def f():\n    msg = 'one %s' % 1\n    raise OSError(errno, msg)": ["OSError: one ..."],
    "def f():\n    msg = f'{self!r} stopped'\n    msg += f'\\nmade at {n}'\n    logger.error(msg)": [
        "... stopped",
        "made at ...",
    ],
    "self._fatal_error(exc, 'Fatal read error')": ["Fatal read error"],
    "def _fatal_error(self, exc, message='Fatal error'): pass": ["Fatal error"],
    "loop.call_exception_handler({'message': f'Exception in {cb}', 'handle': h})": ["Exception in ..."],
    "context['message'] = 'lost' + ' and found'": ["lost and found"],
    "class ReadError(EOFError):\n    def __init__(self, n):\n        super().__init__(f'{n} bytes')": [
        "ReadError: ... bytes"
    ],
    "class Reader:\n    def __init__(self):\n        super().__init__('name')": [],
    "logger.debug('%r: %s', self, message)": [],
    "logger.info('%s took %.3f s', 'a call', 1.0)": ["... took ... s"],
    "warnings.warn('old', DeprecationWarning, stacklevel=2)": ["DeprecationWarning: old"],
    "_warn(f'unclosed {self!r}', ResourceWarning, source=self)": ["ResourceWarning: unclosed ..."],
    "warnings._deprecated(f'asyncio.{name}', remove=(3, 16))": [
        "DeprecationWarning: 'asyncio....' is deprecated and slated for removal in Python ..."
    ],
    "warnings._deprecated('a', f'{warnings._DEPRECATED_MSG}; use b', remove=(3, 16))": [
        "DeprecationWarning: 'a' is deprecated and slated for removal in Python ...; use b"
    ],
    "assert data, 'no data'": ["AssertionError: no data"],
    "raise TypeError('one' if a else 'two')": ["TypeError: one", "TypeError: two"],
    "print('no process', file=sys.stderr)": ["no process"],
    "'''Documentation in a sentence.'''\nprint('a table')": [],
}


def unjudged(rows: Texts, release: str, found: dict[str, str]) -> str:
    """Return a line for each text without a row: the file that it is in, and the text."""
    new = found.keys() - rows.texts.keys()
    return "\n".join(sorted(f"{found[text]} of CPython {release}: {text}" for text in new))


@pytest.mark.parametrize("minor", CATALOGUE.versions)
def test_the_rows_are_what_is_in_the_files(minor: str) -> None:
    """Another patch release may lack a text, but may not have a new one."""
    interpreter = interpreter_or_report(minor)
    found = scan.texts(scan.files_of(interpreter), ROWS.texts)
    new = unjudged(ROWS, interpreter.exact, found)
    assert not new, f"not in {asyncio_texts.FILE}, add with: make scan\n{new}"
    if interpreter.exact in ROWS.scanned:
        listed = {text for text, row in ROWS.texts.items() if minor in row.minors(CATALOGUE.versions)}
        wrong = "\n".join(sorted(listed ^ found.keys()))
        assert not wrong, (
            f"{asyncio_texts.FILE}: stale for {interpreter.exact}, renew with: make scan\n{wrong}"
        )


@pytest.mark.parametrize(("source", "expected"), CASES.items())
def test_texts_are_found_however_they_are_passed(source: str, expected: list[str]) -> None:
    """In a variable, a default, a context, a base class, or a function that logs it."""
    assert expected == list(scan.python_texts(source, DEPRECATED))


def files(folder: Path, strings: bytes, *, built_in: bool) -> Files:
    """Write an asyncio of one module and a compiled file."""
    (folder / "tasks.py").write_text("raise RuntimeError('Task is new')\n", encoding="utf-8")
    compiled = folder / "compiled"
    compiled.write_bytes(strings)
    return Files(str(folder), [str(compiled)], built_in, DEPRECATED)


STRINGS = (
    b"\0\x7fELF\0Task is new\0no running loop\0got %R instead\0Cancel the\ntask now.\0"
    b"cancel($self, /)\0GCC: (GNU) 12.2.0\0long long int\0ValueError\0"
)


def test_the_c_module_is_read_too(tmp_path: Path) -> None:
    """A string of it counts as the known text that ends in it; documentation and notes do not count."""
    known = ["RuntimeError: no running loop", "TypeError: gone and lost"]
    assert {
        "RuntimeError: Task is new": "asyncio/tasks.py",
        "RuntimeError: no running loop": "_asyncio",
        "got ... instead": "_asyncio",
    } == scan.texts(files(tmp_path, STRINGS, built_in=False), known)


def test_in_an_interpreter_known_texts_are_looked_up(tmp_path: Path) -> None:
    """The others are those of other modules."""
    known = ["RuntimeError: no running loop", "TypeError: gone and lost"]
    found = scan.texts(files(tmp_path, STRINGS, built_in=True), known)
    assert {"RuntimeError: Task is new", "RuntimeError: no running loop"} == found.keys()


def test_a_text_of_a_new_cpython_is_named(tmp_path: Path) -> None:
    """With the file that it is in."""
    found = scan.texts(files(tmp_path, b"", built_in=True), ROWS.texts)
    expected = "asyncio/tasks.py of CPython 3.99.0: RuntimeError: Task is new"
    assert expected == unjudged(ROWS, "3.99.0", found)


def test_verdicts_are_kept_and_new_texts_are_open() -> None:
    """Of a version that is not here, what is known remains; a text that no version has goes."""
    matrix = ("3.1", HERE.minor)
    text = "Task was destroyed but it is pending!"
    old = Texts(
        scanned=("3.1.5",),
        texts={
            text: Row(versions="3.1", pitfall="task-destroyed-pending"),
            "of old": Row(versions="3.1", plain=True),
            "gone": Row(versions=HERE.minor, plain=True),
        },
    )
    new = texts.renewed(old, matrix, [HERE])
    assert ("3.1.5", HERE.exact) == new.scanned
    assert Row(versions=f"3.1–{HERE.minor}", pitfall="task-destroyed-pending") == new.texts[text]
    assert Row(versions="3.1", plain=True) == new.texts["of old"]
    assert Row(versions=HERE.minor, open=True) == new.texts["RuntimeError: Event loop is closed"]
    assert "gone" not in new.texts


def test_the_command_names_what_is_new_and_what_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It writes the file, and refuses one that it cannot read."""
    monkeypatch.setattr(Interpreters, "available", {HERE.minor: HERE})
    path = create_project(tmp_path).root / asyncio_texts.FILE
    old = Texts(scanned=(), texts={"lost": Row(versions=HERE.minor, open=True)})
    path.write_text(texts.written(old), encoding="utf-8")
    result = invoke(tmp_path, "scan")
    assert 0 == result.exit_code, result.output
    assert {"gone: lost", "new, and open: RuntimeError: no running event loop"} <= set(
        result.output.split("\n")
    )
    assert (HERE.exact,) == asyncio_texts.load(tmp_path).scanned
    path.write_text("texts = 1", encoding="utf-8")
    assert f"{asyncio_texts.FILE}: " in said(invoke(tmp_path, "scan"))


def test_the_file_is_as_the_command_writes_it() -> None:
    """One text a line, in order, so that a difference shows what is new."""
    path = CATALOGUE.root / asyncio_texts.FILE
    assert texts.written(ROWS) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("versions = '3.8'", "'a b': expected one of pitfall, internal, plain and open"),
        ("versions = '3.8', open = true, plain = true", "'a b': expected one of pitfall, internal, plain"),
        ("versions = '3.8', opened = true", "opened"),
        ("open = true", "versions"),
    ],
)
def test_a_wrong_row_is_refused(tmp_path: Path, row: str, problem: str) -> None:
    """By the name of the file and of the text or the key."""
    path = tmp_path / asyncio_texts.FILE
    path.parent.mkdir()
    path.write_text(f"scanned = []\n[texts]\n'a b' = {{ {row} }}\n", encoding="utf-8")
    with pytest.raises(asyncio_texts.TextsError, match=problem) as refused:
        asyncio_texts.load(tmp_path)
    assert str(path) in str(refused.value)
