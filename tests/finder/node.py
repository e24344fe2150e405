"""The browser's finder, run in Node."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pitfalls_site
from asyncio_pitfalls.finder.signatures import Table
from support import without

_FINDER = Path(pitfalls_site.__file__).parent / "static" / "finder.js"
_RUNNER = Path(__file__).with_name("node_runner.mjs")


def answers(texts: list[str], table: Table) -> list[dict[str, Any]]:
    """Return what the browser's finder says to each text."""
    node = shutil.which("node")
    if node is None:
        without("no Node, in which the browser's finder is compared with Python's: apt-get install nodejs")
    done = subprocess.run(
        [node, _RUNNER, _FINDER],
        input=json.dumps({"table": table, "texts": texts}),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    result: list[dict[str, Any]] = json.loads(done.stdout)
    return result
