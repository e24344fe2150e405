"""What people see, each thing once: a message that several pitfalls show has several causes."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Kind, Pitfall, Run, Symptom
from asyncio_pitfalls.evidence import Evidence
from asyncio_pitfalls.ranges import contains, every_version, minor_of

# `RuntimeError: `, with the name of its module perhaps; what follows is what people quote.
_CLASS = re.compile(r"^(?:\w+\.)*[A-Z]\w*(?:Error|Exception|Warning): ")
# What varies: `<name>`, `debug=True`, `0x...`, numbers.
_VARIES = re.compile(r"<[a-z][a-z ]*>|(?:\bat )?\S*(?:=|0x|\.\.\.)\S*|\b[\d.]+\b")
_Sighting = tuple[Pitfall, str]


@dataclass(frozen=True)
class Cause:
    """A pitfall behind a message.

    `versions` are the minor versions on which it was seen to show it, `unseen` the ranges of
    patch releases that are claimed from CPython's source.
    """

    pitfall: Pitfall
    versions: tuple[str, ...]
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Message:
    """One entry of the index; `former` are anchors that lead there too.

    `versions` are the minor versions on which any of the causes shows it, and `reported_by` the
    programs that report it and are not run here, with the address of their code.
    """

    anchor: str
    former: tuple[str, ...]
    texts: tuple[str, ...]
    kinds: tuple[Kind, ...]
    causes: tuple[Cause, ...]
    versions: tuple[str, ...]
    reported_by: tuple[tuple[str, str], ...] = ()

    @property
    def silent(self) -> bool:
        """Whether nothing is printed, so that the `texts` say what a person sees instead."""
        return self.kinds == ("silent",)


def anchor(key: str, symptom: Symptom) -> str:
    """Return the place of a symptom in the index: the words of its text that do not vary."""
    if symptom.kind == "silent":
        return f"silent-{key}"
    text = _VARIES.sub(" ", _CLASS.sub("", symptom.message))
    words = re.findall(r"[a-z0-9]+", text.lower())
    return "-".join(word for word, _ in groupby(words))


def messages(catalogue: Catalogue) -> list[Message]:
    """Return the index, by text; what is silent comes last."""
    groups: dict[str, list[_Sighting]] = {}
    for pitfall in catalogue.pitfalls():
        for key, symptom in pitfall.symptoms.items():
            groups.setdefault(anchor(key, symptom), []).append((pitfall, key))
    finders = _finders(groups.values())
    moved = redirects(catalogue)["messages"]
    entries = [_message(catalogue, name, sightings, finders, moved) for name, sightings in groups.items()]
    return sorted(entries, key=lambda entry: (entry.silent, entry.texts[0].casefold()))


def redirects(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """Return what has moved, and where to: the anchors of `messages`, and the addresses of `pages`."""
    path = catalogue.docs / "redirects.toml"
    empty: dict[str, dict[str, str]] = {"messages": {}, "pages": {}}
    return empty | tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else empty


def _finders(groups: Iterable[list[_Sighting]]) -> list[tuple[re.Pattern[str], _Sighting]]:
    """Return the expression of every symptom that is printed, compiled: `re` remembers only a few hundred."""
    return [
        (re.compile(pitfall.symptoms[key].pattern), (pitfall, key))
        for sightings in groups
        for pitfall, key in sightings
        if pitfall.symptoms[key].kind != "silent"
    ]


def _message(
    catalogue: Catalogue,
    name: str,
    sightings: list[_Sighting],
    finders: list[tuple[re.Pattern[str], _Sighting]],
    moved: dict[str, str],
) -> Message:
    """Return an entry: beside its own pitfalls, those whose expression finds its text."""
    symptoms = [pitfall.symptoms[key] for pitfall, key in sightings]
    printed = [symptom.message for symptom in symptoms if symptom.kind != "silent"]
    others = [sighting for pattern, sighting in finders if any(map(pattern.search, printed))]
    causes = _causes(catalogue, [*sightings, *others])
    texts = [text for symptom in symptoms for text in symptom.texts]
    return Message(
        anchor=name,
        former=tuple(old for old, new in moved.items() if new == name),
        texts=tuple(dict.fromkeys(texts)),
        kinds=tuple(dict.fromkeys(symptom.kind for symptom in symptoms)),
        causes=causes,
        versions=_in_order(catalogue, {minor for cause in causes for minor in cause.versions}),
        reported_by=tuple(dict.fromkeys((it.reported_by, it.source) for it in symptoms if it.reported_by)),
    )


def _causes(catalogue: Catalogue, sightings: list[_Sighting]) -> tuple[Cause, ...]:
    keys: dict[str, set[str]] = {}
    for pitfall, key in sightings:
        keys.setdefault(pitfall.slug, set()).add(key)
    return tuple(_cause(catalogue, catalogue.pitfall(slug), keys[slug]) for slug in sorted(keys))


def _cause(catalogue: Catalogue, pitfall: Pitfall, keys: set[str]) -> Cause:
    """Say where the failure shows one of `keys`, or what finds it, for a symptom of debugging alone."""
    seen = catalogue.evidence(pitfall.slug)
    failure = _ranges(catalogue, seen, pitfall.runs["failure"], keys)
    if failure.seen or failure.unseen:
        return Cause(pitfall, failure.seen, failure.unseen)
    others = [_ranges(catalogue, seen, run, keys) for run in pitfall.runs.values()]
    return Cause(pitfall, _in_order(catalogue, {minor for found in others for minor in found.seen}))


class _Ranges(NamedTuple):
    seen: tuple[str, ...]
    unseen: tuple[str, ...]


def _ranges(catalogue: Catalogue, seen: Evidence, run: Run, keys: set[str]) -> _Ranges:
    """Return the minor versions on which `run` was seen to show `keys`, and the ranges without evidence."""
    exact = [version for observation in seen.get(run.name, ()) for version in observation.seen]
    claims = [claim.versions for claim in run.claims if not keys.isdisjoint(claim.shows)]
    minors = {minor_of(version) for version in exact if any(contains(c, version) for c in claims)}
    unseen = [c for c in claims if not any(contains(c, version) for version in exact)]
    return _Ranges(
        _in_order(catalogue, minors), tuple(c for c in unseen if not _minors(catalogue, c) <= minors)
    )


def _minors(catalogue: Catalogue, specifier: str) -> set[str]:
    return {
        minor_of(version) for version in every_version(catalogue.versions) if contains(specifier, version)
    }


def _in_order(catalogue: Catalogue, minors: set[str]) -> tuple[str, ...]:
    return tuple(minor for minor in catalogue.versions if minor in minors)
