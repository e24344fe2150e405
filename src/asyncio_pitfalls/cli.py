"""The command `asyncio-pitfalls`: find, read and run pitfalls from a terminal."""

import io
import json
import os
import sys
from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

import click
from rich.console import Console
from rich.markdown import Markdown
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from asyncio_pitfalls import explain
from asyncio_pitfalls.catalogue import Catalogue, UnknownPitfall
from asyncio_pitfalls.checkout import default_root
from asyncio_pitfalls.claims import ClaimsError, Pitfall, Run
from asyncio_pitfalls.content import PageError
from asyncio_pitfalls.evidence import EvidenceError
from asyncio_pitfalls.finder import signatures
from asyncio_pitfalls.finder.paste import MOST_BYTES, NotText, decoded, read
from asyncio_pitfalls.finder.rank import Answer, diagnose
from asyncio_pitfalls.run import matrix, retry, verify
from asyncio_pitfalls.run.environments import InstallationFailed
from asyncio_pitfalls.run.interpreters import Interpreter, Interpreters, MissingInterpreter
from asyncio_pitfalls.run.runner import Outcome, command_line
from asyncio_pitfalls.trace import picture, program

_EXPECTED = (
    ClaimsError,
    EvidenceError,
    InstallationFailed,
    MissingInterpreter,
    NotText,
    PageError,
    UnknownPitfall,
)


def in_sentences(function: Callable[..., Any]) -> Callable[..., Any]:
    """Turn an error that a user can do something about into one sentence and exit status 2."""

    @wraps(function)
    def guarded(*arguments: Any, **options: Any) -> Any:
        if sys.stdout is None:  # It is closed, so nobody reads it.
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the end
        # The terminal's encoding may lack a character of the text.
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            return function(*arguments, **options)
        except _EXPECTED as error:
            raise click.UsageError(str(error)) from None
        except BrokenPipeError:  # `... | head` has read enough.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            raise click.UsageError(f"{error.strerror}: {error.filename or 'standard output'}") from None

    return guarded


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="asyncio-pitfalls")
@click.pass_context
def main(context: click.Context) -> None:
    """Asyncio mistakes: what they print, why, and the fix, each run on CPython 3.8 to 3.15.

    \b
    Start here:
      asyncio-pitfalls diagnose traceback.txt     which mistake it is
      asyncio-pitfalls list                       what there is
      asyncio-pitfalls explain coroutine-never-awaited
      asyncio-pitfalls run coroutine-never-awaited --all
      asyncio-pitfalls trace app.py               what your own program does
    """
    context.color = False if os.environ.get("NO_COLOR") else None
    context.obj = context.obj or Catalogue(default_root())


@main.command("list")
@click.option("--area", help="List one area only.")
@click.pass_obj
@in_sentences
def list_(catalogue: Catalogue, area: str | None) -> None:
    """List all pitfalls by area, with the message that each prints.

    Search it for a word of your message: asyncio-pitfalls list | grep -B2 closed
    """
    areas = catalogue.settings.areas
    if area is not None and area not in areas:
        raise click.UsageError(f"there is no area {area!r}; the areas are: {', '.join(areas)}")
    pitfalls, broken = _readable(catalogue)
    for key, heading in areas.items():
        members = [pitfall for pitfall in pitfalls if pitfall.area == key]
        if members and area in {None, key}:
            click.secho(f"{heading} ({key})", bold=True)
            for pitfall in members:
                _list_one(pitfall)
    if broken:
        raise click.UsageError("\n".join(map(str, broken)))


def _readable(catalogue: Catalogue) -> tuple[list[Pitfall], list[ClaimsError]]:
    """Return the pitfalls whose claims can be read, and what is wrong with the others."""
    pitfalls, broken = [], []
    for slug in catalogue.slugs():
        try:
            pitfalls.append(catalogue.pitfall(slug))
        except ClaimsError as error:
            broken.append(error)
    return pitfalls, broken


def _list_one(pitfall: Pitfall) -> None:
    click.echo(f"  {pitfall.slug}")
    for symptom in pitfall.symptoms.values():
        for text in symptom.texts:
            click.secho(f"      {text}", dim=True)


class _Input(click.File):
    """A file to read, or standard input if there is one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "-" and sys.stdin is None:
            self.fail("standard input is closed; name a file", param, ctx)
        return super().convert(value, param, ctx)


@main.command("diagnose")
@click.argument("file", type=_Input("rb"), default="-")
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects, best first.")
@click.pass_obj
@in_sentences
def diagnose_(catalogue: Catalogue, file: BinaryIO, as_json: bool) -> None:
    """Name the pitfalls that a traceback or log in FILE shows, the likeliest first.

    Without a FILE standard input is read.
    Nothing leaves this machine.

    \b
    Exit status: 0 when a pitfall was found, 1 when none was, 2 for bad usage.
    With --json each object has:
      pitfall     the slug, as `explain` takes it
      title       the mistake
      url         its page
      score       how well it fits; higher is better, only the order matters
      line        {"number": line of the text, from 1; "text": what that line says}
      why         what in the text suggests it
      tell_apart  how to be sure that it is this one
      error       the error in the text that this only follows from, if that has no page, or ""

    \b
    Examples:
      asyncio-pitfalls diagnose traceback.txt
      python app.py 2>&1 | asyncio-pitfalls diagnose --json
    """
    if file.isatty():
        click.secho("Paste the text, then end it with Ctrl-D (on Windows Ctrl-Z, Enter).", dim=True, err=True)
    data = read(file)
    if len(data) == MOST_BYTES:
        click.secho(f"Only the first {MOST_BYTES:,} bytes are read.", dim=True, err=True)
    answers = diagnose(decoded(data), signatures.table(catalogue))
    if as_json:
        click.echo(json.dumps(answers, indent=2))
    else:
        _show(catalogue, answers)
    _flush()
    sys.exit(0 if answers else 1)


def _show(catalogue: Catalogue, answers: list[Answer]) -> None:
    for error, group in groupby(answers, key=itemgetter("error")):
        if error:
            click.echo(f"The error itself has no page: {error}\nIt led to what follows:")
        for answer in group:
            _show_one(answer)
    if not answers:
        click.echo("Nothing here is an asyncio mistake that has a page.")
        click.echo(f"If your program prints nothing, see {catalogue.website}find/#what-do-you-see")


def _show_one(answer: Answer) -> None:
    click.secho(answer["title"], bold=True)
    click.echo(f"  line {answer['line']['number']}: {answer['line']['text']}")
    click.echo(f"  {answer['why']}")
    if answer["why"] != answer["tell_apart"]:
        click.echo(f"  {answer['tell_apart']}")
    click.secho(f"  {answer['url']}   asyncio-pitfalls explain {answer['pitfall']}", dim=True)


def _flush() -> None:
    """Write what is left now, so that a full disk is an error of the command, not one at its end."""
    sys.stdout.flush()


@main.command("explain")
@click.argument("slug")
@click.pass_obj
@in_sentences
def explain_(catalogue: Catalogue, slug: str) -> None:
    """Show the page of one pitfall in the terminal, with the output that was recorded."""
    text = explain.markdown(catalogue, slug)
    console = Console()
    # Without -R less shows colours as escapes; with F and X a short page needs no key to leave.
    less = os.environ.setdefault("LESS", "FRX")
    styles = "R" in less and not console.no_color
    with console.pager(styles=styles) if sys.stdout.isatty() else nullcontext():
        console.print(Markdown(text))
    _flush()


@main.command("run")
@click.argument("slug")
@click.option("--fix", is_flag=True, help="Run the fix instead of the failure.")
@click.option("--script", "name", help="Run another script of the pitfall: fix_runner, find, ...")
@click.option(
    "--python", "minor", metavar="3.12", help="The CPython to run it on (default: the newest here)."
)
@click.option("--all", "everywhere", is_flag=True, help="Run it on every CPython and print a table.")
@click.pass_obj
@in_sentences
def run_(  # noqa: PLR0913, PLR0917 - click passes each option
    catalogue: Catalogue, slug: str, fix: bool, name: str | None, minor: str | None, everywhere: bool
) -> None:
    """Run a pitfall's failure (or its fix) and show what it prints.

    \b
    Examples:
      asyncio-pitfalls run task-destroyed-pending
      asyncio-pitfalls run task-destroyed-pending --fix --python 3.8
      asyncio-pitfalls run task-destroyed-pending --all
    """
    pitfall = catalogue.pitfall(slug)
    run = _chosen(pitfall, name or ("fix" if fix else "failure"))
    here = Interpreters(catalogue.versions)
    if everywhere:
        _run_everywhere(pitfall, run, here)
    else:
        _run_once(pitfall, run, here.find(minor) if minor else _newest(run, here))
    _flush()


def _chosen(pitfall: Pitfall, name: str) -> Run:
    if name not in pitfall.runs:
        raise click.UsageError(f"{pitfall.slug} has no script {name!r}; it has: {', '.join(pitfall.runs)}")
    return pitfall.runs[name]


def _newest(run: Run, here: Interpreters) -> Interpreter:
    covered = [interpreter for interpreter in here.available.values() if run.covers(interpreter.exact)]
    if not covered:
        raise MissingInterpreter(here.minors[-1])
    return covered[-1]


def _run_once(pitfall: Pitfall, run: Run, interpreter: Interpreter) -> None:
    click.secho(f"$ {command_line(run)}    # CPython {interpreter.exact}", dim=True, err=True)
    outcome = retry.run(pitfall, run, interpreter, sink=_echo)
    if outcome.ended:
        raise click.ClickException(f"{run.script} was ended: {outcome.ended}")
    again = f" in attempt {outcome.attempts}: the machine is overloaded" if outcome.attempts > 1 else ""
    click.secho(f"exit status {outcome.exit}{again}", dim=True, err=True)


def _echo(text: str) -> None:
    click.echo(text, nl=False)


def _run_everywhere(pitfall: Pitfall, run: Run, here: Interpreters) -> None:
    report_missing(here)
    work = [job for job in matrix.jobs([pitfall], here.available.values()) if job.run is run]
    rows = {}
    with progress_bar() as progress:
        for job, outcome in progress.track(matrix.execute(work), total=len(work)):
            rows[job.interpreter.minor] = (
                job.interpreter.exact,
                *_row(pitfall, run, job.interpreter.exact, outcome),
            )
    head = ("CPython", "exit", "symptoms", "last line", "as claimed")
    table = Table(*head, title=f"{pitfall.slug}: {run.script}")
    for minor in (minor for minor in here.minors if minor in rows):
        table.add_row(*rows[minor])
    Console().print(table, markup=False)


def _row(pitfall: Pitfall, run: Run, exact: str, outcome: Outcome) -> tuple[str, str, str, str]:
    wrong = verify.disagreements(pitfall, run, exact, outcome)
    shown = [key for key, it in pitfall.symptoms.items() if verify.shows(it, outcome.output)]
    last = (outcome.output.strip().splitlines() or [""])[-1]
    status = str(outcome.exit) if not outcome.ended else outcome.ended
    again = f" (attempt {outcome.attempts})" if outcome.attempts > 1 else ""
    return status + again, ", ".join(shown) or "-", last, "; ".join(wrong) or "yes"


@main.command("trace", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Draw a picture into this file.")
@click.option("--python", default="", metavar="3.12", help="A CPython, 3.12 or newer, or the path of one.")
@click.option("--seconds", type=click.FloatRange(min=0.1), help="End the program after so many seconds.")
@click.argument("script", type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path))
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
@in_sentences
def trace_(  # noqa: PLR0913, PLR0917 - click passes each option
    catalogue: Catalogue,
    svg: Path | None,
    python: str,
    seconds: float | None,
    script: Path,
    arguments: tuple[str, ...],
) -> None:
    """Run your own program, and show what its tasks and threads did, in order.

    The program gets ARGUMENTS and runs as it does without this; its exit status is passed on.
    What happened is printed to standard error, or with --svg drawn as a picture.
    Ctrl-C interrupts the program, and what happened so far is shown.

    \b
    It sees functions in the folder of SCRIPT, on CPython 3.12 and newer. It does not see:
      - generators, and what a library does between two steps of a task
      - tasks of an event loop that is not asyncio's own, such as uvloop's, before they run
      - which tasks a group or wait() waits for, on CPython 3.12 and 3.13
      - other processes that the program starts
      - time: only the order is shown, and threads run one after the other where their order is chance

    \b
    Examples:
      asyncio-pitfalls trace app.py --port 8080
      asyncio-pitfalls trace --svg app.svg --seconds 10 --python .venv/bin/python app.py
    """
    if svg and not svg.parent.is_dir():
        raise click.UsageError(f"there is no folder {svg.parent} for the picture")
    told, status, ended = program.run(_tracing_python(catalogue, python), script, arguments, seconds)
    if ended:
        click.secho(f"{script.name} was ended: {ended}; this is what happened so far.", err=True)
    if not told.rows:
        click.secho(f"No function in the folder of {script.name} ran in a task or a thread.", err=True)
    elif svg:
        svg.write_text(picture.standalone(told, script.name), encoding="utf-8")
        click.secho(f"wrote {svg}", err=True)
    else:
        for number, sentence in enumerate(told.sentences, 1):
            click.echo(f"{number:4}. {sentence}", err=True)
    sys.exit(status)


def _tracing_python(catalogue: Catalogue, named: str) -> str:
    """Return the path of the interpreter that runs a traced program: without a name that of this command."""
    if named in catalogue.versions:
        named = Interpreters(catalogue.versions).find(named).path
    python = named or sys.executable
    if not program.can_trace(python):
        raise click.UsageError(f"{python} is no CPython 3.12 or newer; name one with: --python 3.14")
    return python


def report_missing(here: Interpreters) -> None:
    """Name each interpreter that this machine lacks, and the command that gets it."""
    for minor in here.missing:
        click.secho(str(MissingInterpreter(minor)), fg="yellow", err=True)


def progress_bar() -> Progress:
    """Return a bar on standard error that disappears at the end."""
    parts = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*parts, console=Console(stderr=True), transient=True)
