"""Whether a message happened: what the text around it tells, where a traceback shows more than that."""

from asyncio_pitfalls.finder.lines import rule
from asyncio_pitfalls.finder.rules import LIMITS, MARKS
from asyncio_pitfalls.finder.search import occurrences
from asyncio_pitfalls.finder.signatures import Start
from asyncio_pitfalls.finder.view import View


def is_context(view: View, start: int, end: int) -> bool:
    """Return whether a match is only in source code, and not in the line of it that was executed."""
    index = view.index_at(start)
    line = view.lines[index].text
    before, after = view.text[view.starts[index] : start], view.text[end : view.end_of(index)]
    if has("compared", before):
        return True
    if has("numbered", line):
        return has("raised", before) or has("quoted", before)
    if has("raised", before) or (has("quoted", before) and has("quoted_end", after)):
        return not has("marked", line) and not (index and has("frame", view.lines[index - 1].text))
    return False


def cut_line(view: View, start: Start) -> int | None:
    """Return the index of a line in which a message that begins so was cut short.

    A tool marks the cut; without a mark nothing of the message may follow in the next line.
    A message that is there to its end was not cut: its expression has found it, or has reasons not to.
    """
    text, least = start["text"], start["least"]
    for place in occurrences(view, text[:least]):
        index = view.index_at(place)
        rest = view.text[place : view.end_of(index)]
        is_marked = has("cut", rest[-3:])
        rest = rest.rstrip(".\u2026")
        if start["whole"] and rest.startswith(text.rstrip(".")):
            continue
        if is_marked and (text.startswith(rest) or rest.startswith(text)):
            return index
        if text.startswith(rest) and not goes_on(view, index, text[len(rest) :], len(rest) - least):
            return index
    return None


def goes_on(view: View, index: int, missing: str, more: int) -> bool:
    """Return whether a message may go on after a line in which it has only `more` characters than it must."""
    if index == len(view.lines) - 1:
        return False
    return more < LIMITS["cut"] or view.lines[index + 1].text.startswith(missing.lstrip(" ")[:1])


def is_raised(view: View, start: int) -> bool:
    """Return whether a match is in the source line that raises it, where names are not filled in."""
    return has("raised", view.text[view.starts[view.index_at(start)] : start])


def is_handled(view: View, end: int) -> bool:
    """Return whether the exception whose message ends here was handled and led to another one."""
    index = view.index_at(end - 1)
    return any(has("handled", line.text) for line in view.lines[index + 1 : index + 4])


def has(mark: str, text: str) -> bool:
    """Return whether one of the marks of `rules.py` is in `text`."""
    return rule(MARKS[mark]).search(text) is not None
