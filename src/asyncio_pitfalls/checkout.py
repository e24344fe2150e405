"""Finds `snippets/`, `docs/` and the settings, in a checkout and in an installed wheel."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec

_HERE = Path(__file__).parent
_BUNDLED = _HERE / "_data"


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The `[tool.asyncio-pitfalls]` table of `pyproject.toml`.

    `versions` are the minor versions of CPython that every claim is checked on, oldest first;
    `areas` maps the key of each area to its heading, in the order in which readers see them.
    """

    versions: tuple[str, ...]
    areas: dict[str, str]


def default_root() -> Path:
    """Return the folder of the installed data, or of the checkout that this package is in."""
    return _BUNDLED if _BUNDLED.is_dir() else _HERE.parents[1]


def settings(root: Path) -> Settings:
    """Return the settings of the project in `root`."""
    return msgspec.convert(_pyproject(root)["tool"]["asyncio-pitfalls"], Settings)


def website(root: Path) -> str:
    """Return the public address of the site, which ends in a slash."""
    address: str = _pyproject(root)["project"]["urls"]["Documentation"]
    return address


def _pyproject(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
