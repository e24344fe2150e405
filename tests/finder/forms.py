"""The shapes in which people paste output, as functions from the output to the pasted text."""

import html
import json
import textwrap
from collections.abc import Callable
from functools import partial

_STAMP = "2026-11-02T10:00:00.123456Z "


def _each_line(change: Callable[[str], str], text: str) -> str:
    return "".join(f"{change(line)}\n" for line in text.splitlines())


def _in_a_log_file(line: str) -> str:
    entry = {"log": f"{line}\n", "stream": "stderr", "time": _STAMP.strip()}
    return json.dumps(entry, separators=(",", ":"))


def _coloured(line: str) -> str:
    kind, colon, message = line.partition(": ")
    return f"\x1b[1;35m{kind}\x1b[0m{colon}\x1b[35m{message}\x1b[0m"


def _reported(line: str) -> str:
    return line if line.startswith(("FAILED ", "ERROR ")) else f"E       {line}"


def _boxed(text: str) -> str:
    width = max(map(len, text.splitlines()))
    return f"╭{'─' * (width + 2)}╮\n" + _each_line(lambda line: f"│ {line.ljust(width)} │", text)


def _wrapped_hard(width: int, text: str) -> str:
    return "".join(
        f"{line[start : start + width]}\n"
        for line in text.splitlines()
        for start in range(0, max(len(line), 1), width)
    )


def _wrapped_by_words(width: int, text: str) -> str:
    wrap = partial(textwrap.fill, width=width, break_long_words=False, break_on_hyphens=False)
    return _each_line(wrap, text)


def _browsed(text: str) -> str:
    return text.replace("\n", "\n\n")


FORMS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "colours": partial(_each_line, _coloured),
    "colours spelled out": lambda text: _each_line(_coloured, text).replace("\x1b", "\\x1b"),
    "colours that lost their escape": lambda text: _each_line(_coloured, text).replace("\x1b", ""),
    "docker-compose": partial(_each_line, lambda line: f"web-1        | {line}"),
    "container log file": partial(_each_line, _in_a_log_file),
    "container runtime": partial(_each_line, lambda line: f"{_STAMP}stderr F {line}"),
    "time stamps": partial(_each_line, lambda line: _STAMP + line),
    "platform": partial(_each_line, lambda line: f"{_STAMP}app[web.1]: {line}"),
    "journal": partial(_each_line, lambda line: f"Nov  2 10:00:00 shop python3[812]: {line}"),
    "logging": partial(_each_line, lambda line: f"2026-11-02 10:00:00,123 ERROR shop.orders: {line}"),
    "pytest": partial(_each_line, _reported),
    "exception group": partial(_each_line, lambda line: f"    | {line}"),
    "box": _boxed,
    "e-mail": partial(_each_line, lambda line: f"> > {line}"),
    "Markdown list": partial(_each_line, lambda line: f"> - {line}"),
    "Markdown fence": lambda text: f"```{text}```",
    "indented": partial(_each_line, lambda line: f"        {line}"),
    "Windows": lambda text: text.replace("\n", "\r\n").replace("asyncio/", "C:\\Python\\Lib\\asyncio\\"),
    "blank lines between": _browsed,
    "HTML": lambda text: f"<pre>{html.escape(text)}</pre>",
    "JSON": lambda text: json.dumps({"level": "error", "text": text}),
    "JSON in JSON": lambda text: json.dumps({"log": json.dumps({"text": text})}),
    "repr": lambda text: repr(text.encode()),
    "typographic quotes": lambda text: text.replace("'", "\u2019").replace('"', "\u201d"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "wrapped at 80": partial(_wrapped_hard, 80),
    "wrapped by words at 60": partial(_wrapped_by_words, 60),
    "box, wrapped by words": lambda text: _boxed(_wrapped_by_words(70, text)),
    "docker-compose, wrapped at 100": lambda text: FORMS["docker-compose"](_wrapped_hard(100, text)),
    "byte order mark": lambda text: f"\ufeff{text}",
    # What follows is of another program: a log of the same one that goes on is evidence of its own.
    "in a long log": lambda text: "12:00 INFO order of tea saved\n" * 5_000 + text + "tea tea tea\n" * 5_000,
}
