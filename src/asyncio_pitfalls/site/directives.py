"""What a page says with one line: its header, its other versions, and recorded evidence."""

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from asyncio_pitfalls import catalogue, evidence
from asyncio_pitfalls.claims import ClaimsError, Pitfall, Run, contains
from asyncio_pitfalls.evidence import Observation
from asyncio_pitfalls.explain import command
from asyncio_pitfalls.site.messages import message_link
from asyncio_pitfalls.site.pages import effect, effects, slug_of, spans
from asyncio_pitfalls.site.text import sight

_NOTHING = "It prints nothing."


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("pitfall", Header)
    app.add_directive("other-versions", OtherVersions)
    app.add_directive("evidence", Recorded)


class PitfallDirective(SphinxDirective):
    """A directive on the page of a pitfall."""

    @property
    def pitfall(self) -> Pitfall:
        """The pitfall whose page is being read."""
        slug = slug_of(self.env.docname)
        if slug is None:
            raise self.error(f"the directive {self.name!r} belongs on a page in docs/pitfalls/")
        return self.load(slug)

    def load(self, slug: str) -> Pitfall:
        """Return the claims of `slug`, or stop the page with the error that names file and key."""
        try:
            return catalogue.pitfall(slug)
        except (ClaimsError, catalogue.UnknownPitfall) as error:
            raise self.error(str(error)) from None

    def address(self, path: str) -> str:
        """Return the public address of `path` on the site."""
        return f"{self.config.html_baseurl}{path}"


class Header(PitfallDirective):
    """The symptoms, the versions, how to run it, and the link to copy."""

    def run(self) -> list[nodes.Node]:
        """Return a definition list, and give the page its slug as a name for other Sphinx projects."""
        pitfall = self.pitfall
        names = self.env.domains.standard_domain
        names.note_hyperlink_target(pitfall.slug, self.env.docname, "", catalogue.title(pitfall.slug))
        rows: list[tuple[str, list[nodes.Node]]] = [
            ("You see", symptoms(pitfall)),
            ("Versions", version_chips(pitfall)),
            ("Run it", self.commands(pitfall)),
            ("Link here", [nodes.paragraph("", "", permalink(self.address(f"pitfalls/{pitfall.slug}/")))]),
        ]
        items = [
            nodes.definition_list_item("", nodes.term("", term), nodes.definition("", *body))
            for term, body in rows
        ]
        return [nodes.definition_list("", *items, classes=["pitfall-header"])]

    def commands(self, pitfall: Pitfall) -> list[nodes.Node]:
        """Return the command that runs the failure from its public address, and links to the scripts."""
        failure = pitfall.runs["failure"]
        url = self.address(f"snippets/{pitfall.slug}/")
        typed = command(pitfall, failure) if failure.flags else f"uv run {url}{failure.script}"
        links = nodes.paragraph("", "Download: ")
        for script in sorted({run.script for run in pitfall.runs.values()}):
            links += nodes.reference("", "", nodes.literal("", script), refuri=f"{url}{script}")
            links += nodes.Text(" ")
        return [nodes.paragraph("", "", nodes.literal("", typed)), links]


def permalink(url: str) -> nodes.Node:
    """Return the address as a link that a script turns into copy buttons."""
    return nodes.reference("", url, refuri=url, classes=["permalink"])


def symptoms(pitfall: Pitfall) -> list[nodes.Node]:
    """Return the messages of a pitfall, or for a silent one what the person sees, as links to the index."""
    return [
        nodes.paragraph("", "", message_link(key, symptom, sight(symptom)))
        for key, symptom in pitfall.symptoms.items()
    ]


def version_chips(pitfall: Pitfall) -> list[nodes.Node]:
    """Return what the failure does, by span of versions."""
    words = {minor: word for minor, (_, word) in effects(pitfall).items()}
    chips = nodes.paragraph(classes=["versions"])
    for span, word in spans(words):
        chips += nodes.inline("", f"{span} {word}", classes=["version", word.split()[0]])
        chips += nodes.Text(" ")
    return [chips, *unseen_ranges(pitfall)]


def unseen_ranges(pitfall: Pitfall) -> list[nodes.Node]:
    """Return a word on each range of patch releases that is claimed from CPython's source but was not run."""
    failure = pitfall.runs["failure"]
    seen = [exact for exact, _ in effects(pitfall).values()]
    return [
        nodes.paragraph(
            "", "", nodes.literal("", claim.versions), nodes.Text(f" {effect(pitfall, claim)}; not run")
        )
        for claim in failure.claims
        if not any(contains(claim.versions, exact) for exact in seen)
    ]


class OtherVersions(PitfallDirective):
    """What each script printed on the whole matrix, versions with equal output together."""

    def run(self) -> list[nodes.Node]:
        """Return a foldable block for each group of versions."""
        pitfall = self.pitfall
        seen = evidence.load(catalogue.folder(pitfall.slug))
        if not seen:
            raise self.error(f"nothing is recorded yet: asyncio-pitfalls record {pitfall.slug}")
        result: list[nodes.Node] = []
        for name, run in pitfall.runs.items():
            result.append(nodes.paragraph("", "", nodes.literal("", command(pitfall, run)), nodes.Text(":")))
            for observation in seen.get(name, ()):
                result += folded(summary_of(pitfall, run, observation), observation)
        return result


def summary_of(pitfall: Pitfall, run: Run, observation: Observation) -> str:
    """Return one line for a group of versions: which, what is seen, and the exit status."""
    claims = {effect(pitfall, run.claim_for(exact)) for exact in observation.seen}
    word = "silent, as it should be" if run.is_fix else " or ".join(sorted(claims))
    if run.name.startswith("find"):
        word = "recorded"
    versions = ", ".join(version_anchor(run, exact) for exact in observation.seen)
    return f"CPython {versions}: {word}, exit status {observation.exit}"


def version_anchor(run: Run, exact: str) -> str:
    """Return an exact version that on the failure is an address: `#python-3.12`."""
    if run.name != "failure":
        return exact
    return f'<span id="python-{evidence.minor_of(exact)}">{exact}</span>'


def folded(summary: str, observation: Observation) -> list[nodes.Node]:
    """Return the output of `observation` in a block that opens without JavaScript."""
    opening = f'<details class="output"><summary>{summary}</summary>'
    return [
        nodes.raw("", opening, format="html"),
        shown(observation),
        nodes.raw("", "</details>", format="html"),
    ]


def shown(observation: Observation) -> nodes.Node:
    """Return recorded output as a literal block."""
    if not observation.text:
        return nodes.paragraph("", _NOTHING)
    block = nodes.literal_block(observation.text, observation.text.rstrip("\n"))
    block["language"] = "text"
    return nodes.container("", block, classes=["recorded"])


class Recorded(PitfallDirective):
    """A script with the output that was recorded, for a version that the site is not built on.

    The argument is the name of a run, after `<slug>/` on pages of no pitfall.
    """

    required_arguments = 1
    option_spec = {"version": directives.unchanged}  # noqa: RUF012 - docutils wants a plain dict

    def run(self) -> list[nodes.Node]:
        """Return the script, the command and its output."""
        slug, _, name = self.arguments[0].rpartition("/")
        pitfall = self.load(slug) if slug else self.pitfall
        run = pitfall.runs.get(name)
        if run is None:
            raise self.error(f"{pitfall.slug} has no run {name!r}; it has: {', '.join(pitfall.runs)}")
        minor = self.options.get("version", "").strip('"') or None
        found = evidence.newest(evidence.load(catalogue.folder(pitfall.slug)), name, minor)
        if found is None:
            raise self.error(
                f"no evidence of {name!r} on {minor or 'any version'}: asyncio-pitfalls record {pitfall.slug}"
            )
        self.env.note_dependency(str(catalogue.folder(pitfall.slug) / evidence.FILE))
        return self.blocks(pitfall, run, *found)

    def blocks(self, pitfall: Pitfall, run: Run, exact: str, observation: Observation) -> list[nodes.Node]:
        """Return the script (where the run has one of its own), then command and output."""
        source = (catalogue.folder(pitfall.slug) / run.script).read_text(encoding="utf-8")
        script = nodes.literal_block(source, source.rstrip("\n"))
        script["language"] = "python"
        typed = command(pitfall, run)
        caption = nodes.paragraph(
            "", "", nodes.literal("", typed), nodes.Text(f" on CPython {exact} prints:")
        )
        own = [script] if run.script == f"{run.name}.py" else []
        return [*own, caption, shown(observation)]
