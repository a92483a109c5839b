"""The tense of the clause that a time expression stands in, which decides between last Wednesday and next Wednesday."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc, Span, Token

from generator.language import lexicon

Tense = Literal["past", "future", "present", "unknown"]

_STEPS = 12
"""How far up a tree the verb of a clause is looked for."""

_BACK = 14
"""Tokens before "until" in which the verb that sets an end is looked for."""

_BRIDGES = frozenset({"the", "on", "about", "around", ","})
"""Words that may stand between a preposition and its time."""

_COMPLEMENTS = frozenset({"acomp", "oprd"})
_FINITE: dict[str, Tense] = {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "future"}
_HAVE = frozenset({"has", "have", "'ve", "’ve", "having"})


class Clauses:
    """The clauses of a document, asked for by code points."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self._cues = lexicon.table("tense")
        self._scheduled = lexicon.table("dates")["present"]["scheduled"]

    def tag(self, place: int) -> str:
        """The part-of-speech tag of the word at a code point, empty where there is none."""
        token = self._token(place)
        return token.tag_ if token is not None else ""

    def entity(self, place: int) -> str:
        """The entity label of the word at a code point, empty where it has none."""
        token = self._token(place)
        return token.ent_type_ if token is not None else ""

    def _token(self, place: int) -> Token | None:
        span = self.doc.char_span(place, place + 1, alignment_mode="expand")
        return span[0] if span is not None and len(span) else None

    def tense(self, start: int, end: int, *, loose: bool = False) -> Tense:
        """The tense of the clause around the code points `start` to `end`; `loose`: not for somebody's doing there."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        if span is None or not len(span):
            return "unknown"
        lead = self._lead(span.start)
        if lead in {"past", "future"}:
            return lead
        clause = self._clause(span, loose=loose)
        if lead == "unknown" or clause != "past":
            return "future" if lead != "unknown" else clause
        return "future" if lead == "end" and self._set_ahead(span) else "past"

    def _lead(self, start: int) -> Literal["past", "future", "open", "end", "unknown"]:
        """What the word before says of the direction: "since", "starting"; "open" and "end" ask the clause too."""
        at = start - 1
        while at >= 0 and self.doc[at].lower_ in _BRIDGES and start - at <= 2:  # noqa: PLR2004
            at -= 1
        word = self.doc[at].lower_ if at >= 0 else ""
        for direction in ("past", "future", "open", "end"):
            if word in self._cues[f"lead_{direction}"]:
                return direction
        return "unknown"

    def _set_ahead(self, span: Span) -> bool:
        """Whether "until" and its day belong to a verb that sets an end: "extended the truce until Monday"."""
        first = max(span.sent.start, span.start - _BACK)
        prolonging = self._cues["prolonging"]
        verbs = [token for token in self.doc[first : span.start] if token.pos_ == "VERB"]
        told = any(child.lower_ == "had" for verb in verbs for child in verb.children)
        return not told and any(verb.lemma_.lower() in prolonging for verb in verbs)

    def _clause(self, span: Span, *, loose: bool) -> Tense:
        """The tense of the nearest verb up the tree that has one; the present says nothing of a dated noun.

        Nor, where `loose`, does the past: "set the terms for its departure in March". A plural that heads a sentence is
        a verb in -s that a tagger has misread: "the president leaves on Monday".
        """
        token, steps = span.root, 0
        if token.pos_ in {"VERB", "AUX"}:
            token = token.head
        before = self.doc[span.start - 1] if span.start > span.sent.start else token
        if before.tag_ in {"VBD", "VBN"}:
            token = before
        awaited = within_noun = owned = False
        while steps < _STEPS:
            awaited = awaited or token.lemma_.lower() in self._cues["awaiting_nouns"]
            if token.pos_ == "NOUN" and not span.start <= token.i < span.end:
                if not within_noun and token.lemma_.lower() in self._cues["told_nouns"]:
                    return "past"
                within_noun, owned = True, owned or any(child.dep_ == "poss" for child in token.children)
            if token.tag_ == "NNS" and token.dep_ == "ROOT" and token.lemma_.lower() in self._scheduled:
                return "future"
            if token.tag_[:1] == "V" or token.tag_ == "MD" or token.pos_ in {"VERB", "AUX"}:
                found = self.of_verb(token)
                if found == "past" and awaited and token.lemma_.lower() not in self._cues["over"]:
                    return "future"
                if within_noun and (found == "present" or (found == "past" and loose and owned)):
                    return "unknown"
                if found != "unknown":
                    return found
            elif token.lower_ in self._cues["ahead_adjectives"]:
                return "future"
            if token.head.i == token.i:
                break
            token, steps = token.head, steps + 1
        return self._by_order(span)

    def _by_order(self, span: Span) -> Tense:
        """The tense of the last finite verb before a time, or the first behind it, where the tree has none above."""
        finite = [token for token in span.sent if token.tag_ in _FINITE]
        before = [token for token in finite if token.i < span.start]
        nearest = before[-1] if before else finite[0] if finite else None
        if nearest is None:
            return "unknown"
        perfect = nearest.tag_ == "MD" and any(token.lower_ == "have" for token in self.doc[nearest.i : nearest.i + 4])
        return "past" if perfect else _FINITE[nearest.tag_]

    def of_verb(self, verb: Token) -> Tense:
        """The tense of a verb with its auxiliaries; "unknown" for one that takes it from the clause around it."""
        helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
        words, tags = {helper.lower_ for helper in helpers}, {helper.tag_ for helper in helpers}
        lemma = verb.lemma_.lower()
        if "MD" in tags:
            no = any(child.dep_ == "neg" for child in verb.children) or lemma in self._cues["sought"]
            failed = "could" in words and no
            return "past" if failed or ("have" in words and verb.tag_ == "VBN") else "future"
        if "to" in words:
            return self._infinitive(verb, tags)
        if words & _HAVE:
            return "future" if lemma in self._cues["planning"] else "past"
        if any(child.lower_ in self._cues["ahead_adjectives"] for child in verb.children if child.dep_ in _COMPLEMENTS):
            return "future"
        if "VBD" in tags:
            return "future" if lemma in self._cues["awaited"] and "had" not in words else "past"
        if verb.tag_ == "VBD":
            return "future" if lemma in self._cues["planning"] else "past"
        if verb.tag_ == "VBN":
            return self._participle(lemma, helpers)
        if verb.tag_ == "VBG":
            return self._progressive(verb, lemma, tags)
        if verb.tag_ == "VBP" and lemma in self._cues["invariant"]:
            return "past"
        return {"VBZ": "present", "VBP": "present", "MD": "future"}.get(verb.tag_, "unknown")  # type: ignore[return-value]

    def _infinitive(self, verb: Token, tags: set[str]) -> Tense:
        """Ahead, but for what somebody managed, failed or began to do; a sentence's root it is by mistake."""
        told = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in self._cues["implicative"]
        mistaken = verb.dep_ == "ROOT" and not tags & _FINITE.keys()
        return "unknown" if told or mistaken else "future"

    def _participle(self, lemma: str, helpers: list[Token]) -> Tense:
        if lemma in self._cues["awaited"] or (not helpers and lemma in self._cues["planning"]):
            return "future"
        return "present" if any(helper.tag_ in {"VBZ", "VBP"} for helper in helpers) else "past"

    def _progressive(self, verb: Token, lemma: str, tags: set[str]) -> Tense:
        if tags & {"VBZ", "VBP"}:
            return "future"
        opens = lemma in self._cues["opening"] and verb.dep_ in {"acl", "advcl", "amod", "prep", "pcomp"}
        return "future" if opens else "unknown"
