"""From the failure to the fix: the lines that differ, and the line that fails with what it prints.

The docstrings say what each script is for and are left out.
"""

import ast
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from asyncio_pitfalls import evidence
from asyncio_pitfalls.claims import Pitfall, Symptom
from asyncio_pitfalls.evidence import Evidence
from asyncio_pitfalls.run.verify import is_in

# More lines are no glance any more: then the added ones alone are shown.
MOST = 14
_CONTEXT = 1
# A longer message, and a frame that shows a symptom, is replaced by the message of the claims.
LONGEST = 100
# What pytest and exception groups put before a line.
_MARKS = re.compile(r"^(?:[E|+-] +)+")
Mark = Literal["=", "-", "+", "…"]


@dataclass(frozen=True)
class Line:
    """A line of a script, whether it is in both, gone or new, and what it prints.

    `number` counts from 1 in the script that the line is from; "…" stands for lines left out.
    """

    mark: Mark
    number: int
    text: str
    says: str = ""


def failing_line(pitfall: Pitfall, seen: Evidence) -> tuple[int, str] | None:
    """Return the line of failure.py that its output names, and the message; None where it names none.

    Around a traceback that is the last line of the script in it.
    """
    failure = pitfall.runs["failure"]
    found = evidence.newest_that_shows(seen, failure)
    if found is None:
        return None
    exact, observation = found
    for symptom in pitfall.symptoms.values():
        if symptom.kind != "silent" and (named := _named(symptom, failure.script, observation.output)):
            number, said = named
            is_shown = len(said) <= LONGEST and not said.startswith('File "')
            return number, said if is_shown else symptom.message_on(exact)
    return None


def _named(symptom: Symptom, script: str, output: tuple[str, ...]) -> tuple[int, str] | None:
    """Return the number of the line and the message, which begins or ends a traceback, or is a warning."""
    frame = re.compile(rf'File "{re.escape(script)}", line (\d+)|^{re.escape(script)}:(\d+): ')
    number, said = 0, ""
    for line in output:
        if match := frame.search(line):
            number = int(match[1] or match[2])
        elif said and number and not line.startswith((" ", "Traceback", "future: ")):
            break  # The traceback below the message is over.
        if not said and is_in(symptom, line):
            said = _MARKS.sub("", line.strip()).removeprefix(f"{script}:{number}: ")
            if number:
                break
    return (number, said) if number and said else None


def glance(pitfall: Pitfall, seen: Evidence) -> list[Line]:
    """Return the lines that lead from the failure to the fix, or those of the fix alone if many differ."""
    failure, fix = _codes(pitfall, "fix")
    named = failing_line(pitfall, seen)
    says = {named[0]: named[1]} if named else {}
    lines = _between(failure, fix, says)
    return lines if len(lines) <= MOST else _added(lines)


def changed_lines(pitfall: Pitfall, name: str) -> list[int]:
    """Return the numbers of the lines of the fix `name` that are not in the failure."""
    failure, fix = _codes(pitfall, name)
    texts = SequenceMatcher(None, [text for _, text in failure], [text for _, text in fix], autojunk=False)
    return [
        number
        for tag, _, _, low, high in texts.get_opcodes()
        if tag in {"replace", "insert"}
        for number, text in fix[low:high]
        if text.strip()
    ]


def _codes(pitfall: Pitfall, fix: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Return the numbered lines of the failure and of a fix: of notebook cells, or of the scripts."""
    sources = [pitfall.source(pitfall.runs[name]) for name in ("failure", fix)]
    cells = [_cells(source) for source in sources]
    texts = [[text for _, text in cell] for cell in cells]
    failure, fixed = cells if all(cells) and texts[0] != texts[1] else [_code(source) for source in sources]
    return failure, fixed


def _cells(source: str) -> list[tuple[int, str]]:
    """Return the lines of the blocks of text that a script holds, such as the cells of a notebook."""
    values = [node.value for node in _body(source) if isinstance(node, ast.Assign) and _is_block(node.value)]
    inside = {number for value in values for number in range(value.lineno, value.end_lineno or 0)}
    lines = ((number, text.partition('"""')[2] or text) for number, text in enumerate(source.splitlines(), 1))
    return [(number, text) for number, text in lines if number in inside and text != "\\"]


def _code(source: str) -> list[tuple[int, str]]:
    """Return the lines of a script without its docstring."""
    first = next(iter(_body(source)), None)
    has_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    lines = list(enumerate(source.splitlines(), 1))
    return lines[first.end_lineno if first and has_docstring else 0 :]


def _body(source: str) -> list[ast.stmt]:
    try:
        return ast.parse(source).body
    except SyntaxError:  # It is the mistake.
        return []


def _is_block(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.end_lineno != value.lineno


def _between(failure: list[tuple[int, str]], fix: list[tuple[int, str]], says: dict[int, str]) -> list[Line]:
    """Return the differing lines with one line of context around each group and around the failing line."""
    texts = SequenceMatcher(None, [text for _, text in failure], [text for _, text in fix], autojunk=False)
    everything: list[Line] = []
    for tag, low, high, start, end in texts.get_opcodes():
        mark: Mark = "=" if tag == "equal" else "-"
        everything += [Line(mark, number, text, says.get(number, "")) for number, text in failure[low:high]]
        if tag != "equal":
            everything += [Line("+", number, text) for number, text in fix[start:end]]
    return _near(everything)


def _near(everything: list[Line]) -> list[Line]:
    near = {
        place + offset
        for place, line in enumerate(everything)
        if line.mark != "=" or line.says
        for offset in range(-_CONTEXT, _CONTEXT + 1)
    }
    shown: list[Line] = []
    last = -1
    for place in sorted(near & set(range(len(everything)))):
        if shown and place > last + 1:
            shown.append(Line("…", 0, ""))
        shown.append(everything[place])
        last = place
    return _trimmed(shown)


def _trimmed(lines: list[Line]) -> list[Line]:
    """Return the lines without blank ones at the ends and beside what is left out, and no two in a row."""
    shown: list[Line] = []
    for line in [*lines, Line("…", 0, "")]:
        if line.text.strip() or line.mark == "…":
            if line.mark == "…" and shown and not shown[-1].text and shown[-1].mark != "…":
                shown.pop()
            shown.append(line)
        elif shown and shown[-1].text and line.mark == "=":
            shown.append(line)
    return shown[:-1]


def _added(lines: list[Line]) -> list[Line]:
    """Return the failing line and the decisive lines of a fix that has another structure."""
    decisive = [line for line in lines if (line.mark == "+" and line.text.strip()) or line.says]
    shown: list[Line] = []
    for line in decisive:
        if shown and shown[-1].mark == line.mark and line.number > shown[-1].number + 1:
            shown.append(Line("…", 0, ""))
        shown.append(line)
    return shown
