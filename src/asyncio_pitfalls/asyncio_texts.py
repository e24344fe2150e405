"""What asyncio can raise, warn of or log, and the pitfall that answers each text: `docs/asyncio_texts.toml`.

Texts and versions come from the files of the interpreters, the verdict on each text is written by hand.
"""

import tomllib
from pathlib import Path
from typing import Literal

import msgspec

FILE = "docs/asyncio_texts.toml"

Verdict = Literal["pitfall", "internal", "plain", "open"]


class TextsError(Exception):
    """`docs/asyncio_texts.toml` is wrong; the message names the file, the text and what was expected."""


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The versions that have a text, as `ranges.spans` writes them, and one verdict on it.

    It has the page `pitfall`, is `internal` for a reason, is `plain`, or is still `open`.
    """

    versions: str
    pitfall: str = ""
    internal: str = ""
    plain: bool = False
    open: bool = False

    @property
    def verdicts(self) -> list[Verdict]:
        """The verdicts that are given, of which there must be one."""
        given: dict[Verdict, bool | str] = {
            "pitfall": self.pitfall,
            "internal": self.internal,
            "plain": self.plain,
            "open": self.open,
        }
        return [verdict for verdict, value in given.items() if value]

    def minors(self, matrix: tuple[str, ...]) -> set[str]:
        """Return the versions of the matrix that are meant."""
        ends = [span.split("–") for span in self.versions.split(", ")]
        return {
            minor
            for first, last in ((span[0], span[-1]) for span in ends)
            for minor in matrix[matrix.index(first) : matrix.index(last) + 1]
        }


class Texts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Each text with its row; `scanned` are the releases whose files were read."""

    scanned: tuple[str, ...]
    texts: dict[str, Row]

    def of(self, verdict: Verdict) -> dict[str, Row]:
        """Return the rows with a verdict."""
        return {text: row for text, row in self.texts.items() if verdict in row.verdicts}


def load(root: Path) -> Texts:
    """Read and check the texts of the project in `root`; raise `TextsError` for anything wrong."""
    path = root / FILE
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Texts)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise TextsError(f"{path}: {error}") from None
    for text, row in found.texts.items():
        if len(row.verdicts) != 1:
            raise TextsError(f"{path}: {text!r}: expected one of pitfall, internal, plain and open")
    return found
