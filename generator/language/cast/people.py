"""Persons: full names, and the shorter ones that mean the same person.

Two names are one person's where the words of one stand in the other's in the same order, first names or initials
agreeing. Of namesakes a bare surname means the one named in full most often.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from spacy.tokens import Doc

from generator.language import lexicon
from generator.language.cast.clusters import Cluster
from generator.language.cast.names import Name

_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_ABSTRACT = ("tion", "dom", "ness", "ism")
"""Endings of nouns for what is no person ("Martyrdom", "Inaction"), which begin sentences (Quirk et al. 1985, I.35)."""

_SHORT_NAME = 2
_SHORTEST_LABEL = 4
"""Letters; a shorter word in capitals is rather an acronym."""
_ARTICLES = ("Al-", "El-")
"""The Arabic article, which is capitalised where a sentence begins."""


def gather(doc: Doc, names: Sequence[Name]) -> tuple[list[Cluster], frozenset[Name]]:
    """The persons of an article, and the names that are theirs."""
    full = [name for name in names if name.sort == "person" and len(words_of(doc, name)) > 1]
    clusters: list[Cluster] = []
    words: list[tuple[str, ...]] = []
    taken: set[Name] = set()
    for name in sorted(full, key=lambda name: -len(words_of(doc, name))):
        own = words_of(doc, name)
        home = next((i for i, other in enumerate(words) if _same(own, other)), None)
        if home is None:
            home = len(clusters)
            text = doc[name.start : name.end].text
            clusters.append(Cluster(name=text, kind="person", female=_female(text)))
            words.append(own)
        _add(doc, clusters[home], name)
        taken.add(name)
    owners: dict[str, Cluster] = {}
    for name in names:
        own = words_of(doc, name)
        if len(own) != 1 or name in taken or (name.entry is not None and not _may_be_surname(doc, name)):
            continue
        owner = owners.get(own[0]) or _owner(_spelt(own[0], clusters, words), clusters, words, name.start)
        if owner is None and name.sort == "person" and not own[0].endswith(_ABSTRACT):
            owner = Cluster(name=doc[name.start : name.end].text, kind="person")
            clusters.append(owner)
            words.append(own)
        if owner is not None:
            owners[own[0]] = owner
            _add(doc, owner, name)
            taken.add(name)
    return clusters, frozenset(taken)


def _female(name: str) -> bool | None:
    """Whether a given name is a woman's or a man's, where it is known."""
    first = name.split(maxsplit=1)[0]
    if first in lexicon.words("given_names", "female"):
        return True
    return False if first in lexicon.words("given_names", "male") else None


def words_of(doc: Doc, name: Name) -> tuple[str, ...]:
    """The words of a name, without particles that may fall away, without hyphens' parts, without diacritics."""
    decomposed = unicodedata.normalize("NFKD", doc[name.start : name.end].text.replace(",", ""))
    words = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).split()
    words = [word[0].lower() + word[1:] if word.startswith(_ARTICLES) else word for word in words]
    left_out = lexicon.words("who", "names.particles") | _SUFFIXES
    return tuple(word for word in words if word not in left_out) or tuple(words)


def _same(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True where the shorter name's words stand in the longer's in order and the surname agrees.

    The second of two surnames may be left out, as in Spanish: "Ana Silva", "Ana Silva Ruiz".
    """
    if short == long:
        return True
    if len(short) == len(long) and len(short) > 1 and short[-1] == long[-1]:
        return _misspelt(short, long)
    if len(short) >= _SHORT_NAME and len(long) == len(short) + 1 and long[: len(short)] == short:
        return True
    if len(short) > len(long) or short[-1] != long[-1]:
        return False
    rest = list(long[:-1])
    for word in short[:-1]:
        while rest and not _agrees(word, rest[0]):
            rest.pop(0)
        if not rest:
            return False
        rest.pop(0)
    return True


def _misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True where two names agree by initials, or differ in one letter of one longer word: "Sergey", "Sergei"."""
    differing = [(a, b) for a, b in zip(one, other, strict=True) if not _agrees(a, b)]
    if len(differing) != 1:
        return not differing
    a, b = differing[0]
    enough = len(one) > _SHORT_NAME or len(a) > _SHORT_NAME * 2
    return enough and len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _agrees(word: str, other: str) -> bool:
    initial = word.rstrip(".")
    return (
        word == other
        or (len(initial) == 1 and other.startswith(initial))
        or (len(other.rstrip(".")) == 1 and word.startswith(other.rstrip(".")))
    )


def _may_be_surname(doc: Doc, name: Name) -> bool:
    """True where a known place's name is not used as a place: no preposition of place before it."""
    if name.entry is None or name.entry.sort not in {"city", "capital", "region", "state"}:
        return False
    return name.start == 0 or doc[name.start - 1].lower_ not in {
        "in",
        "at",
        "to",
        "from",
        "near",
        "of",
        "outside",
        "the",
    }


def _spelt(word: str, clusters: Sequence[Cluster], words: Sequence[tuple[str, ...]]) -> str:
    """A word in capitals as somebody's surname is spelt, as the labels of an interview have it: "SILVA: We will"."""
    if not word.isupper() or len(word) < _SHORTEST_LABEL:
        return word
    return next((own[-1] for own in words[: len(clusters)] if len(own) > 1 and own[-1].upper() == word), word)


def _owner(word: str, clusters: Sequence[Cluster], words: Sequence[tuple[str, ...]], at: int) -> Cluster | None:
    """Whose surname, else first or middle name, a word is: of several bearers the one named in full most, then last."""
    for part in (slice(-1, None), slice(0, 1), slice(1, -1)):
        bearers = [
            cluster
            for cluster, own in zip(clusters, words, strict=True)
            if len(own) > 1 and any(other == word or other.endswith(f"-{word}") for other in own[part])
        ]
        if bearers:
            return max(bearers, key=lambda cluster: (len(cluster.standings), _last_before(cluster, at)))
    return None


def _last_before(cluster: Cluster, at: int) -> int:
    starts = [standing.start for standing in cluster.standings]
    return max((start for start in starts if start < at), default=-min(starts))


def _add(doc: Doc, cluster: Cluster, name: Name) -> None:
    if name.title is None:
        cluster.stand(doc, name.start, name.end, "name")
        return
    cluster.stand(doc, name.title[0], name.end, "title", core=name.start)
    if cluster.female is None:
        title = doc[name.title[0] : name.title[1]].text.lower()
        words = set(title.split())
        cluster.female = (
            True
            if words & lexicon.words("who", "roles.female")
            else False
            if words & lexicon.words("who", "roles.male")
            else None
        )
