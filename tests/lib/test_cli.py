"""The command answers in sentences, with exit status 2 for what the user can mend."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from asyncio_pitfalls import (
    addresses,
    catalogue,
    claims,
    environments,
    explain,
    interpreters,
    project,
    runner,
)
from asyncio_pitfalls.claims import ClaimsError
from asyncio_pitfalls.cli import main
from asyncio_pitfalls.environments import InstallationFailed
from asyncio_pitfalls.interpreters import Interpreter, MissingInterpreter
from asyncio_pitfalls.scaffold import ScaffoldError, create

SLUG = "price-never-awaited"
EXACT = platform.python_version()
HERE = Interpreter(".".join(EXACT.split(".")[:2]), EXACT, sys.executable)
AVAILABLE = interpreters.available


@pytest.fixture(autouse=True)
def only_this_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    """The matrix is the running interpreter; what the command does with all is the same."""
    monkeypatch.setattr(interpreters, "available", lambda: {HERE.minor: HERE})


def invoke(*arguments: str) -> Result:
    """Call the command as a shell would."""
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize("command", ["list", "explain", "run", "record", "new", "diagnose"])
def test_help_teaches(command: str) -> None:
    """Each command explains itself in more than its name."""
    result = invoke(command, "--help")
    assert 0 == result.exit_code
    assert len(result.output) > 150


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_diagnose_in_a_terminal_says_how_to_end_the_text() -> None:
    """Somebody who gives no file sees what to do."""
    controller, terminal = os.openpty()
    os.write(controller, b"RuntimeError: Event loop is closed\n\x04")
    command = [sys.executable, "-c", "from asyncio_pitfalls.cli import main; main()", "diagnose"]
    done = subprocess.run(command, stdin=terminal, capture_output=True, text=True, timeout=60, check=False)
    os.close(terminal)
    os.close(controller)
    assert "Ctrl-D" in done.stderr
    assert "loop-closed-on-reuse" in done.stdout


def test_list_shows_messages(sandbox: Path) -> None:
    """A reader finds a slug by the message."""
    result = invoke("list")
    assert SLUG in result.output
    assert "was never awaited" in result.output


def test_list_can_be_read_by_a_program(sandbox: Path) -> None:
    """Every slug stands on a line of its own."""
    assert f"  {SLUG}" in invoke("list").output.splitlines()


def test_explain_shows_scripts_and_recorded_output(sandbox: Path) -> None:
    """The terminal shows what the page shows."""
    assert 0 == invoke("record", SLUG).exit_code
    result = invoke("explain", SLUG)
    assert 0 == result.exit_code
    for part in ("You are here because", "await fetch_price()", "was never awaited", f"CPython {EXACT}"):
        assert part in result.output
    assert "{pitfall}" not in result.output


@pytest.mark.parametrize("slug", catalogue.slugs())
def test_explain_leaves_no_markup(slug: str) -> None:
    """Every page is readable in a terminal: no directive or role is left over."""
    text = explain.markdown(catalogue.pitfall(slug))
    assert "```{" not in text
    assert "{py:" not in text
    assert "{cpython}" not in text


def test_run_streams_the_failure_and_the_fix(sandbox: Path) -> None:
    """The failure fails and the fix does not."""
    assert "was never awaited" in invoke("run", SLUG).output
    fixed = invoke("run", SLUG, "--fix", "--python", HERE.minor)
    assert "price: 42" in fixed.output
    assert "never awaited" not in fixed.output


def test_run_all_is_a_table(sandbox: Path) -> None:
    """Each version says whether it does as claimed."""
    result = invoke("run", SLUG, "--all")
    assert EXACT in result.output
    assert "yes" in result.output


def test_record_says_what_changed(sandbox: Path) -> None:
    """Recording twice changes nothing the second time."""
    assert f"changed: snippets/{SLUG}/observed.json" in invoke("record").output.replace("\\", "/")
    assert "0 files changed" in invoke("record", SLUG).output


def test_record_names_what_disagrees_with_the_claims(sandbox: Path) -> None:
    """It is written down, since the claim may be what is wrong, but not in silence."""
    path = sandbox / "snippets" / SLUG / "fix.py"
    path.write_text(path.read_text(encoding="utf-8") + "raise SystemExit(3)\n", encoding="utf-8")
    result = invoke("record", SLUG)
    assert 1 == result.exit_code
    assert f"snippets/{SLUG}/pitfall.toml: [fix] on {EXACT}: exit status 3, claimed 0" in result.output


def test_new_says_what_it_made_and_what_comes_next(sandbox: Path) -> None:
    """The files, and the command that records them."""
    result = invoke("new", "order-lost")
    assert 0 == result.exit_code
    assert "made snippets/order-lost/failure.py" in result.output.replace("\\", "/")
    assert "asyncio-pitfalls record order-lost" in result.output


def test_addresses_names_what_is_new(sandbox: Path) -> None:
    """Once; then it is published."""
    addresses.path().write_text("", encoding="utf-8")
    assert f"new address: /pitfalls/{SLUG}/" in invoke("addresses").output
    assert "" == invoke("addresses").output


def test_a_script_that_hangs_is_reported(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the reason, and without a traceback."""
    monkeypatch.setattr(runner, "TIMEOUT", 0.5)
    (sandbox / "snippets" / SLUG / "failure.py").write_text("while True: pass\n", encoding="utf-8")
    result = invoke("run", SLUG)
    assert 1 == result.exit_code
    assert "failure.py was ended: it did not end within 0.5 seconds" in result.output


def test_no_interpreter_at_all(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says how to get one."""
    monkeypatch.setattr(interpreters, "available", dict)
    result = invoke("run", SLUG)
    assert 2 == result.exit_code
    assert "uv python install" in result.output


MISTAKES = {
    "unknown slug": (["explain", "price-never-awaitd"], SLUG),
    "unknown slug of run": (["run", "price"], SLUG),
    "unknown slug of record": (["record", "never-awaited"], SLUG),
    "unknown script": (["run", SLUG, "--script", "fix_later"], "failure, fix"),
    "no such Python": (["run", SLUG, "--python", "3.99"], "uv python install 3.99"),
    "a slug that is none": (["new", "Price"], "lower-case words"),
    "a slug that is taken": (["new", SLUG], "never reused"),
}


@pytest.mark.parametrize(("arguments", "said"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_answered_with_a_way_out(sandbox: Path, arguments: list[str], said: str) -> None:
    """Exit status 2, one sentence, no traceback."""
    result = invoke(*arguments)
    assert 2 == result.exit_code
    assert said in " ".join(result.output.split())
    assert "Traceback" not in result.output


def test_a_broken_file_is_named(sandbox: Path) -> None:
    """The same sentence as in the tests and in the build."""
    (sandbox / "snippets" / SLUG / "pitfall.toml").write_text("area = 3", encoding="utf-8")
    result = invoke("run", SLUG)
    assert 2 == result.exit_code
    assert "pitfall.toml" in result.output


def test_a_page_that_is_missing_or_has_no_title_is_named(sandbox: Path) -> None:
    """Each pitfall has one; its first paragraph may be all there is."""
    page = catalogue.page(SLUG)
    page.write_text("# A title\n\nYou are here because\nit is short.", encoding="utf-8")
    assert "You are here because it is short." == catalogue.summary(SLUG)
    page.write_text("No title\n", encoding="utf-8")
    with pytest.raises(ClaimsError, match="expected a title"):
        catalogue.title(SLUG)
    page.unlink()
    with pytest.raises(ClaimsError, match="needs a page"):
        catalogue.title(SLUG)


def test_the_scaffold_is_complete(sandbox: Path) -> None:
    """What `new` makes has valid claims and a page with a title and a summary."""
    made = create("loop-held-twice")
    names = {"failure.py", "fix.py", "pitfall.toml", "loop-held-twice.md"}
    assert names == {path.name for path in made}
    assert {"failure", "fix"} == claims.load(sandbox / "snippets" / "loop-held-twice").runs.keys()
    assert catalogue.summary("loop-held-twice").startswith("You are here because")
    assert sorted(["loop-held-twice", SLUG]) == catalogue.slugs()


def test_a_scaffold_that_failed_leaves_nothing(sandbox: Path) -> None:
    """A refused slug makes no file."""
    with pytest.raises(ScaffoldError):
        create("under_score")
    assert [SLUG] == catalogue.slugs()


def test_a_shim_without_an_interpreter_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program named python3.99 that does not answer as CPython 3.99 does not exist."""
    shim = tmp_path / "python3.99"
    shim.write_text("#!/bin/sh\nexit 127\n", encoding="utf-8")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingInterpreter, match=r"uv python install 3\.99"):
        interpreters.find("3.99")


def test_a_program_that_cannot_be_started_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that was made for another machine, say; the others are found all the same."""
    (tmp_path / "python3.99").write_bytes(b"\x7fELF")
    (tmp_path / "python3.99").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(project, "versions", lambda: ["3.99"])
    assert {} == AVAILABLE()


def test_packages_need_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the sentence says how to get it."""
    script = tmp_path / "failure.py"
    script.write_text('# /// script\n# dependencies = ["a-package-of-nobody"]\n# ///\n', encoding="utf-8")
    monkeypatch.setattr(environments.shutil, "which", lambda *_, **__: None)
    with pytest.raises(InstallationFailed, match="python -m pip install uv"):
        environments.python_for(script, HERE)


def test_packages_are_installed_as_the_script_says(tmp_path: Path) -> None:
    """A failing installation is reported with the installer's own words."""
    script = tmp_path / "failure.py"
    script.write_text('# /// script\n# dependencies = ["no such package"]\n# ///\n', encoding="utf-8")
    assert {"dependencies": ["no such package"]} == environments.metadata(script.read_text(encoding="utf-8"))
    with pytest.raises(InstallationFailed, match="no such package"):
        environments.python_for(script, HERE)


def test_a_script_without_packages_needs_no_environment(tmp_path: Path) -> None:
    """The interpreter itself runs it."""
    script = tmp_path / "failure.py"
    script.write_text("print()\n", encoding="utf-8")
    assert HERE.path == environments.python_for(script, HERE)


def test_a_wheel_carries_snippets_and_pages(tmp_path: Path) -> None:
    """The installed command works without a checkout."""
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", str(tmp_path), str(project.ROOT)], check=True, capture_output=True)
    wheel = next(tmp_path.glob("*.whl"))
    target = tmp_path / "installed"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target)]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    program = "import sys; sys.path.insert(0, sys.argv.pop(1)); from asyncio_pitfalls.cli import main; main()"
    listed = subprocess.run(
        [sys.executable, "-P", "-c", program, str(target), "list"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    for slug in catalogue.slugs():
        assert slug in listed.stdout
