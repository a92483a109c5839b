"""How many words of a source a site may show (CONTRACT.md, "Rights")."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from generator.model.article import Article
from generator.model.evidence import Evidence

WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """How many words of a source its passages may show: a number, a share (0 to 1) of all its words, or the lower."""

    words: int | None = None
    share: float | None = None

    def of(self, article: Article) -> int | None:
        """How many words of an article may be shown; None where there is no limit, as for own and free texts."""
        if article.publish_source == "full" or (self.words is None and self.share is None):
            return None
        bounds = [] if self.words is None else [self.words]
        if self.share is not None:
            # By its decimal digits, so that 0.29 of a hundred words are 29.
            bounds.append(int(Fraction(str(self.share)) * len(WORD.findall(article.text))))
        return min(bounds)

    def beyond(self, article: Article, passages: Iterable[Evidence]) -> frozenset[Evidence]:
        """Those of ranked passages that are left out: from the first for which there are not words enough.

        Words that stand in several passages count once, so a passage within what is shown is never left out.
        """
        most = self.of(article)
        if most is None:
            return frozenset()
        spans = [match.span() for match in WORD.finditer(article.text)]
        starts, ends = [start for start, _end in spans], [end for _start, end in spans]
        shown: set[int] = set()
        left_out: set[Evidence] = set()
        for passage in passages:
            words = range(bisect_right(ends, passage.start), bisect_left(starts, passage.end))
            count = sum(word not in shown for word in words)
            if count and (left_out or len(shown) + count > most):
                left_out.add(passage)
            else:
                shown.update(words)
        return frozenset(left_out)


UNLIMITED = Quota()


def unfit_quota(words: object, share: object) -> tuple[str, str, str] | None:
    """The setting that cannot be, why, and what to do; None where both can."""
    if words is not None and (not isinstance(words, int) or isinstance(words, bool) or words < 0):
        return "quoted_words", f"{words!r} is no number of words", "give a whole number, such as 300"
    if share is not None and (not isinstance(share, int | float) or isinstance(share, bool) or not 0 <= share <= 1):
        return "quoted_share", f"{share!r} is no share", "give a number from 0 to 1, such as 0.1"
    return None
