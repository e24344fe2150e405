"""What a script did is compared with its claims and its evidence in both directions, and said in words."""

from pathlib import Path
from typing import Any

import pytest

from asyncio_pitfalls.claims import Claim, Exemption, Pitfall, Run, Symptom
from asyncio_pitfalls.evidence import Observation
from asyncio_pitfalls.run import verify
from asyncio_pitfalls.run.runner import Outcome

LOST = Symptom(kind="warning", message="Task was lost", pattern="Task was lost")
CLOSED = Symptom(kind="exception", message="loop is closed", pattern="loop is closed")
FAILURE = Run(
    name="failure",
    script="failure.py",
    claims=(
        Claim(versions="<3.12", exit=0, prints=(r"saved \d of 3",), hides=("saved 3",)),
        Claim(versions=">=3.12", exit=1, shows=("lost",)),
    ),
)
FIX = Run(
    name="fix",
    script="fix.py",
    versions=">=3.11",
    claims=(Claim(versions=">=3.11", exit=0, prints=("saved 3 of 3",)),),
    exempt=(Exemption(versions="<3.13", pattern="noise", reason="unavoidable"),),
)
PITFALL = Pitfall(
    folder=Path("snippets/task-lost"),
    area="loop",
    notes=(),
    tell_apart="",
    symptoms={"lost": LOST, "closed": CLOSED},
    runs={"failure": FAILURE, "fix": FIX},
    clues=(),
)


def disagreements(run: Run, version: str, status: int | None, output: str, **more: Any) -> list[str]:
    """Return what is wrong with an outcome of the pitfall above, without the file and the key."""
    found = verify.disagreements(PITFALL, run, version, Outcome(status, output, **more))
    start = f"snippets/task-lost/pitfall.toml: [{run.name}] on {version}: "
    assert all(line.startswith(start) for line in found)
    return [line.removeprefix(start) for line in found]


@pytest.mark.parametrize(
    ("version", "status", "output", "expected"),
    [
        ("3.11.4", 0, "start\nsaved 1 of 3\nend\n", []),
        ("3.12.0", 1, "Task was lost\n", []),
        ("3.11.4", 0, "", ["no line matches the claimed `prints` 'saved \\\\d of 3'"]),
        ("3.11.4", 0, "saved 3 of 3\n", ["a line matches the claimed `hides` 'saved 3'"]),
        ("3.11.4", 2, "saved 1 of 3\n", ["exit status 2, claimed 0 for '<3.12'"]),
        ("3.12.0", 1, "lost\n", ["does not show the symptom 'lost' claimed for '>=3.12'"]),
        (
            "3.12.0",
            1,
            "Task was lost\nloop is closed\n",
            ["shows the symptom 'closed', which is not claimed for '>=3.12'"],
        ),
        (
            "3.12.0",
            0,
            "",
            [
                "exit status 0, claimed 1 for '>=3.12'",
                "does not show the symptom 'lost' claimed for '>=3.12'",
            ],
        ),
        ("3.12.0", 1, "Task was\nlost\n", ["does not show the symptom 'lost' claimed for '>=3.12'"]),
    ],
)
def test_a_failure_is_compared_with_the_claim_for_its_version(
    version: str, status: int, output: str, expected: list[str]
) -> None:
    """Status, symptoms in both directions, and the lines that must and must not be there."""
    assert expected == disagreements(FAILURE, version, status, output)


def test_a_symptom_may_need_several_lines() -> None:
    """If it says so, its expression meets the lines joined by a space, and both directions hold."""
    lost = Symptom(kind="log", message="lost", pattern="Task was lost", over_lines=True)
    assert verify.shows(lost, "log:\n  Task was\n\n  lost\n")
    assert verify.shows(lost, "Task was lost\n")
    assert not verify.shows(lost, "lost\nTask was\n")
    assert not verify.shows(LOST, "Task was\nlost\n")
    assert ["lost"] == [line for line in ("Task was", "lost", "  lost") if verify.is_in(lost, line)]


def test_a_run_that_was_ended_is_never_right() -> None:
    """Whatever it printed before."""
    outcome = Outcome(None, "Task was lost\n", ended="it hung")
    words = "snippets/task-lost/pitfall.toml: [failure]: failure.py was ended on 3.12.0: it hung"
    assert [words] == verify.disagreements(PITFALL, FAILURE, "3.12.0", outcome)


@pytest.mark.parametrize(
    ("version", "output", "errors", "expected"),
    [
        ("3.12.0", "saved 3 of 3\nnoise\n", "noise\n", []),
        ("3.13.0", "saved 3 of 3\n", "", []),
        (
            "3.12.0",
            "saved 3 of 3\nnoise\nmore\n",
            "noise\nmore\n",
            ["a fix must be silent, but standard error has: more"],
        ),
        (
            "3.13.0",
            "saved 3 of 3\nnoise\n",
            "noise\n",
            ["a fix must be silent, but standard error has: noise"],
        ),
        ("3.12.0", "saved 3 of 3\n", "", ["the exemption 'noise' is stale on 3.12.0: remove it"]),
        (
            "3.13.0",
            "saved 2 of 3\nx\n",
            "x\n",
            [
                "no line matches the claimed `prints` 'saved 3 of 3'",
                "a fix must be silent, but standard error has: x",
            ],
        ),
    ],
)
def test_a_fix_is_silent_but_for_exemptions_that_are_needed(
    version: str, output: str, errors: str, expected: list[str]
) -> None:
    """An exemption holds for its versions only, and one that covers nothing is stale."""
    assert expected == disagreements(FIX, version, 0, output, errors=errors)


def test_the_errors_of_a_failure_are_no_noise() -> None:
    """Only a fix must be silent."""
    assert [] == disagreements(FAILURE, "3.12.0", 1, "Task was lost\n", errors="Task was lost\n")


def widen(run: Run, version: str, status: int, output: str, errors: str = "") -> list[str]:
    """Return what is wrong with an outcome outside of the range of `run`."""
    return verify.disagreements(PITFALL, run, version, Outcome(status, output, errors))


def test_a_range_too_narrow_is_wrong() -> None:
    """Outside of its range a run must not do what it claims inside."""
    assert [] == widen(FIX, "3.10.2", 1, "SyntaxError\n", "SyntaxError\n")
    words = "[fix].versions: fix.py works on 3.10.2, which '>=3.11' leaves out: widen it"
    expected = [f"snippets/task-lost/pitfall.toml: {words}"]
    assert expected == widen(FIX, "3.10.2", 0, "saved 3 of 3\nnoise\n", "noise\n")


def test_a_range_too_narrow_is_looked_for_in_every_claim() -> None:
    """A run that does what any of its claims says works."""
    run = Run(name="find", script="find.py", versions=">=3.12", claims=FAILURE.claims)
    assert [] == widen(run, "3.10.2", 3, "")
    for status, output in [(0, "saved 1 of 3\n"), (1, "Task was lost\n")]:
        assert "widen it" in widen(run, "3.10.2", status, output)[0]


SEEN = {"failure": (Observation(seen=("3.11.4", "3.12.1"), exit=1, output=("a", "b")),)}


def difference(run: Run, version: str, outcome: Outcome) -> str:
    """Return how an outcome differs from the evidence above."""
    return verify.difference(PITFALL, SEEN, run, version, outcome)


@pytest.mark.parametrize("output", ["a\nb\n", "a\nb"])
def test_what_was_recorded_is_no_difference(output: str) -> None:
    """On another patch release either, and with or without a last line feed."""
    assert "" == difference(FAILURE, "3.12.9", Outcome(1, output))


REPAIR = "If the new output is right: make record SLUG=task-lost"
HEAD = f"snippets/task-lost/observed.json: 'failure' on 3.12.1 differs. {REPAIR}"


@pytest.mark.parametrize(
    ("status", "output", "lines"),
    [
        (0, "a\nb\n", ["exit status: recorded 1, new 0"]),
        (1, "a\nc\n", ["--- recorded", "+++ new", "@@ -1,2 +1,2 @@", " a", "-b", "+c"]),
        (1, "a\n", ["--- recorded", "+++ new", "@@ -1,2 +1 @@", " a", "-b"]),
        (
            3,
            "",
            ["exit status: recorded 1, new 3", "--- recorded", "+++ new", "@@ -1,2 +0,0 @@", "-a", "-b"],
        ),
        (None, "a\n", ["--- recorded", "+++ new", "@@ -1,2 +1 @@", " a", "-b"]),
    ],
)
def test_another_status_or_output_is_a_difference(status: int | None, output: str, lines: list[str]) -> None:
    """The words name the file and the command that repairs it, and show what is gone and what is new."""
    words = difference(FAILURE, "3.12.1", Outcome(status, output))
    assert [HEAD, *lines] == words.split("\n")


def test_a_status_that_was_not_observed_is_not_compared() -> None:
    """A cell of a page has none."""
    assert "" == difference(FAILURE, "3.12.1", Outcome(None, "a\nb\n"))


def test_a_version_without_evidence_is_a_difference() -> None:
    """The words name the command that records it."""
    words = f"snippets/task-lost/observed.json has no 'failure' on 3.13.0. {REPAIR}"
    assert words == difference(FAILURE, "3.13.0", Outcome(1, "a\nb\n"))


def test_a_run_without_evidence_is_a_difference() -> None:
    """One that was added since evidence was recorded."""
    words = f"snippets/task-lost/observed.json has no 'fix' on 3.12.1. {REPAIR}"
    assert words == difference(FIX, "3.12.1", Outcome(0, "saved 3 of 3\n"))


def test_patch_releases_that_another_claim_covers_need_no_evidence() -> None:
    """Where CPython changed in a patch release, each machine has only one side of it."""
    claims = (Claim(versions="<3.12.5", exit=1), Claim(versions=">=3.12.5", exit=0))
    run = Run(name="failure", script="failure.py", claims=claims)
    assert "" == difference(run, "3.12.7", Outcome(0, "something else\n"))


def problems(run: Run, version: str, outcome: Outcome) -> list[str]:
    """Return the lines on all that is wrong with an outcome of the pitfall above."""
    return verify.problems(PITFALL, SEEN, run, version, outcome).split("\n")


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """Evidence is of Linux, wherever the test runs."""
    monkeypatch.setattr(verify, "PLATFORM", "linux")


RECORDED = {"failure": (Observation(seen=("3.12.1",), exit=1, output=("Task was lost",)),)}


@pytest.mark.usefixtures("linux")
def test_nothing_is_said_of_what_is_fine() -> None:
    """An outcome that is claimed and recorded has no problem."""
    outcome = Outcome(1, "Task was lost\n")
    assert "" == verify.problems(PITFALL, RECORDED, FAILURE, "3.12.1", outcome)


@pytest.mark.usefixtures("linux")
def test_problems_name_file_and_key_then_the_command_then_a_diff() -> None:
    """In the order in which a contributor needs them."""
    claims = "snippets/task-lost/pitfall.toml: [failure] on 3.12.1: "
    assert [
        f"{claims}exit status 3, claimed 1 for '>=3.12'",
        f"{claims}does not show the symptom 'lost' claimed for '>=3.12'",
        "Look at it with: asyncio-pitfalls run task-lost --script failure --python 3.12",
        HEAD,
        "exit status: recorded 1, new 3",
        "--- recorded",
        "+++ new",
        "@@ -1,2 +1,2 @@",
        " a",
        "-b",
        "+c",
    ] == problems(FAILURE, "3.12.1", Outcome(3, "a\nc\n"))


@pytest.mark.usefixtures("linux")
def test_an_output_that_only_was_recorded_otherwise_needs_no_look_at_claims() -> None:
    """The file of evidence comes first then."""
    outcome = Outcome(1, "Task was lost\n")
    assert HEAD == problems(FAILURE, "3.12.1", outcome)[0]


@pytest.mark.usefixtures("linux")
def test_a_claim_that_is_wrong_while_evidence_is_right_has_no_diff() -> None:
    """Somebody changed the claims."""
    words = problems(FAILURE, "3.12.1", Outcome(1, "a\nb\n"))
    assert [
        "snippets/task-lost/pitfall.toml: [failure] on 3.12.1: "
        "does not show the symptom 'lost' claimed for '>=3.12'",
        "Look at it with: asyncio-pitfalls run task-lost --script failure --python 3.12",
    ] == words


@pytest.mark.usefixtures("linux")
def test_what_was_ended_is_not_compared_with_evidence() -> None:
    """What it had printed until then says nothing."""
    assert [
        "snippets/task-lost/pitfall.toml: [failure]: failure.py was ended on 3.12.1: it hung",
        "Look at it with: asyncio-pitfalls run task-lost --script failure --python 3.12",
    ] == problems(FAILURE, "3.12.1", Outcome(None, "a\n", ended="it hung"))


@pytest.mark.usefixtures("linux")
def test_outside_of_its_range_a_run_has_no_evidence() -> None:
    """Only whether it works is looked at."""
    assert "" == verify.problems(PITFALL, {}, FIX, "3.10.2", Outcome(1, "SyntaxError\n"))


def test_evidence_is_of_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere only the claims are compared."""
    outcome = Outcome(1, "Task was lost\non Windows\n")
    for platform, expected in (("windows", ""), ("macos", ""), ("linux", HEAD)):
        monkeypatch.setattr(verify, "PLATFORM", platform)
        words = verify.problems(PITFALL, RECORDED, FAILURE, "3.12.1", outcome)
        assert expected == words.partition("\n")[0]
