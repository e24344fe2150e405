"""What the site serves to programs: the catalogue as JSON, and its pages as Markdown with a list of them."""

import json
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from asyncio_pitfalls import catalogue, project
from asyncio_pitfalls.claims import AREAS, Pitfall, Run
from asyncio_pitfalls.explain import command, markdown, plain
from asyncio_pitfalls.messages import Message, anchor, messages
from asyncio_pitfalls.site import schema
from asyncio_pitfalls.site.pages import effects, slug_of
from asyncio_pitfalls.site.publish import at_the_end, write


def setup(app: Sphinx) -> None:
    """Connect to the writing of a page and to the end of the build."""
    app.connect("html-page-context", publish_markdown)
    at_the_end(app, publish_catalogue)


def publish_markdown(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Write the Markdown of a pitfall beside its page."""
    slug = slug_of(pagename)
    if slug and doctree is not None:
        write(app, f"{pagename}.md", markdown(catalogue.pitfall(slug)))


def publish_catalogue(app: Sphinx) -> None:
    """Write what is about all pitfalls to the root of the site."""
    write(app, "catalogue.json", json.dumps(everything(), indent=1, ensure_ascii=False) + "\n")
    write(app, schema.NAME, schema.text())
    write(app, "llms.txt", llms())


def everything() -> dict[str, Any]:
    """Return what `catalogue.schema.json` describes; it depends on claims, pages and evidence alone."""
    return {
        "$schema": f"{project.website()}{schema.NAME}",
        "pythons": project.versions(),
        "areas": AREAS,
        "pitfalls": [_pitfall(pitfall) for pitfall in catalogue.pitfalls()],
        "messages": [_message(message) for message in messages()],
    }


def _pitfall(pitfall: Pitfall) -> dict[str, Any]:
    return {
        "slug": pitfall.slug,
        "title": catalogue.title(pitfall.slug),
        "summary": plain(catalogue.summary(pitfall.slug)),
        "area": pitfall.area,
        "tell_apart": pitfall.tell_apart,
        "address": f"{project.website()}pitfalls/{pitfall.slug}/",
        "markdown": f"{project.website()}pitfalls/{pitfall.slug}.md",
        "symptoms": _symptoms(pitfall),
        "versions": {
            minor: {"exact": exact, "effect": word} for minor, (exact, word) in effects(pitfall).items()
        },
        "scripts": [_script(pitfall, run) for run in pitfall.runs.values()],
    }


def _symptoms(pitfall: Pitfall) -> list[dict[str, Any]]:
    return [
        {
            "key": key,
            "kind": symptom.kind,
            "text": symptom.sees or symptom.message,
            "pattern": symptom.pattern,
            "address": _index(anchor(key, symptom)),
        }
        for key, symptom in pitfall.symptoms.items()
    ]


def _script(pitfall: Pitfall, run: Run) -> dict[str, Any]:
    return {
        "name": run.name,
        "address": f"{project.website()}snippets/{pitfall.slug}/{run.script}",
        "command": command(pitfall, run),
        "versions": run.versions,
        "platforms": run.platforms,
    }


def _message(message: Message) -> dict[str, Any]:
    return {
        "address": _index(message.anchor),
        "texts": message.texts,
        "kinds": message.kinds,
        "versions": message.versions,
        "causes": [
            {"slug": cause.pitfall.slug, "versions": cause.versions, "unseen": cause.unseen}
            for cause in message.causes
        ],
    }


def _index(name: str) -> str:
    return f"{project.website()}messages/#{name}"


def llms() -> str:
    """Return the list that https://llmstxt.org describes: every page as Markdown, with its messages."""
    head = (
        "# asyncio pitfalls\n\n"
        "> Mistakes with Python's asyncio: what they print, why, and the fix.\n"
        f"> Every script was run on CPython {project.versions()[0]} to {project.versions()[-1]}.\n\n"
        "Look for the text of an error below; the page behind it says how to tell its causes apart.\n"
    )
    areas = [_area(area, heading) for area, heading in AREAS.items()]
    site = project.website()
    data = (
        "## Optional\n\n"
        f"- [Catalogue]({site}catalogue.json): all pitfalls, symptoms, versions and addresses as JSON\n"
        f"- [Messages]({site}messages/): the index of messages, for people\n"
    )
    return "\n".join([head, *filter(None, areas), data])


def _area(area: str, heading: str) -> str:
    members = [pitfall for pitfall in catalogue.pitfalls() if pitfall.area == area]
    return f"## {heading}\n\n{''.join(map(_entry, members))}" if members else ""


def _entry(pitfall: Pitfall) -> str:
    address = f"{project.website()}pitfalls/{pitfall.slug}.md"
    seen = [symptom.sees or f"`{symptom.message}`" for symptom in pitfall.symptoms.values()]
    return f"- [{catalogue.title(pitfall.slug)}]({address}): {'; '.join(seen)}\n"
