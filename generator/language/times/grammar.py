"""Productions over lexemes: a small pattern language, compiled to regular expressions over the codes of a text.

A pattern is items parted by blanks: `<category>` (also a group of that name: `month`, then `month2` ...), a literal
word or mark, `( ... )`, `(name: ... )`, `|`, `@macro`; `?`, `*` and `+` end an item as in regular expressions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.language.times.lexemes import NUMERIC_CATEGORIES, Lexeme, Vocabulary, cut, lexicon_words
from generator.model.facts import TimexType

_MACROS: Mapping[str, str] = {
    "@numeral": "( <number> | <digits> )",
    "@num": "(num: @numeral ( ( - | and )? @numeral )* ( ( - | and )? a? -? ( half | <fraction> ) )? | half )",
    "@few": "( a? <few> of? )",
    "@about": "( <approximate> | ( more | less | fewer | longer ) than | no more than | at ( least | most ) | up to )*",
    "@edge": "( ( the | at | by )? <early> ( - | of | in )* | the? ( middle | beginning | start | end ) of )",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A production found in a text: its lexemes, and its groups as ranges of them."""

    lexemes: Sequence[Lexeme]
    groups: Mapping[str, tuple[int, int]]

    def __contains__(self, group: str) -> bool:
        """Whether a group took part."""
        return group in self.groups

    def value(self, group: str) -> Any:
        """The value, in its category, of the first lexeme of a group: `month2` is of category `month`."""
        return self.lexemes[self.groups[group][0]].values[group.rstrip("23456789")]

    def words(self, group: str | None = None) -> tuple[str, ...]:
        """The lower-case lexemes of a group, or of all; none where the group took no part."""
        return tuple(lexeme.lower for lexeme in self.part(group))

    def part(self, group: str | None = None) -> Sequence[Lexeme]:
        """The lexemes of a group, or all."""
        if group is None:
            return self.lexemes
        start, end = self.groups.get(group, (0, 0))
        return self.lexemes[start:end]


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression stands for: TIMEX3 type and value.

    It begins `skip` lexemes after the beginning of the find, and ends `drop` before its end. `topic` is false where
    the value only looks back from what the text is about: "the year-earlier quarter".
    """

    type: TimexType
    value: str
    drop: int = 0
    skip: int = 0
    topic: bool = True


NO_TIME = Reading("DATE", "")
"""The find is something else that only looks like a time, such as somebody's age; nothing inside it is read."""


Reader = Callable[[Found, Any], Reading | None]
Setting = Callable[[Sequence[Lexeme], int, int], Any]


@dataclass(frozen=True, slots=True)
class Production:
    """A pattern and what reads its finds; a reader that returns None says that the find is no time expression."""

    pattern: str
    read: Reader


@dataclass(frozen=True, slots=True)
class _Node:
    """A compiled part of a pattern: the codes that it may begin with, and whether it may be empty."""

    regex: str
    first: frozenset[str]
    empty: bool


class Grammar:
    """Productions compiled against one vocabulary; the longest find at a place wins, then the earlier production."""

    def __init__(self, productions: Sequence[Production]) -> None:
        patterns = [_items(production.pattern) for production in productions]
        self._vocabulary = _vocabulary(item for items in patterns for item in items)
        by_code: dict[str, list[tuple[re.Pattern[str], Reader]]] = {}
        for items, production in zip(patterns, productions, strict=True):
            node = _Compiler(self._vocabulary, items).node()
            rule = (re.compile(node.regex), production.read)
            for code in node.first:
                by_code.setdefault(code, []).append(rule)
        self._by_code = by_code

    def read(self, text: str, context: Setting) -> Iterator[tuple[int, int, Reading]]:
        """The expressions of a text from left to right as code points and readings.

        `context` gives what readers are handed for the lexemes `start` to `end`.
        """
        lexemes, codes = cut(text, self._vocabulary)
        at = 0
        while at < len(codes):
            reading, end = self._at(lexemes, codes, at, context)
            if reading:
                yield lexemes[at + reading.skip].start, lexemes[end - 1].end, reading
            at = end

    def _at(
        self,
        lexemes: Sequence[Lexeme],
        codes: str,
        at: int,
        context: Setting,
    ) -> tuple[Reading | None, int]:
        """What begins at a lexeme, and where reading goes on."""
        rules = self._by_code.get(codes[at], ())
        finds = [(match, read) for pattern, read in rules if (match := pattern.match(codes, at))]
        for match, read in sorted(finds, key=lambda find: -find[0].end()):
            reading = read(Found(lexemes[at : match.end()], _groups(match, at)), context(lexemes, at, match.end()))
            if reading is NO_TIME:
                return None, match.end()
            if reading:
                return reading, match.end() - reading.drop
        return None, at + 1


def _groups(match: re.Match[str], at: int) -> dict[str, tuple[int, int]]:
    """The groups that took part; the first of `month`, `month2` ... to do so is `month` too."""
    groups: dict[str, tuple[int, int]] = {}
    for name in match.re.groupindex:
        if match.start(name) >= 0:
            place = (match.start(name) - at, match.end(name) - at)
            groups[name] = place
            groups.setdefault(name.rstrip("23456789"), place)
    return groups


def _items(pattern: str) -> list[str]:
    """The items of a pattern, macros written out; a repeated macro becomes a repeated bracket."""
    items: list[str] = []
    for item in pattern.split():
        bare, repeat = _bare(item)
        if bare in _MACROS:
            items += ["(", *_items(_MACROS[bare]), ")" + repeat]
        else:
            items.append(item)
    return items


def _bare(item: str) -> tuple[str, str]:
    return (item[:-1], item[-1]) if len(item) > 1 and item[-1] in "?*+" else (item, "")


def _vocabulary(items: Iterable[str]) -> Vocabulary:
    words: dict[str, dict[str, Any]] = {word: dict(values) for word, values in lexicon_words().items()}
    for item in items:
        bare, _repeat = _bare(item)
        if bare[0] not in "(|)<":
            words.setdefault(bare, {})["=" + bare] = bare
    vocabulary = Vocabulary(words, {})
    for values in words.values():
        vocabulary.code(frozenset(values))
    for categories in NUMERIC_CATEGORIES:
        vocabulary.code(categories)
    return vocabulary


class _Compiler:
    """Recursive descent over the items of one pattern."""

    def __init__(self, vocabulary: Vocabulary, items: Sequence[str]) -> None:
        self._vocabulary = vocabulary
        self._items = list(items)
        self._at = 0
        self._names: dict[str, int] = {}

    def node(self) -> _Node:
        """The alternatives up to the end or a closing bracket."""
        nodes = [self._sequence()]
        while self._at < len(self._items) and self._items[self._at] == "|":
            self._at += 1
            nodes.append(self._sequence())
        first = frozenset[str]().union(*(node.first for node in nodes))
        return _Node("|".join(node.regex for node in nodes), first, any(node.empty for node in nodes))

    def _sequence(self) -> _Node:
        regex, first, empty = "", frozenset[str](), True
        while self._at < len(self._items) and self._items[self._at][0] not in "|)":
            node = self._item()
            regex += node.regex
            if empty:
                first |= node.first
            empty = empty and node.empty
        return _Node(regex, first, empty)

    def _item(self) -> _Node:
        item = self._items[self._at]
        self._at += 1
        if item[0] == "(":
            inside = self.node()
            repeat = self._items[self._at][1:]
            self._at += 1
            opening = f"(?P<{self._name(item[1:-1])}>" if len(item) > 1 else "(?:"
            return _Node(f"{opening}{inside.regex}){repeat}", inside.first, inside.empty or repeat in {"?", "*"})
        bare, repeat = _bare(item)
        category = bare[1:-1] if bare[0] == "<" else "=" + bare
        codes = frozenset(code for categories, code in self._vocabulary.codes.items() if category in categories)
        regex = "[" + "".join(sorted(codes)) + "]"
        if bare[0] == "<":
            regex = f"(?P<{self._name(category)}>{regex})"
        return _Node(regex + repeat, codes, repeat in {"?", "*"})

    def _name(self, name: str) -> str:
        """The name of a group, numbered from its second use on."""
        self._names[name] = self._names.get(name, 0) + 1
        return name if self._names[name] == 1 else f"{name}{self._names[name]}"
