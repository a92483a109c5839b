"""The tense of the clause that a time expression stands in, which decides between last Wednesday and next Wednesday."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc, Span, Token

from generator.language import lexicon

Tense = Literal["past", "future", "present", "unknown"]

_STEPS = 12
"""How far up a tree the verb of a clause is looked for."""


class Clauses:
    """The clauses of a document, asked for by code points."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._leads = lexicon.table("tense")
        self._texts = doc.text

    def tag(self, place: int) -> str:
        """The part-of-speech tag of the word at a code point, empty where there is none."""
        span = self.doc.char_span(place, place + 1, alignment_mode="expand")
        return str(span[0].tag_) if span else ""

    def entity(self, place: int) -> str:
        """The entity label of the word at a code point, empty where it has none."""
        span = self.doc.char_span(place, place + 1, alignment_mode="expand")
        return str(span[0].ent_type_) if span else ""

    def tense(self, start: int, end: int) -> Tense:
        """The tense of the clause around the code points `start` to `end`."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        if span is None or not len(span):
            return "unknown"
        lead = self._lead(span.start)
        if lead in {"past", "future"}:
            return lead
        clause = self._clause(span)
        if lead == "open":
            ends = self.doc[span.start - 1].lower_ in self._leads["lead_end"] and self._prolonged(span)
            return "future" if clause != "past" or ends else "past"
        return clause

    def _prolonged(self, span: Span) -> bool:
        """Whether "until" and its day belong to a verb that sets an end: "extended the truce until Monday"."""
        token, steps = span.root, 0
        while steps < _STEPS and token.head.i != token.i:
            token, steps = token.head, steps + 1
            if token.pos_ == "VERB":
                return token.lemma_.lower() in self._leads["prolonging"]
        return False

    def _clause(self, span: Span) -> Tense:
        token, steps = span.root, 0
        if token.pos_ in {"VERB", "AUX"} and token.head.i != token.i:
            token = token.head
        awaited = within_noun = False
        while steps < _STEPS:
            awaited = awaited or token.lemma_.lower() in self._leads["awaiting_nouns"]
            within_noun = within_noun or (token.pos_ == "NOUN" and not span.start <= token.i < span.end)
            if token.tag_[:1] == "V" or token.tag_ == "MD" or token.pos_ in {"VERB", "AUX"}:
                found = self.of_verb(token)
                if found == "past" and awaited and token.lemma_.lower() not in self._leads["over"]:
                    return "future"
                if found == "present" and within_noun:
                    return "unknown"
                if found != "unknown":
                    return found
            elif token.lower_ in self._leads["ahead_adjectives"]:
                return "future"
            if token.head.i == token.i:
                break
            token, steps = token.head, steps + 1
        return "unknown"

    def _lead(self, start: int) -> Literal["past", "future", "open", "unknown"]:
        """What the word just before the expression says of its direction: "since", "starting"; "open" asks the clause too."""
        at = start - 1
        while at >= 0 and self.doc[at].lower_ in {"the", "on", "about", "around", ","} and start - at < 3:
            at -= 1
        if at < 0:
            return "unknown"
        word = self.doc[at].lower_
        if word in self._leads["lead_past"]:
            return "past"
        if word in self._leads["lead_future"]:
            return "future"
        return "open" if word in self._leads["lead_open"] or word in self._leads["lead_end"] else "unknown"

    def of_verb(self, verb: Token) -> Tense:
        """The tense of a verb with its auxiliaries; "unknown" for one that takes its tense from the clause around it."""
        helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
        words = {helper.lower_ for helper in helpers}
        tags = {helper.tag_ for helper in helpers}
        perfect = "have" in words and verb.tag_ == "VBN"
        if "MD" in tags:
            return "past" if perfect else "future"
        if "VBD" in tags and "to" not in words:
            return "past"
        if words & {"has", "have", "'ve", "’ve", "having"}:
            return "past"
        lemma = verb.lemma_.lower()
        awaited = lemma in self._leads["awaited"]
        if verb.tag_ == "VBD":
            return "future" if lemma in self._leads["planning"] else "past"
        if verb.tag_ == "VBN":
            if awaited:
                return "future"
            if not helpers and lemma in self._leads["planning"]:
                return "future"
            return "present" if tags & {"VBZ", "VBP"} else "past"
        if verb.tag_ == "VBG":
            if tags & {"VBZ", "VBP"}:
                return "future"
            return "future" if lemma in self._leads["opening"] and verb.dep_ in {"acl", "advcl", "amod", "prep", "pcomp"} else "unknown"
        if verb.tag_ in {"VBZ", "VBP"}:
            return "present"
        if verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lemma_.lower() in self._leads["implicative"]:
            return "unknown"
        if verb.tag_ == "VB":
            return "future" if "to" in words else "unknown"
        if verb.tag_ == "MD":
            return "future"
        return "unknown"
