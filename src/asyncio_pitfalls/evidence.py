"""What the scripts were observed to do: `observed.json`, written by the machine, committed.

The file maps the name of a run to a list of observations; equal observations are stored once,
with every exact version they were seen on.
"""

import json
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from packaging.version import Version

from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.ranges import contains, is_release, minor_of

FILE = "observed.json"


class Observation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One exit status and output, and the exact versions, oldest first, that it was seen on."""

    seen: tuple[str, ...]
    exit: int
    output: tuple[str, ...]

    @property
    def text(self) -> str:
        """The normalised output as one text."""
        return "".join(f"{line}\n" for line in self.output)


Evidence = dict[str, tuple[Observation, ...]]


class EvidenceError(Exception):
    """Evidence is missing or broken; the message names the file and the command that repairs it."""


# What git writes into a file on whose lines two branches disagree: our lines, perhaps the lines
# of both branches' ancestor, and their lines. https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
_CONFLICT = re.compile(
    r"^<{7} .*\n(?P<ours>(?:.*\n)*?)(?:^\|{7}.*\n(?:.*\n)*?)?^={7}\n(?P<theirs>(?:.*\n)*?)^>{7} .*\n?",
    re.MULTILINE,
)


def load(folder: Path, minors: tuple[str, ...]) -> Evidence:
    """Return the evidence in `folder`; {} when there is none yet.

    Raises `EvidenceError` for a broken file, and for a version that is not of the matrix `minors`.
    """
    path = folder / FILE
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Evidence)
        _check(found, minors)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise EvidenceError(f"{path}: {error}; record it again with: {command(folder.name)}") from None
    return found


def command(slug: str) -> str:
    """Return what a contributor types to record a pitfall."""
    return f"make record SLUG={slug}"


def _check(evidence: Evidence, minors: tuple[str, ...]) -> None:
    for name, observations in evidence.items():
        for exact in (exact for observation in observations for exact in observation.seen):
            if not is_release(exact) or minor_of(exact) not in minors:
                raise ValueError(f"{name}.seen: expected releases of {', '.join(minors)}, not {exact!r}")


def salvaged(pitfall: Pitfall, minors: tuple[str, ...]) -> Evidence:
    """Return what is whole in a file that cannot be loaded: both sides of a merge conflict, put together.

    Only what is recorded anew may replace it, so that no version that this machine lacks is lost.
    """
    try:
        text = (pitfall.folder / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    found: Evidence = {}
    for side in ("theirs", "ours"):
        with suppress(ValueError):
            whole = msgspec.json.decode(_CONFLICT.sub(rf"\g<{side}>", text), type=Evidence)
            _check(whole, minors)
            found = updated(pitfall, found, {name: dict(_by_version(seen)) for name, seen in whole.items()})
    return found


def find(evidence: Evidence, run: Run, exact: str) -> Observation | None:
    """Return what `run` was seen to do on the minor version of `exact`, under the claim that covers it."""
    claim = run.claim_for(exact) if run.covers(exact) else None
    for observation in evidence.get(run.name, ()):
        for seen in observation.seen:
            same = minor_of(seen) == minor_of(exact)
            if same and (claim is None or contains(claim.versions, seen)):
                return observation
    return None


def newest(evidence: Evidence, name: str, minor: str | None = None) -> tuple[str, Observation] | None:
    """Return the newest exact version on which the run `name` was seen (of `minor`), and what it did."""
    seen = [
        (Version(exact), exact, observation)
        for observation in evidence.get(name, ())
        for exact in observation.seen
        if minor is None or minor_of(exact) == minor
    ]
    if not seen:
        return None
    _, exact, observation = max(seen, key=lambda entry: entry[0])
    return exact, observation


def newest_that_shows(evidence: Evidence, run: Run) -> tuple[str, Observation] | None:
    """Return the newest exact version on which `run` was seen to show a symptom, and what it did there.

    Where it shows none anywhere, as a fix does, the newest version on which it was seen counts.
    """
    shown = [
        exact
        for exact, _ in _by_version(evidence.get(run.name, ()))
        if run.covers(exact) and run.claim_for(exact).shows
    ]
    minor = minor_of(max(shown, key=Version)) if shown else None
    return newest(evidence, run.name, minor)


def updated(pitfall: Pitfall, old: Evidence, fresh: dict[str, dict[str, Observation]]) -> Evidence:
    """Return `old` with the `fresh` observations, which are given by run and exact version.

    A minor version whose output did not change keeps the patch release it was first seen on,
    so that recording on another patch release changes nothing.
    """
    result: Evidence = {}
    for name, run in pitfall.runs.items():
        kept = {exact: seen for exact, seen in _by_version(old.get(name, ())) if run.covers(exact)}
        for exact, observation in fresh.get(name, {}).items():
            _replace(kept, run, exact, observation)
        if kept:
            result[name] = _grouped(kept)
    return result


def _replace(kept: dict[str, Observation], run: Run, exact: str, fresh: Observation) -> None:
    claim = run.claim_for(exact)
    for seen in [seen for seen in kept if minor_of(seen) == minor_of(exact)]:
        if contains(claim.versions, seen):
            old = kept.pop(seen)
            if (old.exit, old.output) == (fresh.exit, fresh.output):
                exact = seen
    kept[exact] = fresh


def _by_version(observations: tuple[Observation, ...]) -> Iterator[tuple[str, Observation]]:
    for observation in observations:
        for exact in observation.seen:
            yield exact, observation


def _grouped(by_version: dict[str, Observation]) -> tuple[Observation, ...]:
    groups: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for exact in sorted(by_version, key=Version):
        observation = by_version[exact]
        groups.setdefault((observation.exit, observation.output), []).append(exact)
    return tuple(
        Observation(seen=tuple(seen), exit=status, output=output) for (status, output), seen in groups.items()
    )


def save(folder: Path, evidence: Evidence) -> bool:
    """Write `evidence` whole or not at all; return whether the file changed."""
    return write(
        folder / FILE, json.dumps(msgspec.to_builtins(evidence), indent=1, ensure_ascii=False) + "\n"
    )


def write(path: Path, text: str) -> bool:
    """Write a file whole or not at all; return whether it changed."""
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    part = tempfile.NamedTemporaryFile(  # noqa: SIM115 - it is renamed when it is whole
        "w", dir=path.parent, suffix=".part", delete=False, encoding="utf-8", newline="\n"
    )
    try:
        with part:
            part.write(text)
        os.chmod(part.name, 0o644)
        os.replace(part.name, path)
    except BaseException:
        os.unlink(part.name)
        raise
    return True
