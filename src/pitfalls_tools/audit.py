"""Measures the built site with Lighthouse, on a desktop and on a phone: `make audit`."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from typing import Any
from urllib.parse import urlsplit

from asyncio_pitfalls.checkout import default_root
from pitfalls_tools import reports
from pitfalls_tools.server import serve

Report = dict[str, Any]
_ROOT = default_root()
_LIGHTHOUSE = _ROOT / "tests" / "audit" / "node_modules" / ".bin" / "lighthouse"
# One page of each kind.
PAGES = {
    "landing page": "",
    "a pitfall": "pitfalls/coroutine-never-awaited/",
    "finder": "find/",
    "message index": "messages/",
    "version table": "versions/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_HEAD = ("page", *CATEGORIES, *(f"{name}, phone" for name in CATEGORIES), "KB", "requests to others")
_FLAGS = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
# Lighthouse itself calls 90 points and more good.
_GOOD = 0.9
# A machine that does other things as well only ever lowers the points.
_TRIES = 3


def chromium() -> str:
    """Return the path of the browser."""
    found = os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("google-chrome")
    return found or sys.exit("there is no Chromium here; get it with: apt-get install chromium")


def lighthouse(url: str, *options: str) -> Report:
    """Return Lighthouse's report on one page."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [str(_LIGHTHOUSE), url, "--quiet", "--output=json", *options]
        command += [f"--only-categories={','.join(CATEGORIES)}"]
        command += [f"--chrome-flags={_FLAGS} --user-data-dir={profile}"]
        environ = os.environ | {"CHROME_PATH": chromium()}
        report: Report = json.loads(subprocess.check_output(command, env=environ))
    return report


def scores(report: Report) -> list[int]:
    """Return the points of each category."""
    return [round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES]


def shortcomings(report: Report) -> list[str]:
    """Return each audit that cost enough points to mention."""
    references = [it for category in report["categories"].values() for it in category["auditRefs"]]
    audits = [report["audits"][reference["id"]] for reference in references if reference["weight"]]
    low = [audit for audit in audits if audit["score"] is not None and audit["score"] < _GOOD]
    return [f"{audit['id']}: {audit.get('displayValue') or audit['title']}" for audit in low]


def requests(report: Report, address: str) -> tuple[int, list[str]]:
    """Return the bytes that a page loads from the site at `address`, and what it asks of other hosts."""
    items = report["audits"]["network-requests"]["details"]["items"]
    own = {"", urlsplit(address).netloc}
    others = [item["url"] for item in items if urlsplit(item["url"]).netloc not in own]
    return sum(int(item["transferSize"]) for item in items), others


def best(url: str, *options: str) -> Report:
    """Return the report with the most points of several."""
    return max((lighthouse(url, *options) for _ in range(_TRIES)), key=lambda report: sum(scores(report)))


def main() -> None:
    """Audit `_build/html`, print what is wrong, write `reports/audit.md`."""
    rows, wrong = [], []
    with serve(_ROOT / "_build" / "html") as address:
        for name, path in PAGES.items():
            desktop, phone = best(address + path, "--preset=desktop"), best(address + path)
            weight, others = requests(desktop, address)
            points = [str(number) for number in scores(desktop) + scores(phone)]
            rows.append([name, *points, f"{weight / 1000:.1f}", str(len(others))])
            wrong += [f"{name}: {it}" for it in shortcomings(desktop) + others]
            wrong += [f"{name}, phone: {it}" for it in shortcomings(phone)]
            print(" | ".join(rows[-1]), file=sys.stderr)
    versions = [
        f"Lighthouse {phone['lighthouseVersion']}",
        subprocess.check_output([chromium(), "--version"], text=True).partition(" built")[0].strip(),
    ]
    reports.write(
        _ROOT / "reports" / "audit.md",
        "# The site in a browser",
        reports.conditions("furo", others=versions),
        "Points of Lighthouse on a desktop and on a phone; kilobytes over the wire with all that is loaded.",
        reports.table(_HEAD, rows),
        "\n".join(f"- {line}" for line in wrong) or "Nothing is wrong.",
    )


if __name__ == "__main__":
    main()
