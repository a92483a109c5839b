"""The roles of persons: titles before a name, appositions, "who is ...", "resigned as ...", party tags.

The patterns are those of appositive and copular description known from Hearst (1992) and from the management
succession task of MUC-6. They walk over tags rather than trees, so that a parsing error costs little.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc

from generator.language import lexicon
from generator.language.cast import descriptive, partytags
from generator.language.cast.clusters import Cluster, Office, Standing

_MOST = 4
_DASHES = frozenset({",", "—", "–", "("})
_COPULAS = frozenset({"be", "become"})
_LEADING = frozenset({"lead", "head", "chair", "run", "command", "direct", "oversee"})
_ENDING_NAMES = frozenset({",", ".", ";", "—", "–", ")", ":", "”", '"'})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "CC"})


def read(doc: Doc, known: Mapping[int, Cluster]) -> dict[int, Cluster]:
    """Fills in the offices of the persons; gives the role nouns in apposition to a named person, by token."""
    nouns: dict[int, Cluster] = {}
    for cluster in dict.fromkeys(known.values()):
        if cluster.kind != "person":
            continue
        for at in sorted(cluster.standings):
            for office, noun in _around(doc, known, at):
                _add(cluster, office)
                if noun is not None:
                    nouns[noun] = cluster
    return nouns


def _add(cluster: Cluster, office: Office) -> None:
    """Keeps an office unless its title is known; one that says with whom it is held wins over one that does not."""
    holder = office.holder
    if not cluster.code and holder is not None:
        cluster.code = holder.code
    for i, other in enumerate(cluster.offices):
        if other.title.lower() == office.title.lower():
            if other.holder is None and holder is not None:
                cluster.offices[i] = office
            return
    if len(cluster.offices) < _MOST:
        cluster.offices.append(office)


def _around(doc: Doc, known: Mapping[int, Cluster], at: Standing) -> Iterator[tuple[Office, int | None]]:
    """The offices that stand around one mention, each with the noun of an apposition."""
    before = descriptive.ending_at(doc, known, at.core, at.end)
    if before is not None:
        yield before, None
    apposed = _before_comma(doc, known, at)
    if apposed is not None:
        yield apposed
    end = at.end
    tag = partytags.read(doc, end)
    if tag is not None:
        yield tag, None
        end = tag.end
    yield from _after(doc, known, at, end)
    yield from _by_verb(doc, known, at)


def _before_comma(doc: Doc, known: Mapping[int, Cluster], at: Standing) -> tuple[Office, int] | None:
    """A description, a comma, the name: "the agency's director-general, Jane Doe, told"."""
    comma = at.start - 1
    if comma < 1 or doc[comma].text != "," or at.end >= len(doc):
        return None
    if doc[at.end].text not in _ENDING_NAMES and doc[at.end].tag_ not in _FINITE - {"CC"}:
        return None
    noun = descriptive.noun_before(doc, comma)
    if noun is None:
        return None
    start = descriptive.start_of(doc, known, noun)
    opening = start - 1 if start and doc[start - 1].tag_ in {"DT", "PRP$"} else start
    if opening > 1 and doc[opening - 1].text == "," and opening - 2 in known and known[opening - 2].kind == "person":
        return None
    office = descriptive.office(doc, known, start, noun, comma, at.end)
    return None if office is None else (office, noun)


def _after(doc: Doc, known: Mapping[int, Cluster], at: Standing, end: int) -> Iterator[tuple[Office, int | None]]:
    """A description after the name: in commas or brackets, "who is ...", "is ..."."""
    i = end
    if i + 2 < len(doc) and doc[i].lower_ == "of" and doc[i + 1].text[0].isupper():
        i += 2
        while i < len(doc) - 1 and doc[i].text[0].isupper():
            i += 1
    if i + 2 >= len(doc):
        return
    if doc[i].text in _DASHES:
        i += 1
        if doc[i].like_num and doc[i + 1].text == ",":
            i += 2
        if i + 2 < len(doc) and doc[i].lower_ == "who":
            yield from _clause(doc, known, at, i + 1)
            return
        noun = descriptive.noun_after(doc, known, i)
        alone = (
            noun is not None and doc[noun].dep_ in {"nsubj", "nsubjpass"} and doc[noun].head.i != doc[at.head].head.i
        )
        if noun is not None and not alone:
            office = descriptive.office(doc, known, i, noun, None, at.start, limit=True)
            if office is not None:
                yield office, noun
    elif doc[i].lower_ == "who" or doc[i].lemma_ in _COPULAS:
        yield from _clause(doc, known, at, i + 1 if doc[i].lower_ == "who" else i)


def _clause(doc: Doc, known: Mapping[int, Cluster], at: Standing, i: int) -> Iterator[tuple[Office, int | None]]:
    """What "is", "was", "leads", "heads" say of the name."""
    verb = doc[i]
    if verb.lemma_ in _COPULAS and verb.tag_ in {"VBZ", "VBD", "VBP"}:
        i += 1
        while i < len(doc) and doc[i].tag_ == "RB" and doc[i].lower_ not in {"not", "n't", "never"}:
            i += 1
        noun = descriptive.noun_after(doc, known, i)
        if noun is not None:
            office = descriptive.office(doc, known, i, noun, None, at.start, limit=True)
            if office is not None:
                yield office, None
    elif verb.lemma_ in _LEADING and verb.tag_ in {"VBZ", "VBP", "VBD"}:
        end = descriptive.end_of(doc, i + 1)
        if end > i + 1:
            led = known.get(end - 1)
            holder = led if led is not None and led.kind != "person" else None
            yield Office(title=doc[i:end].text, holder=holder, start=at.start, end=end), None


def _by_verb(doc: Doc, known: Mapping[int, Cluster], at: Standing) -> Iterator[tuple[Office, int | None]]:
    """What somebody resigned, served or was named as."""
    head = doc[at.head]
    if head.dep_ not in {"nsubj", "nsubjpass"} or head.head.lemma_.lower() not in lexicon.words("who", "roles.taking"):
        return
    for child in head.head.children:
        if child.dep_ == "prep" and child.lower_ == "as" and child.i + 1 < len(doc):
            noun = descriptive.noun_after(doc, known, child.i + 1)
            if noun is not None:
                office = descriptive.office(doc, known, child.i + 1, noun, None, at.start, limit=True)
                if office is not None:
                    yield office, None
