"""What we say a pitfall's scripts do, by Python version: `pitfall.toml`, written by hand."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import Version

from asyncio_pitfalls import patterns, project

AREAS = {
    "loop": "Getting hold of an event loop",
    "lost-work": "Work that is lost",
    "closing": "Stopping and closing",
    "threads": "Threads, hangs and slow loops",
    "notebooks": "Notebooks",
    "pytest": "Under pytest",
}
STRICT = ("-X", "dev", "-W", "error")
_RUN_NAME = re.compile(r"failure|(?:fix|find)(?:_[a-z0-9]+)*")
_SYMPTOM_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# CPython has not released more patches of one minor version than this (3.9 ended at 3.9.25).
_MOST_PATCHES = 40

Area = Literal["loop", "lost-work", "closing", "threads", "notebooks", "pytest"]
Kind = Literal["exception", "warning", "log", "silent"]
Platform = Literal["linux", "macos", "windows"]
Text = Annotated[str, msgspec.Meta(min_length=1)]


class ClaimsError(Exception):
    """A `pitfall.toml` is wrong; the message names the file, the key and what was expected."""


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table with a closed vocabulary: an unknown key is an error."""


class Symptom(_Table, frozen=True, kw_only=True):
    """What a person sees; `pattern` is the test's assertion and the finder's signature."""

    kind: Kind
    message: Text
    pattern: Text
    sees: str = ""


class Claim(_Table, frozen=True, kw_only=True):
    """What one script does on the versions of one range; each of `hides` must match no line."""

    versions: str
    exit: int
    shows: tuple[str, ...] = ()
    prints: tuple[Text, ...] = ()
    hides: tuple[Text, ...] = ()


class Exemption(_Table, frozen=True, kw_only=True):
    """A line on standard error that a fix cannot avoid on some versions."""

    versions: str
    pattern: Text
    reason: Text


class Clue(_Table, frozen=True, kw_only=True):
    """Context in a pasted text that makes a pitfall more or less likely than its rivals."""

    pattern: Text
    score: Annotated[int, msgspec.Meta(ge=-5, le=5)]
    why: Text
    example: Text


class Run(_Table, frozen=True, kw_only=True):
    """One way to run one script of a pitfall, and what is claimed of it.

    `name` is `failure`, `fix`, `fix_<situation>`, `find` or `find_<technique>`.
    """

    name: str = ""
    script: str = ""
    flags: tuple[str, ...] | None = None
    platforms: tuple[Platform, ...] = ("linux", "macos", "windows")
    versions: str = ">=3.8"
    claims: tuple[Claim, ...] = ()
    prints: tuple[Text, ...] = ()
    exempt: tuple[Exemption, ...] = ()

    @property
    def is_fix(self) -> bool:
        """Whether the run shows a cure, which must be silent."""
        return self.name.startswith("fix")

    def covers(self, version: str) -> bool:
        """Return whether the run is claimed to work on `version`, such as "3.12.1"."""
        return contains(self.versions, version)

    def claim_for(self, version: str) -> Claim:
        """Return the one claim that covers `version`."""
        return next(claim for claim in self.claims if contains(claim.versions, version))


class Pitfall(msgspec.Struct, frozen=True, kw_only=True):
    """All that `snippets/<slug>/pitfall.toml` says."""

    slug: str
    area: Area
    notes: tuple[int, ...]
    tell_apart: str
    symptoms: dict[str, Symptom]
    runs: dict[str, Run]
    clues: tuple[Clue, ...]

    def symptoms_on(self, version: str) -> list[str]:
        """Return the keys of the symptoms that the failure shows on `version`."""
        return list(self.runs["failure"].claim_for(version).shows)


class _File(_Table, frozen=True, kw_only=True):
    area: Area
    notes: tuple[int, ...] = ()
    tell_apart: Text
    symptoms: dict[str, Symptom]
    clues: tuple[Clue, ...] = ()


@cache
def contains(specifier: str, version: str) -> bool:
    """Return whether `version` is in the range `specifier` (PEP 440), pre-releases included."""
    return _range(specifier).contains(_version(version), prereleases=True)


_range = cache(SpecifierSet)
_version = cache(Version)


def load(folder: Path) -> Pitfall:
    """Read and check the claims in `folder`; raise `ClaimsError` for anything wrong in them."""
    path = folder / "pitfall.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ClaimsError(f"{path}: missing; `asyncio-pitfalls new {folder.name}` makes one") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ClaimsError(f"{path}: not TOML: {error}") from None
    try:
        return _pitfall(folder, data)
    except (msgspec.ValidationError, ValueError) as error:
        raise ClaimsError(f"{path}: {error}") from None


def _pitfall(folder: Path, data: dict[str, Any]) -> Pitfall:
    tables = {key: data.pop(key) for key in list(data) if _RUN_NAME.fullmatch(key)}
    file = msgspec.convert(data, _File)
    for script in sorted(folder.glob("*.py")):
        if not any(_script_of(name, table) == script.name for name, table in tables.items()):
            tables[script.stem] = {}
    runs = {name: _run(name, tables[name]) for name in sorted(tables, key=_run_order)}
    pitfall = Pitfall(slug=folder.name, runs=runs, **msgspec.structs.asdict(file))
    _check(pitfall, folder)
    return pitfall


def _script_of(name: str, table: Any) -> str:
    return str(table.get("script", f"{name}.py")) if isinstance(table, dict) else f"{name}.py"


def _run_order(name: str) -> tuple[int, str]:
    return ("failure", "fix", "find").index(name.partition("_")[0]), name


def _run(name: str, table: Any) -> Run:
    try:
        run = msgspec.structs.replace(msgspec.convert(table, Run), name=name)
    except msgspec.ValidationError as error:
        raise ValueError(f"[{name}]: {error}") from None
    if run.is_fix and run.claims:
        raise ValueError(f"[{name}]: a fix has no claims: it exits 0 and is silent; use `prints`")
    if run.is_fix:
        run = msgspec.structs.replace(run, claims=(Claim(versions=run.versions, exit=0, prints=run.prints),))
    elif not run.claims:
        raise ValueError(f"[[{name}.claims]]: expected at least one claim for {name}.py")
    flags = run.flags if run.flags is not None else (STRICT if run.is_fix else ())
    return msgspec.structs.replace(run, script=run.script or f"{name}.py", flags=flags)


def _check(pitfall: Pitfall, folder: Path) -> None:
    for key, symptom in pitfall.symptoms.items():
        _check_symptom(key, symptom)
    for number, clue in enumerate(pitfall.clues):
        _check_pattern(f"clues[{number}]", clue.pattern)
        if not clue.score:
            raise ValueError(f"clues[{number}].score: expected a number from -5 to 5 other than 0")
        if not patterns.search(clue.pattern, clue.example):
            raise ValueError(f"clues[{number}].example: expected a line that the pattern finds")
    if "failure" not in pitfall.runs or "fix" not in pitfall.runs:
        raise ValueError("expected both failure.py and fix.py in the folder")
    for run in pitfall.runs.values():
        _check_run(pitfall, run, folder)
    shown = {key for run in pitfall.runs.values() for claim in run.claims for key in claim.shows}
    for key in pitfall.symptoms.keys() - shown:
        raise ValueError(f"symptoms.{key}: expected in `shows` of at least one claim")


def _check_symptom(key: str, symptom: Symptom) -> None:
    if not _SYMPTOM_KEY.fullmatch(key):
        raise ValueError(f"symptoms.{key}: expected a key of lower-case words joined by hyphens")
    _check_pattern(f"symptoms.{key}", symptom.pattern)
    if min(map(len, patterns.literals(symptom.pattern)), default=0) < patterns.SHORTEST_LITERAL:
        raise ValueError(
            f"symptoms.{key}.pattern: expected a literal run of {patterns.SHORTEST_LITERAL} characters"
        )
    if (symptom.kind == "silent") != bool(symptom.sees):
        raise ValueError(f'symptoms.{key}.sees: expected with kind = "silent", and only there')


def _check_pattern(where: str, pattern: str) -> None:
    try:
        patterns.check(pattern)
    except patterns.PatternError as error:
        raise ValueError(f"{where}.pattern: {error}") from None


def _check_run(pitfall: Pitfall, run: Run, folder: Path) -> None:
    if not (folder / run.script).is_file():
        raise ValueError(f"[{run.name}].script: expected the file {run.script} beside pitfall.toml")
    _check_ranges(run)
    for claim in run.claims:
        for key in claim.shows:
            if key not in pitfall.symptoms:
                raise ValueError(f"[[{run.name}.claims]].shows: expected a key of [symptoms], not {key!r}")
        for pattern in claim.prints + claim.hides:
            _check_pattern(f"[[{run.name}.claims]].prints or .hides", pattern)


def _check_ranges(run: Run) -> None:
    for specifier in [run.versions, *(claim.versions for claim in run.claims)]:
        _check_specifier(run.name, specifier)
    wrong = _not_covered_once(run.versions, tuple(claim.versions for claim in run.claims))
    if wrong:
        version, covering = wrong
        raise ValueError(
            f"[[{run.name}.claims]].versions: expected exactly one claim for {version}, "
            f"found {' and '.join(map(repr, covering)) or 'none'}"
        )


@cache
def _not_covered_once(versions: str, claimed: tuple[str, ...]) -> tuple[str, list[str]] | None:
    """Return the first of `versions` that not exactly one range of `claimed` covers, and those that do."""
    for version in every_version():
        covering = [specifier for specifier in claimed if contains(specifier, version)]
        if contains(versions, version) and len(covering) != 1:
            return version, covering
    return None


def _check_specifier(name: str, specifier: str) -> None:
    try:
        _range(specifier)
    except InvalidSpecifier:
        raise ValueError(
            f'[{name}].versions: expected a version range such as ">=3.10,<3.12", not {specifier!r}'
        ) from None


def every_version() -> list[str]:
    """Return every version that a range must cover, patch releases included, oldest first."""
    return [f"{minor}.{patch}" for minor in project.versions() for patch in range(_MOST_PATCHES)]
