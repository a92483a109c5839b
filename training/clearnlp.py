"""Universal Dependencies to ClearNLP dependencies, the scheme of spaCy's English pipelines.

The two schemes differ in more than names: in UD the content word heads a phrase (a noun heads its preposition, a
predicate its copula, the first word of a name heads the name), in ClearNLP the function word does. So the tree is
rebuilt first, pass by pass, in the order of `PASSES`; labels are renamed last.

Sources: the UD guidelines (https://universaldependencies.org/en/) for what comes in; the CLEAR style guidelines (Choi
and Palmer 2012, "Guidelines for the CLEAR Style Constituent to Dependency Conversion") for what goes out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.clearnlp_labels import name_labels
from training.copulas import raise_copulas
from training.tree import Tree
from training.words import word_list

if TYPE_CHECKING:
    from training.conllu import Sentence

_NAME_PARTS = frozenset(
    ["PROPN", "X", "NOUN", "ADJ", "ADP", "DET", "PART", "NUM", "PUNCT", "SYM", "INTJ", "CCONJ", "VERB", "ADV"],
)
_NAME_STARTS = frozenset(["PROPN", "X", "NOUN", "ADJ", "VERB", "NUM"])
_TAKES_COMPLEMENT = frozenset({"because", "due", "instead"})
_AFTER_A_SPAN = frozenset({"ago", "away", "later", "earlier"})
_POSSESSIVES = frozenset({"'s", "’s", "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """Head of a word (counted from 1, 0 is the root) and the label of the arc."""

    head: int
    label: str


def to_clearnlp(sentence: Sentence) -> tuple[Arc, ...]:
    """One arc a word. A tree that a pass would turn into a circle is returned as UD has it."""
    tree = Tree.of(sentence)
    for rebuild in PASSES:
        rebuild(tree)
    if tree.has_circle():
        return tuple(Arc(head=word.head, label=word.label) for word in sentence.words)
    return tuple(Arc(head=head + 1, label=label) for head, label in zip(tree.heads, tree.labels, strict=True))


def _names(tree: Tree) -> None:
    """Flat names: the last word heads the name ("Angela <- Merkel")."""
    for first in range(len(tree)):
        parts = [kid for kid in tree.children(first) if tree.labels[kid] in ("flat", "flat:foreign", "flat:name")]
        if not parts:
            continue
        last = parts[-1]
        if tree.words[first].upos not in _NAME_STARTS:
            for part in parts:
                tree.labels[part] = "compound"
        elif any(tree.words[part].upos not in _NAME_PARTS for part in parts):
            continue
        elif tree.words[last].upos == "NUM" and tree.words[first].upos in ("PROPN", "NOUN") and len(parts) == 1:
            tree.labels[last] = "nummod"
        else:
            others = [kid for kid in tree.children(first) if kid not in parts]
            tree.promote(last, over=first, label="compound")
            for part in (*parts[:-1], *others):
                tree.heads[part] = last
            for part in parts[:-1]:
                tree.labels[part] = "compound"


def _sums_of_money(tree: Tree) -> None:
    """As in "$ 5": the number heads, the sign is its quantmod."""
    for sign in range(len(tree)):
        if tree.words[sign].xpos != "$":
            continue
        numbers = [kid for kid in tree.children(sign) if tree.labels[kid] == "nummod" and kid > sign]
        if numbers:
            others = [kid for kid in tree.children(sign) if kid != numbers[-1]]
            tree.promote(numbers[-1], over=sign, label="quantmod")
            tree.adopt(numbers[-1], others)


def _days_of_months(tree: Tree) -> None:
    """As in "March 5": the month heads, the day is its nummod."""
    for month in range(len(tree)):
        day = tree.heads[month]
        if (
            tree.lower(month).rstrip(".") in word_list("months")
            and tree.labels[month] in ("compound", "nmod:unmarked", "nmod:desc", "flat", "nmod")
            and month < day <= month + 2
            and tree.words[day].form[:1].isdigit()
        ):
            others = [kid for kid in tree.children(day) if kid != month]
            tree.promote(month, over=day, label="nummod")
            tree.adopt(month, others)


def _fixed_expressions(tree: Tree) -> None:
    """Fixed expressions: "such as" turns round, "because of" gets a pcomp, "according to" a second preposition."""
    for first in range(len(tree)):
        tail = [kid for kid in tree.children(first) if tree.labels[kid] == "fixed"]
        if not tail:
            continue
        role, word = tree.labels[first], tree.lower(first)
        if role in ("case", "mark"):
            if word == "such" and tree.lower(tail[0]) == "as":
                tree.promote(tail[0], over=first, label="amod")
                tree.adopt(tail[0], tree.children(first))
            elif word in word_list("takes-preposition") and len(tail) == 1:
                tree.labels[tail[0]] = "pcomp" if word in _TAKES_COMPLEMENT else "prep"
                tree.last_preposition[first] = first if word in _TAKES_COMPLEMENT else tail[0]
            else:
                for word_ in tail:
                    tree.labels[word_] = "pcomp" if word_ == tail[-1] else "advmod"
        else:
            for kid in tail:
                adposition = tree.words[kid].upos == "ADP"
                tree.labels[kid] = {
                    "cc": "cc" if adposition else "advmod",
                    "advmod": "pcomp" if adposition else "advmod",
                }.get(role, "dep")


def _prepositions_before_gerunds(tree: Tree) -> None:
    """As in "after leaving": the preposition takes the clause's place, the verb is its pcomp; "to" becomes aux."""
    for marker in range(len(tree)):
        if tree.labels[marker] != "mark":
            continue
        verb = tree.heads[marker]
        if tree.words[marker].xpos == "TO":
            tree.labels[marker] = "aux"
        elif (
            tree.words[verb].xpos == "VBG"
            and marker < verb
            and tree.lower(marker) in word_list("prepositions-before-gerunds")
            and tree.labels[verb] in ("advcl", "acl", "ccomp", "xcomp", "obl")
            and not any(tree.labels[kid].startswith(("aux", "nsubj")) for kid in tree.children(verb))
        ):
            left = [kid for kid in tree.children(verb) if kid < marker]
            tree.promote(marker, over=verb, label="pcomp", as_label="prep")
            tree.adopt(marker, left)


def _prepositions(tree: Tree) -> None:
    """Case -> prep with pobj; "two years ago" -> advmod with npadvmod."""
    for noun in range(len(tree)):
        cases = [kid for kid in tree.children(noun) if tree.labels[kid] == "case" and not _is_possessive(tree, kid)]
        if not cases:
            continue
        last = cases[-1]
        if tree.lower(last) == "ago" or (last > noun and tree.lower(last) in _AFTER_A_SPAN):
            tree.promote(last, over=noun, label="npadvmod", as_label="advmod")
        elif before := [case for case in cases if case < noun]:
            _hang_on_preposition(tree, noun, before)
        else:
            for case in cases:
                tree.labels[case] = "prep"


def _hang_on_preposition(tree: Tree, noun: int, prepositions: list[int]) -> None:
    first, role = prepositions[0], tree.labels[noun]
    left = [kid for kid in tree.children(noun) if kid < first]
    tree.promote(first, over=noun, label="pobj")
    if role in word_list("modifies-by-preposition"):
        tree.labels[first] = "prep"
    elif role == "obl:agent":
        tree.labels[first] = "agent"
    current = tree.last_preposition.get(first, first)
    for further in prepositions[1:]:
        tree.heads[further], tree.labels[further] = current, "prep"
        current = tree.last_preposition.get(further, further)
    tree.heads[noun] = current
    modifies = tree.heads[first] >= 0 and tree.labels[first] in ("prep", "agent")
    for kid in left:
        tree.heads[kid] = tree.heads[first] if tree.labels[kid] == "punct" and modifies else first


def _conjoined_prepositions(tree: Tree) -> None:
    """As in "in Rome and in Paris": the second preposition hangs on the first, not on its noun."""
    for word in range(len(tree)):
        if tree.labels[word] == "conj" and tree.words[word].upos in ("ADP", "SCONJ"):
            head = tree.heads[word]
            if tree.labels[head] == "pobj":
                tree.heads[word] = tree.heads[head]


def _coordination(tree: Tree) -> None:
    """Conjuncts form a chain; conjunction and comma hang on the conjunct before them."""
    for first in range(len(tree)):
        previous = first
        for conjunct in [kid for kid in tree.children(first) if tree.labels[kid] == "conj" and kid > first]:
            tree.heads[conjunct] = previous
            kids = [kid for kid in tree.children(conjunct) if kid < conjunct]
            opening = min([conjunct, *(kid for kid in kids if tree.labels[kid] not in ("cc", "punct"))])
            for kid in kids:
                if tree.labels[kid] == "cc" or (tree.labels[kid] == "punct" and kid < opening):
                    tree.heads[kid] = previous
            previous = conjunct


def _raised_objects(tree: Tree) -> None:
    """As in "wants Kyiv to act": Kyiv is the subject of "act", which is a ccomp (CLEAR guidelines, small clauses)."""
    for verb in range(len(tree)):
        head = tree.heads[verb]
        if tree.labels[verb] != "xcomp" or head < 0 or tree.words[verb].upos not in ("VERB", "AUX"):
            continue
        if tree.words[head].lemma.lower() not in word_list("lets-object-rise"):
            continue
        objects = [kid for kid in tree.children(head) if tree.labels[kid] == "dobj" and head < kid < verb]
        if objects and not any(tree.labels[kid].startswith("nsubj") for kid in tree.children(verb)):
            tree.heads[objects[-1]], tree.labels[objects[-1]] = verb, "nsubj"
            tree.labels[verb] = "ccomp"


def _is_possessive(tree: Tree, word: int) -> bool:
    return tree.words[word].xpos == "POS" or tree.lower(word) in _POSSESSIVES


PASSES = (
    _names,
    _sums_of_money,
    _days_of_months,
    _fixed_expressions,
    raise_copulas,
    _prepositions_before_gerunds,
    _prepositions,
    _conjoined_prepositions,
    _coordination,
    name_labels,
    _raised_objects,
)
