"""The code has three rooms: the library, and the site and the tools, which know it and not each other."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import ROOT

KNOWN = {
    "asyncio_pitfalls": {"asyncio_pitfalls"},
    "pitfalls_site": {"asyncio_pitfalls", "pitfalls_site"},
    "pitfalls_tools": {"asyncio_pitfalls", "pitfalls_tools"},
}
# What `pip install asyncio-pitfalls` brings knows none of it.
OF_THE_SITE = {"docutils", "jupyter_client", "myst_nb", "myst_parser", "nbformat", "PIL", "sphinx", "zmq"}


def imports(path: Path) -> Iterator[str]:
    """Return the names of the modules that a file imports, also those inside of its functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("room", KNOWN)
def test_a_room_knows_the_library_and_itself(room: str) -> None:
    """Nothing imports across, so that each can be read, and the library installed, alone."""
    files = sorted((ROOT / "src" / room).rglob("*.py"))
    assert files
    for path in files:
        rooms = {name.partition(".")[0] for name in imports(path)} & KNOWN.keys()
        assert rooms <= KNOWN[room], f"{path.relative_to(ROOT)} imports {rooms - KNOWN[room]}"


def test_the_library_knows_neither_sphinx_nor_jupyter() -> None:
    """They are not installed with it."""
    for path in sorted((ROOT / "src" / "asyncio_pitfalls").rglob("*.py")):
        known = {name.partition(".")[0] for name in imports(path)} & OF_THE_SITE
        assert set() == known, path.relative_to(ROOT)


def test_no_test_imports_from_a_test() -> None:
    """What several tests use is in `support.py`, or in a helper module of their folder."""
    for path in sorted((ROOT / "tests").rglob("*.py")):
        wrong = [name for name in imports(path) if name.rpartition(".")[2].startswith(("test_", "conftest"))]
        assert [] == wrong, path.relative_to(ROOT)


def test_the_names_of_helpers_are_unique() -> None:
    """All modules of the tests are imported by their bare names."""
    names = [path.name for path in (ROOT / "tests").rglob("*.py")]
    assert sorted(set(names)) == sorted(names)
