"""The verdicts on the debugging notes are what the probes see on every CPython."""

from pathlib import Path

import pytest

from asyncio_pitfalls import statements
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.run import retry
from asyncio_pitfalls.statements import FILE, PROBES, NotesError, Statement
from pitfalls_site.statement_table import span_of
from support import CATALOGUE, ROOT, interpreter_or_report

STATEMENTS = statements.load(ROOT, CATALOGUE.versions)
BY_NUMBER = [pytest.param(statement, id=str(statement.number)) for statement in STATEMENTS]
VALID = """
[[statements]]
number = 1
says = "It is so."
[[statements.verdicts]]
versions = [">=3.8,<3.10.10"]
holds = ["here"]
because = "It was seen."
[[statements.verdicts]]
versions = [">=3.10.10,<3.11", ">=3.11.2"]
holds = ["here"]
fails = ["there"]
because = "It was not seen there."
[[statements.verdicts]]
versions = [">=3.11,<3.11.2"]
fails = ["here", "there"]
because = "It was not seen."
"""


def loaded(root: Path, text: str) -> tuple[Statement, ...]:
    """Return the statements that `text` says in a project in `root`."""
    (root / "docs").mkdir()
    (root / FILE).write_text(text, encoding="utf-8")
    return statements.load(root, CATALOGUE.versions)


def test_statements_are_numbered() -> None:
    """All sixteen are there."""
    assert list(range(1, 17)) == [statement.number for statement in STATEMENTS]


@pytest.mark.parametrize("statement", BY_NUMBER)
def test_a_pitfall_reproduces_it(statement: Statement) -> None:
    """Each statement is reproduced by at least one pitfall."""
    pitfalls = [pitfall.slug for pitfall in CATALOGUE.pitfalls() if statement.number in pitfall.notes]
    assert pitfalls, f"no pitfall.toml has {statement.number} in its notes"


def test_pitfalls_name_statements_that_exist() -> None:
    """A number that no statement has would link nothing."""
    for pitfall in CATALOGUE.pitfalls():
        assert set(pitfall.notes) <= set(range(1, 17)), f"snippets/{pitfall.slug}/pitfall.toml: notes"


def test_every_probe_belongs_to_a_statement() -> None:
    """No probe is forgotten, none is left over."""
    probes = {path.name for path in (ROOT / PROBES).glob("statement_*.py")}
    assert {statement.probe for statement in STATEMENTS} == probes


@pytest.mark.parametrize("minor", CATALOGUE.versions)
@pytest.mark.parametrize("statement", BY_NUMBER)
def test_probe_sees_what_the_verdict_says(statement: Statement, minor: str) -> None:
    """The aspects that a probe prints are those of the verdict, and each holds or fails as it says."""
    interpreter = interpreter_or_report(minor)
    run = Run(name="probe", script=statement.probe)
    probe = Pitfall(
        folder=ROOT / PROBES,
        area="",
        notes=(),
        tell_apart="",
        symptoms={},
        runs={run.name: run},
        clues=(),
    )
    outcome = retry.run(probe, run, interpreter)
    assert (0, "") == (outcome.exit, outcome.ended), outcome.output
    assert [] == statements.disagreements(statement, interpreter.exact, outcome.output), outcome.output


@pytest.mark.parametrize(
    "output",
    [
        "fails: here: seen\nfails: there: seen\n",
        "holds: here: seen\nholds: there: seen\n",
        "holds: here: seen\n",
        "holds: here: seen\nfails: there: seen\nholds: elsewhere: seen\n",
        "",
    ],
)
def test_another_outcome_disagrees(tmp_path: Path, output: str) -> None:
    """An aspect that is otherwise, missing or not named in the verdict is reported."""
    [statement] = loaded(tmp_path, VALID)
    assert [] == statements.disagreements(statement, "3.12.1", "holds: here: seen\nfails: there: a: b\n")
    assert [] != statements.disagreements(statement, "3.12.1", output)


def test_verdicts_are_read(tmp_path: Path) -> None:
    """The word follows from the aspects, and the versions are written as people do."""
    [statement] = loaded(tmp_path, VALID)
    assert [
        ("3.8–3.9, 3.10.0–3.10.9", "true"),
        ("3.10.10+, 3.11.2+, 3.12–3.15", "partly"),
        ("3.11.0–3.11.1", "false"),
    ] == [(span_of(CATALOGUE.versions, verdict), verdict.word) for verdict in statement.verdicts]
    assert "false" == statement.verdict_on("3.11.1").word


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("number = 1", "number = 2", "expected 1 to 1 in order"),
        ("<3.10.10", "<3.10.9", "exactly one verdict for 3.10.9, found none"),
        (
            "<3.10.10",
            "<3.11",
            "exactly one verdict for 3.10.10, found '>=3.8,<3.11' and '>=3.10.10,<3.11, >=3.11.2'",
        ),
        ("<3.10.10", "3.10", "expected a version range such as \">=3.10,<3.12\", not '>=3.8,3.10'"),
        ('["here"]\nfails', '["there"]\nfails', "each only once"),
        ("because", "why", "Object contains unknown field `why`"),
        ("[[", "[", "notes.toml: "),
    ],
)
def test_mistakes_are_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    """A wrong file is refused in a sentence that names it and what was expected."""
    with pytest.raises(NotesError) as caught:
        loaded(tmp_path, VALID.replace(old, new, 1))
    assert "notes.toml: " in str(caught.value)
    assert message in str(caught.value)
