"""The browser's finder, run in Node."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import asyncio_pitfalls
from asyncio_pitfalls.finder.signatures import Table

_FINDER = Path(asyncio_pitfalls.__file__).parent / "site" / "static" / "finder.js"
_RUNNER = Path(__file__).with_name("node_runner.mjs")


def answers(texts: list[str], table: Table) -> list[dict[str, Any]]:
    """Return what the browser's finder says to each text; without Node fail in CI, else skip and say so."""
    node = shutil.which("node")
    if node is None:
        missing = "Node is missing, which compares the browser's finder with Python's: install it as `node`"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    done = subprocess.run(
        [node, _RUNNER, _FINDER],
        input=json.dumps({"table": table, "texts": texts}),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    result: list[dict[str, Any]] = json.loads(done.stdout)
    return result
