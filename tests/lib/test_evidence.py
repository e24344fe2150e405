"""Evidence is compact, stable on another patch release, and never half-written."""

from dataclasses import replace
from pathlib import Path

import pytest

from asyncio_pitfalls import catalogue, evidence, record, runner
from asyncio_pitfalls.claims import Run
from asyncio_pitfalls.evidence import EvidenceError, Observation
from asyncio_pitfalls.interpreters import Interpreter
from asyncio_pitfalls.record import Unrecordable
from asyncio_pitfalls.runner import Outcome

SLUG = "price-never-awaited"


def seen(exact: str, *lines: str) -> dict[str, Observation]:
    """Return one observation by version, as `updated` takes it."""
    return {exact: Observation(seen=(exact,), exit=0, output=lines)}


def test_equal_outputs_are_stored_once(sandbox: Path) -> None:
    """Versions with the same output share an observation, in the order of versions."""
    fresh = {"failure": seen("3.10.1", "a") | seen("3.9.1", "a") | seen("3.8.1", "b")}
    found = evidence.updated(catalogue.pitfall(SLUG), {}, fresh)["failure"]
    assert [("3.8.1",), ("3.9.1", "3.10.1")] == [observation.seen for observation in found]


def test_another_patch_release_with_the_same_output_changes_nothing(sandbox: Path) -> None:
    """The patch release it was first seen on stays."""
    pitfall = catalogue.pitfall(SLUG)
    old = evidence.updated(pitfall, {}, {"failure": seen("3.12.1", "a")})
    assert old == evidence.updated(pitfall, old, {"failure": seen("3.12.9", "a")})


def test_another_patch_release_with_another_output_replaces_it(sandbox: Path) -> None:
    """Evidence is of the release that was run last."""
    pitfall = catalogue.pitfall(SLUG)
    old = evidence.updated(pitfall, {}, {"failure": seen("3.12.1", "a")})
    found = evidence.updated(pitfall, old, {"failure": seen("3.12.9", "b")})["failure"]
    assert [(("3.12.9",), ("b",))] == [(observation.seen, observation.output) for observation in found]


def test_a_release_before_a_change_of_claims_keeps_its_evidence(sandbox: Path) -> None:
    """Where two claims divide a minor version, each has evidence of its own."""
    path = sandbox / "snippets" / SLUG / "pitfall.toml"
    claim = '[[failure.claims]]\nversions = "{}"\nshows = ["never-awaited"]\nexit = {}\n'
    text, _, _ = path.read_text(encoding="utf-8").partition("[[failure.claims]]")
    path.write_text(text + claim.format("<3.12.5", 0) + claim.format(">=3.12.5", 1), encoding="utf-8")
    pitfall = catalogue.pitfall(SLUG)
    old = evidence.updated(pitfall, {}, {"failure": seen("3.12.1", "a")})
    found = evidence.updated(pitfall, old, {"failure": seen("3.12.9", "b")})["failure"]
    assert [("3.12.1",), ("3.12.9",)] == [observation.seen for observation in found]


def test_evidence_of_versions_that_are_not_here_is_kept(sandbox: Path) -> None:
    """A machine with one interpreter does not throw the others' evidence away."""
    pitfall = catalogue.pitfall(SLUG)
    old = evidence.updated(pitfall, {}, {"failure": seen("3.8.1", "a")})
    found = evidence.updated(pitfall, old, {"failure": seen("3.9.1", "b")})["failure"]
    assert [("3.8.1",), ("3.9.1",)] == [observation.seen for observation in found]


def test_a_run_that_is_gone_takes_its_evidence_along(sandbox: Path) -> None:
    """No evidence without a claim."""
    old = {"find": (Observation(seen=("3.8.1",), exit=0, output=()),)}
    assert {} == evidence.updated(catalogue.pitfall(SLUG), old, {})


def test_broken_evidence_names_file_and_command(sandbox: Path) -> None:
    """A merge conflict in evidence is mended by recording."""
    folder = catalogue.folder(SLUG)
    (folder / evidence.FILE).write_text("<<<<<<<", encoding="utf-8")
    with pytest.raises(EvidenceError, match=f"record {SLUG}"):
        evidence.load(folder)


def test_an_interrupted_record_leaves_the_old_file(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pitfall's evidence is written when all of it is there, or not at all."""
    folder = catalogue.folder(SLUG)
    evidence.save(folder, {"failure": (Observation(seen=("3.8.1",), exit=0, output=("old",)),)})
    before = (folder / evidence.FILE).read_bytes()
    interpreter = Interpreter("3.12", "3.12.1", "python")
    work = record.jobs([catalogue.pitfall(SLUG)], [interpreter])

    def interrupt(*_: object) -> Outcome:
        raise KeyboardInterrupt

    monkeypatch.setattr(runner, "run", interrupt)
    with pytest.raises(KeyboardInterrupt):
        record.record(work, lambda *_: None)
    assert before == (folder / evidence.FILE).read_bytes()
    assert [] == list(folder.glob("*.part"))


def test_a_script_that_hangs_is_not_recorded(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was ended by force is no evidence; the error says which script on which version."""
    monkeypatch.setattr(runner, "run", lambda *_: Outcome(None, "", ended="it hung"))
    work = record.jobs([catalogue.pitfall(SLUG)], [Interpreter("3.12", "3.12.1", "python")])
    with pytest.raises(Unrecordable, match=rf"{SLUG}/\w+\.py on 3\.12\.1 was ended: it hung"):
        record.record(work, lambda *_: None)


def test_saving_the_same_again_does_not_touch_the_file(sandbox: Path) -> None:
    """An unchanged file keeps its time, so that the site is not rebuilt."""
    folder = catalogue.folder(SLUG)
    found = {"failure": (Observation(seen=("3.8.1",), exit=0, output=("a",)),)}
    assert evidence.save(folder, found)
    before = (folder / evidence.FILE).stat().st_mtime_ns
    assert not evidence.save(folder, found)
    assert before == (folder / evidence.FILE).stat().st_mtime_ns


def test_what_was_disturbed_runs_again_when_all_are_through(
    sandbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine the attempts of a script may be slow one after the other while others run."""
    slow, calm = (Outcome(0, text) for text in ("Executing <Task pending> took <n> seconds\n", "price: 42\n"))
    ran = []

    def run(folder: Path, run: Run, *_: object, **__: object) -> Outcome:
        ran.append(run.name)
        return slow if run.name == "fix" and ran.count("fix") < 3 else calm

    monkeypatch.setattr(runner, "run", run)
    work = record.jobs([catalogue.pitfall(SLUG)], [Interpreter("3.12", "3.12.1", "python")])
    done = [(job.run.name, outcome) for job, outcome in record.execute(work)]
    assert [("failure", calm), ("fix", replace(calm, again=True))] == done
    assert ["fix", "fix"] == ran[2:]
