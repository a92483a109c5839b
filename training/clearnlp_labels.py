"""The names of ClearNLP labels, given after the tree has been rebuilt.

Source: CLEAR style guidelines (Choi and Palmer 2012), appendix of dependency labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from training.tree import Tree

_RENAMED = {
    "obj": "dobj",
    "nsubj:pass": "nsubjpass",
    "csubj:pass": "csubjpass",
    "nsubj:outer": "nsubj",
    "csubj:outer": "csubj",
    "aux:pass": "auxpass",
    "cop": "aux",
    "nmod:poss": "poss",
    "compound:prt": "prt",
    "det:predet": "predet",
    "cc:preconj": "preconj",
    "acl:relcl": "relcl",
    "advcl:relcl": "advcl",
    "obl": "npadvmod",
    "obl:unmarked": "npadvmod",
    "obl:npmod": "npadvmod",
    "obl:tmod": "npadvmod",
    "obl:agent": "npadvmod",
    "discourse": "intj",
    "vocative": "npadvmod",
    "list": "dep",
    "orphan": "dep",
    "dislocated": "dep",
    "reparandum": "dep",
    "fixed": "dep",
    "goeswith": "compound",
    "flat": "compound",
    "flat:foreign": "compound",
    "flat:name": "compound",
}
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nt"})
_POSSESSIVES = frozenset({"'s", "’s", "'"})
_NOMINAL = frozenset({"ADJ", "NOUN", "PROPN", "PRON", "NUM"})
_NOUN_MODIFIERS = frozenset({"nmod", "nmod:unmarked", "nmod:npmod", "nmod:tmod"})


def name_labels(tree: Tree) -> None:
    """Rename every label; those that depend on the words around are worked out one by one."""
    for word in range(len(tree)):
        label = tree.labels[word]
        if tree.heads[word] < 0:
            tree.labels[word] = "root"
        elif label in _RENAMED:
            tree.labels[word] = _RENAMED[label]
        elif label in _BY_CONTEXT:
            tree.labels[word] = _BY_CONTEXT[label](tree, word)


def _subject(tree: Tree, word: int) -> str:
    head = tree.heads[word]
    existential = tree.words[head].lemma.lower() == "be" and any(
        tree.labels[kid] == "expl" and tree.words[kid].lemma.lower() == "there" for kid in tree.children(head)
    )
    return "attr" if existential and word > head else "nsubj"


def _expletive(tree: Tree, word: int) -> str:
    if tree.words[word].lemma.lower() != "it":
        return "expl"
    return "nsubj" if word < tree.heads[word] else "dobj"


def _indirect_object(tree: Tree, word: int) -> str:
    has_object = any(tree.labels[kid] in ("obj", "dobj") for kid in tree.children(tree.heads[word]))
    return "dative" if has_object else "dobj"


def _clausal_subject(tree: Tree, word: int) -> str:
    """As in "It is clear that ...": the clause is a complement, of the adjective where there is one."""
    head = tree.heads[word]
    kids = tree.children(head)
    anticipated = any(
        tree.words[kid].lemma.lower() == "it" and tree.labels[kid] in ("expl", "nsubj") and kid < head for kid in kids
    )
    if not anticipated or word < head:
        return "csubj"
    infinitive = any(tree.words[kid].xpos == "TO" and tree.labels[kid] == "aux" for kid in tree.children(word))
    predicates = [kid for kid in kids if tree.labels[kid] in ("acomp", "attr") and kid < word]
    if predicates and tree.labels[predicates[-1]] == "acomp":
        tree.heads[word] = predicates[-1]
    return "xcomp" if infinitive else "ccomp"


def _noun_modifier(tree: Tree, word: int) -> str:
    head = tree.heads[word]
    if tree.words[word].upos == "NUM":
        return "nummod"
    if tree.words[word].upos == tree.words[head].upos == "PROPN" and word > head:
        return "appos"
    return "nmod" if tree.labels[word] == "nmod" else "npadvmod"


def _descriptive_modifier(tree: Tree, word: int) -> str:
    return "compound" if word < tree.heads[word] else "appos"


def _adverb(tree: Tree, word: int) -> str:
    head = tree.heads[word]
    if tree.lower(word) in _NEGATIONS:
        return "neg"
    return "quantmod" if tree.words[head].upos == "NUM" and word < head else "advmod"


def _case(tree: Tree, word: int) -> str:
    possessive = tree.words[word].xpos == "POS" or tree.lower(word) in _POSSESSIVES
    return "case" if possessive else "prep"


def _open_complement(tree: Tree, word: int) -> str:
    """Nouns and adjectives: oprd beside an object or passive ("elected her mayor"), else attr or acomp."""
    head, part, tag = tree.heads[word], tree.words[word].upos, tree.words[word].xpos
    infinitive = any(tree.words[kid].xpos == "TO" and tree.labels[kid] == "aux" for kid in tree.children(word))
    if part not in _NOMINAL or tag in ("VB", "VBG", "VBN") or infinitive:
        return "xcomp"
    beside_object = tree.words[head].xpos == "VBN" or any(
        tree.labels[kid] in ("obj", "dobj", "nsubjpass", "nsubj:pass") for kid in tree.children(head)
    )
    if beside_object:
        return "oprd"
    return "acomp" if part == "ADJ" else "attr"


_BY_CONTEXT = {
    "nsubj": _subject,
    "expl": _expletive,
    "iobj": _indirect_object,
    "csubj": _clausal_subject,
    **dict.fromkeys(sorted(_NOUN_MODIFIERS), _noun_modifier),
    "nmod:desc": _descriptive_modifier,
    "advmod": _adverb,
    "case": _case,
    "xcomp": _open_complement,
}
