"""The rules that take the machine, the moment and the patch release out of recorded output.

`RULES` is the one list of them; each is applied to the whole text, in this order.
"""

import re

_ANSI = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))"
# The indented lines under a frame, also in the box of an exception group: source, carets, "[Previous ...]".
_SOURCE = r"(?:\n(?: *\| )?(?! *(?:File |\||\+)) {4,}[^\n]*)*"
# A path, tried only where one can begin: anywhere else, a long line would take quadratic time.
_PATH = r"(?<![^\s\"'()<>])[^\s\"'()<>]{0,999}"
# What follows a path is looked for before the library in it, for the same reason.
_FRAME = r'File "(?=[^"\n]*", line \d)[^"\n]*'
_ALLOCATION = r'File "(?=[^"\n]*", lineno \d)[^"\n]*'
_CALL = r"File '(?=[^'\n]*', line \d+, in)[^'\n]*"
# The numbered lines that IPython shows under a frame.
_CONTEXT = r"(?:\n(?:-+> +\d+| +\d+| +\(\.\.\.\))[^\n]*)*"

RULES: tuple[tuple[str, str, str], ...] = (
    ("colours", _ANSI, ""),
    ("Windows line ends", r"\r\n", "\n"),
    (
        "packages' frames",
        rf'{_FRAME}/site-packages/([^"\n]+)", line \d+(, in [^\n]*)?{_SOURCE}',
        r'File "\1"\2',
    ),
    (
        "library frames in a notebook",
        r"\bFile [^\s\"]{0,999}/(?:lib/python3\.\d+|site-packages)/(\S{1,999}\.py):\d+(, in [^\n]*)"
        + _CONTEXT,
        r"File \1\2",
    ),
    ("packages' locations", rf"{_PATH}/site-packages/([\w/.-]+\.py):\d+", r"\1"),
    (
        "library frames",
        rf'{_FRAME}/lib/python3\.\d+/([^"\n]+)", line \d+(, in [^\n]*)?{_SOURCE}',
        r'File "\1"\2',
    ),
    (
        "library allocations",
        rf'{_ALLOCATION}/lib/python3\.\d+/(?:site-packages/)?([^"\n]+)", lineno \d+{_SOURCE}',
        r'File "\1"',
    ),
    ("library call graphs", rf"{_CALL}/lib/python3\.\d+/([^'\n]+)', line \d+, in", r"File '\1', in"),
    ("frozen frames", r'File "<frozen ([\w.]+)>", line \d+', r'File "<frozen \1>"'),
    (
        "library warnings",
        rf"^( *){_PATH}/lib/python3\.\d+/([\w/.-]+\.py):\d+: (\w+: [^\n]*)(?:\n\1  \S[^\n]*)?",
        r"\1\2: \3",
    ),
    ("library locations", rf"{_PATH}/lib/python3\.\d+/([\w/.-]+\.py)(?::\d+)?", r"\1"),
    (
        "thread ids",
        r"(\bThread |\bthread |<\w*Thread\([^()]*(?:started|daemon) )(?:0x[0-9a-f]{5,}|\d{5,})",
        r"\1<id>",
    ),
    # Linux names the main thread after the executable, which may be `python` or `python3.14`.
    ("the main thread's name", r"^((?:Current thread|Thread) <id> )\[python[\d.]*\]", r"\1[python]"),
    ("addresses", r"\b0x[0-9a-fA-F]{4,}\b", "0x..."),
    ("process ids", r"\b(pid[= ]|PID |subprocess )\d+", r"\1<pid>"),
    # What state a coroutine is in when it goes down with the interpreter depends on the order of finalizers.
    (
        "tasks destroyed at exit",
        r"^(task: <Task pending name='[^'\n]*' coro=<\w+\(\)) [^<>\n]*> "
        r"wait_for=<Future \w+(?: result=None)?",
        r"\1 ...> wait_for=<Future ...",
    ),
    ("file descriptors", r"(\bfd=|\bFile descriptor )\d+", r"\1<n>"),
    ("ports", r"('127\.0\.0\.1', )\d{4,}", r"\1<port>"),
    ("durations", r"\b\d+\.\d+ ?(s\b|seconds\b|ms\b)", r"<n> \1"),
    ("trailing space", r"(?<![ \t])[ \t]+$", ""),
    # MyST-NB shows none either.
    ("blank lines at the end", r"(?<!\n)\n{2,}\Z", "\n"),
)
_COMPILED = [(re.compile(pattern, re.MULTILINE), replacement) for _, pattern, replacement in RULES]


def normalise(text: str, *folders: str) -> str:
    """Return `text` without what differs between machines and runs.

    `folders` are temporary folders whose names are taken out of paths.
    """
    for folder in folders:
        for spelling in (f"/private{folder}", folder):
            text = text.replace(f"{spelling}/", "").replace(spelling, ".")
    for pattern, replacement in _COMPILED:
        text = pattern.sub(replacement, text)
    return text
