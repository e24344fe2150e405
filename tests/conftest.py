"""Fixtures and helpers that all tests share."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from asyncio_pitfalls import catalogue, cells, interpreters, project, scaffold
from asyncio_pitfalls.finder import signatures
from asyncio_pitfalls.finder.signatures import Table
from asyncio_pitfalls.interpreters import Interpreter, MissingInterpreter

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two workers for each core: most tests wait for a script, and most scripts wait as well."""
    return 2 * (os.cpu_count() or 1)


def pytest_sessionstart() -> None:
    """Forget what was computed before: mutation testing forks from a process that ran the tests already."""
    modules = [module for name, module in sys.modules.items() if name.startswith("asyncio_pitfalls")]
    for value in [value for module in modules for value in vars(module).values()]:
        if callable(getattr(value, "cache_clear", None)):
            value.cache_clear()


def interpreter_or_report(minor: str) -> Interpreter:
    """Return the interpreter `minor`; without it, fail in CI and skip by name elsewhere."""
    try:
        return interpreters.find(minor)
    except MissingInterpreter as error:
        without(str(error))


def without(what: str) -> NoReturn:
    """Fail in CI, and skip elsewhere, saying what is missing and how to get it."""
    if IN_CI:
        pytest.fail(what)
    pytest.skip(what)


def forget() -> None:
    """Empty the caches that hold what was read from the project's folders."""
    for function in (catalogue.pitfall, catalogue.title, catalogue.summary, cells.read, cells.pages):
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


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the whole site, built once for all workers; its cells are not executed."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    done = folder / "site-done"
    try:
        (folder / "site").mkdir()
    except FileExistsError:
        wait_for(done)
    else:
        result = build_site(folder / "site")
        (folder / "site-done.part").write_text(result, encoding="utf-8")
        (folder / "site-done.part").rename(done)
    problems = done.read_text(encoding="utf-8")
    assert not problems, problems
    return folder / "site"


def build_site(target: Path) -> str:
    """Build the site into `target` and return the warnings."""
    options = ["-b", "dirhtml", "-q", "--keep-going", "-D", "nb_execution_mode=off", "-c", str(project.ROOT)]
    folders = [str(project.ROOT / "docs"), str(target)]
    command = [sys.executable, "-m", "sphinx", *options, *folders]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    # Without a kernel MyST-NB does not know the language of a cell.
    lines = [line for line in done.stderr.splitlines() if "No source code lexer found" not in line]
    return "\n".join(lines) or ("" if done.returncode == 0 else f"exit status {done.returncode}")


def wait_for(path: Path) -> None:
    """Return when another worker has made `path`."""
    end = time.monotonic() + 600
    while not path.exists():
        assert time.monotonic() < end, f"{path} was not made"
        time.sleep(0.1)


@pytest.fixture(scope="session")
def table() -> Table:
    """The finder's signatures, of all pitfalls."""
    return signatures.table()


class Strict(SimpleHTTPRequestHandler):
    """Serves the site as strictly as a server can."""

    def end_headers(self) -> None:
        """Forbid inline scripts, inline styles and every other address."""
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """The address of the served site, which ends in a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(built_site))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser; without one the tests fail in CI, and elsewhere are skipped by name."""
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        except Error as error:
            reason = error.message.splitlines()[0]
            without(
                f"no Chromium ({reason}): apt-get install chromium, or .venv/bin/playwright install chromium"
            )
        yield browser
        browser.close()
