"""The facts around the prose of a pitfall: the message at the top, the box with the rest below the fix."""

import html

from docutils import nodes
from sphinx.application import Sphinx

from asyncio_pitfalls import effects, evidence
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall, Run, Symptom, flag_variables
from asyncio_pitfalls.messages import anchor
from asyncio_pitfalls.ranges import contains, minor_of, spans
from pitfalls_site import domain, render
from pitfalls_site.domain import message_link

HEADLINE = "headline"
# After the cells, which come at Sphinx's default.
_LATE = 600


def setup(app: Sphinx) -> None:
    """Connect to the end of reading a page."""
    app.connect("doctree-read", add_facts, priority=_LATE)


def add_facts(app: Sphinx, doctree: nodes.document) -> None:
    """Put the message below the title of a pitfall's page, and the box at the end of the first fix."""
    shared = domain.of(app.env)
    slug = shared.slug_of(app.env.docname)
    page = next(iter(doctree.findall(nodes.section)), None)
    if slug is None or page is None:
        return
    pitfall = shared.catalogue.pitfall(slug)
    page.insert(1, message(shared.catalogue, pitfall))
    fix = next((it for it in page.findall(nodes.section) if "fix" in it["ids"]), None)
    if fix is not None:
        places = [place for place, child in enumerate(fix) if isinstance(child, nodes.section)]
        fix.insert(places[0] if places else len(fix), box(shared.catalogue, pitfall))


def headline(catalogue: Catalogue, pitfall: Pitfall) -> str:
    """Return the message that the newest version shows of the first symptom; "" for a silent one."""
    symptom = next(iter(pitfall.symptoms.values()))
    shown = evidence.newest_that_shows(catalogue.evidence(pitfall.slug), pitfall.runs["failure"])
    if symptom.kind == "silent":
        return ""
    return symptom.message_on(shown[0]) if shown else symptom.message


def message(catalogue: Catalogue, pitfall: Pitfall) -> nodes.paragraph:
    """Return the first line of a page: the message, or what a person sees of a silent failure."""
    key, symptom = next(iter(pitfall.symptoms.items()))
    text = render.sight(symptom, headline(catalogue, pitfall))
    return nodes.paragraph("", "", message_link(anchor(key, symptom), text), classes=[HEADLINE])


def box(catalogue: Catalogue, pitfall: Pitfall) -> nodes.definition_list:
    """Return what a reader may need after the fix: messages, versions, commands, the link to this page."""
    permalink = catalogue.address(pitfall.slug)
    link = nodes.reference("", permalink, refuri=permalink, classes=["permalink"])
    rows: list[tuple[str, list[nodes.Node]]] = [
        ("You see", symptoms(catalogue, pitfall)),
        ("Versions", version_chips(catalogue, pitfall)),
        ("Run it", commands(catalogue, pitfall)),
        ("Link here", [nodes.paragraph("", "", link)]),
    ]
    items = [
        nodes.definition_list_item("", nodes.term("", term), nodes.definition("", *body))
        for term, body in rows
    ]
    return nodes.definition_list("", *items, classes=["pitfall-header"])


def commands(catalogue: Catalogue, pitfall: Pitfall) -> list[nodes.Node]:
    """Return the commands that run failure and fix from their addresses, and links to all scripts."""
    url = f"{catalogue.website}snippets/{pitfall.slug}/"
    shown = evidence.newest_that_shows(catalogue.evidence(pitfall.slug), pitfall.runs["failure"])
    minor = minor_of(shown[0]) if shown else catalogue.versions[-1]
    lines = "\n".join(run_line(pitfall.runs[name], minor, url) for name in ("failure", "fix"))
    versions = " ".join(catalogue.versions)
    block = nodes.raw(
        "",
        # A script adds a choice of these versions.
        f'<div class="run-it highlight" data-versions="{versions}"><pre>{html.escape(lines)}</pre></div>',
        format="html",
    )
    links = nodes.paragraph("", "Download: ")
    for script in sorted({run.script for run in pitfall.runs.values()}):
        links += nodes.reference("", "", nodes.literal("", script), refuri=f"{url}{script}")
        links += nodes.Text(" ")
    return [block, links]


def run_line(run: Run, minor: str, url: str) -> str:
    """Return the command that runs a script from its address on one version, with the flags of a failure."""
    flags = {} if run.is_fix else flag_variables(run.flags)
    settings = [f"{name}={value}" for name, value in flags.items()]
    return " ".join([*settings, "uv run --python", minor, f"{url}{run.script}"])


def symptoms(catalogue: Catalogue, pitfall: Pitfall) -> list[nodes.Node]:
    """Return the messages of a pitfall, or for a silent one what the person sees, as links to the index."""
    found: list[nodes.Node] = []
    for key, symptom in pitfall.symptoms.items():
        for text, versions in wordings(catalogue, symptom):
            link = message_link(anchor(key, symptom), render.sight(symptom, text))
            on = [nodes.Text(f" on {versions}")] if versions else []
            found.append(nodes.paragraph("", "", link, *on, *reporter(symptom.reported_by, symptom.source)))
    return found


def reporter(program: str, source: str) -> list[nodes.Node]:
    """Return who reports a text that no run shows, with a link to its code; nothing for a text of a run."""
    if not program:
        return []
    link = nodes.reference("", program, refuri=source)
    return [nodes.Text(" (reported by "), link, nodes.Text(", not run here)")]


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
    chips = nodes.paragraph(classes=["versions"])
    for span, word in effects.by_span(catalogue, pitfall):
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
