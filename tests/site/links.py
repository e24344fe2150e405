"""Says where the addresses of a built site lead, without a server."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from support import CATALOGUE

# The page for wrong addresses is read as if it were shown for this one.
WRONG = "no/such/page"
_ATTRIBUTES = {"href", "src", "action"}


class Page(HTMLParser):
    """The links on a page, and the anchors that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a tag."""
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.add(value)
            elif value and (name in _ATTRIBUTES or value.startswith(CATALOGUE.website)):
                self.links.append(value)


@cache
def page(path: Path) -> Page:
    """Return what is on a page of the site."""
    return Page(path.read_text(encoding="utf-8"))


def address_of(site: Path, path: Path) -> str:
    """Return where a page of the site is shown."""
    place = path.relative_to(site).as_posix()
    return CATALOGUE.website + (WRONG if place == "404.html" else place.removesuffix("index.html"))


def leads(site: Path, address: str) -> bool:
    """Return whether an address of the site is that of a file, and of an anchor in it."""
    parts = urlsplit(address.removeprefix(CATALOGUE.website))
    path = site / unquote(parts.path).lstrip("/")
    if not parts.path or parts.path.endswith("/"):
        path /= "index.html"
    if not path.is_file():
        return False
    return not parts.fragment or unquote(parts.fragment) in page(path).anchors


def broken(site: Path) -> list[str]:
    """Return the links within the site that lead nowhere, with the page they are on."""
    return [
        f"{address_of(site, path)}: {target}"
        for path in sorted(site.rglob("*.html"))
        for target in sorted(lost(site, path))
    ]


def lost(site: Path, path: Path) -> set[str]:
    """Return the addresses of the site that a page links to and that lead nowhere."""
    here = address_of(site, path)
    inside = {link for link in (urljoin(here, link) for link in page(path).links) if _is_ours(link)}
    own = {link for link in inside if urldefrag(link).url == here}
    missing = {link for link in own if (urldefrag(link).fragment or "#") not in {"#", *page(path).anchors}}
    return missing | {link for link in inside - own if not leads(site, link)}


def _is_ours(address: str) -> bool:
    return address.startswith(CATALOGUE.website)
