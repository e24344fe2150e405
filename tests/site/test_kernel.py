"""The fresh-process kernel runs what its cells name, each as a program of its own."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_notebook

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.run import retry
from asyncio_pitfalls.run.interpreters import HERE, Interpreter
from asyncio_pitfalls.run.runner import Outcome
from pitfalls_site import kernel, kernels, programs
from support import SLUG


@pytest.fixture(autouse=True)
def registered() -> None:
    """Let Jupyter find the kernels."""
    kernels.register()


def cell(root: Path, *names: str) -> str:
    """Return a cell that names these runs, on this interpreter."""
    pitfall = Catalogue(root).pitfall(SLUG)
    return programs.encoded(root, [programs.program(pitfall, pitfall.runs[name], HERE) for name in names])


def execute(*sources: str) -> list[list[dict[str, object]]]:
    """Execute cells in one fresh-process kernel and return the outputs of each."""
    metadata = {"kernelspec": {"name": "fresh-process", "display_name": "", "language": "python"}}
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources], metadata=metadata)
    NotebookClient(notebook).execute()
    return [cell.outputs for cell in notebook.cells]


def test_each_cell_is_a_program_of_its_own(sandbox: Path) -> None:
    """Two cells that name the same program print the same, one after the other."""
    first, again = execute(cell(sandbox, "failure", "failure"), cell(sandbox, "failure"))
    assert first == again
    assert "was never awaited" in str(first)


def test_a_cell_without_a_program_prints_nothing(sandbox: Path) -> None:
    """Such as one whose program no interpreter here can run."""
    assert [[]] == execute(cell(sandbox))


def test_programs_of_a_page_run_beside_each_other(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first cell starts all, so that none waits for the pauses of another."""
    both = threading.Barrier(2, timeout=60)

    def meet(pitfall: Pitfall, run: Run, interpreter: Interpreter) -> Outcome:
        both.wait()
        return Outcome(0, f"{run.name} of {pitfall.slug} on {interpreter.minor}")

    monkeypatch.setattr(retry, "run", meet)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    running = kernel.Programs()
    for names in (("failure", "fix"), ("fix",)):
        assert f"{names[0]} of {SLUG} on {HERE.minor}" == running.output_of(cell(sandbox, *names))
    running.end()


def test_a_program_that_was_ended_says_so(sandbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it printed before is not taken for all that it prints."""
    monkeypatch.setattr(retry, "run", lambda *_: Outcome(None, "price: 4", ended="it did not end"))
    assert "price: 4\nfix was ended: it did not end" == kernel.Programs().output_of(cell(sandbox, "fix"))


def test_a_cell_that_is_no_script_is_refused(sandbox: Path) -> None:
    """Nothing is shown that no test runs."""
    with pytest.raises(CellExecutionError, match=r"expected a script of snippets/"):
        execute("print('untested')")


def test_the_kernel_serves_a_front_end_as_a_process(tmp_path: Path) -> None:
    """The kernel also starts the ordinary way, from a connection file."""
    spec = KernelSpecManager().get_kernel_spec("fresh-process")
    path, connection = write_connection_file(str(tmp_path / "kernel.json"))
    command = [sys.executable, *spec.argv[1:-1], path]
    client = BlockingKernelClient(connection_file=path)
    client.load_connection_info(connection)
    with subprocess.Popen(command) as process:
        try:
            # Without a heart, whose first beat a kernel that is slow to start would miss.
            client.start_channels(hb=False)
            # What is asked before the subscription arrived at the kernel is answered unseen.
            client.wait_for_ready(timeout=60)
            reply = client.execute_interactive("print('untested')", timeout=60, output_hook=lambda _: None)
            client.hb_channel.start()
            end = time.monotonic() + 60
            while not client.hb_channel.is_beating() and time.monotonic() < end:
                time.sleep(0.01)
            assert client.hb_channel.is_beating()
            client.shutdown()
            assert 0 == process.wait(timeout=60)
        finally:
            # Else a failure above would wait for the process forever.
            process.kill()
            client.stop_channels()
    assert ("error", "ValueError") == (reply["content"]["status"], reply["content"]["ename"])


def test_specifications_are_installed_and_renewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both kernels are in the environment, and an old specification in it does not stay."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    folder = tmp_path / "share" / "jupyter" / "kernels"
    kernels.register()
    installed = {path.parent.name: path for path in folder.rglob("kernel.json")}
    assert {"fresh-process", "quiet-notebook"} == installed.keys()
    new = installed["fresh-process"].read_text(encoding="utf-8")
    installed["fresh-process"].write_text(f"{new} ", encoding="utf-8")
    kept = installed["quiet-notebook"].stat().st_mtime_ns
    kernels.register()
    assert new == installed["fresh-process"].read_text(encoding="utf-8")
    assert kept == installed["quiet-notebook"].stat().st_mtime_ns
