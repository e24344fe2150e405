"""Makes the folder and the page of a new pitfall; the result passes the structure tests as it is."""

import re
import tempfile
from importlib import resources
from pathlib import Path

from asyncio_pitfalls import project

_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")


class ScaffoldError(Exception):
    """The slug cannot be used; the message says why."""


def create(slug: str) -> list[Path]:
    """Write the files of a new pitfall and return their paths; raise `ScaffoldError` for a bad slug."""
    if not _SLUG.fullmatch(slug):
        raise ScaffoldError(f"{slug!r} is no slug: expected two or more lower-case words joined by hyphens")
    folder, page = project.SNIPPETS / slug, project.PAGES / f"{slug}.md"
    if folder.exists() or page.exists():
        raise ScaffoldError(f"{slug!r} is taken: a slug is never reused")
    templates = resources.files("asyncio_pitfalls") / "templates"
    with tempfile.TemporaryDirectory(dir=project.SNIPPETS, prefix=".") as scratch:
        for name in ("pitfall.toml", "failure.py", "fix.py"):
            _fill(templates.joinpath(name).read_text("utf-8"), slug, Path(scratch) / name)
        Path(scratch).chmod(0o755)
        Path(scratch).rename(folder)
        Path(scratch).mkdir()  # What the context manager expects to remove.
    _fill(templates.joinpath("page.md").read_text("utf-8"), slug, page)
    return [*sorted(folder.iterdir()), page]


def _fill(template: str, slug: str, target: Path) -> None:
    target.write_text(template.replace("{slug}", slug), encoding="utf-8", newline="\n")
