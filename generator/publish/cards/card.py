"""A card as a PNG of 1200 x 630 pixels, the size that OpenGraph's readers ask for.

The font is Source Serif 4 (SIL Open Font License 1.1, beside this file). It is set without a shaping library, which
not every build of Pillow has, so that the same words give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).with_name("SourceSerif4-SemiBold.ttf")
DESIGN = "1"
"""To be raised with the look of cards, so that kept ones are drawn anew."""
WIDTH, HEIGHT, EDGE = 1200, 630, 84
SIZES = (72, 64, 56, 50, 44)
"""Sizes of a title in pixels, from that of a short one to that of a long one."""
LINES, SMALL = 4, 32
LEADING = 1.16
PAPER, INK, ACCENT = (251, 250, 246), (31, 29, 26), (23, 78, 115)
SHADES = 16
"""From paper to ink; the last but one is the accent, which no letter's edge is."""
DARK, QUIET, BAND = 255, 176, 14
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says: the site above, the title large, below it as many details as have room, the first at least."""

    site: str
    title: str
    detail: tuple[str, ...] = ()

    def drawn(self) -> bytes:
        """The card as PNG."""
        shades = Image.new("L", (WIDTH, HEIGHT), 0)
        canvas = ImageDraw.Draw(shades)
        canvas.text((EDGE, EDGE), _fitting(self.site, SMALL), fill=QUIET, font=_font(SMALL), anchor="lm")
        canvas.text((EDGE, HEIGHT - EDGE), _joined(self.detail), fill=QUIET, font=_font(SMALL), anchor="lm")
        size, lines = _set(self.title)
        step = size * LEADING
        top = HEIGHT / 2 - step * (len(lines) - 1) / 2
        for row, line in enumerate(lines):
            canvas.text((EDGE, top + row * step), line, fill=DARK, font=_font(size), anchor="lm")
        return _png(shades)


def _joined(details: tuple[str, ...]) -> str:
    """As many details as one line holds."""
    line = details[0] if details else ""
    for detail in details[1:]:
        longer = f"{line} · {detail}"
        if _font(SMALL).getlength(longer) > WIDTH - 2 * EDGE:
            break
        line = longer
    return _fitting(line, SMALL)


def _set(title: str) -> tuple[int, list[str]]:
    """The largest size at which a title has room, and its lines."""
    for size in SIZES:
        lines = _wrapped(title, size)
        if len(lines) <= LINES:
            return size, lines
    lines = _wrapped(title, SIZES[-1])[:LINES]
    return SIZES[-1], [*lines[:-1], _fitting(f"{lines[-1]} {ELLIPSIS}", SIZES[-1])]


def _wrapped(title: str, size: int) -> list[str]:
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or _font(size).getlength(longer) <= WIDTH - 2 * EDGE:
            lines[-1] = longer
        else:
            lines.append(word)
    return [_fitting(line, size) for line in lines]


def _fitting(words: str, size: int) -> str:
    """A line that has room; what has none is cut."""
    font, room = _font(size), WIDTH - 2 * EDGE
    if font.getlength(words) <= room:
        return words
    words = words.removesuffix(ELLIPSIS).rstrip()
    while words and font.getlength(f"{words} {ELLIPSIS}") > room:
        words = words.rsplit(" ", 1)[0] if " " in words else words[:-1]
    return f"{words} {ELLIPSIS}".strip()


def _png(shades: Image.Image) -> bytes:
    """Shades of grey as a picture of few colours, which makes a small file."""
    last = SHADES - 1
    levels = shades.point([round(shade / DARK * (last - 1)) if shade < DARK else last for shade in range(256)])
    colours = [
        tuple(round(a + (b - a) * level / last) for a, b in zip(PAPER, INK, strict=True)) for level in range(SHADES)
    ]
    levels = levels.point([last if level == last else min(level, last - 2) for level in range(256)])
    colours[last - 1] = ACCENT
    ImageDraw.Draw(levels).rectangle((0, 0, BAND, HEIGHT), fill=last - 1)
    picture = Image.frombytes("P", levels.size, levels.tobytes())
    picture.putpalette([part for colour in colours for part in colour])
    kept = BytesIO()
    picture.save(kept, "PNG", bits=4)
    return kept.getvalue()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), size, layout_engine=ImageFont.Layout.BASIC)
