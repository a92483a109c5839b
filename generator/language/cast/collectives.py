"""Who acts without a name: organs of a state, governments, groups, single unnamed persons.

A group or an unnamed person counts only where it acts or speaks: a group that nothing but its noun tells apart
("leaders", "firms") only where it speaks.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from generator.language import lexicon
from generator.language.cast import acting, descriptive, organs, phrases, unnamed
from generator.language.cast.clusters import Cluster
from generator.language.cast.phrases import Phrase
from generator.language.cast.unnamed import Key, Unnamed

_DEFINITE = frozenset({"the", "these", "those", "both", "that", "this"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNPS", "NNP", "JJ"})


def gather(doc: Doc, skipped: frozenset[int], known: Mapping[int, Cluster]) -> list[Cluster]:
    """The clusters of unnamed actors; governments join their country. `known` has the cluster of each name's token."""
    found = Unnamed(doc=doc, known=known)
    state = organs.of(found)
    for token in doc:
        if token.tag_ in _NOUN_TAGS and token.i not in skipped and token.i not in known:
            _take(found, state, token)
    state.settle()
    found.join()
    sources = lexicon.words("who", "collectives.sources")
    for key, cluster in found.clusters.items():
        spoke = key[0] in sources and any(acting.speaks(doc[at.head]) for at in cluster.standings)
        cluster.anonymous = cluster.kind == "person" or (cluster.kind == "group" and spoke)
    return [cluster for key, cluster in found.clusters.items() if _counts(found, key, cluster)]


def _take(found: Unnamed, state: organs.Organs, token: Token) -> None:
    """Looks at one noun."""
    word = token.lower_
    if word in lexicon.words("who", "organs.rule"):
        state.take_government(token)
    elif (organ := organs.noun_of(token)) is not None:
        state.take_organ(token, organ)
    elif _is_group(token):
        _group(found, token)
    elif token.tag_ == "NN" and word in lexicon.words("who", "roles.nouns") | {"source"}:
        _unnamed(found, token)


def _is_group(token: Token) -> bool:
    """True for a noun of a group; not for "right-wing" nor "opposition to a plan", which are nobody."""
    if token.tag_ != "NN":
        return token.lower_ in lexicon.words("who", "collectives.plural")
    doc, before, after = token.doc, token.i - 1, token.i + 1
    opposing = token.lower_ == "opposition" and after < len(doc) and doc[after].lower_ == "to"
    if opposing or (before >= 0 and doc[before].tag_ == "HYPH"):
        return False
    two = f"{doc[before].lower_} {token.lower_}" if before >= 0 else token.lower_
    singular = token.lower_ in lexicon.words("who", "collectives.singular")
    return singular or two in lexicon.words("who", "collectives.pairs")


def _counts(found: Unnamed, key: Key, cluster: Cluster) -> bool:
    heads = [found.doc[at.head] for at in cluster.standings]
    if cluster.kind == "person":
        return True
    if cluster.kind != "group":
        return key in found.told or any(acting.acts(head) or acting.addressed(head) for head in heads)
    told_apart = key[1] != "" or key[2] != ()
    weak = lexicon.words("who", "collectives.weak")
    if any(acting.speaks(head) for head in heads):
        return told_apart or (key[0] not in weak and key[0] not in lexicon.words("who", "collectives.relative"))
    if key[0] in weak or not (told_apart or key[0] in lexicon.words("who", "collectives.strong")):
        return False
    if any(acting.acts(head) or acting.addressed(head) for head in heads):
        return True
    return len(heads) > 1 and key[0] in lexicon.words("who", "collectives.strong")


def _group(found: Unnamed, token: Token) -> None:
    phrase = phrases.around(token, found.known)
    if phrase is None:
        return
    noun = lexicon.mapping("who", "collectives.same").get(token.lower_, token.lower_)
    whole = _whole(found, token, phrase)
    if whole is not None:
        whole.stand(found.doc, phrase.start, phrase.end, "nominal")
        return
    if phrase.determiner in _OWNERS and not phrase.words and noun in unnamed.relational():
        return
    key: Key = (noun, phrase.holder.name if phrase.holder else "", phrase.words)
    if phrase.determiner in _DEFINITE and phrase.holder is None and not phrase.words:
        key = found.last(noun) or key
    found.stand(key, phrase, "group")


def _whole(found: Unnamed, token: Token, phrase: Phrase) -> Cluster | None:
    """The organisation whose members are meant: "members of Congress"."""
    if token.lower_ != "members" or phrase.tail == phrase.end:
        return None
    inside = [found.known[i] for i in range(phrase.end, phrase.tail) if i in found.known]
    return inside[0] if inside and inside[0].kind == "organization" else None


def _unnamed(found: Unnamed, token: Token) -> None:
    """A single person without a name who speaks: "a senior official", "one diplomat"."""
    if (
        token.i + 1 in found.known
        or _second_office(found, token)
        or not acting.speaks(token)
        or any(child.dep_ == "appos" for child in token.children)
        or _is_silent(token)
    ):
        return
    phrase = phrases.around(token, found.known)
    if phrase is None or _names_follow(found, phrase):
        return
    if phrase.determiner not in {"", "a", "an", "one", "another", "the"} and not token.lower_.startswith("spokes"):
        return
    tail = tuple(found.doc[phrase.end : phrase.tail].text.split())
    key: Key = (token.lower_, phrase.holder.name if phrase.holder else "", (*phrase.words, *tail))
    if phrase.determiner == "the":
        last = found.last(token.lower_)
        if last is None:
            return
        key = last
    cluster = found.stand(key, phrase, "person")
    for female, words in ((True, "roles.female"), (False, "roles.male")):
        if token.lower_ in lexicon.words("who", words):
            cluster.female = female
    if not cluster.offices:
        office = descriptive.office(found.doc, found.known, phrase.start, token.i, phrase.tail, phrase.start)
        if office is not None:
            cluster.offices.append(office)


def _second_office(found: Unnamed, token: Token) -> bool:
    """True for one more office of somebody named: "Ana Diaz, a former judge and senator, said"."""
    return token.dep_ == "conj" and token.head.i in found.known and found.known[token.head.i].kind == "person"


def _names_follow(found: Unnamed, phrase: Phrase) -> bool:
    """True where the phrase is but the title of a person whose name comes after it."""
    last = phrase.tail - 1
    if last > phrase.end and last in found.known and found.known[last].kind == "person":
        while found.known.get(last) is found.known[phrase.tail - 1]:
            last -= 1
        if found.doc[last].tag_ in {"NNP", "NNPS"}:
            return True
    for i in range(phrase.tail, min(phrase.tail + 4, len(found.doc))):
        if i in found.known and found.known[i].kind == "person":
            return True
        if found.doc[i].lower_ != "and" and found.doc[i].tag_ not in {"NN", "JJ"}:
            return False
    return False


def _is_silent(token: Token) -> bool:
    """True where all that is said of somebody is that he says nothing: "a spokesman declined to comment"."""
    verb = acting.verb_of(token)
    if verb is None or verb.lemma_ not in {"decline", "refuse"}:
        return False
    return any(
        child.dep_ == "xcomp" and child.lemma_ in {"comment", "say", "discuss", "speak"} for child in verb.rights
    )
