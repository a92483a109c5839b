"""The fields of facts that a writer can set, what each may hold, and the JSON Schema of a corrections file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, get_args

from generator.model import facts

Form = Literal["text", "names", "id", "date", "time", "country", "choice", "choices"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What a field holds: text, ids of actors, one id, a date, a time, a country, one or several of `choices`.

    An `optional` one can be emptied with `null`.
    """

    form: Form
    choices: tuple[str, ...] = ()
    optional: bool = False


def _one(kind: object) -> Field:
    return Field(form="choice", choices=get_args(kind))


_TEXT, _NAMES = Field(form="text"), Field(form="names")
_MAYBE = Field(form="text", optional=True)
FIELDS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {
        "actors": {
            "name": _TEXT,
            "kind": _one(facts.ActorKind),
            "role": _MAYBE,
            "role_of": Field(form="id", optional=True),
            "country": Field(form="country", optional=True),
            "sector": _MAYBE,
        },
        "statements": {"by": _NAMES, "via": _NAMES, "text": _TEXT, "attribution": _one(facts.Attribution)},
        "demands": {
            "by": _NAMES,
            "of": _NAMES,
            "via": _NAMES,
            "text": _TEXT,
            "firmness": _one(facts.Firmness),
            "condition": _MAYBE,
            "deadline": Field(form="id", optional=True),
            "attribution": _one(facts.Attribution),
        },
        "measures": {
            "senders": _NAMES,
            "targets": _NAMES,
            "text": _TEXT,
            "kinds": Field(form="choices", choices=get_args(facts.MeasureKind)),
            "status": _one(facts.MeasureStatus),
            "condition": _MAYBE,
            "timing": _one(facts.Timing),
        },
        "positions": {
            "by": _NAMES,
            "via": _NAMES,
            "text": _TEXT,
            "stance": _one(facts.Stance),
            "measure": Field(form="id", optional=True),
            "attribution": _one(facts.Attribution),
        },
        "dates": {
            "start": Field(form="date", optional=True),
            "end": Field(form="date", optional=True),
            "time": Field(form="time", optional=True),
            "phase": _one(facts.Phase),
            "precision": _one(facts.Precision),
            "certainty": _one(facts.Certainty),
            "what": _TEXT,
            "where": _MAYBE,
            "actors": _NAMES,
        },
        "responses": {"by": _NAMES, "kind": _one(facts.ResponseKind), "text": _TEXT},
    }
)
NEEDED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "actors": ("name", "kind"),
        "statements": ("by",),
        "demands": ("by", "of"),
        "measures": ("status",),
        "positions": ("by", "stance"),
        "dates": ("start",),
        "responses": ("by", "kind"),
    }
)
"""What an added fact cannot do without, besides its quotation."""
SECTIONS = tuple(name for name in FIELDS if name != "responses")
DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
TIME_PATTERN = r"^([01]\d|2[0-3]):[0-5]\d$"
COUNTRY_PATTERN = r"^[A-Z]{3}$"


def schema() -> dict[str, Any]:
    """The JSON Schema of the file, for editors that complete and check it."""
    sections = {name: _section(name) for name in SECTIONS}
    added = {name: {"type": "array", "items": _added(name)} for name in SECTIONS}
    order = {name: {"type": "array", "items": {"type": "string"}} for name in SECTIONS}
    sentence = _object({"text": {"type": "string"}, "quotation": {"type": "string"}}, ("text", "quotation"))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Corrections of the facts of one article",
        **_object(
            {
                **sections,
                "add": _object(added),
                "order": _object(order),
                "summary": {"type": "array", "items": sentence},
            }
        ),
    }


def _section(name: str) -> dict[str, Any]:
    fields = {key: _form(field) for key, field in FIELDS[name].items()}
    fields["drop"] = {"type": "boolean"}
    if name == "actors":
        fields["merge"] = {"type": "string"}
    if name == "demands":
        fields["responses"] = {"type": "array", "items": _added("responses")}
    return {"type": "object", "additionalProperties": _object(fields)}


def _added(name: str) -> dict[str, Any]:
    fields = {key: _form(field) for key, field in FIELDS[name].items()}
    if name == "demands":
        fields["responses"] = {"type": "array", "items": _added("responses")}
    return _object({**fields, "quotation": {"type": "string"}}, (*NEEDED[name], "quotation"))


def _object(properties: dict[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    needed = {"required": list(required)} if required else {}
    return {"type": "object", "properties": properties, "additionalProperties": False, **needed}


def _form(field: Field) -> dict[str, Any]:
    text: dict[str, Any] = {"type": ["string", "null"] if field.optional else "string"}
    patterns = {"date": DATE_PATTERN, "time": TIME_PATTERN, "country": COUNTRY_PATTERN}
    if field.form in patterns:
        return {**text, "pattern": patterns[field.form]}
    if field.form == "choice":
        return {"enum": list(field.choices)}
    if field.form == "choices":
        return {"type": "array", "items": {"enum": list(field.choices)}}
    if field.form == "names":
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    return text
