"""Component: responses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from generator.language import marks
from generator.language.asking import answers, deeds, denials, gains, placed, predicates, scope, ties, within
from generator.language.asking.answers import Answer
from generator.model.facts import Demand, Response


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A response, and whether the text tells it as what went before."""

    response: Response
    before: bool


def mark(doc: Doc) -> None:
    """Finds how demands were answered: writes `demands` anew, each with its responses."""
    demands = marks.of(doc).demands
    if not demands:
        return
    standing = tuple(placed.place(doc, demand) for demand in demands)
    inside = within.speakers(doc)
    given: dict[int, list[Given]] = {}
    asked: dict[int, list[str]] = {}
    for answer in found(doc, frozenset(one.head for one in standing)):
        around = inside.get(answer.trigger.i)
        for tie in ties.tied(doc, answer, standing, within.speaker(doc, around)):
            given.setdefault(tie.demand, []).append(
                Given(response=_response(doc, answer, tie.by), before=_before(answer))
            )
            if answer.responders and tie.sure:
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
            doing = token.lemma_ == "do" or placed.act(token) in demanded
            answer = (
                gains.read(token)
                or denials.read(token)
                or predicates.read(token)
                or (answers.read(token) if token.tag_.startswith("V") else None)
                or (deeds.read(token) if doing else None)
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


def _before(answer: Answer) -> bool:
    """True for an answer in the past perfect, which a later one may have overtaken: "had refused"."""
    return any(child.lower_ in {"had", "'d", "’d"} and child.dep_ == "aux" for child in answer.trigger.lefts)


def _latest(given: list[Given]) -> list[Response]:
    """The responses without those that their giver has gone back on: "resigned", who "had refused to leave"."""
    return [
        one.response
        for one in given
        if not one.before
        or all(
            other.before or other.response.kind == one.response.kind or set(other.response.by) != set(one.response.by)
            for other in given
        )
    ]


def _answered(demand: Demand, responses: list[Given], asked: list[str]) -> Demand:
    """A demand with its responses, each responder's stance once: the first telling stands for the later ones.

    Who answers an open demand (`asked`) was asked; who only speaks of it need not have been.
    """
    kept: list[Response] = []
    for response in _latest(responses):
        if not any(response.kind == other.kind and set(response.by) <= set(other.by) for other in kept):
            kept.append(response)
    of = demand.of or tuple(dict.fromkeys(asked))
    return replace(demand, of=of, responses=tuple(kept))
