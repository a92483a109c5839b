"""The tie between an answer and the demand that it answers."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from generator.language.asking.placed import Placed

_STARTS = "sentence starts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """An answer to the demand of index `demand`, given by the actors `by`.

    `sure` where the answer names the demand or what was demanded, and is not merely the next thing said.
    """

    demand: int
    by: tuple[str, ...]
    sure: bool = True


def unsure(ties: tuple[Tie, ...]) -> tuple[Tie, ...]:
    """The same ties, none of them sure."""
    return tuple(replace(tie, sure=False) for tie in ties)


def tie_each(indexes: list[int], by: tuple[str, ...], placed: tuple[Placed, ...]) -> tuple[Tie, ...]:
    """Ties to these demands, each by those of `by` who did not make it, or else by whom it asks."""
    found = []
    for i in indexes:
        demand = placed[i].demand
        given = tuple(key for key in by if key not in demand.by) or demand.of
        if given or not by:
            found.append(Tie(demand=i, by=given))
    return tuple(found)


def sentences_between(doc: Doc, first: int, second: int) -> int:
    """How many sentences begin behind the one token, up to the other."""
    starts = doc.user_data.get(_STARTS)
    if starts is None:
        starts = doc.user_data[_STARTS] = [sentence.start for sentence in doc.sents]
    return bisect_right(starts, max(first, second)) - bisect_right(starts, min(first, second))
