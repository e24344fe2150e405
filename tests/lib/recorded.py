"""Evidence written by a test, so that no script needs to run."""

from pathlib import Path

from asyncio_pitfalls import evidence
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.evidence import Observation
from support import SLUG


def seen(versions: str, *lines: str, status: int = 0) -> Observation:
    """Return what was seen on `versions`, which are separated by spaces."""
    return Observation(seen=tuple(versions.split()), exit=status, output=lines)


def record(root: Path, **runs: tuple[Observation, ...]) -> Catalogue:
    """Write evidence of the runs of the project's one pitfall, and return its catalogue."""
    evidence.save(root / "snippets" / SLUG, runs)
    return Catalogue(root)
