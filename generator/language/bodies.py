"""Organisations: known bodies, and those that their name or head noun shows."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from generator.language import gazetteers
from generator.language.clusters import Cluster
from generator.language.names import Name


def gather(doc: Doc, names: Sequence[Name]) -> list[Cluster]:
    """The organisations of an article: known ones under their known name, others by their own words, acronyms and short forms."""
    known: dict[str, Cluster] = {}
    others: dict[tuple[str, str], Cluster] = {}
    for name in names:
        entry = name.entry
        if entry is not None and entry.sort == "body":
            cluster = known.setdefault(
                entry.name, Cluster(name=entry.name, kind="organization", code=entry.code, detail=entry.detail)
            )
            cluster.stand(doc, name.start, name.end, "name")
        elif name.sort == "organization":
            state = name.holder.code if name.holder else ""
            key = (gazetteers.folded(doc[name.start : name.end].text), state)
            if key not in others:
                others[key] = Cluster(name=_printed(doc, name), kind="organization", code=state)
            others[key].stand(doc, name.start, name.end, "name")
    return [*known.values(), *_merged(doc, others)]


def _printed(doc: Doc, name: Name) -> str:
    """The name with the state's adjective or name before it, where that stands there."""
    if name.holder is None:
        return doc[name.start : name.end].text
    start = name.start - 1
    if doc[start].tag_ == "POS":
        start -= 1
    while start and gazetteers.folded(doc[start : name.start].text).split("'")[0].strip() not in name.holder.name and doc[start].ent_iob_ == "I":
        start -= 1
    return doc[start : name.end].text


def _merged(doc: Doc, others: dict[tuple[str, str], Cluster]) -> list[Cluster]:
    """Short forms joined to the one longer name that they end, begin or abbreviate."""
    clusters = dict(others)
    for key in sorted(others, key=lambda key: (len(key[0]), key)):
        text, state = key
        homes = [
            other
            for other in clusters
            if other != key and state in {"", other[1]} and (_shortens(text, other[0]) or (text == other[0] and not state))
        ]
        if len(homes) == 1:
            clusters[homes[0]].standings.extend(clusters.pop(key).standings)
    return list(clusters.values())


def _shortens(short: str, long: str) -> bool:
    """True where a name is a longer one's beginning, end or acronym."""
    if long.endswith(f" {short}") or long.startswith(f"{short} "):
        return True
    letters = short.replace(".", "")
    if not letters.isupper() or len(letters) < 2:
        return False
    words = [word for word in long.replace("-", " ").split() if word[0].isupper()]
    return "".join(word[0] for word in words) == letters
