"""All pitfalls of a project, discovered: one folder in `snippets/` and one page in `docs/pitfalls/` each."""

import difflib
import os
from functools import cached_property
from pathlib import Path

from asyncio_pitfalls import checkout, claims, evidence
from asyncio_pitfalls import page as reader
from asyncio_pitfalls.checkout import Settings
from asyncio_pitfalls.claims import ClaimsError, Pitfall
from asyncio_pitfalls.evidence import Evidence
from asyncio_pitfalls.page import Page


class UnknownPitfall(Exception):
    """There is no such slug; the message names the most similar ones."""

    def __init__(self, slug: str, known: list[str]) -> None:
        near = difflib.get_close_matches(slug[:80], known, n=3, cutoff=0.3)
        hint = f"; the nearest are: {', '.join(near)}" if near else ""
        super().__init__(f"there is no pitfall {slug[:80]!r}{hint}")


class Catalogue:
    """The pitfalls in the folder `root`; each file is read when it is first asked for, and then kept."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.snippets = root / "snippets"
        self.docs = root / "docs"
        self._pitfalls: dict[str, Pitfall] = {}
        self._pages: dict[str, Page] = {}
        self._evidence: dict[str, Evidence] = {}

    @cached_property
    def settings(self) -> Settings:
        """The versions of the matrix and the areas."""
        return checkout.settings(self.root)

    @property
    def versions(self) -> tuple[str, ...]:
        """The minor versions of CPython that every claim is checked on, oldest first."""
        return self.settings.versions

    @cached_property
    def website(self) -> str:
        """The public address of the site, which ends in a slash."""
        return checkout.website(self.root)

    def slugs(self) -> list[str]:
        """Return the names of all folders in `snippets/`, sorted."""
        return list(self._slugs)

    @cached_property
    def _slugs(self) -> list[str]:
        with os.scandir(self.snippets) as entries:
            return sorted(entry.name for entry in entries if entry.is_dir() and entry.name[0] not in "._")

    def has(self, slug: str) -> bool:
        """Return whether `slug` is the slug of a pitfall, without listing all of them."""
        path = self.snippets / slug
        try:
            return path.parent == self.snippets and path.name[:1] not in {"", ".", "_"} and path.is_dir()
        except OSError:  # The name is longer than a file's name can be.
            return False

    def folder(self, slug: str) -> Path:
        """Return the folder of a pitfall; raise `UnknownPitfall` if there is none."""
        if not self.has(slug):
            raise UnknownPitfall(slug, self.slugs())
        return self.snippets / slug

    def pitfall(self, slug: str) -> Pitfall:
        """Return the claims of one pitfall; raise `UnknownPitfall` or `ClaimsError`."""
        if slug not in self._pitfalls:
            self._pitfalls[slug] = claims.load(self.folder(slug), self.settings)
        return self._pitfalls[slug]

    def pitfalls(self) -> list[Pitfall]:
        """Return the claims of all pitfalls, by slug."""
        return [self.pitfall(slug) for slug in self.slugs()]

    def in_area(self, area: str) -> list[Pitfall]:
        """Return the pitfalls of an area, by slug."""
        return self._by_area.get(area, [])

    @cached_property
    def _by_area(self) -> dict[str, list[Pitfall]]:
        found: dict[str, list[Pitfall]] = {}
        for pitfall in self.pitfalls():
            found.setdefault(pitfall.area, []).append(pitfall)
        return found

    def evidence(self, slug: str) -> Evidence:
        """Return what the scripts of a pitfall were observed to do; {} when nothing is recorded yet."""
        if slug not in self._evidence:
            self._evidence[slug] = evidence.load(self.folder(slug), self.versions)
        return self._evidence[slug]

    def page_path(self, slug: str) -> Path:
        """Return the path of a pitfall's page, whether it exists or not."""
        return self.docs / "pitfalls" / f"{slug}.md"

    def page(self, slug: str) -> Page:
        """Return the page of a pitfall; raise `ClaimsError` when it is missing or has no title."""
        if slug not in self._pages:
            try:
                self._pages[slug] = reader.read(self.page_path(slug).read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError) as error:
                hint = f"a folder in snippets/ needs a page; write one with: make new SLUG={slug}"
                raise ClaimsError(f"{self.page_path(slug)}: {error}; {hint}") from None
            if not self._pages[slug].title:
                raise ClaimsError(f"{self.page_path(slug)}: expected a title, a line that starts with '# '")
        return self._pages[slug]

    def title(self, slug: str) -> str:
        """Return the first heading of the page: the mistake, in words."""
        return self.page(slug).title

    def address(self, slug: str) -> str:
        """Return the public address of a pitfall's page."""
        return f"{self.website}pitfalls/{slug}/"
