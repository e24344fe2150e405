"""What the scripts were observed to do: `observed.json`, written by the machine, committed.

The file maps the name of a run to a list of observations; equal observations are stored once,
with every exact version they were seen on.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
from packaging.version import Version

from asyncio_pitfalls.claims import Pitfall, Run, contains

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
    """Evidence is missing or broken; the message names the file and the command that mends it."""


def minor_of(exact: str) -> str:
    """Return "3.12" for "3.12.1"."""
    return ".".join(exact.split(".")[:2])


def load(folder: Path) -> Evidence:
    """Return the evidence in `folder`; {} when there is none yet."""
    path = folder / FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=Evidence)
    except FileNotFoundError:
        return {}
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise EvidenceError(f"{path}: {error}; mend it with: asyncio-pitfalls record {folder.name}") from None


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
    path = folder / FILE
    text = json.dumps(msgspec.to_builtins(evidence), indent=1, ensure_ascii=False) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    with tempfile.NamedTemporaryFile(
        "w", dir=folder, suffix=".part", delete=False, encoding="utf-8", newline="\n"
    ) as file:
        file.write(text)
    os.chmod(file.name, 0o644)
    os.replace(file.name, path)
    return True
