"""The tracer sees what happens to tasks and threads, and the program prints what it prints without it."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from asyncio_pitfalls.trace import picture
from support import CATALOGUE, interpreter_or_report
from traced import run

CAN_TRACE = [minor for minor in CATALOGUE.versions if int(minor.partition(".")[2]) >= 12]
ADDRESS = re.compile(r"0x[0-9a-f]+")


@pytest.fixture(params=CAN_TRACE)
def python(request: pytest.FixtureRequest) -> str:
    """The path of each interpreter that the tracer can run in."""
    return interpreter_or_report(request.param).path


DESTROYED = """\
    import asyncio

    async def wait():
        await asyncio.sleep(1)

    async def main():
        asyncio.create_task(wait())
        await asyncio.sleep(0)

    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
"""


def test_a_task_that_is_destroyed(python: str, tmp_path: Path) -> None:
    """Also while the interpreter ends; what is printed about it is the same, frames included."""
    seen = run(python, tmp_path, DESTROYED, "-X", "dev")
    assert "source_traceback" in seen.untraced
    assert ADDRESS.sub("", seen.untraced) == ADDRESS.sub("", seen.printed)
    assert [
        "main() creates wait() in line 7: `asyncio.create_task(wait())`",
        "main() lets others run in line 8: `await asyncio.sleep(0)`",
        "wait() waits in line 4: `await asyncio.sleep(1)`",
        "main() ends",
        "the event loop is closed in line 12: `loop.close()`",
        "wait() is destroyed while it waits → Task was destroyed but it is pending!",
    ] == seen.sentences


def test_a_task_that_outlives_every_module(python: str, tmp_path: Path) -> None:
    """The tracer does not complain that the interpreter has emptied the modules that it uses."""
    keep = DESTROYED.replace("asyncio.create_task(", "task = asyncio.create_task(")
    for place in ("asyncio.kept", "os.kept", "_thread.kept", "builtins.kept"):
        source = keep.replace("import asyncio", "import asyncio, builtins, os, _thread", 1)
        source = source.replace("await asyncio.sleep(0)", f"{place} = task\n        await asyncio.sleep(0)")
        seen = run(python, tmp_path, source)
        assert ADDRESS.sub("", seen.untraced) == ADDRESS.sub("", seen.printed)


def test_a_task_that_is_freed_without_a_word(python: str, tmp_path: Path) -> None:
    """gather() switches the message off for the tasks that it creates."""
    source = """\
        import asyncio

        async def wait():
            await asyncio.sleep(1)

        async def main():
            asyncio.gather(wait())
            await asyncio.sleep(0)

        loop = asyncio.new_event_loop()
        loop.run_until_complete(main())
        loop.close()
    """
    seen = run(python, tmp_path, source)
    assert "" == seen.printed
    assert "wait() is destroyed without a message" in seen.sentences


def test_the_cancellation_at_the_end(python: str, tmp_path: Path) -> None:
    """asyncio.run() cancels what is left; who catches it is seen."""
    source = """\
        import asyncio

        async def stubborn():
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("no")

        async def main():
            asyncio.create_task(stubborn())
            await asyncio.sleep(0)

        asyncio.run(main())
    """
    seen = run(python, tmp_path, source)
    assert "no\n" == seen.printed
    assert [
        "stubborn() is cancelled by asyncio.run()",
        "stubborn() catches CancelledError in line 6: `except asyncio.CancelledError:`",
        'stubborn() prints in line 7: `print("no")`',
        "stubborn() ends",
    ] == seen.sentences[-4:]


def test_each_exception_that_is_caught(python: str, tmp_path: Path) -> None:
    """Also when Python uses the address of the one before; not one that leaves the function after all."""
    source = """\
        import asyncio

        async def fail(n):
            try:
                await asyncio.sleep(0)
                raise ValueError(n)
            finally:
                print("finally", n)

        async def main():
            for n in range(3):
                try:
                    await fail(n)
                except ValueError:
                    print("caught")

        asyncio.run(main())
    """
    seen = run(python, tmp_path, source)
    assert [f"main() catches ValueError: {n} in line 14: `except ValueError:`" for n in range(3)] == [
        sentence for sentence in seen.sentences if "catches" in sentence
    ]


def test_threads_and_callbacks(python: str, tmp_path: Path) -> None:
    """A thread has a lane of its own, a callback runs in that of the main thread."""
    source = """\
        import asyncio
        import threading

        def work(loop, done):
            loop.call_soon_threadsafe(done.set_result, 1)

        def report(future):
            print("done")

        async def main():
            loop = asyncio.get_running_loop()
            done = loop.create_future()
            done.add_done_callback(report)
            threading.Thread(target=work, args=[loop, done]).start()
            await done

        asyncio.run(main())
    """
    seen = run(python, tmp_path, source)
    assert [
        "main() starts work() in a thread in line 14: "
        "`threading.Thread(target=work, args=[loop, done]).start()`",
        "main() waits in line 15: `await done`",
        "work() in a thread passes it to the event loop in line 5: "
        "`loop.call_soon_threadsafe(done.set_result, 1)`",
        "work() in a thread ends",
        "main thread runs report()",
        'main thread prints in line 8: `print("done")`',
        "main() ends",
    ] == seen.sentences


def test_a_blocked_loop(python: str, tmp_path: Path) -> None:
    """A call that blocks in a task keeps the loop from everything else; in a thread it only waits."""
    source = """\
        import asyncio
        import time

        def nap():
            time.sleep(0)

        async def main():
            nap()
            nap()
            await asyncio.to_thread(nap)

        asyncio.run(main())
    """
    seen = run(python, tmp_path, source)
    assert "main() blocks the event loop, 2 times in line 5: `time.sleep(0)`" == seen.sentences[0]
    assert "nap() in a thread waits in line 5: `time.sleep(0)`" in seen.sentences


def test_nothing_is_kept_alive(python: str, tmp_path: Path) -> None:
    """A task, a coroutine and what a function has as a local variable are freed when they are without it."""
    source = """\
        import asyncio
        import gc
        import weakref

        class Order:
            pass

        async def keep(order):
            await asyncio.sleep(0)

        async def main():
            gc.disable()
            order = Order()
            seen = weakref.ref(order)
            task = weakref.ref(asyncio.create_task(keep(order)))
            del order
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print(seen(), task())

        asyncio.run(main())
    """
    seen = run(python, tmp_path, source)
    assert "None None\n" == seen.untraced == seen.printed


def test_the_program_sees_nothing_of_it(python: str, tmp_path: Path) -> None:
    """Neither in its path, its variables and modules, nor in its stack; its own sitecustomize is there."""
    source = """\
        import asyncio, os, subprocess, sys, traceback

        class Text:
            def __str__(self):
                print("text asked for")
                return "no"
            __repr__ = __str__

        async def fail(text):
            raise ValueError(text)

        async def main():
            traceback.print_stack()
            print(asyncio.get_running_loop().get_task_factory())
            print(sys.path, sorted(key for key in os.environ if "PYTHON" in key), os.environ["PYTHONPATH"])
            print(sys.gettrace(), sys.getprofile(), sys.argv, os.open("app.py", os.O_RDONLY))
            print(subprocess.run([sys.executable, "-c", "import sys; print(sys.path)"], capture_output=True))
            asyncio.current_task().set_name(sys.modules["sitecustomize"].MINE)
            try:
                await asyncio.create_task(fail(Text()))
            except ValueError:
                pass
            print(asyncio.current_task().get_name())
            1 / 0

        asyncio.run(main())
    """
    own = tmp_path / "own"
    own.mkdir()
    (own / "sitecustomize.py").write_text("MINE = 'mine'\n", encoding="utf-8")
    seen = run(python, tmp_path, source, PYTHONPATH=str(own))
    assert 1 == seen.exit
    assert seen.printed.startswith("None\n")
    assert "\nmine\n" in seen.printed
    assert "text asked for" not in seen.printed
    assert seen.untraced == seen.printed
    assert seen.sentences[-1].startswith("main() fails in line 24: `1 / 0` → ZeroDivisionError: ")


def test_a_file_of_the_program_hides_a_library(python: str, tmp_path: Path) -> None:
    """The tracer imports nothing that the program's own file would have replaced."""
    for name in ("asyncio", "json", "threading", "types", "weakref"):
        (tmp_path / f"{name}.py").write_text(f"print('own {name}')\n", encoding="utf-8")
    seen = run(python, tmp_path, "import json, threading, asyncio\n")
    assert seen.untraced == seen.printed
    assert "own asyncio\n" in seen.printed


def test_an_eager_task(python: str, tmp_path: Path) -> None:
    """Its first step runs within create_task(), with the tracer as without."""
    source = """\
        import asyncio

        async def hurry():
            print("first")

        async def main():
            asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
            task = asyncio.create_task(hurry())
            print("second")

        asyncio.run(main())
    """
    seen = run(python, tmp_path, source)
    assert "first\nsecond\n" == seen.printed
    assert 'hurry() prints in line 4: `print("first")`' == seen.sentences[0]


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="only systems that fork")
def test_a_child_of_a_fork_writes_nothing(tmp_path: Path) -> None:
    """Its events would be among those of the parent."""
    source = """\
        import os

        def child():
            print("child", flush=True)

        if os.fork():
            os.wait()
        else:
            child()
    """
    seen = run(interpreter_or_report("3.14").path, tmp_path, source)
    assert "child\n" == seen.printed
    assert [] == seen.sentences


def test_too_much(tmp_path: Path) -> None:
    """The tracer stops, and the program goes on; the story has a last row that says so."""
    source = """\
        import asyncio

        def step(n):
            if n % 2:
                print(end="")

        async def main():
            for n in range(30_000):
                step(n)
            print("end")

        asyncio.run(main())
    """
    seen = run(interpreter_or_report("3.14").path, tmp_path, source)
    assert "end\n" == seen.printed
    assert "does more than this shows" in seen.sentences[-1]


def test_very_many_tasks_and_hostile_texts(tmp_path: Path) -> None:
    """A picture has room for all lanes, and is XML whatever an exception says."""
    source = r"""
import asyncio

async def work(n):
    await asyncio.sleep(0)
    if n == 60:
        raise ValueError("\x00\x1b[31m<&\"\ud800 " + "x" * 500)

async def main():
    await asyncio.gather(*map(work, range(99)), return_exceptions=True)

asyncio.run(main())
"""
    seen = run(interpreter_or_report("3.14").path, tmp_path, source)
    assert "main() creates work(0), (1), (2), (3), (4), (5), … in line 10: " in seen.sentences[0]
    root = ElementTree.fromstring(picture.standalone(seen.story, "many"))
    texts = ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "work(98)" in texts
    assert any(text.startswith('ValueError:   [31m<&"') for text in texts)
