"""Countries with all that stands for their governments, and political camps and peoples."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from generator.language import lexicon
from generator.language.cast import acting
from generator.language.cast.clusters import Cluster
from generator.language.cast.gazetteers import Entry
from generator.language.cast.names import Name
from generator.language.marks import MentionForm
from generator.model.countries import names as country_names
from generator.model.facts import ActorKind

_RULERS = ("government of", "president of", "prime minister of", "leadership of", "ministries of")
_PLACING = frozenset(
    {"in", "at", "to", "from", "near", "outside", "around", "into", "across", "through", "via", "inside"}
)


def gather(doc: Doc, names: Sequence[Name]) -> list[Cluster]:
    """The countries, then the camps and seats that act."""
    countries: dict[str, Cluster] = {}
    others: dict[str, Cluster] = {}
    state = _is_us_state(names)
    for name in names:
        entry = name.entry
        if entry is None and name.start and doc[name.start - 1].lower_ == "the" and not _qualifies(doc, name.end):
            bloc = lexicon.mapping("who", "names.blocs").get(doc[name.start : name.end].text)
            if bloc is not None:
                cluster = others.setdefault(bloc, Cluster(name=bloc, kind="group"))
                cluster.stand(doc, name.start, name.end, "name")
        if entry is None or (state and entry.code == "GEO"):
            continue
        form = _form(doc, name)
        if form is not None and entry.code:
            cluster = countries.setdefault(
                entry.code, Cluster(name=country_names()[entry.code], kind="country", code=entry.code)
            )
            cluster.stand(doc, name.start, name.end, form)
        elif entry.sort == "region" and acting.acts(doc[name.end - 1]):
            cluster = others.setdefault(entry.name, Cluster(name=entry.name, kind=_region(entry), code=entry.code))
            cluster.stand(doc, name.start, name.end, "name")
        elif entry.sort == "seat":
            cluster = others.setdefault(entry.name, Cluster(name=entry.name, kind="organization", code=entry.code))
            cluster.stand(doc, name.start, name.end, "metonym")
        elif entry.sort == "camp" and (
            doc[name.end - 1].tag_ in {"NNS", "NNPS"} or (entry.detail == "camp" and acting.acts(doc[name.end - 1]))
        ):
            cluster = others.setdefault(entry.name, Cluster(name=doc[name.start : name.end].text, kind="group"))
            cluster.stand(doc, name.start, name.end, "name")
    return [*countries.values(), *others.values()]


def _is_us_state(names: Sequence[Name]) -> bool:
    """True where "Georgia" is the one in the United States: other states are named, and nothing else Georgian is."""
    entries = [name.entry for name in names if name.entry is not None]
    georgian = any(entry.code == "GEO" and entry.sort != "country" for entry in entries)
    return not georgian and any(entry.sort == "state" for entry in entries)


def _qualifies(doc: Doc, end: int) -> bool:
    """True for a word that only tells which part is meant: "the West | African nation"."""
    return end < len(doc) and doc[end].text[0].isupper() and doc[end].tag_ in {"JJ", "NNP", "NNPS"}


def _region(entry: Entry) -> ActorKind:
    """What a region is as an actor: a part of a state has a government of its own, a continent is many states."""
    if entry.detail != "GPE":
        return "group"
    return "organization" if entry.code else "country"


def _form(doc: Doc, name: Name) -> MentionForm | None:
    """How a known name stands for its country, or None where it does not."""
    entry = name.entry
    if entry is None:
        return None
    if entry.sort == "country":
        return "name"
    if entry.sort in {"adjective", "people"}:
        after = doc[name.end].lower_ if name.end < len(doc) else ""
        if after == "-" and name.end + 1 < len(doc):
            after = f"-{doc[name.end + 1].lower_}"
        tournament = name.end < len(doc) and doc[name.end].text in lexicon.words("who", "names.tournaments")
        return None if tournament or after in lexicon.words("who", "names.of_language") else "adjective"
    if entry.sort == "seat":
        return "metonym" if entry.detail.startswith(_RULERS) else None
    if entry.sort == "capital":
        return "metonym" if stands_for_government(doc, name) else None
    return None


def stands_for_government(doc: Doc, name: Name) -> bool:
    """True where a capital's name is no mere place: not after a preposition of place, no part of a compound."""
    before = doc[name.start - 1].lower_ if name.start else ""
    last = doc[name.end - 1]
    after = doc[name.end].text if name.end < len(doc) else ""
    noun = doc[name.start - 2].lemma_.lower() if before == "to" and name.start > 1 else ""
    sent = noun in lexicon.words("who", "acting.sent_to")
    return (sent or before not in _PLACING) and last.dep_ not in {"compound", "npadvmod"} and after not in {"-", ","}
