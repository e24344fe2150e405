"""The answer is in the first screen: the message, the fix in words, and the diff."""

import html
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from asyncio_pitfalls import evidence
from pitfalls_site.layout import LONGEST_DESCRIPTION
from support import CATALOGUE, SLUGS

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
SMALL: ViewportSize = {"width": 360, "height": 740}
# Of the diff on a phone at least two lines can be seen.
LINES = 40


def test_the_answer_is_in_the_first_screen(browser: Browser, address: str) -> None:
    """On every page: a desktop shows all of the diff, a phone its beginning, a small one what is above."""
    page, late = browser.new_page(), []
    for slug in SLUGS:
        page.goto(f"{address}pitfalls/{slug}/")
        for size, needed in ((DESKTOP, 1000), (PHONE, LINES), (SMALL, 0)):
            page.set_viewport_size(size)
            box = page.locator(".pitfall-diff").bounding_box()
            assert box
            end = box["y"] + min(box["height"], needed)
            if end > size["height"]:
                late.append((slug, size["width"], end))
    page.close()
    assert [] == late


@pytest.mark.parametrize("slug", SLUGS)
def test_the_message_is_the_first_line(built_site: Path, slug: str) -> None:
    """It is in the title of the tab as well, as the newest version that fails prints it."""
    text = (built_site / "pitfalls" / slug / "index.html").read_text(encoding="utf-8")
    symptom = next(iter(CATALOGUE.pitfall(slug).symptoms.values()))
    title = html.unescape(re.findall("<title>(.*?)</title>", text)[0])
    if symptom.kind == "silent":
        assert title.startswith(CATALOGUE.title(slug).replace("`", ""))
        return
    shown = evidence.newest_that_shows(CATALOGUE.evidence(slug), CATALOGUE.pitfall(slug).runs["failure"])
    assert shown
    message = symptom.message_on(shown[0])
    first = html.unescape(re.sub("<[^>]+>", "", re.findall('<p class="headline">(.*?)</p>', text)[0]))
    assert message == first
    assert title.startswith(f"{message} – ")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_description_is_the_fix(built_site: Path, slug: str) -> None:
    """Search engines show its first 155 characters: whole sentences."""
    text = (built_site / "pitfalls" / slug / "index.html").read_text(encoding="utf-8")
    found = html.unescape(re.findall('<meta name="description" content="([^"]*)">', text)[0])
    assert found.endswith(".")
    assert len(found) <= LONGEST_DESCRIPTION


def test_a_pasted_diff_is_the_fixed_code(browser: Browser, address: str) -> None:
    """The button copies neither signs nor the lines of the failure."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}pitfalls/coroutine-never-awaited/")
    page.locator(".pitfall-diff button").click()
    page.get_by_text("Copied: the text above").first.wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert "    await save_order(7)\n    order = await fetch_order(7)" in copied
    assert "RuntimeWarning" not in copied
    assert "\n    save_order(7)" not in copied


def test_another_version_can_be_chosen(browser: Browser, address: str) -> None:
    """The commands of a page then name it."""
    page = browser.new_page()
    page.goto(f"{address}pitfalls/coroutine-never-awaited/")
    page.get_by_label("CPython to run it on").select_option("3.12")
    assert 2 == page.locator(".run-it pre").inner_text().count("--python 3.12 ")
    page.close()
