"""The pictures of a run on a page: with their style, on a phone, in the dark, and in words."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from asyncio_pitfalls.trace import recorded
from support import CATALOGUE, SLUG, SLUGS, build

SHOWN = [slug for slug in SLUGS if recorded.is_wanted(CATALOGUE, slug)]
# The smallest text that is read on a phone without a magnifier, in pixels.
LEGIBLE = 11


@pytest.mark.parametrize("slug", SHOWN)
def test_a_page_has_both_pictures_and_the_list(slug: str, built_site: Path) -> None:
    """Each picture has a name; the list has each row of both."""
    text = (built_site / "pitfalls" / slug / "index.html").read_text(encoding="utf-8")
    assert 2 == len(re.findall(r'<svg [^>]*role="img" aria-label="(?:Failure|Fix): [^"]+"', text))
    assert 1 == text.count("trace.css")
    folded = text.partition('<details class="output what-happened-list">')[2].partition("</details>")[0]
    told = recorded.stories(CATALOGUE.pitfall(slug), CATALOGUE.evidence(slug))
    assert sum(len(story.rows) for story in told.values()) == folded.count("<li>")


def test_other_pages_do_not_load_the_style(built_site: Path) -> None:
    """It would weigh on them for nothing."""
    other = next(slug for slug in SLUGS if slug not in SHOWN)
    assert "trace.css" not in (built_site / "pitfalls" / other / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_can_be_read(browser: Browser, address: str, width: int, scheme: str) -> None:
    """Text is large enough, differs from what is behind it, and no text runs out of its picture."""
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    for slug in SHOWN:
        page.goto(f"{address}pitfalls/{slug}/")
        found = page.evaluate(
            """() => [...document.querySelectorAll("svg.trace")].map((svg) => {
                const box = svg.getBoundingClientRect();
                const texts = [...svg.querySelectorAll("text")];
                return {
                    scale: box.width / svg.viewBox.baseVal.width,
                    sizes: texts.map((text) => parseFloat(getComputedStyle(text).fontSize)),
                    colours: texts.map((text) => getComputedStyle(text).fill),
                    behind: getComputedStyle(document.body).backgroundColor,
                    out: texts.filter((it) => it.getBoundingClientRect().right > box.right + 1)
                        .map((it) => it.textContent),
                };
            })"""
        )
        assert 2 == len(found)
        for picture in found:
            assert LEGIBLE <= min(picture["sizes"]) * picture["scale"], slug
            assert picture["behind"] not in picture["colours"], slug
            assert [] == picture["out"], slug
        assert page.evaluate("document.documentElement.scrollWidth") <= width, slug
    page.close()


def test_a_page_whose_picture_is_not_recorded(sandbox: Path) -> None:
    """The build says with which command to record it."""
    page = sandbox / "docs" / "pitfalls" / f"{SLUG}.md"
    text = f"\n```{{{recorded.DIRECTIVE}}}\n```\n"
    page.write_text(page.read_text(encoding="utf-8") + text, encoding="utf-8")
    done = build(sandbox, "-D", "nb_execution_mode=off")
    assert f"{SLUG}/{recorded.FILE}: No such file or directory; record it with: make record SLUG={SLUG}" in (
        " ".join(done.stderr.split())
    )
    assert "Traceback" not in done.stderr
