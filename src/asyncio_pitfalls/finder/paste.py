"""Turns the bytes of a file or a pipe into text, or says why they are none."""

import codecs
from typing import BinaryIO

from asyncio_pitfalls.finder.lines import rule
from asyncio_pitfalls.finder.rules import BINARY, LIMITS

# PowerShell writes UTF-16 when output is redirected.
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# A log that is longer is read up to here; a device may never end.
MOST_BYTES = 50_000_000


class NotText(Exception):
    """There is nothing to read; the message says why."""


def read(file: BinaryIO) -> bytes:
    """Return what is in `file`, at most `MOST_BYTES`."""
    return file.read(MOST_BYTES)


def decoded(data: bytes) -> str:
    """Return `data` as text; raise `NotText` if it is empty or binary."""
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "utf-8")
    text = data.decode(encoding, errors="replace")
    problem = complaint(text)
    if problem:
        raise NotText(problem)
    return text


def complaint(text: str) -> str:
    """Return why `text` cannot be read, or "" when it can."""
    # A log that was rotated while it was written begins with zeros.
    text = text.lstrip("\0")
    if not text.strip():
        return "There is no text to read."
    sample = text[: LIMITS["sample"]]
    strange = rule(BINARY).findall(sample)
    return "This is not text but binary data." if len(strange) * 10 > len(sample) else ""
