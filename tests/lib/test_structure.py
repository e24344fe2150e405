"""Folders, pages, headings and published slugs fit together."""

import re

import pytest

from asyncio_pitfalls import catalogue, environments, evidence, project
from asyncio_pitfalls.claims import STRICT

REQUIRED = ["Failure", "Why", "Fix", "Find it in your code", "On other versions", "See also"]
OPTIONAL = "When it is not a mistake"
SLUGS = catalogue.slugs()


def body(slug: str) -> str:
    """Return the page without front matter and without fenced blocks."""
    text = catalogue.page(slug).read_text(encoding="utf-8").partition("\n---\n")[2]
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def test_folders_and_pages_are_the_same_set() -> None:
    """A folder without a page, or a page without a folder, is an error."""
    pages = {path.stem for path in project.PAGES.glob("*.md")}
    assert set(SLUGS) == pages


@pytest.mark.parametrize("slug", SLUGS)
def test_headings(slug: str) -> None:
    """A page has one title and the fixed headings in their order."""
    headings = re.findall(r"^(#{1,2}) (.+)$", body(slug), flags=re.MULTILINE)
    titles = [text for level, text in headings if level == "#"]
    sections = [text for level, text in headings if level == "##"]
    expected = [*REQUIRED[:-1], *([OPTIONAL] if OPTIONAL in sections else []), REQUIRED[-1]]
    assert 1 == len(titles), f"docs/pitfalls/{slug}.md: expected exactly one title"
    assert expected == sections, f"docs/pitfalls/{slug}.md: expected these headings in this order"


@pytest.mark.parametrize("slug", SLUGS)
def test_opening(slug: str) -> None:
    """The title is followed by one paragraph that starts "You are here because", then the header."""
    text = catalogue.page(slug).read_text(encoding="utf-8")
    assert catalogue.summary(slug).startswith("You are here because"), f"docs/pitfalls/{slug}.md"
    assert re.search(
        r"^# .+\n\n(?:[^\n#`]*[^\n]*\n)+?\n```\{pitfall\}\n```\n\n## Failure\n", text, re.MULTILINE
    ), f"docs/pitfalls/{slug}.md: expected title, one paragraph and the pitfall directive before Failure"
    assert "```{other-versions}\n```" in text


@pytest.mark.parametrize("slug", SLUGS)
def test_one_sentence_a_line(slug: str) -> None:
    """Prose is wrapped at sentences, so that a review shows the sentence that changed."""
    for line in body(slug).splitlines():
        plain = re.sub(r"`[^`]*`", "", line)
        assert not re.search(r"[a-z\")][.?!] [A-Z]", plain), (
            f"docs/pitfalls/{slug}.md: two sentences in: {line}"
        )


@pytest.mark.parametrize("slug", SLUGS)
def test_every_script_is_shown(slug: str) -> None:
    """Each run of a pitfall stands on its page, and nothing is loaded from elsewhere."""
    text = catalogue.page(slug).read_text(encoding="utf-8")
    for run in catalogue.pitfall(slug).runs.values():
        shown = f"snippets/{slug}/{run.script}" in text or f"```{{evidence}} {run.name}\n" in text
        assert shown, f"docs/pitfalls/{slug}.md: expected {run.script} (run {run.name!r}) to be shown"
    assert set(re.findall(r":load: \.\./\.\./snippets/([\w-]+)/", text)) <= {slug}


@pytest.mark.parametrize("slug", SLUGS)
def test_evidence_is_complete(slug: str) -> None:
    """Every run has evidence for exactly the minor versions that it claims."""
    seen = evidence.load(catalogue.folder(slug))
    for name, run in catalogue.pitfall(slug).runs.items():
        minors = {
            evidence.minor_of(exact) for observation in seen.get(name, ()) for exact in observation.seen
        }
        claimed = {minor for minor in project.versions() if run.covers(f"{minor}.39")}
        assert claimed == minors, f"record it with: asyncio-pitfalls record {slug}"
    assert seen.keys() == catalogue.pitfall(slug).runs.keys()


@pytest.mark.parametrize("slug", SLUGS)
def test_fixes_are_run_strictly(slug: str) -> None:
    """A fix is run with every check on; only with packages of others, which may not bear it, without."""
    for run in catalogue.pitfall(slug).runs.values():
        source = (catalogue.folder(slug) / run.script).read_text(encoding="utf-8")
        allowed = [STRICT, ()] if environments.metadata(source) else [STRICT]
        if run.is_fix:
            assert run.flags in allowed, f"snippets/{slug}/pitfall.toml: [{run.name}].flags"
