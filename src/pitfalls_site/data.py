"""What the site serves to programs: the catalogue as JSON with its schema, and its pages as Markdown.

The schema is derived from the classes below.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Annotated, Any

import msgspec
from docutils import nodes
from msgspec import Meta
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from asyncio_pitfalls import effects, explain
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Kind, Pitfall, Platform
from asyncio_pitfalls.content import PageError
from asyncio_pitfalls.messages import Message, anchor, messages
from asyncio_pitfalls.run.runner import command_line
from pitfalls_site import domain
from pitfalls_site.outdir import at_the_end, write
from pitfalls_site.render import prose

NAME = "catalogue.schema.json"


_URI = {"format": "uri"}


class _Object(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An object of the catalogue."""


class SymptomData(_Object, frozen=True):
    """What a person sees."""

    key: Annotated[str, Meta(description="The name of the symptom within the pitfall.")]
    kind: Annotated[
        Kind, Meta(description="The sort of thing that is seen; `silent` when nothing is printed.")
    ]
    text: Annotated[
        str, Meta(description="The message, with `<name>` where it varies, or for `silent` a sentence.")
    ]
    texts: Annotated[
        tuple[str, ...],
        Meta(description="The message on each version, oldest first, where CPython has changed it."),
    ]
    pattern: Annotated[
        str,
        Meta(
            description="A regular expression, for Python and JavaScript, that finds the message in one "
            "line of output. For `silent` it finds only what the script on the page prints."
        ),
    ]
    address: Annotated[str, Meta(description="The entry in the message index.", extra_json_schema=_URI)]
    reported_by: Annotated[
        str,
        Meta(description="The program whose text it is, which was not run here; empty for what was run."),
    ]
    source: Annotated[str, Meta(description="Where the code of that program has the text; else empty.")]


class EffectData(_Object, frozen=True):
    """What a failure did on one version."""

    exact: Annotated[str, Meta(description="The version it was run on.")]
    effect: Annotated[str, Meta(description="What happened there, in a word or two.")]


class ScriptData(_Object, frozen=True):
    """One run of a script."""

    name: Annotated[
        str,
        Meta(
            description="`failure`, `fix`, `fix_<situation>`, `find` or `find_<technique>`.",
            pattern=r"^(failure|(fix|find)(_[a-z0-9]+)*)$",
        ),
    ]
    address: Annotated[str, Meta(description="The script.", extra_json_schema=_URI)]
    command: Annotated[str, Meta(description="How to run it once it is downloaded.")]
    versions: Annotated[str, Meta(description="The versions it works on, as a version specifier.")]
    platforms: Annotated[tuple[Platform, ...], Meta(description="The platforms it works on.")]


class PitfallData(_Object, frozen=True):
    """A pitfall."""

    slug: Annotated[
        str,
        Meta(
            description="The name of the pitfall, which never changes.",
            pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)+$",
        ),
    ]
    title: Annotated[str, Meta(description="The mistake, in Markdown.")]
    summary: Annotated[str, Meta(description="Fix and cause in one paragraph, in Markdown.")]
    area: Annotated[str, Meta(description="A key of `areas`.")]
    tell_apart: Annotated[
        str, Meta(description="How to know that it is this mistake and no other with the same message.")
    ]
    address: Annotated[str, Meta(description="The page.", extra_json_schema=_URI)]
    markdown: Annotated[
        str,
        Meta(description="The page as Markdown, with scripts and recorded output.", extra_json_schema=_URI),
    ]
    symptoms: Annotated[tuple[SymptomData, ...], Meta(description="What a person sees.", min_length=1)]
    versions: Annotated[
        dict[str, EffectData], Meta(description="What the failing script did, by minor version.")
    ]
    scripts: Annotated[
        tuple[ScriptData, ...],
        Meta(description="Every run of every script: the failure, the fixes, what finds it.", min_length=2),
    ]


class CauseData(_Object, frozen=True):
    """A pitfall behind a message."""

    slug: Annotated[str, Meta(description="The pitfall.")]
    versions: Annotated[
        tuple[str, ...], Meta(description="The minor versions on which it was seen to show the message.")
    ]
    unseen: Annotated[
        tuple[str, ...],
        Meta(
            description="Ranges of patch releases on which it shows the message by CPython's source, "
            "not by a run."
        ),
    ]


class MessageData(_Object, frozen=True):
    """An entry of the message index."""

    address: Annotated[str, Meta(description="The entry in the index.", extra_json_schema=_URI)]
    texts: Annotated[
        tuple[str, ...],
        Meta(description="The message as people see it; more than one where only details differ."),
    ]
    kinds: Annotated[tuple[Kind, ...], Meta(description="As `kind` of a symptom.", min_length=1)]
    versions: Annotated[
        tuple[str, ...], Meta(description="The minor versions on which any cause was seen to show it.")
    ]
    causes: Annotated[tuple[CauseData, ...], Meta(description="The pitfalls behind it.", min_length=1)]


class CatalogueData(_Object, frozen=True):
    """The catalogue of asyncio pitfalls."""

    schema: Annotated[str, Meta(description="The address of this schema.")] = msgspec.field(name="$schema")
    pythons: Annotated[
        tuple[str, ...],
        Meta(description="The minor versions of CPython that every script was run on, oldest first."),
    ]
    areas: Annotated[dict[str, str], Meta(description="The heading of each area, by its key.")]
    pitfalls: Annotated[tuple[PitfallData, ...], Meta(description="All pitfalls, by slug.")]
    messages: Annotated[
        tuple[MessageData, ...], Meta(description="The message index: each message once, by text.")
    ]


def setup(app: Sphinx) -> None:
    """Register the table of keys, and connect to the writing of a page and to the end of the build."""
    app.add_directive("catalogue-schema", SchemaTable)
    app.connect("html-page-context", publish_markdown)
    at_the_end(app, publish_catalogue)


def publish_markdown(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Write the Markdown of a pitfall beside its page."""
    shared = domain.of(app.env)
    slug = shared.slug_of(pagename)
    # What is wrong with a block of the page was reported when the page was read.
    with suppress(PageError):
        if slug and doctree is not None:
            write(app, f"{pagename}.md", explain.markdown(shared.catalogue, slug))


def publish_catalogue(app: Sphinx) -> None:
    """Write what is about all pitfalls to the root of the site."""
    catalogue = domain.of(app.env).catalogue
    write(app, "catalogue.json", _json(everything(catalogue)))
    write(app, NAME, _json(schema(catalogue.website)))
    write(app, "llms.txt", llms(catalogue))


def _json(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n"


def schema(website: str) -> dict[str, Any]:
    """Return the JSON Schema of the catalogue."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{website}{NAME}"}
    return head | msgspec.json.schema(CatalogueData)


def everything(catalogue: Catalogue) -> CatalogueData:
    """Return all that the site knows; it depends on claims, pages and evidence alone."""
    return CatalogueData(
        schema=f"{catalogue.website}{NAME}",
        pythons=catalogue.versions,
        areas=catalogue.settings.areas,
        pitfalls=tuple(_pitfall(catalogue, pitfall) for pitfall in catalogue.pitfalls()),
        messages=tuple(_message(catalogue, message) for message in messages(catalogue)),
    )


def _pitfall(catalogue: Catalogue, pitfall: Pitfall) -> PitfallData:
    page = catalogue.page(pitfall.slug)
    found = effects.of_failure(catalogue, pitfall)
    return PitfallData(
        slug=pitfall.slug,
        title=page.title,
        summary=explain.plain(catalogue, pitfall.slug, page.summary),
        area=pitfall.area,
        tell_apart=pitfall.tell_apart,
        address=catalogue.address(pitfall.slug),
        markdown=f"{catalogue.website}pitfalls/{pitfall.slug}.md",
        symptoms=_symptoms(catalogue, pitfall),
        versions={minor: EffectData(exact=it.exact, effect=it.word) for minor, it in found.items()},
        scripts=_scripts(catalogue, pitfall),
    )


def _symptoms(catalogue: Catalogue, pitfall: Pitfall) -> tuple[SymptomData, ...]:
    return tuple(
        SymptomData(
            key=key,
            kind=symptom.kind,
            text=symptom.sees or symptom.message,
            texts=tuple(symptom.texts),
            pattern=symptom.pattern,
            address=_index(catalogue, anchor(key, symptom)),
            reported_by=symptom.reported_by,
            source=symptom.source,
        )
        for key, symptom in pitfall.symptoms.items()
    )


def _scripts(catalogue: Catalogue, pitfall: Pitfall) -> tuple[ScriptData, ...]:
    return tuple(
        ScriptData(
            name=run.name,
            address=f"{catalogue.website}snippets/{pitfall.slug}/{run.script}",
            command=command_line(run),
            versions=run.versions,
            platforms=run.platforms,
        )
        for run in pitfall.runs.values()
    )


def _message(catalogue: Catalogue, message: Message) -> MessageData:
    return MessageData(
        address=_index(catalogue, message.anchor),
        texts=message.texts,
        kinds=message.kinds,
        versions=message.versions,
        causes=tuple(
            CauseData(slug=cause.pitfall.slug, versions=cause.versions, unseen=cause.unseen)
            for cause in message.causes
        ),
    )


def _index(catalogue: Catalogue, name: str) -> str:
    return f"{catalogue.website}messages/#{name}"


def llms(catalogue: Catalogue) -> str:
    """Return the list that https://llmstxt.org describes: every page as Markdown, with its messages."""
    head = (
        "# asyncio pitfalls\n\n"
        "> Mistakes with Python's asyncio: what they print, why, and the fix.\n"
        f"> Every script was run on CPython {catalogue.versions[0]} to {catalogue.versions[-1]}.\n\n"
        "Look for the text of an error below; its page explains how to tell its causes apart.\n"
    )
    areas = [_area(catalogue, area, heading) for area, heading in catalogue.settings.areas.items()]
    data = (
        "## Optional\n\n"
        f"- [Catalogue]({catalogue.website}catalogue.json): "
        "all pitfalls, symptoms, versions and addresses as JSON\n"
        f"- [Messages]({catalogue.website}messages/): the index of messages, for people\n"
    )
    return "\n".join([head, *filter(None, areas), data])


def _area(catalogue: Catalogue, area: str, heading: str) -> str:
    entries = "".join(_entry(catalogue, pitfall) for pitfall in catalogue.in_area(area))
    return f"## {heading}\n\n{entries}" if entries else ""


def _entry(catalogue: Catalogue, pitfall: Pitfall) -> str:
    address = f"{catalogue.website}pitfalls/{pitfall.slug}.md"
    texts = [
        text
        for symptom in pitfall.symptoms.values()
        for text in ([symptom.sees] if symptom.sees else [f"`{message}`" for message in symptom.messages])
    ]
    return f"- [{catalogue.title(pitfall.slug)}]({address}): {'; '.join(texts)}\n"


def described(
    schema: dict[str, Any], part: dict[str, Any] | None = None, path: str = ""
) -> Iterator[tuple[str, str]]:
    """Return each key with its description: `pitfalls[].versions.<key>.exact`, ..."""
    whole = schema if part is None else part
    if "$ref" in whole:
        yield from described(schema, schema["$defs"][whole["$ref"].rpartition("/")[2]], path)
    for name, inner in whole.get("properties", {}).items():
        yield f"{path}{name}", inner["description"]
        yield from described(schema, inner, f"{path}{name}.")
    if "items" in whole:
        yield from described(schema, whole["items"], f"{path[:-1]}[].")
    if isinstance(whole.get("additionalProperties"), dict):
        yield from described(schema, whole["additionalProperties"], f"{path}<key>.")


class SchemaTable(SphinxDirective):
    """What every key of the catalogue holds."""

    def run(self) -> list[nodes.Node]:
        """Return a definition list."""
        self.env.note_dependency(__file__)
        found = described(schema(domain.of(self.env).catalogue.website))
        return [nodes.definition_list("", *(_item(*entry) for entry in found))]


def _item(path: str, description: str) -> nodes.definition_list_item:
    return nodes.definition_list_item(
        "",
        nodes.term("", "", nodes.literal("", path)),
        nodes.definition("", nodes.paragraph("", "", *prose(description))),
    )
