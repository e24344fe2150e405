"""The table of the debugging notes: each statement, its verdict by version, and its pitfalls."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from asyncio_pitfalls import statements
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.ranges import every_version, spans
from asyncio_pitfalls.statements import Statement, Verdict
from pitfalls_site import domain
from pitfalls_site.dependencies import note_catalogue
from pitfalls_site.domain import link

_COLUMNS = {"number": "No.", "says": "Statement", "verdicts": "Verdict", "pitfalls": "See it go wrong"}


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("notes-table", NotesTable)


class NotesTable(SphinxDirective):
    """All statements of the notes."""

    @property
    def catalogue(self) -> Catalogue:
        """The pitfalls of the project."""
        return domain.of(self.env).catalogue

    def run(self) -> list[nodes.Node]:
        """Return a table with a row for each statement."""
        self.env.note_dependency(str(self.catalogue.root / statements.FILE))
        note_catalogue(self.env, evidence=False)
        try:
            found = statements.load(self.catalogue.root, self.catalogue.versions)
        except statements.NotesError as error:
            raise self.error(str(error)) from None
        head = nodes.row("", *(nodes.entry("", nodes.paragraph("", text)) for text in _COLUMNS.values()))
        group = nodes.tgroup("", cols=len(_COLUMNS))
        group += [nodes.colspec(colwidth=1) for _ in _COLUMNS]
        group += [nodes.thead("", head), nodes.tbody("", *map(self.row, found))]
        return [nodes.table("", group, classes=["notes-table", "colwidths-auto"])]

    def row(self, statement: Statement) -> nodes.row:
        """Return the row of a statement, which has an address of its own."""
        name = f"statement-{statement.number}"
        cells = {
            "number": [
                nodes.paragraph("", "", nodes.reference("", str(statement.number), refid=name, internal=True))
            ],
            "says": [self.paragraph(statement.says), nodes.paragraph("", "", self.probe(statement))],
            "verdicts": [self.verdict(verdict) for verdict in statement.verdicts],
            "pitfalls": [
                nodes.paragraph("", "", link(self.catalogue, pitfall.slug))
                for pitfall in self.catalogue.pitfalls()
                if statement.number in pitfall.notes
            ],
        }
        entries = [nodes.entry("", *cells[column], classes=[column]) for column in _COLUMNS]
        return nodes.row("", *entries, ids=[name])

    def probe(self, statement: Statement) -> nodes.Node:
        """Return a link to the script that tries whether the statement is true."""
        options = self.config.html_theme_options
        path = f"{statements.PROBES}/{statement.probe}"
        url = f"{options['source_repository']}/blob/{options['source_branch']}/{path}"
        return nodes.reference("", "probe", refuri=url, classes=["probe"])

    def verdict(self, verdict: Verdict) -> nodes.paragraph:
        """Return the versions, the verdict in a word, and why."""
        chip = nodes.inline(
            "",
            f"{span_of(self.catalogue.versions, verdict)} {verdict.word}:",
            classes=["verdict", verdict.word],
        )
        reason = self.paragraph(verdict.because)
        return nodes.paragraph("", "", chip, nodes.Text(" "), *reason.children)

    def paragraph(self, text: str) -> nodes.paragraph:
        """Return a line of Markdown as a paragraph."""
        inlines, messages = self.parse_inline(text)
        return nodes.paragraph(text, "", *inlines, *messages)


def span_of(minors: tuple[str, ...], verdict: Verdict) -> str:
    """Return the versions of a verdict as people write them: such as "3.10.10+, 3.12"."""
    parts = {minor: _part(verdict, minor) for minor in minors}
    return ", ".join(span if part == "all" else part for span, part in spans(parts) if part)


def _part(verdict: Verdict, minor: str) -> str:
    """Return which patch releases of `minor` are covered: "all", "" for none, "3.10.10+"."""
    releases = list(every_version((minor,)))
    covered = [version for version in releases if verdict.covers(version)]
    if covered in (releases, []):
        return "all" if covered else ""
    return f"{covered[0]}+" if covered[-1] == releases[-1] else f"{covered[0]}–{covered[-1]}"
