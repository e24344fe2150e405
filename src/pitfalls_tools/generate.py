"""Makes projects of any size out of the real pitfalls, so that growth can be measured.

A copy of a pitfall has a slug of its own and scripts of its own: their last line is a comment that
no other script has, because pages know their cells by the text.
"""

import itertools
import re
import shutil
from pathlib import Path

from asyncio_pitfalls import catalogue, environments, project

_COPIED = ("conf.py", "pyproject.toml", "*.md", "docs", "src", "tests")
_LEFT_OUT = shutil.ignore_patterns("pitfalls", "_data", "node_modules")
_FENCE = re.compile(r"^(`{3,})\{(?P<name>[\w-]+)\}[^\n]*\n.*?^\1$\n?", re.MULTILINE | re.DOTALL)
# What a page may use without this project's extension; the rest is left out of the stock pages.
_STOCK_DIRECTIVES = {
    "code-cell",
    "code-block",
    "literalinclude",
    "toctree",
    "note",
    "warning",
    "tip",
    "list-table",
}
_LOADED = re.compile(r"^```\{code-cell\} python\n:load: (?P<path>\S+)\n```\n", re.MULTILINE)
_SHOWN_AND_RUN = (
    "```{literalinclude} \\g<path>\n:language: python\n```\n\n"
    "```{code-cell} python\n!python -X dev \\g<path>\n```\n"
)
_STOCK_CONFIGURATION = """
extensions = [name for name in extensions if not name.startswith("asyncio_pitfalls")]
del os.environ["JUPYTER_PATH"], sys.modules["jupyter_cache.cache.db"]
suppress_warnings = ["ref", "toc", "myst"]
"""


def generate(root: Path, count: int) -> None:
    """Make a project of `count` pitfalls in the folder `root`: the real ones, then copies of plain ones."""
    slugs = catalogue.slugs()
    if count < len(slugs):
        raise ValueError(f"expected at least {len(slugs)} pitfalls, since the pages refer to each other")
    root.mkdir()
    for path in itertools.chain.from_iterable(map(project.ROOT.glob, _COPIED)):
        if path.is_dir():
            shutil.copytree(path, root / path.name, ignore=_LEFT_OUT)
        else:
            shutil.copy2(path, root)
    (root / "docs" / "pitfalls").mkdir()
    for slug in slugs:
        _copy(slug, slug, root)
    for number, slug in zip(range(len(slugs), count), itertools.cycle(plain()), strict=False):
        _copy(slug, f"{slug}-{number}", root)


def plain() -> list[str]:
    """Return the pitfalls whose scripts need the standard library only, as most do.

    The others start pytest or a notebook's kernel, which takes far longer than any page, and
    which a cell of stock MyST-NB cannot do at all.
    """
    return [
        slug
        for slug in catalogue.slugs()
        if not any(map(environments.needs_packages, catalogue.folder(slug).glob("*.py")))
    ]


def _copy(slug: str, name: str, root: Path) -> None:
    folder = root / "snippets" / name
    shutil.copytree(catalogue.folder(slug), folder)
    page = catalogue.page(slug).read_text(encoding="utf-8")
    (root / "docs" / "pitfalls" / f"{name}.md").write_text(
        page.replace(f"snippets/{slug}/", f"snippets/{name}/"), encoding="utf-8"
    )
    if slug != name:
        for script in folder.glob("*.py"):
            change(script, name)


def change(script: Path, remark: str) -> None:
    """Change the text of a script but nothing of what it does."""
    with script.open("a", encoding="utf-8") as file:
        file.write(f"# {remark}\n")


def stock(root: Path, target: Path, *, faithful: bool = False) -> None:
    """Make of the project in `root` one in `target` that needs MyST-NB and its ordinary kernel only.

    The scripts are cells of that kernel, in whose event loop most print something else. When
    `faithful`, each is shown and then run by a command, so that the pages show what ours show.
    """
    shutil.copytree(root, target, ignore=shutil.ignore_patterns("_build"))
    with (target / "conf.py").open("a", encoding="utf-8") as file:
        file.write(_STOCK_CONFIGURATION)
    for page in (target / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        if faithful and "name: fresh-process" in text:
            text = _LOADED.sub(_SHOWN_AND_RUN, text)
        page.write_text(
            _FENCE.sub(_stock_fence, text.replace("name: fresh-process", "name: python3")), encoding="utf-8"
        )


def _stock_fence(match: re.Match[str]) -> str:
    """Return a cell that may fail, with a command line as the ordinary kernel takes it."""
    if match["name"] != "code-cell":
        return match[0] if match["name"] in _STOCK_DIRECTIVES else ""
    opening, _, rest = match[0].partition("\n")
    command = re.sub(r"^(?=\w.* snippets/)", "!", rest, flags=re.MULTILINE)
    return f"{opening}\n:tags: [raises-exception]\n{command.replace(' snippets/', ' ../../snippets/')}"
