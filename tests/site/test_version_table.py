"""The table of versions says what a failure does on each, and with which flags it was run."""

import re
from pathlib import Path

import pytest

from asyncio_pitfalls import evidence
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.evidence import Observation
from pitfalls_site import tables
from support import CATALOGUE, SLUG

# The order of `shows` says nothing; that of the symptoms does.
CLAIMS = """
[symptoms.cannot-subscribe]
kind = "exception"
message = "TypeError: 'coroutine' object is not subscriptable"
pattern = "'coroutine' object is not subscriptable"

[[failure.claims]]
versions = "<3.10"
shows = ["cannot-subscribe", "never-awaited"]
exit = 1

[[failure.claims]]
versions = ">=3.10,<3.12"
shows = ["cannot-subscribe"]
exit = 1

[[failure.claims]]
versions = ">=3.12"
shows = []
exit = 0
"""


@pytest.fixture
def catalogue(sandbox: Path) -> Catalogue:
    """A pitfall with two symptoms, the warning before the exception, that was seen up to 3.13."""
    path = sandbox / "snippets" / SLUG / "pitfall.toml"
    head, _, tail = path.read_text(encoding="utf-8").partition("[[failure.claims]]")
    path.write_text(head + CLAIMS + tail[tail.index("\n[fix]") :], encoding="utf-8")
    seen = tuple(f"3.{minor}.0" for minor in range(8, 14))
    evidence.save(sandbox / "snippets" / SLUG, {"failure": (Observation(seen=seen, exit=0, output=()),)})
    return Catalogue(sandbox)


def cells(catalogue: Catalogue, slug: str) -> list[tuple[str, int]]:
    """Return the texts in the row of a pitfall, each with the number of its columns."""
    row = tables.row(catalogue, catalogue.pitfall(slug))
    return [(entry.astext(), 1 + entry.get("morecols", 0)) for entry in row]


def test_the_first_symptom_decides(catalogue: Catalogue) -> None:
    """It is the one that the title names; another decides only where the first is not shown."""
    effects = [("not run", 2), ("no sign", 2), ("raises", 2), ("warns", 2)]
    assert effects == cells(catalogue, SLUG)[1:]


def test_a_lost_coroutine_warns() -> None:
    """On every version, though the script also raises an exception."""
    assert [("warns", len(CATALOGUE.versions))] == cells(CATALOGUE, "coroutine-never-awaited")[1:]


def test_flags_are_named(built_site: Path) -> None:
    """Without them the failure shows nothing."""
    text = (built_site / "versions" / "index.html").read_text(encoding="utf-8").partition("<article")[2]
    named = {}
    for cell in re.findall(r"<td.*?</td>", text, re.DOTALL):
        if slug := re.search(r'href="../pitfalls/([\w-]+)/"', cell):
            named[slug[1]] = " ".join(re.sub(r"<[^>]+>", "", cell.partition("</a>")[2]).split())
    flags = {it.slug: " ".join(it.runs["failure"].flags) for it in CATALOGUE.pitfalls()}
    assert "-X dev" == flags["unclosed-event-loop"]
    assert {slug: typed and f"with {typed}" for slug, typed in flags.items()} == named
