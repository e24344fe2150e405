"""Tells Sphinx which files a page is made from, so that an edit rebuilds it and nothing else.

`:load:` and the generated tables are no dependencies that Sphinx could see for itself.
"""

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from asyncio_pitfalls import catalogue
from asyncio_pitfalls.site.pages import slug_of


def setup(app: Sphinx) -> None:
    """Connect to the reading of a page and to the search for outdated ones."""
    app.connect("source-read", note_scripts)
    app.connect("env-get-outdated", outdated_by_a_new_pitfall)


def note_scripts(app: Sphinx, docname: str, source: list[str]) -> None:
    """A pitfall's page depends on everything in its folder."""
    slug = slug_of(docname)
    if slug:
        for path in sorted(catalogue.folder(slug).iterdir()):
            app.env.note_dependency(str(path), docname=docname)


def note_catalogue(env: BuildEnvironment, *, evidence: bool) -> None:
    """The page being read shows all pitfalls: their claims and titles, and perhaps their evidence."""
    names = ["pitfall.toml", "observed.json"] if evidence else ["pitfall.toml"]
    for slug in catalogue.slugs():
        for name in names:
            env.note_dependency(str(catalogue.folder(slug) / name))
        env.note_dependency(str(catalogue.page(slug)))
    overviews(env).add(env.docname)


def overviews(env: BuildEnvironment) -> set[str]:
    """Return the names of the pages that show all pitfalls; they survive in the pickled environment."""
    if not hasattr(env, "pitfall_overviews"):
        env.pitfall_overviews = set()  # type: ignore[attr-defined]
    known: set[str] = env.pitfall_overviews  # type: ignore[attr-defined]
    return known


def outdated_by_a_new_pitfall(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Rebuild the overviews when a pitfall came or went, which no file of theirs shows."""
    return sorted(overviews(env)) if added or removed else []
