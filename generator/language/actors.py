"""Component: who acts, and every word that stands for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from spacy.tokens import Doc

from generator.language import marks
from generator.language.cast import (
    bodies,
    bylines,
    collectives,
    descriptions,
    homes,
    listing,
    names,
    people,
    pronouns,
    roles,
    sectors,
    states,
)
from generator.language.cast.clusters import Cluster, Standing
from generator.language.marks import Mention
from generator.model.evidence import LONGEST_EVIDENCE, Evidence
from generator.model.facts import Actor, Role

_MOST_PASSAGES = 8


def mark(doc: Doc) -> None:
    """Finds who acts: writes `actors` and `mentions`."""
    found = marks.of(doc)
    skipped = bylines.skipped(doc)
    named = names.read(doc, skipped)
    persons, taken = people.gather(doc, named)
    rest = [name for name in named if name not in taken]
    clusters = [*persons, *bodies.gather(doc, rest), *states.gather(doc, rest)]
    known = {i: cluster for cluster in clusters for at in cluster.standings for i in range(at.core, at.end)}
    for noun, cluster in roles.read(doc, known).items():
        if noun not in known:
            cluster.stand(doc, noun, noun + 1, "nominal")
            known[noun] = cluster
    homes.assign(doc, clusters, known)
    descriptions.resolve(doc, skipped, clusters, known)
    clusters.extend(collectives.gather(doc, skipped, known))
    pronouns.resolve(doc, skipped, clusters)
    clusters = listing.actors(doc, clusters)
    keys = _keys(clusters)
    by_cluster = dict(zip(clusters, keys, strict=True))
    found.actors = tuple(_actor(doc, cluster, by_cluster) for cluster in clusters)
    found.mentions = tuple(
        sorted(
            (
                Mention(start=at.start, end=at.end, head=at.head, key=key, form=at.form)
                for cluster, key in zip(clusters, keys, strict=True)
                for at in cluster.standings
            ),
            key=lambda mention: (mention.start, mention.end),
        )
    )


def _keys(clusters: list[Cluster]) -> list[str]:
    """A slug of each name, with a number behind it for namesakes."""
    taken: Counter[str] = Counter()
    keys = []
    for cluster in clusters:
        slug = "-".join("".join(c if c.isalnum() else " " for c in cluster.name.lower()).split())
        taken[slug] += 1
        keys.append(slug if taken[slug] == 1 else f"{slug}-{taken[slug]}")
    return keys


def _actor(doc: Doc, cluster: Cluster, keys: Mapping[Cluster, str]) -> Actor:
    standings = sorted(cluster.standings)
    forms = [form for at in standings for form in _forms(doc, cluster, at)]
    return Actor(
        key=keys[cluster],
        name=cluster.name,
        kind=cluster.kind,
        aliases=tuple(form for form in dict.fromkeys(forms) if form != cluster.name),
        roles=tuple(
            Role(
                title=office.title,
                of=keys.get(office.holder) if office.holder else None,
                evidence=(marks.cite(doc, office.start, office.end),),
            )
            for office in cluster.offices
        ),
        country=sectors.country(cluster),
        sector=sectors.of(cluster),
        anonymous=cluster.anonymous,
        mentions=len(standings),
        evidence=_passages(doc, standings),
    )


def _forms(doc: Doc, cluster: Cluster, at: Standing) -> Iterator[str]:
    """The aliases that one mention gives: no pronoun, no mere description of somebody who has a name."""
    if at.form == "pronoun" or (at.form == "nominal" and cluster.kind == "person" and not cluster.anonymous):
        return
    if at.form == "title" and doc[at.start].text[0].isupper():
        yield doc[at.start : at.end].text
    yield doc[at.core : at.end].text


def _passages(doc: Doc, standings: list[Standing]) -> tuple[Evidence, ...]:
    """The sentences of the first mentions, each once; of one too long for evidence, what stands around the mention."""
    found: dict[Evidence, None] = {}
    for at in standings:
        sent = doc[at.head].sent
        start, end = sent.start, sent.end
        if sent.end_char - sent.start_char > LONGEST_EVIDENCE:
            while doc[at.start].idx - doc[start].idx > LONGEST_EVIDENCE // 2:
                start += 1
        found[marks.cite(doc, start, end)] = None
        if len(found) == _MOST_PASSAGES:
            break
    return tuple(found)
