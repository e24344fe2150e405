"""One pitfall as plain Markdown: the page with its scripts and recorded output put in.

It serves the terminal (`asyncio-pitfalls explain`) and the Markdown that the site offers to programs.
"""

import re

from asyncio_pitfalls import catalogue, environments, evidence, project, runner
from asyncio_pitfalls.claims import Pitfall, Run
from asyncio_pitfalls.evidence import Evidence, Observation

_FENCE = re.compile(
    r"^```\{(?P<name>[\w-]+)\} ?(?P<argument>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_ROLE = re.compile(r"\{(?P<role>[\w:+]+)\}`(?P<text>[^`<]+?)(?: <(?P<target>[^`]+)>)?`")
_LINK = re.compile(r"\[(?P<text>[^]]*)\]\((?P<up>\.\./)?(?P<page>[\w-]+)\.md(?P<anchor>#[\w.-]+)?\)")
_LOAD = re.compile(r":load: \.\./\.\./snippets/(?P<slug>[\w-]+)/(?P<script>\w+\.py)")


def command(pitfall: Pitfall, run: Run, path: str = "") -> str:
    """Return the command that a reader types for `run`; `path` goes before the script's name."""
    packages = environments.needs_packages(catalogue.folder(pitfall.slug) / run.script)
    return runner.command_line(run, packages=packages, path=path)


def markdown(pitfall: Pitfall) -> str:
    """Return the page of `pitfall` with directives replaced by what they show."""
    text = catalogue.page(pitfall.slug).read_text(encoding="utf-8").partition("\n---\n")[2].lstrip()
    seen = evidence.load(catalogue.folder(pitfall.slug))
    text = _FENCE.sub(lambda match: _directive(pitfall, seen, match), text)
    return plain(text)


def plain(text: str) -> str:
    """Return MyST as ordinary Markdown: roles become code, links lead to the site."""
    return _LINK.sub(_address, _ROLE.sub(_plain, text))


def _directive(pitfall: Pitfall, seen: Evidence, match: re.Match[str]) -> str:
    name, argument, body = match["name"], match["argument"].strip(), match["body"]
    if name == "pitfall":
        return header(pitfall)
    if name == "other-versions":
        return "\n".join(versions(pitfall, seen, run) for run in ("failure", "fix"))
    if name == "evidence":
        run = pitfall.runs.get(argument.rpartition("/")[2])
        return _recorded(pitfall, seen, run) if run else f"(there is no run {argument!r})"
    loaded = _LOAD.search(body)
    if loaded:
        return _recorded(pitfall, seen, _run_of(pitfall, loaded["script"]))
    commanded = [
        run
        for run in pitfall.runs.values()
        if body.strip() == command(pitfall, run, f"snippets/{pitfall.slug}/")
    ]
    if commanded:
        return _output(pitfall, seen, commanded[0])
    return f"```{argument}\n{body}```"


def _run_of(pitfall: Pitfall, script: str) -> Run:
    return next(run for run in pitfall.runs.values() if run.script == script)


def header(pitfall: Pitfall) -> str:
    """Return the symptoms of `pitfall` and the command that shows them, as a Markdown list."""
    lines = [
        f"- {symptom.kind}: {symptom.sees or f'`{symptom.message}`'}" for symptom in pitfall.symptoms.values()
    ]
    shown = [claim.versions for claim in pitfall.runs["failure"].claims if claim.shows]
    return "\n".join(
        [
            *lines,
            f"- versions: {' and '.join(shown)}",
            f"- run it: `{command(pitfall, pitfall.runs['failure'])}`",
        ]
    )


def _recorded(pitfall: Pitfall, seen: Evidence, run: Run) -> str:
    source = (catalogue.folder(pitfall.slug) / run.script).read_text(encoding="utf-8")
    return f"```python\n{source}```\n\n{_output(pitfall, seen, run)}"


def _output(pitfall: Pitfall, seen: Evidence, run: Run) -> str:
    found = evidence.newest(seen, run.name)
    if found is None:
        return "(nothing recorded yet)"
    exact, observation = found
    return f"CPython {exact}:\n\n```text\n$ {command(pitfall, run)}\n{observation.text}```"


def versions(pitfall: Pitfall, seen: Evidence, name: str) -> str:
    """Return what the run `name` did, with versions of equal output together, as Markdown."""
    blocks = [
        f"{_title(observation)}\n\n```text\n{observation.text}```\n" for observation in seen.get(name, ())
    ]
    return "\n".join([f"### {pitfall.runs[name].script}\n", *blocks])


def _title(observation: Observation) -> str:
    return f"CPython {', '.join(observation.seen)}: exit status {observation.exit}"


def _plain(match: re.Match[str]) -> str:
    if match["role"] == "cpython":
        return f"https://github.com/python/cpython/issues/{match['text']}"
    return f"`{match['text'].lstrip('~!')}`"


def _address(match: re.Match[str]) -> str:
    page, anchor = match["page"], match["anchor"] or ""
    if match["up"]:
        return f"[{match['text'] or page}]({project.website()}{page}/{anchor})"
    text = match["text"] or (catalogue.title(page) if catalogue.exists(page) else page)
    return f"[{text}]({project.website()}pitfalls/{page}.md{anchor})"
