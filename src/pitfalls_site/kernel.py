"""A Jupyter kernel that runs each cell as a program of its own.

An ordinary notebook kernel already runs an event loop, in which most asyncio pitfalls, and even
their fixes, behave differently. Protocol: https://jupyter-client.readthedocs.io/en/stable/messaging.html
"""

import json
import os
import platform
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import zmq
from jupyter_client.session import Session

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.run import retry
from asyncio_pitfalls.run.interpreters import Interpreter
from asyncio_pitfalls.run.runner import Outcome
from pitfalls_site.programs import Program, decoded

CHANNELS = ("shell", "iopub", "stdin", "control", "hb")
_INFO = {
    "status": "ok",
    "protocol_version": "5.4",
    "implementation": "asyncio-pitfalls",
    "implementation_version": "1",
    "banner": "Each cell is a program of its own.",
    "language_info": {
        "name": "python",
        "version": platform.python_version(),
        "mimetype": "text/x-python",
        "file_extension": ".py",
        "pygments_lexer": "python3",
    },
}


class Programs:
    """Runs the programs that cells name; those of one page run beside each other.

    Most programs wait more than they compute, so each cell names those of the cells below as well,
    and the first starts them all.
    """

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(os.cpu_count())
        self.ahead: dict[Program, Future[Outcome]] = {}

    def output_of(self, source: str) -> str:
        """Run the first program that the text of a cell names and return its normalised output.

        Raises `ValueError` for a cell that names none: nothing is shown that is not tested.
        """
        root, programs = decoded(source)
        if not programs:
            return ""
        catalogue = Catalogue(root)
        for program in programs:
            if program not in self.ahead:
                self.ahead[program] = self._started(catalogue, program)
        outcome = self.ahead.pop(programs[0]).result()
        ended = f"\n{programs[0].run} was ended: {outcome.ended}" if outcome.ended else ""
        return outcome.output + ended

    def _started(self, catalogue: Catalogue, program: Program) -> Future[Outcome]:
        pitfall = catalogue.pitfall(program.slug)
        interpreter = Interpreter(program.minor, program.exact, program.path)
        return self.pool.submit(retry.run, pitfall, pitfall.runs[program.run], interpreter)

    def end(self) -> None:
        """Start no more programs."""
        self.pool.shutdown(wait=False, cancel_futures=True)


class Kernel:
    """Serves one client until it asks to shut down; everything happens in the calling thread."""

    def __init__(self, key: bytes) -> None:
        self.context = zmq.Context()
        self.session = Session(key=key)
        self.programs = Programs()
        self.count = 0
        self.serving = True
        kinds = {"iopub": zmq.XPUB, "hb": zmq.REP}
        self.sockets = {name: self.context.socket(kinds.get(name, zmq.ROUTER)) for name in CHANNELS}
        self.iopub = self.sockets["iopub"]
        self.iopub.setsockopt(zmq.XPUB_VERBOSE, 1)

    def bind(self, ip: str, ports: dict[str, int]) -> dict[str, int]:
        """Bind every channel to its port of `ports` (0: any) and return the ports by channel."""
        for name, socket in self.sockets.items():
            socket.bind(f"tcp://{ip}:{ports.get(name) or '*'}")
        return {
            name: int(s.getsockopt_string(zmq.LAST_ENDPOINT).rpartition(":")[2])
            for name, s in self.sockets.items()
        }

    def serve(self) -> None:
        """Answer messages until a shutdown request."""
        poller = zmq.Poller()
        for socket in self.sockets.values():
            poller.register(socket, zmq.POLLIN)
        answers: dict[str, Callable[[], None]] = {"iopub": self._welcome, "hb": self._beat}
        names = {socket: name for name, socket in self.sockets.items()}
        while self.serving:
            for socket, _ in poller.poll():
                name = names[socket]
                answers.get(name, lambda name=name: self._answer(name))()
        self.programs.end()
        self.context.destroy(linger=1000)

    def _welcome(self) -> None:
        """Tell a new subscriber that it is connected (JEP 65), so that it need not wait and see."""
        event = self.iopub.recv()
        if event[:1] == b"\x01":
            content = {"subscription": event[1:].decode()}
            self.session.send(self.iopub, "iopub_welcome", content, ident=event[1:])

    def _beat(self) -> None:
        self.sockets["hb"].send(self.sockets["hb"].recv())

    def _answer(self, channel: str) -> None:
        identities, message = self.session.recv(self.sockets[channel], mode=zmq.NOBLOCK)
        if message is None:  # pragma: no cover - the poller said that there is one
            return
        self._publish("status", {"execution_state": "busy"}, message)
        kind = message["msg_type"].removesuffix("_request")
        reply = {"kernel_info": self._info, "execute": self._execute, "shutdown": self._shutdown}.get(kind)
        if reply:
            content = reply(message)
            self.session.send(
                self.sockets[channel], f"{kind}_reply", content, parent=message, ident=identities
            )
        self._publish("status", {"execution_state": "idle"}, message)

    def _publish(self, kind: str, content: dict[str, Any], parent: dict[str, Any]) -> None:
        self.session.send(self.iopub, kind, content, parent=parent, ident=kind.encode())

    def _info(self, message: dict[str, Any]) -> dict[str, Any]:
        return _INFO

    def _shutdown(self, message: dict[str, Any]) -> dict[str, Any]:
        self.serving = False
        return {"status": "ok", "restart": message["content"]["restart"]}

    def _execute(self, message: dict[str, Any]) -> dict[str, Any]:
        """Run a cell; a failing program is no error of the kernel, but one that could not be run is."""
        self.count += 1
        code = message["content"]["code"]
        self._publish("execute_input", {"code": code, "execution_count": self.count}, message)
        try:
            text = self.programs.output_of(code)
        except Exception as error:
            trouble = {"ename": type(error).__name__, "evalue": str(error), "traceback": [f"{error}"]}
            self._publish("error", trouble, message)
            return {"status": "error", "execution_count": self.count, **trouble}
        if text:
            self._publish("stream", {"name": "stdout", "text": text}, message)
        return {"status": "ok", "execution_count": self.count, "user_expressions": {}, "payload": []}


def main() -> None:
    """Serve the connection file named last on the command line, as a Jupyter front end asks."""
    connection = json.loads(Path(sys.argv[-1]).read_text(encoding="utf-8"))
    kernel = Kernel(connection["key"].encode())
    kernel.bind(connection["ip"], {name: connection[f"{name}_port"] for name in CHANNELS})
    kernel.serve()


if __name__ == "__main__":
    main()
