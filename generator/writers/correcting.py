"""Corrections applied to the findings of an article, before anything is made of them.

Actors and facts go by the ids that they have without corrections (`briefs facts ARTICLE` lists them). An actor goes by
the slug of a new name, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from slugify import slugify

from generator.errors import CorrectionInvalid
from generator.model.article import Article
from generator.model.corrections import Addition, Correction, Corrections, Setting, Value
from generator.model.diagnostic import Diagnostic
from generator.model.evidence import Evidence
from generator.model.facts import Actor, Response, Role
from generator.model.findings import Findings
from generator.writers.added import added_fact
from generator.writers.homeless import homeless
from generator.writers.passages import passage

NAMES = frozenset({"by", "of", "via", "senders", "targets", "actors"})
REFERENCES = frozenset({"deadline", "measure"})
VERBATIM = frozenset({"text", "what"})
KINDS = ("statements", "demands", "measures", "positions", "dates")


def correct(
    article: Article, findings: Findings, corrections: Corrections, told: Mapping[str, str]
) -> tuple[Findings, tuple[Diagnostic, ...]]:
    """Findings with ids as a writer wants them, and what is said of corrections whose fact is gone.

    `told` gives the words of facts that once were, by id. Raises `CorrectionInvalid` where a correction names an actor
    that there is not, or quotes what does not stand in the source.
    """
    remarks = homeless(findings, corrections, told)
    desk = _Desk(article=article, path=Path(corrections.path), keys=_keys(findings, corrections))
    findings = desk.with_actors(findings, [c for c in corrections.corrections if c.kind == "actors"])
    new = [desk.actor(addition) for addition in corrections.additions if addition.kind == "actors"]
    findings = replace(findings, actors=(*findings.actors, *new))
    for kind in KINDS:
        named = {correction.id: correction for correction in corrections.corrections if correction.kind == kind}
        kept = [desk.fact(fact, named.get(fact.id)) for fact in getattr(findings, kind)]
        own = [desk.added(addition) for addition in corrections.additions if addition.kind == kind]
        lists: dict[str, Any] = {kind: (*(fact for fact in kept if fact is not None), *own)}
        findings = replace(findings, **lists)
    return findings, remarks


def _keys(findings: Findings, corrections: Corrections) -> dict[str, str]:
    """The key of every actor, date and measure by each id that a writer may use."""
    keys = {fact.id: fact.key for kind in ("measures", "dates", "actors") for fact in getattr(findings, kind)}
    for correction in corrections.corrections:
        if correction.kind == "actors" and correction.id in keys:
            for setting in correction.settings:
                if setting.name == "name" and setting.value:
                    keys.setdefault(slugify(str(setting.value)), keys[correction.id])
    for addition in corrections.additions:
        if addition.kind == "actors":
            slug = slugify(str(addition.value("name")))
            keys.setdefault(slug, f"added {slug}")
    return keys


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """Where the corrections of one article are made."""

    article: Article
    path: Path
    keys: Mapping[str, str]

    def key(self, name: str, line: int) -> str:
        """The key of what an id names."""
        if name not in self.keys:
            close = slugify(name)
            remedy = f"did you mean '{close}'?" if close in self.keys else f"run briefs facts {self.article.id}"
            raise CorrectionInvalid(self.path, line, f"there is no '{name}' in the article", remedy)
        return self.keys[name]

    def quoted(self, quotation: str, line: int) -> Evidence:
        """The passage that a quotation is."""
        found = passage(self.article, quotation)
        if found is None:
            shown = quotation if len(quotation) < 60 else f"{quotation[:57]}..."  # noqa: PLR2004  (a line of a terminal)
            why = f"this does not stand in the article: {shown}"
            raise CorrectionInvalid(self.path, line, why, "copy the passage letter by letter")
        return found

    def with_actors(self, findings: Findings, corrections: list[Correction]) -> Findings:
        """Findings with actors renamed, dropped, merged, given a role."""
        named = {correction.id: correction for correction in corrections}
        merged = {
            self.keys[correction.id]: self.key(correction.merge, correction.line)
            for correction in corrections
            if correction.merge and correction.id in self.keys
        }
        dropped = {self.keys[c.id] for c in corrections if c.drop and c.id in self.keys}
        gone = [actor for actor in findings.actors if actor.key in merged]
        actors = []
        for actor in findings.actors:
            if actor.key in merged or actor.key in dropped:
                continue
            joined = _joined(actor, [other for other in gone if _end(merged, other.key) == actor.key])
            correction = named.get(actor.id)
            actors.append(self.corrected_actor(joined, correction.settings) if correction else joined)
        renamed = {key: _end(merged, key) for key in merged}
        return _rekeyed(
            replace(findings, actors=tuple(actors)), lambda key: None if key in dropped else renamed.get(key, key)
        )

    def corrected_actor(self, actor: Actor, settings: Iterable[Setting]) -> Actor:
        """An actor with fields set; a new name gives a new id."""
        values = {setting.name: setting for setting in settings}
        plain: dict[str, Any] = {name: s.value for name, s in values.items() if name in {"kind", "country", "sector"}}
        if "name" in values and values["name"].value != actor.name:
            name = str(values["name"].value)
            aliases = tuple(dict.fromkeys(form for form in (actor.name, *actor.aliases) if form != name))
            plain |= {"name": name, "aliases": aliases, "id": ""}
        if "role" in values:
            plain["roles"] = self.roles(values["role"], values.get("role_of"), actor.evidence)
        return replace(actor, **plain)

    def roles(self, role: Setting, of: Setting | None, evidence: tuple[Evidence, ...]) -> tuple[Role, ...]:
        """The one role that a writer gives; it rests on its words in the source, or on what introduces the actor."""
        if role.value is None:
            return ()
        title = str(role.value)
        found = passage(self.article, title)
        holder = self.key(str(of.value), of.line) if of is not None and of.value else None
        return (Role(title=title, of=holder, evidence=(found,) if found else evidence[:1]),)

    def actor(self, addition: Addition) -> Actor:
        """An actor of the writer's."""
        name = str(addition.value("name"))
        made = Actor(
            key=self.keys[slugify(name)],
            name=name,
            kind="organization",
            evidence=(self.quoted(addition.quotation, addition.line),),
        )
        return self.corrected_actor(made, addition.settings)

    def fact(self, fact: Any, correction: Correction | None) -> Any:
        """A fact with fields set, or None where it is dropped."""
        if correction is None:
            return fact
        if correction.drop:
            return None
        changed = replace(fact, **self.values(correction.settings))
        for setting in correction.settings:
            if setting.name in VERBATIM:
                found = self.quoted(str(setting.value), setting.line)
                within = any(e.start <= found.start and found.end <= e.end for e in fact.evidence)
                changed = changed if within else replace(changed, evidence=(found,))
        if correction.responses is not None:
            changed = replace(changed, responses=tuple(map(self.response, correction.responses)))
        return dated(changed, self.article, correction.settings) if correction.kind == "dates" else changed

    def values(self, settings: Iterable[Setting]) -> dict[str, Any]:
        """Fields as records hold them: keys of actors in the place of ids, verbatim text as it stands in the source."""
        return {setting.name: self.value(setting) for setting in settings}

    def value(self, setting: Setting) -> Value:
        """One field as records hold it."""
        if setting.value is None:
            return None
        if setting.name in NAMES:
            return tuple(self.key(name, setting.line) for name in setting.value)
        if setting.name in REFERENCES:
            return self.key(str(setting.value), setting.line)
        if setting.name in VERBATIM:
            return self.quoted(str(setting.value), setting.line).quote
        return setting.value

    def response(self, addition: Addition) -> Response:
        """A response of the writer's to a demand."""
        found = self.quoted(addition.quotation, addition.line)
        return Response(**{"text": found.quote, **self.values(addition.settings)}, evidence=(found,))

    def added(self, addition: Addition) -> Any:
        """A fact of the writer's; its text is the quotation where none is given."""
        found = self.quoted(addition.quotation, addition.line)
        made = added_fact(addition, self.values(addition.settings), found)
        return dated(made, self.article, addition.settings) if addition.kind == "dates" else made


def dated(fact: Any, article: Article, settings: Iterable[Setting]) -> Any:
    """A dated event whose phase and precision follow from its new dates, where the writer does not say them."""
    named = {setting.name for setting in settings}
    if not named & {"start", "end"}:
        return fact
    changes: dict[str, Any] = {}
    if "precision" not in named and fact.start:
        changes["precision"] = "range" if fact.end else ("year", "month", "day")[fact.start.count("-")]
    if "phase" not in named and article.published and fact.start:
        length = min(len(fact.start), len(article.published))
        first, last, now = fact.start[:length], (fact.end or fact.start)[:length], article.published[:length]
        changes["phase"] = "past" if last < now else "upcoming" if first > now else "ongoing"
    return replace(fact, **changes)


def _end(merged: Mapping[str, str], key: str) -> str:
    """Where a chain of merges ends; a circle ends where it began."""
    met = {key}
    while key in merged and merged[key] not in met:
        key = merged[key]
        met.add(key)
    return key


def _joined(actor: Actor, others: list[Actor]) -> Actor:
    """An actor that takes others in: their names, roles, mentions and passages."""
    if not others:
        return actor
    names = dict.fromkeys(name for one in (actor, *others) for name in (one.name, *one.aliases) if name != actor.name)
    return replace(
        actor,
        aliases=tuple(names),
        roles=tuple(dict.fromkeys(role for one in (actor, *others) for role in one.roles)),
        mentions=sum(one.mentions for one in (actor, *others)),
        evidence=tuple(sorted({passage for one in (actor, *others) for passage in one.evidence})),
    )


def _rekeyed(value: Findings, rename: Callable[[str], str | None]) -> Findings:
    """Findings with other keys of actors wherever one is named; one that is gone is left out."""

    def keys(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(new for name in names if (new := rename(name)) is not None))

    def fact(one: Any) -> Any:
        changes: dict[str, Any] = {
            name: keys(getattr(one, name)) for name in NAMES if isinstance(getattr(one, name, None), tuple)
        }
        if hasattr(one, "responses"):
            changes["responses"] = tuple(map(fact, one.responses))
        return replace(one, **changes)

    actors = tuple(
        replace(actor, roles=tuple(replace(role, of=rename(role.of) if role.of else None) for role in actor.roles))
        for actor in value.actors
    )
    lists: dict[str, Any] = {kind: tuple(map(fact, getattr(value, kind))) for kind in KINDS}
    return replace(value, actors=actors, **lists)
