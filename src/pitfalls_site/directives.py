"""What a page says with one line: its header, its other versions, and recorded evidence."""

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from asyncio_pitfalls import content, effects
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.content import PageError
from asyncio_pitfalls.evidence import FILE, Observation, command
from asyncio_pitfalls.page import Directive
from asyncio_pitfalls.ranges import minor_of
from asyncio_pitfalls.run.runner import command_line
from pitfalls_site import domain, glance, render
from pitfalls_site.facts import headline


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("pitfall", Header)
    app.add_directive("other-versions", OtherVersions)
    app.add_directive("evidence", Recorded)


class PitfallDirective(SphinxDirective):
    """A directive on the page of a pitfall."""

    @property
    def catalogue(self) -> Catalogue:
        """The pitfalls of the project."""
        return domain.of(self.env).catalogue

    @property
    def pitfall(self) -> Pitfall:
        """The pitfall whose page is being read."""
        slug = domain.of(self.env).slug_of(self.env.docname)
        if slug is None:
            raise self.error(f"the directive {self.name!r} belongs on a page in docs/pitfalls/")
        return self.catalogue.pitfall(slug)


class Header(PitfallDirective):
    """The diff from failure to fix; the title and the name of the page for others."""

    def run(self) -> list[nodes.Node]:
        """Return the diff, and give the page its slug as a name for other Sphinx projects."""
        pitfall = self.pitfall
        title = self.catalogue.title(pitfall.slug)
        names = self.env.domains.standard_domain
        names.note_hyperlink_target(pitfall.slug, self.env.docname, "", title)
        message = headline(self.catalogue, pitfall)
        # What a tab, a search engine and the search of this site show.
        plain = title.replace("`", "")
        self.state.document["title"] = f"{message} – {plain}" if message else plain
        return [glance.figure(pitfall, self.catalogue.evidence(pitfall.slug))]


class OtherVersions(PitfallDirective):
    """What each script printed on the whole matrix, versions with equal output together."""

    def run(self) -> list[nodes.Node]:
        """Return a foldable block for each group of versions."""
        pitfall = self.pitfall
        seen = self.catalogue.evidence(pitfall.slug)
        if not seen:
            raise self.error(f"nothing is recorded yet: {command(pitfall.slug)}")
        result: list[nodes.Node] = []
        for name, run in pitfall.runs.items():
            result.append(nodes.paragraph("", "", nodes.literal("", command_line(run)), nodes.Text(":")))
            for observation in seen.get(name, ()):
                result += folded(pitfall, summary_of(pitfall, run, observation), observation)
        return result


def summary_of(pitfall: Pitfall, run: Run, observation: Observation) -> str:
    """Return one line for a group of versions: which, what is seen, and the exit status."""
    found = {effects.of_claim(pitfall, run.claim_for(exact)) for exact in observation.seen}
    word = "silent, as it should be" if run.is_fix else " or ".join(sorted(found))
    if run.name.startswith("find"):
        word = "recorded"
    versions = ", ".join(version_anchor(run, exact) for exact in observation.seen)
    return f"CPython {versions}: {word}, exit status {observation.exit}"


def version_anchor(run: Run, exact: str) -> str:
    """Return an exact version that on the failure is an address: `#python-3.12`."""
    if run.name != "failure":
        return exact
    return f'<span id="python-{minor_of(exact)}">{exact}</span>'


def folded(pitfall: Pitfall, summary: str, observation: Observation) -> list[nodes.Node]:
    """Return the output of `observation` in a block that opens without JavaScript."""
    opening = f'<details class="output"><summary>{summary}</summary>'
    return [
        nodes.raw("", opening, format="html"),
        render.output(pitfall, observation),
        nodes.raw("", "</details>", format="html"),
    ]


class Recorded(PitfallDirective):
    """A run with the output that was recorded, of one version where the page names one.

    The argument is the name of a run, after `<slug>/` on pages of no pitfall.
    """

    required_arguments = 1
    option_spec = {"version": directives.unchanged}  # noqa: RUF012 - docutils wants a plain dict

    def run(self) -> list[nodes.Node]:
        """Return the script, the command and its output."""
        options = {name: value.strip("\"'") for name, value in self.options.items()}
        block = Directive("evidence", self.arguments[0], options, "", (self.lineno, self.lineno))
        try:
            shown = content.of_block(self.catalogue, domain.of(self.env).slug_of(self.env.docname), block)
        except PageError as error:
            raise self.error(str(error)) from None
        self.env.note_dependency(str(shown.pitfall.folder / FILE))
        return render.shown(self.catalogue, shown)
