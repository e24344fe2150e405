"""The pages about all pitfalls follow when a pitfall is new, changed or gone, however many readers build."""

import shutil
from pathlib import Path

import pytest

from asyncio_pitfalls.catalogue import Catalogue
from pitfalls_tools import new
from support import SLUG, add_pages, build, record_here

OTHER = "order-never-awaited"
PAGES = {"messages": "messages", "versions": "version-table"}


@pytest.fixture
def project(sandbox: Path) -> Path:
    """A project with a list by area, a message index and a table of versions, built by two readers."""
    for name, directive in PAGES.items():
        page = sandbox / "docs" / f"{name}.md"
        page.write_text(f"---\norphan: true\n---\n\n# {name}\n\n```{{{directive}}}\n```\n", encoding="utf-8")
    add_pages(sandbox)
    record_here(sandbox)
    built(sandbox)
    return sandbox


def built(root: Path) -> dict[str, str]:
    """Build the site and return its pages about all pitfalls."""
    done = build(root)
    assert (0, "") == (done.returncode, done.stderr)
    paths = {name: root / "out" / "html" / name / "index.html" for name in PAGES}
    paths["index"] = root / "out" / "html" / "index.html"
    return {name: path.read_text(encoding="utf-8").partition("<article")[2] for name, path in paths.items()}


def test_a_new_pitfall_and_one_that_is_gone(project: Path) -> None:
    """It joins the list, the index and the table, and leaves them."""
    new.create(Catalogue(project), OTHER)
    record_here(project)
    for name, page in built(project).items():
        assert f"pitfalls/{OTHER}/" in page, name
        assert f"pitfalls/{SLUG}/" in page, name
    shutil.rmtree(project / "snippets" / OTHER)
    (project / "docs" / "pitfalls" / f"{OTHER}.md").unlink()
    for name, page in built(project).items():
        assert OTHER not in page, name
        assert f"pitfalls/{SLUG}/" in page, name


def test_another_title_and_another_claim(project: Path) -> None:
    """What is said of a pitfall that was there is said anew."""
    page = project / "docs" / "pitfalls" / f"{SLUG}.md"
    page.write_text(page.read_text(encoding="utf-8").replace("# Name the", "# Call the"), encoding="utf-8")
    for name, text in built(project).items():
        assert "Call the" in text, name
    claims = project / "snippets" / SLUG / "pitfall.toml"
    text = claims.read_text(encoding="utf-8")
    claims.write_text(text.replace('kind = "warning"', 'kind = "log"'), encoding="utf-8")
    pages = built(project)
    assert "log line" in pages["messages"]
    assert "logs" in pages["versions"]


def test_only_another_title_concerns_the_other_pages(project: Path) -> None:
    """Most edits of a page leave the pages about all pitfalls as they are, and the sidebars of others."""
    new.create(Catalogue(project), OTHER)
    record_here(project)
    built(project)
    neighbour = project / "out" / "html" / "pitfalls" / OTHER / "index.html"
    path = project / "docs" / "pitfalls" / f"{SLUG}.md"
    text = path.read_text(encoding="utf-8")
    others = [neighbour, project / "out" / "html" / "messages" / "index.html"]
    before = [other.stat().st_mtime_ns for other in others]
    path.write_text(f"{text}\nOne more sentence.\n", encoding="utf-8")
    built(project)
    assert before == [other.stat().st_mtime_ns for other in others]
    path.write_text(text.replace("\n# ", "\n# Never again: ", 1), encoding="utf-8")
    assert "Never again" in built(project)["index"]
    assert "Never again" in neighbour.read_text(encoding="utf-8")


def test_other_settings_concern_every_page(project: Path) -> None:
    """The areas and the versions of the matrix are in pyproject.toml."""
    path = project / "pyproject.toml"
    catalogue = Catalogue(project)
    heading = catalogue.settings.areas[catalogue.pitfall(SLUG).area]
    path.write_text(path.read_text(encoding="utf-8").replace(heading, "Another heading"), encoding="utf-8")
    assert "Another heading" in built(project)["index"]
