"""A script that starts from a warm interpreter cannot tell: it does and sees what it does in a fresh one."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from asyncio_pitfalls import runner, warm
from asyncio_pitfalls.claims import STRICT, Run
from asyncio_pitfalls.environments import InstallationFailed
from asyncio_pitfalls.interpreters import HERE, Interpreter
from asyncio_pitfalls.site import warming
from asyncio_pitfalls.warm import WarmInterpreterEnded, WarmInterpreters
from conftest import forget
from test_site import SLUG

pytestmark = pytest.mark.skipif(not warm.available(), reason="warm interpreters need Linux")
# What the interpreter tells a program about itself; what is in HOME differs from run to run.
LOOKS_AROUND = """\
import faulthandler, os, sys, traceback, warnings
import neighbour

print(sys.argv, sys.orig_argv[1:], sys.flags, sys.warnoptions, warnings.filters)
print(os.path.relpath(__file__, os.getcwd()), [os.path.relpath(sys.path[0], os.getcwd()), *sys.path[1:]])
print({key: value for key, value in os.environ.items() if key not in {"HOME", "USERPROFILE", "TMPDIR"}})
print(sorted(globals()), __name__, __cached__, sorted(os.listdir()), sys.stdin.read())
print(os.getpgrp() == os.getsid(0) == os.getpid(), sys.stdout.isatty(), sys.stdout.encoding)
print("asyncio.run" in dir(), sorted(name for name in os.listdir("/proc/self/fd") if int(name) < 200))


def deeper():
    traceback.print_stack()
    faulthandler.dump_traceback(all_threads=False)
    raise SystemExit(7)


deeper()
"""


@pytest.fixture
def interpreters() -> Iterator[WarmInterpreters]:
    """Warm interpreters with the flags of a failure and of a fix."""
    ready = WarmInterpreters()
    for flags in ((), STRICT):
        ready.add([HERE.path, *flags], {}, ["asyncio"])
    yield ready
    ready.end()


def both(folder: Path, source: str, run: Run, ready: WarmInterpreters) -> list[runner.Outcome]:
    """Return what `source` does in a fresh interpreter, and in a warm one."""
    (folder / run.script).write_text(source, encoding="utf-8")
    (folder / "neighbour.py").write_text("", encoding="utf-8")
    return [runner.run(folder, run, HERE, start=start) for start in (runner.start, ready.start)]


@pytest.mark.parametrize("flags", [(), STRICT], ids=" ".join)
@pytest.mark.parametrize("name", ["failure", "fix"])
def test_nothing_is_different(
    name: str, flags: tuple[str, ...], tmp_path: Path, interpreters: WarmInterpreters
) -> None:
    """Not its arguments, path, flags, environment, folder, files, frames or exit status."""
    run = Run(name=name, script=f"{name}_here.py", flags=flags)
    fresh, warmed = both(tmp_path, LOOKS_AROUND, run, interpreters)
    assert 7 == fresh.exit
    assert f"['{name}_here.py'] " in fresh.output
    assert fresh == warmed


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("import asyncio\nasyncio.run(asyncio.sleep(0))\n1 / 0\n", id="an exception"),
        pytest.param("print(", id="no Python"),
        pytest.param("print('a')\nassert (1, 'never false')\n", id="a warning of the compiler"),
        pytest.param("import os, signal\nos.kill(os.getpid(), signal.SIGTERM)\n", id="a signal"),
        pytest.param("async def f(): pass\nf()\n", id="a warning at the end"),
        pytest.param("import atexit\natexit.register(print, 'end')\nraise SystemExit('no')\n", id="an exit"),
    ],
)
def test_every_end_is_the_same(source: str, tmp_path: Path, interpreters: WarmInterpreters) -> None:
    """However a program ends, it ends the same way."""
    fresh, warmed = both(tmp_path, source, Run(name="failure", script="failure.py"), interpreters)
    assert fresh == warmed


def test_it_is_a_process_of_its_own_that_forks(tmp_path: Path, interpreters: WarmInterpreters) -> None:
    """The second start would be worth nothing if it came from a fresh interpreter as well."""
    source = "import os\nprint(os.getppid())"
    fresh, warmed = both(tmp_path, source, Run(name="failure", script="failure.py"), interpreters)
    parents = {str(process.pid) for process in interpreters.processes}
    assert fresh.output.strip() not in parents
    assert warmed.output.strip() in parents


def test_other_flags_get_a_fresh_interpreter(tmp_path: Path, interpreters: WarmInterpreters) -> None:
    """Not every set of flags is worth a warm one."""
    run = Run(name="find", script="find.py", flags=("-O",))
    fresh, warmed = both(tmp_path, "import sys\nprint(sys.flags.optimize)", run, interpreters)
    assert fresh == warmed == runner.Outcome(0, "1\n")


def test_a_hang_is_ended(
    tmp_path: Path, interpreters: WarmInterpreters, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A child of a warm interpreter has a limit of time, too, and its interpreter serves the next."""
    monkeypatch.setattr(runner, "TIMEOUT", 1.0)
    hangs = Run(name="failure", script="failure.py")
    fresh, warmed = both(tmp_path, "print('started')\nwhile True: pass", hangs, interpreters)
    assert fresh == warmed
    assert "1 seconds" in warmed.ended
    fresh, warmed = both(tmp_path, "print('done')", hangs, interpreters)
    assert fresh == warmed == runner.Outcome(0, "done\n")


def test_an_interpreter_that_is_gone_is_no_silence(tmp_path: Path, interpreters: WarmInterpreters) -> None:
    """A script without an end has no outcome."""
    source = "import os, signal, time\nos.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(1)\n"
    (tmp_path / "failure.py").write_text(source, encoding="utf-8")
    with pytest.raises(WarmInterpreterEnded):
        runner.run(tmp_path, Run(name="failure", script="failure.py"), HERE, start=interpreters.start)


def test_they_end_when_nobody_is_left() -> None:
    """Also when the build was killed and could not say so."""
    ready = WarmInterpreters()
    ready.add([sys.executable], {}, [])
    (process,), (control,) = ready.processes, ready.controls.values()
    control.close()
    assert 0 == process.wait(timeout=30)


def test_variables_that_stand_for_flags_have_interpreters_of_their_own(tmp_path: Path) -> None:
    """A script with packages gets its flags as variables, which are read when an interpreter starts."""
    (tmp_path / "fix.py").write_text(
        "import sys\nprint(sys.flags.dev_mode, sys.warnoptions)", encoding="utf-8"
    )
    settings = {"PYTHONDEVMODE": "1", "PYTHONWARNINGS": "error"}
    ready = WarmInterpreters()
    ready.add([sys.executable], {}, [])
    ready.add([sys.executable], settings, [])
    for more, expected in (({}, b"False []\n"), (settings, b"True ['default', 'error']\n")):
        environ = runner.surroundings(str(tmp_path), Path(sys.executable).parent) | more
        program = ready.start([sys.executable, "fix.py"], str(tmp_path), environ, split=True)
        assert isinstance(program, warm.Program)
        assert program.stdout
        assert program.stderr
        with program.stdout as stdout, program.stderr as stderr:
            assert (expected, b"", 0) == (stdout.read(), stderr.read(), program.wait())
    ready.end()


def test_programs_that_start_alike_share_an_interpreter(sandbox: Path) -> None:
    """A program that starts like no other of the pages is not worth one."""
    page = f"pitfalls/{SLUG}"
    plain, strict = ((sys.executable,), ()), ((sys.executable, *STRICT), ())
    folder = sandbox / "snippets" / SLUG
    assert {plain: [folder / "failure.py"], strict: [folder / "fix.py"]} == warming.sharing([page, "index"])
    assert 2 == len(warming.sharing([page, page])[plain])


def test_packages_that_cannot_be_installed_are_told_by_the_cell(
    sandbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a network the pages without packages can still be built."""

    def fail(script: Path, interpreter: Interpreter) -> str:
        raise InstallationFailed

    monkeypatch.setattr(warming, "python_for", fail)
    assert {} == warming.sharing([f"pitfalls/{SLUG}"])


def test_what_all_import_is_loaded_already(tmp_path: Path) -> None:
    """What one alone imports might be seen by the others."""
    texts = ["import json\nimport asyncio\nfrom os.path import join\n", "import json\nimport ssl\n"]
    scripts = [tmp_path / f"{number}.py" for number in range(2)]
    for script, text in zip(scripts, texts, strict=True):
        script.write_text(text, encoding="utf-8")
    assert {"asyncio", "json"} == warming.modules(scripts)
    assert {"asyncio", "json", "os.path"} == warming.modules(scripts[:1])


def test_a_build_warms_what_two_programs_need_and_ends_it(
    sandbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing is executed, or the system lacks what it takes, nothing is warmed."""
    ready = WarmInterpreters()
    monkeypatch.setattr(warming, "SHARED", ready)
    app: Any = SimpleNamespace(config=SimpleNamespace(nb_execution_mode="off"))
    with monkeypatch.context() as patch:
        patch.delattr(os, "pidfd_open")
        app.config.nb_execution_mode = "force"
        warming.warm(app, app, [f"pitfalls/{SLUG}"] * 2)
        assert [] == ready.processes
    for mode, times, expected in (("off", 2, 0), ("force", 1, 0), ("force", 2, 2)):
        app.config.nb_execution_mode = mode
        warming.warm(app, app, [f"pitfalls/{SLUG}"] * times)
        assert expected == len(ready.processes)
    processes = list(ready.processes)
    warming.end(app, None)
    assert [0, 0] == [process.returncode for process in processes]


def test_an_isolated_program_starts_from_nothing(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its interpreter would not find what makes it a warm one."""
    claims = sandbox / "snippets" / SLUG / "pitfall.toml"
    text = claims.read_text(encoding="utf-8")
    claims.write_text(
        text.replace("[[failure.claims]]", '[failure]\nflags = ["-I"]\n\n[[failure.claims]]', 1)
    )
    forget()
    ready = WarmInterpreters()
    monkeypatch.setattr(warming, "SHARED", ready)
    app: Any = SimpleNamespace(config=SimpleNamespace(nb_execution_mode="force"))
    warming.warm(app, app, [f"pitfalls/{SLUG}"] * 2)
    (command, _), *others = ready.controls
    assert ((sys.executable, *STRICT), []) == (command, others)
    ready.end()
