"""A script that asks for packages runs in an environment that has them, or the reason is a sentence."""

from pathlib import Path

import pytest

from asyncio_pitfalls import inline_metadata
from asyncio_pitfalls.run import environments
from asyncio_pitfalls.run.environments import InstallationFailed
from asyncio_pitfalls.run.interpreters import HERE


def script(folder: Path, text: str) -> Path:
    """Write a script."""
    path = folder / "failure.py"
    path.write_text(text, encoding="utf-8")
    return path


def asking(folder: Path, *packages: str) -> Path:
    """Write a script that asks for packages."""
    return script(folder, f"# /// script\n# dependencies = {list(packages)}\n# ///\n")


@pytest.mark.parametrize("text", ["print()\n", "# /// script\n# requires-python = '>=3.8'\n# ///\n"])
def test_a_script_without_packages_needs_no_environment(tmp_path: Path, text: str) -> None:
    """The interpreter itself runs it."""
    assert HERE.path == environments.python_for(script(tmp_path, text), HERE)


def test_packages_need_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the sentence says how to get it."""
    monkeypatch.setattr(environments.shutil, "which", lambda *_, **__: None)
    with pytest.raises(InstallationFailed, match="python -m pip install uv"):
        environments.python_for(asking(tmp_path, "a-package-of-nobody"), HERE)


def test_packages_are_installed_as_the_script_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failing installation is reported with the installer's own words, and leaves no environment."""
    monkeypatch.setattr(environments, "user_cache_path", lambda _: tmp_path / "cache")
    path = asking(tmp_path, "no such package")
    assert {"dependencies": ["no such package"]} == inline_metadata.read(path.read_text(encoding="utf-8"))
    with pytest.raises(InstallationFailed, match="no such package"):
        environments.python_for(path, HERE)
    assert [] == list((tmp_path / "cache" / "environments").iterdir())


def test_only_a_block_of_its_own_is_metadata() -> None:
    """As PEP 723 has it: lines that begin with a hash and a space, up to the last line of the block."""
    assert {} == inline_metadata.read("print('# /// script')\n# ///\n")
    assert {} == inline_metadata.read("# /// other\n# a = 1\n# ///\n")
    block = "# /// script\n# dependencies = [\n#   'a',\n# ]\n#\n# [tool.uv]\n# ///\n"
    expected = {"dependencies": ["a"], "tool": {"uv": {}}}
    assert expected == inline_metadata.read(f"#!/usr/bin/env python\n{block}print()\n")


@pytest.mark.parametrize("line", ["dependencies = 'a'", "dependencies = [1]", "dependencies = {}"])
def test_packages_are_a_list_of_texts(line: str) -> None:
    """Another form is refused before uv sees it."""
    with pytest.raises(ValueError, match=r"^dependencies: expected a list of texts$"):
        inline_metadata.read(f"# /// script\n# {line}\n# ///\n")
