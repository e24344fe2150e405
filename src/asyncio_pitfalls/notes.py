"""The statements of the debugging notes of 2023 and their verdicts by version: `docs/notes.toml`.

A verdict names the aspects in which a statement holds and those in which it fails.
The statement's probe, run on each CPython, prints what it sees of each aspect.
"""

import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from packaging.specifiers import InvalidSpecifier

from asyncio_pitfalls import catalogue, project
from asyncio_pitfalls.claims import Pitfall, Text, contains, every_version

FILE = project.ROOT / "docs" / "notes.toml"
PROBES = project.ROOT / "tests" / "probes"
_SEEN = re.compile(r"^(holds|fails): (.+?): ", re.MULTILINE)

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

    @property
    def pitfalls(self) -> list[Pitfall]:
        """The pitfalls that reproduce what goes wrong, by slug."""
        return [pitfall for pitfall in catalogue.pitfalls() if self.number in pitfall.notes]

    def verdict_on(self, version: str) -> Verdict:
        """Return the one verdict about `version`."""
        return next(verdict for verdict in self.verdicts if verdict.covers(version))


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    statements: tuple[Statement, ...]


def load(path: Path = FILE) -> tuple[Statement, ...]:
    """Read and check the statements; raise `NotesError` for anything wrong in them."""
    try:
        statements = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File).statements
        _check(statements)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        raise NotesError(f"{path}: {error}") from None
    return statements


def _check(statements: tuple[Statement, ...]) -> None:
    numbers = [statement.number for statement in statements]
    if numbers != list(range(1, len(numbers) + 1)):
        raise ValueError(f"statements.number: expected 1 to {len(numbers)} in order, not {numbers}")
    for statement in statements:
        _check_ranges(statement)
        for verdict in statement.verdicts:
            aspects = verdict.holds + verdict.fails
            if not aspects or len(set(aspects)) < len(aspects):
                raise ValueError(
                    f"statement {statement.number}, versions {verdict.versions}: "
                    "expected at least one aspect in `holds` or `fails`, and each only once"
                )


def _check_ranges(statement: Statement) -> None:
    for version in every_version():
        try:
            covering = [verdict.versions for verdict in statement.verdicts if verdict.covers(version)]
        except InvalidSpecifier as error:
            raise ValueError(f"statement {statement.number}, versions: {error}") from None
        if len(covering) != 1:
            raise ValueError(
                f"statement {statement.number}, versions: expected exactly one verdict for {version}, "
                f"found {' and '.join(map(str, covering)) or 'none'}"
            )


def disagreements(statement: Statement, version: str, output: str) -> list[str]:
    """Return every way in which what the probe printed on `version` differs from the verdict."""
    verdict = statement.verdict_on(version)
    claimed = dict.fromkeys(verdict.holds, "holds") | dict.fromkeys(verdict.fails, "fails")
    seen = {aspect: word for word, aspect in _SEEN.findall(output)}
    return [
        f"statement {statement.number} on {version}: {aspect!r} is {claimed.get(aspect, 'not named')} "
        f"in docs/notes.toml and {seen.get(aspect, 'not printed')} by tests/probes/{statement.probe}"
        for aspect in sorted(claimed | seen)
        if claimed.get(aspect) != seen.get(aspect)
    ]
