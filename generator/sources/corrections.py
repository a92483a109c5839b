"""Reads `facts/<article>.yml`: what writers correct in the facts of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.errors import CorrectionInvalid
from generator.model.corrections import Addition, Correction, Corrections, FactKind, OwnSentence, Setting, Value
from generator.sources import dates
from generator.sources.correction_fields import COUNTRY_PATTERN, FIELDS, NEEDED, SECTIONS, TIME_PATTERN, Field
from generator.sources.wording import one_line, passage, whole

NULL = "tag:yaml.org,2002:null"


def read_corrections(path: Path) -> Corrections:
    """The corrections in a file; none where there is no file or nothing in it.

    Raises `CorrectionInvalid` with the line at fault.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        root = YAML(typ="safe", pure=True).compose(text)
    except FileNotFoundError as error:
        if path.is_symlink():
            raise CorrectionInvalid(path, 1, "is a link to nothing", "mend the link, or remove it") from error
        return Corrections(path=str(path))
    except UnicodeDecodeError as error:
        raise CorrectionInvalid(path, 1, "is no UTF-8 text", "save it as UTF-8") from error
    except OSError as error:
        raise CorrectionInvalid(path, 1, f"cannot be read ({error.strerror})", "see to it") from error
    except (YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        why = getattr(error, "problem", None) or "cannot be read"
        line = mark.line + 1 if mark else 1
        raise CorrectionInvalid(
            path, line, f"is broken YAML ({why})", "mend this line, or put the value in quotes"
        ) from error
    if root is None:
        return Corrections(path=str(path))
    return _Reader(path=path).file(root)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    path: Path

    def wrong(self, node: Node, why: str, remedy: str) -> CorrectionInvalid:
        return CorrectionInvalid(self.path, node.start_mark.line + 1, why, remedy)

    def file(self, root: Node) -> Corrections:
        corrections: list[Correction] = []
        additions: list[Addition] = []
        order: list[tuple[FactKind, tuple[str, ...]]] = []
        summary: list[OwnSentence] = []
        for key, node, value in self.keys(root, "the file", (*SECTIONS, "add", "order", "summary")):
            if key == "add":
                for kind, _node, members in self.keys(value, "'add'", SECTIONS):
                    additions += [self.addition(cast("FactKind", kind), member) for member in self.members(members)]
            elif key == "order":
                order += [
                    (cast("FactKind", kind), tuple(self.word(member) for member in self.members(members)))
                    for kind, _node, members in self.keys(value, "'order'", SECTIONS)
                ]
            elif key == "summary":
                summary += [self.sentence(member) for member in self.members(value)]
            else:
                section = cast("FactKind", key)
                corrections += [self.correction(section, *entry) for entry in self.keys(value, f"'{key}'", ())]
            del node
        return Corrections(
            path=str(self.path),
            corrections=tuple(corrections),
            additions=tuple(additions),
            order=tuple(order),
            summary=tuple(summary),
        )

    def keys(self, node: Node, what: str, known: Sequence[str]) -> Iterator[tuple[str, Node, Node]]:
        """The keys of a mapping with their nodes; `known` empty lets through any."""
        if node.tag == NULL:
            return
        if not isinstance(node, MappingNode):
            raise self.wrong(node, f"{what} is no list of keys", "write one key a line, each with a colon")
        met: set[str] = set()
        for key, value in cast("list[tuple[Node, Node]]", node.value):
            name = one_line(self.value_of(key)) if isinstance(key, ScalarNode) else ""
            if not name or (known and name not in known):
                close = get_close_matches(name, known, n=1)
                remedy = f"did you mean '{close[0]}'?" if close else f"known keys are {', '.join(known)}"
                raise self.wrong(key, f"{what} has no key '{name}'", remedy)
            if name in met:
                raise self.wrong(key, f"'{name}' stands here twice", "put the two together")
            met.add(name)
            yield name, key, value

    def members(self, node: Node) -> list[Node]:
        if node.tag == NULL:
            return []
        if not isinstance(node, SequenceNode):
            raise self.wrong(node, "this is no list", "begin each member with '- '")
        return cast("list[Node]", node.value)

    def word(self, node: Node) -> str:
        return self.single(node, one_line)

    def quotation(self, node: Node) -> str:
        """The words of a source, which may hold marks of direction."""
        return self.single(node, passage)

    def single(self, node: Node, reading: Callable[[str], str]) -> str:
        words = "" if not isinstance(node, ScalarNode) or node.tag == NULL else reading(self.value_of(node))
        if not words:
            raise self.wrong(node, "a single value is missing here", "write a word or a sentence")
        return words

    def value_of(self, node: ScalarNode) -> str:
        words = whole(str(node.value))
        if words is None:
            raise self.wrong(node, "this holds half a character (\\ud800 to \\udfff)", "write the character itself")
        return words

    def correction(self, kind: FactKind, name: str, key: Node, value: Node) -> Correction:
        extra = {"actors": ("merge",), "demands": ("responses",)}.get(kind, ())
        settings: list[Setting] = []
        drop, merge, responses = False, None, None
        for field, _node, node in self.keys(value, f"'{name}'", (*FIELDS[kind], "drop", *extra)):
            if field == "drop":
                drop = self.flag(node)
            elif field == "merge":
                merge = self.word(node)
            elif field == "responses":
                responses = tuple(self.addition("responses", member) for member in self.members(node))
            else:
                settings.append(self.setting(field, FIELDS[kind][field], node))
        return Correction(
            kind=kind,
            id=name,
            line=key.start_mark.line + 1,
            drop=drop,
            merge=merge,
            settings=tuple(settings),
            responses=responses,
        )

    def flag(self, node: Node) -> bool:
        if self.word(node).lower() not in {"true", "false"}:
            raise self.wrong(node, "'drop' is neither true nor false", "write 'drop: true'")
        return self.word(node).lower() == "true"

    def addition(self, kind: FactKind | Literal["responses"], node: Node) -> Addition:
        settings: list[Setting] = []
        quotation = ""
        for field, _key, value in self.keys(node, "an added fact", (*FIELDS[kind], "quotation")):
            if field == "quotation":
                quotation = self.quotation(value)
            else:
                settings.append(self.setting(field, FIELDS[kind][field], value))
        lacks = [name for name in NEEDED[kind] if name not in {setting.name for setting in settings}]
        if not quotation:
            lacks.append("quotation")
        if lacks:
            raise self.wrong(node, f"an added fact lacks {', '.join(lacks)}", "add what is missing")
        return Addition(kind=kind, quotation=quotation, settings=tuple(settings), line=node.start_mark.line + 1)

    def sentence(self, node: Node) -> OwnSentence:
        found = {name: value for name, _key, value in self.keys(node, "a sentence", ("text", "quotation"))}
        if len(found) < len(("text", "quotation")):
            raise self.wrong(node, "a sentence lacks its text or its quotation", "write both")
        text, quotation = self.word(found["text"]), self.quotation(found["quotation"])
        return OwnSentence(text=text, quotation=quotation, line=node.start_mark.line + 1)

    def setting(self, name: str, field: Field, node: Node) -> Setting:
        return Setting(name=name, value=self.value(name, field, node), line=node.start_mark.line + 1)

    def value(self, name: str, field: Field, node: Node) -> Value:
        if field.form in {"names", "choices"}:
            listed = (
                tuple(map(self.word, self.members(node))) if not isinstance(node, ScalarNode) else (self.word(node),)
            )
            odd = [value for value in listed if field.choices and value not in field.choices]
            if odd:
                raise self.wrong(node, f"'{name}' cannot be '{odd[0]}'", f"write some of {', '.join(field.choices)}")
            return listed
        if node.tag == NULL and field.optional:
            return None
        written = self.word(node)
        if field.form == "choice" and written not in field.choices:
            raise self.wrong(node, f"'{name}' cannot be '{written}'", f"write one of {', '.join(field.choices)}")
        if field.form == "date" and dates.iso(written) != written:
            raise self.wrong(node, f"'{name}' is no date: {written}", "write it as 2022-02-09, 2022-02 or 2022")
        if field.form == "time" and not re.match(TIME_PATTERN, written):
            raise self.wrong(node, f"'{name}' is no time: {written}", "write it as 18:30")
        if field.form == "country" and not re.match(COUNTRY_PATTERN, written):
            raise self.wrong(
                node, f"'{name}' is no country: {written}", "write three capitals of ISO 3166-1, as in FRA"
            )
        return written
