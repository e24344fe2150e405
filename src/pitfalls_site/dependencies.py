"""Tells Sphinx which files a page is made from, so that an edit rebuilds it and nothing else.

`:load:` and the generated tables are no dependencies that Sphinx could see for itself.
"""

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from pitfalls_site import domain


def setup(app: Sphinx) -> None:
    """Connect to the reading of a page and to the search for outdated ones."""
    app.connect("source-read", note_scripts)
    app.connect("env-get-outdated", outdated_by_a_new_pitfall)


def note_scripts(app: Sphinx, docname: str, source: list[str]) -> None:
    """A pitfall's page depends on everything in its folder."""
    shared = domain.of(app.env)
    slug = shared.slug_of(docname)
    if slug:
        for path in sorted(shared.catalogue.folder(slug).iterdir()):
            app.env.note_dependency(str(path), docname=docname)


def note_catalogue(env: BuildEnvironment, *, evidence: bool) -> None:
    """The page being read shows all pitfalls: their claims and titles, and perhaps their evidence."""
    shared = domain.of(env)
    names = ["pitfall.toml", "observed.json"] if evidence else ["pitfall.toml"]
    for slug in shared.catalogue.slugs():
        for name in names:
            env.note_dependency(str(shared.catalogue.folder(slug) / name))
        env.note_dependency(str(shared.catalogue.page_path(slug)))
    shared.overviews.add(env.docname)


def outdated_by_a_new_pitfall(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Rebuild the overviews when a pitfall is new or gone, which none of their files shows."""
    return sorted(domain.of(env).overviews) if added or removed else []
