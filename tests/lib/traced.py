"""Runs a small program with and without the tracer, for tests."""

import os
import subprocess
import textwrap
from dataclasses import dataclass
from pathlib import Path

from asyncio_pitfalls.trace import events, program, story
from asyncio_pitfalls.trace.events import Trace
from asyncio_pitfalls.trace.story import Story


@dataclass
class Traced:
    """What a program did under the tracer, and what it printed with it and without."""

    trace: Trace
    story: Story
    printed: str
    untraced: str
    exit: int

    @property
    def sentences(self) -> list[str]:
        """What happened, in words."""
        return self.story.sentences


def run(python: str, folder: Path, source: str, *flags: str, **variables: str) -> Traced:
    """Run `source` as `folder/app.py`, once with the tracer and once without."""
    script = folder / "app.py"
    script.write_text(textwrap.dedent(source), encoding="utf-8")
    clean = {"PATH": os.environ["PATH"], "PYTHON_COLORS": "0", "PYTHONHASHSEED": "0"} | variables
    command = [python, *flags, "app.py"]
    path = folder / "trace"
    with_tracer = clean | program.variables(path, "app.py", clean)
    traced, untraced = (
        subprocess.run(command, cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False)
        for environ in (with_tracer, clean)
    )
    trace = events.read(path, "app.py")
    told = story.tell(trace, program.source_of(folder, "app.py"))
    assert traced.returncode == untraced.returncode
    return Traced(
        trace,
        told,
        traced.stdout + traced.stderr,
        untraced.stdout + untraced.stderr,
        traced.returncode,
    )
