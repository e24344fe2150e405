"""Writes the folder and the page of a new pitfall; the result passes the structure tests as it is."""

import re
from importlib import resources
from pathlib import Path

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import FILE

_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
# Names in the address of a page; a file system takes 255 bytes.
_LONGEST = 60
_SCRIPTS = (FILE, "failure.py", "fix.py")


class SlugError(Exception):
    """The slug cannot be used; the message says why."""


def create(catalogue: Catalogue, slug: str) -> list[Path]:
    """Write what a pitfall lacks, all of it for a new one, and return the paths.

    Raises `SlugError` for a bad slug and for one that is complete.
    """
    if not _SLUG.fullmatch(slug) or len(slug) > _LONGEST:
        raise SlugError(
            f"{slug[:80]!r} is no slug: expected two or more lower-case words joined by hyphens, "
            f"of at most {_LONGEST} characters"
        )
    templates = resources.files("pitfalls_tools") / "templates"
    targets = {name: catalogue.snippets / slug / name for name in _SCRIPTS}
    targets["page.md"] = catalogue.page_path(slug)
    missing = {name: path for name, path in targets.items() if not path.exists()}
    if not missing:
        raise SlugError(f"{slug!r} is taken: a slug is never reused")
    for name, path in missing.items():
        path.parent.mkdir(exist_ok=True)
        text = templates.joinpath(name).read_text("utf-8").replace("{slug}", slug)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(missing.values())
