"""Runs failures and fixes in Chromium, as their pages do, and writes down what they did: `make browser`."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from asyncio_pitfalls import browser
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.run.runner import Outcome
from pitfalls_tools.server import serve

_SETTINGS = "async (folder) => (await import(`${folder}run.js`)).settings()"
# The output is normalised as the page does it, so that what a reader is told is what is recorded.
_RUN = """async ([folder, program]) => {
    const [{ run, settings }, { normalised }] = await Promise.all([
        import(`${folder}run.js`), import(`${folder}result.js`)]);
    const found = await run(program);
    return { ...found, output: normalised(found.output, (await settings()).rules) };
}"""


class NotIncluded(Exception):
    """The site that was built cannot run scripts; the message says what to do."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield the system's Chromium, or the one that Playwright has."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        yield started
        started.close()


class Playground:
    """Python in a page of a site that was built; `python` is its version."""

    def __init__(self, page: Page, address: str) -> None:
        self._page = page
        self._folder = f"{address}_static/playground/"
        page.goto(address)
        self.python: str = page.evaluate(_SETTINGS, self._folder)["python"]

    def run(self, pitfall: Pitfall, run: Run) -> Outcome:
        """Run a script."""
        scripts = {path.name: path.read_text(encoding="utf-8") for path in pitfall.folder.glob("*.py")}
        program = {"script": run.script, "flags": list(run.flags), "scripts": scripts}
        found: dict[str, Any] = self._page.evaluate(_RUN, [self._folder, program])
        ended = f"{found['ended']} {found['detail']}".strip()
        return Outcome(found["exit"], found["output"], ended=ended)

    def try_out(self, catalogue: Catalogue, pitfall: Pitfall) -> browser.Trials:
        """Run what a browser may be able to run of a pitfall."""
        outcomes = {run.name: self.run(pitfall, run) for run in browser.candidates(pitfall)}
        return browser.tried(pitfall, catalogue.evidence(pitfall.slug), self.python, outcomes)


def record(catalogue: Catalogue, pitfalls: list[Pitfall], site: Path) -> Iterator[tuple[str, bool]]:
    """Try out `pitfalls`, write what they did, and yield each slug and whether its file changed."""
    if not (site / "_static" / "playground" / "settings.json").exists():
        raise NotIncluded(f"{site} cannot run scripts; get npm, then: make site")
    with serve(site) as address, chromium() as started:
        playground = Playground(started.new_page(), address)
        for pitfall in pitfalls:
            if browser.candidates(pitfall):
                trials = playground.try_out(catalogue, pitfall)
                yield pitfall.slug, browser.save(pitfall.folder, trials)
