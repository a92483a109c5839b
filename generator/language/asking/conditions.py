"""Conditions held over somebody: "will not ... unless", "would only ... if", "on condition that"."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.asking.askings import Asking, is_infinitive
from generator.language.asking.extent import complement_end

FUTURE = frozenset({"will", "would", "can", "could", "shall", "'ll", "’ll", "wo", "ca", "must", "may"})

UNBINDING = frozenset({("at", "once"), ("even", "if"), ("even", "when"), ("as", "if")})
"""What opens no condition: at once; even if it refuses."""

SUBJECT_REACH = 8
"""Tokens behind a mark in which the subject of its clause begins."""


def read(mark: Token) -> Asking | None:
    """The asking of a condition that opens at token `mark`, or None where it binds nobody else."""
    lower = mark.lower_
    if lower in {"unless", "until", "till"}:
        return _held(mark, plain=lower == "unless")
    if (mark.nbor(-1).lower_ if mark.i else "", lower) in UNBINDING:
        return None
    if lower in {"if", "once", "after", "when"}:
        return _only(mark) or _if_not(mark) or _offer(mark)
    if lower == "as" and mark.doc[max(mark.i - 2, 0) : mark.i].text.lower() in {"as long", "so long"}:
        return _held(mark, plain=False)
    if lower in {"provided", "providing"} and mark.i > mark.sent.start and mark.nbor(-1).lower_ in {",", "only"}:
        return _provided(mark)
    if lower == "condition" and mark.i > mark.sent.start and mark.nbor(-1).lower_ in {"on", "the"}:
        return _provided(mark)
    return None


def _clauses(mark: Token) -> tuple[Token, Token] | None:
    """The verb of the condition and the verb that depends on it."""
    condition = mark.head
    if mark.dep_ not in {"mark", "advmod", "prep"} or condition.dep_ not in {"advcl", "ccomp", "pcomp", "acl", "relcl"}:
        return None
    main = condition.head
    for _ in range(3):
        if main.pos_ in {"VERB", "AUX"} and not is_infinitive(main):
            break
        main = main.head
    if _modal(main) and any(child.lower_ == "have" and child.dep_ == "aux" for child in main.lefts):
        return None  # What would have happened binds nobody any more.
    return (condition, main) if main.i != condition.i and main.pos_ in {"VERB", "AUX"} else None


def _modal(verb: Token) -> bool:
    return any(child.lower_ in FUTURE and child.dep_ == "aux" for child in verb.lefts)


def _denied(verb: Token) -> bool:
    """True where a clause says no: "will not", "can be no deal", "nothing"."""
    if tree.negated(verb) or verb.lemma_ in {"refuse", "reject"}:
        return True
    if verb.lemma_ in lexicon.words("demands", "conditions.threats") and any(
        child.dep_ == "xcomp" and tree.negated(child) for child in verb.rights
    ):
        return True
    return any(
        part.lower_ in {"no", "nothing", "never"}
        for child in verb.children
        if child.dep_ in {"attr", "dobj", "nsubj", "nsubjpass", "advmod"}
        for part in (child, *child.lefts)
    )


def _held(mark: Token, *, plain: bool) -> Asking | None:
    clauses = _clauses(mark)
    if clauses is None:
        return None
    condition, main = clauses
    if not (_modal(main) or main.lemma_ in lexicon.words("demands", "conditions.threats")) or not (
        plain or _denied(main)
    ):
        return None
    return _made(mark, condition, main)


def _only(mark: Token) -> Asking | None:
    clauses = _clauses(mark)
    if clauses is None:
        return None
    condition, main = clauses
    near = mark.i > 0 and mark.nbor(-1).lower_ == "only"
    only = near or any(child.lower_ == "only" and child.i < mark.i for child in main.children)
    return _made(mark, condition, main) if only and _modal(main) else None


def _if_not(mark: Token) -> Asking | None:
    """If you do not, we will."""
    clauses = _clauses(mark)
    if clauses is None or mark.lower_ != "if":
        return None
    condition, main = clauses
    if not _denied(condition) or not (_modal(main) or main.lemma_ in lexicon.words("demands", "conditions.threats")):
        return None
    return _made(mark, condition, main)


def _offer(mark: Token) -> Asking | None:
    """Is willing to do so if somebody does."""
    condition = mark.head
    if mark.dep_ not in {"mark", "advmod"} or condition.dep_ != "advcl":
        return None
    for governor in condition.ancestors:
        if governor.lemma_.lower() in lexicon.words("demands", "conditions.offers"):
            main = governor.head if governor.dep_ == "acomp" else governor
            return _made(mark, condition, main)
        if governor.sent.start != mark.sent.start:
            break
    return None


def _provided(mark: Token) -> Asking | None:
    clause = _clause_after(mark)
    main = _verb_above(mark)
    if clause is None or is_infinitive(main):
        return None
    return Asking(
        trigger=mark,
        form="condition",
        demanders=tree.doers(main),
        addressees=tree.grammatical_subjects(clause)[:1],
        start=mark.i - 1 if mark.lower_ == "condition" else mark.i,
        end=complement_end(mark.doc, mark.i, clause.right_edge.i, mark),
    )


def _clause_after(mark: Token) -> Token | None:
    """The clause that a condition opens, by the tree or by the `that` behind it."""
    for child in (*mark.rights, mark.head):
        if child.dep_ in {"ccomp", "acl", "advcl", "relcl"} and child.i > mark.i:
            return child
    if mark.i + 1 < mark.sent.end and mark.nbor().lower_ == "that" and mark.nbor().head.i > mark.i:
        return mark.nbor().head
    return None


def _verb_above(token: Token) -> Token:
    token = token.head
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    return token


def _made(mark: Token, condition: Token, main: Token) -> Asking:
    holders = tree.grammatical_subjects(main)
    named = tree.agents(condition) if tree.passive(condition) else tree.grammatical_subjects(condition)
    if tree.passive(main) or any(child.dep_ == "expl" for child in main.lefts):
        holders = tree.agents(main)
    start = min(main.left_edge.i, condition.left_edge.i)
    last = max(main.right_edge.i, condition.right_edge.i)
    named = _proven(condition) or named
    if not named and mark.lower_ == "as" and (subject := _subject_behind(mark)):
        named, last = (subject,), max(last, subject.head.right_edge.i)
    return Asking(
        trigger=mark,
        form="condition",
        demanders=holders[:1],
        addressees=named[:1],
        start=start,
        end=complement_end(mark.doc, start, last, mark),
    )


def _subject_behind(mark: Token) -> Token | None:
    """The first subject behind a mark whose own clause a parser gave none: "as long as | Lima-backed rebels stay"."""
    behind = mark.doc[mark.i + 1 : min(mark.i + SUBJECT_REACH, mark.sent.end)]
    return next((token for token in behind if token.dep_ in {"nsubj", "nsubjpass"} and token.head.i > token.i), None)


def _proven(condition: Token) -> tuple[Token, ...]:
    """Of whom something is to be proven: "once it has evidence that | Peru stopped", "until she is assured that"."""
    words = lexicon.words("demands", "conditions.proof")
    for proof in (condition, *condition.rights):
        if proof.lemma_.lower() in words and (proof is condition or proof.dep_ in {"dobj", "obj", "acomp"}):
            that = proof.doc[proof.i + 1] if proof.i + 1 < proof.sent.end else proof
            if that.lower_ == "that" and that.tag_ != "WDT" and (subject := _subject_behind(that)):
                return (subject,)
    return ()
