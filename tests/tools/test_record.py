"""`make record` writes down what the scripts do, twice alike, and leaves nothing else behind."""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pytest

from asyncio_pitfalls import evidence
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Run
from asyncio_pitfalls.evidence import EvidenceError, Observation
from asyncio_pitfalls.run import matrix, runner
from asyncio_pitfalls.run.interpreters import HERE, Interpreter, Interpreters
from asyncio_pitfalls.run.runner import Outcome
from pitfalls_tools import addresses, record
from pitfalls_tools.record import Unrecordable
from support import ROOT, SLUG, create_project
from terminal import invoke, said

GIT = shutil.which("git")
RIGHT = Outcome(0, "price: 42\n")
# Two Jupyter kernels that start at once may be given the same ports.
DISTURBED = Outcome(1, "Address already in use\n")


@pytest.fixture(autouse=True)
def only_this_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    """The matrix is the running interpreter; what the command does with all is the same."""
    monkeypatch.setattr(Interpreters, "available", {HERE.minor: HERE})


def work(root: Path, interpreter: Interpreter = HERE) -> list[matrix.Job]:
    """Return all runs of a project on one interpreter."""
    return matrix.jobs(Catalogue(root).pitfalls(), [interpreter])


def add(root: Path, script: str, text: str) -> None:
    """Add `text` to the end of a script of the one pitfall."""
    with (root / "snippets" / SLUG / script).open("a", encoding="utf-8") as file:
        file.write(text)


def test_it_says_what_changed(sandbox: Path) -> None:
    """Recording again changes nothing."""
    assert f"changed: snippets/{SLUG}/observed.json" in said(invoke(sandbox, "record"))
    again = invoke(sandbox, "record", SLUG)
    assert 0 == again.exit_code
    assert "2 runs, twice each, 0 files changed" in said(again)
    assert "git" not in again.output


def test_an_unknown_slug_is_answered_with_the_nearest(sandbox: Path) -> None:
    """Exit status 2, one sentence, no traceback."""
    result = invoke(sandbox, "record", "never-awaited")
    assert 2 == result.exit_code
    assert SLUG in said(result)
    assert "Traceback" not in result.output


def test_what_disagrees_with_the_claims_is_named(sandbox: Path) -> None:
    """It is written down, since the claim may be what is wrong, but not in silence."""
    add(sandbox, "fix.py", "raise SystemExit(3)\n")
    result = invoke(sandbox, "record", SLUG)
    assert 1 == result.exit_code
    assert f"snippets/{SLUG}/pitfall.toml: [fix] on {HERE.exact}: exit status 3, claimed 0" in said(result)
    assert [3] == [seen.exit for seen in Catalogue(sandbox).evidence(SLUG)["fix"]]


def test_a_script_that_does_not_do_the_same_twice_is_named(sandbox: Path) -> None:
    """Evidence of it would differ on the next machine; the lines that differ are shown."""
    add(sandbox, "fix.py", "import random\nprint('lucky number', random.getrandbits(64))\n")
    result = invoke(sandbox, "record", SLUG)
    assert 1 == result.exit_code
    assert f"{SLUG} fix on {HERE.exact}: two runs differ" in said(result)
    assert {"-lucky number", "+lucky number"} <= {
        line.rpartition(" ")[0] for line in result.output.splitlines()
    }
    assert f"{SLUG} failure" not in said(result)


def test_each_script_runs_twice(sandbox: Path, tmp_path: Path) -> None:
    """Neither more often nor less."""
    ran = tmp_path / "ran"
    add(sandbox, "fix.py", f"with open({str(ran)!r}, 'a') as file:\n    file.write('.')\n")
    assert 0 == invoke(sandbox, "record", SLUG).exit_code
    assert ".." == ran.read_text(encoding="utf-8")


def test_what_the_machine_disturbed_is_named(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that was replaced by another is no error, but not silent."""
    fixes = iter([DISTURBED, RIGHT, RIGHT])

    def run_once(folder: Path, run: Run, *_: object) -> Outcome:
        warning = "RuntimeWarning: coroutine 'fetch_price' was never awaited\n"
        return next(fixes) if run.is_fix else Outcome(0, warning)

    monkeypatch.setattr(runner, "run_once", run_once)
    result = invoke(sandbox, "record", SLUG)
    assert 0 == result.exit_code
    assert f"{SLUG} fix on {HERE.exact}: the machine disturbed it; this is attempt 2" in said(result)


def test_new_addresses_are_published(sandbox: Path) -> None:
    """Nobody has to remember the list."""
    addresses.path(Catalogue(sandbox)).write_text("", encoding="utf-8")
    assert f"new address: /pitfalls/{SLUG}/" in said(invoke(sandbox, "record", SLUG))


@pytest.mark.skipif(GIT is None, reason="no git, with which the hint is tried: apt-get install git")
def test_the_hint_shows_the_new_evidence(sandbox: Path) -> None:
    """The command that is printed works in a checkout in which the pitfall is still unknown to git."""
    subprocess.run([str(GIT), "init", "--quiet", str(sandbox)], check=True)
    result = invoke(sandbox, "record", SLUG)
    hint = result.output.partition("Read the evidence with: ")[2].splitlines()[0]
    done = subprocess.run(hint, shell=True, cwd=sandbox, capture_output=True, encoding="utf-8", check=True)
    assert '+    "price: 42"' in done.stdout
    assert f"+++ b/snippets/{SLUG}/observed.json" in done.stdout


def test_an_interrupted_record_leaves_the_old_file(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pitfall's evidence is written when all of it is there, or not at all."""
    folder = sandbox / "snippets" / SLUG
    evidence.save(folder, {"failure": (Observation(seen=("3.8.1",), exit=0, output=("old",)),)})
    before = (folder / evidence.FILE).read_bytes()

    def interrupt(*_: object) -> Outcome:
        raise KeyboardInterrupt

    monkeypatch.setattr(runner, "run_once", interrupt)
    with pytest.raises(KeyboardInterrupt):
        record.record(Catalogue(sandbox), work(sandbox), lambda *_: None)
    assert before == (folder / evidence.FILE).read_bytes()
    assert [] == list(folder.glob("*.part"))


def test_a_script_that_hangs_is_not_recorded(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was ended by force is no evidence; the error says which script on which version."""
    monkeypatch.setattr(runner, "run_once", lambda *_: Outcome(None, "", ended="it hung"))
    jobs = work(sandbox, Interpreter("3.12", "3.12.1", "python"))
    with pytest.raises(Unrecordable, match=rf"{SLUG}/\w+\.py on 3\.12\.1 was ended: it hung"):
        record.record(Catalogue(sandbox), jobs, lambda *_: None)
    result = invoke(sandbox, "record", SLUG)
    assert 2 == result.exit_code
    assert "was ended: it hung" in said(result)
    assert not (sandbox / "snippets" / SLUG / evidence.FILE).exists()


@pytest.mark.parametrize("call", ["write", "replace"])
def test_a_full_disk_is_reported_and_leaves_no_part(
    sandbox: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """One sentence, the old file, and nothing else."""
    folder = sandbox / "snippets" / SLUG
    evidence.save(folder, {"failure": (Observation(seen=("3.8.1",), exit=0, output=("old",)),)})
    before = (folder / evidence.FILE).read_bytes()

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "observed.json")

    def full(*arguments: Any, **options: Any) -> Any:
        file: Any = NamedTemporaryFile(*arguments, **options)  # noqa: SIM115 - the caller closes it
        file.write = fail
        return file

    if call == "write":
        monkeypatch.setattr(evidence.tempfile, "NamedTemporaryFile", full)
    else:
        monkeypatch.setattr(evidence.os, "replace", fail)
    result = invoke(sandbox, "record", SLUG)
    assert 2 == result.exit_code
    assert os.strerror(errno.ENOSPC) in said(result)
    assert "Traceback" not in result.output
    assert before == (folder / evidence.FILE).read_bytes()
    assert [] == list(folder.glob("*.part"))


def test_the_command_that_a_conflict_names_repairs_it(sandbox: Path) -> None:
    """No version that this machine lacks is lost, of either branch."""
    ours, theirs = (
        [minor for minor in Catalogue(sandbox).versions if minor != HERE.minor][number] for number in (0, 1)
    )
    path = sandbox / "snippets" / SLUG / evidence.FILE
    sides = []
    for minor in (ours, theirs):
        evidence.save(path.parent, {"fix": (Observation(seen=(f"{minor}.1",), exit=0, output=(minor,)),)})
        sides.append(path.read_text(encoding="utf-8"))
    path.write_text(f"<<<<<<< ours\n{sides[0]}=======\n{sides[1]}>>>>>>> theirs\n", encoding="utf-8")
    with pytest.raises(EvidenceError) as refused:
        Catalogue(sandbox).evidence(SLUG)
    named = re.search(r"make (record) SLUG=(\S+)$", str(refused.value))
    assert named
    assert 0 == invoke(sandbox, *named.groups()).exit_code
    fixes = Catalogue(sandbox).evidence(SLUG)["fix"]
    assert {f"{ours}.1": (ours,), f"{theirs}.1": (theirs,), HERE.exact: ("price: 42",)} == {
        exact: seen.output for seen in fixes for exact in seen.seen
    }


# Its many files take a while to remove, in which other scripts could begin.
_SLEEPER = """\
import os, pathlib, time
for number in range(1000):
    pathlib.Path(str(number)).touch()
pathlib.Path({!r}, str(os.getpid())).touch()
time.sleep(60)
"""


@pytest.fixture
def sleepers(sandbox: Path) -> Iterator[Path]:
    """The folder in which each script of a project leaves its process id before it sleeps.

    There are more scripts than run at once. The project has this package, and the interpreter that runs this.
    """
    create_project(sandbox, "order-lost", "task-lost", "loop-lost")
    pids = sandbox / "pids"
    (sandbox / "temporary").mkdir()
    pids.mkdir()
    for script in sandbox.glob("snippets/*/*.py"):
        script.write_text(_SLEEPER.format(str(pids)), encoding="utf-8")
    settings = sandbox / "pyproject.toml"
    text = re.sub(
        r"^versions = .*$", f'versions = ["{HERE.minor}"]', settings.read_text(encoding="utf-8"), flags=re.M
    )
    settings.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "src", sandbox / "src", ignore=shutil.ignore_patterns("__pycache__"))
    yield pids
    for path in pids.iterdir():
        if is_running(int(path.name)):
            os.kill(int(path.name), signal.SIGKILL)


def is_running(pid: int) -> bool:
    """Return whether there is such a process, and it has not ended while nobody asked how."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or ") Z " not in status.read_text(encoding="utf-8")


def wait_until(condition: object, seconds: float = 60) -> None:
    """Return when `condition` is true."""
    assert callable(condition)
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without a signal")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_leaves_neither_scripts_nor_folders(sandbox: Path, sleepers: Path, number: int) -> None:
    """Whoever ends it ends what it has started; another script does not begin."""
    environ = os.environ | {"PYTHONPATH": str(sandbox / "src"), "TMPDIR": str(sandbox / "temporary")}
    command = [sys.executable, "-m", "pitfalls_tools", "record"]
    process = subprocess.Popen(command, cwd=sandbox, env=environ, stderr=subprocess.DEVNULL)
    wait_until(lambda: len(list(sleepers.iterdir())) >= 2)
    process.send_signal(number)
    assert -number == process.wait(60)
    wait_until(lambda: not any(is_running(int(path.name)) for path in sleepers.iterdir()), 5)
    time.sleep(0.5)
    assert [] == [path.name for path in sleepers.iterdir() if is_running(int(path.name))]
    assert [] == list((sandbox / "temporary").iterdir())
