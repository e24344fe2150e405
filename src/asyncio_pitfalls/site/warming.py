"""Warms interpreters before Sphinx forks, so that the programs of many pages start from them."""

from collections import Counter

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from asyncio_pitfalls import catalogue, environments
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.kernel import INTERPRETER
from asyncio_pitfalls.site.pages import slug_of
from asyncio_pitfalls.warm import AVAILABLE, SHARED

# It costs about as much as two ordinary starts.
_WORTH = 4


def setup(app: Sphinx) -> None:
    """Connect to what is before the reading of pages, and to the end of the build."""
    app.connect("env-before-read-docs", warm)
    app.connect("build-finished", end)


def warm(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Warm an interpreter for each set of flags that enough programs of the pages `docnames` have."""
    if not AVAILABLE or app.config.nb_execution_mode == "off":
        return
    slugs = filter(None, map(slug_of, docnames))
    flags = Counter(run.flags or () for slug in slugs for run in plain(catalogue.pitfall(slug)))
    for wanted, times in flags.items():
        if times >= _WORTH:
            SHARED.add([INTERPRETER.path, *wanted])


def plain(pitfall: Pitfall) -> list[Run]:
    """Return the runs that the building Python itself does, without packages."""
    folder = catalogue.folder(pitfall.slug)
    return [
        run
        for run in pitfall.runs.values()
        if run.covers(INTERPRETER.exact) and not environments.needs_packages(folder / run.script)
    ]


def end(app: Sphinx, exception: Exception | None) -> None:
    """Let the interpreters end."""
    SHARED.end()
