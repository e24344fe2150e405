"""The dialect of the claims' expressions means one thing, in Python and in JavaScript, and is never slow."""

import pytest

from asyncio_pitfalls import patterns
from asyncio_pitfalls.patterns import LONGEST_REPEAT, PatternError

REFUSED = {
    "an escape that is not needed": r"it\'s closed",
    "a hyphen escaped outside a class": r"non\-thread-safe",
    "an escape of Python's": r"\a loop is closed",
    "an octal escape": r"\0 loop is closed",
    "an open lower bound": r"loop {,3}is closed",
    "a brace": r"loop { is closed",
    "a closing bracket": r"loop ] is closed",
    "a class that begins with its end": r"[]a] loop is closed",
    "a star": r"loop .*closed",
    "a plus": r"loop .+closed",
    "a long repetition": r"loop .{0,301}closed",
    "a repetition in a repetition": r"(?:a{1,9}b){1,9} loop",
    "a repetition in a branch of one": r"(?:a{1,9}|b){1,9} loop",
    "an option in a repetition": r"(?:ab?){1,9} loop",
    "a lookahead": r"loop(?= is closed)",
    "a back reference": r"(loop) \1",
    "a group": r"(loop) is closed",
    "a named group": r"(?P<name>loop) is closed",
    "a flag": r"(?i)loop is closed",
    "a flag for a part": r"(?i:loop) is closed",
    "the start of the text": r"\Aloop is closed",
}
ALLOWED = [
    r"loop (?:is|was) closed\.",
    r"line \d{1,5}, in \w{1,60}\b",
    r"(?:line \d{1,5}, )?in run",
    r"loop .{0,300}closed",
    r"[^'\]\-a-z]{0,99}\{\}\[\]",
    r"^E {1,9}\S|\x1b\u2502$",
    r"(?:[^<>]|<locals>){1,200}",
]
WORDS = {
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


@pytest.mark.parametrize("pattern", REFUSED.values(), ids=list(REFUSED))
def test_refused(pattern: str) -> None:
    """What one language does not know, or reads in its own way, or what can be slow, is refused."""
    with pytest.raises(PatternError):
        patterns.check(pattern)


def test_flags_are_named() -> None:
    """Whether they are for the whole or for a part."""
    for pattern in (REFUSED["a flag"], REFUSED["a flag for a part"]):
        with pytest.raises(PatternError, match="inline flags"):
            patterns.check(pattern)


@pytest.mark.parametrize("pattern", ALLOWED)
def test_allowed(pattern: str) -> None:
    """What both languages read alike is allowed."""
    patterns.check(pattern)


def test_literals() -> None:
    """One of the literals is in each match; the best are the longest."""
    assert ["Event loop is closed"] == patterns.literals(r"\w{1,9}Event loop is closed")
    assert ["attached to", "bound to"] == patterns.literals(r"(?:attached to|bound to) [a-z]")
    assert [" a"] == patterns.literals(r"(?:attached to|\d{1,9}) a")
    assert ["-->"] == patterns.literals(r"-{2,5}>\d")
    assert ["loop --"] == patterns.literals(r"loop -{2,5}\d?>")


@pytest.mark.parametrize(("pattern", "words"), WORDS.items(), ids=list(WORDS))
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
