"""Files that the built site serves beside its pages, such as every script under a stable address."""

import filecmp
import shutil
from collections.abc import Callable
from pathlib import Path

from sphinx.application import Sphinx

from pitfalls_site import domain


def setup(app: Sphinx) -> None:
    """Connect to the end of the build."""
    at_the_end(app, copy_scripts)


def at_the_end(app: Sphinx, publish: Callable[[Sphinx], None]) -> None:
    """Have `publish` called when a build of HTML has ended well."""

    def finished(app: Sphinx, exception: Exception | None) -> None:
        if not exception and app.builder.format == "html":
            publish(app)

    app.connect("build-finished", finished)


def copy_scripts(app: Sphinx) -> None:
    """Serve `snippets/<slug>/<script>.py`, which `uv run ADDRESS` runs."""
    catalogue = domain.of(app.env).catalogue
    for slug in catalogue.slugs():
        for script in catalogue.folder(slug).glob("*.py"):
            copy(script, Path(app.outdir) / "snippets" / slug / script.name)


def copy(source: Path, served: Path) -> None:
    """Serve a file, which is written only if it differs."""
    served.parent.mkdir(parents=True, exist_ok=True)
    if not (served.exists() and filecmp.cmp(source, served)):
        shutil.copy2(source, served)


def write(app: Sphinx, path: str, text: str) -> None:
    """Serve `text` at `path`."""
    target = Path(app.outdir) / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
