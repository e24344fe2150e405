"""Every page can be used with assistive technology, as far as axe can find out: https://www.deque.com/axe/."""

from typing import Any, Literal

import pytest
from playwright.sync_api import Browser

from axe import findings
from support import CATALOGUE, SLUGS

_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_SIZES: dict[str, Any] = {
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
}
# One of each kind: what is no page of a pitfall, one that is, what has been searched, a wrong address.
_NAMES = sorted({path.stem for path in CATALOGUE.docs.glob("*.md")} - {"index", "404"})
PATHS = ["", *(f"{name}/" for name in _NAMES), f"pitfalls/{SLUGS[0]}/", "search/?q=loop", "no/such/page"]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_each_kind(browser: Browser, address: str, path: str) -> None:
    """Nothing of any level, in light on a phone and in dark on a desktop: sizes change no colour."""
    found = []
    for scheme, (size, options) in zip(_SCHEMES, _SIZES.items(), strict=True):
        page = browser.new_page(color_scheme=scheme, **options)
        page.goto(address + path, wait_until="networkidle")
        found += [f"{scheme}, {size}: {finding}" for finding in findings(page)]
        page.close()
    assert [] == found


@pytest.mark.parametrize("slug", SLUGS)
def test_every_pitfall(browser: Browser, address: str, slug: str) -> None:
    """Nothing of any level on a phone, on which most of a page has to scroll."""
    page = browser.new_page(**_SIZES["phone"])
    page.goto(f"{address}pitfalls/{slug}/")
    found = findings(page)
    page.close()
    assert [] == found


def test_a_fault_is_found(browser: Browser) -> None:
    """Also in a part that was folded."""
    page = browser.new_page()
    page.set_content(
        "<html lang='en'><title>A</title><main><h1>A</h1><details><img src='data:,'></details></main>"
    )
    found = findings(page)
    page.close()
    assert ["image-alt"] == [finding.partition(" ")[0] for finding in found]
