"""The command `asyncio-pitfalls`: find, read, run and record pitfalls from a terminal."""

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from functools import wraps
from io import TextIOWrapper
from typing import Any, BinaryIO

import click
from rich.console import Console
from rich.markdown import Markdown
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from asyncio_pitfalls import (
    addresses,
    catalogue,
    evidence,
    explain,
    interpreters,
    project,
    runner,
    scaffold,
    verify,
)
from asyncio_pitfalls.catalogue import UnknownPitfall
from asyncio_pitfalls.claims import AREAS, ClaimsError, Pitfall, Run
from asyncio_pitfalls.environments import InstallationFailed
from asyncio_pitfalls.evidence import EvidenceError
from asyncio_pitfalls.finder import signatures
from asyncio_pitfalls.finder.paste import NotText, decoded
from asyncio_pitfalls.finder.rank import Answer, diagnose
from asyncio_pitfalls.interpreters import Interpreter, MissingInterpreter
from asyncio_pitfalls.record import Job, Unrecordable, execute, jobs, record
from asyncio_pitfalls.runner import Outcome
from asyncio_pitfalls.scaffold import ScaffoldError

_EXPECTED = (
    ClaimsError,
    EvidenceError,
    InstallationFailed,
    MissingInterpreter,
    NotText,
    ScaffoldError,
    UnknownPitfall,
    Unrecordable,
)


def _words_not_tracebacks(function: Callable[..., Any]) -> Callable[..., Any]:
    """Turn an error that a user can mend into one sentence and exit status 2."""

    @wraps(function)
    def guarded(*arguments: Any, **options: Any) -> Any:
        try:
            return function(*arguments, **options)
        except _EXPECTED as error:
            raise click.UsageError(str(error)) from None

    return guarded


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="asyncio-pitfalls")
def main() -> None:
    """Asyncio mistakes: what they print, why, and the fix, each run on CPython 3.8 to 3.15.

    \b
    Start here:
      asyncio-pitfalls diagnose traceback.txt     which mistake it is
      asyncio-pitfalls list                       what there is
      asyncio-pitfalls explain coroutine-never-awaited
      asyncio-pitfalls run coroutine-never-awaited --all
    """


@main.command("list")
@_words_not_tracebacks
def list_() -> None:
    """List all pitfalls by area, with the message that each prints.

    Search it for a word of your message: asyncio-pitfalls list | grep -B2 closed
    """
    for area, heading in AREAS.items():
        click.secho(heading, bold=True)
        for pitfall in catalogue.pitfalls():
            if pitfall.area == area:
                click.echo(f"  {pitfall.slug}")
                for symptom in pitfall.symptoms.values():
                    click.secho(f"      {symptom.sees or symptom.message}", dim=True)


@main.command("diagnose")
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects, best first.")
@_words_not_tracebacks
def diagnose_(file: BinaryIO, as_json: bool) -> None:
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
      line        {"number": line of the text, from 1; "text": what stands there}
      why         what in the text speaks for it
      tell_apart  how to be sure that it is this one

    \b
    Examples:
      asyncio-pitfalls diagnose traceback.txt
      python app.py 2>&1 | asyncio-pitfalls diagnose --json
    """
    if file.isatty():
        click.secho("Paste the text, then end it with Ctrl-D (on Windows Ctrl-Z, Enter).", dim=True, err=True)
    if isinstance(sys.stdout, TextIOWrapper):  # pragma: no branch - it always is; mypy cannot know
        # The text may have characters that the terminal's encoding lacks.
        sys.stdout.reconfigure(errors="backslashreplace")
    answers = diagnose(decoded(file.read()), signatures.table())
    if as_json:
        click.echo(json.dumps(answers, indent=2))
    else:
        _show(answers)
    sys.exit(0 if answers else 1)


def _show(answers: list[Answer]) -> None:
    for answer in answers:
        click.secho(answer["title"], bold=True)
        click.echo(f"  line {answer['line']['number']}: {answer['line']['text']}")
        click.echo(f"  {answer['why']}")
        if answer["why"] != answer["tell_apart"]:
            click.echo(f"  {answer['tell_apart']}")
        click.secho(f"  {answer['url']}   asyncio-pitfalls explain {answer['pitfall']}", dim=True)
    if not answers:
        click.echo("Nothing here is an asyncio mistake that has a page.")
        click.echo(f"If what you miss prints nothing, see {project.website()}find/#what-do-you-see")


@main.command("explain")
@click.argument("slug")
@_words_not_tracebacks
def explain_(slug: str) -> None:
    """Show the page of one pitfall in the terminal, with the output that was recorded."""
    text = explain.markdown(catalogue.pitfall(slug))
    console = Console()
    with console.pager(styles=True) if sys.stdout.isatty() else nullcontext():
        console.print(Markdown(text))


@main.command("run")
@click.argument("slug")
@click.option("--fix", is_flag=True, help="Run the fix instead of the failure.")
@click.option("--script", "name", help="Run another script of the pitfall: fix_runner, find, ...")
@click.option(
    "--python", "minor", metavar="3.12", help="The CPython to run it on (default: the newest here)."
)
@click.option("--all", "everywhere", is_flag=True, help="Run it on every CPython and print a table.")
@_words_not_tracebacks
def run_(slug: str, fix: bool, name: str | None, minor: str | None, everywhere: bool) -> None:
    """Run a pitfall's failure (or its fix) and show what it prints.

    \b
    Examples:
      asyncio-pitfalls run task-destroyed-pending
      asyncio-pitfalls run task-destroyed-pending --fix --python 3.8
      asyncio-pitfalls run task-destroyed-pending --all
    """
    pitfall = catalogue.pitfall(slug)
    run = _chosen(pitfall, name or ("fix" if fix else "failure"))
    if everywhere:
        _run_everywhere(pitfall, run)
    else:
        _run_once(pitfall, run, interpreters.find(minor) if minor else _newest(run))


def _chosen(pitfall: Pitfall, name: str) -> Run:
    if name not in pitfall.runs:
        raise click.UsageError(f"{pitfall.slug} has no script {name!r}; it has: {', '.join(pitfall.runs)}")
    return pitfall.runs[name]


def _newest(run: Run) -> Interpreter:
    here = [interpreter for interpreter in interpreters.available().values() if run.covers(interpreter.exact)]
    if not here:
        raise MissingInterpreter(project.versions()[-1])
    return here[-1]


def _run_once(pitfall: Pitfall, run: Run, interpreter: Interpreter) -> None:
    command = explain.command(pitfall, run)
    click.secho(f"$ {command}    # CPython {interpreter.exact}", dim=True, err=True)
    outcome = runner.run(catalogue.folder(pitfall.slug), run, interpreter, sink=_echo)
    if outcome.ended:
        raise click.ClickException(f"{run.script} was ended: {outcome.ended}")
    click.secho(f"exit status {outcome.exit}", dim=True, err=True)


def _echo(text: str) -> None:
    click.echo(text, nl=False)


def _run_everywhere(pitfall: Pitfall, run: Run) -> None:
    _report_missing()
    work = [job for job in jobs([pitfall], interpreters.available().values()) if job.run is run]
    table = Table(
        "CPython", "exit", "symptoms", "last line", "as claimed", title=f"{pitfall.slug}: {run.script}"
    )
    rows = {}
    with _progress() as progress:
        for job, outcome in progress.track(execute(work), total=len(work)):
            problems = verify.disagreements(pitfall, run, job.interpreter.exact, outcome)
            shown = [key for key in pitfall.symptoms if not _unseen(pitfall, key, outcome.output)]
            last = (outcome.output.strip().splitlines() or [""])[-1]
            status = str(outcome.exit) if not outcome.ended else outcome.ended
            rows[job.interpreter.minor] = (
                job.interpreter.exact, status, ", ".join(shown) or "-", last, "; ".join(problems) or "yes",
            )  # fmt: skip
    for minor in (minor for minor in project.versions() if minor in rows):
        table.add_row(*rows[minor])
    Console().print(table, markup=False)


def _unseen(pitfall: Pitfall, key: str, output: str) -> bool:
    return not verify.on_a_line(pitfall.symptoms[key].pattern, output)


@main.command("record")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@_words_not_tracebacks
def record_(slugs: tuple[str, ...]) -> None:
    """Run scripts on every CPython here and write what they did to observed.json.

    Without a SLUG all pitfalls are recorded.
    Evidence of a version that this machine lacks is kept.
    What disagrees with the claims of pitfall.toml is recorded, named, and ends with status 1.
    """
    _report_missing()
    chosen = [catalogue.pitfall(slug) for slug in slugs] or catalogue.pitfalls()
    work = jobs(chosen, interpreters.available().values())
    problems: list[str] = []
    with _progress() as progress:
        bar = progress.add_task("recording", total=len(work))

        def advance(job: Job, outcome: Outcome) -> None:
            _advance(progress, bar, job)
            problems.extend(_disagreements(job, outcome))

        changed = record(work, advance)
    for slug in changed:
        click.echo(f"changed: {(catalogue.folder(slug) / evidence.FILE).relative_to(project.ROOT)}")
    click.echo(f"{len(work)} runs, {len(changed)} files changed")
    _publish(chosen)
    for problem in sorted(problems):
        click.secho(problem, fg="red", err=True)
    sys.exit(bool(problems))


def _disagreements(job: Job, outcome: Outcome) -> list[str]:
    file = f"snippets/{job.pitfall.slug}/pitfall.toml"
    problems = verify.disagreements(job.pitfall, job.run, job.interpreter.exact, outcome)
    return [f"{file}: [{job.run.name}] on {job.interpreter.exact}: {problem}" for problem in problems]


def _advance(progress: Progress, bar: Any, job: Job) -> None:
    progress.update(bar, advance=1, description=f"{job.pitfall.slug} {job.run.name} {job.interpreter.minor}")


@main.command("addresses")
@_words_not_tracebacks
def addresses_() -> None:
    """Add the addresses of new pages and scripts to docs/addresses.txt.

    What is in that list stays an address for good.
    `record` does the same for the pitfalls that it records.
    """
    _publish(catalogue.pitfalls())


def _publish(pitfalls: Iterable[Pitfall]) -> None:
    for address in addresses.publish(pitfalls):
        click.echo(f"new address: {address}")


@main.command("new")
@click.argument("slug")
@_words_not_tracebacks
def new_(slug: str) -> None:
    """Make the folder and the page of a new pitfall, ready to fill in.

    The SLUG names the symptom or the mistake, never the remedy.
    """
    for path in scaffold.create(slug):
        click.echo(f"made {path.relative_to(project.ROOT)}")
    click.echo(f"Fill them in, then: asyncio-pitfalls record {slug} && make test")


def _report_missing() -> None:
    for minor in interpreters.missing():
        click.secho(str(MissingInterpreter(minor)), fg="yellow", err=True)


def _progress() -> Progress:
    columns: Iterable[Any] = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
    )  # fmt: skip
    return Progress(*columns, console=Console(stderr=True), transient=True)
