"""Links last: what was published stays, and what a page links to is there."""

import re
from pathlib import Path

import pytest

from asyncio_pitfalls import messages
from asyncio_pitfalls.catalogue import Catalogue
from links import broken, leads
from pitfalls_tools import addresses
from support import CATALOGUE, ROOT, SLUG, SLUGS, build, record_here


def test_every_link_and_anchor_is_there(built_site: Path) -> None:
    """No page of the site links to a page, a file or an anchor of the site that does not exist."""
    assert [] == broken(built_site)


@pytest.mark.parametrize("link", ["../gone/", "#gone", f"{CATALOGUE.website}gone/", "page"])
def test_a_broken_link_is_seen(tmp_path: Path, link: str) -> None:
    """The check above can fail: page, anchor, own address, and a missing slash."""
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text(f'<h1 id="here"><a href="{link}">', encoding="utf-8")
    assert [True] == [link.strip("./") in found for found in broken(tmp_path)]


def test_what_was_published_is_still_there(built_site: Path) -> None:
    """Each address of docs/addresses.txt leads somewhere, if only to the page that took its place."""
    gone = [address for address in sorted(addresses.published(CATALOGUE)) if not leads(built_site, address)]
    assert [] == gone, (
        "lead on from it in docs/redirects.toml; what was never published comes out of docs/addresses.txt"
    )


def test_everything_is_published() -> None:
    """A new page, script or message is in docs/addresses.txt, so that it cannot be lost again."""
    fresh = addresses.current(CATALOGUE, CATALOGUE.pitfalls()) - addresses.published(CATALOGUE)
    assert [] == sorted(fresh), "add them with: python -m pitfalls_tools addresses"


def test_the_list_is_sorted() -> None:
    """Two branches that add to the list seldom touch the same place."""
    lines = addresses.path(CATALOGUE).read_text(encoding="utf-8").splitlines()
    assert sorted(set(lines)) == lines, "sort it with: python -m pitfalls_tools addresses"


def test_recording_publishes(sandbox: Path) -> None:
    """A pitfall's addresses join the list without an edit; what is in the list stays."""
    catalogue = Catalogue(sandbox)
    addresses.path(catalogue).write_text("/pitfalls/of-old/\n", encoding="utf-8")
    added = addresses.publish(catalogue, catalogue.pitfalls())
    assert {
        "/pitfalls/price-never-awaited/",
        "/pitfalls/price-never-awaited.md",
        "/snippets/price-never-awaited/fix.py",
        "/messages/#coroutine-was-never-awaited",
    } <= set(added)
    assert {"/pitfalls/of-old/", *added} == addresses.published(catalogue)
    assert [] == addresses.publish(catalogue, catalogue.pitfalls())


def test_addresses_are_short() -> None:
    """Lower case, no `.html`, pages end in a slash."""
    for address in addresses.published(CATALOGUE):
        assert re.fullmatch(
            r"/(?:[a-z0-9-]+/)*(?:[a-z0-9_.-]+\.(?:py|md|json|txt|inv|xml))?(?:#[a-z0-9-]+)?", address
        )


@pytest.mark.parametrize("slug", SLUGS)
def test_sections_that_maintainers_link_to(built_site: Path, slug: str) -> None:
    """What docs/answering.md promises of every page is on each: its sections, and every version."""
    sections = ["failure", "why", "fix", "find-it-in-your-code", "on-other-versions"]
    anchors = [*sections, *(f"python-{minor}" for minor in CATALOGUE.versions)]
    assert [] == [anchor for anchor in anchors if not leads(built_site, f"/pitfalls/{slug}/#{anchor}")]


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.stem)
def test_addresses_in_examples_are_there(built_site: Path, path: Path) -> None:
    """An address of this site that stands in code, for a reader to copy, works."""
    pattern = re.escape(CATALOGUE.website) + r"[\w./#-]*"
    found = re.findall(pattern + r"(?![\w./#<-])", path.read_text(encoding="utf-8"))
    real = [address.rstrip(".") for address in found if "..." not in address]
    assert [] == [address for address in real if not leads(built_site, address)]


def test_link_texts_to_copy_are_titles(built_site: Path) -> None:
    """The reply on the page for maintainers calls a pitfall what its page calls it."""
    text = (ROOT / "docs" / "answering.md").read_text(encoding="utf-8")
    found = re.findall(r"\[([^]]+)\]\(" + re.escape(CATALOGUE.website) + r"pitfalls/([\w-]+)/\)", text)
    assert found
    assert [(CATALOGUE.title(slug), slug) for _, slug in found] == found


def test_a_moved_page_leads_on(sandbox: Path) -> None:
    """An old address of docs/redirects.toml has a page with a link and a script that keeps the anchor."""
    table = f'[pages]\n"/pitfalls/price-lost/" = "/pitfalls/{SLUG}/"\n'
    (sandbox / "docs" / "redirects.toml").write_text(table, encoding="utf-8")
    record_here(sandbox)
    done = build(sandbox)
    assert (0, "") == (done.returncode, done.stderr)
    site = sandbox / "out" / "html"
    page = (site / "pitfalls" / "price-lost" / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="/pitfalls/{SLUG}/">' in page
    assert f'<a href="/pitfalls/{SLUG}/">' in page
    assert '<script src="/_static/redirect.js">' in page
    assert (site / "_static" / "redirect.js").exists()


def test_a_page_that_exists_has_not_moved(sandbox: Path) -> None:
    """A redirect from its address would replace the page."""
    table = f'[pages]\n"/pitfalls/{SLUG}/" = "/"\n'
    (sandbox / "docs" / "redirects.toml").write_text(table, encoding="utf-8")
    record_here(sandbox)
    done = build(sandbox)
    assert 0 != done.returncode
    assert f"docs/redirects.toml: pages.'/pitfalls/{SLUG}/'" in done.stderr
    page = sandbox / "out" / "html" / "pitfalls" / SLUG / "index.html"
    assert "This page has moved" not in page.read_text(encoding="utf-8")


def test_redirects_lead_to_pages(built_site: Path) -> None:
    """What has moved is somewhere, and so is the page that leads there."""
    moved = messages.redirects(CATALOGUE)
    for old, new in moved["messages"].items():
        assert leads(built_site, f"/messages/#{old}"), f"docs/redirects.toml: there is no message {new}"
    for old, new in moved["pages"].items():
        assert leads(built_site, old), f"docs/redirects.toml: {old} leads nowhere"
        assert leads(built_site, new), f"docs/redirects.toml: there is no page {new}"


def test_a_message_keeps_its_former_anchor(sandbox: Path) -> None:
    """A corrected text leads to a new anchor, and the old one to the same entry."""
    table = '[pages]\n[messages]\n"was-not-awaited" = "coroutine-was-never-awaited"\n'
    (sandbox / "docs" / "redirects.toml").write_text(table, encoding="utf-8")
    (message,) = messages.messages(Catalogue(sandbox))
    assert ("coroutine-was-never-awaited", ("was-not-awaited",)) == (message.anchor, message.former)
