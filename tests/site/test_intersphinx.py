"""Other Sphinx projects link here by name, as docs/linking.md says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from asyncio_pitfalls.messages import messages
from support import CATALOGUE, ROOT, SLUGS

LINKING = (ROOT / "docs" / "linking.md").read_text(encoding="utf-8")
SITE = CATALOGUE.website


def example(language: str) -> str:
    """Return the first block of a language on the page."""
    return re.findall(rf"^```{language}\n(.*?)^```$", LINKING, re.MULTILINE | re.DOTALL)[0]


def build(folder: Path, inventory: Path, document: str, text: str) -> str:
    """Build a project as documented, but with the inventory from disk, and return its page."""
    configuration = example("python").replace("None", repr(str(inventory)))
    configuration += "extensions += ['myst_parser']\nnitpicky = True\n"
    (folder / "conf.py").write_text(configuration, encoding="utf-8")
    (folder / document).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", str(folder), str(folder / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)
    return (folder / "out" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("document", "language"), [("index.md", "markdown"), ("index.rst", "rst")])
def test_the_documented_example_works(built_site: Path, tmp_path: Path, document: str, language: str) -> None:
    """Each of its three links resolves, with the title, the message, and the reader's own words."""
    heading = {"markdown": "# Title\n\n", "rst": "Title\n=====\n\n"}[language]
    page = build(tmp_path, built_site / "objects.inv", document, heading + example(language))
    links = dict(re.findall(rf'href="{re.escape(SITE)}([^"]*)"[^>]*>(?:<[^>]+>)*([^<]+)', page))
    assert links == {
        "pitfalls/task-garbage-collected/": CATALOGUE.title("task-garbage-collected"),
        "messages/#event-loop-is-closed": "RuntimeError: Event loop is closed",
        "pitfalls/coroutine-never-awaited/": "await the coroutine",
    }


def test_everything_has_a_name(built_site: Path, tmp_path: Path) -> None:
    """Every pitfall, every message and the pages beside them can be named without a warning."""
    names = [*SLUGS, *(f"message-{message.anchor}" for message in messages(CATALOGUE))]
    lines = [f"* :external+pitfalls:std:ref:`{name}`" for name in names]
    lines += [f"* :external+pitfalls:doc:`{name}`" for name in ("messages", f"pitfalls/{names[0]}")]
    page = build(tmp_path, built_site / "objects.inv", "index.rst", "Title\n=====\n\n" + "\n".join(lines))
    assert len(lines) == page.count(f'href="{SITE}')
