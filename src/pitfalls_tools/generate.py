"""Creates projects of any size out of the real pitfalls, and what stock MyST-NB would need to show them."""

import itertools
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from asyncio_pitfalls import content, patterns
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.page import FRESH, Directive, read
from asyncio_pitfalls.run.runner import command_line

_COPIED = {"conf.py", "pyproject.toml", "CONTRIBUTING.md", "docs", "snippets", "src", "tests"}
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "node_modules")
_LABEL = re.compile(r"^\(([a-z-]+)\)=$", re.MULTILINE)
_TEXTS = re.compile(r"^(?:message|pattern|example) = .*$", re.MULTILINE)
# What a page may use without this project's extension; the rest is left out of the stock pages.
_STOCK_DIRECTIVES = {"code-block", "list-table", "literalinclude", "note", "tip", "toctree", "warning"}
_STOCK_CONFIGURATION = """
extensions.remove("pitfalls_site")
nb_kernel_rgx_aliases = {}
suppress_warnings = ["ref", "toc", "myst"]
"""


def generate(catalogue: Catalogue, root: Path, count: int, *, distinct: bool = False) -> None:
    """Create a project of `count` pitfalls in the folder `root`: the real ones, then copies of plain ones.

    The copies have the messages of their originals, and print them; if `distinct`, their claims and evidence
    have other messages, with which the site is as large as it would be, but scripts do not print them.
    """
    real = len(catalogue.slugs())
    if count < real:
        raise ValueError(f"expected at least {real} pitfalls, since the pages refer to each other")
    root.mkdir()
    for path in catalogue.root.iterdir():
        if path.name in _COPIED:
            copy = shutil.copy2 if path.is_file() else lambda a, b: shutil.copytree(a, b, ignore=_LEFT_OUT)
            copy(path, root / path.name)
    for number, slug in zip(range(real, count), itertools.cycle(plain(catalogue)), strict=False):
        copy_pitfall(root, slug, number)
        if distinct:
            change_messages(catalogue, root, slug, number)


def plain(catalogue: Catalogue) -> list[str]:
    """Return the pitfalls whose scripts need the standard library only, as most do.

    The others start pytest or a notebook's kernel, which takes far longer than any page.
    """
    return [it.slug for it in catalogue.pitfalls() if not any(run.packages for run in it.runs.values())]


def copy_pitfall(root: Path, slug: str, number: int) -> None:
    """Add to the project in `root` a copy of the pitfall `slug`, whose name ends in `number`."""
    name = f"{slug}-{number}"
    shutil.copytree(root / "snippets" / slug, root / "snippets" / name)
    text = (root / "docs" / "pitfalls" / f"{slug}.md").read_text(encoding="utf-8")
    text = text.replace(f"snippets/{slug}/", f"snippets/{name}/")
    # No two pages may have the same label.
    for label in _LABEL.findall(text):
        text = re.sub(rf"\(#?{label}(?=\))", rf"\g<0>-{number}", text)
    (root / "docs" / "pitfalls" / f"{name}.md").write_text(text, encoding="utf-8")


def change_messages(catalogue: Catalogue, root: Path, slug: str, number: int) -> None:
    """Let one word of each message end in `number`, in the claims and the evidence of a copy of `slug`."""
    words = {_word(symptom.pattern) for symptom in catalogue.pitfall(slug).symptoms.values()}
    renamed = partial(re.compile(rf"(?<![a-z_])({'|'.join(words)})(?![a-z_])").sub, rf"\g<0>{number}")
    folder = root / "snippets" / f"{slug}-{number}"
    _rewrite(folder / "pitfall.toml", partial(_TEXTS.sub, lambda line: renamed(line.group())))
    _rewrite(folder / "observed.json", renamed)


def _word(pattern: str) -> str:
    """Return the longest word that every message of a pattern has."""
    words: list[str] = re.findall("[a-z]+", patterns.literals(pattern)[0])
    return max(words, key=len)


def _rewrite(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def stock(root: Path, target: Path, *, faithful: bool = False) -> None:
    """Create from the project in `root` one in `target` that needs MyST-NB and its ordinary kernel only.

    The scripts are cells of that kernel, in whose event loop most print something else. When
    `faithful`, each is shown and then run by a command, so that the pages show what ours show.
    """
    shutil.copytree(root, target, ignore=shutil.ignore_patterns("_build"))
    with (target / "conf.py").open("a", encoding="utf-8") as file:
        file.write(_STOCK_CONFIGURATION)
    catalogue = Catalogue(root)
    for page in (target / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(_stock_page(catalogue, text, faithful=faithful), encoding="utf-8")


def _stock_page(catalogue: Catalogue, text: str, *, faithful: bool) -> str:
    page, lines = read(text), text.split("\n")
    for block in reversed(page.directives):
        start, end = block.lines
        if block.is_cell and page.is_fresh and (faithful or "load" not in block.options):
            lines[start:end] = _command(catalogue, block)
        elif block.is_cell and "tags" not in block.options:
            lines.insert(start + 1, ":tags: [raises-exception]")
        elif not block.is_cell and block.name not in _STOCK_DIRECTIVES:
            del lines[start:end]
    return "\n".join(lines).replace(f"name: {FRESH}", "name: python3")


def _command(catalogue: Catalogue, cell: Directive) -> list[str]:
    """Return a cell that runs the script of `cell` as a reader does, after its listing if it is loaded."""
    pitfall, run = content.of_cell(catalogue, cell)
    command = command_line(run, path=f"../../snippets/{pitfall.slug}/")
    listing = [f"```{{literalinclude}} {path}", "```", ""] if (path := cell.options.get("load")) else []
    return [*listing, "```{code-cell} python", ":tags: [raises-exception]", f"!{command}", "```"]
