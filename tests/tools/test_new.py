"""`make new` writes what a pitfall lacks, ready to fill in."""

from pathlib import Path

import pytest

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import ClaimsError
from pitfalls_tools.new import create
from support import SLUG
from terminal import invoke, said

NO_SLUGS = {
    "a capital": "Price-Lost",
    "an underscore": "under_score",
    "one word": "lost",
    "a digit first": "3-lost",
    "a hyphen first": "-price-lost",
    "a hyphen last": "price-lost-",
    "two hyphens": "price--lost",
    "a letter of another script": "prix-élevé",
    "a path": "../price-lost",
    "a folder": "price-lost/again",
    "300 characters": "-".join(["lost"] * 60),
    "61 characters": f"price-{'x' * 55}",
}


def test_without_a_slug_it_says_what_to_type(sandbox: Path) -> None:
    """`make new` alone is an easy mistake."""
    result = invoke(sandbox, "new")
    assert 2 == result.exit_code
    assert "make new SLUG=lock-held-twice" in said(result)
    assert [SLUG] == Catalogue(sandbox).slugs()


def test_it_says_what_it_wrote_and_what_comes_next(sandbox: Path) -> None:
    """The files, and the commands that record and test them."""
    result = invoke(sandbox, "new", "order-lost")
    assert 0 == result.exit_code
    assert "wrote snippets/order-lost/failure.py" in said(result)
    assert "wrote docs/pitfalls/order-lost.md" in said(result)
    assert "make record SLUG=order-lost && make test SLUG=order-lost" in said(result)


def test_what_it_writes_is_complete(sandbox: Path) -> None:
    """Valid claims, and a page with a title and a summary."""
    written = create(Catalogue(sandbox), "loop-held-twice")
    names = {"failure.py", "fix.py", "pitfall.toml", "loop-held-twice.md"}
    assert names == {path.name for path in written}
    catalogue = Catalogue(sandbox)
    assert {"failure", "fix"} == catalogue.pitfall("loop-held-twice").runs.keys()
    assert catalogue.page("loop-held-twice").title
    assert catalogue.page("loop-held-twice").summary
    assert sorted(["loop-held-twice", SLUG]) == catalogue.slugs()


@pytest.mark.parametrize("lost", [f"snippets/{SLUG}/pitfall.toml", f"docs/pitfalls/{SLUG}.md"])
def test_what_is_missing_is_written_and_nothing_else(sandbox: Path, lost: str) -> None:
    """The command that the error of such a pitfall names completes it."""
    before = (sandbox / lost).read_bytes()
    kept = sandbox / "snippets" / SLUG / "failure.py"
    kept.write_text("print('mine')\n", encoding="utf-8")
    (sandbox / lost).unlink()
    with pytest.raises(ClaimsError, match=f"make new SLUG={SLUG}"):
        (Catalogue(sandbox).pitfall if lost.endswith(".toml") else Catalogue(sandbox).page)(SLUG)
    result = invoke(sandbox, "new", SLUG)
    assert 0 == result.exit_code
    assert [f"wrote {lost}"] == [
        line for line in result.output.replace("\\", "/").splitlines() if "wrote" in line
    ]
    assert before == (sandbox / lost).read_bytes()
    assert "print('mine')\n" == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", NO_SLUGS.values(), ids=NO_SLUGS)
def test_a_name_that_is_no_slug_is_refused(sandbox: Path, slug: str) -> None:
    """In a sentence that fits on a screen, and nothing is written."""
    before = sorted(sandbox.rglob("*"))
    result = invoke(sandbox, "new", "--", slug)
    assert 2 == result.exit_code
    assert "expected two or more lower-case words joined by hyphens" in said(result)
    assert len(result.output) < 400
    assert before == sorted(sandbox.rglob("*"))


def test_a_complete_pitfall_is_refused(sandbox: Path) -> None:
    """Its files are somebody's work."""
    before = {path: path.read_bytes() for path in sandbox.rglob("*") if path.is_file()}
    result = invoke(sandbox, "new", SLUG)
    assert 2 == result.exit_code
    assert "a slug is never reused" in said(result)
    assert before == {path: path.read_bytes() for path in sandbox.rglob("*") if path.is_file()}
