"""What axe finds in a page: https://www.deque.com/axe/."""

from importlib import resources

from playwright.sync_api import Page

_AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def findings(page: Page, part: str = "html") -> list[str]:
    """Return what axe finds in a part of a page, all of it unfolded, each with the first element."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    page.evaluate(_AXE)
    found = page.evaluate("part => axe.run(part, {resultTypes: ['violations']})", part)["violations"]
    return [f"{it['id']} ({it['impact']}): {it['nodes'][0]['html'][:160]}" for it in found]
