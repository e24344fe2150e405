"""The pages about all pitfalls: the list by area, and the table of versions."""

from itertools import groupby

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from asyncio_pitfalls import catalogue, project
from asyncio_pitfalls.claims import AREAS, Pitfall
from asyncio_pitfalls.site.dependencies import note_catalogue
from asyncio_pitfalls.site.pages import PREFIX, effects
from asyncio_pitfalls.site.text import sight


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("pitfalls-by-area", ByArea)
    app.add_directive("version-table", VersionTable)


def link(pitfall: Pitfall, *content: nodes.Node) -> nodes.Node:
    """Return a cross-reference to the page of `pitfall`, with its title unless `content` is given."""
    inner = content or (nodes.Text(catalogue.title(pitfall.slug)),)
    return link_to(f"{PREFIX}{pitfall.slug}", *inner)


def link_to(docname: str, *content: nodes.Node) -> nodes.Node:
    """Return a cross-reference to the page `docname` that reads `content`."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", "", *content),
        refdomain="std",
        reftype="doc",
        refexplicit=True,
        reftarget=f"/{docname}",
        refwarn=True,
    )


class ByArea(SphinxDirective):
    """All pitfalls, message first, under the headings of their areas."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each area that has pitfalls."""
        note_catalogue(self.env, evidence=False)
        return [self.section(area, heading) for area, heading in AREAS.items() if self.members(area)]

    def members(self, area: str) -> list[Pitfall]:
        """Return the pitfalls of an area, by slug."""
        return [pitfall for pitfall in catalogue.pitfalls() if pitfall.area == area]

    def section(self, area: str, heading: str) -> nodes.section:
        """Return the heading of an area and its pitfalls."""
        items = [nodes.list_item("", *entry(pitfall)) for pitfall in self.members(area)]
        listing = nodes.bullet_list("", *items, classes=["pitfall-list"])
        return nodes.section("", nodes.title("", heading), listing, ids=[area], names=[area])


def entry(pitfall: Pitfall) -> list[nodes.Node]:
    """Return what the reader sees, then the mistake behind it, as a link."""
    seen = [
        nodes.paragraph("", "", sight(symptom), classes=["message"]) for symptom in pitfall.symptoms.values()
    ]
    return [*seen, nodes.paragraph("", "", link(pitfall), classes=["mistake"])]


class VersionTable(SphinxDirective):
    """What every failure does on every version."""

    def run(self) -> list[nodes.Node]:
        """Return a table with a row for each pitfall."""
        note_catalogue(self.env, evidence=True)
        minors = project.versions()
        head = nodes.row("", *(entry_of(nodes.Text(text)) for text in ("Pitfall", *minors)))
        body = [self.row(pitfall, minors) for pitfall in catalogue.pitfalls()]
        group = nodes.tgroup("", cols=len(minors) + 1)
        group += [nodes.colspec(colwidth=1) for _ in range(len(minors) + 1)]
        group += [nodes.thead("", head), nodes.tbody("", *body)]
        return [nodes.table("", group, classes=["version-table", "colwidths-auto"])]

    def row(self, pitfall: Pitfall, minors: list[str]) -> nodes.row:
        """Return the link, and a word over all neighbouring versions to which it applies."""
        found = effects(pitfall)
        result = nodes.row("", entry_of(link(pitfall)))
        for word, alike in groupby(found.get(minor, ("", "not run"))[1] for minor in minors):
            chip = nodes.inline("", word, classes=["version", word.split()[0]])
            result += entry_of(chip, columns=len(list(alike)))
        return result


def entry_of(content: nodes.Node, columns: int = 1) -> nodes.entry:
    """Return a cell of a table with one inline node, over several columns."""
    wide = {"morecols": columns - 1} if columns > 1 else {}
    return nodes.entry("", nodes.paragraph("", "", content), **wide)
