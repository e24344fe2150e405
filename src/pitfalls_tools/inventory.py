"""Renews the committed inventory of Python's documentation: only what pages on asyncio may link to.

Sphinx reads the inventory in every build and keeps it in its environment, so what no page needs
costs time in each. Run it with `make inventory`; another address may be given, such as that of a file.
"""

import re
import sys
import urllib.request
import zlib

from asyncio_pitfalls.checkout import default_root

_ADDRESS = "https://docs.python.org/3/objects.inv"
_TARGET = default_root() / "docs" / "_inventories" / "python.inv"
# https://sphobjinv.readthedocs.io/en/stable/syntax.html: name, domain and role, then what we do not look at.
_LINE = re.compile(r"(?P<name>.+?)\s+(?P<role>[a-z]+:\S+)\s+-?\d+\s")
_ROLES = {"std:doc", "std:label", "std:cmdoption", "std:envvar"}
_MODULES = {
    "asyncio",
    "atexit",
    "concurrent",
    "contextlib",
    "contextvars",
    "faulthandler",
    "gc",
    "inspect",
    "logging",
    "multiprocessing",
    "queue",
    "selectors",
    "signal",
    "socket",
    "ssl",
    "subprocess",
    "sys",
    "threading",
    "time",
    "traceback",
    "tracemalloc",
    "types",
    "unittest",
    "warnings",
    "weakref",
}
_HEADER_LINES = 4


def prune(inventory: bytes) -> bytes:
    """Return `inventory` (version 2) with the modules above, built-ins, pages, labels and options."""
    *header, body = inventory.split(b"\n", _HEADER_LINES)
    lines = zlib.decompress(body).decode("utf-8").splitlines(keepends=True)
    kept = "".join(line for line in lines if _wanted(line))
    return b"\n".join([*header, zlib.compress(kept.encode("utf-8"), 9)])


def _wanted(line: str) -> bool:
    match = _LINE.match(line)
    if not match:
        return False
    if match["role"].startswith("py:"):
        module, dot, _ = match["name"].partition(".")
        return not dot or module in _MODULES
    return match["role"] in _ROLES


def main(source: str = _ADDRESS) -> None:
    """Write the pruned inventory of an address."""
    with urllib.request.urlopen(source) as answer:
        _TARGET.write_bytes(prune(answer.read()))


if __name__ == "__main__":
    main(*sys.argv[1:])
