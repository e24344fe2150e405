"""Every address that the site has ever had: `docs/addresses.txt`, of which no line is ever lost."""

from collections.abc import Iterable
from pathlib import Path

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall
from asyncio_pitfalls.messages import anchor

FILE = "docs/addresses.txt"
_DATA = ("catalogue.json", "catalogue.schema.json", "llms.txt", "objects.inv", "robots.txt", "sitemap.xml")
# Shown at wrong addresses, so it has none of its own.
_NOT_FOUND = "404"


def path(catalogue: Catalogue) -> Path:
    """Return where the list is."""
    return catalogue.root / FILE


def published(catalogue: Catalogue) -> set[str]:
    """Return the addresses in the list, from the root of the site: `/pitfalls/<slug>/`, ..."""
    return set(path(catalogue).read_text(encoding="utf-8").split())


def current(catalogue: Catalogue, pitfalls: Iterable[Pitfall]) -> set[str]:
    """Return the addresses that the site has now, of the given pitfalls and of everything beside them."""
    pages = {page.stem for page in catalogue.docs.glob("*.md")} - {_NOT_FOUND}
    general = {"/" if page == "index" else f"/{page}/" for page in pages} | {f"/{name}" for name in _DATA}
    return general.union(*map(_of_pitfall, pitfalls))


def _of_pitfall(pitfall: Pitfall) -> set[str]:
    slug = pitfall.slug
    scripts = {f"/snippets/{slug}/{script.name}" for script in pitfall.folder.glob("*.py")}
    messages = {f"/messages/#{anchor(key, symptom)}" for key, symptom in pitfall.symptoms.items()}
    return {f"/pitfalls/{slug}/", f"/pitfalls/{slug}.md"} | scripts | messages


def publish(catalogue: Catalogue, pitfalls: Iterable[Pitfall]) -> list[str]:
    """Add to the list what it lacks, and return that; a list that git put together is sorted again."""
    if not path(catalogue).exists():
        return []
    known = published(catalogue)
    fresh = current(catalogue, pitfalls) - known
    text = "".join(f"{line}\n" for line in sorted(known | fresh))
    if text != path(catalogue).read_text(encoding="utf-8"):
        path(catalogue).write_text(text, encoding="utf-8", newline="\n")
    return sorted(fresh)
