"""How long builds and tests take, beside stock MyST-NB on the same pages in the same run: `make bench`."""

import argparse
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from asyncio_pitfalls import browser
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.checkout import default_root
from pitfalls_tools import generate, reports, trials
from pitfalls_tools.processes import CommandFailed, Cost, measured

_BUILD = shlex.split("-m sphinx -b dirhtml -c . -j auto --keep-going -q -d _build/doctrees docs _build/html")
_MATRIX = shlex.split("-m pytest -n auto -q tests/matrix/test_matrix.py")
_HEAD = ("pitfalls", "what", "seconds", "MB", "stock / ours", "stock with our output / ours")
_METHOD = """\
A larger site has the real pitfalls and copies of those that need no packages.
Stock is MyST-NB with its ordinary kernel on the same pages, built in the same run.
Its cells are our scripts, of which most print something else there.
With our output, it shows each script and runs it by a command.
MB are those of the largest process.
Compare the ratios, of seconds and (in brackets) of processor time, since seconds depend on the machine."""
# A machine that does other things as well only ever makes a build slower.
_TRIES = 3


# The cost of each kind of build: cold, nothing changed, one page changed.
Builds = dict[str, Cost]


def run(root: Path, arguments: Sequence[str]) -> Cost:
    """Run Python in a project with the packages that are in it."""
    environ = os.environ | {"PYTHONPATH": str(root / "src")}
    return measured([sys.executable, *arguments], root, environ)


def cold(root: Path) -> Cost:
    """Build a project from nothing; an ordinary kernel may fail to answer, so there are more tries."""
    for _ in range(_TRIES - 1):
        with suppress(CommandFailed):
            return run(root, _BUILD)
        shutil.rmtree(root / "_build", ignore_errors=True)
    return run(root, _BUILD)


def builds(root: Path, slug: str) -> Builds:
    """Build a project cold, again, and after a change of the page of `slug`; the best of several tries."""
    first = cold(root)
    again = [run(root, _BUILD) for _ in range(_TRIES)]
    changed = []
    for _ in range(_TRIES):
        with (root / "docs" / "pitfalls" / f"{slug}.md").open("a", encoding="utf-8") as page:
            page.write("\n")
        changed.append(run(root, _BUILD))
    least = partial(min, key=lambda cost: cost.clock)
    return {"cold": first, "nothing changed": least(again), "one page changed": least(changed)}


def rows(size: int, ours: Builds, *rivals: Builds) -> list[list[str]]:
    """Return a line for each kind: our cost, then how many times the seconds (and processor) rivals took."""
    lines = []
    for what, cost in ours.items():
        others = [rival[what] for rival in rivals if what in rival]
        ratios = [f"{it.clock / cost.clock:.1f} ({it.processor / cost.processor:.1f})" for it in others]
        line = [f"{size:,}", what, f"{cost.clock:.1f}", f"{cost.memory:.0f}", *ratios]
        lines.append(line + [""] * (len(_HEAD) - len(line)))
    return lines


def growth(small: int, few: Builds, large: int, many: Builds) -> str:
    """Return a sentence: how much more each kind of build takes in a larger site."""
    ratios = [
        f"{what} {many[what].clock / few[what].clock:.1f} ({many[what].processor / few[what].processor:.1f})"
        for what in many
    ]
    return (
        f"From {small:,} to {large:,} pitfalls, {large / small:.1f} times as many, "
        f"a build takes so many times the seconds (and processor): {', '.join(ratios)}."
    )


def typical(catalogue: Catalogue) -> str:
    """Return a pitfall with as many scripts as most: half of the plain ones have more, half fewer."""
    plain = sorted(generate.plain(catalogue), key=lambda slug: len(catalogue.pitfall(slug).runs))
    return plain[len(plain) // 2]


def in_browser(catalogue: Catalogue, site: Path) -> str:
    """Return a sentence: how long a reader waits who runs a script on its page."""
    slug = next(
        it.slug
        for it in catalogue.pitfalls()
        if (tried := browser.load(it.folder)) and "failure" in tried.same
    )
    found = trials.waiting(site, slug)
    return (
        f"In Chromium, the first run of `{slug}` on its page takes {found.first:.1f} s and the next "
        f"{found.following:.1f} s; the first click loads {found.loaded / 1e6:.1f} MB, compressed."
    )


def main() -> None:  # pragma: no cover - takes half an hour
    """Measure, print and write `reports/bench.md`."""
    catalogue = Catalogue(default_root())
    real = len(catalogue.slugs())
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=max(100, real), help="pitfalls of the site beside rivals")
    parser.add_argument("--large", type=int, default=0, help="pitfalls of one more site, without rivals")
    parser.add_argument("--no-matrix", action="store_true", help="do not time the tests of the scripts")
    options = parser.parse_args()
    trials.demand(catalogue.root / "_build" / "html")
    edited = typical(catalogue)
    with tempfile.TemporaryDirectory(prefix="asyncio-pitfalls-") as folder:
        ours, stock, faithful, larger = (
            Path(folder) / name for name in ("ours", "stock", "faithful", "larger")
        )
        generate.generate(catalogue, ours, options.size)
        generate.stock(ours, stock)
        generate.stock(ours, faithful, faithful=True)
        few = builds(ours, edited)
        lines = rows(options.size, few, builds(stock, edited), {"cold": cold(faithful)})
        if not options.no_matrix:
            lines += rows(options.size, {"matrix of tests": run(ours, _MATRIX)})
        sentences = []
        if options.large:
            generate.generate(catalogue, larger, options.large)
            many = builds(larger, edited)
            lines += rows(options.large, many)
            sentences = [growth(options.size, few, options.large, many)]
    sentences.append(in_browser(catalogue, catalogue.root / "_build" / "html"))
    conditions = reports.conditions("sphinx", "myst-nb", "ipykernel", "furo")
    table = reports.table(_HEAD, lines)
    reports.write(
        catalogue.root / "reports" / "bench.md", "# Builds and tests", conditions, _METHOD, table, *sentences
    )


if __name__ == "__main__":
    main()
