"""All pitfalls, discovered: one folder in `snippets/` and one page in `docs/pitfalls/` each."""

import difflib
import os
from functools import cache
from pathlib import Path

from asyncio_pitfalls import claims, project
from asyncio_pitfalls.claims import ClaimsError, Pitfall


class UnknownPitfall(Exception):
    """There is no such slug; `near` has the most similar ones."""

    def __init__(self, slug: str) -> None:
        self.near = difflib.get_close_matches(slug, slugs(), n=3, cutoff=0.3)
        hint = f"; the nearest are: {', '.join(self.near)}" if self.near else ""
        super().__init__(f"there is no pitfall {slug!r}{hint}")


def slugs() -> list[str]:
    """Return the slugs of all folders in `snippets/`, sorted."""
    with os.scandir(project.SNIPPETS) as entries:
        return sorted(entry.name for entry in entries if entry.is_dir() and entry.name[0] not in "._")


def exists(slug: str) -> bool:
    """Return whether `slug` is the slug of a pitfall, without listing all of them."""
    path = project.SNIPPETS / slug
    return path.parent == project.SNIPPETS and path.name[0] not in "._" and path.is_dir()


def folder(slug: str) -> Path:
    """Return the folder of a pitfall; raise `UnknownPitfall` if there is none."""
    if not exists(slug):
        raise UnknownPitfall(slug)
    return project.SNIPPETS / slug


def page(slug: str) -> Path:
    """Return the path of a pitfall's page, whether it exists or not."""
    return project.PAGES / f"{slug}.md"


@cache
def pitfall(slug: str) -> Pitfall:
    """Return the claims of one pitfall."""
    return claims.load(folder(slug))


def pitfalls() -> list[Pitfall]:
    """Return the claims of all pitfalls, by slug."""
    return [pitfall(slug) for slug in slugs()]


@cache
def title(slug: str) -> str:
    """Return the first heading of the page: the mistake, in words.

    Raises `ClaimsError` when there is no page or no heading.
    """
    found = next((line for line in _body(slug) if line.startswith("# ")), None)
    if found is None:
        raise ClaimsError(f"{page(slug)}: expected a title, a line that starts with '# '")
    return found[2:].strip()


@cache
def summary(slug: str) -> str:
    """Return the first paragraph of the page, which says cause and cure, as Markdown on one line."""
    lines = iter(_body(slug))
    next(line for line in lines if line.startswith("# "))
    paragraph: list[str] = []
    for line in lines:
        if line.strip():
            paragraph.append(line.strip())
        elif paragraph:
            break
    return " ".join(paragraph)


def _body(slug: str) -> list[str]:
    """Return the lines of the page after its front matter."""
    try:
        text = page(slug).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ClaimsError(f"{page(slug)}: missing; a folder in snippets/ needs a page") from None
    if text.startswith("---\n"):
        text = text.partition("\n---\n")[2]
    return text.splitlines()
