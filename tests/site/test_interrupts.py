"""Ctrl-C ends a build at once, and the scripts that its cells run with it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from support import SLUG, add_pages, build_command, record_here, wait_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups to signal")
# A script sleeps ten times as long.
PATIENCE = 10.0  # seconds


NOTEBOOK = """\
---
file_format: mystnb
kernelspec:
  name: python3
  display_name: Python 3
---

# Title

```{code-cell} python
SCRIPT```
"""


def sleeping(started: Path) -> str:
    """Return a script that writes its process id into a file, and then sleeps."""
    part = f"{started}.part"
    return (
        "import os, pathlib, time\n"
        f"part = pathlib.Path({part!r})\n"
        "part.write_text(str(os.getpid()))\n"
        f"part.rename({str(started)!r})\n"
        f"time.sleep({10 * PATIENCE})\n"
    )


@pytest.fixture(params=["fresh-process", "python3"])
def started(sandbox: Path, request: pytest.FixtureRequest) -> Path:
    """The file in which a cell of either kernel in the sandbox says that it sleeps."""
    record_here(sandbox)
    add_pages(sandbox)
    path = sandbox / "started"
    if request.param == "python3":
        page = sandbox / "docs" / "pitfalls" / f"{SLUG}.md"
        page.write_text(NOTEBOOK.replace("SCRIPT", sleeping(path)), encoding="utf-8")
    else:
        (sandbox / "snippets" / SLUG / "failure.py").write_text(sleeping(path), encoding="utf-8")
    return path


def is_running(process: int) -> bool:
    """Return whether there is such a process that has not ended."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("readers", ["2", "1"])
@pytest.mark.parametrize(
    ("send", "number"),
    [
        pytest.param(os.killpg, signal.SIGINT, id="Ctrl-C"),
        pytest.param(os.killpg, signal.SIGTERM, id="end of the group"),
        pytest.param(os.kill, signal.SIGTERM, id="end of the process"),
    ],
)
def test_a_build_ends_with_its_scripts(
    sandbox: Path, started: Path, number: int, readers: str, send: Callable[[int, int], None]
) -> None:
    """Within seconds, whether the terminal ends the whole group or somebody the one process."""
    command = build_command(sandbox, "-j", readers)
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, start_new_session=True, encoding="utf-8"
    ) as process:
        try:
            wait_for(started)
            send(process.pid, number)
            _, errors = process.communicate(timeout=PATIENCE)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    assert -number == process.returncode
    assert "Traceback" not in errors
    script = int(started.read_text(encoding="utf-8"))
    end = time.monotonic() + PATIENCE
    while is_running(script) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_running(script)
