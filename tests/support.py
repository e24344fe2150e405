"""What tests of all rooms use: the catalogue, its interpreters, and projects that are made for a test."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

import pytest

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.checkout import default_root
from asyncio_pitfalls.run import matrix
from asyncio_pitfalls.run.interpreters import HERE, Interpreter, Interpreters, MissingInterpreter
from pitfalls_tools import new, record

ROOT = default_root()
CATALOGUE = Catalogue(ROOT)
SLUGS = CATALOGUE.slugs()
INTERPRETERS = Interpreters(CATALOGUE.versions)
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
# The one pitfall of a project made for a test.
SLUG = "price-never-awaited"
_INDEX = "# Sandbox\n\n```{pitfalls-by-area}\n```\n\n```{toctree}\n:hidden:\n:glob:\npitfalls/*\n```\n"


def interpreter_or_report(minor: str) -> Interpreter:
    """Return the interpreter `minor`; without it, fail in CI and skip by name elsewhere."""
    try:
        return INTERPRETERS.find(minor)
    except MissingInterpreter as error:
        without(str(error))


def without(what: str) -> NoReturn:
    """Fail in CI, and skip elsewhere, saying what is missing and how to get it."""
    if IN_CI:
        pytest.fail(what)
    pytest.skip(what)


def create_project(root: Path, *slugs: str) -> Catalogue:
    """Write a project with these pitfalls, as they come from the scaffold, into the folder `root`."""
    (root / "snippets").mkdir(parents=True, exist_ok=True)
    (root / "docs" / "pitfalls").mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", root)
    for slug in slugs:
        new.create(Catalogue(root), slug)
    return Catalogue(root)


def record_here(root: Path) -> None:
    """Record the evidence of a project on this interpreter alone."""
    catalogue = Catalogue(root)
    record.record(catalogue, matrix.jobs(catalogue.pitfalls(), [HERE]), lambda *_: None)


def build_command(root: Path, *options: str) -> list[str]:
    """Return the command that builds the site of a project into its `out/html`, as `make site` does."""
    index = root / "docs" / "index.md"
    if not index.exists():
        index.write_text(_INDEX, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-b", "dirhtml", "-c", str(ROOT), "-j", "2"]
    command += ["-W", "--keep-going", "-q", *options, "-d", str(root / "out" / "doctrees")]
    return [*command, str(root / "docs"), str(root / "out" / "html")]


def build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build the site of a project, warnings being errors."""
    command = build_command(root, *options)
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def add_pages(root: Path, count: int = 6) -> None:
    """Add pages to a project, without which it is so small that Sphinx reads it in one process."""
    for number in range(count):
        page = root / "docs" / f"page-{number}.md"
        page.write_text("---\norphan: true\n---\n\n# Page\n", encoding="utf-8")


def wait_for(path: Path) -> None:
    """Return when another process has written `path`."""
    end = time.monotonic() + 600
    while not path.exists():
        assert time.monotonic() < end, f"{path} was not written"
        time.sleep(0.05)
