"""A build ends in a site, or in a sentence that names what is wrong."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from asyncio_pitfalls.run.interpreters import HERE
from pitfalls_site import outdir
from support import SLUG, build, record_here


def test_a_scaffolded_pitfall_builds(sandbox: Path) -> None:
    """What `new` writes is a page that builds without a warning and shows its recorded output."""
    record_here(sandbox)
    done = build(sandbox)
    assert (0, "") == (done.returncode, done.stderr)
    page = (sandbox / "out" / "html" / "pitfalls" / SLUG / "index.html").read_text(encoding="utf-8")
    assert "was never awaited" in page
    assert f"on CPython {HERE.exact} prints:" in page
    assert (sandbox / "out" / "html" / "snippets" / SLUG / "failure.py").exists()


def test_what_is_not_recorded_is_not_shown(sandbox: Path) -> None:
    """The error says what to type."""
    done = build(sandbox)
    assert 0 != done.returncode
    assert f"no evidence of 'failure' on any version; record it with: make record SLUG={SLUG}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_claim_ends_the_build_in_a_sentence(sandbox: Path) -> None:
    """No traceback for a mistake in a file."""
    record_here(sandbox)
    path = sandbox / "snippets" / SLUG / "pitfall.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("exit = 0", "exti = 0"), encoding="utf-8")
    done = build(sandbox)
    assert 0 != done.returncode
    assert "pitfall.toml" in done.stderr
    assert "exti" in done.stderr
    assert "Traceback" not in done.stderr


def test_broken_evidence_ends_the_build_in_a_sentence(sandbox: Path) -> None:
    """It names the file and the command that records it again."""
    record_here(sandbox)
    (sandbox / "snippets" / SLUG / "observed.json").write_text("{", encoding="utf-8")
    done = build(sandbox)
    assert 0 != done.returncode
    assert "observed.json" in done.stderr
    assert f"make record SLUG={SLUG}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_a_page_ends_the_build_in_a_sentence(sandbox: Path) -> None:
    """It says how to write one."""
    (sandbox / "docs" / "pitfalls" / f"{SLUG}.md").unlink()
    done = build(sandbox)
    assert 0 != done.returncode
    assert f"make new SLUG={SLUG}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_note_ends_the_build_in_a_sentence(sandbox: Path) -> None:
    """It names the file."""
    record_here(sandbox)
    (sandbox / "docs" / "notes.toml").write_text("statements = 3\n", encoding="utf-8")
    (sandbox / "docs" / "notes.md").write_text("# Notes\n\n```{notes-table}\n```\n", encoding="utf-8")
    done = build(sandbox)
    assert 0 != done.returncode
    assert "notes.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_link_that_leads_nowhere_is_the_only_warning(sandbox: Path) -> None:
    """MyST-NB asks every domain for a label that it does not know, also the one of the pitfalls."""
    record_here(sandbox)
    with (sandbox / "docs" / "pitfalls" / f"{SLUG}.md").open("a", encoding="utf-8") as page:
        page.write("\nSee [](#nowhere).\n")
    (line,) = build(sandbox).stderr.splitlines()
    assert "target not found: 'nowhere'" in line


def test_only_what_changed_is_built_again(sandbox: Path) -> None:
    """An edit of a script rebuilds its page, though Sphinx sees no dependency in `:load:`."""
    record_here(sandbox)
    assert 0 == build(sandbox).returncode
    page = sandbox / "out" / "html" / "pitfalls" / SLUG / "index.html"
    before = page.stat().st_mtime_ns
    assert 0 == build(sandbox).returncode
    assert before == page.stat().st_mtime_ns
    fix = sandbox / "snippets" / SLUG / "fix.py"
    fix.write_text(fix.read_text(encoding="utf-8").replace("42", "44"), encoding="utf-8")
    done = build(sandbox)
    assert "+price: 44" in done.stderr


def test_nothing_is_published_by_a_build_that_failed_or_makes_no_pages() -> None:
    """What is beside the pages is written when they are there."""
    connected: list[tuple[str, Any]] = []
    published: list[str] = []
    app: Any = SimpleNamespace(connect=lambda *arguments: connected.append(arguments))
    outdir.at_the_end(app, lambda app: published.append(app.builder.format))
    ((event, finished),) = connected
    assert "build-finished" == event
    for made, exception in (("html", ValueError()), ("", None), ("html", None)):
        app.builder = SimpleNamespace(format=made)
        finished(app, exception)
    assert ["html"] == published
