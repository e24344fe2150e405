"""The diff from failure to fix, as HTML that is legible without colour and copied as fixed code."""

import html
from collections.abc import Iterable
from itertools import groupby

from docutils import nodes
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from asyncio_pitfalls import diff
from asyncio_pitfalls.claims import Pitfall
from asyncio_pitfalls.diff import Line
from asyncio_pitfalls.evidence import Evidence

_CLASSES = {"=": "kept", "-": "removed", "+": "added", "…": "gap"}
# Said before a group of lines by a screen reader, which passes over signs and colours.
_SPOKEN = {"-": "Failure:", "+": "Fix:", "=": "Unchanged:", "…": "Lines left out."}
_FORMATTER = HtmlFormatter(nowrap=True)
_LEXER = PythonLexer(stripnl=False)


def figure(pitfall: Pitfall, seen: Evidence) -> nodes.Node:
    """Return the diff of a pitfall."""
    lines = diff.glance(pitfall, seen)
    groups = "".join(_group(mark, list(group)) for mark, group in groupby(lines, lambda line: line.mark))
    return nodes.raw(
        "",
        '<figure class="pitfall-diff" aria-label="From the failure to the fix">'
        f'<div class="highlight"><pre>{groups}</pre></div></figure>',
        format="html",
    )


def _group(mark: str, lines: Iterable[Line]) -> str:
    spoken = f'<span class="spoken">{_SPOKEN[mark]}\n</span>'
    return spoken + "".join(map(_line, lines))


def _line(line: Line) -> str:
    """Return a line with its sign, which is not copied, and below it what it prints."""
    kind = _CLASSES[line.mark]
    if line.mark == "…":
        return f'<span class="{kind}" aria-hidden="true">\u22ee\n</span>'
    code = highlight(line.text + "\n", _LEXER, _FORMATTER).rstrip("\n")
    sign = line.mark if line.mark != "=" else " "
    spoken = f'<span class="sign" aria-hidden="true">{sign} </span>'
    note = _note(line) if line.says else ""
    return f'<span class="{kind}">{spoken}<code>{code}</code>\n</span>{note}'


def _note(line: Line) -> str:
    indent = " " * (len(line.text) - len(line.text.lstrip()))
    corner = '<span aria-hidden="true">\u2514 </span>'
    return f'<span class="says">  {indent}{corner}{html.escape(line.says)}\n</span>'
