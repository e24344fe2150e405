"""The tool behind `make bench` measures what it says."""

import os
import sys
from pathlib import Path

import pytest

from asyncio_pitfalls.catalogue import Catalogue
from pitfalls_tools import bench
from pitfalls_tools.processes import CommandFailed, Cost, measured
from support import SLUG, create_project

COST = Cost(clock=2.0, processor=3.0, memory=50.0)
RIVAL = Cost(clock=8.0, processor=9.0, memory=70.0)
KINDS = ("cold", "nothing changed", "one page changed")


def test_the_page_that_is_edited_is_neither_large_nor_small(sandbox: Path) -> None:
    """Otherwise one page changed would be a figure of the first page in the alphabet."""
    for slug, more in {"order-lost": 1, "task-lost": 2}.items():
        create_project(sandbox, slug)
        for number in range(more):
            (sandbox / "snippets" / slug / f"fix_{number}.py").write_text("", encoding="utf-8")
    assert "order-lost" == bench.typical(Catalogue(sandbox))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not count what children take")
def test_a_command_is_measured_with_its_children(tmp_path: Path) -> None:
    """Time, processor time and memory of a child's child count."""
    work = "import time; kept = bytearray(100_000_000); time.sleep(0.6); sum(range(10**7))"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}], check=True)"
    cost = measured([sys.executable, "-c", parent], tmp_path, dict(os.environ))
    assert 0.6 < cost.clock
    assert 0.1 < cost.processor
    assert 90 < cost.memory


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not count what children take")
def test_a_command_that_fails_is_not_measured(tmp_path: Path) -> None:
    """The message has what it printed."""
    with pytest.raises(CommandFailed, match="no such thing"):
        measured([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path, dict(os.environ))


def test_a_cold_build_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From nothing, and not forever."""
    left = [CommandFailed("no answer"), COST]
    (tmp_path / "_build").mkdir()

    def build(*_: object) -> Cost:
        outcome = left.pop(0)
        if isinstance(outcome, CommandFailed):
            raise outcome
        assert not (tmp_path / "_build").exists()
        return outcome

    monkeypatch.setattr(bench, "run", build)
    assert COST == bench.cold(tmp_path)
    left += [CommandFailed("no answer")] * 3
    with pytest.raises(CommandFailed, match="no answer"):
        bench.cold(tmp_path)


def test_the_table_has_ratios() -> None:
    """Seconds depend on the machine; how much longer the rival takes does not."""
    ours, stock = dict.fromkeys(KINDS, COST), dict.fromkeys(KINDS, RIVAL)
    cold, unchanged, _ = bench.rows(100, ours, stock, {"cold": COST})
    assert ["100", "cold", "2.0", "50", "4.0 (3.0)", "1.0 (1.0)"] == cold
    assert ["100", "nothing changed", "2.0", "50", "4.0 (3.0)", ""] == unchanged
    assert ["1,000", "cold", "2.0", "50", "", ""] == bench.rows(1000, ours)[0]


def test_growth_is_said_of_each_kind_of_build() -> None:
    """How many times as many pages there are, and how many times as long each kind takes."""
    few, many = dict.fromkeys(KINDS, COST), dict.fromkeys(KINDS, RIVAL)
    sentence = bench.growth(100, few, 1000, many)
    assert "From 100 to 1,000 pitfalls, 10.0 times as many" in sentence
    assert [] == [kind for kind in KINDS if f"{kind} 4.0 (3.0)" not in sentence]


def test_all_builds_of_a_small_project_are_timed(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cold, with nothing changed and after a change of the page; of several builds the fastest counts."""
    page = sandbox / "docs" / "pitfalls" / f"{SLUG}.md"
    before = page.read_text(encoding="utf-8")
    clocks = [9.0, 3.0, 1.0, 2.0, 6.0, 5.0, 4.0]
    changes = []

    def run(root: Path, arguments: list[str]) -> Cost:
        assert "sphinx" == arguments[1]
        changes.append(len(page.read_text(encoding="utf-8")) - len(before))
        return Cost(clocks[len(changes) - 1], 1.0, 1.0)

    monkeypatch.setattr(bench, "run", run)
    found = bench.builds(sandbox, SLUG)
    assert dict(zip(KINDS, (9.0, 1.0, 4.0), strict=True)) == {
        kind: cost.clock for kind, cost in found.items()
    }
    assert [0, 0, 0, 0, 1, 2, 3] == changes


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not count what children take")
def test_a_project_is_measured_with_the_package_that_is_in_it(tmp_path: Path) -> None:
    """Not with the one that measures."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "asyncio_pitfalls.py").write_text("", encoding="utf-8")
    look = "import asyncio_pitfalls, pathlib; pathlib.Path('seen').write_text(asyncio_pitfalls.__file__)"
    assert 0 < bench.run(tmp_path, ["-c", look]).clock
    assert str(tmp_path) in (tmp_path / "seen").read_text(encoding="utf-8")
