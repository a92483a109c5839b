"""Organisations: known bodies, and those that their name or head noun shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from generator.language import lexicon
from generator.language.cast import gazetteers
from generator.language.cast.clusters import Cluster
from generator.language.cast.gazetteers import Entry
from generator.language.cast.names import Name
from generator.model import countries

_OPENING = frozenset({"(", "<"})


def gather(doc: Doc, names: Sequence[Name]) -> list[Cluster]:
    """The organisations of an article: known ones under their known name, others by their own words.

    Acronyms, short forms, and what stands in brackets after a name join it.
    """
    known: dict[str, Cluster] = {}
    others: dict[tuple[str, str], Cluster] = {}
    ends: dict[int, Cluster] = {}
    called: dict[str, Cluster] = {}
    codes = {name.entry.code for name in names if name.entry is not None and name.entry.sort != "body"}
    things = {name.end for name in names if name.sort in {"place", "thing"}}
    for name in names:
        entry, text = name.entry, gazetteers.folded(doc[name.start : name.end].text)
        if entry is None and name.holder is None and text.lower() in lexicon.words("who", "organs.nouns"):
            continue
        cluster = called.get(text)
        if name.start and doc[name.start - 1].text in _OPENING and text.isupper():
            if name.start - 1 in things:
                continue
            cluster = ends.get(name.start - 1, cluster)
            if cluster is not None:
                called[text] = cluster
        if entry is not None and entry.sort == "body":
            cluster = cluster or known.setdefault(
                entry.name, Cluster(name=entry.name, kind="organization", code=_code(entry, codes), detail=entry.detail)
            )
        elif name.sort == "organization" and cluster is None:
            state = name.holder.code if name.holder else ""
            printed = doc[name.start if name.holder_start is None else name.holder_start : name.end].text
            cluster = others.setdefault((text, state), Cluster(name=printed, kind="organization", code=state))
        elif name.sort != "organization":
            continue
        if cluster is not None:
            cluster.stand(doc, name.start, name.end, "name")
            ends[name.end] = cluster
    found = list(_merged(others, known))
    by_name = {name: code for code, name in countries.names().items()}
    for cluster in found:
        place = cluster.name.rpartition(" of ")[2].removeprefix("the ")
        cluster.code = cluster.code or by_name.get(place, "")
        _abbreviated(doc, cluster, {i for other in found for at in other.standings for i in range(at.start, at.end)})
    return found


def _code(entry: Entry, named: set[str]) -> str:
    """The country of a known body; parties of one name are in many states, so of theirs something else must tell."""
    return "" if entry.detail == "party" and entry.code not in named else entry.code


def _abbreviated(doc: Doc, cluster: Cluster, taken: set[int]) -> None:
    """Adds where an acronym stands that a bracket introduced: "the Fish Council (FC) ... FC said"."""
    acronyms = {
        doc[at.end + 1].text
        for at in cluster.standings
        if at.end + 2 < len(doc)
        and doc[at.end].text in _OPENING
        and doc[at.end + 2].text == ")"
        and doc[at.end + 1].is_upper
        and doc[at.end + 1].text[0] == doc[at.start].text[0]
    }
    if not acronyms:
        return
    for token in doc:
        if token.text in acronyms and token.i not in taken:
            cluster.stand(doc, token.i, token.i + 1, "name")


def _merged(others: dict[tuple[str, str], Cluster], known: dict[str, Cluster]) -> Iterator[Cluster]:
    """Short forms joined to the one longer name that they abbreviate, end or begin."""
    homes = {**{(name, cluster.code): cluster for name, cluster in known.items()}, **others}
    for key in sorted(others, key=lambda key: (len(key[0]), key)):
        ranked: dict[int, list[tuple[str, str]]] = {1: [], 2: [], 3: []}
        for home in homes:
            rank = 0 if home == key or (key[1] and home[1] and key[1] != home[1]) else _shortens(key, home)
            if rank:
                ranked[rank].append(home)
        best = next((found for found in ranked.values() if found), [])
        if len(best) == 1:
            homes[best[0]].standings.extend(homes.pop(key).standings)
    yield from homes.values()


def _shortens(short: tuple[str, str], long: tuple[str, str]) -> int:
    """How one name (with its state) shortens another: 0 not, 1 as acronym or without state, 2 as end, 3 as start."""
    if short[0] == long[0]:
        return 0 if short[1] else 1
    letters = short[0].replace(".", "")
    if letters.isupper() and len(letters) > 1:
        words = [word for word in long[0].replace("-", " ").split() if word[0].isupper()]
        if short[0] not in words and "".join(word[0] for word in words) == letters:
            return 1
        rest = words[1:] if words and words[0] == short[0] else []
        return 3 if rest and all(word.lower() in lexicon.words("who", "names.corporate") for word in rest) else 0
    if long[0].endswith(f" {short[0]}"):
        return 2
    return 3 if long[0].startswith(f"{short[0]} ") else 0
