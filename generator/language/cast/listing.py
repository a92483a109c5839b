"""Which clusters are actors: who does, says or undergoes something, not what is merely named as a place or a ware."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from generator.language import lexicon
from generator.language.cast import acting
from generator.language.cast.clusters import Cluster

_PLACING = frozenset(
    {"in", "at", "on", "outside", "near", "inside", "around", "across", "through", "via", "throughout"}
)
_INSIDE = frozenset({"in", "inside", "across", "throughout", "within"})
_MODIFYING = frozenset({"compound", "amod", "nmod", "npadvmod", "punct", "dep"})
_FEW = 2


def actors(doc: Doc, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters that an editor would list as actors, in the order of their first mention."""
    holders = {office.holder for cluster in clusters for office in cluster.offices}
    kept = [cluster for cluster in clusters if cluster in holders or _counts(doc, cluster)]
    return sorted(kept, key=lambda cluster: min(cluster.standings))


def _counts(doc: Doc, cluster: Cluster) -> bool:
    """True for an actor of its own, whether or not somebody holds an office with it."""
    if cluster.settled:
        return True
    heads = [doc[at.head] for at in cluster.standings]
    if len(heads) > _FEW or any(acting.acts(head) for head in heads):
        return True
    if cluster.kind == "person":
        return _is_somebody(cluster, heads)
    if cluster.kind == "group":
        return True
    if all(_is_place(head, cluster) for head in heads):
        return False
    if cluster.kind == "country" or cluster.detail:
        return True
    return len(heads) > 1 or heads[0].dep_ not in _MODIFYING or _is_headed(doc, cluster)


def _is_somebody(cluster: Cluster, heads: Sequence[Token]) -> bool:
    if cluster.offices or any(at.form == "title" for at in cluster.standings):
        return True
    if " " not in cluster.name:
        return any(head.dep_ == "poss" for head in heads)
    return any(head.dep_ not in _MODIFYING for head in heads)


def _is_place(head: Token, cluster: Cluster) -> bool:
    """True where a name only says where: of a country, only what lies in it."""
    placing = _INSIDE if cluster.kind == "country" else _PLACING
    while head.dep_ in {"conj", "appos"} and head.head.i != head.i:
        head = head.head
    return head.dep_ == "pobj" and head.head.lower_ in placing


def _is_headed(doc: Doc, cluster: Cluster) -> bool:
    """True where the name or the noun after it says that it is an organisation's."""
    end = cluster.standings[0].end
    if end < len(doc) and doc[end].lower_ in lexicon.words("who", "names.appended"):
        return True
    return cluster.name.split()[-1].lower() in lexicon.words("who", "names.organization_heads")
