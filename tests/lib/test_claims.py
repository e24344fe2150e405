"""A broken `pitfall.toml` is refused with a message that names file, key and what was expected."""

from pathlib import Path

import pytest

from asyncio_pitfalls import claims
from asyncio_pitfalls.claims import ClaimsError

SLUG = "price-never-awaited"
PATTERN = "'''RuntimeWarning: coroutine '[^']{1,99}' was never awaited'''"
FIND = "[[find.claims]]\nversions = '>=3.8'\nexit = 0"


def edit(root: Path, old: str, new: str) -> Path:
    """Replace `old` by `new` in the claims of the sandbox and return the pitfall's folder."""
    path = root / "snippets" / SLUG / "pitfall.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path.parent


BROKEN = {
    "unknown key": ('area = "lost-work"', 'aria = "x"\narea = "lost-work"', "aria"),
    "unknown area": ('area = "lost-work"', 'area = "elsewhere"', "$.area"),
    "wrong type": ("notes = []", 'notes = "1"', "$.notes"),
    "missing key": ("tell_apart =", "# tell_apart =", "tell_apart"),
    "unknown key of a claim": ("exit = 0", "exit = 0\nexits = 1", "exits"),
    "unknown kind": ('kind = "warning"', 'kind = "rumour"', "kind"),
    "a range too narrow": (
        'versions = ">=3.8"',
        'versions = ">=3.9"',
        "for 3.8.0, found none",
    ),
    "a range too many": (
        "[[failure.claims]]",
        '[[failure.claims]]\nversions = "==3.8.*"\nexit = 0\n\n[[failure.claims]]',
        "exactly one claim for 3.8.0",
    ),
    "no range": ('versions = ">=3.8"', 'versions = "3.8 and later"', "expected a version range"),
    "a bare number": ('versions = ">=3.8"', "versions = 3.8", "versions"),
    "unknown symptom": ('shows = ["never-awaited"]', 'shows = ["never-awaited", "other"]', "'other'"),
    "a symptom never shown": ('shows = ["never-awaited"]', "shows = []", "symptoms.never-awaited"),
    "an unbounded expression": ("[^']{1,99}", "[^']+", "repetition must be bounded"),
    "an expression of nothing": (
        PATTERN,
        "'[a-z]{1,9}'",
        "literal run",
    ),
    "a literal too short": (
        PATTERN,
        "'[a-z]awaited'",
        "literal run of 8 characters",
    ),
    "a run that is no table": ('area = "lost-work"', 'find = 3\narea = "lost-work"', "[find]"),
    "claims on a fix": ("[fix]", "[[fix.claims]]\nversions = '>=3.8'\nexit = 0\n[fix]", "fix"),
    "sees on a loud symptom": ('kind = "warning"', 'kind = "warning"\nsees = "x"', "sees"),
    "a clue of no weight": (
        "[fix]",
        "[[clues]]\npattern='x'\nscore=0\nwhy='x'\nexample='x'\n[fix]",
        "clues[0].score",
    ),
    "a clue whose example it misses": (
        "[fix]",
        "[[clues]]\npattern='x'\nscore=1\nwhy='x'\nexample='y'\n[fix]",
        "clues[0].example",
    ),
    "not TOML": ("[fix]", "[fix", "not TOML"),
    "a run without a script": (
        "[fix]",
        "[find]\n[[find.claims]]\nversions='>=3.8'\nexit=0\n[fix]",
        "find.py",
    ),
}


@pytest.mark.parametrize(("old", "new", "named"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_refused(sandbox: Path, old: str, new: str, named: str) -> None:
    """Each kind of mistake names the file and what is wrong with it."""
    folder = edit(sandbox, old, new)
    with pytest.raises(ClaimsError) as caught:
        claims.load(folder)
    assert str(folder / "pitfall.toml") in str(caught.value)
    assert named in str(caught.value)


def test_a_missing_file_names_the_command(sandbox: Path) -> None:
    """A folder without claims says how to make them."""
    folder = sandbox / "snippets" / SLUG
    (folder / "pitfall.toml").unlink()
    with pytest.raises(ClaimsError, match=f"asyncio-pitfalls new {SLUG}"):
        claims.load(folder)


def test_a_script_without_a_table_is_a_run(sandbox: Path) -> None:
    """A variant of the fix needs nothing but its file."""
    folder = sandbox / "snippets" / SLUG
    (folder / "fix_later.py").write_text("", encoding="utf-8")
    assert ["failure", "fix", "fix_later"] == list(claims.load(folder).runs)


def test_the_script_of_a_table_is_no_run_of_its_own(sandbox: Path) -> None:
    """A script may be run with other flags under another name, and need not be called like its run."""
    folder = edit(sandbox, "[fix]", f"[find]\nscript = 'find_late.py'\n{FIND}\n[fix]")
    (folder / "find_late.py").write_text("", encoding="utf-8")
    assert ["failure", "fix", "find"] == list(claims.load(folder).runs)


def test_eight_literal_characters_suffice(sandbox: Path) -> None:
    """Shorter ones would be found in too many texts."""
    assert "never-awaited" in claims.load(edit(sandbox, PATTERN, "'[a-z] awaited'")).symptoms


@pytest.mark.parametrize(("script", "table"), [("failure", "[[failure.claims]]"), ("fix", "[fix]")])
def test_a_pitfall_has_both_scripts(sandbox: Path, script: str, table: str) -> None:
    """Neither a failure without a cure nor a cure without a failure is a page."""
    folder = edit(sandbox, table, "[[find.claims]]" if script == "failure" else FIND)
    (folder / f"{script}.py").rename(folder / "find.py")
    with pytest.raises(ClaimsError, match=r": expected both failure\.py and fix\.py in the folder$"):
        claims.load(folder)


def test_a_find_script_without_claims_is_refused(sandbox: Path) -> None:
    """A debugging technique says what it finds."""
    folder = sandbox / "snippets" / SLUG
    (folder / "find.py").write_text("", encoding="utf-8")
    with pytest.raises(ClaimsError, match="find"):
        claims.load(folder)


def test_patch_releases_count() -> None:
    """A range may end at a patch release."""
    assert claims.contains(">=3.10,<3.10.9", "3.10.8")
    assert not claims.contains(">=3.10,<3.10.9", "3.10.9")
    assert claims.contains(">=3.15", "3.16.0a1")
