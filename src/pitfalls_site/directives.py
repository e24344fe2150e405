"""What a page says with one line: its header, its other versions, and recorded evidence."""

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from asyncio_pitfalls import content, effects
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall, Run, Symptom
from asyncio_pitfalls.content import PageError
from asyncio_pitfalls.evidence import FILE, Observation, command
from asyncio_pitfalls.messages import anchor
from asyncio_pitfalls.page import Directive
from asyncio_pitfalls.ranges import contains, minor_of, spans
from asyncio_pitfalls.run.runner import command_line
from pitfalls_site import domain, render
from pitfalls_site.domain import message_link


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
    """The symptoms, the versions, how to run it, and the link to copy."""

    def run(self) -> list[nodes.Node]:
        """Return a definition list, and give the page its slug as a name for other Sphinx projects."""
        pitfall = self.pitfall
        names = self.env.domains.standard_domain
        names.note_hyperlink_target(pitfall.slug, self.env.docname, "", self.catalogue.title(pitfall.slug))
        permalink = self.catalogue.address(pitfall.slug)
        link = nodes.reference("", permalink, refuri=permalink, classes=["permalink"])
        rows: list[tuple[str, list[nodes.Node]]] = [
            ("You see", symptoms(self.catalogue, pitfall)),
            ("Versions", version_chips(self.catalogue, pitfall)),
            ("Run it", self.commands(pitfall)),
            ("Link here", [nodes.paragraph("", "", link)]),
        ]
        items = [
            nodes.definition_list_item("", nodes.term("", term), nodes.definition("", *body))
            for term, body in rows
        ]
        return [nodes.definition_list("", *items, classes=["pitfall-header"])]

    def commands(self, pitfall: Pitfall) -> list[nodes.Node]:
        """Return the command that runs the failure from its public address, and links to the scripts."""
        failure = pitfall.runs["failure"]
        url = f"{self.catalogue.website}snippets/{pitfall.slug}/"
        typed = command_line(failure) if failure.flags else f"uv run {url}{failure.script}"
        links = nodes.paragraph("", "Download: ")
        for script in sorted({run.script for run in pitfall.runs.values()}):
            links += nodes.reference("", "", nodes.literal("", script), refuri=f"{url}{script}")
            links += nodes.Text(" ")
        return [nodes.paragraph("", "", nodes.literal("", typed)), links]


def symptoms(catalogue: Catalogue, pitfall: Pitfall) -> list[nodes.Node]:
    """Return the messages of a pitfall, or for a silent one what the person sees, as links to the index."""
    found: list[nodes.Node] = []
    for key, symptom in pitfall.symptoms.items():
        for message, versions in wordings(catalogue, symptom):
            link = message_link(anchor(key, symptom), render.sight(symptom, message))
            on = [nodes.Text(f" on {versions}")] if versions else []
            found.append(nodes.paragraph("", "", link, *on))
    return found


def wordings(catalogue: Catalogue, symptom: Symptom) -> list[tuple[str, str]]:
    """Return each text of a symptom with the versions that print it, "" where all print the same."""
    by_minor = {minor: symptom.message_on(f"{minor}.0") for minor in catalogue.versions}
    if len(set(by_minor.values())) == 1:
        return [(symptom.message, "")]
    found: dict[str, list[str]] = {}
    for span, message in spans(by_minor):
        found.setdefault(message, []).append(span)
    return [(message, ", ".join(on)) for message, on in found.items()]


def version_chips(catalogue: Catalogue, pitfall: Pitfall) -> list[nodes.Node]:
    """Return what the failure does, by span of versions, and the flags without which it does not show."""
    words = {minor: effect.word for minor, effect in effects.of_failure(catalogue, pitfall).items()}
    chips = nodes.paragraph(classes=["versions"])
    for span, word in spans(words):
        chips += nodes.inline("", f"{span} {word}", classes=["version", word.split()[0]])
        chips += nodes.Text(" ")
    return [chips, *flags(pitfall), *unseen_ranges(catalogue, pitfall)]


def flags(pitfall: Pitfall) -> list[nodes.Node]:
    """Return a sentence on the flags with which the failure is run."""
    typed = " ".join(pitfall.runs["failure"].flags)
    return [nodes.paragraph("", "Run with ", nodes.literal("", typed), nodes.Text("."))] if typed else []


def unseen_ranges(catalogue: Catalogue, pitfall: Pitfall) -> list[nodes.Node]:
    """Return a line for each range of patch releases that is claimed from CPython's source alone."""
    failure = pitfall.runs["failure"]
    seen = [effect.exact for effect in effects.of_failure(catalogue, pitfall).values()]
    return [
        nodes.paragraph(
            "",
            "",
            nodes.literal("", claim.versions),
            nodes.Text(f" {effects.of_claim(pitfall, claim)}; {effects.NOT_RUN}"),
        )
        for claim in failure.claims
        if not any(contains(claim.versions, exact) for exact in seen)
    ]


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
                result += folded(summary_of(pitfall, run, observation), observation)
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


def folded(summary: str, observation: Observation) -> list[nodes.Node]:
    """Return the output of `observation` in a block that opens without JavaScript."""
    opening = f'<details class="output"><summary>{summary}</summary>'
    return [
        nodes.raw("", opening, format="html"),
        render.output(observation),
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
        return render.shown(shown)
