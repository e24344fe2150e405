"""The tool that keeps the list of everything that was ever published."""

from pathlib import Path

from asyncio_pitfalls.catalogue import Catalogue
from pitfalls_tools import addresses
from support import SLUG
from terminal import invoke


def test_it_names_what_is_new(sandbox: Path) -> None:
    """Once; then it is published."""
    addresses.path(Catalogue(sandbox)).write_text("", encoding="utf-8")
    assert f"new address: /pitfalls/{SLUG}/" in invoke(sandbox, "addresses").output
    assert "" == invoke(sandbox, "addresses").output


def test_without_a_list_none_is_begun(sandbox: Path) -> None:
    """A project that publishes nothing needs none."""
    assert "" == invoke(sandbox, "addresses").output
    assert not addresses.path(Catalogue(sandbox)).exists()


def test_what_is_gone_stays_in_the_list(sandbox: Path) -> None:
    """Somebody may have linked to it."""
    addresses.path(Catalogue(sandbox)).write_text("/pitfalls/of-old/\n", encoding="utf-8")
    invoke(sandbox, "addresses")
    assert "/pitfalls/of-old/" in addresses.published(Catalogue(sandbox))
