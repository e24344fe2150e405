"""Warms interpreters before Sphinx forks, so that the programs of many pages start from them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from asyncio_pitfalls import catalogue, cells, runner
from asyncio_pitfalls.environments import InstallationFailed, python_for
from asyncio_pitfalls.interpreters import HERE
from asyncio_pitfalls.warm import SHARED, available

# Warming one costs as much as starting one script in the ordinary way.
_WORTH = 2
# Flags under which an interpreter does not look for what makes it a warm one.
_DEAF = {"-E", "-I", "-S"}
_IMPORT = re.compile(r"^(?:import|from) (?P<module>[\w.]+)", re.MULTILINE)
# A command without its script, and the variables that stand for its flags.
Invocation = tuple[tuple[str, ...], tuple[tuple[str, str], ...]]


def setup(app: Sphinx) -> None:
    """Connect to what is before the reading of pages, and to the end of the build."""
    app.connect("env-before-read-docs", warm)
    app.connect("build-finished", end)


def warm(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Warm an interpreter wherever two programs of the pages `docnames` need the same."""
    if not docnames or app.config.nb_execution_mode == "off" or not available():
        return
    for (command, settings), scripts in sharing(docnames).items():
        if len(scripts) >= _WORTH and not _DEAF.intersection(command):
            SHARED.add(list(command), dict(settings), modules(scripts))


def sharing(docnames: Iterable[str]) -> dict[Invocation, list[Path]]:
    """Return the scripts on the pages `docnames` by how they are started."""
    scripts: defaultdict[Invocation, list[Path]] = defaultdict(list)
    for pitfall, run in (program for docname in docnames for program in cells.pages().get(docname, [])):
        script = catalogue.folder(pitfall.slug) / run.script
        try:
            python = python_for(script, HERE)
        except InstallationFailed:
            # The cell will say so, and the other pages can be read.
            continue
        command, settings = runner.arguments(run, python, packages=python != HERE.path)
        scripts[tuple(command[:-1]), tuple(settings.items())].append(script)
    return scripts


def modules(scripts: Iterable[Path]) -> set[str]:
    """Return asyncio and what all of the scripts import: none may notice that a module is there already."""
    imported = (set(_IMPORT.findall(script.read_text(encoding="utf-8"))) for script in scripts)
    return {"asyncio"} | set.intersection(*imported)


def end(app: Sphinx, exception: Exception | None) -> None:
    """Let the interpreters end."""
    SHARED.end()
