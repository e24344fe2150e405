"""Normalised output holds nothing of the machine, the moment or the patch release."""

import time

import pytest

from asyncio_pitfalls.run.normalise import RULES, normalise

EXAMPLES = {
    "colours": ("\x1b[1;31mRuntimeError\x1b[0m: no", "RuntimeError: no"),
    "Windows line ends": ("one\r\ntwo", "one\ntwo"),
    "packages' frames": (
        '  File "/home/me/env/lib/python3.12/site-packages/_pytest/main.py", line 289, in wrap\n'
        '    session.exitstatus = doit(config)\n                         ^^^^\n  File "x.py", line 1',
        '  File "_pytest/main.py", in wrap\n  File "x.py", line 1',
    ),
    "library frames in a notebook": (
        "File ~/lib/python3.11/asyncio/runners.py:33, in run(main, debug)\n     32 if x:\n"
        "---> 33     raise y\n   (...)\n     36 z\n\nRuntimeError: no",
        "File asyncio/runners.py, in run(main, debug)\n\nRuntimeError: no",
    ),
    "packages' locations": ("/env/lib/python3.9/site-packages/_pytest/main.py:12: x", "_pytest/main.py: x"),
    "library frames": (
        '  File "/usr/lib/python3.11/asyncio/runners.py", line 190, in run\n    return runner.run(main)\n'
        "           ^^^^^^\nValueError",
        '  File "asyncio/runners.py", in run\nValueError',
    ),
    "library allocations": (
        '  File "/usr/lib/python3.11/asyncio/events.py", lineno 801\n    return get_policy()\n'
        '  File "/env/lib/python3.11/site-packages/pluggy/_callers.py", lineno 12\n  File "x.py", lineno 3',
        '  File "asyncio/events.py"\n  File "pluggy/_callers.py"\n  File "x.py", lineno 3',
    ),
    "library call graphs": (
        "  + Async File '/usr/lib/python3.14/asyncio/locks.py', line 213, in async Event.wait()",
        "  + Async File 'asyncio/locks.py', in async Event.wait()",
    ),
    "frozen frames": ('  File "<frozen runpy>", line 198, in _run', '  File "<frozen runpy>", in _run'),
    "library warnings": (
        "/usr/lib/python3.12/asyncio/base_events.py:68: ResourceWarning: unclosed\n  _warn(f'x')\nnext\n"
        "  /usr/lib/python3.12/asyncio/events.py:68: ResourceWarning: in pytest\n    _warn(f'x')\n  next",
        "asyncio/base_events.py: ResourceWarning: unclosed\nnext\n"
        "  asyncio/events.py: ResourceWarning: in pytest\n  next",
    ),
    "library locations": (
        "created at /usr/lib/python3.8/asyncio/runners.py:44>",
        "created at asyncio/runners.py>",
    ),
    "addresses": ("<Task at 0x7f3a2b1c>", "<Task at 0x...>"),
    "thread ids": ("Thread 0x00007f12a4b6c740 (most recent", "Thread <id> (most recent"),
    "the main thread's name": ("Thread 0x00007f12a4b6c740 [python3.14] (most", "Thread <id> [python] (most"),
    "process ids": ("pid 12345, pid=9, subprocess 77 is", "pid <pid>, pid=<pid>, subprocess <pid> is"),
    "tasks destroyed at exit": (
        "task: <Task pending name='T' coro=<a() running at x:5> wait_for=<Future finished result=None>>",
        "task: <Task pending name='T' coro=<a() ...> wait_for=<Future ...>>",
    ),
    "file descriptors": (
        "File descriptor 7 is used by transport <x fd=7>",
        "File descriptor <n> is used by transport <x fd=<n>>",
    ),
    "ports": ("laddr=('127.0.0.1', 45123)", "laddr=('127.0.0.1', <port>)"),
    "durations": ("took 0.103 seconds, in 0.02s", "took <n> seconds, in <n> s"),
    "blank lines at the end": ("one\n\ntwo\n\n \n", "one\n\ntwo\n"),
    "trailing space": ("one  \ntwo\t", "one\ntwo"),
}


@pytest.mark.parametrize("rule", [name for name, _, _ in RULES])
def test_rule(rule: str) -> None:
    """Each rule has an example, and does what the example says."""
    text, expected = EXAMPLES[rule]
    assert expected == normalise(text)


def test_the_folder_is_taken_out() -> None:
    """Names of temporary folders vanish, also as macOS spells them."""
    assert 'File "failure.py"' == normalise('File "/tmp/x/failure.py"', "/tmp/x")
    assert 'File "failure.py"' == normalise('File "/private/tmp/x/failure.py"', "/tmp/x")


def test_the_box_of_an_exception_group_stays() -> None:
    """Only the source under a library's frame is taken out of a box, not what follows in it."""
    frame = '    |   File "/usr/lib/python3.12/asyncio/x.py", line 3, in f\n    |     code()\n'
    box = f"{frame}    | ValueError: no\n    +---- 2 ----"
    assert '    |   File "asyncio/x.py", in f\n    | ValueError: no\n    +---- 2 ----' == normalise(box)


def test_the_readers_own_code_stays() -> None:
    """Frames, lines and carets of the script itself are kept."""
    text = '  File "failure.py", line 3, in main\n    await price\n          ^^^^^\n'
    assert text == normalise(text)


# What a line consists of, again and again, after one of the starts and before one of the ends.
REPEATED = {
    "one long token": "x",
    "spaces": " ",
    "slashes": "/",
    "library folders": "/lib/python3.1",
    "package folders": "/site-packages/x.py",
    "frames": 'File "',
    "numbers": "1.",
    "source lines": "\n    ",
}
STARTS = ["", 'File "', "File '", "File "]
ENDS = ["", '", line x', "', line 3, ix"]


@pytest.mark.parametrize("repeated", REPEATED.values(), ids=list(REPEATED))
def test_time_grows_with_the_length_alone(repeated: str) -> None:
    """A script may print any line: one that is four times as long takes four times as long, not sixteen."""
    for start in STARTS:
        for end in ENDS:
            short, long = (start + repeated * (n // len(repeated)) + end for n in (4_000, 16_000))
            # A machine that does other things as well now and then stretches one of the two.
            assert any(cost(long) < 8 * cost(short) for _ in range(5)), f"{start!r}, {repeated!r}, {end!r}"


def cost(text: str) -> float:
    """Return the processor time that `text` takes, in seconds, the least of some attempts."""
    times = []
    for _ in range(2):
        start = time.process_time()
        normalise(text)
        times.append(time.process_time() - start)
    return min(times)


def test_nothing_of_a_long_path_is_lost() -> None:
    """Text around what is taken out stays, however long it is."""
    text = f"{'x ' * 5000}created at /usr{'/lib' * 100}/lib/python3.8/asyncio/runners.py:44>{' y' * 5000}"
    assert f"{'x ' * 5000}created at asyncio/runners.py>{' y' * 5000}" == normalise(text)


def test_a_folder_of_the_library_in_a_path_is_no_end_of_it() -> None:
    """An environment may be in a folder that is named like the library's."""
    frame = 'File "/lib/python3.1/x/lib/python3.12/asyncio/runners.py", line 3, in run'
    assert 'File "asyncio/runners.py", in run' == normalise(frame)
    frame = 'File "/lib/python3.12/site-packages/a/site-packages/b.py", line 3, in run'
    assert 'File "b.py", in run' == normalise(frame)
