"""A build that failed, or was interrupted, fails again until its cause is gone.

Sphinx keeps the pages that it has read and says nothing about them in the next build, whatever it
said about them in this one. So only a build that ended well leaves anything for the next.
"""

from pathlib import Path

from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.config import Config

_MARK = "unfinished"


def setup(app: Sphinx) -> None:
    """Connect to the moment before Sphinx reads what it kept, and to the very end of the build."""
    app.connect("config-inited", begin)
    app.connect("build-finished", end, priority=1000)


def begin(app: Sphinx, config: Config) -> None:
    """Note that a build has begun; forget what one that did not end well has left."""
    mark = Path(app.doctreedir) / _MARK
    if mark.exists():
        (mark.parent / ENV_PICKLE_FILENAME).unlink(missing_ok=True)
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()


def end(app: Sphinx, exception: Exception | None) -> None:
    """Take the note away after a build without an error and without a warning."""
    if exception is None and app._warncount == 0 and app.statuscode == 0:
        (Path(app.doctreedir) / _MARK).unlink()
