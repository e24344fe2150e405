"""Folders, pages, headings and published slugs fit together."""

import re

import pytest

from asyncio_pitfalls import content
from asyncio_pitfalls.claims import STRICT
from asyncio_pitfalls.explain import plain
from asyncio_pitfalls.page import Directive, Prose
from asyncio_pitfalls.ranges import minor_of
from support import CATALOGUE, SLUGS

REQUIRED = ["Failure", "Why", "Fix", "Find it in your code", "On other versions", "See also"]
OPTIONAL = "When it is not a mistake"
# What search engines show of a description.
LONGEST_FIX = 155


def test_folders_and_pages_are_the_same_set() -> None:
    """A folder without a page, or a page without a folder, is an error."""
    pages = {path.stem for path in (CATALOGUE.docs / "pitfalls").glob("*.md")}
    assert set(SLUGS) == pages


@pytest.mark.parametrize("slug", SLUGS)
def test_headings(slug: str) -> None:
    """A page has one title and the fixed headings in their order."""
    headings = CATALOGUE.page(slug).headings
    titles = [text for level, text in headings if level == 1]
    sections = [text for level, text in headings if level == 2]
    expected = [*REQUIRED[:-1], *([OPTIONAL] if OPTIONAL in sections else []), REQUIRED[-1]]
    assert 1 == len(titles), f"docs/pitfalls/{slug}.md: expected exactly one title"
    assert expected == sections, f"docs/pitfalls/{slug}.md: expected these headings in this order"


@pytest.mark.parametrize("slug", SLUGS)
def test_opening(slug: str) -> None:
    """The title is followed by one paragraph, which begins with the fix, then by the diff."""
    page = CATALOGUE.page(slug)
    first, second, third = page.blocks[:3]
    words = plain(CATALOGUE, slug, page.sentences[0]).replace("`", "")
    words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", words)
    where = f"docs/pitfalls/{slug}.md"
    assert isinstance(first, Prose)
    assert 2 == len(re.split(r"\n{2,}", first.text)), f"{where}: expected a title and one paragraph"
    assert isinstance(second, Directive)
    assert "pitfall" == second.name, f"{where}: expected the pitfall directive before Failure"
    assert isinstance(third, Prose)
    assert third.text.startswith("## Failure"), f"{where}: expected Failure below the pitfall directive"
    assert not words.lower().startswith("you are here"), f"{where}: expected the fix first"
    assert words.endswith("."), f"{where}: expected a sentence on the first line"
    assert len(words) <= LONGEST_FIX, f"{where}: the first sentence has {len(words)} characters"
    assert "other-versions" in [block.name for block in page.directives], where


@pytest.mark.parametrize("slug", SLUGS)
def test_one_sentence_a_line(slug: str) -> None:
    """Prose is wrapped at sentences, so that a review shows the sentence that changed."""
    for block in CATALOGUE.page(slug).blocks:
        for line in block.text.splitlines() if isinstance(block, Prose) else []:
            words = re.sub(r"`[^`]*`", "", line)
            assert not re.search(r"[a-z\")][.?!] [A-Z]", words), (
                f"docs/pitfalls/{slug}.md: two sentences in: {line}"
            )


@pytest.mark.parametrize("slug", SLUGS)
def test_every_script_is_shown(slug: str) -> None:
    """Each run of a pitfall is on its page, and nothing is loaded from elsewhere."""
    page, pitfall = CATALOGUE.page(slug), CATALOGUE.pitfall(slug)
    shown = set()
    for block in page.directives:
        if block.name == "evidence" or (block.is_cell and page.is_fresh):
            found = content.of_block(CATALOGUE, slug, block)
            assert slug == found.pitfall.slug, f"docs/pitfalls/{slug}.md: shows {found.pitfall.slug}"
            shown.add(found.run.name)
        elif block.is_cell:
            shown.update(run.name for run in content.of_constant(pitfall, block))
    assert pitfall.runs.keys() == shown, f"docs/pitfalls/{slug}.md: expected every run to be shown"


@pytest.mark.parametrize("slug", SLUGS)
def test_links_lead_to_pages(slug: str) -> None:
    """A link to a pitfall names one that exists."""
    prose = "\n".join(it.text for it in CATALOGUE.page(slug).blocks if isinstance(it, Prose))
    named = set(re.findall(r"\]\(([a-z0-9-]+)\.md(?:#[\w.-]+)?\)", prose))
    assert set() == named - set(CATALOGUE.slugs()), f"docs/pitfalls/{slug}.md"


@pytest.mark.parametrize("slug", SLUGS)
def test_evidence_is_complete(slug: str) -> None:
    """Every run has evidence for exactly the minor versions that it claims.

    Of a minor version that a range covers in part, the recording machine may have another release.
    """
    seen = CATALOGUE.evidence(slug)
    for name, run in CATALOGUE.pitfall(slug).runs.items():
        exact = [version for observation in seen.get(name, ()) for version in observation.seen]
        claimed = {minor for minor in CATALOGUE.versions if run.covers(f"{minor}.39")}
        whole = {minor for minor in claimed if run.covers(f"{minor}.0")}
        assert whole <= set(map(minor_of, exact)) <= claimed, f"record it with: make record SLUG={slug}"
    assert seen.keys() == CATALOGUE.pitfall(slug).runs.keys()


@pytest.mark.parametrize("slug", SLUGS)
def test_fixes_are_run_strictly(slug: str) -> None:
    """A fix is run with every check on; only with packages of others, which may not bear it, without."""
    for run in CATALOGUE.pitfall(slug).runs.values():
        allowed = [STRICT, ()] if run.packages else [STRICT]
        if run.is_fix:
            assert run.flags in allowed, f"snippets/{slug}/pitfall.toml: [{run.name}].flags"
