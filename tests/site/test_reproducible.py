"""Two builds of the same sources are the same byte for byte, wherever and whenever they run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from pitfalls_tools import generate
from support import CATALOGUE, ROOT, SLUGS, build, record_here


def differing(one: Path, other: Path) -> list[str]:
    """Return the names of the files in two folders that are missing or different in one of them."""
    first, second = ({path.relative_to(root): path for path in files(root)} for root in (one, other))
    return sorted(
        str(name)
        for name in first.keys() | second.keys()
        if not (name in first and name in second and first[name].read_bytes() == second[name].read_bytes())
    )


def files(root: Path) -> list[Path]:
    """Return the files of a built site, without what Sphinx keeps for the next build."""
    left_out = {".doctrees", "__pycache__"}
    return [path for path in root.rglob("*") if path.is_file() and not left_out.intersection(path.parts)]


def test_the_whole_site_is_the_same_in_another_folder(built_site: Path, tmp_path: Path) -> None:
    """No page, index, picture or list shows where or when it was built."""
    root = tmp_path / "else" / "where"
    root.parent.mkdir()
    generate.generate(CATALOGUE, root, len(SLUGS))
    packages = Path("src", "pitfalls_site", "playground", "node_modules")
    if (ROOT / packages).exists():
        (root / packages).symlink_to(ROOT / packages, target_is_directory=True)
    options = ["-b", "dirhtml", "-q", "--keep-going", "-j", "2", "-D", "nb_execution_mode=off", "-c", "."]
    command = [sys.executable, "-m", "sphinx", *options, "docs", "out"]
    environ = os.environ | {"PYTHONPATH": str(root / "src")}
    subprocess.run(command, cwd=root, env=environ, capture_output=True, check=True)
    assert [] == differing(built_site, root / "out")


def test_executed_pages_are_the_same_in_another_folder(sandbox: Path, tmp_path: Path) -> None:
    """Nor does what the cells print."""
    record_here(sandbox)
    other = tmp_path / "elsewhere"
    for folder in ("snippets", "docs"):
        shutil.copytree(sandbox / folder, other / folder)
    shutil.copy2(sandbox / "pyproject.toml", other)
    assert (0, 0) == (build(sandbox).returncode, build(other).returncode)
    assert [] == differing(sandbox / "out" / "html", other / "out" / "html")


def test_the_copy_that_is_measured_is_the_project(tmp_path: Path) -> None:
    """A generated project of as many pitfalls as there are has their very scripts and pages."""
    generate.generate(CATALOGUE, tmp_path / "copy", len(SLUGS))
    for folder in ("snippets", "docs"):
        assert [] == differing(ROOT / folder, tmp_path / "copy" / folder)
