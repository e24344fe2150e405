"""Draws the picture that a chat or a forum shows beside a link to a page."""

import io
import unicodedata
from functools import cache

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
_MARGIN = 80
_WIDTH = SIZE[0] - 2 * _MARGIN
# Every pixel is one of sixteen steps from the background to white: small files, smooth letters.
_STEPS = 16
_BACKGROUND, _FOREGROUND = (9, 52, 71), (255, 255, 255)
_WHITE, _PALE, _BOX = 255, 190, 34


def draw(title: str, message: str, footer: str) -> bytes:
    """Return a PNG; equal texts make equal bytes."""
    image = Image.new("L", SIZE, 0)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 24, SIZE[1]), fill=_PALE)
    bottom = _write(pen, (_MARGIN, _MARGIN), _font(68), _wrapped(title, _font(68), _WIDTH, most=3))
    if message:
        _box(pen, message, bottom + 40)
    pen.text((_MARGIN, SIZE[1] - 90), _drawable(footer), font=_font(34), fill=_PALE)
    return _png(image)


def _box(pen: ImageDraw.ImageDraw, message: str, top: int) -> None:
    lines = _wrapped(message, _font(36), _WIDTH - 60, most=2)
    pen.rectangle((_MARGIN, top, SIZE[0] - _MARGIN, top + 45 * len(lines) + 45), fill=_BOX)
    _write(pen, (_MARGIN + 30, top + 22), _font(36), lines)


def _write(
    pen: ImageDraw.ImageDraw, place: tuple[int, int], font: ImageFont.FreeTypeFont, lines: list[str]
) -> int:
    """Draw lines one below the other and return where they end."""
    left, top = place
    for line in lines:
        pen.text((left, top), line, font=font, fill=_WHITE)
        top += int(font.size * 1.25)
    return top


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int, most: int) -> list[str]:
    """Break text into lines at spaces; what is too long ends in dots."""
    lines = [""]
    for word in _drawable(text).split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width or len(lines) == most:
            lines[-1] = longer
        else:
            lines.append(word)
    return [_fitting(line, font, width) for line in lines if line]


def _fitting(line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    while font.getlength(line) > width:
        line = line.removesuffix("...")[:-1] + "..."
    return line


def _drawable(text: str) -> str:
    """Leave out what Pillow's own font does not have."""
    for sign, plain in {"–": "-", "—": "-"}.items():
        text = text.replace(sign, plain)
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """Return the font that Pillow brings along, so that pictures are the same everywhere."""
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font


def _png(image: Image.Image) -> bytes:
    steps = image.point([level * (_STEPS - 1) // 255 for level in range(256)])
    steps.putpalette(_palette())
    target = io.BytesIO()
    steps.save(target, "PNG", bits=4)
    return target.getvalue()


def _palette() -> list[int]:
    return [
        start + (end - start) * step // (_STEPS - 1)
        for step in range(_STEPS)
        for start, end in zip(_BACKGROUND, _FOREGROUND, strict=True)
    ]
