"""One pitfall as plain Markdown: the page with its scripts and recorded output put in.

It serves the terminal (`asyncio-pitfalls explain`) and the Markdown that the site offers to programs.
"""

from asyncio_pitfalls import content, effects, page
from asyncio_pitfalls.catalogue import Catalogue
from asyncio_pitfalls.claims import Pitfall, Run, Symptom
from asyncio_pitfalls.content import Shown
from asyncio_pitfalls.evidence import Observation
from asyncio_pitfalls.page import Directive, Prose
from asyncio_pitfalls.run.runner import command_line
from asyncio_pitfalls.trace import recorded


def markdown(catalogue: Catalogue, slug: str) -> str:
    """Return the page of a pitfall with each directive replaced by what it shows."""
    pitfall, read = catalogue.pitfall(slug), catalogue.page(slug)
    parts = []
    for block in read.blocks:
        if isinstance(block, Prose):
            parts.append(plain(catalogue, slug, block.text))
        else:
            parts.append(_directive(catalogue, pitfall, block, is_fresh=read.is_fresh))
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def plain(catalogue: Catalogue, slug: str, text: str) -> str:
    """Return MyST prose of a page as ordinary Markdown: roles become code, links lead to the site."""

    def role(name: str, content: str) -> str:
        if name == "cpython":
            return f"https://github.com/python/cpython/issues/{content}"
        return f"`{content.lstrip('~!')}`"

    def link(text: str, target: str) -> str:
        if target.startswith("#"):
            return f"[{text}]({catalogue.address(slug)}{target})"
        return f"[{text}]({target})" if "://" in target else _link(catalogue, text, target)

    return page.inline(text, role, link)


def _link(catalogue: Catalogue, text: str, target: str) -> str:
    """Return a link to another page of the site, whose title is the text where there is none."""
    path, _, anchor = target.partition("#")
    anchor = anchor and f"#{anchor}"
    name = path.removesuffix(".md")
    if name.startswith("../"):
        return f"[{text or name.removeprefix('../')}]({catalogue.website}{name.removeprefix('../')}/{anchor})"
    title = text or (catalogue.title(name) if catalogue.has(name) else name)
    return f"[{title}]({catalogue.website}pitfalls/{name}.md{anchor})"


def _directive(catalogue: Catalogue, pitfall: Pitfall, block: Directive, *, is_fresh: bool) -> str:
    if block.name == "pitfall":
        return header(catalogue, pitfall)
    if block.name == "other-versions":
        return "\n\n".join(versions(catalogue, pitfall, run) for run in pitfall.runs.values())
    if block.name == recorded.DIRECTIVE:
        return recorded.markdown(pitfall, catalogue.evidence(pitfall.slug))
    if block.name == "evidence" or (block.is_cell and is_fresh):
        return _shown(content.of_block(catalogue, pitfall.slug, block))
    return f"```{block.argument}\n{block.body}\n```"


def header(catalogue: Catalogue, pitfall: Pitfall) -> str:
    """Return the symptoms of `pitfall`, its versions, and the command that shows them, as a Markdown list."""
    failure = pitfall.runs["failure"]
    seen = [
        f"- {symptom.kind}: {symptom.sees or ' or '.join(f'`{text}`' for text in symptom.messages)}"
        f"{_reported(symptom)}"
        for symptom in pitfall.symptoms.values()
    ]
    chips = ", ".join(f"{span} {word}" for span, word in effects.by_span(catalogue, pitfall))
    return "\n".join([*seen, f"- CPython: {chips or 'not run yet'}", f"- run it: `{command_line(failure)}`"])


def _reported(symptom: Symptom) -> str:
    """Return who reports a text that no run shows."""
    return (
        f" (reported by [{symptom.reported_by}]({symptom.source}), not run here)"
        if symptom.reported_by
        else ""
    )


def _shown(shown: Shown) -> str:
    run = shown.run
    listing = f"```python\n{shown.pitfall.source(run)}```\n\n" if shown.has_listing else ""
    return f"{listing}CPython {shown.exact}:\n\n{_output(run, shown.observation)}"


def _output(run: Run, observation: Observation) -> str:
    return f"```text\n$ {command_line(run)}\n{observation.text}```"


def versions(catalogue: Catalogue, pitfall: Pitfall, run: Run) -> str:
    """Return what `run` did, with versions of equal output together, as Markdown."""
    observations = catalogue.evidence(pitfall.slug).get(run.name, ())
    blocks = [
        f"CPython {', '.join(observation.seen)}: exit status {observation.exit}\n\n"
        f"```text\n{observation.text}```"
        for observation in observations
    ]
    return "\n\n".join([f"### {command_line(run)}", *blocks])
