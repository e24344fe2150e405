"""A version range covers what PEP 440 says, and the parts of a range cover each release exactly once."""

import pytest

from asyncio_pitfalls import ranges
from asyncio_pitfalls.ranges import contains, every_version, is_release, minor_of, spans

MINORS = ("3.10", "3.11", "3.12")


def test_patch_releases_count() -> None:
    """A range may end at a patch release."""
    assert contains(">=3.10,<3.10.9", "3.10.8")
    assert not contains(">=3.10,<3.10.9", "3.10.9")
    assert not contains(">=3.10,<3.10.9", "3.9.25")


def test_prereleases_count() -> None:
    """The next Python is tried before it is released; a range without an end covers it as well."""
    assert contains(">=3.15", "3.16.0a1")
    assert contains(">=3.15", "3.15.1rc1")
    assert not contains(">=3.15", "3.15.0rc2")


def test_the_empty_range_is_everything() -> None:
    """As PEP 440 says."""
    assert contains("", "3.8.0")
    assert contains("", "3.16.0a1")


@pytest.mark.parametrize(
    ("exact", "expected"), [("3.12.1", "3.12"), ("3.15.0rc2", "3.15"), ("3.8.18", "3.8")]
)
def test_the_minor_version_is_the_first_two_numbers(exact: str, expected: str) -> None:
    """Versions are compared as texts nowhere, so that 3.10 is not 3.1."""
    assert expected == minor_of(exact)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.12.1", True),
        ("3.15.0rc2", True),
        ("3.12", False),
        ("3", False),
        ("3.12.1.2", False),
        ("later", False),
        ("", False),
    ],
)
def test_a_release_has_three_numbers(text: str, expected: bool) -> None:
    """Evidence names the patch release it was seen on."""
    assert expected is is_release(text)


def test_every_release_is_looked_at() -> None:
    """Ranges are checked for every patch release that may come, oldest first."""
    releases = every_version(MINORS)
    assert ("3.10.0", "3.10.1") == releases[:2]
    assert {"3.10.39", "3.11.0", "3.12.39"} <= set(releases)
    assert 3 * 40 == len(releases)


@pytest.mark.parametrize(
    "parts",
    [
        [[">=3.10"]],
        [["<3.11"], [">=3.11"]],
        [["<3.11.4"], [">=3.11.4,<3.12"], [">=3.12"]],
        [["<3.10.3", "==3.12.*"], [">=3.10.3,<3.12"]],
    ],
)
def test_parts_that_cover_each_release_once_are_right(parts: list[list[str]]) -> None:
    """A part may be of several ranges."""
    ranges.check(MINORS, ">=3.10", parts, "claim")


@pytest.mark.parametrize(
    ("whole", "parts", "words"),
    [
        (">=3.10", [], "expected exactly one claim for 3.10.0, found none"),
        (">=3.10", [[">=3.11"]], "expected exactly one claim for 3.10.0, found none"),
        (
            ">=3.10",
            [["<3.11.4"], [">3.11.4"]],
            "expected exactly one claim for 3.11.4, found none",
        ),
        (
            ">=3.10",
            [["<3.11"], [">=3.10.7"]],
            "expected exactly one claim for 3.10.7, found '<3.11' and '>=3.10.7'",
        ),
        (
            "",
            [["<3.11", ">=3.12"], [">=3.11"]],
            "expected exactly one claim for 3.12.0, found '<3.11, >=3.12' and '>=3.11'",
        ),
    ],
)
def test_a_release_that_is_missing_or_covered_twice_is_named(
    whole: str, parts: list[list[str]], words: str
) -> None:
    """The sentence names the first such release and every part that covers it."""
    with pytest.raises(ValueError, match=r"^expected exactly one claim") as caught:
        ranges.check(MINORS, whole, parts, "claim")
    assert words == str(caught.value)


def test_outside_of_the_range_nothing_need_be_covered() -> None:
    """A part may reach beyond the range, and two may overlap there."""
    ranges.check(MINORS, ">=3.12", [[">=3.10"]], "verdict")
    ranges.check(MINORS, ">=3.12", [["<3.12", "==3.12.*"], ["<3.12"]], "verdict")


@pytest.mark.parametrize("text", ["3.8 and later", "3,8", "3.10", ">=3.10 <3.12", ">=three"])
@pytest.mark.parametrize("place", ["whole", "part"])
def test_a_bad_spelling_is_refused(text: str, place: str) -> None:
    """The sentence shows how a range is written."""
    whole, part = (text, ">=3.10") if place == "whole" else (">=3.10", text)
    with pytest.raises(ValueError, match=r'^expected a version range such as ">=3\.10,<3\.12"') as caught:
        ranges.check(MINORS, whole, [[part]], "claim")
    assert f'expected a version range such as ">=3.10,<3.12", not {text!r}' == str(caught.value)


@pytest.mark.parametrize(
    ("by_minor", "expected"),
    [
        ({}, []),
        ({"3.8": "warns"}, [("3.8", "warns")]),
        ({"3.8": "warns", "3.9": "warns", "3.10": "raises"}, [("3.8–3.9", "warns"), ("3.10", "raises")]),
        (
            {"3.8": "warns", "3.9": "raises", "3.10": "warns"},
            [("3.8", "warns"), ("3.9", "raises"), ("3.10", "warns")],
        ),
    ],
)
def test_neighbours_with_the_same_word_are_joined(
    by_minor: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    """A word that comes back after another one is a span of its own."""
    assert expected == spans(by_minor)
