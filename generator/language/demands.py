"""Component: demands."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from generator.language import asking_modals, asking_nouns, asking_verbs, conditions, firmness, marks, parties, scope
from generator.language.asking import Asking
from generator.language.marks import Attributed
from generator.model.facts import Attribution, Demand

READERS = (asking_verbs.read, asking_nouns.read, asking_modals.read, conditions.read)


def mark(doc: Doc) -> None:
    """Finds who wants whom to do what: writes `demands`."""
    inside = speakers(doc)
    found = [demand for asking in askings(doc) if (demand := _demand(doc, asking, inside))]
    marks.of(doc).demands = tuple(found)


def askings(doc: Doc) -> Iterator[Asking]:
    """All askings of the usable sentences, in text order."""
    for sentence in marks.usable(doc):
        for token in sentence:
            for read in READERS:
                found = read(token)
                if found and scope.asked(found):
                    yield found


def speakers(doc: Doc) -> dict[int, Attributed]:
    """The innermost attribution around each token that stands in one's content."""
    found: dict[int, Attributed] = {}
    for attributed in sorted(marks.of(doc).attributed, key=lambda one: one.level):
        for start, end in attributed.content:
            for i in range(start, end):
                found[i] = attributed
    return found


def _demand(doc: Doc, asking: Asking, inside: dict[int, Attributed]) -> Demand | None:
    around = inside.get(asking.trigger.i)
    heads = parties.demanders(asking)
    by = parties.actors(doc, heads)
    spoken = not heads or all(head.lower_ in parties.PERSONAL for head in heads)
    if asking.form in {"modal", "imperative"} or (not by and spoken):
        if around is None:
            return None
        by = around.by
    of = tuple(key for key in parties.actors(doc, asking.addressees) if key not in by)
    if not by or (asking.form in {"modal", "condition"} and not of):
        return None
    sentence = asking.trigger.sent
    return Demand(
        core=_core(doc, asking),
        by=by,
        of=of,
        text=marks.cite(doc, asking.start, asking.end).quote,
        firmness=firmness.of(asking),
        attribution=_attribution(asking, around, by),
        via=around.by if around and around.by != by else (),
        evidence=(marks.cite(doc, sentence.start, sentence.end),),
    )


def _attribution(asking: Asking, around: Attributed | None, by: tuple[str, ...]) -> Attribution:
    if around is None:
        return "indirect"
    if around.by == by:
        return "direct" if around.direct else "indirect"
    return "second-hand"


def _core(doc: Doc, asking: Asking) -> tuple[str, ...]:
    words = (token for token in doc[asking.start : asking.end])
    return tuple(token.lemma_.lower() for token in words if _content(token))


def _content(token: Token) -> bool:
    return token.is_alpha and not token.is_stop and token.ent_type_ not in {"DATE", "TIME"}
