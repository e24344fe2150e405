"""What a browser did is recorded beside the evidence, and decides which runs have a button."""

import re
from pathlib import Path

import msgspec
import pytest

from asyncio_pitfalls import browser
from asyncio_pitfalls.browser import Trial, Trials
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.evidence import EvidenceError, Observation
from asyncio_pitfalls.run import normalise
from asyncio_pitfalls.run.runner import Outcome
from support import SLUG

SEEN = {
    "failure": (Observation(seen=("3.14.8",), exit=1, output=("TypeError: no",)),),
    "fix": (
        Observation(seen=("3.13.1",), exit=0, output=("done",)),
        Observation(seen=("3.14.8",), exit=0, output=("ready",)),
    ),
}


def test_what_is_saved_is_loaded(sandbox: Path) -> None:
    """The second time nothing changes."""
    folder = sandbox / "snippets" / SLUG
    assert browser.load(folder) is None
    trials = Trials(python="3.14.2", same=("fix",), differs={"failure": Trial(exit=None, output=("ü",))})
    assert [True, False] == [browser.save(folder, trials) for _ in range(2)]
    assert trials == browser.load(folder)
    assert browser.save(folder, Trials(python="3.15.0", same=("fix",), differs=trials.differs))
    assert browser.save(folder, Trials(python="3.15.0", same=("failure", "fix")))


def test_a_broken_file_is_named(sandbox: Path) -> None:
    """With the command that records it again."""
    folder = sandbox / "snippets" / SLUG
    (folder / browser.FILE).write_text('{"python": 3}', encoding="utf-8")
    with pytest.raises(EvidenceError, match=rf"browser\.json.*make browser SLUG={SLUG}"):
        browser.load(folder)
    assert browser.save(folder, Trials(python="3.14.2"))
    assert Trials(python="3.14.2") == browser.load(folder)


def test_output_and_status_of_the_same_minor_version_count(sandbox: Path) -> None:
    """What another version of CPython did is no evidence of this one."""
    pitfall = Catalogue(sandbox).pitfall(SLUG)
    outcomes = {"failure": Outcome(1, "TypeError: no\n"), "fix": Outcome(0, "done\n", ended="time")}
    trials = browser.tried(pitfall, SEEN, "3.14.2", outcomes)
    assert ("failure",) == trials.same
    assert {"fix": Trial(exit=0, output=("done",), ended="time")} == trials.differs
    assert not browser.is_same(SEEN, pitfall.runs["failure"], "3.14.2", Outcome(0, "TypeError: no\n"))
    assert not browser.is_same({}, pitfall.runs["failure"], "3.14.2", Outcome(1, "TypeError: no\n"))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("RuntimeError: can't start new thread", "threads"),
        ("OSError: [Errno 138] emscripten does not support processes.", "processes"),
        ("OSError: [Errno 138] Not supported", "sockets"),
        ("ModuleNotFoundError: No module named 'numpy'", "packages"),
        ("something else", "prints something else"),
    ],
)
def test_a_run_without_a_button_has_a_reason(sandbox: Path, line: str, reason: str) -> None:
    """What it printed says which."""
    run = Catalogue(sandbox).pitfall(SLUG).runs["fix"]
    differs = Trials(python="3.14.2", differs={"fix": Trial(exit=1, output=("Traceback", line))})
    assert reason in browser.why_not(run, differs)


def test_packages_are_never_tried(sandbox: Path) -> None:
    """What was not tried yet says so, and what did the same needs no reason."""
    pitfall = Catalogue(sandbox).pitfall(SLUG)
    run = pitfall.runs["failure"]
    assert browser.UNTRIED == browser.why_not(run, None)
    assert browser.UNTRIED == browser.why_not(run, Trials(python="3.14.2", same=("fix",)))
    assert "" == browser.why_not(run, Trials(python="3.14.2", same=("failure",)))
    packed = msgspec.structs.replace(run, packages=("pytest==9",))
    assert browser.PACKAGES == browser.why_not(packed, Trials(python="3.14.2", same=("failure",)))
    pitfall.runs["failure"] = packed
    assert ["fix"] == [run.name for run in browser.candidates(pitfall)]


def test_the_rules_are_those_of_all_evidence() -> None:
    """In JavaScript's spelling; there is nothing in them that JavaScript does not know."""
    rules = browser.javascript_rules()
    assert len(browser.RULES) + len(normalise.RULES) == len(rules)
    assert (r"/lib/python3(\d+)\.zip/", "/lib/python3.$1/") == rules[0]
    assert [] == [pattern for pattern, _ in rules if re.search(r"\\[AZz]|\(\?[P#a-zA-Z(>]|[+*?}]\+", pattern)]
    assert [] == [replacement for _, replacement in rules if "\\" in replacement]
