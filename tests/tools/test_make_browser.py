"""`make browser` records what failures and fixes do in Chromium."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from asyncio_pitfalls import browser as trials
from pitfalls_tools import bench
from pitfalls_tools import trials as tool
from pitfalls_tools.trials import Waiting
from support import CATALOGUE, SLUG, record_here
from terminal import invoke, said


def test_a_site_without_python_cannot(sandbox: Path) -> None:
    """The message says what to do."""
    result = invoke(sandbox, "browser", SLUG)
    assert 2 == result.exit_code
    assert "cannot run scripts; get npm, then: make site" in said(result)


def test_what_was_tried_is_written(sandbox: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into the folder of the pitfall; a run that differs in another way is no change."""
    record_here(sandbox)
    ready = sandbox / "_build" / "html" / "_static" / "playground"
    ready.mkdir(parents=True)
    (ready / "settings.json").write_text('{"python": "3.14.2", "rules": []}', encoding="utf-8")
    (ready / "run.js").write_text(_RUN, encoding="utf-8")
    (ready / "result.js").write_text("export const normalised = (text) => text;\n", encoding="utf-8")
    (sandbox / "_build" / "html" / "index.html").write_text("<title>A</title>", encoding="utf-8")

    @contextmanager
    def started() -> Iterator[Browser]:
        yield browser

    monkeypatch.setattr(tool, "chromium", started)
    assert f"changed: snippets/{SLUG}/browser.json" in said(invoke(sandbox, "browser", SLUG))
    assert f"the same: snippets/{SLUG}/browser.json" in said(invoke(sandbox, "browser"))
    found = trials.load(sandbox / "snippets" / SLUG)
    assert found
    assert {"failure", "fix"} == found.differs.keys()
    assert "failure.py" == found.differs["failure"].output[0]
    assert found.differs["failure"].ended.startswith("time a b 0.")


# Says what it was given.
_RUN = """
export const settings = async () => ({ python: "3.14.2", rules: [] });
export const run = async ({ script, flags, scripts }) => ({
    exit: null, output: `${script}\\n${flags}\\n${Object.keys(scripts)}\\n`,
    ended: "time", detail: `a b ${Math.random()}`,
});
"""


def test_the_wait_of_a_reader_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of a failure that has a button."""
    asked = []

    def waiting(site: Path, slug: str) -> Waiting:
        asked.append(slug)
        return Waiting(first=4.04, following=1.01, loaded=6_440_000)

    monkeypatch.setattr(tool, "waiting", waiting)
    said = bench.in_browser(CATALOGUE, tmp_path)
    assert "takes 4.0 s and the next 1.0 s; the first click loads 6.4 MB" in said
    recorded = trials.load(CATALOGUE.folder(asked[0]))
    assert recorded
    assert "failure" in recorded.same
