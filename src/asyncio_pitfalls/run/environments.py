"""Virtual environments for scripts whose PEP 723 metadata asks for packages, made once by uv."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from asyncio_pitfalls import inline_metadata
from asyncio_pitfalls.run.interpreters import Interpreter

_BIN = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")


class InstallationFailed(Exception):
    """The packages of a script could not be installed; the message has uv's own words."""


def python_for(script: Path, interpreter: Interpreter) -> str:
    """Return the executable that runs `script`: `interpreter`, or an environment made from it.

    Raises `InstallationFailed` when uv is missing or cannot install what the script asks for.
    """
    wanted = inline_metadata.read(script.read_text(encoding="utf-8"))
    if not wanted.get("dependencies"):
        return interpreter.path
    key = hashlib.sha256(f"{interpreter}{wanted}".encode()).hexdigest()[:16]
    folder = user_cache_path("asyncio-pitfalls") / "environments" / key
    if not folder.exists():
        _make(folder, wanted, interpreter)
    return str(folder.joinpath(*_BIN))


def _make(folder: Path, wanted: dict[str, Any], interpreter: Interpreter) -> None:
    """Build beside `folder` and rename, so that two processes may make the same one at once."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, ignore_cleanup_errors=True) as scratch:
        building = Path(scratch) / "env"
        _uv("venv", "--no-project", "--python", interpreter.path, str(building))
        python = str(building.joinpath(*_BIN))
        newest = wanted.get("tool", {}).get("uv", {}).get("exclude-newer")
        limit = ["--exclude-newer", newest] if newest else []
        # Compiled here, once, so that the first run of a script is no slower than the next.
        _uv("pip", "install", "--compile-bytecode", "--python", python, *limit, *wanted["dependencies"])
        try:
            building.rename(folder)
        except OSError:  # pragma: no cover - another process made the same one meanwhile
            if not folder.exists():
                raise


def _uv(*arguments: str) -> None:
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if not uv:
        raise InstallationFailed("uv is not on PATH; get it with: python -m pip install uv")
    # An active environment of the caller must not leak into the one that is made.
    environ = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    done = subprocess.run([uv, "-q", *arguments], capture_output=True, text=True, check=False, env=environ)
    if done.returncode:
        raise InstallationFailed(f"uv {' '.join(arguments)} failed:\n{done.stderr}")
