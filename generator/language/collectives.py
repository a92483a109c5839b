"""Who acts without a name: organs of a state, governments, groups, single unnamed persons.

A group or an unnamed person counts only where it acts or speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc, Token

from generator.language import acting, lexicon, phrases
from generator.language.clusters import Cluster
from generator.language.phrases import Phrase
from generator.model.facts import ActorKind

_Key = tuple[str, str, tuple[str, ...]]
_DEFINITE = frozenset({"the", "these", "those", "both", "that", "this"})


def gather(doc: Doc, skipped: frozenset[int], known: Mapping[int, Cluster]) -> list[Cluster]:
    """The clusters of unnamed actors; `known` gives the cluster of each token of a name. Governments join their country."""
    gathering = _Gathering(doc=doc, known=known)
    for token in doc:
        if token.i not in skipped and token.i not in known and token.tag_ in {"NN", "NNS", "NNPS", "NNP", "JJ"}:
            gathering.take(token)
    return [cluster for key, cluster in gathering.clusters.items() if key in gathering.active]


@dataclass(slots=True, kw_only=True)
class _Gathering:
    doc: Doc
    known: Mapping[int, Cluster]
    clusters: dict[_Key, Cluster] = field(default_factory=dict)
    active: set[_Key] = field(default_factory=set)

    def take(self, token: Token) -> None:
        """Looks at one noun."""
        word = token.lower_
        two = f"{self.doc[token.i - 1].lower_} {word}" if token.i else word
        organs = lexicon.words("who", "organs.nouns")
        if word in lexicon.words("who", "organs.rule"):
            self._rule(token)
        elif two in organs or (word in organs and token.tag_ != "JJ"):
            self._organ(token, two if two in organs else word)
        elif token.tag_ != "NN" and word in lexicon.words("who", "collectives.plural"):
            self._group(token, "group")
        elif token.tag_ == "NN" and word in lexicon.words("who", "collectives.singular"):
            self._group(token, "group")
        elif token.tag_ == "NN" and word in lexicon.words("who", "roles.nouns") | {"source"}:
            self._unnamed(token)

    def _rule(self, token: Token) -> None:
        phrase = phrases.around(token, self.known)
        if phrase is None:
            return
        holder = phrase.holder
        if holder is not None and holder.kind == "country" and token.lower_ != "administration":
            holder.stand(self.doc, phrase.start, phrase.end, "nominal")
            return
        if holder is None and token.lower_ in {"government", "authorities"}:
            return
        name = holder.name if holder else ""
        key = ("rule", name, ())
        if holder is None:
            key = self._last("rule", token.i) or key
        self._stand(key, token, phrase, "organization", acts=holder is not None or acting.acts(token))

    def _organ(self, token: Token, noun: str) -> None:
        phrase = phrases.around(token, self.known)
        if phrase is None:
            return
        noun = lexicon.mapping("who", "organs.same").get(noun, noun)
        key = (noun, phrase.holder.code or phrase.holder.name if phrase.holder else "", ())
        if phrase.holder is None:
            key = self._last(noun, token.i) or key
        self._stand(key, token, phrase, "organization", acts=acting.acts(token))

    def _group(self, token: Token, kind: ActorKind) -> None:
        phrase = phrases.around(token, self.known)
        if phrase is None:
            return
        noun = token.lower_
        key = (noun, phrase.holder.name if phrase.holder else "", phrase.words)
        if phrase.determiner in _DEFINITE and phrase.holder is None and not phrase.words:
            key = self._last(noun, token.i) or key
        self._stand(key, token, phrase, kind, acts=acting.acts(token) or acting.speaks(token))

    def _unnamed(self, token: Token) -> None:
        """A single person without a name who speaks: "a senior official", "one diplomat"."""
        if token.i + 1 in self.known or not acting.speaks(token) or any(child.dep_ == "appos" for child in token.children):
            return
        phrase = phrases.around(token, self.known)
        if phrase is None:
            return
        noun = token.lower_
        key = (noun, phrase.holder.name if phrase.holder else "", phrase.words)
        if phrase.determiner in _DEFINITE:
            known_key = self._last(noun, token.i)
            if known_key is None:
                return
            key = known_key
        self._stand(key, token, phrase, "person", acts=True)

    def _stand(self, key: _Key, token: Token, phrase: Phrase, kind: ActorKind, *, acts: bool) -> None:
        cluster = self.clusters.get(key)
        if cluster is None:
            name = self.doc[phrase.start : phrase.tail].text
            code = phrase.holder.code if phrase.holder else ""
            anonymous = kind in {"person", "group"}
            cluster = self.clusters[key] = Cluster(name=name, kind=kind, code=code, anonymous=anonymous)
        cluster.stand(self.doc, phrase.start, phrase.end, "nominal")
        if acts:
            self.active.add(key)

    def _last(self, noun: str, at: int) -> _Key | None:
        """The key of the cluster under a noun that was mentioned last."""
        found = None
        latest = -1
        for key, cluster in self.clusters.items():
            if key[0] == noun and cluster.standings[-1].start > latest:
                found, latest = key, cluster.standings[-1].start
        return found
