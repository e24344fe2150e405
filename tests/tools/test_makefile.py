"""What `make` does before there is an environment to do it in."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the Makefile is for a POSIX shell")


def setting_up(folder: Path, **pythons: int) -> subprocess.CompletedProcess[str]:
    """Return what `make` would do in a clone where these Pythons are, which answer with an exit status."""
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder)
    programs = folder / "bin"
    programs.mkdir()
    for tool in ("find", "sh"):
        (programs / tool).symlink_to(str(shutil.which(tool)))
    for name, status in pythons.items():
        python = programs / name.replace("_", ".")
        python.write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
        python.chmod(0o755)
    command = [str(shutil.which("make")), "--dry-run", ".venv/ready"]
    environ = {"PATH": str(programs)}
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)


def test_a_python_that_is_too_old_or_a_shim_is_passed_over(tmp_path: Path) -> None:
    """The environment is made by the first that runs and is new enough."""
    done = setting_up(tmp_path, python3=1, python3_14=127, python3_13=0, python3_12=0)
    assert "python3.13 -m venv .venv" == done.stdout.splitlines()[0]


def test_without_python_the_way_to_get_one_is_said(tmp_path: Path) -> None:
    """Not that a command was not found."""
    done = setting_up(tmp_path, python3=1)
    assert 0 != done.returncode
    assert "no Python 3.11 or newer on PATH; get one with: uv python install 3.14" in done.stderr
