"""Who acts without a name: organs of a state, governments, groups, single unnamed persons.

A group or an unnamed person counts only where it acts or speaks: a group that nothing but its noun tells apart
("leaders", "firms") only where it speaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from generator.language import lexicon
from generator.language.cast import acting, descriptive, phrases
from generator.language.cast.clusters import Cluster
from generator.language.cast.phrases import Phrase
from generator.model.facts import ActorKind

_Key = tuple[str, str, tuple[str, ...]]
_DEFINITE = frozenset({"the", "these", "those", "both", "that", "this"})
_ON = frozenset({"on", "with", "at", "to"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNPS", "NNP", "JJ"})


def gather(doc: Doc, skipped: frozenset[int], known: Mapping[int, Cluster]) -> list[Cluster]:
    """The clusters of unnamed actors; governments join their country. `known` has the cluster of each name's token."""
    gathering = _Gathering(doc=doc, known=known)
    for token in doc:
        if token.tag_ in _NOUN_TAGS and token.i not in skipped and token.i not in known:
            gathering.take(token)
    return gathering.active()


@dataclass(slots=True, kw_only=True)
class _Gathering:
    doc: Doc
    known: Mapping[int, Cluster]
    clusters: dict[_Key, Cluster] = field(default_factory=dict)
    ruled: dict[str, list[Cluster]] = field(default_factory=dict)
    unowned: list[tuple[str, Phrase]] = field(default_factory=list)

    def take(self, token: Token) -> None:
        """Looks at one noun."""
        word = token.lower_
        two = f"{self.doc[token.i - 1].lower_} {word}" if token.i else word
        organs = lexicon.words("who", "organs.nouns")
        if word in lexicon.words("who", "organs.rule"):
            self._rule(token)
        elif two in organs or (word in organs and token.tag_ != "JJ"):
            self._organ(token, two if two in organs else word)
        elif self._is_group(token, two):
            self._group(token)
        elif token.tag_ == "NN" and word in lexicon.words("who", "roles.nouns") | {"source"}:
            self._unnamed(token)

    def _is_group(self, token: Token, two: str) -> bool:
        """True for a noun of a group; not for "right-wing" nor "opposition to a plan", which are nobody."""
        if token.tag_ != "NN":
            return token.lower_ in lexicon.words("who", "collectives.plural")
        before, after = token.i - 1, token.i + 1
        opposing = token.lower_ == "opposition" and after < len(self.doc) and self.doc[after].lower_ == "to"
        if opposing or (before >= 0 and self.doc[before].tag_ == "HYPH"):
            return False
        singular = token.lower_ in lexicon.words("who", "collectives.singular")
        return singular or two in lexicon.words("who", "collectives.pairs")

    def active(self) -> list[Cluster]:
        """The clusters that count, after those that mean the same have been joined."""
        for word, phrase in self.unowned:
            owners = self.ruled.get(word, ())
            if len(owners) == 1:
                owners[0].stand(self.doc, phrase.start, phrase.end, "nominal")
        self._join()
        sources = lexicon.words("who", "collectives.sources")
        for key, cluster in self.clusters.items():
            spoke = key[0] in sources and any(acting.speaks(self.doc[at.head]) for at in cluster.standings)
            cluster.anonymous = cluster.kind == "person" or (cluster.kind == "group" and spoke)
        return [cluster for key, cluster in self.clusters.items() if self._counts(key, cluster)]

    def _counts(self, key: _Key, cluster: Cluster) -> bool:
        heads = [self.doc[at.head] for at in cluster.standings]
        if cluster.kind == "person":
            return True
        if cluster.kind != "group":
            return key[1] != "" or any(acting.acts(head) for head in heads)
        told_apart = key[1] != "" or key[2] != ()
        weak = lexicon.words("who", "collectives.weak")
        if any(acting.speaks(head) for head in heads):
            return told_apart or (key[0] not in weak and key[0] not in lexicon.words("who", "collectives.relative"))
        if key[0] in weak or not (told_apart or key[0] in lexicon.words("who", "collectives.strong")):
            return False
        if any(acting.acts(head) or acting.addressed(head) for head in heads):
            return True
        return len(heads) > 1 and key[0] in lexicon.words("who", "collectives.strong")

    def _join(self) -> None:
        """Joins a cluster to the only one of its noun that says more: the same holder, and more modifiers."""
        for key in sorted(self.clusters, key=lambda key: (bool(key[1]), len(key[2]))):
            noun, holder, words = key
            if self.clusters[key].kind == "person":
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
            before = [n for start, n in named if start < at.start]
            homes[before[-1] if before else named[0][1]].standings.append(at)

    def _rule(self, token: Token) -> None:
        phrase = phrases.around(token, self.known)
        if phrase is None:
            return
        holder, word = self._ruled(phrase.holder), token.lower_
        if holder is not None and holder.kind == "country" and word != "administration":
            holder.stand(self.doc, phrase.start, phrase.end, "nominal")
            if holder not in self.ruled.setdefault(word, []):
                self.ruled[word].append(holder)
            return
        hyphened = any("-" in self.doc[i].text for i in range(phrase.start, phrase.end))
        if holder is None and phrase.words and not hyphened:
            return
        if holder is None and (word in {"government", "authorities"} or (word == "regime" and not phrase.words)):
            if phrase.determiner == "the" and not phrase.words:
                self.unowned.append((word, phrase))
            return
        key: _Key = (word, holder.name if holder else " ".join(phrase.words), ())
        if not key[1]:
            key = self._last(word) or key
        self._stand(key, phrase, "organization")

    def _ruled(self, holder: Cluster | None) -> Cluster | None:
        """The country that somebody rules whose government is named after him: "Erdogan's government"."""
        if holder is None or holder.kind != "person" or not any(office.holder for office in holder.offices):
            return holder
        titles = lexicon.words("who", "roles.rulers")
        if not any(office.title.lower() in titles for office in holder.offices):
            return holder
        return next(
            (cluster for cluster in self.known.values() if cluster.kind == "country" and cluster.code == holder.code),
            holder,
        )

    def _organ(self, token: Token, noun: str) -> None:
        phrase = phrases.around(token, self.known)
        if phrase is None:
            return
        noun = lexicon.mapping("who", "organs.same").get(noun, noun)
        holder = phrase.holder
        named = self._named_organ(noun, holder)
        if named is not None:
            named.stand(self.doc, phrase.start, phrase.end, "nominal")
            return
        place = next((token.text for token in self.doc[phrase.start : token.i] if token.tag_ == "NNP"), "")
        key: _Key = (noun, (holder.code or holder.name) if holder else place, ())
        if not key[1]:
            key = self._last(noun) or key
        self._stand(key, phrase, "organization")

    def _named_organ(self, noun: str, holder: Cluster | None) -> Cluster | None:
        """The one organisation with a name that ends in the noun, or a state's known armed forces."""
        found = [
            cluster
            for cluster in dict.fromkeys(self.known.values())
            if cluster.kind == "organization"
            and (
                cluster.name.lower().endswith(noun)
                or cluster.name.lower().startswith(f"{noun} of ")
                or (noun == "military" and holder and self._is_army(cluster))
            )
            and (holder is None or holder.code == cluster.code)
        ]
        return found[0] if len(found) == 1 else None

    def _is_army(self, cluster: Cluster) -> bool:
        return cluster.detail == "military" and cluster.name.split()[-1] in {"Forces", "Army", "Military"}

    def _group(self, token: Token) -> None:
        phrase = phrases.around(token, self.known)
        if phrase is None:
            return
        noun = lexicon.mapping("who", "collectives.same").get(token.lower_, token.lower_)
        whole = self._whole(token, phrase)
        if whole is not None:
            whole.stand(self.doc, phrase.start, phrase.end, "nominal")
            return
        key: _Key = (noun, phrase.holder.name if phrase.holder else "", phrase.words)
        if phrase.determiner in _DEFINITE and phrase.holder is None and not phrase.words:
            key = self._last(noun) or key
        self._stand(key, phrase, "group")

    def _whole(self, token: Token, phrase: Phrase) -> Cluster | None:
        """The organisation whose members are meant: "members of Congress"."""
        if token.lower_ != "members" or phrase.tail == phrase.end:
            return None
        inside = [self.known[i] for i in range(phrase.end, phrase.tail) if i in self.known]
        return inside[0] if inside and inside[0].kind == "organization" else None

    def _unnamed(self, token: Token) -> None:
        """A single person without a name who speaks: "a senior official", "one diplomat"."""
        if (
            token.i + 1 in self.known
            or not acting.speaks(token)
            or any(child.dep_ == "appos" for child in token.children)
            or _is_silent(token)
        ):
            return
        phrase = phrases.around(token, self.known)
        if phrase is None or self._names_follow(phrase):
            return
        if phrase.determiner not in {"", "a", "an", "one", "another", "the"} and not token.lower_.startswith("spokes"):
            return
        tail = tuple(self.doc[phrase.end : phrase.tail].text.split())
        key: _Key = (token.lower_, phrase.holder.name if phrase.holder else "", (*phrase.words, *tail))
        if phrase.determiner == "the":
            last = self._last(token.lower_)
            if last is None:
                return
            key = last
        cluster = self._stand(key, phrase, "person")
        for female, words in ((True, "roles.female"), (False, "roles.male")):
            if token.lower_ in lexicon.words("who", words):
                cluster.female = female
        if not cluster.offices:
            office = descriptive.office(self.doc, self.known, phrase.start, token.i, phrase.tail, phrase.start)
            if office is not None:
                cluster.offices.append(office)

    def _names_follow(self, phrase: Phrase) -> bool:
        """True where the phrase is but the title of a person whose name comes after it."""
        last = phrase.tail - 1
        if last > phrase.end and last in self.known and self.known[last].kind == "person":
            while self.known.get(last) is self.known[phrase.tail - 1]:
                last -= 1
            if self.doc[last].tag_ in {"NNP", "NNPS"}:
                return True
        for i in range(phrase.tail, min(phrase.tail + 4, len(self.doc))):
            if i in self.known and self.known[i].kind == "person":
                return True
            if self.doc[i].lower_ != "and" and self.doc[i].tag_ not in {"NN", "JJ"}:
                return False
        return False

    def _stand(self, key: _Key, phrase: Phrase, kind: ActorKind) -> Cluster:
        cluster = self.clusters.get(key)
        if cluster is None:
            start = phrase.start
            while start < phrase.end - 1 and self._adds_nothing(start):
                start += 1
            bare = kind == "organization" and phrase.holder is None and not key[1]
            cluster = self.clusters[key] = Cluster(
                name=key[0] if bare else self._printed(start, self._last_of_name(phrase, kind)),
                kind=kind,
                code=phrase.holder.code if phrase.holder else "",
                settled=kind != "organization",
            )
        cluster.stand(self.doc, phrase.start, phrase.end, "nominal")
        return cluster

    def _last_of_name(self, phrase: Phrase, kind: ActorKind) -> int:
        """Where a name ends: a group is told apart by whose or where it is, not by what it is on or with."""
        return phrase.end if kind == "group" and self._link_of(phrase) in _ON else phrase.tail

    def _link_of(self, phrase: Phrase) -> str:
        return self.doc[phrase.end].lower_ if phrase.tail > phrase.end else ""

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

    def _last(self, noun: str) -> _Key | None:
        """The key of the cluster under a noun that was mentioned last."""
        found = [key for key in self.clusters if key[0] == noun]
        return max(found, key=lambda key: self.clusters[key].standings[-1].start) if found else None


def _is_silent(token: Token) -> bool:
    """True where all that is said of somebody is that he says nothing: "a spokesman declined to comment"."""
    verb = acting.verb_of(token)
    if verb is None or verb.lemma_ not in {"decline", "refuse"}:
        return False
    return any(
        child.dep_ == "xcomp" and child.lemma_ in {"comment", "say", "discuss", "speak"} for child in verb.rights
    )
