"""The PEP 723 block of a script, which says what packages it needs."""

import re
import tomllib
from typing import Any

# https://packaging.python.org/en/latest/specifications/inline-script-metadata/
_BLOCK = re.compile(r"(?m)^# /// script$\s(?P<content>(^#(| .*)$\s)+)^# ///$")


def read(source: str) -> dict[str, Any]:
    """Return the metadata of a script's `source`; {} if it has none.

    Raises `ValueError` when the block is not TOML, or names its packages in another form than a list.
    """
    block = _BLOCK.search(source)
    if not block:
        return {}
    lines = block["content"].splitlines()
    table = tomllib.loads("\n".join(line.removeprefix("#").removeprefix(" ") for line in lines))
    packages = table.get("dependencies", [])
    if not isinstance(packages, list) or not all(isinstance(package, str) for package in packages):
        raise ValueError("dependencies: expected a list of texts")
    return table
