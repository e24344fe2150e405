"""Writes the tables in `reports/`; they are committed, so that a review shows a change for the worse."""

import datetime
import importlib.metadata
import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    return "".join(f"| {' | '.join(line)} |\n" for line in [head, ["---"] * len(head), *rows])


def conditions(*packages: str, others: Sequence[str] = ()) -> str:
    """Return the sentence that says when and with what something was measured."""
    versions = [f"{name} {importlib.metadata.version(name)}" for name in packages]
    parts = ", ".join([f"CPython {platform.python_version()}", *versions, *others])
    return f"Measured on {datetime.date.today()} with {parts}, on {os.cpu_count()} cores."


def write(path: Path, *paragraphs: str) -> None:
    """Write a report and print it."""
    text = "\n\n".join(paragraph.strip("\n") for paragraph in paragraphs) + "\n"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    print(text)
