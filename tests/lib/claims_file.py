"""Changes the claims of a project made for a test, and reads them."""

from pathlib import Path

from asyncio_pitfalls import claims
from asyncio_pitfalls.claims import FILE, Pitfall
from support import CATALOGUE, SLUG

# What the scaffold writes.
PATTERN = "'''RuntimeWarning: coroutine '[^']{1,99}' was never awaited'''"
# The claims of a debugging technique, which a test adds.
FIND = "[[find.claims]]\nversions = '>=3.8'\nexit = 0\n"
# The text of a program that is not run, which a test adds before the claims of the failure.
REPORTED = (
    "[symptoms.elsewhere]\nkind = 'log'\nmessage = 'nobody awaited it'\npattern = 'nobody awaited'\n"
    "reported_by = 'Shop'\nsource = 'https://example.org/shop.py'\n\n[[failure.claims]]"
)


def folder(root: Path) -> Path:
    """Return the folder of the one pitfall of the project in `root`."""
    return root / "snippets" / SLUG


def edit(root: Path, old: str, new: str) -> Path:
    """Replace `old` by `new` in the claims of the pitfall and return its folder."""
    path = folder(root) / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path.parent


def claim_failure(root: Path, *claims: str) -> Path:
    """Write the tables of `[[failure.claims]]` anew and return the pitfall's folder."""
    path = folder(root) / FILE
    before, _, rest = path.read_text(encoding="utf-8").partition("[[failure.claims]]")
    tables = "".join(f"[[failure.claims]]\n{claim}\n\n" for claim in claims)
    path.write_text(f"{before}{tables}[fix]{rest.partition('[fix]')[2]}", encoding="utf-8")
    return path.parent


def load(folder: Path) -> Pitfall:
    """Return the claims in `folder`, read with the settings of the project."""
    return claims.load(folder, CATALOGUE.settings)
