"""Fixtures and helpers that all tests share."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from asyncio_pitfalls import catalogue, cells, interpreters, project, scaffold
from asyncio_pitfalls.interpreters import Interpreter, MissingInterpreter

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}


def interpreter_or_report(minor: str) -> Interpreter:
    """Return the interpreter `minor`; without it, fail in CI and skip by name elsewhere."""
    try:
        return interpreters.find(minor)
    except MissingInterpreter as error:
        if IN_CI:
            pytest.fail(str(error))
        pytest.skip(str(error))


def forget() -> None:
    """Empty the caches that hold what was read from the project's folders."""
    for function in (catalogue.pitfall, catalogue.title, catalogue.summary, cells.read):
        function.cache_clear()


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project of its own with one pitfall, `price-never-awaited`, fresh from the scaffold."""
    (tmp_path / "snippets").mkdir()
    (tmp_path / "docs" / "pitfalls").mkdir(parents=True)
    shutil.copy(project.ROOT / "pyproject.toml", tmp_path)
    monkeypatch.setattr(project, "ROOT", tmp_path)
    monkeypatch.setattr(project, "SNIPPETS", tmp_path / "snippets")
    monkeypatch.setattr(project, "PAGES", tmp_path / "docs" / "pitfalls")
    forget()
    scaffold.create("price-never-awaited")
    yield tmp_path
    forget()
