"""Definite descriptions of somebody who has a name: "the French president", "the ministry", "the bloc", "the kingdom".

Resolved only where one actor of the article fits (the uniqueness of definite descriptions: Russell 1905, Hawkins 1978),
or where of several only one was named nearby.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from generator.language import lexicon
from generator.language.cast import phrases
from generator.language.cast.clusters import Cluster
from generator.language.cast.phrases import Phrase

_NEAR = 150
"""Tokens within which a name counts as nearby: about two paragraphs of news."""
_BESIDE = 45
"""Tokens within which of two bodies the one named last is meant: about two sentences."""
_NEVER = 1 << 30


@dataclass(slots=True, kw_only=True)
class _Stood:
    """Where clusters stand, in order; read once a cluster, since a long article asks very often."""

    starts: dict[Cluster, list[int]] = field(default_factory=dict)

    def of(self, cluster: Cluster) -> list[int]:
        """The first tokens of all that stands for a cluster."""
        if cluster not in self.starts:
            self.starts[cluster] = sorted(at.start for at in cluster.standings)
        return self.starts[cluster]

    def add(self, cluster: Cluster, start: int) -> None:
        """Takes note of a further one."""
        insort(self.of(cluster), start)

    def since(self, cluster: Cluster, token: Token) -> int:
        """How many tokens before a token a cluster stood last; very many where it did not."""
        starts = self.of(cluster)
        place = bisect_left(starts, token.i)
        return token.i - starts[place - 1] if place else _NEVER

    def near(self, cluster: Cluster, token: Token) -> bool:
        """True where a cluster stands near by, on either side."""
        starts = self.of(cluster)
        place = bisect_left(starts, token.i)
        return self.since(cluster, token) < _NEAR or (place < len(starts) and starts[place] - token.i < _NEAR)


def resolve(doc: Doc, skipped: frozenset[int], clusters: Sequence[Cluster], known: dict[int, Cluster]) -> None:
    """Adds to each cluster the descriptions that stand for it, and their head nouns to `known`."""
    by_noun, stood = _officers(clusters), _Stood()
    bodies = _bodies(clusters)
    rulers = _rulers(clusters)
    for token in doc:
        if token.i in known or token.i in skipped or token.tag_ not in {"NN", "NNP"}:
            continue
        word = token.lower_
        if word not in by_noun and word not in bodies and word not in {"leader", "premier"}:
            continue
        phrase = phrases.around(token, known)
        if phrase is None or not _definite(doc, phrase) or _goes_on(token, known):
            continue
        found = None
        if word in {"leader", "premier"}:
            found = _leader(token, phrase, rulers, stood)
        if found is None and word in by_noun:
            found = _officer(token, phrase, by_noun[word], stood)
        elif found is None and word in bodies:
            found = _body(token, phrase, bodies[word], stood)
        if found is not None:
            found.stand(doc, phrase.start, phrase.end, "nominal")
            stood.add(found, phrase.start)
            known[token.i] = found


def _definite(doc: Doc, phrase: Phrase) -> bool:
    """True for "the president" and for "Peru's president"."""
    owned = phrase.holder is not None and any(doc[i].tag_ == "POS" for i in range(phrase.start, phrase.end))
    return phrase.determiner in {"the", "that", "this"} or (owned and phrase.determiner == "")


def _officers(clusters: Sequence[Cluster]) -> Mapping[str, list[Cluster]]:
    """Persons by the last word of their titles; "minister" is a word of "Prime Minister" too."""
    nouns = lexicon.words("who", "roles.nouns") - lexicon.words("who", "roles.courtesy")
    found: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        if cluster.kind == "person":
            words = {word for office in cluster.offices for word in office.title.lower().split() if word in nouns}
            for word in sorted(words):
                found.setdefault(word, []).append(cluster)
    return found


def _rulers(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Persons whose title is that of who leads a state: they are its "leader" too."""
    titles = lexicon.words("who", "roles.rulers")
    return [
        cluster
        for cluster in clusters
        if cluster.kind == "person" and any(office.title.lower() in titles for office in cluster.offices)
    ]


def _leader(token: Token, phrase: Phrase, candidates: Sequence[Cluster], stood: _Stood) -> Cluster | None:
    """The one ruler of the state named ("the German leader"), whose country the description then tells."""
    home = phrase.holder
    if home is None or home.kind != "country" or phrase.words:
        return None
    own = [cluster for cluster in candidates if cluster.code == home.code]
    fitting = own or [cluster for cluster in candidates if not cluster.code and _may_rule(cluster, home, token, stood)]
    if len(fitting) != 1:
        return None
    found = fitting[0]
    if not found.code:
        found.code = home.code
        found.offices = [replace(office, holder=office.holder or home) for office in found.offices]
    return found


def _may_rule(cluster: Cluster, home: Cluster, token: Token, stood: _Stood) -> bool:
    """True for somebody named just before whose title that state has, by the table of offices which few have."""
    table: Mapping[str, frozenset[str]] = lexicon.table("who")["offices"]
    fits = any(home.code in table.get(office.title.lower(), frozenset()) for office in cluster.offices)
    return fits and stood.since(cluster, token) < _NEAR


def _officer(token: Token, phrase: Phrase, candidates: Sequence[Cluster], stood: _Stood) -> Cluster | None:
    """The person whose title holds the description's words and whose country is the one given."""
    fitting = [
        cluster
        for cluster in candidates
        if _fits(phrase, cluster)
        and (_compatible(phrase.holder, cluster) or _sent_by(phrase.holder, token, cluster, stood))
        and (stood.of(cluster)[0] < token.i or phrase.words or phrase.holder)
    ]
    if len(fitting) > 1:
        fitting = [cluster for cluster in fitting if stood.since(cluster, token) < _NEAR]
    if len(fitting) != 1:
        return None
    found, home = fitting[0], phrase.holder
    if home is not None and (_sent_by(home, token, found, stood) or _ruled_by(home, token, found, candidates, stood)):
        found.code = home.code
        if token.lower_ not in lexicon.words("who", "roles.sent"):
            found.offices = [replace(office, holder=office.holder or home) for office in found.offices]
    return found


def _ruled_by(home: Cluster, token: Token, cluster: Cluster, candidates: Sequence[Cluster], stood: _Stood) -> bool:
    """True for "the Chadian president" and the only one of that title whose country nothing has told, named near by."""
    if home.kind != "country" or cluster.code or any(other.code == home.code for other in candidates):
        return False
    titled = any(office.title.lower() in lexicon.words("who", "roles.rulers") for office in cluster.offices)
    open_ones = [other for other in candidates if not other.code]
    return titled and len(open_ones) == 1 and stood.since(cluster, token) < _NEAR


def _sent_by(holder: Cluster | None, token: Token, cluster: Cluster, stood: _Stood) -> bool:
    """True for "Chad's ambassador" and somebody of that title, named near by, whose country nothing has told so far."""
    if holder is None or holder.kind != "country" or cluster.code:
        return False
    return stood.near(cluster, token) and token.lower_ in lexicon.words("who", "roles.sent")


def _fits(phrase: Phrase, cluster: Cluster) -> bool:
    said = {word for office in cluster.offices for word in office.title.lower().split()}
    return set(phrase.words) <= said


def _compatible(holder: Cluster | None, cluster: Cluster) -> bool:
    if holder is None or (not cluster.code and all(office.holder is None for office in cluster.offices)):
        return True
    return any(office.holder is holder for office in cluster.offices) or (
        holder.code != "" and holder.code == cluster.code
    )


def _bodies(clusters: Sequence[Cluster]) -> Mapping[str, list[Cluster]]:
    """Organisations by the head noun of their name, blocs as blocs, countries by their form of state."""
    heads = lexicon.words("who", "names.organization_heads")
    found: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        words = cluster.name.lower().split()
        if cluster.kind == "organization":
            for word in dict.fromkeys((words[-1], words[0])):
                if word in heads:
                    found.setdefault(word, []).append(cluster)
            for word in ("bloc", "alliance") if cluster.detail == "bloc" else ():
                found.setdefault(word, []).append(cluster)
        elif cluster.kind == "country":
            for word, codes in sorted(lexicon.table("who")["states"].items()):
                if cluster.code in codes:
                    found.setdefault(word, []).append(cluster)
    return found


def _body(token: Token, phrase: Phrase, candidates: Sequence[Cluster], stood: _Stood) -> Cluster | None:
    """The one body that fits; of several the only one named right before, else the one named most often by far."""
    if phrase.words:
        return None
    owner = phrase.holder
    fitting = [cluster for cluster in candidates if owner is None or (owner.code and owner.code == cluster.code)]
    beside = [cluster for cluster in fitting if stood.since(cluster, token) < _BESIDE]
    if len(beside) == 1:
        return beside[0]
    fitting.sort(key=lambda cluster: -len(cluster.standings))
    if len(fitting) > 1 and len(fitting[0].standings) < 2 * len(fitting[1].standings):
        return None
    return fitting[0] if fitting else None


def _goes_on(token: Token, known: Mapping[int, Cluster]) -> bool:
    """True where what follows makes another of the noun: "the president of the club", "president Jane Doe"."""
    doc, after = token.doc, token.i + 1
    if after >= len(doc):
        return False
    if (
        doc[after].lower_ == "and"
        and after + 1 < len(doc)
        and doc[after + 1].lower_ in lexicon.words("who", "roles.nouns")
    ):
        return True
    return after in known or doc[after].lower_ in {"of", "for"} or doc[after].tag_ in {"NN", "NNS", "NNP", "HYPH"}
