"""Governments and organs of state by their nouns: "the government", "Peru's army", "the finance ministry"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from generator.language import lexicon
from generator.language.cast import acting, phrases
from generator.language.cast.clusters import Cluster
from generator.language.cast.phrases import Phrase
from generator.language.cast.unnamed import Key, Unnamed

_NEAR = 150
"""Tokens within which an organ's country is still in mind: about two paragraphs of news."""
_BY_FAR = 2 / 3
"""The share of all mentions of countries that makes one the article's own."""
_PORTFOLIO = frozenset({"NN", "NNS", "NNP"})


def noun_of(token: Token) -> str | None:
    """The organ that a noun names, with its field: "army", "foreign ministry", "water resources ministry"."""
    organs, word = lexicon.words("who", "organs.nouns"), token.lower_
    two = f"{token.nbor(-1).lower_} {word}" if token.i else word
    if two in organs:
        return two
    if word == "ministry":
        return _ministry(token)
    return word if word in organs and token.tag_ != "JJ" else None


def _ministry(token: Token) -> str | None:
    """A ministry with the nouns of its field, in lower case; a bare "ministry" names none."""
    doc, first = token.doc, token.i
    while first and doc[first - 1].is_lower and (doc[first - 1].tag_ in _PORTFOLIO or _joins(doc, first - 1)):
        first -= 1
    return doc[first : token.i + 1].text if first < token.i else None


def _joins(doc: Doc, i: int) -> bool:
    return doc[i].lower_ == "and" and i > 0 and doc[i - 1].is_lower and doc[i - 1].tag_ in _PORTFOLIO


@dataclass(slots=True, kw_only=True)
class Organs:
    """Takes the nouns of governments and organs, in text order, and adds them to their country or to the unnamed."""

    found: Unnamed
    bodies: Sequence[Cluster]
    countries: Mapping[str, Cluster]
    ruled: dict[str, list[Cluster]] = field(default_factory=dict)
    unowned: list[tuple[str, Phrase]] = field(default_factory=list)

    def settle(self) -> None:
        """Gives the governments that nothing says the country of to the only one that has such a government."""
        for word, phrase in self.unowned:
            owners = self.ruled.get(word, ())
            if len(owners) == 1:
                owners[0].stand(self.found.doc, phrase.start, phrase.end, "nominal")

    def take_government(self, token: Token) -> None:
        """Looks at one noun for who governs."""
        doc, phrase = self.found.doc, phrases.around(token, self.found.known)
        if phrase is None:
            return
        holder, word = self._ruled(phrase.holder), token.lower_
        if holder is not None and holder.kind == "country" and word != "administration":
            holder.stand(doc, phrase.start, phrase.end, "nominal")
            if holder not in self.ruled.setdefault(word, []):
                self.ruled[word].append(holder)
            return
        hyphened = any("-" in doc[i].text for i in range(phrase.start, phrase.end))
        if holder is None and phrase.words and not hyphened:
            return
        if holder is None and (word in {"government", "authorities"} or (word == "regime" and not phrase.words)):
            if phrase.determiner == "the" and not phrase.words:
                self.unowned.append((word, phrase))
            return
        key: Key = (word, holder.name if holder else " ".join(phrase.words), ())
        if not key[1]:
            key = self.found.last(word) or key
        self.found.stand(key, phrase, "organization")

    def _ruled(self, holder: Cluster | None) -> Cluster | None:
        """The country that somebody rules whose government is named after him: "Erdogan's government"."""
        if holder is None or holder.kind != "person" or not any(office.holder for office in holder.offices):
            return holder
        titles = lexicon.words("who", "roles.rulers")
        if not any(office.title.lower() in titles for office in holder.offices):
            return holder
        return self.countries.get(holder.code, holder)

    def take_organ(self, token: Token, noun: str) -> None:
        """Looks at one noun of an organ."""
        doc, phrase = self.found.doc, phrases.around(token, self.found.known)
        if phrase is None or self._by_turns(token, phrase):
            return
        noun = lexicon.mapping("who", "organs.same").get(noun, noun)
        place = next((token.text for token in doc[phrase.start : token.i] if token.tag_ == "NNP"), "")
        home, several = (None, False) if phrase.holder or place else self._home(token, noun)
        named = self._named(noun, phrase.holder) or (self._named(noun, home) if home else None)
        if named is not None:
            named.stand(doc, phrase.start, phrase.end, "nominal")
            return
        holder = phrase.holder or home
        key: Key = (noun, (holder.code or holder.name) if holder else place, ())
        if several:
            self.found.open.add(key)
        self.found.stand(key, phrase, "organization", home)

    def _by_turns(self, token: Token, phrase: Phrase) -> bool:
        """True for an office that states hold by turns: "Hungary's presidency of the council"."""
        return token.lower_ == "presidency" and phrase.end < len(token.doc) and token.nbor().lower_ == "of"

    def _home(self, token: Token, noun: str) -> tuple[Cluster | None, bool]:
        """Whose a bare organ is, and whether several countries come into question in its paragraph.

        It is the one country that did something in the paragraph so far; else the one whose organ was named near by,
        the only one of the article, or the one that the article is about by far.
        """
        doing: dict[str, Cluster] = {}
        for i in range(token.i - 1, max(token.i - _NEAR, -1), -1):
            if "\n" in token.doc[i].text:
                break
            cluster = self.found.known.get(i)
            if cluster is None or cluster.kind != "country":
                continue
            subject = acting.subject_by(token.doc[i], self.found.known)
            if subject is not None and subject.dep_ == "nsubj":
                doing[cluster.code] = cluster
        if doing:
            return (next(iter(doing.values())), False) if len(doing) == 1 else (None, True)
        before = self.found.last(noun)
        if before is not None and token.i - self.found.clusters[before].standings[-1].start < _NEAR:
            return self.countries.get(self.found.clusters[before].code), False
        return self._own_country(), False

    def _own_country(self) -> Cluster | None:
        counts = Counter({code: len(cluster.standings) for code, cluster in sorted(self.countries.items())})
        most = counts.most_common(1)
        return self.countries[most[0][0]] if most and most[0][1] >= _BY_FAR * counts.total() else None

    def _named(self, noun: str, holder: Cluster | None) -> Cluster | None:
        """The one organisation with a name that ends in the noun, or a state's known armed forces."""
        found = [
            cluster
            for cluster in self.bodies
            if (
                cluster.name.lower().endswith(noun)
                or cluster.name.lower().startswith(f"{noun} of ")
                or (noun == "military" and holder and _is_army(cluster))
            )
            and (holder is None or holder.code == cluster.code)
        ]
        return found[0] if len(found) == 1 else None


def _is_army(cluster: Cluster) -> bool:
    return cluster.detail == "military" and cluster.name.split()[-1] in {"Forces", "Army", "Military"}


def of(found: Unnamed) -> Organs:
    """Organs of state of an article, before any has been taken."""
    named = tuple(dict.fromkeys(found.known.values()))
    return Organs(
        found=found,
        bodies=tuple(cluster for cluster in named if cluster.kind == "organization"),
        countries={cluster.code: cluster for cluster in named if cluster.kind == "country" and cluster.code},
    )
