"""Takes the building machine out of what ordinary notebook kernels print: paths, line numbers, colours.

The fresh-process kernel prints normalised text; an ordinary kernel knows nothing of that.
"""

from docutils import nodes
from sphinx.application import Sphinx

from asyncio_pitfalls.normalise import normalise


def setup(app: Sphinx) -> None:
    """Connect to the end of reading a page, when its cells have been executed."""
    app.connect("doctree-read", scrub)


def scrub(app: Sphinx, doctree: nodes.document) -> None:
    """Normalise the outputs of one page."""
    for container in doctree.findall(nodes.container):
        if container.attributes.get("nb_element") == "cell_code_output":
            for block in list(container.findall(nodes.literal_block)):
                text = normalise(block.astext())
                block.replace_self(nodes.literal_block(text, text, language="text", classes=block["classes"]))
