"""Whose office it is where its title does not say: "Foreign Minister Ana Diaz" in a paragraph that Peru opens.

News names the state once and goes on (the topic of a paragraph: Givón 1983). A president's title alone is left open
where an American one may be meant, since agencies write of theirs without a country.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc

from generator.language import lexicon
from generator.language.cast import acting, sectors
from generator.language.cast.clusters import Cluster, Office

_AMERICAN = "USA"
_RESEMBLING = "president"
_NEAR = 60
"""Tokens of a paragraph in which who speaks is still in mind."""
_BEFORE_NOUNS = frozenset({"compound", "nmod", "amod", "poss"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TIMES = frozenset({"former", "ex", "acting", "then", "late", "outgoing", "incoming", "interim", "ousted", "deputy"})


def assign(doc: Doc, clusters: Iterable[Cluster], known: Mapping[int, Cluster]) -> None:
    """Gives offices of state without a holder the country that the words around make plain; writes codes too."""
    found = tuple(clusters)
    countries = {cluster.code: cluster for cluster in found if cluster.kind == "country" and cluster.code}
    codes = {cluster.code for cluster in found if cluster.code}
    only = next(iter(countries.values())) if len(countries) == 1 and codes <= set(countries) else None
    for cluster in found:
        if cluster.kind != "person":
            continue
        for i, office in enumerate(cluster.offices):
            if office.holder is not None:
                continue
            body = _body(office, found)
            if body is not None:
                cluster.offices[i] = Office(title=office.title, holder=body, start=office.start, end=office.end)
            if body is not None or not _of_state(office):
                continue
            home = (
                _only_candidate(office, countries)
                or countries.get(sectors.country(cluster) or "")
                or _named_after(doc, cluster, known)
            )
            home = home or _elaborated(doc, office.start, known)
            home = home or countries.get(_spoken_for(doc, cluster, office, known))
            if home is None and not (_AMERICAN in codes and _RESEMBLING in office.title.lower()):
                home = only or _topic(doc, office.start, known)
            if home is not None and _has(home, office):
                cluster.code = cluster.code or home.code
                cluster.offices[i] = Office(title=office.title, holder=home, start=office.start, end=office.end)


def _of_state(office: Office) -> bool:
    """True for a title that only a state gives: "President", "Deputy Foreign Minister"; not for a bare "minister"."""
    words = [word for word in office.title.lower().split() if word not in _TIMES]
    title = " ".join(words)
    return title in lexicon.words("who", "roles.state") or (len(words) > 1 and words[-1] == "minister")


def _body(office: Office, clusters: Iterable[Cluster]) -> Cluster | None:
    """The one body whose last word opens a title: "Commission President" and a European Commission."""
    first, _, rest = office.title.partition(" ")
    if not rest or not first.istitle() or first.lower() not in lexicon.words("who", "names.organization_heads"):
        return None
    found = [
        cluster
        for cluster in clusters
        if cluster.kind == "organization"
        and cluster.name.endswith(f" {first}")
        and not any(at.form == "metonym" for at in cluster.standings)
    ]
    return found[0] if len(found) == 1 else None


def _only_candidate(office: Office, countries: Mapping[str, Cluster]) -> Cluster | None:
    """The one country of the article that has an office which few states have: "Chancellor"."""
    table: Mapping[str, frozenset[str]] = lexicon.table("who")["offices"]
    held = [countries[code] for code in sorted(table.get(office.title.lower(), frozenset())) if code in countries]
    return held[0] if len(held) == 1 else None


def _has(home: Cluster, office: Office) -> bool:
    """True unless the state has no such office: presidents in monarchies, ministers in the United States."""
    president = _RESEMBLING in office.title.lower()
    if home.code == _AMERICAN:
        return president or "secretary" in office.title.lower()
    return not (president and home.code in lexicon.words("who", "monarchies.codes"))


def _named_after(doc: Doc, cluster: Cluster, known: Mapping[int, Cluster]) -> Cluster | None:
    """The country behind a name: "Foreign Minister Ana Diaz of Peru"."""
    for at in sorted(cluster.standings):
        after = at.end + 1
        if at.form == "title" and after < len(doc) and doc[at.end].lower_ == "of":
            home = known.get(after)
            if home is not None and home.kind == "country" and not _goes_on(doc, known, after):
                return home
    return None


def _goes_on(doc: Doc, known: Mapping[int, Cluster], i: int) -> bool:
    """True where the country's name is but the beginning: "of Peru's Radical Party"."""
    home = known[i]
    while i + 1 < len(doc) and known.get(i) is home:
        i += 1
    return doc[i].tag_ in {"POS", "NN", "NNP", "NNS"}


def _elaborated(doc: Doc, start: int, known: Mapping[int, Cluster]) -> Cluster | None:
    """The state that a "with" clause tells more of: "Peru went on waiting, with President Ana Diaz saying"."""
    if doc[max(start - 2, 0) : start].text.lower() != ", with":
        return None
    for i in range(doc[start].sent.start, start):
        cluster = known.get(i)
        if cluster is not None and cluster.kind == "country" and acting.subject_by(doc[i], known) is not None:
            return cluster
    return None


def _spoken_for(doc: Doc, cluster: Cluster, office: Office, known: Mapping[int, Cluster]) -> str:
    """The code of the state whose president is spoken of first, without his country, by his own seat; else "".

    "White House spokesman Jo Doe denied it. President Ana Diaz was told, he said": of any other president an agency's
    first mention names the country (Associated Press Stylebook, entry "titles").
    """
    first = min(cluster.standings)
    seats = lexicon.mapping("who", "roles.seats")
    if office.title.lower() != _RESEMBLING or first.form != "title" or doc[first.head].dep_ not in _SUBJECTS:
        return ""
    for i in range(first.start - 1, max(first.start - _NEAR, -1), -1):
        if "\n" in doc[i].text:
            break
        seat = known.get(i)
        if seat is not None and seat.name in seats and (acting.speaks(doc[i]) or doc[i].dep_ in _BEFORE_NOUNS):
            return seats[seat.name]
    return ""


def _topic(doc: Doc, start: int, known: Mapping[int, Cluster]) -> Cluster | None:
    """The country that was the subject last, in the sentences of the paragraph before the one with the office."""
    first = doc[start].sent.start
    for i in range(first - 1, -1, -1):
        if "\n" in doc[i].text:
            return None
        cluster = known.get(i)
        if cluster is not None and cluster.kind == "country" and acting.subject_by(doc[i], known) is not None:
            return cluster
    return None
