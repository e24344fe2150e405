"""Projects of any size for `make bench`, ours and those of stock MyST-NB."""

from pathlib import Path

import pytest

from asyncio_pitfalls import effects
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.messages import messages
from asyncio_pitfalls.page import read
from asyncio_pitfalls.run.interpreters import HERE
from pitfalls_tools import generate
from support import CATALOGUE, SLUG, SLUGS, build, create_project, record_here

_COMMAND = f"\n```{{code-cell}} console\npython snippets/{SLUG}/failure.py\n```\n"
_NOTEBOOK = (
    "---\nkernelspec:\n  name: python3\n---\n\n# In a notebook\n\n```{code-cell} python\nawait main()\n```\n"
)


@pytest.fixture
def page(sandbox: Path) -> Path:
    """The page of a project, with a command in a cell; the project has a configuration."""
    (sandbox / "conf.py").write_text("extensions = ['myst_nb', 'pitfalls_site']\n", encoding="utf-8")
    path = sandbox / "docs" / "pitfalls" / f"{SLUG}.md"
    path.write_text(path.read_text(encoding="utf-8") + _COMMAND, encoding="utf-8")
    return path


@pytest.fixture
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is yet to be created."""
    return tmp_path_factory.mktemp("generated") / "project"


def bodies(path: Path) -> list[str]:
    """Return what the cells of a page execute: the script that is loaded, or a command."""
    return [cell.options.get("load") or cell.body for cell in read(path.read_text(encoding="utf-8")).cells]


def test_a_larger_project_has_copies_with_scripts_of_their_own(sandbox: Path, target: Path) -> None:
    """Each page shows the scripts in its folder."""
    generate.generate(Catalogue(sandbox), target, 3)
    assert [SLUG, f"{SLUG}-1", f"{SLUG}-2"] == Catalogue(target).slugs()
    page = (target / "docs" / "pitfalls" / f"{SLUG}-2.md").read_text(encoding="utf-8")
    assert f"snippets/{SLUG}-2/failure.py" in page
    assert f"snippets/{SLUG}/" not in page


def test_copies_may_have_other_messages(sandbox: Path, target: Path) -> None:
    """So that the pages about all of them grow as they would; the evidence still shows the symptom."""
    record_here(sandbox)
    generate.generate(Catalogue(sandbox), target, 3, distinct=True)
    copies = Catalogue(target)
    assert 3 == len(messages(copies))
    assert 1 == len({effects.of_failure(copies, it)[HERE.minor].word for it in copies.pitfalls()})


def test_a_larger_project_builds(sandbox: Path, target: Path) -> None:
    """Without a warning: what the copies print is their evidence."""
    record_here(sandbox)
    generate.generate(Catalogue(sandbox), target, 2)
    done = build(target)
    assert (0, "") == (done.returncode, done.stderr)
    assert (target / "out" / "html" / "pitfalls" / f"{SLUG}-1" / "index.html").exists()


def test_copies_are_of_plain_pitfalls(sandbox: Path, target: Path) -> None:
    """What needs packages is in the project once."""
    create_project(sandbox, "order-lost")
    fix = sandbox / "snippets" / "order-lost" / "fix.py"
    block = "# /// script\n# dependencies = ['pytest==9.2.0']\n# ///\n"
    fix.write_text(block + fix.read_text(encoding="utf-8"), encoding="utf-8")
    generate.generate(Catalogue(sandbox), target, 4)
    assert sorted(["order-lost", SLUG, f"{SLUG}-2", f"{SLUG}-3"]) == Catalogue(target).slugs()


def test_a_project_cannot_be_smaller_than_the_real_one(tmp_path: Path) -> None:
    """Its pages refer to each other."""
    with pytest.raises(ValueError, match=f"at least {len(SLUGS)} pitfalls"):
        generate.generate(CATALOGUE, tmp_path / "small", 1)


def test_stock_pages_need_nothing_of_ours(sandbox: Path, page: Path, target: Path) -> None:
    """They have the same cells for the ordinary kernel, none of our directives, and not our extension."""
    generate.stock(sandbox, target)
    text = (target / "docs" / "pitfalls" / page.name).read_text(encoding="utf-8")
    assert "{pitfall}" in page.read_text(encoding="utf-8")
    assert "{pitfall}" not in text
    assert "name: python3" in text
    assert text.count("```{code-cell}") == text.count(":tags: [raises-exception]")
    scripts = f"../../snippets/{SLUG}"
    command = f"!python {scripts}/failure.py"
    assert [f"{scripts}/failure.py", f"{scripts}/fix.py", command] == bodies(
        target / "docs" / "pitfalls" / page.name
    )
    configuration: dict[str, object] = {}
    exec((target / "conf.py").read_text(encoding="utf-8"), configuration)
    assert ["myst_nb"] == configuration["extensions"]


def test_stock_pages_can_show_what_ours_show(sandbox: Path, page: Path, target: Path) -> None:
    """Each script is shown and then run by the command that a reader types, as a program of its own."""
    generate.stock(sandbox, target, faithful=True)
    text = (target / "docs" / "pitfalls" / page.name).read_text(encoding="utf-8")
    scripts = f"../../snippets/{SLUG}"
    assert f"```{{literalinclude}} {scripts}/fix.py\n```\n" in text
    failure, fix = f"!python {scripts}/failure.py", f"!python -X dev -W error {scripts}/fix.py"
    assert [failure, fix, failure] == bodies(target / "docs" / "pitfalls" / page.name)


def test_a_notebook_keeps_its_cells(sandbox: Path, page: Path, target: Path) -> None:
    """Its cells are of the ordinary kernel already; what they raise ends no build, said once."""
    page.write_text(_NOTEBOOK, encoding="utf-8")
    generate.stock(sandbox, target, faithful=True)
    tagged = _NOTEBOOK.replace("python\nawait", "python\n:tags: [raises-exception]\nawait")
    assert tagged == (target / "docs" / "pitfalls" / page.name).read_text(encoding="utf-8")
    page.write_text(tagged, encoding="utf-8")
    generate.stock(sandbox, target.with_name("again"))
    assert tagged == (target.with_name("again") / "docs" / "pitfalls" / page.name).read_text(encoding="utf-8")
