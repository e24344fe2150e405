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
    """All pitfalls, a line for each message, under the headings of their areas."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each area that has pitfalls."""
        note_catalogue(self.env, evidence=False)
        catalogue = domain.of(self.env).catalogue
        return [
            section(catalogue, area, f"{heading} ({len(members)})", members)
            for area, heading in catalogue.settings.areas.items()
            if (members := catalogue.in_area(area))
        ]


def section(catalogue: Catalogue, area: str, heading: str, members: list[Pitfall]) -> nodes.section:
    """Return the heading of an area and its messages."""
    items = [item for pitfall in members for item in entries(catalogue, pitfall)]
    listing = nodes.bullet_list("", *items, classes=["pitfall-list", "can-be-filtered"])
    return nodes.section("", nodes.title("", heading), listing, ids=[area], names=[area])


def entries(catalogue: Catalogue, pitfall: Pitfall) -> list[nodes.list_item]:
    """Return a line for each message of a pitfall: the message is a link, the mistake is beside it."""
    mistake = nodes.inline("", catalogue.title(pitfall.slug).replace("`", ""), classes=["mistake"])
    return [
        nodes.list_item(
            "",
            nodes.paragraph(
                "",
                "",
                link(catalogue, pitfall.slug, render.sight(symptom, message)),
                nodes.Text(" "),
                mistake.deepcopy(),
            ),
        )
        for symptom in pitfall.symptoms.values()
        for message in ([""] if symptom.sees else symptom.messages)
    ]


class VersionTable(SphinxDirective):
    """What every failure does on every version: first those that differ, then those that do not, folded."""

    def run(self) -> list[nodes.Node]:
        """Return a table of the rows that differ, and a folded one of the others."""
        note_catalogue(self.env, evidence=True)
        catalogue = domain.of(self.env).catalogue
        rows = [(row(catalogue, pitfall), is_uniform(catalogue, pitfall)) for pitfall in catalogue.pitfalls()]
        differing, uniform = ([it for it, same in rows if same is wanted] for wanted in (False, True))
        opening = f'<details class="uniform"><summary>{len(uniform)} do the same on every version</summary>'
        folded = [
            nodes.raw("", opening, format="html"),
            table(catalogue, uniform),
            nodes.raw("", "</details>", format="html"),
        ]
        return [*([table(catalogue, differing)] if differing else []), *(folded if uniform else [])]


def table(catalogue: Catalogue, rows: list[nodes.row]) -> nodes.table:
    """Return a table with the newest version first, which is what a phone has room for."""
    minors = list(reversed(catalogue.versions))
    head = nodes.row("", *(entry_of(nodes.Text(text)) for text in ("Pitfall", *minors)))
    group = nodes.tgroup("", cols=len(minors) + 1)
    group += [nodes.colspec(colwidth=1) for _ in range(len(minors) + 1)]
    group += [nodes.thead("", head), nodes.tbody("", *rows)]
    return nodes.table("", group, classes=["version-table", "colwidths-auto"])


def words_of(catalogue: Catalogue, pitfall: Pitfall) -> list[str]:
    """Return what the failure does on each version, newest first."""
    found = effects.of_failure(catalogue, pitfall)
    return [found[it].word if it in found else effects.NOT_RUN for it in reversed(catalogue.versions)]


def is_uniform(catalogue: Catalogue, pitfall: Pitfall) -> bool:
    """Return whether the failure does the same on every version."""
    return len(set(words_of(catalogue, pitfall))) == 1


def row(catalogue: Catalogue, pitfall: Pitfall) -> nodes.row:
    """Return the link, the flags of the run, and a word over all neighbouring versions that share it."""
    flags = " ".join(pitfall.runs["failure"].flags)
    with_flags = [nodes.Text(" with "), nodes.literal("", flags)] if flags else []
    result = nodes.row("", entry_of(link(catalogue, pitfall.slug), *with_flags))
    for word, alike in groupby(words_of(catalogue, pitfall)):
        chip = nodes.inline("", word, classes=["version", word.split()[0]])
        result += entry_of(chip, columns=len(list(alike)))
    return result


def entry_of(*content: nodes.Node, columns: int = 1) -> nodes.entry:
    """Return a cell of a table with inline nodes, over several columns."""
    wide = {"morecols": columns - 1} if columns > 1 else {}
    return nodes.entry("", nodes.paragraph("", "", *content), **wide)
