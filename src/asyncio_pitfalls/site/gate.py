"""Nothing is shown that differs from the evidence: the build fails and says which cell does."""

import difflib
import json
import platform
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from asyncio_pitfalls import catalogue, evidence, verify
from asyncio_pitfalls.cells import constants_of, runs_of_cell
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.normalise import normalise
from asyncio_pitfalls.site.pages import slug_of

_VERSION = platform.python_version()
_logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    """Connect to the end of reading a page, when its cells have been executed."""
    app.connect("doctree-read", check_page)


def check_page(app: Sphinx, doctree: nodes.document) -> None:
    """Compare each executed cell of the page with the evidence for the building Python."""
    docname = app.env.docname
    # Where MyST-NB writes the notebook that it executed.
    executed = Path(app.outdir).parent / "jupyter_execute" / f"{docname}.ipynb"
    if app.config.nb_execution_mode == "off" or not executed.exists():
        return
    for cell in json.loads(executed.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            for problem in problems_of(docname, "".join(cell["source"]), text_of(cell)):
                _logger.warning(problem, location=docname, type="asyncio_pitfalls", subtype="evidence")


def text_of(cell: dict[str, Any]) -> str:
    """Return what an executed cell printed, its traceback included, as one normalised text."""
    parts: list[str] = []
    for output in cell["outputs"]:
        parts += output.get("text", [])
        parts += [f"{line}\n" for line in output.get("traceback", [])]
    return normalise("".join(parts))


def problems_of(docname: str, source: str, shown: str) -> list[str]:
    """Return what is wrong with a cell and what it showed; [] when all is as recorded and claimed."""
    found = runs_of_cell(source)
    if found:
        problems = [difference(pitfall, run, shown) for pitfall, run in found]
        return [] if "" in problems else problems
    slug = slug_of(docname)
    runs = constants_of(catalogue.pitfall(slug)).get(source.strip()) if slug else None
    if slug is None or runs is None:
        return [f"a cell is neither a script of snippets/ nor a constant in one: {source[:60]!r}"]
    pitfall = catalogue.pitfall(slug)
    return [
        f"{run.script} on {_VERSION}: {problem}"
        for run in runs
        for problem in verify.symptom_disagreements(pitfall, run.claim_for(_VERSION), shown)
    ]


def difference(pitfall: Pitfall, run: Run, shown: str) -> str:
    """Return a word and a diff when `shown` is not the recorded output on the building Python."""
    mend = f"if the page is right: asyncio-pitfalls record {pitfall.slug}"
    where = f"snippets/{pitfall.slug}/{evidence.FILE}"
    observation = evidence.find(evidence.load(catalogue.folder(pitfall.slug)), run, _VERSION)
    if observation is None:
        return f"{where} has no {run.name!r} on CPython {_VERSION}; {mend}"
    text = verify.as_recorded(shown)
    if text == observation.text:
        return ""
    lines = difflib.unified_diff(observation.output, text.splitlines(), "recorded", "shown", lineterm="")
    return f"{run.script} on CPython {_VERSION} differs from {where}; {mend}\n" + "\n".join(lines)
