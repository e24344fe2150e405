"""A Sphinx application in the process of the tests, for what the extension does while it reads a page."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sphinx.testing.util import SphinxTestApp

_CONFIGURATION = 'extensions = ["myst_nb", "pitfalls_site"]\nhtml_theme = "furo"\n'
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def application(root: Path, *, execute: bool = True) -> Iterator[SphinxTestApp]:
    """Yield an application for the pages of the project in `root`, with this project's extension."""
    mode = "force" if execute else "off"
    configuration = _CONFIGURATION + f'nb_execution_mode = "{mode}"\n'
    (root / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    (root / "docs" / "conf.py").write_text(configuration, encoding="utf-8")
    # The extension takes the signals of the process that it builds in.
    handlers = [(number, signal.getsignal(number)) for number in _SIGNALS]
    app = SphinxTestApp("dirhtml", srcdir=root / "docs")
    try:
        yield app
    finally:
        app.cleanup()
        for number, handler in handlers:
            signal.signal(number, handler)
