"""Draws a story as SVG: a column for each lane, a row for each thing that happens, words beside it.

Nothing is said by colour alone: who runs is a thick bar, who waits a dotted line, and each mark has a form.
There are no styles in it, because the site's policy forbids them: `picture.css` has the rules.
"""

import html
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files

from asyncio_pitfalls.trace.story import Row, Story

# Units are pixels on a phone of 390 pixels, less its margins.
_WIDTH = 356
_LINE = 15
_GAP = 7
_HEAD = 16
# What a character takes of a line; sans serif for words and fixed width for code, at their sizes.
_WORDS, _BOLD, _CODE = 6.6, 7.7, 6.7
_MOST_CODE_LINES = 2
_LEAST_LETTERS = 12
# The words and the number of the line say these already.
_WITHOUT_CODE = {"create", "end", "cancelled", "fail", "catch"}
_LEAST_COLUMN, _MOST_COLUMN, _COLUMNS = 14, 24, 130
_LEAST_ROOM = 180
_ENDS = {"end", "cancelled", "fail", "lost"}
_PAUSES = {"wait"}
# Said at the head of a lane.
_IN_A_THREAD = " in a thread"


def style() -> str:
    """Return the rules of the classes that a picture uses."""
    return files(__package__).joinpath("picture.css").read_text(encoding="utf-8")


def standalone(story: Story, title: str) -> str:
    """Return a picture as a file of its own."""
    return draw(story, title).replace(">", f"><style>{style()}</style>", 1)


def draw(story: Story, title: str) -> str:
    """Return a picture; `title` is its name for those who do not see it."""
    drawing = _Drawing(story)
    body = "".join([*drawing.heads(), *drawing.rows()])
    height = round(drawing.y + _GAP)
    box = f'class="trace" viewBox="0 0 {drawing.width:g} {height}"'
    name = f'role="img" aria-label="{html.escape(title)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} {name}>{body}</svg>'


@dataclass
class _Drawing:
    """Where the next row is, and since when each lane runs or waits."""

    story: Story
    y: float = 0
    since: dict[int, float] = field(default_factory=dict)
    runs: dict[int, bool] = field(default_factory=dict)

    @property
    def gap(self) -> float:
        """How far apart two lanes are."""
        return max(_LEAST_COLUMN, min(_MOST_COLUMN, _COLUMNS / max(1, len(self.story.names))))

    def x(self, lane: int) -> float:
        """Return the middle of a lane."""
        return round(9 + lane * self.gap, 1)

    @property
    def width(self) -> float:
        """How wide the picture is: wider than a phone only with very many lanes."""
        return max(_WIDTH, self.left + _LEAST_ROOM)

    @property
    def left(self) -> float:
        """Where the words begin."""
        return self.x(len(self.story.names) - 1) + 14

    def heads(self) -> Iterator[str]:
        """Yield the names of the lanes, each above the next, with a line down to its lane."""
        bottom = len(self.story.names) * _HEAD + 4
        for lane, name in enumerate(self.story.names):
            y = lane * _HEAD + 12
            yield f'<path class="lead" d="M{self.x(lane) + 8} {y - 4}H{self.x(lane)}V{bottom}"/>'
            yield f'<text class="name" x="{self.x(lane) + 11}" y="{y}">{html.escape(name)}</text>'
        self.y = bottom + 4

    def rows(self) -> Iterator[str]:
        """Yield the rows, and the lines of the lanes between them."""
        for number, row in enumerate(self.story.rows):
            top = self.y + _GAP
            middle = top + _LINE / 2
            yield from self._columns(row, middle)
            yield from self._marks(row, middle)
            yield from self._text(row, top, self._subject(number))
            for lane in row.lanes:
                is_over = row.kind in _ENDS or self._last(lane) == number
                self.runs[lane] = row.kind not in _PAUSES
                self.since[lane] = middle
                if is_over:
                    del self.since[lane]
            for lane in row.others:
                self.since.setdefault(lane, middle)

    def _subject(self, number: int) -> str:
        """Return who does what is in a row, unless the row before has said it."""
        before, row = self.story.rows[number - 1] if number else None, self.story.rows[number]
        is_said = before is not None and before.lanes == row.lanes and "close" not in {before.kind, row.kind}
        return "" if is_said else self.story.subject(row).replace(_IN_A_THREAD, "")

    def _last(self, lane: int) -> int:
        """Return the number of the last row in which something happens in a lane."""
        places = [n for n, row in enumerate(self.story.rows) if lane in row.lanes and row.kind != "close"]
        return max(places, default=-1)

    def _columns(self, row: Row, middle: float) -> Iterator[str]:
        """Yield each lane of `row` down to it: it has run, or it has waited."""
        for lane in row.lanes:
            if lane in self.since and row.kind != "close":
                kind = "runs" if self.runs.get(lane) else "waits"
                yield f'<path class="{kind}" d="M{self.x(lane)} {self.since[lane]}V{middle}"/>'

    def _marks(self, row: Row, middle: float) -> Iterator[str]:
        """Yield the form that says what happens, and arrows to whom it happens."""
        if row.kind == "close":
            end = self.x(len(self.story.names) - 1) + 6
            yield f'<path class="close" d="M2 {middle - 2}H{end}M2 {middle + 2}H{end}"/>'
            return
        for lane in row.lanes:
            yield _MARKS.get(row.kind, _DOT).format(x=self.x(lane), y=middle, bad=" bad" if row.says else "")
        if row.kind != "wait":
            for lane in row.others:
                yield self._arrow(row.lanes[0], lane, middle)

    def _arrow(self, start: int, end: int, y: float) -> str:
        way = 1 if end > start else -1
        tip = self.x(end) - 3 * way
        return f'<path class="arrow" d="M{self.x(start)} {y}H{tip}m{-4 * way} -3l{4 * way} 3l{-4 * way} 3"/>'

    def _text(self, row: Row, top: float, subject: str) -> Iterator[str]:
        """Yield the words of a row, its code beside or below them, and its message."""
        self.y = top + 11
        room = self.width - self.left - (18 if row.line else 0)
        if row.line:
            yield f'<text class="number" x="{self.width}" y="{self.y}">{row.line}</text>'
        is_told = row.kind != "print" or row.times > 1
        words = self.story.predicate(row).replace(_IN_A_THREAD, "") if is_told else ""
        bold = len(subject) * (_BOLD - _WORDS)
        lines = _wrapped(f"{subject} {words}".strip(), (room - bold) / _WORDS)
        used = len(lines[-1]) * _WORDS + (bold if len(lines) == 1 else 0)
        yield from self._words(lines, subject)
        if row.code and row.kind not in _WITHOUT_CODE and not (row.kind == "wait" and row.others):
            yield from self._code(row.code, room, used + 6 if lines[-1] else 0)
        yield from self._message(row)
        self.y += 4

    def _words(self, lines: list[str], subject: str) -> Iterator[str]:
        """Yield lines of words, in the first of which the subject is bold."""
        for number, line in enumerate(lines):
            self.y += _LINE if number else 0
            is_first = not number and bool(subject) and line.startswith(subject)
            head = f"<tspan>{html.escape(subject)}</tspan>" if is_first else ""
            rest = html.escape(line.removeprefix(subject) if is_first else line)
            yield f'<text x="{self.left}" y="{self.y}">{head}{rest}</text>' if line else ""

    def _code(self, code: str, room: float, used: float) -> Iterator[str]:
        """Yield code beside the words, which have `used` some room, or else below them."""
        is_beside = len(code) * _CODE <= room - used
        x = f"{self.left + used:.0f}" if is_beside else self.left
        for number, line in enumerate([code] if is_beside else _cut(_wrapped(code, room / _CODE))):
            self.y += _LINE if number or (used and not is_beside) else 0
            yield f'<text class="code" x="{x}" y="{self.y}">{html.escape(line)}</text>'

    def _message(self, row: Row) -> Iterator[str]:
        """Yield the message of a row below it; that of the mistake is in a box."""
        message, size, shift, kind = row.message, _WORDS, 0, "message"
        if row.says:
            message, size, shift, kind = row.says, _BOLD, 4, "says"
        lines = _wrapped(message, (self.width - self.left - 8) / size) if message else []
        if row.says:
            box = f'x="{self.left - 3}" y="{self.y + 5}" width="{self.width - self.left + 3}" '
            yield f'<rect class="box" {box}height="{len(lines) * _LINE + 4}"/>'
        for line in lines:
            self.y += _LINE
            place = f'x="{self.left + shift}" y="{self.y + shift / 2:g}"'
            yield f'<text class="{kind}" {place}>{html.escape(line)}</text>'
        self.y += shift


_DOT = '<circle class="dot" cx="{x}" cy="{y}" r="3.5"/>'
_CROSS = '<path class="cross{bad}" d="M{x} {y}m-5 -5l10 10m0 -10l-10 10"/>'
_MARKS = {
    "wait": '<circle class="pause" cx="{x}" cy="{y}" r="4"/>',
    "end": '<path class="stop" d="M{x} {y}m-6 0h12"/>',
    "cancelled": _CROSS,
    "fail": _CROSS,
    "lost": _CROSS,
    "catch": '<path class="dot" d="M{x} {y}m-5 0l5 -5l5 5l-5 5z"/>',
    "block": '<path class="block" d="M{x} {y}m-5 -5h10v10h-10z"/>',
}


def _wrapped(text: str, room: float) -> list[str]:
    """Return `text` in lines of at most `room` characters, broken at spaces where there are any."""
    return textwrap.wrap(text, max(_LEAST_LETTERS, int(room)), break_on_hyphens=False) or [""]


def _cut(lines: list[str]) -> list[str]:
    """Return the first lines of code, which the listing has in full."""
    if len(lines) <= _MOST_CODE_LINES:
        return lines
    return [*lines[: _MOST_CODE_LINES - 1], f"{lines[_MOST_CODE_LINES - 1].rstrip()[:-1]}…"]
