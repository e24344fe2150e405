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
    result: list[dict[str, Any]] = _run("answers", texts, table)
    return result


def times(texts: list[str], table: Table) -> list[float]:
    """Return how many milliseconds of processor time the browser's finder takes, the best of three."""
    result: list[float] = _run("times", texts, table)
    return result


def _run(what: str, texts: list[str], table: Table) -> Any:
    node = shutil.which("node")
    if node is None:
        without("no Node, in which the browser's finder is compared with Python's: apt-get install nodejs")
    done = subprocess.run(
        [node, _RUNNER, _FINDER, what],
        input=json.dumps({"table": table, "texts": texts}),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)
