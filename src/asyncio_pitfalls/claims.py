"""What we say a pitfall's scripts do, by Python version: `pitfall.toml`, written by hand."""

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from asyncio_pitfalls import inline_metadata, patterns, ranges
from asyncio_pitfalls.checkout import Settings
from asyncio_pitfalls.ranges import contains, every_version

FILE = "pitfall.toml"
STRICT = ("-X", "dev", "-W", "error")
_FLAG_VARIABLES = {"-W": "PYTHONWARNINGS", "-X dev": "PYTHONDEVMODE", "-X tracemalloc": "PYTHONTRACEMALLOC"}
_RUN_NAME = re.compile(r"failure|(?:fix|find)(?:_[a-z0-9]+)*")
# The score of a clue that rules its pitfall out, whatever else is in the text.
RULED_OUT = -15
_SYMPTOM_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Kind = Literal["exception", "ignored", "warning", "log", "silent"]
Platform = Literal["linux", "macos", "windows"]
Text = Annotated[str, msgspec.Meta(min_length=1)]


class ClaimsError(Exception):
    """A `pitfall.toml` is wrong; the message names the file, the key and what was expected."""


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table with a closed vocabulary: an unknown key is an error."""


class Wording(_Table, frozen=True, kw_only=True):
    """The text of a symptom on some versions."""

    versions: str
    message: Text


class Symptom(_Table, frozen=True, kw_only=True):
    """What a person sees; `pattern` is the test's assertion and the finder's signature.

    `message` is the text on the oldest versions, and the one that its address is made from;
    `later` has the texts of versions that print another one.
    With `reported_by` it is the text of a program that is not run here, and `source` is the code that has it.
    `over_lines` says that no line of the output alone shows it: the pattern meets lines joined by a space.
    """

    kind: Kind
    message: Text
    pattern: Text
    sees: str = ""
    later: tuple[Wording, ...] = ()
    reported_by: str = ""
    source: str = ""
    over_lines: bool = False

    @property
    def messages(self) -> list[str]:
        """The texts of all versions, the oldest first."""
        return list(dict.fromkeys([self.message, *(wording.message for wording in self.later)]))

    @property
    def texts(self) -> list[str]:
        """What a person sees: the sentence of a silent symptom, or the messages of all versions."""
        return [self.sees] if self.sees else self.messages

    def message_on(self, version: str) -> str:
        """Return the text on `version`, such as "3.12.1"."""
        texts = [wording.message for wording in self.later if contains(wording.versions, version)]
        return texts[0] if texts else self.message


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
    score: Annotated[int, msgspec.Meta(ge=RULED_OUT, le=5)]
    why: Text
    example: Text


class Run(_Table, frozen=True, kw_only=True):
    """One way to run one script of a pitfall, and what is claimed of it.

    `name` is `failure`, `fix`, `fix_<situation>`, `find` or `find_<technique>`.
    """

    name: str = ""
    script: str = ""
    packages: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
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
    """All that `pitfall.toml` in `folder` says; the name of the folder is the slug."""

    folder: Path
    area: Text
    notes: tuple[int, ...]
    tell_apart: str
    symptoms: dict[str, Symptom]
    runs: dict[str, Run]
    clues: tuple[Clue, ...]

    @property
    def slug(self) -> str:
        """The name of the pitfall, in addresses and on the command line."""
        return self.folder.name

    def source(self, run: Run) -> str:
        """Return the text of the script of `run`."""
        return (self.folder / run.script).read_text(encoding="utf-8")

    def symptoms_on(self, version: str) -> list[str]:
        """Return the keys of the symptoms that the failure shows on `version`."""
        return list(self.runs["failure"].claim_for(version).shows)


class _File(_Table, frozen=True, kw_only=True):
    area: Text
    notes: tuple[int, ...] = ()
    tell_apart: Text
    symptoms: dict[str, Symptom]
    clues: tuple[Clue, ...] = ()


def load(folder: Path, settings: Settings) -> Pitfall:
    """Read and check the claims in `folder`; raise `ClaimsError` for anything wrong in them."""
    path = folder / FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ClaimsError(f"{path}: {error.strerror}; complete the folder with: {_new(folder)}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ClaimsError(f"{path}: not TOML: {error}") from None
    try:
        return _pitfall(folder, data, settings)
    except (msgspec.ValidationError, ValueError) as error:
        raise ClaimsError(f"{path}: {error}") from None


def _new(folder: Path) -> str:
    return f"make new SLUG={folder.name}"


def _pitfall(folder: Path, data: dict[str, Any], settings: Settings) -> Pitfall:
    tables = {key: data.pop(key) for key in list(data) if _RUN_NAME.fullmatch(key)}
    file = msgspec.convert(data, _File)
    if file.area not in settings.areas:
        raise ValueError(f"area: expected one of {', '.join(settings.areas)}, not {file.area!r}")
    _check_files(folder)
    named = {_script_of(name, table) for name, table in tables.items()}
    tables |= {script.stem: {} for script in sorted(folder.glob("*.py")) if script.name not in named}
    runs = {name: _run(folder, name, tables[name]) for name in sorted(tables, key=_run_order)}
    pitfall = Pitfall(folder=folder, runs=runs, **msgspec.structs.asdict(file))
    _check(pitfall, settings)
    return pitfall


def _check_files(folder: Path) -> None:
    """Refuse scripts whose name no run can have, and links to files elsewhere, which would be published."""
    inside = os.path.realpath(folder)
    for path in sorted(folder.iterdir()):
        if not Path(os.path.realpath(path)).is_relative_to(inside):
            raise ValueError(f"{path.name}: expected a file of this folder, not a link that leads out of it")
        if path.suffix == ".py" and not _RUN_NAME.fullmatch(path.stem):
            raise ValueError(
                f"{path.name}: expected scripts named failure.py, fix.py, fix_<situation>.py, find.py or "
                "find_<technique>.py, in lower case"
            )


def _script_of(name: str, table: Any) -> str:
    return str(table.get("script", f"{name}.py")) if isinstance(table, dict) else f"{name}.py"


def _run_order(name: str) -> tuple[int, str]:
    return ("failure", "fix", "find").index(name.partition("_")[0]), name


def _run(folder: Path, name: str, table: Any) -> Run:
    try:
        run = msgspec.convert(table, Run)
    except msgspec.ValidationError as error:
        raise ValueError(f"[{name}]: {error}") from None
    if run.name or run.packages:
        raise ValueError(f"[{name}]: expected neither `name` nor `packages`: file and script say them")
    changes: dict[str, Any] = {"name": name, "script": run.script or f"{name}.py"}
    changes["packages"] = _packages(folder, name, changes["script"])
    if name.startswith("fix"):
        changes |= _of_a_fix(run, name, table)
    elif not run.claims:
        raise ValueError(f"[[{name}.claims]]: expected at least one claim for {name}.py")
    return msgspec.structs.replace(run, **changes)


def _of_a_fix(run: Run, name: str, table: dict[str, Any]) -> dict[str, Any]:
    """Return what a table of a fix leaves out: it is run with every check on, and exits 0."""
    if run.claims:
        raise ValueError(f"[{name}]: a fix has no claims: it exits 0 and is silent; use `prints`")
    claim = Claim(versions=run.versions, exit=0, prints=run.prints)
    return {"claims": (claim,), "flags": run.flags if "flags" in table else STRICT}


def _packages(folder: Path, name: str, script: str) -> tuple[str, ...]:
    """Return the packages that a script asks for."""
    path = folder / script
    if path.parent != folder or not path.is_file():
        raise ValueError(f"[{name}].script: expected the file {script} beside {FILE}")
    try:
        return tuple(inline_metadata.read(path.read_text(encoding="utf-8")).get("dependencies", ()))
    except UnicodeDecodeError as error:
        raise ValueError(f"{script}: expected UTF-8: {error}") from None
    except ValueError as error:
        raise ValueError(f"{script}: inline metadata: {error}") from None


def _check(pitfall: Pitfall, settings: Settings) -> None:
    for key, symptom in pitfall.symptoms.items():
        _check_symptom(key, symptom, settings)
    for number, clue in enumerate(pitfall.clues):
        _check_clue(number, clue)
    if "failure" not in pitfall.runs or "fix" not in pitfall.runs:
        raise ValueError(
            f"expected both failure.py and fix.py in the folder; add them with: {_new(pitfall.folder)}"
        )
    for run in pitfall.runs.values():
        _check_run(pitfall, run, settings)
    shown = {key for run in pitfall.runs.values() for claim in run.claims for key in claim.shows}
    for key, symptom in pitfall.symptoms.items():
        if not symptom.reported_by and key not in shown:
            raise ValueError(f"symptoms.{key}: expected in `shows` of at least one claim")
        if symptom.reported_by and (key in shown or key == next(iter(pitfall.symptoms))):
            raise ValueError(
                f"symptoms.{key}.reported_by: expected neither in `shows` of a claim nor as the first symptom"
            )


def _check_symptom(key: str, symptom: Symptom, settings: Settings) -> None:
    if not _SYMPTOM_KEY.fullmatch(key):
        raise ValueError(f"symptoms.{key}: expected a key of lower-case words joined by hyphens")
    _check_pattern(f"symptoms.{key}", symptom.pattern)
    if min(map(len, patterns.literals(symptom.pattern)), default=0) < patterns.SHORTEST_LITERAL:
        raise ValueError(
            f"symptoms.{key}.pattern: expected a literal run of {patterns.SHORTEST_LITERAL} characters"
        )
    if (symptom.kind == "silent") != bool(symptom.sees):
        raise ValueError(f'symptoms.{key}.sees: expected with kind = "silent", and only there')
    for wording in symptom.later:
        if not any(contains(wording.versions, version) for version in every_version(settings.versions)):
            raise ValueError(f"symptoms.{key}.later.versions: {wording.versions!r} covers no version")
        if symptom.kind != "silent" and not patterns.search(symptom.pattern, wording.message):
            raise ValueError(f"symptoms.{key}.later.message: expected a text that the pattern finds")
    if symptom.reported_by or symptom.source:
        _check_reported(key, symptom)


def _check_reported(key: str, symptom: Symptom) -> None:
    """Check the text of a program that is not run here, which no evidence can prove wrong."""
    if not (symptom.reported_by and symptom.source.startswith("https://")):
        raise ValueError(
            f"symptoms.{key}: expected both `reported_by`, a program, and `source`, the https:// address "
            "of its code"
        )
    if symptom.kind == "silent" or symptom.later:
        raise ValueError(f"symptoms.{key}.reported_by: expected one text, neither silent nor with `later`")
    if not patterns.search(symptom.pattern, symptom.message):
        raise ValueError(f"symptoms.{key}.message: expected a text that the pattern finds")


def _check_clue(number: int, clue: Clue) -> None:
    _check_pattern(f"clues[{number}]", clue.pattern)
    if not clue.score:
        raise ValueError(f"clues[{number}].score: expected a number from {RULED_OUT} to 5 other than 0")
    if not patterns.search(clue.pattern, clue.example):
        raise ValueError(f"clues[{number}].example: expected a line that the pattern finds")


def _check_pattern(where: str, pattern: str) -> None:
    try:
        patterns.check(pattern)
    except patterns.PatternError as error:
        raise ValueError(f"{where}.pattern: {error}") from None


def _check_run(pitfall: Pitfall, run: Run, settings: Settings) -> None:
    _check_flags(run)
    try:
        ranges.check(settings.versions, run.versions, [[claim.versions] for claim in run.claims], "claim")
    except ValueError as error:
        raise ValueError(f"[{run.name}].versions: {error}") from None
    for claim in run.claims:
        for key in claim.shows:
            if key not in pitfall.symptoms:
                raise ValueError(f"[[{run.name}.claims]].shows: expected a key of [symptoms], not {key!r}")
        for pattern in claim.prints + claim.hides:
            _check_pattern(f"[[{run.name}.claims]].prints or .hides", pattern)


def _check_flags(run: Run) -> None:
    """Refuse what `uv run`, which starts scripts with packages, cannot pass on."""
    try:
        flag_variables(run.flags if run.packages else ())
    except ValueError as error:
        raise ValueError(f"[{run.name}].flags: {error}") from None


def flag_variables(flags: tuple[str, ...]) -> dict[str, str]:
    """Return the variables that do the same as interpreter `flags`: {"PYTHONWARNINGS": "error"}.

    Raises `ValueError` for a flag that has no variable here.
    Source: https://docs.python.org/3/using/cmdline.html#environment-variables
    """
    variables: dict[str, list[str]] = {}
    words = iter(flags)
    for flag in words:
        name, _, setting = next(words, "").partition("=") if flag in {"-X", "-W"} else ("", "", "")
        key = flag if flag == "-W" else f"{flag} {name}".strip()
        if key not in _FLAG_VARIABLES:
            raise ValueError(
                f"expected only {', '.join(_FLAG_VARIABLES)} for a script with packages, which cannot be "
                f"given {key!r}"
            )
        value = name + (f"={setting}" if setting else "") if flag == "-W" else setting or "1"
        variables.setdefault(_FLAG_VARIABLES[key], []).append(value)
    return {name: ",".join(values) for name, values in variables.items()}


def variable_flags(variables: dict[str, str]) -> list[str]:
    """Return the interpreter flags that do the same as `variables`: ["-W", "error"]."""
    flags = []
    named = {name: flag for flag, name in _FLAG_VARIABLES.items()}
    for name, setting in variables.items():
        if name in named:
            option, _, key = named[name].partition(" ")
            values = [f"{key}={setting}" if setting != "1" else key] if key else setting.split(",")
            flags += [word for value in values for word in (option, value)]
    return flags
