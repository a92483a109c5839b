"""Component: responses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from generator.language import marks
from generator.language.asking import answers, deeds, gains, scope, ties, within
from generator.language.asking.answers import Answer
from generator.model.facts import Demand, Response


def mark(doc: Doc) -> None:
    """Finds how demands were answered: writes `demands` anew, each with its responses."""
    demands = marks.of(doc).demands
    if not demands:
        return
    placed = tuple(ties.place(doc, demand) for demand in demands)
    inside = within.speakers(doc)
    given: dict[int, list[Response]] = {}
    asked: dict[int, list[str]] = {}
    for answer in found(doc, frozenset(one.head for one in placed)):
        around = inside.get(answer.trigger.i)
        for tie in ties.tied(doc, answer, placed, within.speaker(doc, around)):
            given.setdefault(tie.demand, []).append(_response(doc, answer, tie.by))
            if answer.responders:
                asked.setdefault(tie.demand, []).extend(tie.by)
    marks.of(doc).demands = tuple(
        _answered(demand, given.get(i, []), asked.get(i, [])) for i, demand in enumerate(demands)
    )


def found(doc: Doc, demanded: frozenset[str]) -> Iterator[Answer]:
    """All answers of the usable sentences, in text order; `demanded` are the acts that as deeds would be answers."""
    for sentence in marks.usable(doc):
        if scope.is_question(sentence):
            continue
        for token in sentence:
            answer = (
                gains.read(token) or answers.read(token) or (deeds.read(token) if ties.act(token) in demanded else None)
            )
            if answer:
                yield answer


def _response(doc: Doc, answer: Answer, by: tuple[str, ...]) -> Response:
    return Response(
        by=by,
        kind=answer.kind,
        text=marks.cite(doc, answer.start, answer.end).quote,
        evidence=(within.passage(doc, answer.trigger.sent, answer.start),),
    )


def _answered(demand: Demand, responses: list[Response], asked: list[str]) -> Demand:
    """A demand with its responses, each responder's stance once: the first telling stands for the later ones.

    Who answers an open demand (`asked`) was asked; who only speaks of it need not have been.
    """
    kept: list[Response] = []
    for response in responses:
        if not any(response.kind == other.kind and set(response.by) <= set(other.by) for other in kept):
            kept.append(response)
    of = demand.of or tuple(dict.fromkeys(asked))
    return replace(demand, of=of, responses=tuple(kept))
