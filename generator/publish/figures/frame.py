"""What every picture shares: its frame with title and description, text, links, and lengths in percent.

Widths are percent and heights pixels, so that a picture fills its column at any width and its letters keep their size.
Colours are `currentColor`; a stylesheet may say more by the classes. No style attribute, no script.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from xml.sax.saxutils import escape, quoteattr

from svg import SVG, A, Circle, Desc, Element, Length, Line, Point, Polygon, Rect, Text, Title, TSpan

SIZE, SMALL = 13, 11.5
"""Sizes of letters in pixels."""
LINE = 16
"""From one line of text to the next."""
NARROWEST = 284
"""The width in pixels in which words must find room: a small phone's 320 less the margins of a page."""
FONT = "system-ui, sans-serif"
QUOTE = {'"': "&quot;"}
PAPER = "Canvas"
"""What covers the lines behind a sign: the reader's own background (CSS Color 4), where a stylesheet says no other."""
BOLD = 1.12
"""How much wider bold letters are."""
QUIET = 0.75
"""Opacity of what is said by the way; still 4.5 to 1 where the text itself is 7 to 1."""


def percent(value: float) -> Length:
    """A length in percent of the picture's width."""
    return Length(round(value, 2), "%")


def text(
    words: str,
    x: Length | int,
    y: float,
    *,
    classes: Sequence[str] = (),
    size: float = SIZE,
    anchor: str | None = None,
    bold: bool = False,
    quiet: bool = False,
    dx: float | None = None,
) -> Text:
    """One line of text; `anchor` is start, middle or end."""
    return Text(
        text=escape(words),
        x=x,
        y=y,
        dx=dx,
        class_=list(classes) or None,
        font_size=None if size == SIZE else size,
        font_weight="bold" if bold else None,
        text_anchor=anchor,  # type: ignore[arg-type]  # one of three words
        fill_opacity=QUIET if quiet else None,
    )


def spans(*parts: tuple[str, bool]) -> list[Element]:
    """Pieces of one line, each with whether it is bold."""
    return [TSpan(text=escape(words), font_weight="bold" if bold else None) for words, bold in parts if words]


def hit(y: float, height: float, x: float = 0, width: float = 100) -> Rect:
    """What a pointer may meet of a link: its whole row."""
    return Rect(
        x=percent(x),
        y=y,
        width=percent(width),
        height=height,
        rx=4,
        fill="currentColor",
        fill_opacity=0,
        class_=["fig-hit"],
    )


def linked(target: str, parts: Iterable[Element], *, label: str = "") -> A:
    """Parts of a picture that lead to the item on the page with the id `target`; `label` is for signs without words."""
    extra = {"aria-label": escape(label, QUOTE)} if label else None
    return A(href=f"#{escape(target, QUOTE)}", class_=["fig-link"], extra=extra, elements=list(parts))


Corners = tuple[tuple[float, float], ...]


def at(x: Length | int, y: float, corners: Corners, *, classes: Sequence[str]) -> SVG:
    """A small shape around a point; a picture in the picture, since a transform takes no percent."""
    shape = Polygon(points=[Point(*corner) for corner in corners], class_=list(classes))
    return SVG(xmlns=None, x=x, y=y, width=1, height=1, overflow="visible", elements=[shape])


def rule(y: float) -> Line:
    """A faint line across a picture, along which the eye finds a row."""
    return Line(
        x1=percent(0), x2=percent(100), y1=y, y2=y, stroke="currentColor", stroke_opacity=0.15, class_=["fig-grid"]
    )


def ruler(x: float, top: float, bottom: float, *, strong: bool = False) -> Line:
    """An upright line."""
    return Line(
        x1=percent(x),
        x2=percent(x),
        y1=top,
        y2=bottom,
        stroke="currentColor",
        stroke_opacity=None if strong else 0.25,
        stroke_width=2 if strong else 1,
        class_=["fig-now" if strong else "fig-grid"],
    )


def badge(
    x: Length, y: float, sign: str, classes: Sequence[str], *, dashed: bool = False, radius: float = 9
) -> list[Element]:
    """A sign in a circle."""
    return [
        Circle(
            cx=x,
            cy=y,
            r=radius,
            fill=PAPER,
            stroke="currentColor",
            stroke_width=1.5,
            stroke_dasharray=[3, 2] if dashed else None,
            class_=["fig-badge", *classes],
        ),
        Text(
            text=escape(sign),
            x=x,
            y=y + 4.5,
            text_anchor="middle",
            font_weight="bold",
            class_=["fig-sign", *classes],
        ),
    ]


def figure(name: str, *, title: str, description: str, caption: str, height: float, parts: Iterable[Element]) -> str:
    """A picture as an HTML figure; `name` makes its ids unique in the page.

    A group and not an image to assistive technology, since an image hides the links inside (ARIA 1.2, "children
    presentational").
    """
    drawn = SVG(
        width=percent(100),
        height=ceil(height),
        xmlns=None,
        class_=["fig", f"fig-{name}"],
        extra={
            "fill": "currentColor",
            "font-size": str(SIZE),
            "font-family": FONT,
            "role": "group",
            "aria-labelledby": f"fig-{name}-title",
            "aria-describedby": f"fig-{name}-desc",
        },
        elements=[
            Title(id=f"fig-{name}-title", text=escape(title)),
            Desc(id=f"fig-{name}-desc", text=escape(description)),
            *parts,
        ],
    )
    # Spaces keep the lines of one text apart in the name of a link; a picture shows none of them.
    picture = drawn.as_str().replace("</text><", "</text> <")
    return (
        f'<figure class="brief-figure" id={quoteattr(f"fig-{name}")} data-pagefind-ignore="all" data-search-exclude>\n'
        f"{picture}\n<figcaption>{escape(caption)}</figcaption>\n</figure>"
    )
