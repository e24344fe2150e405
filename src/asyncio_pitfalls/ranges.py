"""Version ranges: which releases of CPython a range covers, and whether ranges cover each release once."""

from collections.abc import Iterable, Sequence
from functools import cache

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import Version

# CPython has not released more patches of one minor version than this (3.9 ended at 3.9.25).
_MOST_PATCHES = 40

_range = cache(SpecifierSet)
_version = cache(Version)


@cache
def contains(specifier: str, version: str) -> bool:
    """Return whether `version` is in the range `specifier` (PEP 440), pre-releases included."""
    return _range(specifier).contains(_version(version), prereleases=True)


def minor_of(exact: str) -> str:
    """Return "3.12" for "3.12.1"."""
    return ".".join(exact.split(".")[:2])


def is_release(text: str) -> bool:
    """Return whether `text` is a release that the ranges know, such as "3.12.1" or "3.15.0rc2"."""
    try:
        return len(_version(text).release) == len(("major", "minor", "patch"))
    except ValueError:
        return False


@cache
def every_version(minors: tuple[str, ...]) -> tuple[str, ...]:
    """Return every release that a range must cover, patch releases included, oldest first."""
    return tuple(f"{minor}.{patch}" for minor in minors for patch in range(_MOST_PATCHES))


def check(minors: tuple[str, ...], whole: str, parts: Sequence[Iterable[str]], what: str) -> None:
    """Raise `ValueError` unless each release in the range `whole` is in exactly one of `parts`.

    Each part is one or more ranges; `what` is what the reader of the message calls a part.
    """
    for specifier in [whole, *(specifier for part in parts for specifier in part)]:
        _check_spelling(specifier)
    wrong = _not_covered_once(minors, whole, tuple(tuple(part) for part in parts))
    if wrong:
        version, covering = wrong
        raise ValueError(f"expected exactly one {what} for {version}, found {covering or 'none'}")


def _check_spelling(specifier: str) -> None:
    try:
        _range(specifier)
    except InvalidSpecifier:
        raise ValueError(f'expected a version range such as ">=3.10,<3.12", not {specifier!r}') from None


@cache
def _not_covered_once(
    minors: tuple[str, ...], whole: str, parts: tuple[tuple[str, ...], ...]
) -> tuple[str, str] | None:
    """Return the first release that not exactly one part covers, and the parts that do cover it."""
    for version in every_version(minors):
        covering = [part for part in parts if any(contains(specifier, version) for specifier in part)]
        if contains(whole, version) and len(covering) != 1:
            return version, " and ".join(repr(", ".join(part)) for part in covering)
    return None


def spans(by_minor: dict[str, str]) -> list[tuple[str, str]]:
    """Join neighbouring versions with the same word: [("3.8-3.11", "warns"), ("3.12-3.15", "raises")]."""
    groups: list[tuple[list[str], str]] = []
    for minor, word in by_minor.items():
        if groups and groups[-1][1] == word:
            groups[-1][0].append(minor)
        else:
            groups.append(([minor], word))
    return [(minors[0] if len(minors) == 1 else f"{minors[0]}–{minors[-1]}", word) for minors, word in groups]
