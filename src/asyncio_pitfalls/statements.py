"""The statements of the debugging notes of 2023 and their verdicts by version: `docs/notes.toml`.

A verdict names the aspects in which a statement holds and those in which it fails.
The statement's probe, run on each CPython, prints what it sees of each aspect.
"""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from asyncio_pitfalls import ranges
from asyncio_pitfalls.claims import Text
from asyncio_pitfalls.ranges import contains

FILE = "docs/notes.toml"
PROBES = "tests/probes"

Word = Literal["true", "partly", "false"]


class NotesError(Exception):
    """`docs/notes.toml` is wrong; the message names the file, the key and what was expected."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is true of a statement on the versions of some ranges."""

    versions: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    holds: tuple[Text, ...] = ()
    fails: tuple[Text, ...] = ()
    because: Text

    @property
    def word(self) -> Word:
        """The verdict in a word."""
        if self.holds and self.fails:
            return "partly"
        return "true" if self.holds else "false"

    def covers(self, version: str) -> bool:
        """Return whether the verdict is about `version`, such as "3.12.1"."""
        return any(contains(specifier, version) for specifier in self.versions)


class Statement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement of the notes, in our own words."""

    number: int
    says: Text
    verdicts: tuple[Verdict, ...]

    @property
    def probe(self) -> str:
        """The name of the script in `tests/probes/` that looks whether the statement is true."""
        return f"statement_{self.number:02}.py"

    def verdict_on(self, version: str) -> Verdict:
        """Return the one verdict about `version`."""
        return next(verdict for verdict in self.verdicts if verdict.covers(version))


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    statements: tuple[Statement, ...]


def load(root: Path, minors: tuple[str, ...]) -> tuple[Statement, ...]:
    """Read and check the statements of the project in `root`; raise `NotesError` for anything wrong."""
    path = root / FILE
    try:
        statements = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File).statements
        _check(statements, minors)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        raise NotesError(f"{path}: {error}") from None
    return statements


def _check(statements: tuple[Statement, ...], minors: tuple[str, ...]) -> None:
    numbers = [statement.number for statement in statements]
    if numbers != list(range(1, len(numbers) + 1)):
        raise ValueError(f"statements.number: expected 1 to {len(numbers)} in order, not {numbers}")
    for statement in statements:
        where = f"statement {statement.number}, versions"
        for verdict in statement.verdicts:
            aspects = verdict.holds + verdict.fails
            if not aspects or len(set(aspects)) < len(aspects):
                raise ValueError(
                    f"{where} {verdict.versions}: "
                    "expected at least one aspect in `holds` or `fails`, and each only once"
                )
        try:
            ranges.check(minors, "", [verdict.versions for verdict in statement.verdicts], "verdict")
        except ValueError as error:
            raise ValueError(f"{where}: {error}") from None


def disagreements(statement: Statement, version: str, output: str) -> list[str]:
    """Return every way in which what the probe printed on `version` differs from the verdict."""
    verdict = statement.verdict_on(version)
    claimed = {f"holds: {aspect}" for aspect in verdict.holds} | {
        f"fails: {aspect}" for aspect in verdict.fails
    }
    lines = [line for line in output.splitlines() if line.startswith(("holds: ", "fails: "))]
    seen = {": ".join(line.split(": ")[:2]) for line in lines}
    name = f"statement {statement.number} on {version}"
    unseen = [f"{name}: {FILE} says {words!r}, which the probe does not print" for words in claimed - seen]
    return sorted(
        unseen + [f"{name}: the probe prints {words!r}, which {FILE} lacks" for words in seen - claimed]
    )
