"""Writes the small tables under `reports/`, which are committed: a review sees a change for the worse."""

import datetime
import importlib.metadata
import os
import platform
from collections.abc import Iterable, Sequence

from asyncio_pitfalls import project

FOLDER = project.ROOT / "reports"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def conditions(*packages: str, others: str = "") -> str:
    """Return the sentence that says when and with what something was measured."""
    versions = [f"{name} {importlib.metadata.version(name)}" for name in packages]
    parts = [f"CPython {platform.python_version()}", *versions, *([others] if others else [])]
    return f"Measured on {datetime.date.today()} with {', '.join(parts)}, on {os.cpu_count()} cores."


def write(name: str, *paragraphs: str) -> None:
    """Write `reports/<name>.md` and print it."""
    text = "\n\n".join(paragraph.strip("\n") for paragraph in paragraphs) + "\n"
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.md").write_text(text, encoding="utf-8", newline="\n")
    print(text)
