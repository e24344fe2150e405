"""`make record` also records what happened, for a page that shows it."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.run.interpreters import Interpreters
from asyncio_pitfalls.trace import recorded
from pitfalls_tools import record
from support import SLUG, interpreter_or_report
from terminal import invoke, said

FILE = f"snippets/{SLUG}/{recorded.FILE}"


@pytest.fixture
def project(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose page shows what happened; the matrix is the interpreter that pictures are made on."""
    here = interpreter_or_report(recorded.PYTHON)
    monkeypatch.setattr(Interpreters, "available", {here.minor: here})
    page = sandbox / "docs" / "pitfalls" / f"{SLUG}.md"
    directive = f"\n```{{{recorded.DIRECTIVE}}}\n```\n"
    page.write_text(page.read_text(encoding="utf-8") + directive, encoding="utf-8")
    return sandbox


def test_it_writes_what_happened(project: Path) -> None:
    """Recording again changes nothing."""
    assert f"changed: {FILE}" in said(invoke(project, "record"))
    assert "main()" in (project / FILE).read_text(encoding="utf-8")
    assert "changed:" not in said(invoke(project, "record", SLUG))


def test_a_page_without_it_gets_none(project: Path) -> None:
    """Nobody would see it."""
    page = project / "docs" / "pitfalls" / f"{SLUG}.md"
    page.write_text(page.read_text(encoding="utf-8").replace(recorded.DIRECTIVE, "note"), encoding="utf-8")
    invoke(project, "record")
    assert not (project / FILE).exists()


def test_runs_that_differ_are_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of events, or in what they print under the tracer."""
    invoke(project, "record")
    catalogue = Catalogue(project)
    pitfall, here = catalogue.pitfall(SLUG), interpreter_or_report(recorded.PYTHON)
    fresh, outcomes = recorded.record(pitfall, here)
    other = msgspec.structs.replace(fresh, fix=fresh.failure)
    noisy = {name: replace(outcome, output=f"{outcome.output}more\n") for name, outcome in outcomes.items()}
    results = iter([(fresh, noisy), (other, outcomes)])
    monkeypatch.setattr(recorded, "record", lambda *_: next(results))
    changed, wrong = record.trace(catalogue, pitfall, here)
    assert not changed
    assert f"{FILE}: two runs differ in the order of events" == wrong[-1]
    assert wrong[0].startswith(f"{SLUG} failure, traced: ")
