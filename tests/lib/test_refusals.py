"""What is refused is refused in words, and what a claim leaves out is filled in."""

from pathlib import Path

import pytest

from asyncio_pitfalls import claims, patterns
from asyncio_pitfalls.claims import STRICT, Claim, ClaimsError
from asyncio_pitfalls.patterns import LONGEST_REPEAT, PatternError

SLUG = "price-never-awaited"
PATTERNS = {
    "(": "^not a regular expression: missing ",
    "(?i)loop": "^inline flags are not allowed$",
    "(loop)": r"^groups must be non-capturing: \(\?:\.\.\.\)$",
    r"\Aloop": r"^JavaScript does not read '\\\\A' at character 1 ",
    "loop(?=s)": "^assert is not allowed$",
    "(?:a(?:loop(?=s)))": "^assert is not allowed$",
    "(?:ab?){1,2}": "^a repetition inside a repetition is not allowed$",
    "(?:a(?:b?)){1,2}": "^a repetition inside a repetition is not allowed$",
    f"a{{0,{LONGEST_REPEAT + 1}}}": f"with n of at most {LONGEST_REPEAT}$",
    "ab]": "^JavaScript does not read ']' at character 3 as Python does: write no escape ",
    "a\\-bc": r"^JavaScript does not read '\\\\-' at character 2 as Python does: .* \{0,n\} for \{,n\}$",
}


@pytest.mark.parametrize(("pattern", "words"), PATTERNS.items(), ids=list(PATTERNS))
def test_a_pattern_is_refused_in_words(pattern: str, words: str) -> None:
    """The reason is named, and where it is not plain to see, the place."""
    with pytest.raises(PatternError, match=words):
        patterns.check(pattern)


def test_the_longest_repetition_is_allowed() -> None:
    """So is an option inside of an option, which cannot be slow."""
    patterns.check(f"a{{0,{LONGEST_REPEAT}}}(?:bc?)?")


def test_classes_are_ascii() -> None:
    """As they are in JavaScript."""
    assert patterns.search(r"line \d", "in line 7")
    assert not patterns.search(r"line \d", "in line \u0667")


def test_literals_inside_of_groups_count() -> None:
    """Of equal ones the first is taken."""
    assert ["loop is closed"] == patterns.literals(r"\d(?:loop is closed)\d")
    assert ["bound"] == patterns.literals(r"bound\dclose")
    assert [] == patterns.literals(r"\d(?:\w|loop)")


def change(sandbox: Path, old: str, new: str) -> Path:
    """Replace a text in the claims of the sandbox, and return the folder."""
    folder = sandbox / "snippets" / SLUG
    path = folder / "pitfall.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return folder


CLUE = "\n[[clues]]\npattern = 'x*'\nscore = 1\nwhy = 'w'\nexample = 'x'\n\n[fix]"
FIND = "\n[[find.claims]]\nversions = '>=3.8'\nexit = 0\nprints = ['x*']\n\n[fix]"
CLAIMS = {
    "an expression of a symptom": (
        "was never",
        "was .*never",
        r"symptoms\.never-awaited\.pattern: repetition",
    ),
    "a symptom's key": ("never-awaited]", "Never]", "symptoms.Never: expected a key of lower-case words"),
    "an expression of a clue": ("[fix]", CLUE, r"clues\[0\]\.pattern: repetition"),
    "an expression of a claim": (
        "[fix]",
        FIND,
        r"\[\[find\.claims\]\]\.prints or \.hides\.pattern: repetition",
    ),
    "a range that is none": (
        'versions = ">=3.8"',
        'versions = "3,8"',
        r"\[failure\]\.versions: expected a version",
    ),
}


@pytest.mark.parametrize(("old", "new", "words"), CLAIMS.values(), ids=list(CLAIMS))
def test_claims_are_refused_in_words(sandbox: Path, old: str, new: str, words: str) -> None:
    """File, table and key are named."""
    folder = change(sandbox, old, new)
    (folder / "find.py").write_text("", encoding="utf-8")
    if "find.claims" not in new:
        (folder / "find.py").unlink()
    with pytest.raises(ClaimsError, match=f"pitfall.toml: {words}"):
        claims.load(folder)


def test_ranges_that_overlap_are_all_named(sandbox: Path) -> None:
    """With the first version that two of them cover."""
    more = '[[failure.claims]]\nversions = ">=3.12"\nexit = 0\n\n[fix]'
    with pytest.raises(ClaimsError, match=r"exactly one claim for 3\.12\.0, found '>=3.8' and '>=3.12'$"):
        claims.load(change(sandbox, "[fix]", more))


@pytest.mark.parametrize("script", ["failure.py", "fix.py"])
def test_both_scripts_are_needed(sandbox: Path, script: str) -> None:
    """A failure without a fix helps nobody, and the other way round."""
    folder = change(sandbox, "[fix]", "") if script == "fix.py" else sandbox / "snippets" / SLUG
    (folder / script).unlink()
    with pytest.raises(ClaimsError):
        claims.load(folder)


def test_a_script_for_finding_needs_claims(sandbox: Path) -> None:
    """What a technique shows cannot be guessed."""
    folder = sandbox / "snippets" / SLUG
    (folder / "find.py").write_text("", encoding="utf-8")
    with pytest.raises(ClaimsError, match=r"\[\[find\.claims\]\]: expected at least one claim for find\.py$"):
        claims.load(folder)


def test_what_is_left_out_is_filled_in(sandbox: Path) -> None:
    """A fix is strict, exits 0 and works everywhere; others have no flags and the script of their name."""
    text = (
        "[find]\nscript = 'failure.py'\nflags = ['-X', 'dev']\n"
        "[[find.claims]]\nversions = '>=3.8'\nexit = 0\n"
        "[find_line_number]\n[[find_line_number.claims]]\nversions = '>=3.8'\nexit = 0\n"
        "[fix_other]\nflags = []\nprints = ['saved']\n[fix]"
    )
    folder = change(sandbox, "[fix]", text)
    for name in ("fix_other", "find_line_number"):
        (folder / f"{name}.py").write_text("", encoding="utf-8")
    runs = claims.load(folder).runs
    assert ["failure", "fix", "fix_other", "find", "find_line_number"] == list(runs)
    assert ("failure.py", ("-X", "dev")) == (runs["find"].script, runs["find"].flags)
    assert ("find_line_number.py", ()) == (runs["find_line_number"].script, runs["find_line_number"].flags)
    assert ("fix.py", STRICT) == (runs["fix"].script, runs["fix"].flags)
    assert ((), (Claim(versions=">=3.8", exit=0, prints=("saved",)),)) == (
        runs["fix_other"].flags,
        runs["fix_other"].claims,
    )


def test_claims_are_read_as_utf_8(sandbox: Path) -> None:
    """Whatever the machine prefers."""
    folder = change(sandbox, "tell_apart = ", 'tell_apart = "caf\u00e9 " # ')
    assert "caf\u00e9 " == claims.load(folder).tell_apart
