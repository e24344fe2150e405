"""Where the project's files are, in a checkout and in an installed wheel."""

import tomllib
from functools import cache
from pathlib import Path

_BUNDLED = Path(__file__).parent / "_data"
ROOT = _BUNDLED if _BUNDLED.is_dir() else Path(__file__).parents[2]
SNIPPETS = ROOT / "snippets"
PAGES = ROOT / "docs" / "pitfalls"


@cache
def settings() -> dict[str, list[str]]:
    """Return the `[tool.asyncio-pitfalls]` table of `pyproject.toml`."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = tomllib.loads(text)["tool"]["asyncio-pitfalls"]
    return table


def versions() -> list[str]:
    """Return the minor versions of CPython that every claim is checked on, oldest first."""
    return settings()["versions"]


@cache
def website() -> str:
    """Return the public address of the site, which ends in a slash."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    address: str = tomllib.loads(text)["project"]["urls"]["Documentation"]
    return address
