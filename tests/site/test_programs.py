"""Which interpreter executes a cell, which version its page shows, and how the kernel is told."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from applications import application
from asyncio_pitfalls import evidence
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.evidence import Observation
from asyncio_pitfalls.run.interpreters import HERE, Interpreter
from pitfalls_site import programs
from support import SLUG

EXACT = {"3.8": "3.8.20", "3.11": "3.11.7", "3.14": "3.14.2"}

CLAIMS = """
[[failure.claims]]
versions = "<3.12"
shows = ["never-awaited"]
exit = 0

[[failure.claims]]
versions = ">=3.12"
shows = []
exit = 0
"""


@pytest.fixture
def catalogue(sandbox: Path) -> Catalogue:
    """A pitfall that shows its symptom up to 3.11; all of its runs were seen on three versions."""
    claims = sandbox / "snippets" / SLUG / "pitfall.toml"
    head, _, tail = claims.read_text(encoding="utf-8").partition("[[failure.claims]]")
    claims.write_text(head + CLAIMS + tail[tail.index("\n[fix]") :], encoding="utf-8")
    seen = {
        "failure": (
            Observation(seen=("3.8.20", "3.11.7"), exit=0, output=("coroutine 'f' was never awaited",)),
            Observation(seen=("3.14.2",), exit=0, output=("price: 42",)),
        ),
        "fix": (Observation(seen=tuple(EXACT.values()), exit=0, output=("price: 42",)),),
    }
    evidence.save(sandbox / "snippets" / SLUG, seen)
    return Catalogue(sandbox)


def chosen(catalogue: Catalogue, name: str, *minors: str) -> str | None:
    """Return the minor version that executes a run on a machine with these interpreters."""
    pitfall = catalogue.pitfall(SLUG)
    here: Any = SimpleNamespace(
        available={minor: Interpreter(minor, EXACT[minor], "python") for minor in minors}
    )
    found = programs.interpreter_for(catalogue, pitfall, pitfall.runs[name], here)
    return found and found.minor


def test_a_cell_is_executed_on_the_version_that_its_page_shows(catalogue: Catalogue) -> None:
    """The newest on which the symptom appears; a fix is shown, and executed, on the newest of all."""
    assert ("3.11", "3.14") == tuple(chosen(catalogue, name, *EXACT) for name in ("failure", "fix"))


def test_without_that_version_the_newest_here_executes_a_cell(catalogue: Catalogue) -> None:
    """Its output is compared all the same, with what is recorded of that version."""
    assert ("3.14", "3.8") == tuple(
        chosen(catalogue, "failure", *here) for here in (("3.8", "3.14"), ("3.8",))
    )


def test_what_no_interpreter_here_can_run_is_not_executed(catalogue: Catalogue) -> None:
    """A machine with old Pythons only still builds the site."""
    claims = catalogue.root / "snippets" / SLUG / "pitfall.toml"
    text = claims.read_text(encoding="utf-8")
    claims.write_text(text.replace("[fix]", '[fix]\nversions = ">=3.14"'), encoding="utf-8")
    assert chosen(Catalogue(catalogue.root), "fix", "3.8", "3.11") is None


def test_a_page_shows_the_newest_version_with_the_symptom(catalogue: Catalogue) -> None:
    """Whatever Python builds it, and although newer versions print something else."""
    with application(catalogue.root, execute=False) as app:
        app.build()
        text = app.env.get_doctree(f"pitfalls/{SLUG}").astext()
    assert "python failure.py on CPython 3.11.7 prints:" in text
    assert "python -X dev -W error fix.py on CPython 3.14.2 prints:" in text


def test_a_program_is_what_was_named(catalogue: Catalogue) -> None:
    """The kernel reads what the page writes."""
    pitfall = catalogue.pitfall(SLUG)
    named = [programs.program(pitfall, run, HERE) for run in pitfall.runs.values()]
    assert (catalogue.root, named) == programs.decoded(programs.encoded(catalogue.root, named))


@pytest.mark.parametrize(
    "text", ["", "print(1)", "1", "{}", '{"root": "."}', '{"root": ".", "programs": [[1]]}']
)
def test_other_text_names_no_program(text: str) -> None:
    """It is refused in a sentence."""
    with pytest.raises(ValueError, match=r"expected a script of snippets/"):
        programs.decoded(text)
