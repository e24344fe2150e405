"""Pages that run scripts, for tests."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from support import without

# Python has to start, on a machine that runs other tests too.
PATIENCE = 120_000


def demand(site: Path) -> None:
    """Without Python for browsers in a site, fail in CI, and skip by name elsewhere."""
    if not (site / "_static" / "playground" / "settings.json").exists():
        without("no Python for browsers: make src/pitfalls_site/playground/node_modules")


class Place:
    """What is below the listing of a run: buttons, and after a click editor and output."""

    def __init__(self, page: Page, run: str) -> None:
        self.box: Locator = page.locator(f".run-here[data-run={run}]")
        self.status = self.box.locator(".play-status")
        self.editor = self.box.get_by_role("textbox")
        self.figures = self.box.locator("figure")

    def click(self, label: str) -> None:
        """Click on a button."""
        self.box.get_by_role("button", name=label).click()

    def run(self, text: str | None = None) -> str:
        """Run the script, or another `text` in its place, and return what is said in the end."""
        if text is not None:
            self.click("Edit")
            self.editor.fill(text)
        self.click("Run")
        expect(self.box.get_by_role("button", name="Stop")).to_be_visible(timeout=PATIENCE)
        expect(self.box.get_by_role("button", name="Stop")).to_be_hidden(timeout=PATIENCE)
        return self.status.inner_text()
