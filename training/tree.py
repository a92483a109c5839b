"""A dependency tree under conversion."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from training.conllu import Sentence, Word


@dataclass(slots=True)
class Tree:
    """Heads (counted from 0, -1 is the root) and labels that the passes of a conversion rewrite in place.

    `last_preposition` maps a two-word preposition ("according to") to the word on which its noun hangs.
    """

    words: tuple[Word, ...]
    heads: list[int]
    labels: list[str]
    last_preposition: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, sentence: Sentence) -> Tree:
        """The tree of `sentence` as it stands."""
        return cls(
            words=sentence.words,
            heads=[word.head - 1 for word in sentence.words],
            labels=[word.label for word in sentence.words],
        )

    def __len__(self) -> int:
        return len(self.words)

    def lower(self, word: int) -> str:
        """The form in small letters."""
        return self.words[word].form.lower()

    def children(self, head: int) -> list[int]:
        """The words on `head`, from left to right."""
        return [word for word, its_head in enumerate(self.heads) if its_head == head]

    def depth(self, word: int) -> int:
        """How many arcs lie between `word` and the root."""
        steps = 0
        while self.heads[word] >= 0 and steps < len(self):
            word = self.heads[word]
            steps += 1
        return steps

    def promote(self, new: int, *, over: int, label: str | None = None, as_label: str | None = None) -> None:
        """Let `new` take the place of its head `over`, which then hangs on it by `label`."""
        self.heads[new], self.labels[new] = self.heads[over], as_label or self.labels[over]
        self.heads[over] = new
        if label is not None:
            self.labels[over] = label

    def adopt(self, head: int, words: Iterable[int]) -> None:
        """Hang `words` on `head`."""
        for word in words:
            self.heads[word] = head

    def has_circle(self) -> bool:
        """True where some word has no way to the root."""
        return any(self._loops(word) for word in range(len(self)))

    def _loops(self, word: int) -> bool:
        seen = set()
        while self.heads[word] >= 0:
            if word in seen:
                return True
            seen.add(word)
            word = self.heads[word]
        return False
