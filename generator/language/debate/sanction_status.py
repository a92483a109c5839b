"""The status of a sanction in one naming, by what is done with it (TIES 4.0: threat, imposition, termination)."""

from __future__ import annotations

from spacy.tokens import Token

from generator.language import lexicon, tree
from generator.language.debate.sanction_handling import Governor, Handling
from generator.language.debate.sanction_reach import infinitive
from generator.language.debate.sanction_trigger import Trigger, lemma, modifiers
from generator.model.facts import MeasureStatus

_NAME = "sanctions_status"


def _open(verb: Token) -> bool:
    """True for what is not decided: "disagree on | whether to lift | the embargo"."""
    return any(child.lower_ == "whether" for child in verb.lefts)


def status(trigger: Trigger, handled: Handling) -> MeasureStatus:
    """The status of a sanction in one naming."""
    doing = handled.doing
    attitudes = [one for one in handled.governors if one.attitude is not None and one is not doing]
    if doing is not None and doing.act in {"lift", "ease", "extend"}:
        if _open(doing.token):
            return "imposed"
        return _undone(doing, attitudes, conditional=handled.condition is not None)
    if _rejected(handled) and not (_known(trigger) and _only_opposed(handled)):
        return "rejected"
    named = {lemma(word) for word in modifiers(trigger.token)} if not trigger.verbal else set()
    if named & lexicon.words(_NAME, "adjectives.threatened") and not _realised(doing):
        return "threatened"
    if handled.condition is not None and not _realised(doing):
        if doing is not None and doing.mood == "possible":
            return "proposed"
        return (
            "proposed"
            if any(one.token.pos_ == "NOUN" and one.attitude == "propose" for one in attitudes)
            else "threatened"
        )
    return _imposed(trigger, doing, attitudes, named, supposed=handled.supposed, governors=handled.governors)


def _below(one: Governor, doing: Governor | None, governors: tuple[Governor, ...]) -> bool:
    """True for a word nearer to the sanction than what is done: "adopted a package of sanctions"."""
    return doing in governors and governors.index(one) < governors.index(doing)


def _still_to_come(verb: Token) -> bool:
    """True for what another thing is to come before: "time runs out | before Norway imposes sanctions"."""
    return verb.tag_ in {"VB", "VBP", "VBZ"} and any(child.lower_ == "before" for child in verb.lefts)


def _realised(doing: Governor | None) -> bool:
    """True for an act told as done: past, perfect, progressive, a participle; not an infinitive, no modal."""
    if doing is None or doing.mood is not None or doing.negated or _still_to_come(doing.token):
        return False
    token = doing.token
    if any(child.dep_ == "auxpass" and child.lower_ == "be" for child in token.lefts):
        return False
    return token.tag_ in {"VBD", "VBN", "VBZ", "VBP"} or (
        token.tag_ == "VBG" and any(child.dep_ == "aux" and child.lemma_ == "be" for child in token.lefts)
    )


def _known(trigger: Trigger) -> bool:
    """True for sanctions that the text takes as there: "the sanctions", "those sanctions"."""
    return not trigger.verbal and any(
        child.lower_ in {"the", "these", "those", "this", "that"} for child in trigger.token.lefts
    )


def _unfinished(verb: Token, trigger: Trigger) -> MeasureStatus:
    """The status of a gerund: what is talked about is proposed, what a step consists of is threatened."""
    if trigger.verbal or verb.tag_ != "VBG":
        return "imposed"
    return "proposed" if verb.dep_ == "pcomp" and verb.head.lower_ in {"about", "of", "on"} else "threatened"


def _undone(doing: Governor, attitudes: list[Governor], *, conditional: bool) -> MeasureStatus:
    """Extended, eased, lifted; a demand alone lifts nothing, and a refusal keeps."""
    possible = doing.mood == "possible" and not conditional and not doing.negated
    if doing.act != "extend" and (_awaited(doing.token) or _wanted(doing.token) or possible):
        return "imposed"
    refused = doing.negated or any(one.attitude == "reject" or one.negated for one in attitudes)
    if doing.act == "extend":
        return "lifted" if refused else "proposed" if attitudes and not _realised(doing) else "extended"
    if refused:
        return "threatened" if doing.act == "ease" and doing.mood == "future" else "extended"
    asked = (
        any(lemma(one.token) in lexicon.words(_NAME, "attitudes.asking") for one in attitudes) or doing.mood == "wanted"
    )
    if asked and (not _realised(doing) or _to_be_done(doing)):
        return "imposed"
    return "eased" if doing.act == "ease" else "lifted"


def _to_be_done(doing: Governor) -> bool:
    """True for a bare participle of what somebody wants: "want the sanctions | lifted"."""
    verb = doing.token
    bare = not any(child.dep_ in {"aux", "auxpass"} for child in verb.lefts)
    wanted = {lemma(above) for above in (verb.head, verb.head.head)} & lexicon.words(
        "sanctions_stances", "support.wanting"
    )
    return verb.tag_ in {"VBN", "VBD"} and bare and bool(wanted)


def _imagined(one: Governor) -> bool:
    """True for what a sanction would do to somebody, were it imposed: "sanctions now would split the allies"."""
    plain = one.subject and one.act is None and one.attitude is None and not tree.passive(one.token)
    return plain and any(
        child.dep_ == "aux" and child.lower_ in {"would", "could", "might"} for child in one.token.lefts
    )


def _awaited(token: Token) -> bool:
    """True for a lifting that something else waits for: "until they are lifted", "provided that they drop it"."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    return any(
        child.dep_ in {"mark", "advmod"} and child.lower_ in lexicon.words(_NAME, "conditions.awaiting")
        for child in token.lefts
    ) or lemma(token.head) in {"provide", "provided"}


def _wanted(noun: Token) -> bool:
    """True for a lifting that is a demand: "the lifting of the ban is a precondition"."""
    if noun.pos_ != "NOUN" or noun.dep_ != "nsubj" or noun.head.lemma_ not in {"be", "remain"}:
        return False
    asked = lexicon.words("demands", "nouns.asking") | {"goal", "priority", "requirement", "must", "aim"}
    return any(child.dep_ == "attr" and lemma(child) in asked for child in noun.head.rights)


def _rejected(handled: Handling) -> bool:
    doing = handled.doing
    if doing is not None and doing.negated and doing.act == "impose":
        return True
    return any(
        (one.attitude == "reject" and not one.negated and not one.subject)
        or (one.attitude in {"threaten", "propose"} and one.negated and not one.subject)
        for one in handled.governors
    ) and not _realised(doing)


def _only_opposed(handled: Handling) -> bool:
    """True where nobody refuses a sanction, but somebody is against it."""
    against = lexicon.words("sanctions_stances", "oppose.only") | {"reject", "rejection"}
    words = [lemma(one.token) for one in handled.governors if one.attitude == "reject"]
    return bool(words) and against.issuperset(words)


def _imposed(
    trigger: Trigger,
    doing: Governor | None,
    attitudes: list[Governor],
    named: set[str],
    *,
    supposed: bool,
    governors: tuple[Governor, ...],
) -> MeasureStatus:
    if supposed:
        return "threatened"
    if _realised(doing):
        outer = {one.attitude for one in attitudes if one.token.dep_ != "conj"}
        papers = lexicon.words(_NAME, "attitudes.papers")
        bundles = lexicon.words(_NAME, "attitudes.bundles")
        beside = [one for one in attitudes if not (lemma(one.token) in bundles and _below(one, doing, governors))]
        if not any(lemma(one.token) in papers for one in beside) or not outer:
            return "imposed"
        return "proposed"
    if named & lexicon.words(_NAME, "adjectives.proposed"):
        return "proposed"
    brought = lexicon.words(_NAME, "attitudes.bringing")
    if any(lemma(one.token) in brought and one.token.tag_ == "VBD" and not one.negated for one in attitudes):
        return "imposed"
    kinds = {one.attitude for one in attitudes}
    if "threaten" in kinds:
        return "threatened"
    decided = lexicon.words(_NAME, "attitudes.decided")
    if doing is not None and any(lemma(one.token) in decided and _realised(one) for one in governors):
        return "imposed"
    if kinds == {"propose"} and doing is None and _known(trigger):
        return "imposed"
    if "propose" in kinds:
        plans = any(lemma(one.token) == "plan" for one in attitudes)
        known = any(lemma(one.token) in lexicon.words(_NAME, "attitudes.announced") for one in governors)
        return ("imposed" if trigger.kind == "diplomatic" else "threatened") if plans and known else "proposed"
    if not _known(trigger) and any(_imagined(one) for one in governors):
        return "proposed"
    moods = {one.mood for one in governors if one.mood is not None}
    if "future" in moods:
        told = doing is not None and trigger.kind == "diplomatic"
        return "imposed" if told else "threatened"
    if moods:
        return "proposed" if doing is not None else "imposed"
    if doing is not None and _still_to_come(doing.token):
        return "threatened"
    if trigger.verbal and any(one.act == "impose" and _realised(one) for one in governors):
        return "imposed"
    if doing is not None and (doing.token.tag_ in {"VB", "VBG"}) and trigger.token.dep_ != "amod":
        return "proposed" if infinitive(doing.token) else _unfinished(doing.token, trigger)
    return "imposed"
