"""What a warm interpreter does instead of ending its start: it forks for each script that it is sent.

`site` imports this module before the interpreter opens the program of its command line, which is
file descriptor `PROGRAM`. In the parent the import never returns. In a child it returns when the
wanted script is behind that descriptor, and the interpreter runs it as it runs any other: no frame
of ours is below it, and it ends as every program ends. `asyncio_pitfalls.warm` is the other side.
"""

import importlib
import marshal
import os
import selectors
import socket
import sys
from importlib.util import MAGIC_NUMBER

PROGRAM = int(os.path.basename(sys.orig_argv[-1]))
MOST_BYTES = 1 << 20


def next_request(control: socket.socket) -> tuple[list[str], dict[str, str], str, list[int]]:
    """Fork for each request; return command, environment, folder and file descriptors in the child."""
    with control, selectors.DefaultSelector() as selector:
        selector.register(control, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fd != control.fileno():
                    selector.unregister(key.fd)
                    report_exit(key.fd, *key.data)
                    continue
                message, files, _, _ = socket.recv_fds(control, MOST_BYTES, 3)
                if not message:
                    # Nobody is left who could send a script.
                    os._exit(0)
                child = os.fork()
                if not child:
                    return *marshal.loads(message), files
                answer, *others = files
                for file in others:
                    os.close(file)
                selector.register(os.pidfd_open(child), selectors.EVENT_READ, (child, answer))


def report_exit(child_file: int, child: int, answer: int) -> None:
    """Send the exit status of a child; it is negative when a signal ended it."""
    os.close(child_file)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.write(answer, str(status).encode())
    os.close(answer)


def become(command: list[str], environ: dict[str, str], work: str, files: list[int]) -> None:
    """Make of this process what `command` would have started in the folder `work`."""
    os.setsid()
    answer, output, errors = files
    os.write(answer, str(os.getpid()).encode())
    os.dup2(output, 1)
    os.dup2(errors, 2)
    os.closerange(3, PROGRAM)
    os.chdir(work)
    os.environ.clear()
    os.environ.update(environ)
    try:
        load(os.path.join(work, command[-1]))
    except SyntaxError:
        os.execv(command[0], command)
    sys.argv, sys.orig_argv = command[-1:], command
    sys.path.remove(os.path.dirname(__file__))


def load(script: str) -> None:
    """Put the compiled `script` behind `PROGRAM`, and its name into the module that it will run in."""
    with open(script, "rb") as file:
        code = compile(file.read(), script, "exec")
    # In the script's folder, since that is where its imports will be looked up first.
    with open(f"{script}c", "w+b") as file:
        # https://peps.python.org/pep-0552/: flags, time and size are not looked at here.
        file.write(MAGIC_NUMBER + bytes(12) + marshal.dumps(code))
        file.flush()
        os.dup2(file.fileno(), PROGRAM, inheritable=False)
    os.unlink(f"{script}c")
    vars(sys.modules["__main__"]).update(__file__=script, __cached__=None)


descriptor, *modules = os.environ.pop("WARM_INTERPRETER").split()
for module in modules:
    importlib.import_module(module)
become(*next_request(socket.socket(fileno=int(descriptor))))
