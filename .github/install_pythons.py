"""Installs every CPython of the matrix with uv; the list is in pyproject.toml alone."""

import subprocess
import tomllib
from pathlib import Path

settings = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
versions = settings["tool"]["asyncio-pitfalls"]["versions"]
subprocess.run(["uv", "python", "install", *versions], check=True)
