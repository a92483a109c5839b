"""What acts without a name, gathered over an article by noun, by whose it is, and by what tells it apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from generator.language import lexicon
from generator.language.cast.clusters import Cluster
from generator.language.cast.phrases import Phrase
from generator.model.facts import ActorKind

Key = tuple[str, str, tuple[str, ...]]
"""The noun, whose it is (a code, a name or ""), and the modifiers that tell which one is meant."""

_ON = frozenset({"on", "with", "at", "to"})


@dataclass(slots=True, kw_only=True)
class Unnamed:
    """The clusters by key; `known` has the cluster of each name's token.

    `open` are the keys that must not be joined, `told` those of which some phrase itself says whose they are.
    """

    doc: Doc
    known: Mapping[int, Cluster]
    clusters: dict[Key, Cluster] = field(default_factory=dict)
    open: set[Key] = field(default_factory=set)
    told: set[Key] = field(default_factory=set)

    def stand(self, key: Key, phrase: Phrase, kind: ActorKind, home: Cluster | None = None) -> Cluster:
        """Adds a phrase to the cluster of a key; `home` is whose it is where the phrase itself does not say."""
        cluster = self.clusters.get(key)
        if key[1] and home is None:
            self.told.add(key)
        if cluster is None:
            start = phrase.start
            while start < phrase.end - 1 and self._adds_nothing(start):
                start += 1
            bare = kind == "organization" and phrase.holder is None and (home is not None or not key[1])
            cluster = self.clusters[key] = Cluster(
                name=key[0] if bare else self._printed(start, self._last_of_name(phrase, kind)),
                kind=kind,
                code=_code(key[0], phrase, kind) if home is None else home.code,
                settled=kind != "organization",
            )
        cluster.stand(self.doc, phrase.start, phrase.end, "nominal")
        return cluster

    def last(self, noun: str) -> Key | None:
        """The key of the cluster under a noun that was mentioned last."""
        found = [key for key in self.clusters if key[0] == noun]
        return max(found, key=lambda key: self.clusters[key].standings[-1].start) if found else None

    def join(self) -> None:
        """Joins a cluster to the only one of its noun that says more: the same holder, and more modifiers."""
        for key in sorted(self.clusters, key=lambda key: (bool(key[1]), len(key[2]))):
            noun, holder, words = key
            if self.clusters[key].kind == "person" or key in self.open:
                continue
            homes = [
                other
                for other in self.clusters
                if other != key and other[0] == noun and holder in {"", other[1]} and set(words) <= set(other[2])
            ]
            if noun in lexicon.words("who", "organs.rule") or not homes:
                continue
            if len(homes) == 1:
                self.clusters[homes[0]].standings.extend(self.clusters.pop(key).standings)
            elif not holder and not words:
                self._spread(self.clusters.pop(key), [self.clusters[home] for home in homes])

    def _spread(self, bare: Cluster, homes: Sequence[Cluster]) -> None:
        """Gives each mention of a bare noun ("makers") to the group that was named last before it."""
        named = sorted(((at.start, n) for n, home in enumerate(homes) for at in home.standings))
        for at in bare.standings:
            place = bisect_left(named, at.start, key=lambda pair: pair[0])
            homes[named[max(place - 1, 0)][1]].standings.append(at)

    def _last_of_name(self, phrase: Phrase, kind: ActorKind) -> int:
        """Where a name ends: a group is told apart by whose or where it is, not by what it is on or with."""
        link = self.doc[phrase.end].lower_ if phrase.tail > phrase.end else ""
        return phrase.end if kind == "group" and link in _ON else phrase.tail

    def _adds_nothing(self, start: int) -> bool:
        """True for a first word that is no part of a group's name: a quantifier, a preposition, "..., warning"."""
        first = self.doc[start]
        if first.lower_ in lexicon.words("who", "collectives.quantifiers") or first.tag_ in {"IN", "CC"}:
            return True
        if not first.lower_.endswith("ing") or not start or self.doc[start - 1].text != ",":
            return False
        return first.lower_[:-3] in lexicon.words("who", "acting.addressing") | lexicon.words("who", "acting.speech")

    def _printed(self, start: int, end: int) -> str:
        """The words as they would stand amid a sentence."""
        first, text = self.doc[start], self.doc[start:end].text
        common = not first.ent_type_ and first.tag_ not in {"NNP", "NNPS"} and first.text.istitle()
        return text[0].lower() + text[1:] if common else text


def _code(noun: str, phrase: Phrase, kind: ActorKind) -> str:
    """The country of whose it is; none for who stands in a relation to somebody: "Peru's allies"."""
    related = kind == "group" and phrase.owned and noun in relational()
    return phrase.holder.code if phrase.holder and not related else ""


def relational() -> frozenset[str]:
    """The nouns of groups that stand in a relation to somebody."""
    same = lexicon.mapping("who", "collectives.same")
    return frozenset(same.get(noun, noun) for noun in lexicon.words("who", "collectives.relational"))
