"""Component: actors."""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.tokens import Doc, Span

from generator.language import marks
from generator.language.marks import Mention
from generator.model.facts import Actor, ActorKind

_KINDS: dict[str, ActorKind] = {"PERSON": "person", "ORG": "organization", "GPE": "country", "NORP": "group"}


def mark(doc: Doc) -> None:
    """Finds who acts: writes `actors` and `mentions`."""
    found = marks.of(doc)
    clusters = _clusters([ent for ent in doc.ents if ent.label_ in _KINDS and not found.boilerplate[ent.start]])
    actors, mentions = [], []
    for key, spans in clusters.items():
        label = Counter(span.label_ for span in spans).most_common(1)[0][0]
        forms = tuple(dict.fromkeys(span.text for span in spans))
        name = max(forms, key=len)
        evidence = tuple(dict.fromkeys(marks.cite(doc, span.sent.start, span.sent.end) for span in spans))[:8]
        actors.append(
            Actor(
                key=key,
                name=name,
                kind=_KINDS[label],
                aliases=tuple(form for form in forms if form != name),
                mentions=len(spans),
                evidence=evidence,
            )
        )
        for span in spans:
            form = "adjective" if span.label_ == "NORP" else "name"
            mentions.append(Mention(start=span.start, end=span.end, head=span.root.i, key=key, form=form))
    found.actors = tuple(actors)
    found.mentions = tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))


def _clusters(names: list[Span]) -> dict[str, list[Span]]:
    """Entities of one name or of a name's last word, under the key of the longest."""
    whole: dict[str, str] = {}
    for span in names:
        if len(span) > 1:
            whole.setdefault(span[-1].text, _slug(span.text))
    found: dict[str, list[Span]] = defaultdict(list)
    for span in names:
        found[whole.get(span.text) or _slug(span.text)].append(span)
    return found


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())
