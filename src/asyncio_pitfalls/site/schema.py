"""The JSON Schema of the catalogue, and the table in the docs that is made from it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from asyncio_pitfalls.site.text import prose

NAME = "catalogue.schema.json"
_PATH = Path(__file__).with_name(NAME)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("catalogue-schema", SchemaTable)


def text() -> str:
    """Return the schema."""
    return _PATH.read_text(encoding="utf-8")


def described(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    """Return each key with its description: `pitfalls[].versions.<key>.exact`, ..."""
    for name, inner in schema.get("properties", {}).items():
        yield f"{path}{name}", inner["description"]
        yield from described(inner, f"{path}{name}.")
    if "items" in schema:
        yield from described(schema["items"], f"{path[:-1]}[].")
    if isinstance(schema.get("additionalProperties"), dict):
        yield from described(schema["additionalProperties"], f"{path}<key>.")


class SchemaTable(SphinxDirective):
    """What every key of the catalogue holds."""

    def run(self) -> list[nodes.Node]:
        """Return a definition list."""
        self.env.note_dependency(str(_PATH))
        return [nodes.definition_list("", *(_item(*entry) for entry in described(json.loads(text()))))]


def _item(path: str, description: str) -> nodes.definition_list_item:
    return nodes.definition_list_item(
        "",
        nodes.term("", "", nodes.literal("", path)),
        nodes.definition("", nodes.paragraph("", "", *prose(description))),
    )
