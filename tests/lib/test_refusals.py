"""A broken `pitfall.toml` is refused in a sentence that names the file, the key and what was expected."""

import re
from pathlib import Path

import pytest

from asyncio_pitfalls.claims import ClaimsError
from claims_file import FIND, PATTERN, REPORTED, edit, folder, load
from support import CATALOGUE, SLUG

CLUE = "[[clues]]\npattern = '{}'\nscore = {}\nwhy = 'w'\nexample = '{}'\n\n[fix]"
LATER = "[[symptoms.never-awaited.later]]\nversions = '{}'\nmessage = \"{}\"\n\n[[failure.claims]]"
# What is replaced in the claims, by what, and what the sentence says after the name of the file.
BROKEN = {
    "unknown key": ('area = "lost-work"', 'aria = "x"\narea = "lost-work"', ".*unknown field `aria`"),
    "unknown area": (
        'area = "lost-work"',
        'area = "elsewhere"',
        f"area: expected one of {', '.join(CATALOGUE.settings.areas)}, not 'elsewhere'$",
    ),
    "wrong type": ("notes = []", 'notes = "1"', r".*\$\.notes"),
    "missing key": ("tell_apart =", "# tell_apart =", ".*tell_apart"),
    "unknown key of a claim": ("exit = 0", "exit = 0\nexits = 1", ".*exits"),
    "unknown kind": ('kind = "warning"', 'kind = "rumour"', ".*kind"),
    "a range too narrow": (
        'versions = ">=3.8"',
        'versions = ">=3.9"',
        r"\[failure\]\.versions: expected exactly one claim for 3\.8\.0, found none$",
    ),
    "a range too many": (
        "[[failure.claims]]",
        '[[failure.claims]]\nversions = "==3.8.*"\nexit = 0\n\n[[failure.claims]]',
        r"\[failure\]\.versions: expected exactly one claim for 3\.8\.0, found '==3\.8\.\*' and '>=3\.8'$",
    ),
    "ranges that overlap": (
        "[fix]",
        '[[failure.claims]]\nversions = ">=3.12"\nexit = 0\n\n[fix]',
        r"\[failure\]\.versions: expected exactly one claim for 3\.12\.0, found '>=3\.8' and '>=3\.12'$",
    ),
    "no range": (
        'versions = ">=3.8"',
        'versions = "3.8 and later"',
        r"\[failure\]\.versions: expected a version range .*, not '3\.8 and later'$",
    ),
    "two numbers": ('versions = ">=3.8"', 'versions = "3,8"', r"\[failure\]\.versions: expected a version"),
    "a bare number": ('versions = ">=3.8"', "versions = 3.8", r"\[failure\].*versions"),
    "unknown symptom": (
        'shows = ["never-awaited"]',
        'shows = ["never-awaited", "other"]',
        r"\[\[failure\.claims\]\]\.shows: expected a key of \[symptoms\], not 'other'$",
    ),
    "a symptom never shown": ('shows = ["never-awaited"]', "shows = []", "symptoms.never-awaited: expected"),
    "a symptom's key": ("never-awaited]", "Never]", "symptoms.Never: expected a key of lower-case words"),
    "an unbounded expression": (
        "[^']{1,99}",
        "[^']+",
        r"symptoms\.never-awaited\.pattern: repetition must be bounded",
    ),
    "an expression of nothing": (PATTERN, "'[a-z]{1,9}'", ".*literal run"),
    "a literal too short": (PATTERN, "'[a-z]awaited'", ".*literal run of 8 characters"),
    "a run that is no table": ('area = "lost-work"', 'find = 3\narea = "lost-work"', r"\[find\]"),
    "claims on a fix": (
        "[fix]",
        "[fix]\nclaims = [{ versions = '>=3.8', exit = 0 }]",
        r"\[fix\]: a fix has no claims: it exits 0 and is silent; use `prints`$",
    ),
    "a script elsewhere": (
        "[fix]",
        f"[find]\nscript = '../{SLUG}/fix.py'\n{FIND}[fix]",
        rf"\[find\]\.script: expected the file \.\./{SLUG}/fix\.py beside pitfall\.toml$",
    ),
    "sees on a loud symptom": (
        'kind = "warning"',
        'kind = "warning"\nsees = "x"',
        r'symptoms\.never-awaited\.sees: expected with kind = "silent", and only there$',
    ),
    "an expression of a clue": ("[fix]", CLUE.format("x*", 1, "x"), r"clues\[0\]\.pattern: repetition"),
    "a clue of no weight": ("[fix]", CLUE.format("x", 0, "x"), r"clues\[0\]\.score: expected"),
    "a clue whose example it misses": ("[fix]", CLUE.format("x", 1, "y"), r"clues\[0\]\.example: expected"),
    "not TOML": ("[fix]", "[fix", "not TOML: "),
    "a run without a script": (
        "[fix]",
        f"[find]\n{FIND}[fix]",
        r"\[find\]\.script: expected the file find\.py",
    ),
    "a name in a table": ("[fix]", "[fix]\nname = 'x'", r"\[fix\]: expected neither `name` nor `packages`"),
    "a later text on no version": (
        "[[failure.claims]]",
        LATER.format("<3.8", "RuntimeWarning: coroutine '<name>' was never awaited"),
        r"symptoms\.never-awaited\.later\.versions: '<3\.8' covers no version$",
    ),
    "a later text that the expression misses": (
        "[[failure.claims]]",
        LATER.format(">=3.14", "RuntimeWarning: nobody awaited <name>"),
        r"symptoms\.never-awaited\.later\.message: expected a text that the pattern finds$",
    ),
    "a reported text that the expression misses": (
        "[[failure.claims]]",
        REPORTED.replace("nobody awaited it", "somebody awaited it"),
        r"symptoms\.elsewhere\.message: expected a text that the pattern finds$",
    ),
    "a reported text without its source": (
        "[[failure.claims]]",
        REPORTED.replace("https://example.org/shop.py", ""),
        r"symptoms\.elsewhere: expected both `reported_by`, a program, and `source`, the https:// address",
    ),
    "a source of no address": (
        "[[failure.claims]]",
        REPORTED.replace("https://example.org/", ""),
        r"symptoms\.elsewhere: expected both `reported_by`, a program, and `source`, the https:// address",
    ),
    "a source that nobody reports": (
        "[[failure.claims]]",
        REPORTED.replace("'Shop'", "''"),
        r"symptoms\.elsewhere: expected both `reported_by`, a program, and `source`, the https:// address",
    ),
    "a reported text that is silent": (
        "[[failure.claims]]",
        REPORTED.replace("'log'", "'silent'\nsees = 'x'"),
        r"symptoms\.elsewhere\.reported_by: expected one text, neither silent nor with `later`$",
    ),
    "a reported text of several versions": (
        "[[failure.claims]]",
        REPORTED.replace(
            "source", "later = [{ versions = '>=3.9', message = 'nobody awaited them' }]\nsource"
        ),
        r"symptoms\.elsewhere\.reported_by: expected one text, neither silent nor with `later`$",
    ),
}


def refusal(folder: Path) -> str:
    """Return the sentence in which the claims in `folder` are refused, without the path at its start."""
    with pytest.raises(ClaimsError) as caught:
        load(folder)
    path, _, words = str(caught.value).partition("pitfall.toml: ")
    assert f"{folder}/" == path
    return words


@pytest.mark.parametrize(("old", "new", "words"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_file_is_refused(sandbox: Path, old: str, new: str, words: str) -> None:
    """Each kind of mistake names the file, the key and what is wrong with it."""
    assert re.match(words, refusal(edit(sandbox, old, new)), re.DOTALL)


def test_a_reported_text_is_shown_by_no_claim_and_is_not_the_first(sandbox: Path) -> None:
    """The title and the diff are about the first symptom, which a run has to show."""
    assert "Shop" == load(edit(sandbox, "[[failure.claims]]", REPORTED)).symptoms["elsewhere"].reported_by
    words = "{}.reported_by: expected neither in `shows` of a claim nor as the first symptom"
    edit(sandbox, 'shows = ["never-awaited"]', 'shows = ["never-awaited", "elsewhere"]')
    assert words.format("symptoms.elsewhere") == refusal(folder(sandbox))
    edit(sandbox, 'shows = ["never-awaited", "elsewhere"]', "shows = []")
    edit(
        sandbox, 'kind = "warning"', 'kind = "warning"\nreported_by = "Shop"\nsource = "https://example.org"'
    )
    edit(sandbox, PATTERN, '"was never awaited"')
    assert words.format("symptoms.never-awaited") == refusal(folder(sandbox))


def test_an_expression_of_a_claim_is_refused(sandbox: Path) -> None:
    """What a claim prints or hides is in the same dialect as a symptom."""
    for key in ("prints", "hides"):
        (folder(sandbox) / "find.py").touch()
        edit(sandbox, "[fix]", f"{FIND}{key} = ['x*']\n\n[fix]")
        words = refusal(folder(sandbox))
        assert words.startswith("[[find.claims]].prints or .hides.pattern: repetition must be bounded")
        edit(sandbox, f"{FIND}{key} = ['x*']\n\n[fix]", "[fix]")


def test_a_missing_file_names_the_command(sandbox: Path) -> None:
    """A folder without claims says how to complete it."""
    (folder(sandbox) / "pitfall.toml").unlink()
    assert f"No such file or directory; complete the folder with: make new SLUG={SLUG}" == refusal(
        folder(sandbox)
    )


@pytest.mark.parametrize(("script", "table"), [("failure", "[[failure.claims]]"), ("fix", "[fix]")])
def test_a_pitfall_has_both_scripts(sandbox: Path, script: str, table: str) -> None:
    """Neither a failure nor a fix is a page by itself; the sentence names the command that adds the other."""
    changed = edit(sandbox, table, "[[find.claims]]" if script == "failure" else FIND)
    (changed / f"{script}.py").rename(changed / "find.py")
    expected = "expected both failure.py and fix.py in the folder; add them with: "
    assert f"{expected}make new SLUG={SLUG}" == refusal(changed)


def test_a_table_needs_its_script(sandbox: Path) -> None:
    """A failure that is claimed and whose script is gone is refused as well."""
    (folder(sandbox) / "failure.py").unlink()
    assert "[failure].script: expected the file failure.py beside pitfall.toml" == refusal(folder(sandbox))


def test_a_script_for_finding_needs_claims(sandbox: Path) -> None:
    """What a technique shows cannot be guessed."""
    (folder(sandbox) / "find.py").touch()
    assert "[[find.claims]]: expected at least one claim for find.py" == refusal(folder(sandbox))


@pytest.mark.parametrize("name", ["Fix.py", "fix-later.py", "helper.py", "test_fix.py"])
def test_an_unexpected_script_names_those_that_are_allowed(sandbox: Path, name: str) -> None:
    """A script that no run can have would be published, and tested by nothing."""
    (folder(sandbox) / name).touch()
    words = refusal(folder(sandbox))
    assert words.startswith(
        f"{name}: expected scripts named failure.py, fix.py, fix_<situation>.py, find.py or "
    )


def test_a_script_that_is_not_utf_8_is_refused(sandbox: Path) -> None:
    """The sentence names the script."""
    (folder(sandbox) / "fix.py").write_bytes(b"print('caf\xe9')\n")
    assert refusal(folder(sandbox)).startswith("fix.py: expected UTF-8: 'utf-8' codec can't decode byte 0xe9")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("dependencies = [", "fix.py: inline metadata: "),
        ("dependencies = 'uv'", "fix.py: inline metadata: dependencies: expected a list of texts"),
        ("dependencies = [1]", "fix.py: inline metadata: dependencies: expected a list of texts"),
    ],
)
def test_broken_inline_metadata_is_refused(sandbox: Path, line: str, words: str) -> None:
    """The sentence names the script and what was expected of its metadata."""
    (folder(sandbox) / "fix.py").write_text(f"# /// script\n# {line}\n# ///\n", encoding="utf-8")
    assert refusal(folder(sandbox)).startswith(words)


@pytest.mark.parametrize("flag", ["'-I'", "'-O'", "'-X', 'utf8'", "'-X'", "'-c', 'pass'"])
def test_flags_that_uv_cannot_pass_on_are_refused(sandbox: Path, flag: str) -> None:
    """A script with packages is started by `uv run`, and takes only flags that have a variable."""
    script = folder(sandbox) / "fix.py"
    script.write_text("# /// script\n# dependencies = ['pytest']\n# ///\n", encoding="utf-8")
    edit(sandbox, "[fix]", f"[fix]\nflags = [{flag}]")
    words = refusal(script.parent)
    assert words.startswith(
        "[fix].flags: expected only -W, -X dev, -X tracemalloc for a script with packages"
    )
    script.write_text("", encoding="utf-8")
    assert "fix" in load(script.parent).runs


@pytest.mark.parametrize("name", ["fix_later.py", "notes.txt", "more"])
def test_a_link_out_of_the_folder_is_refused(sandbox: Path, name: str) -> None:
    """What it leads to would be published with the scripts."""
    target = sandbox if name == "more" else sandbox / "secret.txt"
    (sandbox / "secret.txt").write_text("secret", encoding="utf-8")
    (folder(sandbox) / name).symlink_to(target)
    expected = "expected a file of this folder, not a link that leads out of it"
    assert f"{name}: {expected}" == refusal(folder(sandbox))


def test_a_link_to_itself_is_no_script(sandbox: Path) -> None:
    """It leads nowhere, which is said in a sentence as well."""
    (folder(sandbox) / "fix.py").unlink()
    (folder(sandbox) / "fix.py").symlink_to("fix.py")
    assert "[fix].script: expected the file fix.py beside pitfall.toml" == refusal(folder(sandbox))
