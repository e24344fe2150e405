"""Evidence is compact, stable on another patch release, never half-written, and survives a merge conflict."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from asyncio_pitfalls import evidence
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall
from asyncio_pitfalls.evidence import EvidenceError, Observation
from claims_file import claim_failure, folder
from recorded import record, seen
from support import CATALOGUE, SLUG

MINORS = CATALOGUE.versions


@pytest.fixture
def pitfall(sandbox: Path) -> Pitfall:
    """The one pitfall of the sandbox."""
    return Catalogue(sandbox).pitfall(SLUG)


def fresh(exact: str, *lines: str) -> dict[str, Observation]:
    """Return one observation by version, as `updated` takes it."""
    return {exact: seen(exact, *lines)}


def test_equal_outputs_are_stored_once(pitfall: Pitfall) -> None:
    """Versions with the same output share an observation, in the order of versions."""
    new = {"failure": fresh("3.10.1", "a") | fresh("3.9.1", "a") | fresh("3.8.1", "b")}
    found = evidence.updated(pitfall, {}, new)["failure"]
    assert [("3.8.1",), ("3.9.1", "3.10.1")] == [observation.seen for observation in found]


def test_another_patch_release_with_the_same_output_changes_nothing(pitfall: Pitfall) -> None:
    """The patch release it was first seen on stays."""
    old = evidence.updated(pitfall, {}, {"failure": fresh("3.12.1", "a")})
    assert old == evidence.updated(pitfall, old, {"failure": fresh("3.12.9", "a")})


def test_another_patch_release_with_another_output_replaces_it(pitfall: Pitfall) -> None:
    """Evidence is of the release that was run last."""
    old = evidence.updated(pitfall, {}, {"failure": fresh("3.12.1", "a")})
    found = evidence.updated(pitfall, old, {"failure": fresh("3.12.9", "b")})["failure"]
    assert [(("3.12.9",), ("b",))] == [(observation.seen, observation.output) for observation in found]


def test_a_release_before_a_change_of_claims_keeps_its_evidence(sandbox: Path) -> None:
    """Where two claims divide a minor version, each has evidence of its own."""
    shows = "shows = ['never-awaited']\nexit = "
    claim_failure(sandbox, f"versions = '<3.12.5'\n{shows}0", f"versions = '>=3.12.5'\n{shows}1")
    pitfall = Catalogue(sandbox).pitfall(SLUG)
    old = evidence.updated(pitfall, {}, {"failure": fresh("3.12.1", "a")})
    found = evidence.updated(pitfall, old, {"failure": fresh("3.12.9", "b")})["failure"]
    assert [("3.12.1",), ("3.12.9",)] == [observation.seen for observation in found]


def test_evidence_of_versions_that_are_not_here_is_kept(pitfall: Pitfall) -> None:
    """A machine with one interpreter does not throw the others' evidence away."""
    old = evidence.updated(pitfall, {}, {"failure": fresh("3.8.1", "a")})
    found = evidence.updated(pitfall, old, {"failure": fresh("3.9.1", "b")})["failure"]
    assert [("3.8.1",), ("3.9.1",)] == [observation.seen for observation in found]


def test_a_run_that_is_gone_takes_its_evidence_along(pitfall: Pitfall) -> None:
    """No evidence without a claim."""
    assert {} == evidence.updated(pitfall, {"find": (seen("3.8.1"),)}, {})


def refusal(root: Path) -> str:
    """Return the sentence in which the evidence of the pitfall is refused, without the path at its start."""
    with pytest.raises(EvidenceError) as caught:
        evidence.load(folder(root), MINORS)
    path, _, words = str(caught.value).partition("observed.json: ")
    assert f"{folder(root)}/" == path
    words, _, command = words.partition("; record it again with: ")
    assert f"make record SLUG={SLUG}" == command
    return words


BROKEN = {
    "a merge conflict": ("<<<<<<< HEAD", "JSON is malformed"),
    "nothing": ("", "Input data was truncated"),
    "no table": ("[]", "Expected `object`, got `array`"),
    "a missing key": ('{"failure": [{"seen": ["3.8.1"], "exit": 0}]}', "missing required field `output`"),
    "an unknown key": ('{"fix": [{"seen": [], "exit": 0, "output": [], "by": "me"}]}', "unknown field `by`"),
    "a wrong type": (
        '{"fix": [{"seen": [], "exit": "0", "output": []}]}',
        "Expected `int`, got `str` - at `$[...][0].exit`",
    ),
    "not UTF-8": (b'{"caf\xe9": []}', "utf-8"),
}


@pytest.mark.parametrize(("text", "words"), BROKEN.values(), ids=list(BROKEN))
def test_broken_evidence_names_file_and_command(sandbox: Path, text: str | bytes, words: str) -> None:
    """Evidence is never repaired by hand, but recorded again."""
    path = folder(sandbox) / evidence.FILE
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert words in refusal(sandbox)


@pytest.mark.parametrize("exact", ["3.7.17", "3.16.0", "3.12", "3.12.1.2", "later", ""])
def test_an_unknown_version_is_refused(sandbox: Path, exact: str) -> None:
    """Only releases of the matrix can have been run; the sentence names the key and the versions."""
    record(sandbox, failure=(seen("3.12.1"),), fix=(Observation(seen=("3.8.1", exact), exit=0, output=()),))
    assert f"fix.seen: expected releases of {', '.join(MINORS)}, not {exact!r}" == refusal(sandbox)


def test_a_folder_in_the_place_of_the_file_is_refused(sandbox: Path) -> None:
    """In a sentence as well."""
    (folder(sandbox) / evidence.FILE).mkdir()
    assert "Is a directory" in refusal(sandbox)


def test_without_a_file_there_is_no_evidence_yet(sandbox: Path) -> None:
    """A new pitfall is not recorded."""
    assert {} == evidence.load(folder(sandbox), MINORS)


OURS = '  "seen": ["3.8.1", "3.12.1"],\n'
BASE = '  "seen": ["3.8.1"],\n'
THEIRS = '  "seen": ["3.8.1", "3.14.2"],\n'
STYLES = {
    "merge": "<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> their branch\n",
    "diff3": "<<<<<<< HEAD\n{ours}||||||| 51ab3bc\n{base}=======\n{theirs}>>>>>>> their branch\n",
    "zdiff3": "<<<<<<< HEAD\n{ours}|||||||\n=======\n{theirs}>>>>>>> their branch\n",
}


def conflict(style: str, ours: str = OURS, theirs: str = THEIRS) -> str:
    """Return a file on two of whose lines two branches disagree, as git writes it."""
    marked = STYLES[style].format(ours=ours, base=BASE, theirs=theirs)
    same = '{"seen": ["3.9.1"], "exit": 0, "output": ["=======", "<<<<<<< here"]}'
    failure = f'{{\n "failure": [\n {{\n{marked}  "exit": 0,\n  "output": ["a"]\n }}\n ],\n'
    fix = marked.replace('"seen"', '"output"')
    return f'{failure} "fix": [{same},\n {{\n{fix}  "exit": 0,\n  "seen": ["3.10.1"]\n }}\n ]\n}}\n'


@pytest.mark.parametrize("style", STYLES)
def test_both_sides_of_a_merge_conflict_are_kept(sandbox: Path, pitfall: Pitfall, style: str) -> None:
    """Two branches that each recorded a version lose none; where both saw one, ours counts."""
    (folder(sandbox) / evidence.FILE).write_text(conflict(style), encoding="utf-8")
    refusal(sandbox)
    found = evidence.salvaged(pitfall, MINORS)
    assert {
        "failure": (seen("3.8.1 3.12.1 3.14.2", "a"),),
        "fix": (seen("3.9.1", "=======", "<<<<<<< here"), seen("3.10.1", "3.8.1", "3.12.1")),
    } == found


@pytest.mark.parametrize("style", STYLES)
def test_one_side_that_is_broken_does_not_spoil_the_other(
    sandbox: Path, pitfall: Pitfall, style: str
) -> None:
    """What is whole is kept, and what is not is recorded again."""
    text = conflict(style, theirs='  "seen": ["3.8.1", "3.99.1"],\n')
    (folder(sandbox) / evidence.FILE).write_text(text, encoding="utf-8")
    assert (seen("3.8.1 3.12.1", "a"),) == evidence.salvaged(pitfall, MINORS)["failure"]


@pytest.mark.parametrize("text", [b"{", b"\xff", None])
def test_nothing_is_salvaged_where_nothing_is_whole(
    sandbox: Path, pitfall: Pitfall, text: bytes | None
) -> None:
    """A file that is cut off or missing is recorded anew."""
    if text is not None:
        (folder(sandbox) / evidence.FILE).write_bytes(text)
    assert {} == evidence.salvaged(pitfall, MINORS)


def test_saving_the_same_again_does_not_touch_the_file(sandbox: Path) -> None:
    """An unchanged file keeps its time, so that the site is not rebuilt."""
    found = {"failure": (seen("3.8.1", "a"),)}
    assert evidence.save(folder(sandbox), found)
    path = folder(sandbox) / evidence.FILE
    before = path.stat().st_mtime_ns
    assert not evidence.save(folder(sandbox), found)
    assert before == path.stat().st_mtime_ns
    assert 0o644 == path.stat().st_mode & 0o777
    assert found == evidence.load(folder(sandbox), MINORS)


@contextmanager
def full_disk() -> Iterator[None]:
    """Let this process write no more than a few bytes to any file, as on a full disk."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_the_old_file_and_no_part_of_the_new_one(sandbox: Path) -> None:
    """A pitfall's evidence is written whole or not at all."""
    evidence.save(folder(sandbox), {"failure": (seen("3.8.1", "old"),)})
    before = (folder(sandbox) / evidence.FILE).read_bytes()
    with full_disk(), pytest.raises(OSError, match="File too large"):
        evidence.save(folder(sandbox), {"failure": (seen("3.8.1", "new"),)})
    assert before == (folder(sandbox) / evidence.FILE).read_bytes()
    assert [] == list(folder(sandbox).glob("*.part"))


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_save_that_fails_at_its_end_leaves_no_part(
    sandbox: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """Whatever ended it."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(type(error)):
        evidence.save(folder(sandbox), {"failure": (seen("3.8.1", "new"),)})
    assert [] == list(folder(sandbox).glob("*.part"))
    assert not (folder(sandbox) / evidence.FILE).exists()


def test_the_newest_version_counts_by_number(sandbox: Path) -> None:
    """3.10 is newer than 3.9, and a minor version may be asked for."""
    found = {"fix": (seen("3.9.18 3.10.13", "a"), seen("3.8.18", "b"))}
    assert ("3.10.13", found["fix"][0]) == evidence.newest(found, "fix")
    assert ("3.8.18", found["fix"][1]) == evidence.newest(found, "fix", "3.8")
    assert None is evidence.newest(found, "fix", "3.1")
    assert None is evidence.newest(found, "failure")
