"""What a page says with one line: recorded runs, and what is wrong with such a line."""

from pathlib import Path

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.evidence import Observation
from pitfalls_site import render
from support import SLUG, build


def test_a_mistake_in_a_directive_ends_the_build_in_a_sentence(sandbox: Path) -> None:
    """It names what is there, or the command that records it."""
    page = sandbox / "docs" / "pitfalls" / f"{SLUG}.md"
    wrong = "\n```{evidence} fix_other\n```\n\n```{evidence} fix\n:version: '3.8'\n```\n"
    page.write_text(page.read_text(encoding="utf-8") + wrong, encoding="utf-8")
    (sandbox / "docs" / "elsewhere.md").write_text(
        "# Elsewhere\n\n```{pitfall}\n```\n\n```{evidence} price-lost/fix\n```\n\n```{evidence} fix\n```\n",
        encoding="utf-8",
    )
    done = build(sandbox)
    assert 0 != done.returncode
    for words in (
        "belongs on a page in docs/pitfalls/",
        f"nothing is recorded yet: make record SLUG={SLUG}",
        f"{SLUG} has no run 'fix_other'; it has: failure, fix",
        f"no evidence of 'fix' on CPython 3.8; record it with: make record SLUG={SLUG}",
        "there is no pitfall 'price-lost'",
        "expected a pitfall before the run: <slug>/fix",
    ):
        assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_program_that_printed_nothing_says_so(sandbox: Path) -> None:
    """An empty block would look like a mistake of the site."""
    pitfall = Catalogue(sandbox).pitfall(SLUG)
    nothing = render.output(pitfall, Observation(seen=("3.12.1",), exit=0, output=()))
    assert "It prints nothing." == nothing.astext()
