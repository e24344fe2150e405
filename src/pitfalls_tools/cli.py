"""The maintainers' commands, which the Makefile calls: new, record, browser, addresses, scan."""

import signal
import sys

import click

from asyncio_pitfalls import asyncio_texts
from asyncio_pitfalls.asyncio_texts import TextsError
from asyncio_pitfalls.browser import FILE as FILE_OF_TRIALS
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.checkout import default_root
from asyncio_pitfalls.claims import Pitfall
from asyncio_pitfalls.cli import in_sentences, progress_bar, report_missing
from asyncio_pitfalls.evidence import FILE, command
from asyncio_pitfalls.run import matrix, runner, verify
from asyncio_pitfalls.run.interpreters import Interpreter, Interpreters
from asyncio_pitfalls.run.matrix import Job
from asyncio_pitfalls.run.runner import Outcome
from asyncio_pitfalls.trace import recorded
from pitfalls_tools import addresses, new, record, texts, trials
from pitfalls_tools.new import SlugError
from pitfalls_tools.record import Unrecordable
from pitfalls_tools.trials import NotIncluded


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(context: click.Context) -> None:
    """Tools for people who add pitfalls; `make help` lists the commands that call them."""
    context.obj = context.obj or Catalogue(default_root())


@main.command("new")
@click.argument("slug", default="")
@click.pass_obj
@in_sentences
def new_(catalogue: Catalogue, slug: str) -> None:
    """Write the folder and the page of a new pitfall, ready to fill in.

    The SLUG names the symptom or the mistake, never the remedy.
    Of a pitfall that is there in part, what is missing is written.
    """
    if not slug:
        raise click.UsageError("name the new pitfall: make new SLUG=lock-held-twice")
    try:
        written = new.create(catalogue, slug)
    except SlugError as error:
        raise click.UsageError(str(error)) from None
    for path in written:
        click.echo(f"wrote {path.relative_to(catalogue.root)}")
    click.echo(f"Fill them in, then: {command(slug)} && make test SLUG={slug}")


@main.command("record")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.pass_obj
@in_sentences
def record_(catalogue: Catalogue, slugs: tuple[str, ...]) -> None:
    """Run scripts on every CPython here and write what they did to observed.json.

    Without a SLUG all pitfalls are recorded.
    Evidence of a version that this machine lacks is kept.
    For a page with `{what-happened}`, trace.json is recorded as well, on CPython 3.14.
    What disagrees with the claims of pitfall.toml, and what differs when it runs once more, is
    recorded, named, and ends with status 1.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        runner.end_with(number)
    here = Interpreters(catalogue.versions)
    report_missing(here)
    chosen = [catalogue.pitfall(slug) for slug in slugs] or catalogue.pitfalls()
    work = matrix.jobs(chosen, here.available.values())
    problems, again = _record(catalogue, work)
    if interpreter := here.available.get(recorded.PYTHON):
        problems += _record_traces(catalogue, chosen, interpreter)
    for address in addresses.publish(catalogue, chosen):
        click.echo(f"new address: {address}")
    for line in again:
        click.secho(line, fg="yellow", err=True)
    for problem in sorted(problems):
        click.secho(problem, fg="red", err=True)
    sys.exit(bool(problems))


def _record(catalogue: Catalogue, work: list[Job]) -> tuple[list[str], list[str]]:
    """Record `work`, and return what disagrees with its claims, and what was run more than once."""
    problems: list[str] = []
    again: list[str] = []
    with progress_bar() as progress:
        bar = progress.add_task("recording", total=2 * len(work))

        def report(job: Job, outcome: Outcome) -> None:
            progress.update(bar, advance=1, description=str(job))
            problems.extend(verify.disagreements(job.pitfall, job.run, job.interpreter.exact, outcome))
            if outcome.attempts > 1:
                again.append(f"{job}: the machine disturbed it; this is attempt {outcome.attempts}")

        try:
            changed = record.record(catalogue, work, report)
            progress.update(bar, description="running once more")
            problems.extend(record.unsteady(catalogue, work))
        except Unrecordable as error:
            raise click.UsageError(str(error)) from None
    for slug in changed:
        click.echo(f"changed: snippets/{slug}/{FILE}")
    click.echo(f"{len(work)} runs, twice each, {len(changed)} files changed")
    if changed:
        paths = " ".join(f"snippets/{slug}/{FILE}" for slug in changed)
        click.echo(f"Read the evidence with: git add -N snippets docs && git diff {paths}")
    return problems, again


def _record_traces(catalogue: Catalogue, chosen: list[Pitfall], interpreter: Interpreter) -> list[str]:
    """Record what happened where a page shows it, and return what two runs do not agree on."""
    problems = []
    for pitfall in (it for it in chosen if recorded.is_wanted(catalogue, it.slug)):
        changed, wrong = record.trace(catalogue, pitfall, interpreter)
        problems += wrong
        if changed:
            click.echo(f"changed: snippets/{pitfall.slug}/{recorded.FILE}")
    return problems


@main.command("browser")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.pass_obj
@in_sentences
def browser_(catalogue: Catalogue, slugs: tuple[str, ...]) -> None:
    """Run failures and fixes in Chromium and write what they did to browser.json.

    It decides which of them have a button on their page.
    The site that `make site` built runs them.
    """
    chosen = [catalogue.pitfall(slug) for slug in slugs] or catalogue.pitfalls()
    try:
        for slug, is_changed in trials.record(catalogue, chosen, catalogue.root / "_build" / "html"):
            click.echo(f"{'changed' if is_changed else 'the same'}: snippets/{slug}/{FILE_OF_TRIALS}")
    except NotIncluded as error:
        raise click.UsageError(str(error)) from None


@main.command("addresses")
@click.pass_obj
@in_sentences
def addresses_(catalogue: Catalogue) -> None:
    """Add the addresses of new pages and scripts to docs/addresses.txt.

    What is in that list stays an address for good.
    `record` does the same for the pitfalls that it records.
    """
    for address in addresses.publish(catalogue, catalogue.pitfalls()):
        click.echo(f"new address: {address}")


@main.command("scan")
@click.pass_obj
@in_sentences
def scan_(catalogue: Catalogue) -> None:
    """Renew the texts that asyncio can raise, warn of or log, from every CPython here.

    They are in docs/asyncio_texts.toml, where verdicts are kept and a new text is open.
    """
    here = Interpreters(catalogue.versions)
    report_missing(here)
    try:
        old = asyncio_texts.load(catalogue.root)
    except TextsError as error:
        raise click.UsageError(str(error)) from None
    now = texts.renewed(old, catalogue.versions, here.available.values())
    path = catalogue.root / asyncio_texts.FILE
    path.write_text(texts.written(now), encoding="utf-8", newline="\n")
    for text in sorted(now.texts.keys() - old.texts.keys()):
        click.echo(f"new, and open: {text}")
    for text in sorted(old.texts.keys() - now.texts.keys()):
        click.echo(f"gone: {text}")
