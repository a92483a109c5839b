"""The marks of events on an axis of time: bars, points, and arrows to what lies outside."""

from __future__ import annotations

from typing import Any

from svg import Circle, Element, Length, Rect

from generator.model.facts import Certainty
from generator.publish.figures.frame import PAPER, at, percent

BAR = 8
"""Pixels: the thickness of a bar."""
ENDS: frozenset[Certainty] = frozenset({"deadline", "expiry"})
UNSURE: frozenset[Certainty] = frozenset({"planned", "expected", "hoped"})


def strip(left: float, right: float, y: float, certainty: Certainty) -> Rect:
    """A bar from one place on the axis to another, both in percent; hollow for what is not sure."""
    return Rect(
        x=percent(left),
        y=y - BAR / 2,
        width=percent(right - left),
        height=BAR,
        rx=BAR / 2,
        class_=["fig-bar", f"fig-{certainty}"],
        **_paint(certainty),
    )


def _paint(certainty: Certainty) -> dict[str, Any]:
    if certainty in UNSURE:
        return {"fill": PAPER, "stroke": "currentColor", "stroke_width": 2}
    return {"fill": "currentColor"}


def point(x: Length | int, y: float, certainty: Certainty) -> Element:
    """A point; a deadline and an end are squares on their corners."""
    if certainty in ENDS:
        return at(x, y, ((0, -6.5), (6.5, 0), (0, 6.5), (-6.5, 0)), classes=["fig-point", f"fig-{certainty}"])
    return Circle(cx=x, cy=y, r=BAR / 2 + 1, class_=["fig-point", f"fig-{certainty}"], **_paint(certainty))


def arrow(y: float, *, right: bool) -> Element:
    """An arrow at the edge: the event goes on, or lies, outside the picture."""
    back = -8 if right else 8
    return at(percent(100 if right else 0), y, ((back, -5), (0, 0), (back, 5)), classes=["fig-point"])
