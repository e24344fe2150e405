"""What servers and search engines look for is at the root of the site."""

import re
from pathlib import Path
from xml.etree import ElementTree

from links import leads
from pitfalls_site.wellknown import anywhere
from support import CATALOGUE, SLUGS


def test_the_sitemap_has_every_page(built_site: Path) -> None:
    """It lists addresses as people share them, and not the page for wrong ones."""
    root = ElementTree.parse(built_site / "sitemap.xml").getroot()
    found = {element.text for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert {f"{CATALOGUE.website}pitfalls/{slug}/" for slug in SLUGS} <= found
    assert f"{CATALOGUE.website}" in found
    assert not [address for address in found if "404" in (address or "")]
    assert [] == [address for address in found if not leads(built_site, address or "")]


def test_robots_find_the_sitemap(built_site: Path) -> None:
    """Nothing is forbidden."""
    text = (built_site / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {CATALOGUE.website}sitemap.xml\n" in text
    assert "Disallow" not in text
    assert (built_site / ".nojekyll").exists()


def test_the_page_for_wrong_addresses_works_at_any_depth(built_site: Path) -> None:
    """No address on it is relative, and it leads to the finder, the messages and all pitfalls."""
    text = (built_site / "404.html").read_text(encoding="utf-8")
    links = re.findall(r'(?:href|src|action|data-content_root)="([^"]*)"', text)
    assert [] == [link for link in links if not re.match(r"https://|/|#", link)]
    body = text.partition("<article")[2]
    for address in ("/find/", "/messages/", "/"):
        assert f'href="{address}"' in body


def test_only_addresses_are_changed() -> None:
    """Dots in its text stay."""
    assert '<a href="/find/">../find/</a>' == anywhere('<a href="../find/">../find/</a>')
