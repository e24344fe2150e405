"""Each text of asyncio leads to the page that it is said to lead to, and the rest to none."""

import re
from collections.abc import Iterator

import pytest

from asyncio_pitfalls import asyncio_texts
from asyncio_pitfalls.finder.signatures import Table
from outputs import TEXTS, found
from support import CATALOGUE

ROWS = asyncio_texts.load(CATALOGUE.root)
# The texts without a page that this project has left to answer; write a page, and lower it.
MOST_OPEN = 81
ANSWERED = [(text, row.pitfall) for text, row in ROWS.of("pitfall").items()]
UNANSWERED = [text for text, row in ROWS.texts.items() if not row.pitfall]
# Shown under another name, such as `ConnectionRefusedError` or `ExceptionGroup`.
_CLASS = re.compile(r"^(?:OSError|BaseExceptionGroup): ")
_SOURCE = re.compile(r'^ {4,}|File "')


def real_lines(text: str, slug: str) -> Iterator[str]:
    """Yield the lines with `text` that a script of the pitfall printed, or that somebody pasted."""
    fixed = map(re.escape, re.split(r"\.{3,}", _CLASS.sub("", text)))
    pattern = ".{0,300}".join(fixed) if " " in text else rf"^(?:[\w.]+\.)?{text}$"
    pasted = (path.read_text(encoding="utf-8") for path in TEXTS if path.stem.endswith(f"--{slug}"))
    seen = CATALOGUE.evidence(slug).values()
    for output in [*(run.text for runs in seen for run in runs), *pasted]:
        yield from (
            line for line in output.splitlines() if re.search(pattern, line) and not _SOURCE.match(line)
        )


@pytest.mark.parametrize(("text", "slug"), ANSWERED)
def test_a_text_leads_to_its_page(text: str, slug: str, table: Table) -> None:
    """A line that was really printed finds it first; a text that does not vary is such a line."""
    lines = {*real_lines(text, slug), *([] if "..." in text else [text])}
    assert any(found(line, table)[:1] == [slug] for line in lines), (
        f"{asyncio_texts.FILE}: the finder does not lead from {text!r} to {slug}, tried {sorted(lines)}"
    )


@pytest.mark.parametrize("text", UNANSWERED)
def test_a_text_without_a_page_leads_nowhere(text: str, table: Table) -> None:
    """If it does, its row must name a page."""
    answers = found(text.replace("...", "shop"), table)
    assert [] == answers, f"{asyncio_texts.FILE}: {text!r} is answered: write pitfall = {answers[0]!r}"


def test_the_open_texts_only_get_fewer() -> None:
    """A new text is open until somebody has read it."""
    count = len(ROWS.of("open"))
    advice = "judge the new ones, or lower MOST_OPEN"
    assert count == MOST_OPEN, f"{asyncio_texts.FILE}: {count} texts are open, not {MOST_OPEN}: {advice}"


def test_each_page_that_is_named_exists() -> None:
    """An unknown pitfall is refused with the nearest names."""
    for _, slug in ANSWERED:
        CATALOGUE.folder(slug)
