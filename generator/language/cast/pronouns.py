"""Pronouns of the third person and relative pronouns, resolved where one candidate stands out.

Candidates are weighed by how recent they are and by their place in the clause, after Lappin & Leass (1994); a candidate
that shares the pronoun's verb is barred (binding theory, principle B). Where two come out alike, nothing is resolved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.language import lexicon
from generator.language.cast.clusters import Cluster, Standing

_PERSONAL: Mapping[str, tuple[str, bool | None]] = {
    "he": ("person", False),
    "him": ("person", False),
    "his": ("person", False),
    "himself": ("person", False),
    "she": ("person", True),
    "her": ("person", True),
    "hers": ("person", True),
    "herself": ("person", True),
    "they": ("many", None),
    "them": ("many", None),
    "their": ("many", None),
    "it": ("thing", None),
    "its": ("thing", None),
}
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
_KINDS = {
    "person": frozenset({"person"}),
    "many": frozenset({"group"}),
    "thing": frozenset({"country", "organization"}),
}
_STRAIGHT = frozenset({'"', "``", "''"})
_MARKS = _STRAIGHT | {"“", "”"}
_WINDOW = 3
_SENTENCE_COST = 10
_SUBJECT = 8
_OBJECT = 3
_QUOTED_COST = 8
_KNOWN_GENDER = 4
_SPEAKER = 6
_UNNAMED_COST = 6
_MARGIN = {"person": 1, "many": 4, "thing": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    cluster: Cluster
    standing: Standing
    sentence: int
    weight: int
    quoted: bool


def resolve(doc: Doc, skipped: frozenset[int], clusters: Sequence[Cluster]) -> None:
    """Adds to each cluster the pronouns that stand for it; a label before a colon names who says "I", never "he"."""
    quoted, number = _layout(doc)
    named = sorted(((at, cluster) for cluster in clusters for at in cluster.standings), key=lambda pair: pair[0])
    heads = {at.head: cluster for at, cluster in named}
    seen: list[_Candidate] = []
    waiting = iter([*named, None])
    following = next(waiting)
    for token in doc:
        while following is not None and following[0].end <= token.i:
            at, cluster = following
            following = next(waiting)
            if at.end < len(doc) and doc[at.end].text == ":":
                continue
            seen.append(_candidate(doc, cluster, at, number[at.head], quoted=quoted[at.head]))
        if token.i in skipped:
            continue
        word = token.lower_
        found = None
        if word in _RELATIVE and token.tag_ in {"WP", "WDT", "WP$"}:
            found = heads.get(_antecedent(token))
        elif word in _PERSONAL:
            found = _best(token, seen, number[token.i], quoted=quoted[token.i])
        if found is not None:
            found.stand(doc, token.i, token.i + 1, "pronoun")
            if word in _PERSONAL:
                seen.append(_candidate(doc, found, found.standings[-1], number[token.i], quoted=quoted[token.i]))
                female = _PERSONAL[word][1]
                if found.kind == "person" and found.female is None:
                    found.female = female


def _antecedent(token: Token) -> int:
    """The noun that a relative clause hangs on, or -1."""
    current = token
    while current.dep_ not in {"relcl", "ROOT"} and current.head.i != current.i:
        current = current.head
    return current.head.i if current.dep_ == "relcl" else -1


def _candidate(doc: Doc, cluster: Cluster, at: Standing, sentence: int, *, quoted: bool) -> _Candidate:
    head = doc[at.head]
    while head.dep_ in {"conj", "appos"} and head.head.i != head.i:
        head = head.head
    subject = head.dep_ in {"nsubj", "nsubjpass", "ROOT"}
    weight = _SUBJECT if subject else _OBJECT if head.dep_ in {"dobj", "pobj", "agent"} else 0
    if subject and head.head.dep_ == "ROOT":
        weight += 2
    return _Candidate(cluster=cluster, standing=at, sentence=sentence, weight=weight, quoted=quoted)


def _best(token: Token, seen: Sequence[_Candidate], sentence: int, *, quoted: bool) -> Cluster | None:
    """The cluster that a personal pronoun means, if one stands out."""
    sort, female = _PERSONAL[token.lower_]
    speaker = _speaker_before(token) if sort == "person" else -1
    parenthetical = _is_parenthetical(token)
    scores: dict[int, tuple[int, Cluster]] = {}
    for candidate in reversed(seen):
        if sentence - candidate.sentence > _WINDOW:
            break
        cluster = candidate.cluster
        if cluster.kind not in _KINDS[sort] or (
            cluster.female is not None and female is not None and cluster.female != female
        ):
            continue
        if candidate.standing.form == "adjective" or _barred(token, candidate):
            continue
        if parenthetical and candidate.sentence == sentence:
            continue
        score = candidate.weight - _SENTENCE_COST * (sentence - candidate.sentence)
        if female is not None and cluster.female == female:
            score += _KNOWN_GENDER
        if cluster.anonymous and cluster.kind == "person":
            score -= _UNNAMED_COST
        if candidate.quoted and not quoted:
            score -= _QUOTED_COST
        if candidate.standing.start <= speaker < candidate.standing.end:
            score += _SPEAKER
        known = scores.get(id(cluster))
        scores[id(cluster)] = (max(score, known[0]) if known else score, cluster)
    ranked = sorted(scores.values(), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN[sort]):
        return None
    if sort == "thing" and not _safe_thing(token, ranked[0][0]):
        return None
    return ranked[0][1]


def _speaker_before(token: Token) -> int:
    """The last token of who says that "he ...": "Diaz said he would", "Diaz said that he would"; else -1."""
    i = token.i - 1
    if token.dep_ not in {"nsubj", "nsubjpass"} or i < 1:
        return -1
    if token.doc[i].lower_ == "that":
        i -= 1
    cue = token.doc[i]
    if cue.tag_ not in {"VBD", "VBZ"} or cue.lemma_ not in lexicon.words("who", "acting.speech"):
        return -1
    subject = next((child.i for child in cue.lefts if child.dep_ == "nsubj"), cue.i - 1)
    return subject if subject >= token.sent.start else -1


def _is_parenthetical(token: Token) -> bool:
    """True for the speaker after what was said ("..., she said"): who is named in it is somebody else."""
    if token.i == 0 or token.dep_ != "nsubj" or token.head.lemma_ not in lexicon.words("who", "acting.speech"):
        return False
    return token.nbor(-1).text in {",", "”", '"', "''", "’", "—", "–"}


def _barred(token: Token, candidate: _Candidate) -> bool:
    """True where the candidate is an argument of the verb whose argument the pronoun is."""
    head = token.doc[candidate.standing.head]
    return (
        token.tag_ == "PRP"
        and not token.lower_.endswith("self")
        and head.head.i == token.head.i
        and head.dep_ != "poss"
    )


def _safe_thing(token: Token, score: int) -> bool:
    """True where "it" or "its" can stand for somebody: a subject close by, and no empty "it is ... that"."""
    if token.lower_ == "it" and (
        token.dep_ == "expl" or token.head.lemma_ in {"be", "seem", "appear", "take", "remain"}
    ):
        return False
    return score >= _SUBJECT - _SENTENCE_COST


def _layout(doc: Doc) -> tuple[list[bool], list[int]]:
    """For each token, whether it stands in quotation marks (a paragraph's end closes them), and its sentence."""
    quoted: list[bool] = []
    numbers: list[int] = []
    inside, number = False, -1
    for token in doc:
        text = token.text
        if text in _MARKS or "\n" in text:
            inside = text == "“" or (not inside and text in _STRAIGHT)
        if token.is_sent_start or number < 0:
            number += 1
        quoted.append(inside)
        numbers.append(number)
    return quoted, numbers
