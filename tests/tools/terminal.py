"""Calls the maintainers' commands on a project that a test created."""

from pathlib import Path

from click.testing import CliRunner, Result

from asyncio_pitfalls.catalogue import Catalogue
from pitfalls_tools.cli import main


def invoke(root: Path, *arguments: str) -> Result:
    """Call `python -m pitfalls_tools` as a shell would, for the project in `root`."""
    return CliRunner().invoke(main, list(arguments), obj=Catalogue(root))


def said(result: Result) -> str:
    """Return what a command printed as one line, with slashes in paths on Windows, too."""
    return " ".join(result.output.split()).replace("\\", "/")
