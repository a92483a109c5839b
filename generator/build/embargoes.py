"""Which articles are out on the day of a site, and which day that is."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from generator.build.holdings import Holding
from generator.config import Settings, epoch
from generator.model.article import Article, Status


def may_appear(one: Article | Holding) -> bool:
    """Whether an article is out, or will be as soon as the site's day is late enough."""
    return one.status == "published" or (one.status == "embargo" and one.embargo_until is not None)


def on_day(one: Article | Holding, day: str | None) -> Status:
    """The status of an article on a day, whose first moment counts, in UTC; on no day no embargo is over."""
    if one.embargo_until is None or not may_appear(one):
        return one.status
    return "published" if day is not None and _moment(one.embargo_until) <= _moment(_full(day)) else "embargo"


def is_out(one: Article | Holding, day: str | None) -> bool:
    """Whether an article is published on a day."""
    return on_day(one, day) == "published"


def as_on_day(holdings: Iterable[Holding], day: str | None) -> tuple[Holding, ...]:
    """Articles with the status that they have on a day."""
    return tuple(replace(one, status=on_day(one, day)) for one in holdings)


def day_of(settings: Settings, holdings: Iterable[Holding]) -> str | None:
    """The day of a site with these articles, an ISO date; None for "latest" where none that is out has a date.

    For "latest", an article is out only when others that are out are late enough: its own date ends no embargo.
    """
    if settings.as_of == "today":
        return time.strftime("%Y-%m-%d", time.gmtime(epoch()))
    if settings.as_of != "latest":
        return settings.as_of
    dated = [one for one in holdings if one.published]
    day: str | None = None
    while True:
        latest = max((one.published for one in dated if one.published and is_out(one, day)), default=None)
        if latest == day:
            return day
        day = latest


def _full(day: str) -> str:
    """The first day of a month or year."""
    return day + "-01-01"[len(day) - len("2022") :] if len(day) < len("2022-02-09") else day


def _moment(written: str) -> datetime:
    """A moment in UTC, without its zone; one near the ends of the calendar stays as it is written."""
    found = datetime.fromisoformat(written)
    if found.tzinfo is not None:
        with suppress(OverflowError):
            found = found.astimezone(UTC)
    return found.replace(tzinfo=None)
