"""Renews the texts and versions in `docs/asyncio_texts.toml`, and keeps the verdicts."""

import json
from collections.abc import Iterable

import msgspec

from asyncio_pitfalls.asyncio_texts import Row, Texts
from asyncio_pitfalls.ranges import minor_of, spans
from asyncio_pitfalls.run.interpreters import Interpreter
from pitfalls_tools import scan

_HEAD = """\
# Every text that the asyncio of CPython can raise, warn of or log, with `...` where it varies.
# `make scan` renews the texts and their versions; a new text is `open`.
# By hand, replace `open = true` by the page that answers it, `pitfall = "<slug>"`, by `plain = true` if the
# text explains itself, or by `internal = "<reason>"` if it is not for users.
# Of a text of the C module the exception is not known; write it in front.

"""


def renewed(old: Texts, matrix: tuple[str, ...], here: Iterable[Interpreter]) -> Texts:
    """Return the texts of the interpreters that are here, and what is known of the versions that are not."""
    releases = {minor_of(exact): exact for exact in old.scanned}
    having = {text: row.minors(matrix) for text, row in old.texts.items()}
    for interpreter in here:
        releases[interpreter.minor] = interpreter.exact
        found = scan.texts(scan.files_of(interpreter), having)
        for text in found:
            having.setdefault(text, set())
        for text, minors in having.items():
            (minors.add if text in found else minors.discard)(interpreter.minor)
    rows = {text: _row(old.texts.get(text), matrix, having[text]) for text in sorted(having) if having[text]}
    return Texts(scanned=tuple(releases[minor] for minor in matrix if minor in releases), texts=rows)


def _row(old: Row | None, matrix: tuple[str, ...], minors: set[str]) -> Row:
    found = spans({minor: "found" if minor in minors else "" for minor in matrix})
    versions = ", ".join(span for span, word in found if word)
    return msgspec.structs.replace(old, versions=versions) if old else Row(versions=versions, open=True)


def written(texts: Texts) -> str:
    """Return the file: one text a line."""
    lines = [f"{_toml(text)} = {_toml(msgspec.to_builtins(row))}" for text, row in texts.texts.items()]
    return f"{_HEAD}scanned = {_toml(texts.scanned)}\n\n[texts]\n" + "".join(f"{line}\n" for line in lines)


def _toml(value: object) -> str:
    """Return a value as TOML, which has the strings and lists of JSON."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_toml(item)}' for key, item in value.items())} }}"
    return json.dumps(value, ensure_ascii=False)
