"""How long builds and tests take, beside stock MyST-NB on the same pages in the same run: `make bench`."""

import argparse
import os
import shlex
import shutil
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from asyncio_pitfalls.measure import generate, reports
from asyncio_pitfalls.measure.processes import CommandFailed, Cost, measured

from asyncio_pitfalls import catalogue

_BUILD = shlex.split("-m sphinx -b dirhtml -c . -j auto --keep-going -q -d _build/doctrees docs _build/html")
_MATRIX = shlex.split("-m pytest -n auto -q tests/test_matrix.py")
# The clock of a machine that does other things as well is only ever too slow.
_TRIES = 3


@dataclass(frozen=True)
class Builds:
    """What the builds of one project cost."""

    cold: Cost
    unchanged: Cost
    changed: Cost


def run(root: Path, *arguments: str) -> Cost:
    """Run Python in a project of its own, with the package that is in it."""
    environ = os.environ | {"PYTHONPATH": str(root / "src")}
    return measured([sys.executable, *arguments], root, environ)


def cold(root: Path) -> Cost:
    """Build a project from nothing; an ordinary kernel may fail to answer, so there are more tries."""
    for _ in range(_TRIES - 1):
        with suppress(CommandFailed):
            return run(root, *_BUILD)
        shutil.rmtree(root / "_build", ignore_errors=True)
    return run(root, *_BUILD)


def builds(root: Path, slug: str, *, touch: bool = False) -> Builds:
    """Build a project cold, again, and after a change of one script.

    Stock MyST-NB does not notice the change of a loaded file: `touch` changes the page as well.
    """
    first = cold(root)
    unchanged = min((run(root, *_BUILD) for _ in range(_TRIES)), key=lambda cost: cost.clock)
    changes = []
    for _ in range(_TRIES):
        generate.change(root / "snippets" / slug / "fix.py", "changed")
        if touch:
            with (root / "docs" / "pitfalls" / f"{slug}.md").open("a", encoding="utf-8") as page:
                page.write("\n")
        changes.append(run(root, *_BUILD))
    return Builds(first, unchanged, min(changes, key=lambda cost: cost.clock))


def rows(size: int, ours: Builds, stock: Builds | None, faithful: Cost | None) -> list[list[str]]:
    """Return a line for each kind of build of a site of `size` pitfalls."""
    kinds = {"cold": "cold", "unchanged": "nothing changed", "changed": "one snippet changed"}
    rivals = {kind: [getattr(stock, kind)] if stock else [] for kind in kinds}
    rivals["cold"] += [faithful] if faithful else []
    return [
        [f"{size:,}", words, *comparison(getattr(ours, kind), rivals[kind])] for kind, words in kinds.items()
    ]


def comparison(ours: Cost, rivals: list[Cost]) -> list[str]:
    """Return our cost, then for each of two rivals how many times as long it took, and how much processor."""
    ratios = [f"{rival.clock / ours.clock:.1f} ({rival.processor / ours.processor:.1f})" for rival in rivals]
    return [f"{ours.clock:.1f}", f"{ours.memory:.0f}", *ratios, *[""] * (2 - len(ratios))]


def growth(small: int, few: Builds, large: int, many: Builds) -> str:
    """Return a sentence on each kind of build: how much more a page costs in a larger site."""
    times = large / small
    return (
        f"From {small:,} to {large:,} pitfalls, {times:.1f} times as many, a cold build takes "
        f"{many.cold.clock / few.cold.clock:.1f} times the seconds and "
        f"{many.cold.processor / few.cold.processor:.1f} times the processor, a build with nothing changed "
        f"{many.unchanged.clock / few.unchanged.clock:.1f} times, with one snippet changed "
        f"{many.changed.clock / few.changed.clock:.1f} times."
    )


def typical() -> str:
    """Return a pitfall with as many scripts as most: half of the plain ones have more, half fewer."""
    plain = sorted(generate.plain(), key=lambda slug: len(list(catalogue.folder(slug).glob("*.py"))))
    return plain[len(plain) // 2]


def site(
    scratch: Path, size: int, *, with_stock: bool, with_matrix: bool
) -> tuple[Builds, list[list[str]]]:  # pragma: no cover - takes half an hour
    """Measure a site of `size` pitfalls and return its builds and the lines of the table."""
    ours, edited = scratch / f"{size}", typical()
    generate.generate(ours, size)
    stock, faithful = None, None
    if with_stock:
        generate.stock(ours, scratch / f"{size}-stock")
        generate.stock(ours, scratch / f"{size}-faithful", faithful=True)
        stock = builds(scratch / f"{size}-stock", edited, touch=True)
        faithful = cold(scratch / f"{size}-faithful")
    result = builds(ours, edited)
    lines = rows(size, result, stock, faithful)
    if with_matrix:
        lines.append([f"{size:,}", "matrix of tests", *comparison(run(ours, *_MATRIX), [])])
    for line in lines:
        print(" | ".join(line), file=sys.stderr, flush=True)
    return result, lines


def main() -> None:  # pragma: no cover - takes half an hour
    """Measure, print and write `reports/bench.md`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100, help="pitfalls of the generated site")
    parser.add_argument("--large", type=int, default=0, help="pitfalls of one more, without rival")
    parser.add_argument("--no-matrix", action="store_true", help="leave out the matrix of tests")
    options = parser.parse_args()
    matrix = not options.no_matrix
    with tempfile.TemporaryDirectory(prefix="asyncio-pitfalls-") as folder:
        scratch = Path(folder)
        _, lines = site(scratch, len(catalogue.slugs()), with_stock=True, with_matrix=matrix)
        few, more = site(scratch, options.size, with_stock=True, with_matrix=matrix)
        lines += more
        sentences = []
        if options.large:
            many, more = site(scratch, options.large, with_stock=False, with_matrix=False)
            lines += more
            sentences = [growth(options.size, few, options.large, many)]
    head = ["pitfalls", "what", "seconds", "MB", "stock / ours", "stock with our output / ours"]
    reports.write(
        "bench",
        "# Builds and tests",
        reports.conditions("sphinx", "myst-nb", "ipykernel", "furo"),
        "The larger sites have the real pitfalls and copies of those that need no packages.\n"
        "Stock is MyST-NB with its ordinary kernel on the same pages, built in the same run.\n"
        "Its cells are our scripts, of which most print something else there; "
        "with our output it runs each by a command.\n"
        "Compare the ratios, of seconds and (in brackets) of processor time: "
        "seconds depend on what else the machine does.",
        reports.table(head, lines),
        *sentences,
    )


if __name__ == "__main__":
    main()
