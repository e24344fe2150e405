"""What a block of a page shows is found once, for both renderers: its run, its version and its script."""

from pathlib import Path

import pytest

from asyncio_pitfalls import content, page
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.content import PageError, Shown
from asyncio_pitfalls.page import Directive
from claims_file import FIND, claim_failure, edit, folder
from recorded import record, seen
from support import CATALOGUE, SLUG, SLUGS

FLAGS = "[find]\nscript = 'failure.py'\nflags = ['-X', 'dev', '-W', 'error']\n"
METADATA = "# /// script\n# dependencies = ['pytest']\n# ///\n"


def block(text: str) -> Directive:
    """Return the one directive in `text`."""
    [directive] = page.read(text).directives
    return directive


def typed(command: str) -> Directive:
    """Return a cell that shows `command`."""
    return block(f"```{{code-cell}} console\n{command}\n```\n")


def loaded(script: str) -> Directive:
    """Return a cell that shows a script."""
    return block(f"```{{code-cell}} python\n:load: ../../snippets/{SLUG}/{script}\n```\n")


def evidence_of(argument: str, *options: str) -> Directive:
    """Return an `{evidence}` block."""
    return block("\n".join([f"```{{evidence}} {argument}", *options, "```\n"]))


@pytest.fixture
def catalogue(sandbox: Path) -> Catalogue:
    """A pitfall with a failure, two fixes and a technique that starts the failure with flags."""
    edit(sandbox, "[fix]", f"{FLAGS}{FIND}[fix]")
    (folder(sandbox) / "fix_later.py").write_text(METADATA, encoding="utf-8")
    shown = (seen("3.8.1 3.12.1", "old"), seen("3.14.2", "new"))
    return record(sandbox, failure=shown, fix=shown[:1], fix_later=shown, find=shown)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (loaded("failure.py"), "failure"),
        (loaded("fix_later.py"), "fix_later"),
        (typed(f"python snippets/{SLUG}/failure.py"), "failure"),
        (typed(f"python -X dev -W error snippets/{SLUG}/failure.py"), "find"),
        (typed(f"python -X dev -W error snippets/{SLUG}/fix.py"), "fix"),
        (typed(f"PYTHONDEVMODE=1 PYTHONWARNINGS=error uv run snippets/{SLUG}/fix_later.py"), "fix_later"),
    ],
)
def test_a_cell_is_a_run(catalogue: Catalogue, cell: Directive, expected: str) -> None:
    """It loads the script of a run, or types the command that a reader types for it."""
    pitfall, run = content.of_cell(catalogue, cell)
    assert (SLUG, expected) == (pitfall.slug, run.name)


def test_a_cell_shows_its_script_only_when_it_loads_it(catalogue: Catalogue) -> None:
    """The script of a command is on the page already."""
    listed = content.of_block(catalogue, None, loaded("failure.py"))
    started = content.of_block(catalogue, None, typed(f"python snippets/{SLUG}/failure.py"))
    assert (True, False) == (listed.has_listing, started.has_listing)
    assert ("3.14.2", ("new",)) == (listed.exact, listed.observation.output)
    assert (listed.run, listed.exact, listed.observation) == (started.run, started.exact, started.observation)


@pytest.mark.parametrize(
    "cell",
    [
        typed("python -c 'print(1)'"),
        typed("print(1)"),
        typed(""),
        typed("python snippets/price-lost/failure.py"),
        typed(f"python snippets/../{SLUG}.py"),
        block("```{code-cell} python\n:load: ../../conf.py\n```\n"),
        block("```{code-cell} python\n:load: ../../snippets/price-lost/failure.py\n```\n"),
    ],
)
def test_a_cell_of_no_pitfall_is_refused(catalogue: Catalogue, cell: Directive) -> None:
    """Nothing is shown that no test runs; the sentence says what a cell may be."""
    expected = r"^expected a script of snippets/ by :load:, or a command that runs one: "
    with pytest.raises(PageError, match=expected):
        content.of_cell(catalogue, cell)


@pytest.mark.parametrize(
    ("command", "script", "flags"),
    [
        (f"python -X dev snippets/{SLUG}/failure.py", "failure.py", '"-X", "dev"'),
        (f"python -W 'error::Warning' snippets/{SLUG}/fix.py", "fix.py", '"-W", "error::Warning"'),
        (f"python snippets/{SLUG}/other.py", "other.py", ""),
        (f"python -W 'error snippets/{SLUG}/fix.py", "fix.py", '"-W", "\'error"'),
        (
            f"PYTHONDEVMODE=1 PYTHONTRACEMALLOC=5 uv run snippets/{SLUG}/fix_later.py",
            "fix_later.py",
            '"-X", "dev", "-X", "tracemalloc=5"',
        ),
        (f"PYTHONWARNINGS=error uv run snippets/{SLUG}/fix_later.py", "fix_later.py", '"-W", "error"'),
        (f"uv run snippets/{SLUG}/fix_later.py", "fix_later.py", ""),
    ],
)
def test_an_unmatched_command_prints_the_table_that_it_lacks(
    catalogue: Catalogue, command: str, script: str, flags: str
) -> None:
    """The author copies the table into pitfall.toml, says what it does, and types the command."""
    with pytest.raises(PageError) as caught:
        content.of_cell(catalogue, typed(command))
    expected = f"""no run of snippets/{SLUG}/pitfall.toml does what this cell shows: {command}
Add one and say what it does, then: make record SLUG={SLUG}

[find_<technique>]
script = "{script}"
flags = [{flags}]

[[find_<technique>.claims]]
versions = ">=3.8"
shows = []
exit = 0
"""
    assert expected == str(caught.value)


def test_the_table_gives_the_command_its_run(sandbox: Path, catalogue: Catalogue) -> None:
    """Once it is there under a name, the same cell is a run."""
    cell = typed(f"PYTHONTRACEMALLOC=1 PYTHONWARNINGS=error uv run snippets/{SLUG}/fix_later.py")
    with pytest.raises(PageError) as caught:
        content.of_cell(catalogue, cell)
    _, _, table = str(caught.value).partition("\n\n")
    edit(sandbox, "[fix]", f"{table.replace('<technique>', 'place')}\n[fix]")
    assert "find_place" == content.of_cell(Catalogue(sandbox), cell)[1].name


def test_evidence_names_a_run_of_its_page(catalogue: Catalogue) -> None:
    """It is the same as a cell that loads the script, on a version that the building machine may lack."""
    shown = content.of_block(catalogue, SLUG, evidence_of("fix_later"))
    assert ("fix_later", "3.14.2", True) == (shown.run.name, shown.exact, shown.has_listing)
    assert ("new",) == shown.observation.output


def test_evidence_of_another_pitfall_names_that_first(catalogue: Catalogue) -> None:
    """On any page, and on a page of no pitfall always."""
    for slug in (None, SLUG, "price-lost"):
        assert "fix" == content.of_block(catalogue, slug, evidence_of(f"{SLUG}/fix")).run.name


def test_evidence_without_a_script_of_its_own_has_no_listing(catalogue: Catalogue) -> None:
    """A run that starts another run's script with flags has that script on the page already."""
    assert not content.of_block(catalogue, SLUG, evidence_of("find")).has_listing


@pytest.mark.parametrize(("minor", "exact"), [("3.8", "3.8.1"), ("3.12", "3.12.1"), ("3.14", "3.14.2")])
def test_the_version_of_evidence_is_honoured(catalogue: Catalogue, minor: str, exact: str) -> None:
    """With it the author shows what another version does."""
    shown = content.of_block(catalogue, SLUG, evidence_of("failure", f":version: '{minor}'"))
    assert exact == shown.exact


@pytest.mark.parametrize(
    ("slug", "directive", "words"),
    [
        (None, evidence_of("fix"), "expected a pitfall before the run: <slug>/fix"),
        (
            SLUG,
            evidence_of("fix_other"),
            f"{SLUG} has no run 'fix_other'; it has: failure, fix, fix_later, find",
        ),
        (
            SLUG,
            evidence_of("price-never-awaitd/fix"),
            f"there is no pitfall 'price-never-awaitd'; .*: {SLUG}$",
        ),
        (
            SLUG,
            evidence_of("fix", ":version: 3.14"),
            f"no evidence of 'fix' on CPython 3.14; record it with: make record SLUG={SLUG}$",
        ),
    ],
)
def test_what_evidence_cannot_show_is_refused(
    catalogue: Catalogue, slug: str | None, directive: Directive, words: str
) -> None:
    """The sentence names what there is, or the command that records it."""
    with pytest.raises(PageError, match=f"^{words}"):
        content.of_block(catalogue, slug, directive)


def test_what_was_not_recorded_is_not_shown(sandbox: Path) -> None:
    """A new pitfall has no evidence yet; the sentence names the command."""
    words = f"^no evidence of 'failure' on any version; record it with: make record SLUG={SLUG}$"
    for directive in (loaded("failure.py"), evidence_of("failure")):
        with pytest.raises(PageError, match=words):
            content.of_block(Catalogue(sandbox), SLUG, directive)


def test_the_newest_version_on_which_the_symptom_appears_is_shown(sandbox: Path) -> None:
    """A failure that newer versions do not show any more is not shown as silence."""
    shows = "versions = '<3.12'\nexit = 0\nshows = ['never-awaited']"
    claim_failure(sandbox, shows, "versions = '>=3.12'\nexit = 0")
    silent = (seen("3.8.1 3.9.18", "old"), seen("3.11.4", "last"), seen("3.12.1 3.14.2"))
    catalogue = record(sandbox, failure=silent, fix=silent)
    expected = {"failure": ("3.11.4", ("last",)), "fix": ("3.14.2", ())}
    for name, there in expected.items():
        for directive in (loaded(f"{name}.py"), evidence_of(name)):
            shown = content.of_block(catalogue, SLUG, directive)
            assert there == (shown.exact, shown.observation.output)
    assert "3.14.2" == content.of_block(catalogue, SLUG, evidence_of("failure", ":version: 3.14")).exact


def test_a_notebook_cell_is_a_constant_of_scripts(sandbox: Path) -> None:
    """An ordinary kernel executes it on the page, and scripts that hold its text test it."""
    source = 'CELL = """\\\nawait price()\n"""\nOTHER = "await"\nprint(CELL)\n'
    for name in ("failure", "fix"):
        (folder(sandbox) / f"{name}.py").write_text(source, encoding="utf-8")
    (folder(sandbox) / "fix_later.py").write_text("CELL = 3\n", encoding="utf-8")
    pitfall = Catalogue(sandbox).pitfall(SLUG)
    cell = block("```{code-cell} python\n:tags: [raises-exception]\n\nawait price()\n```\n")
    assert ["failure", "fix"] == [run.name for run in content.of_constant(pitfall, cell)]
    assert [] == content.of_constant(pitfall, typed("await prices()"))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_block_of_the_project_shows_something(slug: str) -> None:
    """Each cell and each `{evidence}` of each page has a run and evidence; a notebook's cell has a script."""
    read = CATALOGUE.page(slug)
    for directive in read.directives:
        if directive.name == "evidence" or (directive.is_cell and read.is_fresh):
            shown = content.of_block(CATALOGUE, slug, directive)
            assert isinstance(shown, Shown)
            assert shown.exact in shown.observation.seen
        elif directive.is_cell:
            assert content.of_constant(CATALOGUE.pitfall(slug), directive)
