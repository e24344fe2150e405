"""What `make` does before there is an environment to do it in."""

import os
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


@pytest.fixture
def playground(tmp_path: Path) -> Path:
    """A folder with a lock of packages."""
    (tmp_path / "package-lock.json").write_text("{}", encoding="utf-8")
    return tmp_path


def fetching(folder: Path, status: int) -> subprocess.CompletedProcess[str]:
    """Return what `make` does for the packages in a folder, with an npm that ends with a status."""
    program = folder / "npm"
    program.write_text(
        f"#!/bin/sh\necho called\nmkdir -p {folder}/node_modules/pyodide\nexit {status}\n", "utf-8"
    )
    program.chmod(0o755)
    make = [str(shutil.which("make")), "-f", str(ROOT / "Makefile"), f"PLAYGROUND={folder}"]
    environ = {"PATH": f"{folder}:{os.environ['PATH']}"}
    command = [*make, f"{folder}/node_modules"]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)


def test_packages_are_fetched_once(playground: Path) -> None:
    """What is there needs no network again."""
    assert "called" in fetching(playground, 0).stdout
    assert "called" not in fetching(playground, 0).stdout
    assert (playground / "node_modules" / "pyodide").is_dir()


def test_a_site_can_be_built_without_npm(playground: Path) -> None:
    """Nothing half is kept, the next call tries again, and nothing looks out of date for it."""
    done = fetching(playground, 1)
    assert (0, True) == (done.returncode, "called" in done.stdout)
    assert [] == list((playground / "node_modules").iterdir())
    before = (playground / "node_modules").stat().st_mtime
    assert before < (ROOT / "Makefile").stat().st_mtime
    assert "called" in fetching(playground, 1).stdout
    assert before == (playground / "node_modules").stat().st_mtime
