"""Fixtures and options that all tests share."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from asyncio_pitfalls.catalogue import Catalogue, UnknownPitfall
from asyncio_pitfalls.finder import signatures
from asyncio_pitfalls.finder.signatures import Table
from asyncio_pitfalls.run import retry
from asyncio_pitfalls.run.runner import Outcome
from pitfalls_tools.server import serve
from support import CATALOGUE, INTERPRETERS, ROOT, SLUG, SLUGS, build, create_project, wait_for, without


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make test SLUG=...` choose one pitfall."""
    parser.addoption("--slug", default="", help="run the tests of one pitfall and its page only")


# With `--slug`, the site of that page, which is built while its scripts run: its folder, and what was wrong.
PAGE = pytest.StashKey[Future[tuple[Path, str]]]()


def pytest_configure(config: pytest.Config) -> None:
    """Let Ctrl-C reach the programs of the tests, and collect the cases of the chosen pitfall only."""
    # What a shell starts in the background ignores it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if slug := config.getoption("--slug"):
        SLUGS[:] = [slug]


def pytest_sessionstart(session: pytest.Session) -> None:
    """Refuse an unknown pitfall with the nearest names, and begin to build the page of a known one."""
    slug = session.config.getoption("--slug")
    if slug and not session.config.option.collectonly:
        try:
            CATALOGUE.folder(slug)
        except UnknownPitfall as error:
            raise pytest.UsageError(str(error)) from None
        session.config.stash[PAGE] = ThreadPoolExecutor(1).submit(build_page, slug)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two workers for each core: most tests wait for a script, and most scripts wait as well."""
    return 2 * (os.cpu_count() or 1)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests of the chosen pitfall; an unknown one is refused with the nearest names."""
    slug = config.getoption("--slug")
    if not slug:
        return
    chosen = [item for item in items if _slug_of(item) == slug]
    config.hook.pytest_deselected(items=[item for item in items if _slug_of(item) != slug])
    items[:] = chosen


def _slug_of(item: pytest.Item) -> object:
    if isinstance(item, pytest.Function) and hasattr(item, "callspec"):
        return item.callspec.params.get("slug")
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which scripts were run more than once because the machine was overloaded."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, value in getattr(report, "user_properties", ()):
                if name == "attempts":
                    terminalreporter.write_line(f"attempt {value} counted: {report.nodeid}")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The pitfalls of the project."""
    return CATALOGUE


@pytest.fixture
def sandbox(tmp_path: Path) -> Path:
    """The folder of a project with one pitfall, `price-never-awaited`, fresh from the scaffold."""
    create_project(tmp_path, SLUG)
    return tmp_path


@pytest.fixture(scope="session")
def outcome_of(pytestconfig: pytest.Config) -> Iterator[Callable[[str, str, str], Outcome]]:
    """Run one script on one interpreter; with `--slug`, all scripts start at the first call."""
    slug = pytestconfig.getoption("--slug")
    ahead: dict[tuple[str, str, str], Future[Outcome]] = {}

    def outcome(name: str, run: str, minor: str) -> Outcome:
        if slug and not ahead:
            for other in CATALOGUE.pitfall(slug).runs:
                for here in INTERPRETERS.available:
                    ahead[slug, other, here] = pool.submit(run_on, slug, other, here)
        return ahead[name, run, minor].result() if slug else run_on(name, run, minor)

    with ThreadPoolExecutor(2 * (os.cpu_count() or 1)) as pool:
        yield outcome


def run_on(slug: str, name: str, minor: str) -> Outcome:
    """Run one script of a pitfall on one interpreter."""
    pitfall = CATALOGUE.pitfall(slug)
    return retry.run(pitfall, pitfall.runs[name], INTERPRETERS.find(minor))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """The folder of the whole site, built once for all workers; its cells are not executed.

    With `--slug` it is a site of that page, with its cells executed; the other pages are titles.
    """
    if pytestconfig.getoption("--slug"):
        site, problems = pytestconfig.stash[PAGE].result()
        assert not problems, problems
        return site
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
    options = ["-b", "dirhtml", "-q", "--keep-going", "-j", "2"]
    options += ["-D", "nb_execution_mode=off", "-c", str(ROOT)]
    command = [sys.executable, "-m", "sphinx", *options, str(ROOT / "docs"), str(target)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    # Without a kernel MyST-NB does not know the language of a cell.
    lines = [line for line in done.stderr.splitlines() if "No source code lexer found" not in line]
    return "\n".join(lines) or ("" if done.returncode == 0 else f"exit status {done.returncode}")


def build_page(slug: str) -> tuple[Path, str]:
    """Build a site of one page and return its folder and what was wrong; its links lead nowhere."""
    root = Path(tempfile.mkdtemp(prefix="asyncio-pitfalls-"))
    (root / "docs" / "pitfalls").mkdir(parents=True)
    (root / "snippets").symlink_to(ROOT / "snippets", target_is_directory=True)
    for path in (ROOT / "docs" / "pitfalls").glob("*.md"):
        (root / "docs" / "pitfalls" / path.name).symlink_to(path)
    shutil.copytree(ROOT / "docs" / "_inventories", root / "docs" / "_inventories")
    shutil.copy(ROOT / "pyproject.toml", root)
    (root / "docs" / "index.md").write_text(f"[](pitfalls/{slug}.md)\n\n# Index\n", encoding="utf-8")
    others = ",".join(f"pitfalls/{other}.md" for other in CATALOGUE.slugs() if other != slug)
    options = [
        f"exclude_patterns={others}",
        "suppress_warnings=myst.xref_missing,toc.not_included,myst.header,myst-nb.lexer",
        # The tests run the scripts that its cells load.
        "nb_execution_mode=off",
    ]
    done = build(root, *(word for option in options for word in ("-D", option)))
    problems = done.stderr or ("" if done.returncode == 0 else f"exit status {done.returncode}")
    return root / "out" / "html", problems


@pytest.fixture(scope="session")
def table() -> Table:
    """The finder's signatures, of all pitfalls."""
    return signatures.table(CATALOGUE)


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """The address of the site, served as strictly as a server can; it ends in a slash."""
    with serve(built_site) as address:
        yield address


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
