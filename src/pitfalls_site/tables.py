"""The pages about all pitfalls: the list by area, and the table of versions."""

from itertools import groupby

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from asyncio_pitfalls import effects
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall
from pitfalls_site import domain, render
from pitfalls_site.dependencies import note_catalogue
from pitfalls_site.domain import link


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("pitfalls-by-area", ByArea)
    app.add_directive("version-table", VersionTable)


class ByArea(SphinxDirective):
    """All pitfalls, message first, under the headings of their areas."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each area that has pitfalls."""
        note_catalogue(self.env, evidence=False)
        catalogue = domain.of(self.env).catalogue
        return [
            section(catalogue, area, heading, members)
            for area, heading in catalogue.settings.areas.items()
            if (members := catalogue.in_area(area))
        ]


def section(catalogue: Catalogue, area: str, heading: str, members: list[Pitfall]) -> nodes.section:
    """Return the heading of an area and its pitfalls."""
    items = [nodes.list_item("", *entry(catalogue, pitfall)) for pitfall in members]
    listing = nodes.bullet_list("", *items, classes=["pitfall-list"])
    return nodes.section("", nodes.title("", heading), listing, ids=[area], names=[area])


def entry(catalogue: Catalogue, pitfall: Pitfall) -> list[nodes.Node]:
    """Return what the reader sees, then the mistake behind it, as a link."""
    seen = [
        nodes.paragraph("", "", render.sight(symptom, message), classes=["message"])
        for symptom in pitfall.symptoms.values()
        for message in ([""] if symptom.sees else symptom.messages)
    ]
    return [*seen, nodes.paragraph("", "", link(catalogue, pitfall.slug), classes=["mistake"])]


class VersionTable(SphinxDirective):
    """What every failure does on every version."""

    def run(self) -> list[nodes.Node]:
        """Return a table with a row for each pitfall."""
        note_catalogue(self.env, evidence=True)
        catalogue = domain.of(self.env).catalogue
        minors = catalogue.versions
        head = nodes.row("", *(entry_of(nodes.Text(text)) for text in ("Pitfall", *minors)))
        body = [row(catalogue, pitfall) for pitfall in catalogue.pitfalls()]
        group = nodes.tgroup("", cols=len(minors) + 1)
        group += [nodes.colspec(colwidth=1) for _ in range(len(minors) + 1)]
        group += [nodes.thead("", head), nodes.tbody("", *body)]
        return [nodes.table("", group, classes=["version-table", "colwidths-auto"])]


def row(catalogue: Catalogue, pitfall: Pitfall) -> nodes.row:
    """Return the link, the flags of the run, and a word over all neighbouring versions that share it."""
    found = effects.of_failure(catalogue, pitfall)
    flags = " ".join(pitfall.runs["failure"].flags)
    with_flags = [nodes.Text(" with "), nodes.literal("", flags)] if flags else []
    result = nodes.row("", entry_of(link(catalogue, pitfall.slug), *with_flags))
    words = (found[minor].word if minor in found else effects.NOT_RUN for minor in catalogue.versions)
    for word, alike in groupby(words):
        chip = nodes.inline("", word, classes=["version", word.split()[0]])
        result += entry_of(chip, columns=len(list(alike)))
    return result


def entry_of(*content: nodes.Node, columns: int = 1) -> nodes.entry:
    """Return a cell of a table with inline nodes, over several columns."""
    wide = {"morecols": columns - 1} if columns > 1 else {}
    return nodes.entry("", nodes.paragraph("", "", *content), **wide)
