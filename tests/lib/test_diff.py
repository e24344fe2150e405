"""The way from failure to fix at a glance: which lines, which one fails, and what it prints."""

from pathlib import Path

import pytest

from asyncio_pitfalls import diff
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.diff import Line
from support import CATALOGUE, SLUG, SLUGS, record_here


def marks(lines: list[Line]) -> list[str]:
    """Return signs and texts, without the spaces around them."""
    return [f"{line.mark} {line.text.strip()}".strip() for line in lines]


def test_the_failing_line_has_its_message(sandbox: Path) -> None:
    """It is the one that the recorded output names, and one line around the change is shown."""
    record_here(sandbox)
    catalogue = Catalogue(sandbox)
    lines = diff.glance(catalogue.pitfall(SLUG), catalogue.evidence(SLUG))
    assert ["= async def main():", "- fetch_price()", "+ await fetch_price()"] == marks(lines)
    assert ["", "RuntimeWarning: coroutine 'fetch_price' was never awaited", ""] == [it.says for it in lines]


def test_without_evidence_no_line_fails(sandbox: Path) -> None:
    """A new pitfall has a diff before anything is recorded."""
    lines = diff.glance(Catalogue(sandbox).pitfall(SLUG), {})
    assert [""] * 3 == [line.says for line in lines]


@pytest.mark.parametrize(
    ("slug", "message"),
    [
        ("subprocess-on-selector-loop", "NotImplementedError"),  # A frame of the traceback shows the symptom.
        ("ctrl-c-prints-traceback", "KeyboardInterrupt"),  # Only several lines show it.
    ],
)
def test_what_the_failing_line_says_is_a_message(slug: str, message: str) -> None:
    """Whatever the expression finds."""
    lines = diff.glance(CATALOGUE.pitfall(slug), CATALOGUE.evidence(slug))
    assert [message] == [line.says for line in lines if line.says]


def test_docstrings_are_left_out_and_gaps_are_marked(sandbox: Path) -> None:
    """What each script is for is no difference, and what lies between two changes is one sign."""
    folder = sandbox / "snippets" / SLUG
    middle = "".join(f"total += {number}\n" for number in range(5))
    (folder / "failure.py").write_text(f'"""Fail."""\n\nfirst = 1\n{middle}last = 1\n', encoding="utf-8")
    (folder / "fix.py").write_text(f'"""Work."""\n\nfirst = 2\n{middle}last = 2\n', encoding="utf-8")
    lines = diff.glance(Catalogue(sandbox).pitfall(SLUG), {})
    assert [
        "- first = 1", "+ first = 2", "= total += 0", "…", "= total += 4", "- last = 1", "+ last = 2",
    ] == marks(lines)  # fmt: skip
    assert [3, 9] == diff.changed_lines(Catalogue(sandbox).pitfall(SLUG), "fix")


def test_of_another_structure_the_fix_is_shown(sandbox: Path) -> None:
    """Where many lines differ, those of the fix are what a reader takes along."""
    folder = sandbox / "snippets" / SLUG
    for name in ("failure", "fix"):
        text = "".join(f"{name}_{number} = {number}\n\n" for number in range(diff.MOST))
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    lines = diff.glance(Catalogue(sandbox).pitfall(SLUG), {})
    assert {"+", "…"} == {line.mark for line in lines}


def test_of_a_notebook_the_cells_are_compared() -> None:
    """Not the program around them that plays the notebook."""
    slug = "run-until-complete-in-notebook"
    lines = diff.glance(CATALOGUE.pitfall(slug), CATALOGUE.evidence(slug))
    assert '+ price = await fetch_price("ABC")' in marks(lines)
    assert not [line for line in lines if "jupyter" in line.text]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_pitfall_fits_a_glance(slug: str) -> None:
    """The fix has lines of its own, and the failure does not fill the screen."""
    lines = diff.glance(CATALOGUE.pitfall(slug), CATALOGUE.evidence(slug))
    changed = [line for line in lines if line.mark in {"+", "-"}]
    assert changed
    assert len(lines) <= 2 * diff.MOST
    assert not [line for line in lines if line.mark == "…" and line.text]
