"""Measures the built site with Lighthouse, on a desktop and on a phone: `make audit`."""

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.checkout import default_root
from pitfalls_tools import generate, reports
from pitfalls_tools.processes import measured
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
# Of a generated site; its pages show their evidence.
_BUILD = "-m sphinx -b dirhtml -c . -j auto -q -D nb_execution_mode=off -D suppress_warnings=myst-nb.lexer"
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


def audited(site: Path, pages: dict[str, str]) -> tuple[list[list[str]], list[str]]:
    """Return a row for each page of the site in a folder, and what is wrong."""
    rows, wrong = [], []
    with serve(site) as address:
        for name, path in pages.items():
            desktop, phone = best(address + path, "--preset=desktop"), best(address + path)
            weight, others = requests(desktop, address)
            points = [str(number) for number in scores(desktop) + scores(phone)]
            rows.append([name, *points, f"{weight / 1000:.1f}", str(len(others))])
            wrong += [f"{name}: {it}" for it in shortcomings(desktop) + others]
            wrong += [f"{name}, phone: {it}" for it in shortcomings(phone)]
            print(" | ".join(rows[-1]), file=sys.stderr)
    return rows, wrong


def generated(folder: Path, size: int) -> Path:
    """Build a site of `size` pitfalls with different messages, without running them; return where it is."""
    root = folder / "project"
    generate.generate(Catalogue(_ROOT), root, size, distinct=True)
    command = [sys.executable, *shlex.split(_BUILD), str(root / "docs"), str(folder / "site")]
    measured(command, root, os.environ | {"PYTHONPATH": str(root / "src")})
    return folder / "site"


def main() -> None:
    """Audit `_build/html`, print what is wrong, write `reports/audit.md`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--size", type=int, default=300, help="pitfalls of the generated site that is audited too"
    )
    parser.add_argument("--all", action="store_true", help="audit every pitfall, which takes an hour")
    options = parser.parse_args()
    every = {slug: f"pitfalls/{slug}/" for slug in Catalogue(_ROOT).slugs()} if options.all else {}
    rows, wrong = audited(_ROOT / "_build" / "html", PAGES | every)
    with tempfile.TemporaryDirectory(prefix="asyncio-pitfalls-") as folder:
        larger, wrong_there = audited(generated(Path(folder), options.size), PAGES)
    rows += [[f"{name}, of {options.size}", *cells] for name, *cells in larger]
    wrong += [f"{options.size} pitfalls, {it}" for it in wrong_there]
    versions = [
        f"Lighthouse {subprocess.check_output([_LIGHTHOUSE, '--version'], text=True).strip()}",
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
