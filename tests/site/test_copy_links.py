"""Links in a browser: the buttons that copy them, and what they open."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from pitfalls_site import redirects
from support import CATALOGUE

SLUG = "task-garbage-collected"
ADDRESS = f"{CATALOGUE.website}pitfalls/{SLUG}/"
FORBID = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of a browser that lets pages copy."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], base_url=address)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("label", "expected"),
    {
        "Copy link": ADDRESS,
        "Copy Markdown": f"[{CATALOGUE.title(SLUG)}]({ADDRESS})",
        "Copy reStructuredText": f"`{CATALOGUE.title(SLUG)} <{ADDRESS}>`__",
    }.items(),
)
def test_buttons_copy(page: Page, label: str, expected: str) -> None:
    """Each is reached and pressed with the keyboard, copies its form, and says what it copied."""
    page.goto(f"pitfalls/{SLUG}/")
    page.get_by_role("button", name=label).focus()
    page.keyboard.press("Enter")
    page.get_by_text(f"Copied: {expected}").wait_for()
    assert expected == page.evaluate("navigator.clipboard.readText()")


def test_a_forbidden_clipboard_is_said(page: Page) -> None:
    """Where copying fails, the reader is told and gets the text to copy by hand."""
    page.add_init_script(FORBID)
    page.goto(f"pitfalls/{SLUG}/")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text(f"does not let this page copy. Copy this by hand: {ADDRESS}").wait_for()


def test_scripts_are_copied(page: Page) -> None:
    """The button of a script is reached with the keyboard, and then it can be seen."""
    page.goto(f"pitfalls/{SLUG}/")
    button = page.locator("#failure .highlight").first.get_by_role("button", name="Copy", exact=True)
    assert "0" == button.evaluate("node => getComputedStyle(node).opacity")
    button.focus()
    assert "1" == button.evaluate("node => getComputedStyle(node).opacity")
    page.keyboard.press("Enter")
    page.get_by_text("Copied: the text above").wait_for()
    script = (CATALOGUE.folder(SLUG) / "failure.py").read_text(encoding="utf-8")
    assert script.strip() == page.evaluate("navigator.clipboard.readText()")


def test_prompts_are_not_copied(page: Page) -> None:
    """A command is copied as it is typed."""
    page.goto("contributing/")
    page.locator(".highlight:has(.gp) button").first.click()
    page.get_by_text("Copied: the text above").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied
    assert "$" not in copied


def test_a_finger_sees_the_button_of_a_script(browser: Browser, address: str) -> None:
    """Without a mouse it is there from the start, and above the text."""
    page = browser.new_page(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    page.goto(f"{address}pitfalls/{SLUG}/")
    button = page.get_by_role("button", name="Copy", exact=True).first
    assert "1" == button.evaluate("node => getComputedStyle(node).opacity")
    bottom = button.evaluate("node => node.getBoundingClientRect().bottom")
    text = "node => node.getBoundingClientRect().top + parseFloat(getComputedStyle(node).paddingTop)"
    assert bottom <= page.locator(".highlight:has(button) > pre").first.evaluate(text)
    page.close()


def test_the_address_of_a_version_opens_its_output(page: Page) -> None:
    """A link to one version shows what was printed there, without another click."""
    page.goto(f"pitfalls/{SLUG}/#python-3.9")
    assert page.locator("details", has=page.locator("[id='python-3.9']")).evaluate("block => block.open")


def test_headings_have_links_for_everyone(page: Page) -> None:
    """The link of a heading is visible without a mouse over it."""
    page.goto(f"pitfalls/{SLUG}/")
    for link in page.locator("article :is(h1, h2, h3) > a.headerlink").all():
        assert link.is_visible()


def test_a_moved_page_keeps_the_anchor(page: Page) -> None:
    """A link to a part of a page that has moved leads to that part of its successor."""
    moved = redirects.leading_to("/messages/")
    page.route("**/pitfalls/moved/", lambda route: route.fulfill(body=moved, content_type="text/html"))
    page.goto("pitfalls/moved/#event-loop-is-closed")
    page.wait_for_url("**/messages/#event-loop-is-closed")
