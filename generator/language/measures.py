"""Component: sanctions, with kind, sender, target and status (TIES 4.0; GSDB)."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from spacy.tokens import Doc, Token

from generator.language import lexicon, marks, tree, who
from generator.language.cast import named
from generator.language.cast.named import Named
from generator.language.debate import (
    sanction_handling,
    sanction_parties,
    sanction_status,
    sanction_trigger,
    sanction_wording,
    sanction_words,
)
from generator.language.debate.sanction_naming import Naming, taken_up
from generator.language.debate.sanction_trigger import Trigger
from generator.model.evidence import LONGEST_EVIDENCE, Evidence
from generator.model.facts import Measure, MeasureKind, Timing

_KEPT = "namings"
_MOST_PASSAGES = 8
_SHORTEST_PART = 4


def mark(doc: Doc) -> None:
    """Finds the sanctions that an article tells of: writes `measures`."""
    read = namings(doc)
    doc.user_data[_KEPT] = read
    marks.of(doc).measures = tuple(_merged(doc, read))


def keyed(doc: Doc) -> tuple[tuple[Naming, str], ...]:
    """Every naming with the key of its measure, once `mark` has read the document."""
    groups = _grouped(cast("tuple[Naming, ...]", doc.user_data[_KEPT]))
    pairs = ((naming, f"m{i}") for i, group in enumerate(groups, 1) for naming in group)
    return tuple(sorted(pairs, key=lambda pair: pair[0].trigger.token.i))


def namings(doc: Doc) -> tuple[Naming, ...]:
    """Every naming of a sanction in text order, with the article's dominating sender and target where none is named."""
    names = named.of(doc)
    read = [_read(trigger, names) for trigger in sanction_words.find(doc, names)]
    read = [naming for naming in read if not sanction_handling.feared(naming.handled)]
    return tuple(taken_up(_completed(doc, _heard(doc, _spelled_out(read)))))


def _spelled_out(read: list[Naming]) -> list[Naming]:
    """What only spells out a sanction named before it shares its fate: "sanctions ..., including an asset freeze"."""
    done: list[Naming] = []
    for naming in read:
        token = naming.trigger.token
        whole = next((one for one in reversed(done) if one.trigger.token.i < token.head.i), None)
        if token.head.lower_ == "including" and whole and whole.trigger.token.sent.start == token.sent.start:
            done.append(
                replace(
                    naming, handled=whole.handled, status=whole.status, senders=whole.senders, targets=whole.targets
                )
            )
        else:
            done.append(naming)
    return done


def _read(trigger: Trigger, names: Named) -> Naming:
    handled = sanction_handling.handling(trigger)
    targets = sanction_parties.targets(trigger, handled, names)
    senders = tuple(key for key in sanction_parties.senders(trigger, handled, names) if key not in targets)
    return Naming(
        trigger=trigger,
        handled=handled,
        status=sanction_status.status(trigger, handled),
        senders=senders,
        targets=targets,
    )


def _heard(doc: Doc, read: list[Naming]) -> list[Naming]:
    """The namings without echoes that hit somebody whom no surer naming knows."""
    sure = [naming for naming in read if _sure(naming)]
    told = {naming.trigger.token.sent.start for naming in sure}
    read = [
        naming
        for naming in read
        if _sure(naming)
        or not sanction_trigger.aims(naming.trigger.token)
        or naming.trigger.token.sent.start not in told
    ]
    known = {key for naming in sure for key in (*naming.targets, *naming.senders)}
    if not any(naming.targets for naming in sure):
        return read
    lands = {actor.key: actor.country for actor in marks.of(doc).actors if actor.country}
    known |= {lands[key] for key in known if key in lands}
    return [
        naming
        for naming in read
        if _sure(naming)
        or not naming.targets
        or any(key in known or lands.get(key) in known for key in naming.targets)
        or (naming.trigger.verbal and any(key in known for key in naming.senders))
    ]


def _sure(naming: Naming) -> bool:
    return naming.trigger.strength != "echo"


def _completed(doc: Doc, read: list[Naming]) -> list[Naming]:
    """The namings with the article's dominating sender and target where they name none; a target's answer hits back."""
    hit = [_with_countries(doc, naming.targets) for naming in read if naming.targets]
    target, known = _dominating(hit, 1), _dominating(hit, 2)
    sender = _dominating([naming.senders for naming in read if naming.senders], 2)
    done = []
    for naming in read:
        targets, senders = naming.targets, naming.senders
        if not targets and (known or (target and not sanction_parties.aimed(naming.trigger.token))):
            targets = _opposite(target, sender, senders)
        if not senders and sender and sender not in targets:
            senders = (sender,)
        status = naming.status
        if status == "rejected" and _refused_by_the_hit(doc, naming, targets):
            status = "imposed"
            senders = tuple(key for key in senders if key not in targets)
        answer = target in senders
        if answer and not targets and sanction_trigger.answers(naming.trigger.token):
            targets = tuple(dict.fromkeys(key for one in read if target in one.targets for key in one.senders))
        done.append(replace(naming, targets=targets, senders=senders, answer=answer, status=status))
    return [naming for naming in done if not _mere(naming)]


def _refused_by_the_hit(doc: Doc, naming: Naming, targets: tuple[str, ...]) -> bool:
    """True where those whom a sanction hits reject it, which undoes nothing."""
    refusing = [one.token for one in naming.handled.governors if one.attitude == "reject" and not one.act]
    by = {key for verb in refusing for doer in tree.doers(verb) for key in who.of_token(doer)}
    return bool(by) and bool(set(_with_countries(doc, tuple(by))) & set(_with_countries(doc, targets)))


def _mere(naming: Naming) -> bool:
    """True for a word that names no side and is not said to be done, wanted or fought: "in answer to sanctions"."""
    told = any(one.act or one.attitude or one.mood for one in naming.handled.governors)
    token = naming.trigger.token
    bare = token.dep_ == "pobj" and token.left_edge.i == token.i
    return bare and not naming.senders and not naming.targets and not told


def _opposite(target: str | None, sender: str | None, senders: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a measure of these senders hits: the dominating target, or the dominating sender where the target acts."""
    key = target if target not in senders else sender
    return (key,) if key and key not in senders else ()


def _with_countries(doc: Doc, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Actors with the countries that they are of, where the article names those."""
    actors = marks.of(doc).actors
    of = {actor.key: actor.country for actor in actors}
    codes = {of[key] for key in keys if of.get(key)}
    lands = (actor.key for actor in actors if actor.kind == "country" and actor.country in codes)
    return tuple(dict.fromkeys((*keys, *lands)))


def _dominating(named_in: Sequence[tuple[str, ...]], least: int) -> str | None:
    """The one actor that is named in more than half of the cases where one is named, and in so many at least."""
    counts = Counter(key for keys in named_in for key in keys)
    if not counts:
        return None
    key, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return key if count * 2 > len(named_in) and count >= least else None


def _merged(doc: Doc, read: tuple[Naming, ...]) -> list[Measure]:
    """The measures; the first wording that names one surely speaks for it."""
    passages = _passages(doc, read)
    return [_measure(doc, f"m{i}", group, passages) for i, group in enumerate(_grouped(read), 1)]


def _grouped(read: tuple[Naming, ...]) -> list[list[Naming]]:
    """The namings with the same sender, target and status together, where kind or sentence is the same too."""
    groups: dict[tuple[object, ...], list[Naming]] = {}
    last: dict[tuple[object, ...], tuple[int, MeasureKind]] = {}
    for naming in read:
        sides = (frozenset(naming.senders), frozenset(naming.targets), naming.status)
        sentence, kind = naming.trigger.token.sent.start, naming.trigger.kind
        if sides in last and last[sides][0] == sentence:
            kind = last[sides][1]
        last[sides] = (sentence, kind)
        place = (*sides, kind)
        groups.setdefault(place, []).append(naming)
    return list(groups.values())


def _measure(doc: Doc, key: str, group: list[Naming], passages: dict[int, Evidence]) -> Measure:
    first = group[0]
    spoken = max(group, key=lambda naming: (naming.trigger.strength != "echo", -naming.trigger.token.i))
    start, end = sanction_wording.wording(spoken.trigger, spoken.handled)
    conditions = [naming.handled.condition for naming in group if naming.handled.condition is not None]
    evidence: dict[Evidence, None] = {}
    for naming in group:
        evidence[passages[naming.trigger.token.i]] = None
    return Measure(
        key=key,
        core=core(doc, start, end),
        text=marks.cite(doc, start, end).quote.strip(" ,;:.—–-"),
        kinds=_kinds(group),
        senders=first.senders,
        targets=first.targets,
        status=first.status,
        condition=marks.cite(doc, *conditions[0]).quote.strip(" ,;:.—–-") if conditions else None,
        timing=_timing(spoken, conditions),
        evidence=tuple(evidence)[:_MOST_PASSAGES],
    )


def _kinds(group: list[Naming]) -> tuple[MeasureKind, ...]:
    kinds = dict.fromkeys(naming.trigger.kind for naming in group)
    return tuple(kinds)


def _timing(naming: Naming, conditions: list[tuple[int, int]]) -> Timing:
    words = {token.lower_ for token in naming.trigger.token.sent}
    if words & lexicon.words("sanctions_status", "conditions.before"):
        return "before"
    if conditions and naming.status in {"threatened", "proposed"}:
        return "after"
    return "unconditional" if words & lexicon.words("sanctions_status", "conditions.unconditional") else "unknown"


def _passages(doc: Doc, read: tuple[Naming, ...]) -> dict[int, Evidence]:
    """The passage of each naming by its token: its sentence, or its part of one that names other measures too."""
    found: dict[int, Evidence] = {}
    together: dict[int, list[Naming]] = defaultdict(list)
    for naming in read:
        together[naming.trigger.token.sent.start].append(naming)
    for naming in read:
        token = naming.trigger.token
        beside = together[token.sent.start]
        others = [other for other in beside if other.trigger.token.i != token.i and _differ(other, naming)]
        start, end = stretch(token)
        for other in others:
            low, high = sanction_wording.wording(other.trigger, other.handled)
            if high <= token.i:
                start = max(start, min(high, sanction_wording.wording(naming.trigger, naming.handled)[0]))
            elif low > token.i:
                end = min(end, max(low, sanction_wording.wording(naming.trigger, naming.handled)[1]))
        found[token.i] = marks.cite(doc, start, end) if others and end - start > _SHORTEST_PART else passage(doc, token)
    return found


def _differ(one: Naming, other: Naming) -> bool:
    return (one.senders, one.targets, one.status) != (other.senders, other.targets, other.status)


def place(token: Token) -> int:
    """Which of the usable sentences a token stands in, by number."""
    return bisect_right(marks.usable(token.doc), token.i, key=lambda sentence: sentence.start) - 1


def stretch(token: Token) -> tuple[int, int]:
    """The tokens of the usable sentence around a token."""
    sentence = marks.usable(token.doc)[place(token)]
    return sentence.start, sentence.end


def passage(doc: Doc, token: Token) -> Evidence:
    """The sentence of a token; of one too long for evidence, what stands around the token."""
    start, end = stretch(token)
    if doc[end - 1].idx - doc[start].idx > LONGEST_EVIDENCE:
        while token.idx - doc[start].idx > LONGEST_EVIDENCE // 2:
            start += 1
    return marks.cite(doc, start, end)


def core(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """The content words of a stretch, as lemmas."""
    return tuple(
        token.lemma_.lower()
        for token in doc[start:end]
        if token.is_alpha and not token.is_stop and token.ent_type_ not in {"DATE", "TIME"}
    )
