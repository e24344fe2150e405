"""What `pitfall.toml` says becomes runs and symptoms, and what it leaves out is filled in."""

from pathlib import Path

import pytest

from asyncio_pitfalls.claims import STRICT, Claim, flag_variables, variable_flags
from claims_file import FIND, PATTERN, claim_failure, edit, folder, load

LATER = """
[[symptoms.never-awaited.later]]
versions = ">=3.12.4,<3.14"
message = "RuntimeWarning: coroutine '<function>' was never awaited"

[[symptoms.never-awaited.later]]
versions = ">=3.14"
message = "sys:1: RuntimeWarning: coroutine '<name>' was never awaited"

[[failure.claims]]"""


def test_a_script_without_a_table_is_a_run(sandbox: Path) -> None:
    """A variant of the fix needs nothing but its file."""
    (folder(sandbox) / "fix_later.py").touch()
    assert ["failure", "fix", "fix_later"] == list(load(folder(sandbox)).runs)


def test_the_script_of_a_table_is_no_run_of_its_own(sandbox: Path) -> None:
    """A script may be run with other flags under another name, and need not be called like its run."""
    edit(sandbox, "[fix]", f"[find]\nscript = 'find_late.py'\n{FIND}[fix]")
    (folder(sandbox) / "find_late.py").touch()
    assert ["failure", "fix", "find"] == list(load(folder(sandbox)).runs)


def test_eight_literal_characters_suffice(sandbox: Path) -> None:
    """Shorter ones would be found in too many texts."""
    assert "never-awaited" in load(edit(sandbox, PATTERN, "'[a-z] awaited'")).symptoms


def test_what_is_left_out_is_filled_in(sandbox: Path) -> None:
    """A fix is strict, exits 0 and works everywhere; others have no flags and the script of their name."""
    text = (
        "[find]\nscript = 'failure.py'\nflags = ['-X', 'dev']\n"
        f"{FIND}"
        f"[find_line_number]\n{FIND.replace('find', 'find_line_number')}"
        "[fix_other]\nflags = []\nprints = ['saved']\n[fix]"
    )
    changed = edit(sandbox, "[fix]", text)
    for name in ("fix_other", "find_line_number"):
        (changed / f"{name}.py").touch()
    runs = load(changed).runs
    assert ["failure", "fix", "fix_other", "find", "find_line_number"] == list(runs)
    assert ("failure.py", ("-X", "dev")) == (runs["find"].script, runs["find"].flags)
    assert ("find_line_number.py", ()) == (runs["find_line_number"].script, runs["find_line_number"].flags)
    assert ("fix.py", STRICT) == (runs["fix"].script, runs["fix"].flags)
    assert ((), (Claim(versions=">=3.8", exit=0, prints=("saved",)),)) == (
        runs["fix_other"].flags,
        runs["fix_other"].claims,
    )


def test_claims_are_read_as_utf_8(sandbox: Path) -> None:
    """Whatever the machine prefers."""
    changed = edit(sandbox, "tell_apart = ", 'tell_apart = "caf\u00e9 " # ')
    assert "caf\u00e9 " == load(changed).tell_apart


def test_the_packages_are_those_of_the_script(sandbox: Path) -> None:
    """They are written once, in the script's inline metadata, where `uv run` reads them."""
    metadata = "# /// script\n# dependencies = ['pytest', 'httpx>=0.28']\n# ///\n"
    (folder(sandbox) / "fix.py").write_text(metadata, encoding="utf-8")
    runs = load(folder(sandbox)).runs
    assert ((), ("pytest", "httpx>=0.28")) == (runs["failure"].packages, runs["fix"].packages)


def test_a_script_is_read_by_its_run(sandbox: Path) -> None:
    """The text of a script is what the page shows."""
    pitfall = load(folder(sandbox))
    (folder(sandbox) / "fix.py").write_text("print('caf\u00e9')\n", encoding="utf-8")
    assert "print('caf\u00e9')\n" == pitfall.source(pitfall.runs["fix"])
    assert ("price-never-awaited", folder(sandbox)) == (pitfall.slug, pitfall.folder)


def test_a_symptom_has_the_text_of_each_version(sandbox: Path) -> None:
    """The first text is that of the oldest versions; a later one holds from a patch release on."""
    symptom = load(edit(sandbox, "[[failure.claims]]", LATER.lstrip())).symptoms["never-awaited"]
    first, second, third = symptom.messages
    assert "RuntimeWarning: coroutine '<name>' was never awaited" == first == symptom.message
    assert "RuntimeWarning: coroutine '<function>' was never awaited" == second
    assert "sys:1: RuntimeWarning: coroutine '<name>' was never awaited" == third
    expected = {"3.8.1": first, "3.12.3": first, "3.12.4": second, "3.13.0": second, "3.15.0rc1": third}
    assert expected == {version: symptom.message_on(version) for version in expected}


def test_a_text_that_came_back_is_one_text(sandbox: Path) -> None:
    """Versions with the first text again add none."""
    text = LATER.lstrip().replace("sys:1: ", "")
    symptom = load(edit(sandbox, "[[failure.claims]]", text)).symptoms["never-awaited"]
    assert 2 == len(symptom.messages)
    assert symptom.message == symptom.message_on("3.14.0")


def test_the_symptoms_of_a_version_are_those_of_its_claim(sandbox: Path) -> None:
    """Where a version shows nothing, there are none."""
    shows = "versions = '>=3.12'\nexit = 0\nshows = ['never-awaited']"
    pitfall = load(claim_failure(sandbox, "versions = '<3.12'\nexit = 0", shows))
    assert ([], ["never-awaited"]) == (pitfall.symptoms_on("3.11.4"), pitfall.symptoms_on("3.12.0"))


FLAGS = [
    ((), {}),
    (("-X", "dev"), {"PYTHONDEVMODE": "1"}),
    (("-X", "tracemalloc"), {"PYTHONTRACEMALLOC": "1"}),
    (("-W", "error", "-X", "tracemalloc=25"), {"PYTHONWARNINGS": "error", "PYTHONTRACEMALLOC": "25"}),
    (("-W", "error", "-W", "ignore::A"), {"PYTHONWARNINGS": "error,ignore::A"}),
    (("-X", "dev", "-W", "error::A=b"), {"PYTHONDEVMODE": "1", "PYTHONWARNINGS": "error::A=b"}),
]


@pytest.mark.parametrize(("flags", "variables"), FLAGS)
def test_flags_become_variables_and_back(flags: tuple[str, ...], variables: dict[str, str]) -> None:
    """`uv run` takes no flags of the interpreter, so a reader sets what does the same."""
    assert variables == flag_variables(flags)
    assert list(flags) == variable_flags(variables | {"HOME": "/root"})
