"""A page has a button for each failure and fix that does in Chromium what is recorded, and for no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from asyncio_pitfalls import browser as trials
from asyncio_pitfalls.browser import Trial, Trials
from pitfalls_tools.trials import Playground
from playgrounds import demand
from support import CATALOGUE, SLUGS

# Those that need packages only are not tried.
TRIED = [slug for slug in SLUGS if trials.candidates(CATALOGUE.pitfall(slug))]


@pytest.fixture(scope="module")
def playground(browser: Browser, address: str, built_site: Path) -> Iterator[Playground]:
    """Python in a page; the page is kept, so that its workers share the compiled code."""
    demand(built_site)
    page = browser.new_page()
    yield Playground(page, address)
    page.close()


def disagreements(slug: str, recorded: Trials | None, fresh: Trials) -> list[str]:
    """Return what is wrong with the buttons of a page, and how to put it right."""
    had = set(recorded.same) if recorded else set()
    there = [
        *(
            f"{name} has a button, and differs now: {fresh.differs[name]}"
            for name in sorted(had - {*fresh.same})
        ),
        *(f"{name} has no button, and does what is recorded" for name in fresh.same if name not in had),
    ]
    missing = fresh.differs.keys() - (recorded.differs.keys() | had if recorded else set())
    there += [f"{name} was not tried" for name in sorted(missing)]
    if recorded and recorded.python != fresh.python:
        there.append(f"CPython {recorded.python} is recorded, and the browser's is {fresh.python}")
    return [f"snippets/{slug}: {it}; record it with: {trials.command(slug)}" for it in there]


@pytest.mark.parametrize("slug", TRIED)
def test_what_has_a_button_does_what_is_recorded(playground: Playground, slug: str) -> None:
    """Output and exit status, as the page compares them; what has no button differs."""
    pitfall = CATALOGUE.pitfall(slug)
    fresh = playground.try_out(CATALOGUE, pitfall)
    assert [] == disagreements(slug, trials.load(pitfall.folder), fresh)


def test_both_kinds_of_wrong_button_are_named() -> None:
    """The check above can fail."""
    other = Trial(exit=1, output=("RuntimeError: can't start new thread",))
    one = Trials(python="3.14.2", same=("failure",), differs={"fix": other})
    reverse = Trials(python="3.14.2", same=("fix",), differs={"failure": other})
    assert [] == disagreements("a-b", one, one)
    lost, gained = disagreements("a-b", one, reverse)
    assert "snippets/a-b: failure has a button, and differs now: Trial(exit=1" in lost
    assert "snippets/a-b: fix has no button, and does what is recorded" in gained
    assert gained.endswith("make browser SLUG=a-b")
    assert 2 == len(disagreements("a-b", None, one))
    newer = Trials(python="3.15.0", same=("failure",), differs={"fix": other})
    assert "CPython 3.14.2 is recorded, and the browser's is 3.15.0" in disagreements("a-b", one, newer)[0]
