"""Files that the built site serves beside its pages: every script under a stable address."""

import filecmp
import shutil
from pathlib import Path

from sphinx.application import Sphinx

from asyncio_pitfalls import catalogue


def setup(app: Sphinx) -> None:
    """Connect to the end of the build."""
    app.connect("build-finished", copy_scripts)


def copy_scripts(app: Sphinx, exception: Exception | None) -> None:
    """Serve `snippets/<slug>/<script>.py`, which `uv run ADDRESS` runs."""
    if exception or app.builder.format != "html":
        return
    for slug in catalogue.slugs():
        target = Path(app.outdir) / "snippets" / slug
        target.mkdir(parents=True, exist_ok=True)
        for script in catalogue.folder(slug).glob("*.py"):
            served = target / script.name
            if not (served.exists() and filecmp.cmp(script, served)):
                shutil.copy2(script, served)


def write(app: Sphinx, path: str, text: str) -> None:
    """Serve `text` at `path`."""
    target = Path(app.outdir) / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
