"""Three rooms, one direction: the site and the tools know the library, and the library knows neither."""

import ast
import configparser
import re
import subprocess
import sys
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from support import ROOT, SLUGS

SRC = ROOT / "src"
LIBRARY, SITE, TOOLS = "asyncio_pitfalls", "pitfalls_site", "pitfalls_tools"
# What each room must not import; the library must import nothing else that it does not declare, either.
FORBIDDEN = {
    LIBRARY: {SITE, TOOLS, "sphinx", "docutils", "myst_nb", "myst_parser", "jupyter_client", "zmq"},
    SITE: {TOOLS},
    TOOLS: {SITE},
}
ROOMS = sorted(FORBIDDEN)
MODULES = sorted(
    path for room in ROOMS for path in (SRC / room).rglob("*.py") if "templates" not in path.parts
)
TESTS = sorted(path for path in (ROOT / "tests").rglob("*.py") if "node_modules" not in path.parts)


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of each module that a module imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: expected imports by full name"
            yield str(node.module)


def across(path: Path, room: str) -> list[str]:
    """Return the imports that are not allowed in a module of a room."""
    found = sorted({name for name in imports(path) if name.partition(".")[0] in FORBIDDEN[room]})
    return [f"{path.name} of {room} must not import {name}" for name in found]


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_is_imported_across(room: str) -> None:
    """`tools -> library <- site`, and nothing else."""
    modules = [path for path in MODULES if path.is_relative_to(SRC / room)]
    assert modules
    assert [] == [wrong for path in modules for wrong in across(path, room)]


@pytest.mark.parametrize(
    "line", ["import sphinx.application", "from pitfalls_site import cells", "def f():\n    import zmq"]
)
def test_an_import_across_is_named(tmp_path: Path, line: str) -> None:
    """The check above can fail, also for an import within a function."""
    (tmp_path / "rank.py").write_text(f"import os\n{line}\n", encoding="utf-8")
    name = re.findall(r"(?:import|from) ([\w.]+)", line)[0]
    assert [f"rank.py of {LIBRARY} must not import {name}"] == across(tmp_path / "rank.py", LIBRARY)


def test_the_library_needs_only_what_it_declares() -> None:
    """`pip install` brings everything that the command imports."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {canonicalize_name(Requirement(text).name) for text in project["dependencies"]}
    brought = packages_distributions()
    wrong = {
        f"{path.relative_to(SRC)} imports {name}"
        for path in MODULES
        if path.is_relative_to(SRC / LIBRARY)
        for name in {full.partition(".")[0] for full in imports(path)} - sys.stdlib_module_names - {LIBRARY}
        if declared.isdisjoint(map(canonicalize_name, brought.get(name, [])))
    }
    assert set() == wrong


def test_no_test_imports_from_a_test() -> None:
    """What several tests use is in `support.py`, or in a helper module of their folder."""
    for path in TESTS:
        wrong = [name for name in imports(path) if name.rpartition(".")[2].startswith(("test_", "conftest"))]
        assert [] == wrong, path.relative_to(ROOT)


def test_the_names_of_helpers_are_unique() -> None:
    """All modules of the tests are imported by their bare names."""
    names = [path.name for path in TESTS]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SRC).as_posix())
def test_each_module_says_what_it_is_for(path: Path) -> None:
    """In its first line."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_the_map_of_modules_is_complete() -> None:
    """Each module is exactly once in a table of CONTRIBUTING.md under "How it fits together"."""
    named = Counter(mapped((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
    there = {name_of(path) for path in MODULES if path.name not in {"__init__.py", "__main__.py"}}
    assert [] == sorted(name for name, times in named.items() if times > 1), "named more than once"
    assert [] == sorted(there - named.keys()), "not in the map"
    assert [] == sorted(named.keys() - there), "in the map, but not in src/"


def name_of(path: Path) -> str:
    """Return `claims`, `run/runner`, `pitfalls_site/cells`: how the map names a module."""
    return path.relative_to(SRC).with_suffix("").as_posix().removeprefix(f"{LIBRARY}/")


def mapped(text: str) -> list[str]:
    """Return the names in backticks in the first column of every table of that section."""
    section = text.partition("\n## How it fits together\n")[2].partition("\n## ")[0]
    first = [line.split("|")[1] for line in section.splitlines() if line.startswith("|")]
    return [name for cell in first for name in re.findall(r"`([\w/]+)`", cell)]


def test_the_map_may_have_several_modules_in_a_row() -> None:
    """Names in other columns and in other sections are none of the map."""
    table = (
        "| library | does |\n|---|---|\n| `claims`, `run/runner` | reads `pitfall.toml` |\n| `cli` | x |\n"
    )
    other = "| key | what |\n|---|---|\n| `area` | one |\n"
    text = f"# A\n\n{other}\n## How it fits together\n\nText `page`.\n\n{table}\n## More\n\n{other}"
    assert ["claims", "run/runner", "cli"] == mapped(text)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this project."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", str(folder), str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_has_the_library_with_its_data_and_nothing_else(wheel: Path) -> None:
    """Every script and page, no site, no tools, and one command."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        entries = next(name for name in names if name.endswith(".dist-info/entry_points.txt"))
        registered = configparser.ConfigParser()
        registered.read_string(archive.read(entries).decode())
    tops = {name.partition("/")[0] for name in names}
    assert {LIBRARY, entries.partition("/")[0]} == tops
    data = f"{LIBRARY}/_data"
    wanted = {f"{data}/snippets/{slug}/{file}" for slug in SLUGS for file in ("pitfall.toml", "failure.py")}
    wanted |= {f"{data}/docs/pitfalls/{slug}.md" for slug in SLUGS} | {f"{data}/pyproject.toml"}
    assert set() == wanted - names
    assert ["console_scripts"] == registered.sections()
    assert {"asyncio-pitfalls": f"{LIBRARY}.cli:main"} == dict(registered["console_scripts"])


@pytest.fixture(scope="module")
def installed(wheel: Path) -> list[str]:
    """The installed command; neither a checkout nor the other rooms are there."""
    target = wheel.parent / "installed"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target)]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    program = (
        "import sys; target, *sys.argv[1:] = sys.argv[1:]\n"
        f"sys.path = [target, *(path for path in sys.path if path != {str(SRC)!r})]\n"
        "from asyncio_pitfalls.cli import main; main(prog_name='asyncio-pitfalls')"
    )
    return [sys.executable, "-P", "-c", program, str(target)]


def test_the_installed_command_works_without_a_checkout(installed: list[str], tmp_path: Path) -> None:
    """It lists and explains."""
    listed = subprocess.run(
        [*installed, "list"], capture_output=True, encoding="utf-8", check=True, cwd=tmp_path
    )
    assert [] == [slug for slug in SLUGS if f"  {slug}\n" not in listed.stdout]
    explain = [*installed, "explain", SLUGS[0]]
    page = subprocess.run(explain, capture_output=True, encoding="utf-8", check=True, cwd=tmp_path)
    assert "Failure" in page.stdout


@pytest.mark.parametrize("tool", ["new", "record", "addresses"])
def test_the_installed_command_has_no_tools(installed: list[str], tmp_path: Path, tool: str) -> None:
    """Nobody can write into the data of an installation."""
    done = subprocess.run(
        [*installed, tool], capture_output=True, encoding="utf-8", check=False, cwd=tmp_path
    )
    assert 2 == done.returncode
    assert f"No such command '{tool}'" in done.stderr
