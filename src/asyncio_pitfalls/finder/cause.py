"""The error that a log line or a warning only follows from: in `exception=`, or the end of a traceback.

A task that nobody awaited, a session that nobody closed, a coroutine that nobody awaited: asyncio reports
them after an error, and the error is what the reader has to fix.
"""

from asyncio_pitfalls.finder.context import has
from asyncio_pitfalls.finder.lines import rule
from asyncio_pitfalls.finder.rules import LIMITS, MARKS
from asyncio_pitfalls.finder.view import View


def error_beside(view: View, start: int, end: int, kind: str) -> str:
    """Return the line of the error that the message from `start` to `end` follows from, or ""."""
    if kind not in {"log", "warning"}:
        return ""
    below = error_below(view, view.index_at(end - 1)) if kind == "log" else ""
    return (below or error_above(view, view.index_at(start)))[: LIMITS["shown"]]


def error_below(view: View, index: int) -> str:
    """Return the last error of the traceback that is logged with a message, or what is in `exception=`."""
    texts = [line.text for line in view.lines[index : index + LIMITS["below"]]]
    has_failed = not any(has("unfailed", text) for text in texts[:2])
    if has_failed and any(has("traceback", text) for text in texts[1:4]):
        for place, text in enumerate(texts[1:], 2):
            if has("error", text) and not any(has("chained", later) for later in texts[place : place + 2]):
                return text
    found = [match for text in texts[:3] for match in rule(MARKS["in_repr"]).findall(text)]
    return found[0] if found else ""


def error_above(view: View, index: int) -> str:
    """Return the error with which a traceback right above a message ends."""
    nearest = reversed(view.lines[max(0, index - LIMITS["above"]) : index])
    return next((line.text for line in nearest if has("error", line.text)), "")
