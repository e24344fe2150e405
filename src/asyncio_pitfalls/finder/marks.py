"""Whether a message happened: what the text around it tells, where a traceback shows more than that."""

from asyncio_pitfalls.finder.lines import rule
from asyncio_pitfalls.finder.reading import Reading, occurrences
from asyncio_pitfalls.finder.rules import LIMITS, MARKS


def is_context(reading: Reading, start: int, end: int) -> bool:
    """Return whether a match is only in source code, and not in the line of it that was executed."""
    index = reading.index_at(start)
    line = reading.lines[index].text
    before, after = reading.text[reading.starts[index] : start], reading.text[end : reading.end_of(index)]
    if has("compared", before):
        return True
    if has("numbered", line):
        return has("raised", before) or has("quoted", before)
    if has("raised", before) or (has("quoted", before) and has("quoted_end", after)):
        return not has("marked", line) and not (index and has("frame", reading.lines[index - 1].text))
    return False


def cut_line(reading: Reading, start: str, least: int) -> int | None:
    """Return the index of a line in which a message that begins with `start` was cut short.

    A tool marks the cut; without a mark nothing of the message may follow in the next line.
    """
    for place in occurrences(reading.text, start[:least]):
        index = reading.index_at(place)
        rest = reading.text[place : reading.end_of(index)]
        is_marked = has("cut", rest)
        rest = rest.rstrip(".\u2026")
        if is_marked and (start.startswith(rest) or rest.startswith(start)):
            return index
        if start.startswith(rest) and not goes_on(reading, index, start[len(rest) :], len(rest) - least):
            return index
    return None


def goes_on(reading: Reading, index: int, missing: str, more: int) -> bool:
    """Return whether a message may go on after a line in which it has only `more` characters than it must."""
    if index == len(reading.lines) - 1:
        return False
    return more < LIMITS["cut"] or reading.lines[index + 1].text.startswith(missing.lstrip(" ")[:1])


def is_raised(reading: Reading, start: int) -> bool:
    """Return whether a match stands in the source line that raises it, where names are not filled in."""
    return has("raised", reading.text[reading.starts[reading.index_at(start)] : start])


def is_handled(reading: Reading, end: int) -> bool:
    """Return whether the exception whose message ends here was handled and led to another one."""
    index = reading.index_at(end - 1)
    return any(has("handled", line.text) for line in reading.lines[index + 1 : index + 4])


def has(mark: str, text: str) -> bool:
    """Return whether one of the marks of `rules.py` stands in `text`."""
    return rule(MARKS[mark]).search(text) is not None
