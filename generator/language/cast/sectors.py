"""The sector of an actor in society, by PLOVER's codes, and the country that a title alone gives away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from generator.language import lexicon
from generator.language.cast.clusters import Cluster, Office

_PAST = ("former", "ex-", "late", "ousted", "then")
_FOR_A_STATE = ("spokes", "counterpart", "negotiator", "representative")
"""Parts of titles that tell nothing by themselves, and a government's where a state is their holder."""
_OF = re.compile(r" (?:of|at|for|in|to|on|with) ")
_OF_ANY_BODY = frozenset({"president", "secretary", "official"})
_SUPRANATIONAL = frozenset({"agency", "bank"})


def of(cluster: Cluster) -> str | None:
    """The code of an actor's sector, or None where nothing tells."""
    if cluster.kind == "country":
        return "GOV"
    if cluster.kind == "person":
        return _of_person(cluster)
    if cluster.kind == "group":
        return _last(cluster.detail or cluster.name, "groups") or _last(cluster.name, "names")
    if cluster.detail in _SUPRANATIONAL:
        return "GOV" if cluster.code else "IGO"
    return _table("bodies").get(cluster.detail) or _last(cluster.name, "names")


def country(cluster: Cluster) -> str | None:
    """An actor's country; of a person, the one whose titles these are where no country is named."""
    if cluster.code:
        return cluster.code
    titles = (office.title.lower() for office in cluster.offices)
    return next((code for title in titles if (code := _table("countries").get(title))), None)


def _of_person(cluster: Cluster) -> str | None:
    present = [office for office in cluster.offices if not office.title.lower().startswith(_PAST)]
    for office in present or cluster.offices:
        found = _of_office(office)
        if found is not None:
            return found
    return None


def _of_office(office: Office) -> str | None:
    """A legislator's or soldier's title says it all; any other is of the body that it is held with."""
    title = _OF.split(office.title)[0]
    by_title = _last(title, "titles")
    last = title.lower().rpartition(" ")[2]
    if last == "representative" and title != "Representative":
        by_title = None
    if last == "leader" and "opposition" in title.lower():
        return "OPP"
    owned = last in _OF_ANY_BODY and "'s " in title.replace("’", "'")
    if office.holder is None and by_title == "GOV" and (last == "leader" or owned):
        return None
    if by_title is None and office.holder is None and "spokes" in last:
        return _last(title, "names")
    if office.holder is None or by_title not in {None, "GOV"}:
        return by_title
    if office.holder.kind == "country":
        return by_title or ("GOV" if any(word in office.title.lower() for word in _FOR_A_STATE) else None)
    return by_title if office.holder.kind == "person" else of(office.holder) or by_title


def _last(text: str, table: str) -> str | None:
    """The code of the last word, or pair of words, of a text that the table knows."""
    codes, words = _table(table), text.lower().replace("-", " ").split()
    for end in range(len(words), 0, -1):
        for known in (" ".join(words[max(end - 2, 0) : end]), words[end - 1]):
            if known in codes:
                return codes[known]
    return None


def _table(name: str) -> Mapping[str, str]:
    return cast("Mapping[str, str]", lexicon.table("sectors")[name])
