"""Runs failures and fixes in Chromium, as their pages do, and writes down what they did: `make browser`."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Request, sync_playwright

from asyncio_pitfalls import browser
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.run import retry
from asyncio_pitfalls.run.runner import Outcome
from pitfalls_tools.server import serve

_PATIENCE = 120_000  # milliseconds
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
        """Run a script, again if the machine was overloaded."""
        return retry.undisturbed(pitfall, run, lambda: self._once(pitfall, run))

    def _once(self, pitfall: Pitfall, run: Run) -> Outcome:
        scripts = {path.name: path.read_text(encoding="utf-8") for path in pitfall.folder.glob("*.py")}
        program = {"script": run.script, "flags": list(run.flags), "scripts": scripts}
        found: dict[str, Any] = self._page.evaluate(_RUN, [self._folder, program])
        ended = f"{found['ended']} {found['detail']}".strip()
        return Outcome(found["exit"], found["output"], ended=ended)

    def try_out(self, catalogue: Catalogue, pitfall: Pitfall) -> browser.Trials:
        """Run what a browser may be able to run of a pitfall."""
        outcomes = {run.name: self.run(pitfall, run) for run in browser.candidates(pitfall)}
        return browser.tried(pitfall, catalogue.evidence(pitfall.slug), self.python, outcomes)


def demand(site: Path) -> None:
    """Raise `NotIncluded` for a site that was built without Python for browsers."""
    if not (site / "_static" / "playground" / "settings.json").exists():
        raise NotIncluded(f"{site} cannot run scripts; get npm, then: make site")


def record(catalogue: Catalogue, pitfalls: list[Pitfall], site: Path) -> Iterator[tuple[str, bool]]:
    """Try out `pitfalls`, write what they did, and yield each slug and whether its file changed."""
    demand(site)
    with serve(site) as address, chromium() as started:
        playground = Playground(started.new_page(), address)
        for pitfall in pitfalls:
            if browser.candidates(pitfall):
                trials = playground.try_out(catalogue, pitfall)
                yield pitfall.slug, browser.save(pitfall.folder, trials)


@dataclass(frozen=True)
class Waiting:
    """What a reader waits for: seconds of the first run and of the next, and the bytes that a click loads."""

    first: float
    following: float
    loaded: int


def waiting(site: Path, slug: str) -> Waiting:
    """Run the failure of a pitfall twice by its button, with nothing in the browser's cache at first."""
    with serve(site) as address, chromium() as started:
        page = started.new_page()
        page.goto(f"{address}pitfalls/{slug}/", wait_until="networkidle")
        requests: list[Request] = []
        page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108 - Playwright marks it
        first, following = _timed(page), _timed(page)
        loaded = sum(request.sizes()["responseBodySize"] for request in requests)
    return Waiting(first, following, loaded)


def _timed(page: Page) -> float:
    """Return how many seconds it takes from a click on Run to the end of the program."""
    box = page.locator(".run-here").first
    stop = box.get_by_role("button", name="Stop")
    begun = time.monotonic()
    box.get_by_role("button", name="Run").click()
    stop.wait_for(state="visible", timeout=_PATIENCE)
    stop.wait_for(state="hidden", timeout=_PATIENCE)
    return time.monotonic() - begun
