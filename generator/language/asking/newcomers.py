"""Parties to a demand whom nothing else made actors: "lecturers", "the prime minister", "hog farmers"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from generator.language import lexicon, marks, tree, who
from generator.language.marks import Mention
from generator.model.facts import Actor, ActorKind

SUFFIXES = ("ers", "ors", "ists", "ians", "ees", "men", "women", "people", "folk")
"""Endings of plural nouns for people (Quirk et al. 1985, I.32-I.34)."""

KINDS: Mapping[str, ActorKind] = {"GPE": "country", "ORG": "organization", "PERSON": "person", "NORP": "group"}

TAILS = frozenset({"of", "in", "from"})
"""Prepositions after a noun that tell which ones are meant: "people in the east"."""

RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
"""Tags that open a relative clause."""

SHORTEST_ACRONYM = 2
LONGEST_ACRONYM = 5
"""Letters; a longer word in capitals is a dateline's or a headline's."""

ORGANS = ("organs.nouns", "organs.rule")
HUMANS = ("roles.nouns", "collectives.plural", "collectives.singular", *ORGANS)


def party(doc: Doc, head: Token, *, asked: bool) -> tuple[str, ...]:
    """The key of the actor that a noun stands for: one whose role it is, or a new one; () where it is nobody.

    A name is made an actor only where it is `asked` to do something: elsewhere, whoever left it out had a reason.
    """
    if head.pos_ == "PROPN" and asked:
        return _named(doc, head)
    start, end = _phrase(head)
    if not (human(head) or _is_acronym(head)) or start >= end or _says_too_little(doc, start, end):
        return ()
    known = _by_role(doc, start, end) or _by_name(doc, start, end)
    return (known or _introduce(doc, head, start, end, _kind(head)),)


def _says_too_little(doc: Doc, start: int, end: int) -> bool:
    """True for "people", "officials" and the like without a word that tells which ones."""
    return end - start == 1 and doc[start].lower_ in lexicon.words("demands", "parties.vague")


def _named(doc: Doc, head: Token) -> tuple[str, ...]:
    """A name that so far was a mere place or an aside, or that the pipeline did not know for one."""
    entity = next((ent for ent in head.sent.ents if ent.start <= head.i < ent.end), None)
    start, end = _phrase(head) if entity is None else (entity.start, entity.end)
    known = _by_name(doc, start, end)
    if known is None and _is_thing(doc[end - 1]):
        return ()
    if entity is None:
        return (known or _introduce(doc, head, start, end, "person"),)
    if entity.label_ not in KINDS:
        return ()
    return (known or _introduce(doc, head, entity.start, entity.end, KINDS[entity.label_]),)


def _is_acronym(head: Token) -> bool:
    """True for a noun in capitals that asks: "the FGB has ordered", which nothing but a body of people does."""
    return head.is_upper and head.is_alpha and SHORTEST_ACRONYM <= len(head) <= LONGEST_ACRONYM


def _is_thing(last: Token) -> bool:
    """True for the last word of a name of an event, a work, a place or a currency, by the lexicon `who`."""
    groups = ("names.common", "names.thing_heads", "names.place_heads")
    return any(last.lower_ in lexicon.words("who", group) for group in groups) or (
        last.is_upper and last.ent_type_ == "" and len(last) > LONGEST_ACRONYM
    )


def human(noun: Token) -> bool:
    """True for a noun for people or for a body of people, by the lexicon `who` or by its ending."""
    known = lexicon.words("demands", "parties.organs") | lexicon.words("demands", "parties.people")
    if noun.lemma_.lower() in known or noun.lower_ in known:
        return True
    for group in HUMANS:
        if noun.lower_ in lexicon.words("who", group) or noun.lemma_.lower() in lexicon.words("who", group):
            return True
    if noun.lemma_.lower() in lexicon.words("demands", "parties.things"):
        return False
    return noun.tag_ == "NNS" and noun.lower_.endswith(SUFFIXES)


def _phrase(head: Token) -> tuple[int, int]:
    """The noun phrase without its determiner, and without what is said of it after a comma."""
    start, end = tree.noun_phrase(head)
    doc = head.doc
    while start < head.i and (doc[start].tag_ in {"DT", "PDT", "CD", "PRP$", "RB"} or doc[start].is_punct):
        start += 1
    for i in range(head.i + 1, end):
        if (doc[i].lower_ not in TAILS and doc[i].head.i == head.i) or doc[i].text == "," or doc[i].tag_ in RELATIVE:
            end = i
            break
    return start, end


def _by_role(doc: Doc, start: int, end: int) -> str | None:
    words = doc[start:end].text.lower()
    found = [actor.key for actor in marks.of(doc).actors if any(role.title.lower() == words for role in actor.roles)]
    return found[0] if len(found) == 1 else None


def _by_name(doc: Doc, start: int, end: int) -> str | None:
    words = doc[start:end].text.lower()
    for actor in marks.of(doc).actors:
        if words == actor.name.lower() or words in {alias.lower() for alias in actor.aliases}:
            return actor.key
    return None


def _kind(head: Token) -> ActorKind:
    organs = _is_acronym(head) or head.lower_ in lexicon.words("demands", "parties.bodies")
    if organs or any(head.lower_ in lexicon.words("who", group) for group in ORGANS):
        return "organization"
    single = head.tag_ == "NN" and head.lower_ not in lexicon.words("who", "collectives.singular")
    return "person" if single else "group"


def _introduce(doc: Doc, head: Token, start: int, end: int, kind: ActorKind) -> str:
    found = marks.of(doc)
    name = doc[start:end].text
    slug = "-".join("".join(letter if letter.isalnum() else " " for letter in name.lower()).split())
    taken = {actor.key for actor in found.actors}
    key, number = slug, 2
    while key in taken:
        key, number = f"{slug}-{number}", number + 1
    actor = Actor(
        key=key,
        name=name,
        kind=kind,
        anonymous=kind in {"person", "group"} and head.pos_ != "PROPN",
        evidence=(marks.cite(doc, head.sent.start, head.sent.end),),
    )
    found.actors = (*found.actors, actor)
    who.introduce(doc, Mention(start=start, end=end, head=head.i, key=key, form="nominal"))
    return key
