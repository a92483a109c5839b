"""A source article, normalised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.errors import PromiseBroken
from generator.model.diagnostic import Diagnostic
from generator.model.evidence import LONGEST_EVIDENCE, Evidence

PublishedBasis = Literal["front-matter", "metadata", "file-name", "inferred", "none"]
Status = Literal["published", "draft", "embargo", "retracted"]
PublishSource = Literal["none", "passages", "full"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherKey:
    """A key of front matter that means nothing to us, and its value as its author wrote it."""

    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofStep:
    """One step of an inference, with the passages that it rests on."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A source as read from its file; `text` is NFC, paragraphs parted by one empty line.

    `title` is empty where the file gives none. `published` is an ISO date cut at the stated grain, or None.
    `boilerplate` holds `(start, end)` ranges of `text` from which no fact may come; sorted, without overlap.
    `path` is the file as the user named it, for messages only. `sha256` is the hash of the file's bytes.
    """

    id: str
    path: str
    title: str
    text: str
    sha256: str
    published: str | None
    published_basis: PublishedBasis
    published_proof: tuple[ProofStep, ...] = ()
    boilerplate: tuple[tuple[int, int], ...] = ()
    outlet: str | None = None
    source: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    story: str | None = None
    tags: tuple[str, ...] = ()
    language: str = "en"
    status: Status = "published"
    embargo_until: str | None = None
    publish_source: PublishSource = "passages"
    other: tuple[OtherKey, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def cite(self, start: int, end: int) -> Evidence:
        """The passage from `start` to `end`, without white space at its edges, `LONGEST_EVIDENCE` at most.

        Raises `PromiseBroken` if nothing is left.
        """
        raw = self.text[start:end]
        start += len(raw) - len(raw.lstrip())
        end -= len(raw) - len(raw.rstrip())
        if not 0 <= start < end <= len(self.text):
            raise PromiseBroken(self.path, f"no text stands at {start}-{end}")
        if end - start > LONGEST_EVIDENCE:
            end = start + len(self.text[start : start + LONGEST_EVIDENCE].rsplit(" ", 1)[0].rstrip())
        return Evidence(start=start, end=end, quote=self.text[start:end])
