"""Writes down what a program does, from within: which task and thread runs, waits, is woken, cancelled, lost.

It runs in the interpreter of the traced program, before the program, because Python's `site` module
imports a module of this name from PYTHONPATH. It then removes itself from PYTHONPATH and `sys.path`,
and lets a `sitecustomize` of the reader's own take its place. It imports nothing that the program could
replace by a file of its own, keeps nothing alive, and replaces nothing, so that the program prints what it
prints without it. Each line of the file that it writes is a Python tuple: kind, thread, lane, line, details.

What was tried, on CPython 3.12 to 3.15:

- A script that starts the program with `runpy` adds its own frames below every traceback, every
  `source_traceback` of debug mode and every stack that `faulthandler` prints. Here there is none.
- `sys.settrace` sees no reason for a pause, is one per thread, and a debugger would replace it.
- A task factory changes the program: `get_task_factory()` is no longer None, and an eager factory starts a
  task at another moment. The return value of `BaseEventLoop.create_task()` is the same task, unchanged.
- Debug mode (`slow_callback_duration`, `set_debug`) changes messages, and needs a clock.
- A wrapper around `sys.stdout` would be a frame in the traceback of a print that fails.
- `asyncio.capture_call_graph()` (3.14) needs a task to ask, and shows a moment and not an order. The edges it
  is made from, `_asyncio_awaited_by`, are what tells which tasks a group, `gather()` or `wait()` waits for.
- `sys.monitoring` sees the start, each pause and each end of the program's own functions, and, as the start
  of a library function, what happens to a task: `call_soon(task_wakeup)` wakes it, a call of a
  function named `cancel` cancels it, `call_exception_handler()` reports it. A weak reference tells when it is
  freed.

What it cannot see: generators; tasks of a loop that is not made from `asyncio.BaseEventLoop`, until they run;
what C code and other processes do; and what a library does within one step of a task.
"""

from __future__ import annotations

import _thread
import _weakref
import builtins
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType
    from typing import Any

# More events are no picture; the program then runs on untraced.
_MOST = 20_000
_GENERATOR = 0x20 | 0x200  # CO_GENERATOR, CO_ASYNC_GENERATOR
_FUNCTION_BODY = 0x1  # CO_OPTIMIZED; a module or class has none
# Functions of asyncio that run a loop: what happens in one is not done by the line that called it.
_LOOPS = {"BaseEventLoop._run_once", "BaseEventLoop.run_until_complete", "Runner.run", "Runner.close"}
# Its coroutines that wait for several tasks.
_JOINS = {"TaskGroup._aexit", "TaskGroup.__aexit__", "_wait"}
_NOWHERE = ("", 0)
_PLAIN = (str, int, float, bool, type(None))
_C_FUNCTION, _C_METHOD, _FUNCTION = type(len), type(str.join), type(lambda: None)
# What keeps a thread, and the event loop in it, from running anything else.
_BLOCKING = {
    "time.sleep",
    "builtins.input",
    "subprocess.run",
    "subprocess.call",
    "subprocess.check_output",
    "subprocess.Popen.wait",
    "subprocess.Popen.communicate",
    "threading.Event.wait",
    "threading.Condition.wait",
    "threading.Barrier.wait",
    "threading.Thread.join",
    "_thread.lock.acquire",
    "queue.Queue.get",
    "queue.Queue.join",
    "concurrent.futures._base.Future.result",
    "concurrent.futures._base.Future.exception",
    "concurrent.futures._base.Executor.__exit__",
}


class Tracer:
    """The callbacks of `sys.monitoring`, and what is known of the program so far."""

    def __init__(self, path: str, script: str) -> None:
        self.file: int | None = _high(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        self.start = os.getcwd()
        self.folder = os.path.dirname(self._real(script)).rstrip(os.sep) + os.sep
        self.library = os.path.realpath(os.path.dirname(os.__file__))
        self.files: dict[str, tuple[str, str]] = {}
        self.tasks: dict[int, tuple[int, Any]] = {}
        self.gone: dict[int, int] = {}
        self.threads: dict[int, int] = {}
        self.loops: dict[int, int] = {}
        self.errors: dict[int, int] = {}
        self.items: dict[int, int] = {}
        self.jobs: dict[int, int] = {}
        self.main = _thread.get_ident()
        self.lanes, self.raised = 1, 0
        # The lane that waits for tasks by way of a future that does not name them.
        self.joining = -1
        self.left = _MOST
        # Kept, because the interpreter empties modules at its end, and tasks are destroyed after that.
        self.modules = sys.modules
        self.append, self.ident = os.write, _thread.get_ident
        self.monitoring: Any = sys.__dict__["monitoring"]
        self.tool = next(tool for tool in (4, 3, 5) if self.monitoring.get_tool(tool) is None)
        self.disable = self.monitoring.DISABLE

    def begin(self) -> None:
        """Start to write."""
        self.write("lane", 0, _NOWHERE, "main thread", True)
        self.monitoring.use_tool_id(self.tool, "asyncio-pitfalls")
        events = self.monitoring.events
        chosen = 0
        for name in ("start", "resume", "throw", "yield", "return", "unwind"):
            event = getattr(events, f"PY_{name.upper()}")
            self.monitoring.register_callback(self.tool, event, self._guarded(getattr(self, f"on_{name}")))
            chosen |= event
        others = {events.RAISE: self.on_raise, events.EXCEPTION_HANDLED: self.on_caught}
        for event, callback in (others | {events.CALL: self.on_call}).items():
            self.monitoring.register_callback(self.tool, event, self._guarded(callback))
        self.monitoring.set_events(self.tool, chosen | events.RAISE | events.EXCEPTION_HANDLED)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self.stop)

    def stop(self) -> None:
        """Write nothing more: there is too much, or this is the child of a fork."""
        self.file = None
        self.monitoring.set_events(self.tool, 0)

    def _guarded(self, callback: Any) -> Any:
        """Return `callback` so that an error of its own ends the trace, and not the program."""

        def guarded(*arguments: Any) -> Any:
            try:
                return callback(*arguments) if self.file is not None else self.disable
            except Exception as error:
                self.fail(error)

        return guarded

    def fail(self, error: Exception) -> None:
        """Write that the tracer has failed, and nothing more."""
        file, self.file = self.file, None
        if file is not None:
            self.append(file, f"{('failed', 0, 0, _NOWHERE, repr(error))!r}\n".encode("ascii", "replace"))

    def write(self, kind: str, lane: int, place: tuple[str, int], *details: Any) -> None:
        """Append one event; it is there even if the program is killed right after."""
        if self.file is None:
            return
        self.left -= 1
        if self.left < 0:
            kind, details = "full", ()
        texts = (it.replace(self.folder, "") if type(it) is str else it for it in details)
        event = (kind, self.thread(), lane, place, *texts)
        self.append(self.file, f"{event!r}\n".encode("utf-8", "backslashreplace"))
        if self.left < 0:
            self.stop()

    # Which code, which lane.

    def _real(self, path: str) -> str:
        return os.path.realpath(os.path.join(self.start, path))

    def room(self, code: CodeType) -> str:
        """Return "own" for the code of the program, the folder of a library that matters, or ""."""
        return self._file(code.co_filename)[0]

    def place(self, code: CodeType, offset: int = -1) -> tuple[str, int]:
        """Return the file and the line of an instruction, or of the start of `code`."""
        line = _line(code, offset) if offset >= 0 else code.co_firstlineno
        return self._file(code.co_filename)[1], line

    def _file(self, name: str) -> tuple[str, str]:
        """Return the room of a file, and its name in the folder of the program."""
        if name not in self.files:
            path = self._real(name)
            others = path.startswith(self.library) or "site-packages" in path
            is_own = path.startswith(self.folder) and not others and os.path.isfile(path)
            folder = os.path.basename(os.path.dirname(name))
            is_library = folder in {"asyncio", "futures"} or os.path.basename(name) == "threading.py"
            room = "own" if is_own else folder if is_library else ""
            self.files[name] = room, path.removeprefix(self.folder)
        return self.files[name]

    def thread(self) -> int:
        """Return the number of the running thread, which is that of its lane."""
        ident = self.ident()
        if ident == self.main:
            return 0
        threading = self.modules.get("threading")
        known = getattr(threading, "_active", {}).get(ident)
        key = id(known) if known is not None else -ident
        if key not in self.threads:
            self.threads[key] = self.new_lane()
        return self.threads[key]

    def new_lane(self) -> int:
        """Return the number of a lane that is new."""
        self.lanes += 1
        return self.lanes - 1

    def lane(self) -> int:
        """Return the lane of the running task, of the job of an executor, or of the thread."""
        tasks = self.modules.get("_asyncio")
        loop = tasks._get_running_loop() if tasks else None
        task = tasks.current_task(loop) if tasks and loop is not None else None
        return self.jobs.get(self.ident(), self.thread()) if task is None else self.of_task(task)

    def of_task(self, task: Any) -> int:
        """Return the lane of a task, and name it when it is new; no reference to the task is kept."""
        key = id(task)
        if key not in self.tasks:
            lane = self.new_lane()
            self.tasks[key] = lane, _weakref.ref(task, lambda _: self.freed(key, lane))
            coroutine = task.get_coro()
            code = getattr(coroutine, "cr_code", None)
            self.write(
                "lane", lane, _NOWHERE, _named(coroutine), code is not None and self.room(code) == "own"
            )
        return self.tasks[key][0]

    def freed(self, key: int, lane: int) -> None:
        """Python has freed the task of a lane."""
        if self.tasks.get(key, (None,))[0] == lane:
            del self.tasks[key]
            self.gone[key] = lane
        try:
            self.write("freed", lane, _NOWHERE)
        except Exception as error:
            self.fail(error)

    def known(self, it: Any) -> list[int]:
        """Return the lane of a task that has one, as a list."""
        entry = self.tasks.get(id(it))
        return [entry[0]] if entry is not None and entry[1]() is it else []

    # What the program's own functions do.

    def on_start(self, code: CodeType, _: int) -> Any:
        """A function starts, or a coroutine runs its first step."""
        room = self.room(code)
        if room == "own":
            self.monitoring.set_local_events(self.tool, code, self.monitoring.events.CALL)
            if not self._is_function(code):
                return self.disable
            frame = sys._getframe(2)
            self.write("start", self.lane(), self.place(code), code.co_name + _arguments(frame))
            return None
        if room == "asyncio" and {"cancel", "select"} & set(code.co_names):
            self.monitoring.set_local_events(self.tool, code, self.monitoring.events.CALL)
        hook = getattr(self, "lib_" + code.co_qualname.replace(".", "_"), None) if room else None
        return hook(sys._getframe(2)) if hook else self.disable

    def on_resume(self, code: CodeType, offset: int) -> Any:
        """A coroutine goes on after an `await`."""
        if not self._is_function(code):
            return self.disable
        self.write("resume", self.lane(), self.place(code, offset))
        return None

    def on_throw(self, code: CodeType, offset: int, error: BaseException) -> None:
        """An exception is raised where a coroutine waits."""
        self.on_raise(code, offset, error)
        if self._is_function(code):
            self.write("throw", self.lane(), self.place(code, offset), _described(error))

    def on_raise(self, _: CodeType, __: int, error: BaseException) -> None:
        """An exception gets a number when it is new; Python soon uses its address for the next one."""
        traceback = error.__traceback__
        if traceback is None or traceback.tb_next is None:
            self.raised += 1
            self.errors[id(error)] = self.raised

    def on_yield(self, code: CodeType, offset: int, awaited: object) -> Any:
        """A coroutine waits for `awaited`, or for nothing but its next turn."""
        if code.co_qualname in _JOINS and self.room(code) == "asyncio":
            self.joining = self.lane()
        if not self._is_function(code):
            return None if code.co_qualname in _JOINS else self.disable
        lane = self.lane()
        self.write("yield", lane, self.place(code, offset), awaited is not None, self.awaited(awaited, lane))
        return None

    def on_return(self, code: CodeType, offset: int, value: object) -> Any:
        """A function or a coroutine ends; the event loop's create_task() returns the task."""
        room = self.room(code)
        if self._is_function(code):
            self.write("return", self.lane(), self.place(code, offset))
        elif room == "asyncio" and code.co_qualname == "BaseEventLoop.create_task":
            frame = sys._getframe(2)
            loop = self.loop(frame.f_locals["self"])
            self.write("create", self.lane(), self.own_line(frame), self.of_task(value), loop)
        else:
            return self.disable
        return None

    def on_unwind(self, code: CodeType, offset: int, error: BaseException) -> None:
        """An exception leaves a function."""
        if self.room(code) == "own" and not code.co_flags & _GENERATOR:
            line = _raised(code, error) or _line(code, offset)
            place = self.place(code)[0], line
            self.write(
                "unwind", self.lane(), place, _described(error), self.errors.get(id(error), 0), code.co_name
            )

    def on_caught(self, code: CodeType, offset: int, error: BaseException) -> None:
        """An exception reaches an `except`, `finally` or `with`, which may raise it again."""
        if self.room(code) == "own" and not code.co_flags & _GENERATOR:
            self.write(
                "caught",
                self.lane(),
                self.place(code, offset),
                _described(error),
                self.errors.get(id(error), 0),
                code.co_name,
            )

    def on_call(self, code: CodeType, offset: int, function: object, first: object) -> Any:
        """The program prints, cancels or blocks; asyncio cancels, or waits for the system."""
        full = _function(function)
        name = full.rpartition(".")[2]
        if name == "select":
            if code.co_name == "_run_once":
                self.write("select", self.lane(), _NOWHERE, sys._getframe(2).f_locals["timeout"] != 0)
        elif name == "cancel":
            self.cancels(code, offset, getattr(function, "__self__", first))
        elif self.room(code) != "own":
            return self.disable
        elif function is builtins.print or full in _BLOCKING:
            kind = "print" if function is builtins.print else "block"
            self.write(kind, self.lane(), self.place(code, offset), full)
        return None

    def cancels(self, code: CodeType, offset: int, target: Any) -> None:
        """A task is cancelled, and with it the task that it waits for, and so on."""
        is_own = self.room(code) == "own"
        by = "" if is_own else os.path.basename(code.co_filename).removesuffix(".py")
        lanes: list[int] = []
        while (found := self.known(target)) and not target.done():
            lanes += found
            target = getattr(target, "_fut_waiter", None)
        if lanes:
            place = self.place(code, offset) if is_own else self.own_line(sys._getframe(3))
            self.write("cancel", self.lane(), place, lanes, by)

    def _is_function(self, code: CodeType) -> bool:
        """Return whether `code` is a function or coroutine of the program."""
        has_lane = code.co_flags & (_GENERATOR | _FUNCTION_BODY) == _FUNCTION_BODY
        return has_lane and self.room(code) == "own"

    def awaited(self, awaited: Any, lane: int) -> list[int]:
        """Return the lanes of the tasks that the task of `lane` waits for by waiting for `awaited`."""
        is_joining, self.joining = self.joining == lane, -1
        if found := self.known(awaited):
            return found
        if type(awaited).__name__ == "_GatheringFuture":
            return [number for child in awaited._children for number in self.known(child)]
        task = self.current(lane) if is_joining else None
        waiting = [(number, reference()) for number, reference in list(self.tasks.values())]
        # Only CPython 3.14 and newer keep these edges.
        return sorted(
            number
            for number, other in waiting
            if task is not None and task in (getattr(other, "_asyncio_awaited_by", None) or ())
        )

    def current(self, lane: int) -> Any:
        """Return the running task, whose lane is `lane`."""
        return next((reference() for number, reference in list(self.tasks.values()) if number == lane), None)

    def loop(self, loop: object) -> str:
        """Return the name of an event loop; the first has none."""
        number = self.loops.setdefault(id(loop), len(self.loops) + 1)
        return f"loop {number}" if number > 1 else ""

    def own_line(self, frame: FrameType | None) -> tuple[str, int]:
        """Return the place in the program that led to `frame`; none if a running event loop is between."""
        while frame is not None and frame.f_code.co_qualname not in _LOOPS:
            if self.room(frame.f_code) == "own":
                return self.place(frame.f_code, frame.f_lasti)
            frame = frame.f_back
        return _NOWHERE

    # What happens in functions of the standard library, by their qualified names.

    def lib_BaseEventLoop_call_soon(self, frame: FrameType) -> None:  # noqa: N802
        """A future that is done wakes the task that waits for it."""
        callback: Any = frame.f_locals["callback"]
        if type(callback) is _C_FUNCTION and callback.__name__ == "task_wakeup":
            self.write("wake", self.lane(), self.own_line(frame), self.of_task(getattr(callback, "__self__")))  # noqa: B009

    def lib_BaseEventLoop_call_soon_threadsafe(self, frame: FrameType) -> None:  # noqa: N802
        """Another thread passes something to the loop, unless it is a result that nobody waits for."""
        arguments = frame.f_locals["args"]
        if not (_function(frame.f_locals["callback"]).endswith("._set_state") and arguments[0].done()):
            self.write("threadsafe", self.lane(), self.own_line(frame))

    def lib_BaseEventLoop_call_exception_handler(self, frame: FrameType) -> None:  # noqa: N802
        """Something is reported that nobody waits for."""
        context = frame.f_locals["context"]
        # What is being freed has no weak reference any more.
        key = id(context.get("task") or context.get("future"))
        found = self.tasks[key][0] if key in self.tasks else self.gone.get(key)
        message = context.get("message")
        error = context.get("exception")
        text = _described(error) if isinstance(error, BaseException) else ""
        self.write(
            "report",
            self.lane(),
            _NOWHERE,
            message if type(message) is str else "",
            text,
            [] if found is None else [found],
        )

    def lib_BaseEventLoop_close(self, frame: FrameType) -> None:  # noqa: N802
        """The event loop is closed."""
        self.write("close", self.lane(), self.own_line(frame), self.loop(frame.f_locals["self"]))

    def lib_BaseEventLoop_stop(self, frame: FrameType) -> None:  # noqa: N802
        """The program tells the event loop to stop; asyncio does so at every end."""
        if (place := self.own_line(frame)) != _NOWHERE:
            self.write("stop", self.lane(), place)

    def lib_Thread_start(self, frame: FrameType) -> None:  # noqa: N802
        """A thread is started; it has a lane from now on."""
        key = id(frame.f_locals["self"])
        self.threads[key] = self.new_lane()
        self.write("thread", self.lane(), self.own_line(frame), self.threads[key])

    def lib__WorkItem___init__(self, frame: FrameType) -> None:  # noqa: N802
        """A job is passed to an executor; it has a lane, as which thread takes it is a matter of luck."""
        self.items[id(frame.f_locals["self"])] = lane = self.new_lane()
        self.write("thread", self.lane(), self.own_line(frame), lane)

    def lib__WorkItem_run(self, frame: FrameType) -> None:  # noqa: N802
        """A thread of an executor takes a job, for which it may have waited."""
        self.write("select", self.lane(), _NOWHERE, True)
        self.jobs[self.ident()] = self.items.pop(id(frame.f_locals["self"]), self.thread())


def _high(file: int) -> int:
    """Return the file under a number that no program expects; the small ones are its own."""
    try:
        import fcntl  # noqa: PLC0415 - only some systems have it

        high = fcntl.fcntl(file, fcntl.F_DUPFD_CLOEXEC, 200)
    except (ImportError, OSError):
        return file
    os.close(file)
    return high


def _line(code: CodeType, offset: int) -> int:
    """Return the line of an instruction, or of the next that has one."""
    found = (line for _, end, line in code.co_lines() if offset < end and line is not None)
    return next(found, code.co_firstlineno)


def _raised(code: CodeType, error: BaseException) -> int:
    """Return the line in which an exception leaves a function, or 0."""
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_frame.f_code is not code:
        traceback = traceback.tb_next
    return traceback.tb_lineno or 0 if traceback is not None else 0


def _function(function: object) -> str:
    """Return the full name of a function; no attribute of the program's own objects is read."""
    if type(function).__name__ == "method":
        function = getattr(function, "__func__", function)
    if type(function) is _C_METHOD:
        owner: Any = function
        return f"{owner.__objclass__.__module__}.{owner.__qualname__}"
    if type(function) in {_FUNCTION, _C_FUNCTION}:
        named: Any = function
        return f"{named.__module__}.{named.__qualname__}" if named.__module__ else str(named.__qualname__)
    return ""


def _described(error: BaseException) -> str:
    """Return the type and the text of an exception, unless the text is made by code of the program."""
    kind = type(error)
    is_plain = all(type(argument) in _PLAIN for argument in error.args)
    is_group = kind.__name__ in {"ExceptionGroup", "BaseExceptionGroup"} and kind.__module__ == "builtins"
    is_safe = type(kind.__str__) is type(object.__str__) and (is_plain or is_group)
    text = str(error) if is_safe else ""
    return f"{kind.__name__}: {text}" if text else kind.__name__


def _named(coroutine: Any) -> str:
    """Return the name of the coroutine of a task."""
    name = getattr(coroutine, "__name__", None)
    frame = getattr(coroutine, "cr_frame", None)
    return (name if type(name) is str else type(coroutine).__name__) + (_arguments(frame) if frame else "()")


def _arguments(frame: FrameType) -> str:
    """Return the first argument of a function in parentheses if it is a short number or text.

    CPython 3.12 would keep all local variables alive for that.
    """
    if sys.version_info >= (3, 13):
        code = frame.f_code
        for name in code.co_varnames[: code.co_argcount]:
            value = frame.f_locals.get(name)
            if type(value) in {int, str} and len(repr(value)) <= 12:
                return f"({value!r})"
    return "()"


def _install() -> None:
    """Leave no trace of this module's way into the program, and begin."""
    here = os.path.dirname(__file__)
    sys.path[:] = [entry for entry in sys.path if entry != here]
    path, script = os.environ.pop("ASYNCIO_PITFALLS_TRACE"), os.environ.pop("ASYNCIO_PITFALLS_SCRIPT")
    original = os.environ.pop("ASYNCIO_PITFALLS_PYTHONPATH", None)
    os.environ.pop("PYTHONPATH", None)
    if original is not None:
        os.environ["PYTHONPATH"] = original
    this = sys.modules.pop(__name__)
    try:
        __import__(__name__)  # The reader's own.
    except ModuleNotFoundError as error:
        if error.name != __name__:
            raise
        sys.modules[__name__] = this
    Tracer(path, script).begin()


_install()
