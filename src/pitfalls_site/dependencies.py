"""Tells Sphinx which files a page is made from, so that an edit rebuilds it and nothing else.

`:load:` and the generated tables are no dependencies that Sphinx could see for itself.
"""

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from pitfalls_site import domain


def setup(app: Sphinx) -> None:
    """Connect to the reading of a page and to the search for outdated ones."""
    app.connect("source-read", note_scripts)
    app.connect("env-get-outdated", outdated_by_titles)
    app.connect("env-updated", outdated_sidebars)


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
    shared.overviews.add(env.docname)


def outdated_by_titles(app: Sphinx, env: BuildEnvironment, *changes: set[str]) -> list[str]:
    """Read the overviews again when a pitfall is new or gone or has another title.

    Most edits of a page change no title, so the page itself is no dependency of the overviews.
    """
    shared = domain.of(env)
    return sorted(shared.overviews) if shared.titles != shared.data["titles"] else []


def outdated_sidebars(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the pages again whose sidebar lists a pitfall that is new or gone or has another title."""
    shared = domain.of(env)
    before, shared.data["titles"] = shared.data["titles"], shared.titles
    different = set(before.items()) ^ set(shared.titles.items())
    areas = {area for _, (area, _) in different}
    shown, now = ({area for area, _ in titles.values()} for titles in (before, shared.titles))
    return [name for name in env.all_docs if shown != now or shared.area_of(name) in areas]
