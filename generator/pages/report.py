"""One brief as the sections of a page read it: actors by name, facts with their citations."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.model.article import Article
from generator.model.evidence import Evidence
from generator.model.facts import Actor
from generator.model.page import Entry
from generator.model.wording import date_in_words, in_sentence, listed, named, sources

LABEL = 8
"""Characters of a passage's label: 40 bits, of which a page holds some dozens."""
MOST_CITED = 3
NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A passage that an item rests on. Its label comes from its words, so that it stays when others come and go.

    `shown` is whether its words may be published.
    """

    article: Article
    quote: str
    passage: Evidence = field(compare=False)
    shown: bool = field(compare=False)

    @property
    def label(self) -> str:
        """The name of its footnote."""
        return _label(self.article.id, self.quote)


@lru_cache(maxsize=1 << 14)
def _label(article: str, quote: str) -> str:
    digest = hashlib.sha256(f"{article}\x1f{quote}".encode()).digest()
    return base64.b32encode(digest).decode().lower()[:LABEL]


Cited = tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A brief with its actors by id."""

    entry: Entry
    actors: Mapping[str, Actor]
    speaking: frozenset[str]

    @classmethod
    def of(cls, entry: Entry) -> Report:
        """The report of an entry."""
        actors = {actor.id: actor for actor in entry.brief.actors}
        return cls(entry=entry, actors=actors, speaking=sources(entry.brief))

    @property
    def article(self) -> Article:
        """The article."""
        return self.entry.brief.article

    @property
    def path(self) -> str:
        """The path of its page under docs/."""
        return f"briefs/{self.entry.slug}.md"

    @property
    def sentences_path(self) -> str:
        """The path of the page that shows its article sentence by sentence."""
        return f"sources/{self.entry.slug}.md"

    @property
    def title(self) -> str:
        """The title of its article."""
        return self.article.title or self.article.id

    @property
    def date(self) -> str:
        """The publication date of its article in words, or "undated"."""
        return date_in_words(self.article.published) if self.article.published else "undated"

    @property
    def outlet(self) -> str:
        """Who published its article, as far as it says."""
        return self.article.outlet or self.article.source or ""

    @property
    def lede(self) -> str:
        """The first sentence of its "In brief"; empty where there is none."""
        summary = self.entry.brief.summary
        return summary[0].text if summary else ""

    @property
    def foremost(self) -> str:
        """The names of the actors that matter most."""
        return ", ".join(actor.name for actor in self.entry.brief.actors[:NAMED])

    def cites(self, *evidence: Iterable[Evidence]) -> Cited:
        """The passages of a fact, each once, at most three."""
        found: dict[str, Evidence] = {}
        for passage in (passage for passages in evidence for passage in passages):
            found.setdefault(passage.quote, passage)
        return tuple(
            Citation(article=self.article, quote=quote, passage=passage, shown=self.entry.shows(passage))
            for quote, passage in list(found.items())[:MOST_CITED]
        )

    def name(self, identity: str) -> str:
        """The name of an actor, with a mark where an article leaves its source anonymous."""
        return named(self.actors[identity], self.speaking)

    def names(self, identities: Iterable[str]) -> str:
        """The names of several, joined; empty for none."""
        return listed([self.name(identity) for identity in identities if identity in self.actors])

    def running(self, identities: Iterable[str]) -> str:
        """The names of several as a sentence takes them, some with "the"; empty for none."""
        text = self.article.text
        actors = (self.actors[identity] for identity in identities if identity in self.actors)
        return listed([_in_sentence(actor, text, self.speaking) for actor in actors])

    def chain(self, via: Iterable[str], *, second_hand: bool = False) -> str:
        """Through whom a fact has come, the nearest speaker first: ", according to A, according to B"."""
        told = "".join(f", according to {self.running([identity])}" for identity in via if identity in self.actors)
        return f"{told} (second-hand)" if told or second_hand else ""


@lru_cache(maxsize=1 << 10)
def _in_sentence(actor: Actor, text: str, speaking: frozenset[str]) -> str:
    # It reads the whole article, and the facts of one name the same few actors again and again.
    return in_sentence(actor, text, speaking)


def actor_path(identity: str) -> str:
    """The path of an actor's page under docs/; a slug never ends in a hyphen, so none falls on the index."""
    return f"actors/{'index-' if identity == 'index' else identity}.md"
