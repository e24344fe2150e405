"""The built site in a real browser: dark and light, on a phone, without scripts, under a strict policy."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from support import SLUGS

PATHS = [
    "",
    "find/",
    "messages/",
    "versions/",
    "notes/",
    "debugging/",
    "answering/",
    "linking/",
    "contributing/",
    "search/?q=loop",
    "pitfalls/coroutine-never-awaited/",
    "pitfalls/asyncio-run-in-notebook/",
]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Page]:
    """A page that notes what the browser complains about and whom it asks."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith((address, "data:")) else complaints.append(r.url))
    yield page
    page.close()
    assert [] == complaints


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_blocked_and_nobody_else_is_asked(watched: Page, address: str, path: str) -> None:
    """A page loads with nothing but what its own host serves, with no inline script or style."""
    watched.goto(address + path, wait_until="networkidle")
    assert watched.title()


def test_a_note_breaks_no_policy(watched: Page, address: str) -> None:
    """Furo gives the title of a note an icon, which the policy forbids; there may be a first note any day."""
    watched.goto(f"{address}notes/")
    note = '<div class="admonition note"><p class="admonition-title">Note</p></div>'
    watched.evaluate(f"document.querySelector('article').insertAdjacentHTML('beforeend', '{note}')")
    watched.locator(".admonition").scroll_into_view_if_needed()
    watched.wait_for_load_state("networkidle")


def test_on_paper_all_output_can_be_read(watched: Page, address: str) -> None:
    """Folded output is unfolded, and nothing that is for the screen lies over it."""
    watched.goto(f"{address}pitfalls/coroutine-never-awaited/")
    watched.emulate_media(media="print")
    assert all(block.is_visible() for block in watched.locator("details.output .recorded").all())
    for selector in (".skip-to-content", "button", "aside", ".headerlink"):
        assert not any(node.is_visible() for node in watched.locator(selector).all()), selector


def width_of(browser: Browser, url: str, **options: Any) -> tuple[int, int]:
    """Return the width of the content and of the window."""
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    content: int = page.evaluate("document.documentElement.scrollWidth")
    window: int = page.evaluate("document.documentElement.clientWidth")
    context.close()
    return content, window


@pytest.mark.parametrize("path", PATHS)
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, address: str, path: str) -> None:
    """Long lines scroll inside their block, never the page."""
    content, window = width_of(browser, address + path, **PHONE)
    assert content <= window


@pytest.mark.parametrize(("scheme", "dark"), [("dark", True), ("light", False)])
def test_the_scheme_of_the_system_is_followed(
    browser: Browser, address: str, scheme: Any, dark: bool
) -> None:
    """Without a choice the page is as dark as the system."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(address)
    assert dark == is_dark(page)
    page.close()


def is_dark(page: Page) -> bool:
    """Return whether the background is darker than the text."""
    script = "(() => { const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]; })()"
    background, text = (sum(map(int, color[4:-1].split(",")[:3])) for color in page.evaluate(script))
    return background < text


def test_a_chosen_scheme_is_kept(browser: Browser, address: str) -> None:
    """The button changes the scheme, and the next page has it from the start."""
    page = browser.new_page(color_scheme="light")
    page.goto(address)
    button = page.locator(".theme-toggle-content .theme-toggle")
    for _ in range(3):
        button.click()
        if is_dark(page):
            break
    assert is_dark(page)
    page.goto(f"{address}versions/")
    assert is_dark(page)
    page.close()


def test_without_scripts_everything_essential_is_there(browser: Browser, address: str) -> None:
    """The messages, the pages behind them and every version's output can be read and opened."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    links = set(page.locator(".pitfall-list a").evaluate_all("all => all.map(a => a.getAttribute('href'))"))
    assert {f"pitfalls/{slug}/" for slug in SLUGS} == links
    page.get_by_role("link", name="list of messages").click()
    assert page.url == f"{address}messages/"
    page.goto(f"{address}pitfalls/coroutine-never-awaited/")
    page.locator("details.output summary").first.click()
    assert page.locator("details.output[open] .recorded").first.is_visible()
    context.close()


def test_the_keyboard_reaches_the_content(browser: Browser, address: str) -> None:
    """The first key leads past the navigation, and every control shows where the focus is."""
    page = browser.new_page()
    page.goto(f"{address}pitfalls/coroutine-never-awaited/")
    page.keyboard.press("Tab")
    assert "Skip to content" == page.locator(":focus").inner_text()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")
    page.close()
