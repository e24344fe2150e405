"""The expressions and bounds by which a pasted text is read, as data.

The browser's finder is given these very tables, so none of them is written twice; therefore they
use only what Python and JavaScript read alike.
"""

# What is done to a text before it is searched, in this order: expression, replacement.
# No rule takes a line end away or adds one, so that line numbers stay true; and every
# repetition is bounded or over one class that the rest cannot match, so that none is slow.
RULES: tuple[tuple[str, str], ...] = (
    # Colours and links of terminals: as bytes, spelled out in a log, and with the escape lost in copying.
    (r"\x1b\[[0-?]{0,40}[ -\/]{0,5}[@-~]", ""),
    (r"\x1b\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)", ""),
    (r"(?:\\{1,4}(?:x1b|u001[bB]|033|e)|\^\[|\u241b)\[[0-9;]{0,20}[A-Za-z]", ""),
    (r"\[[0-9]{1,3}(?:;[0-9]{1,3}){0,5}m", ""),
    # HTML; first &amp;, because some pages escape twice.
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;|&#34;", '"'),
    ("&#0?39;|&#x27;|&apos;", "'"),
    ("&nbsp;|&#160;|&#xa0;", " "),
    (r"<\/?(?:br|p|div|li|td|tr|pre|details|summary)(?: [^<>\n]{0,300})?\/?>", " "),
    (r"<\/?(?:a|b|code|em|font|i|mark|samp|span|strong)(?: [^<>\n]{0,300})?>", ""),
    # What word processors make of quotes; the marks of Markdown.
    ("[\u2018-\u201b\u02bc\u00b4]", "'"),
    ("[\u201c-\u201f\u00ab\u00bb]", '"'),
    (r"`|\*\*", ""),
    # What else ends a line somewhere; a progress bar goes back to the start of its line.
    ("[\r\u2028\u2029]", " "),
    # A line of a container's log file, which is JSON around the line that was printed.
    (r"""^\{"log":"|(?:\\n)?","stream":"std(?:out|err)"[^\n]{0,200}\}$""", ""),
    # Stamps of docker-compose, pm2, CI, container platforms and syslog at the start of a line.
    (r"^ {0,8}[0-9A-Za-z_.-]{1,60}(?:\|[0-9A-Za-z_.-]{1,60})? {0,60}\| ", ""),
    (r"^\[?[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.,]{5,18}(?:Z|[+-][0-9:]{4,6})?\]? ", ""),
    (r"^(?:(?:app|heroku)\[[0-9a-z.-]{1,40}\]:|std(?:out|err) [FP]) ", ""),
    (r"^[A-Z][a-z]{2} {1,2}[0-9]{1,2} [0-9:]{8} (?:[^ \n]{1,60} [^ \n]{1,60}: )?", ""),
    # What the two languages, or people, call a space; boxes; what cannot be seen.
    (r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]", ""),
    (
        r"[ \t\x0b\x0c\x85|\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2500-\u259f]{1,}",
        " ",
    ),
    # The quoting of e-mail and Markdown, exception groups, lists.
    (r"^(?:[ >+]|[-*\u2022] ){1,}", ""),
    (r" $", ""),
)
# What makes text out of a string that was written as JSON or with repr(), once or twice.
# A Windows path can look escaped, therefore lines are read both as they are and so.
ESCAPED = r"""\\[nrt"'\\u<>_*\[]"""
ESCAPES: tuple[tuple[str, str], ...] = (
    (r"\\{1,8}u003[cC]", "<"),
    (r"\\{1,8}u003[eE]", ">"),
    (r"\\{1,8}u0027", "'"),
    (r"\\{1,8}u0022", '"'),
    (r"\\{1,8}[nr]", "\n"),
    (r"\\{1,8}t", " "),
    (r"""\\{1,8}(?=["'<>_*\[\]()])""", ""),
    (r"\\{2,8}", "\\"),
)
# What hardly ever stands in text; the last is put for bytes that are not UTF-8.
BINARY = r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]"
# A message can stand in source code: where it is raised, and in lines that IPython, rich and
# pytest show around the line that is executed. Only the executed line tells what happened.
MARKS = {
    # What stands before the message in code: `raise X("`, `== "`, and a string on a line of its own.
    "raised": r"""(?:^|[^0-9A-Za-z_])raise [0-9A-Za-z_.]{1,60}\([rf]?["']?$""",
    "compared": r"""(?:[!=]=|match=|(?:^|[^0-9A-Za-z_])in) ?[rf]?["']$""",
    "quoted": r"""^(?:[^0-9A-Za-z\n]{0,20}[0-9]{1,5} |\[[0-9]{1,5}\]\([^)\n]{0,300}\) )?[rf]?["']$""",
    "quoted_end": r"""^[^"'\n]{0,200}["']\)""",
    "numbered": r"^(?:[0-9]{1,5} |\[[0-9]{1,5}\]\()",
    "marked": "^(?:-{1,9}>|\u276f|\u2771)",
    "frame": r'File "|, line [0-9]|\.py:[0-9]{1,6}: in ',
    # pytest and others cut a line that is too long.
    "cut": r"(?:\.\.\.|\u2026)$",
    # The exception above this line was handled, and another one came of that.
    "handled": "During handling of the above exception|exception was the direct cause",
    "chained": "^(?:During handling of|The above exception was)",
    # The last line of a traceback. Ctrl-C and a cancellation stop a program, but they are no error in
    # it, and an error that names a coroutine follows from the missing await.
    "error": (
        r"""^(?:E {1,9}|b?["']|[^"'(]{1,80}[:\]] )?"""
        r"(?![^:\n]{0,99}(?:Cancelled|Interrupt|Exit|Warning)|.{0,300}coroutine)"
        r"(?:(?:[A-Za-z_][0-9A-Za-z_]{0,60}\.){1,9}[A-Z][0-9A-Za-z_]{1,60}"
        r"|socket\.(?:gaierror|timeout)|[A-Z][0-9A-Za-z_]{0,60}(?:Error|Exception|Failure))(?:: |$)"
    ),
    "in_repr": (
        r"[ ,{]'?exception'?[=:] ?((?!Cancelled|Keyboard|System|.{0,200}coroutine)"
        r"(?:[A-Za-z_][0-9A-Za-z_.]{1,60}\(|<[A-Z]).{0,200}?(?:[)>](?=>| created|[,}]|$)|$))"
    ),
    "traceback": r'Traceback \(most recent call last\)|^source_traceback: |^File "',
    # What has not failed, such as a client that is open: a traceback below it is another one.
    "unfailed": "task: <Task (?:pending|cancelling) |(?:client_session|connections|connector): ",
}

# A text of at most `whole` characters is read as it is. Of a longer one only parts are read, around
# the first and the last `parts` places of each signature: `before` and `after` each.
# At most `places` of one literal are tried. `shown` is the longest line that is shown,
# `answers` the longest list of answers, `sample` what is looked at to tell text from binary data.
# Of a message that was cut in the middle of a text, `cut` characters more are left than of one at its end.
# The error that a message follows from is looked for in `above` lines over it and `below` lines under it.
LIMITS = {
    "whole": 100_000,
    "before": 3_000,
    "after": 1_000,
    "parts": 4,
    "places": 100,
    "shown": 300,
    "answers": 5,
    "sample": 4_096,
    "cut": 8,
    "above": 3,
    "below": 80,
}
