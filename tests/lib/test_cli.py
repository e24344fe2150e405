"""The command answers in sentences, with exit status 2 for what the user can fix."""

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import ClaimsError
from asyncio_pitfalls.cli import main
from asyncio_pitfalls.run import retry, runner
from asyncio_pitfalls.run.interpreters import HERE, Interpreters
from asyncio_pitfalls.run.runner import Outcome
from claims_file import edit, folder
from support import CATALOGUE, SLUG, create_project, record_here


@pytest.fixture(autouse=True)
def only_this_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    """The matrix is the running interpreter; what the command does with all is the same."""
    monkeypatch.setattr(Interpreters, "available", {HERE.minor: HERE})


def invoke(root: Path, *arguments: str, data: bytes | None = None) -> Result:
    """Call the command as a shell would, about the project in `root`."""
    return CliRunner().invoke(main, list(arguments), obj=Catalogue(root), input=data)


def words(result: Result) -> str:
    """Return what a command printed on one line."""
    return " ".join(result.output.split())


@pytest.mark.parametrize("command", ["list", "explain", "run", "diagnose"])
def test_help_teaches(sandbox: Path, command: str) -> None:
    """Each command explains itself in more than its name."""
    result = invoke(sandbox, command, "--help")
    assert 0 == result.exit_code
    assert len(result.output) > 150


def test_the_commands_are_those_of_a_reader(sandbox: Path) -> None:
    """What maintainers need is not installed with it."""
    assert {"list", "explain", "run", "diagnose", "trace"} == main.commands.keys()


def test_list_shows_messages(sandbox: Path) -> None:
    """A reader finds a slug by the message."""
    result = invoke(sandbox, "list")
    assert SLUG in result.output
    assert "was never awaited" in result.output


def test_list_can_be_read_by_a_program(sandbox: Path) -> None:
    """Every slug is on a line of its own."""
    assert f"  {SLUG}" in invoke(sandbox, "list").output.splitlines()


def test_list_shows_every_text_of_a_symptom(sandbox: Path) -> None:
    """Whichever Python printed it; of a silent one what a person sees."""
    later = '[[symptoms.never-awaited.later]]\nversions = ">=3.14"\nmessage = "x was never awaited: {}"\n\n'
    edit(sandbox, "[[failure.claims]]", f"{later}[[failure.claims]]")
    edit(sandbox, "RuntimeWarning: coroutine '[^']{1,99}'", ".{1,99}")
    result = invoke(sandbox, "list")
    assert (
        "      RuntimeWarning: coroutine '<name>' was never awaited\n      x was never awaited: {}\n"
        in result.output
    )
    edit(sandbox, 'kind = "warning"', 'kind = "silent"\nsees = "The price is missing." #')
    assert f"  {SLUG}\n      The price is missing.\n" in invoke(sandbox, "list").output


def test_list_of_an_area_has_no_other(sandbox: Path) -> None:
    """Its heading says which key was asked for."""
    create_project(sandbox, "loop-held-twice")
    path = sandbox / "snippets" / "loop-held-twice" / "pitfall.toml"
    path.write_text(path.read_text("utf-8").replace('"lost-work"', '"loop"'), encoding="utf-8")
    result = invoke(sandbox, "list", "--area", "loop")
    assert result.output.startswith(f"{CATALOGUE.settings.areas['loop']} (loop)\n  loop-held-twice\n")
    assert SLUG not in result.output
    assert "" == invoke(sandbox, "list", "--area", "pytest").output


def test_list_of_an_unknown_area_names_those_there_are(sandbox: Path) -> None:
    """In the order in which readers see them."""
    result = invoke(sandbox, "list", "--area", "nope")
    assert 2 == result.exit_code
    assert f"there is no area 'nope'; the areas are: {', '.join(CATALOGUE.settings.areas)}" in words(result)


def test_list_with_a_broken_pitfall_lists_the_rest(sandbox: Path) -> None:
    """What is broken is named at the end, and the status is 2."""
    create_project(sandbox, "loop-held-twice", "order-lost")
    for slug in ("loop-held-twice", "order-lost"):
        (sandbox / "snippets" / slug / "pitfall.toml").write_text("area = 3", encoding="utf-8")
    result = invoke(sandbox, "list")
    assert 2 == result.exit_code
    assert result.stdout.splitlines()[1] == f"  {SLUG}"
    for slug in ("loop-held-twice", "order-lost"):
        assert slug not in result.stdout
        assert f"snippets/{slug}/pitfall.toml: " in result.stderr.replace(os.sep, "/")


def test_explain_shows_scripts_and_recorded_output(sandbox: Path) -> None:
    """The terminal shows what the page shows."""
    record_here(sandbox)
    result = invoke(sandbox, "explain", SLUG)
    assert 0 == result.exit_code
    page = ("Name the mistake here", "await fetch_price()", "was never awaited", f"CPython {HERE.exact}")
    for part in page:
        assert part in result.output
    assert "{pitfall}" not in result.output


def test_explain_without_evidence_names_the_command(sandbox: Path) -> None:
    """A new pitfall is not recorded yet."""
    result = invoke(sandbox, "explain", SLUG)
    assert 2 == result.exit_code
    assert f"record it with: make record SLUG={SLUG}" in words(result)


def test_explain_without_a_page_names_the_command(sandbox: Path) -> None:
    """A folder in snippets/ needs one."""
    (sandbox / "docs" / "pitfalls" / f"{SLUG}.md").unlink()
    result = invoke(sandbox, "explain", SLUG)
    assert 2 == result.exit_code
    assert f"{SLUG}.md" in result.output
    assert f"a folder in snippets/ needs a page; write one with: make new SLUG={SLUG}" in words(result)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No title\n", "expected a title"),
        (b"# caf\xe9\n", "can't decode byte"),
        ("# T\n\n```{evidence} x\n```\n", "has no run 'x'"),
    ],
)
def test_explain_of_a_broken_page_is_a_sentence(sandbox: Path, text: str | bytes, expected: str) -> None:
    """It names the page, or what is wrong on it."""
    page = sandbox / "docs" / "pitfalls" / f"{SLUG}.md"
    page.write_bytes(text if isinstance(text, bytes) else text.encode())
    result = invoke(sandbox, "explain", SLUG)
    assert 2 == result.exit_code
    assert expected in words(result)


def test_a_page_that_is_missing_or_has_no_title_is_named(sandbox: Path) -> None:
    """Each pitfall has one; its first paragraph may be all there is."""
    page = Catalogue(sandbox).page_path(SLUG)
    page.write_text("# A title\n\nAwait it\nat once.", encoding="utf-8")
    assert "Await it at once." == Catalogue(sandbox).page(SLUG).summary
    page.write_text("No title\n", encoding="utf-8")
    with pytest.raises(ClaimsError, match="expected a title"):
        Catalogue(sandbox).title(SLUG)
    page.unlink()
    with pytest.raises(ClaimsError, match="needs a page"):
        Catalogue(sandbox).title(SLUG)


def test_run_streams_the_failure_and_the_fix(sandbox: Path) -> None:
    """The failure fails and the fix does not."""
    assert "was never awaited" in invoke(sandbox, "run", SLUG).output
    fixed = invoke(sandbox, "run", SLUG, "--fix", "--python", HERE.minor)
    assert "price: 42" in fixed.output
    assert "never awaited" not in fixed.output
    assert fixed.output.startswith(f"$ python -X dev -W error fix.py    # CPython {HERE.exact}\n")
    assert fixed.output.endswith("exit status 0\n")


def test_run_all_is_a_table(sandbox: Path) -> None:
    """Each version says whether it does as claimed."""
    result = invoke(sandbox, "run", SLUG, "--all")
    assert HERE.exact in result.output
    assert "yes" in result.output


def test_run_says_how_often_it_ran(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An output that the machine spoiled is shown, too, so the reader must know which one counts."""
    monkeypatch.setattr(retry, "run", lambda *_, **__: Outcome(0, "price: 42\n", attempts=2))
    result = invoke(sandbox, "run", SLUG, "--fix")
    assert result.output.endswith("exit status 0 in attempt 2: the machine is overloaded\n")
    assert "0 (attempt 2)" in words(invoke(sandbox, "run", SLUG, "--fix", "--all"))


def test_a_script_that_hangs_is_reported(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the reason, and without a traceback."""
    monkeypatch.setattr(runner, "TIMEOUT", 0.5)
    (folder(sandbox) / "failure.py").write_text("while True: pass\n", encoding="utf-8")
    result = invoke(sandbox, "run", SLUG)
    assert 1 == result.exit_code
    assert "failure.py was ended: it did not end within 0.5 seconds" in result.output


def test_no_interpreter_at_all(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says how to get one."""
    monkeypatch.setattr(Interpreters, "available", {})
    result = invoke(sandbox, "run", SLUG)
    assert 2 == result.exit_code
    assert "uv python install" in result.output


MISTAKES = {
    "unknown slug": (["explain", "price-never-awaitd"], SLUG),
    "unknown slug of run": (["run", "price"], SLUG),
    "unknown script": (["run", SLUG, "--script", "fix_later"], "failure, fix"),
    "no such Python": (["run", SLUG, "--python", "3.99"], "uv python install 3.99"),
    "a slug as long as no file's name": (["explain", "a" * 300], f"there is no pitfall '{'a' * 80}'"),
    "such a slug of run": (["run", "price-" * 50], "there is no pitfall 'price-price-"),
    "a slug that leads out": (["explain", f"../snippets/{SLUG}"], f"the nearest are: {SLUG}"),
    "no slug": (["explain", ""], "there is no pitfall ''"),
    "no such file": (["diagnose", "traceback.txt"], "'traceback.txt': No such file or directory"),
    "no such command": (["explian", SLUG], "No such command 'explian'"),
}


@pytest.mark.parametrize(("arguments", "said"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_mistake_is_answered_with_a_way_out(
    sandbox: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    """Exit status 2, one sentence, no traceback."""
    monkeypatch.chdir(sandbox)
    result = invoke(sandbox, *arguments)
    assert 2 == result.exit_code
    assert said in words(result)
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", ["run", "explain"])
def test_a_broken_file_is_named(sandbox: Path, command: str) -> None:
    """The same sentence as in the tests and in the build."""
    (folder(sandbox) / "pitfall.toml").write_text("area = 3", encoding="utf-8")
    result = invoke(sandbox, command, SLUG)
    assert 2 == result.exit_code
    assert "pitfall.toml" in result.output


def test_diagnose_prints_what_a_program_can_read() -> None:
    """The keys that the help names, best first, and the status says whether something was found."""
    found = invoke(CATALOGUE.root, "diagnose", "--json", data=b"RuntimeError: Event loop is closed\n")
    assert 0 == found.exit_code
    first = json.loads(found.stdout)[0]
    assert ["pitfall", "title", "url", "score", "line", "why", "tell_apart", "error"] == list(first)
    assert {"number": 1, "text": "RuntimeError: Event loop is closed"} == first["line"]
    nothing = invoke(CATALOGUE.root, "diagnose", "--json", data=b"KeyError: 3\n")
    assert (1, []) == (nothing.exit_code, json.loads(nothing.stdout))


def test_diagnose_of_nothing_is_a_sentence(sandbox: Path) -> None:
    """An empty pipe or a binary file is no text."""
    for data, said in ((b"", "There is no text to read."), (bytes(range(32)) * 9, "binary data")):
        result = invoke(sandbox, "diagnose", data=data)
        assert 2 == result.exit_code
        assert said in words(result)


def test_what_is_missing_is_reported_before_a_table(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader sees why a version is not in it."""
    result = invoke(sandbox, "run", SLUG, "--all")
    for minor in set(CATALOGUE.versions) - {HERE.minor}:
        assert (
            f"CPython {minor} is not on this machine; get it with: uv python install {minor}" in result.stderr
        )
    assert sys.version_info[:2] == tuple(map(int, HERE.minor.split(".")))
