"""Where a text names a sanction: nouns, compounds and verbs, as tokens, not yet with sender, target or status.

A trigger is *certain* where its words name a sanction by themselves, *pressed* where its sentence shows it to be
pressure on somebody, an *echo* where it is a sanction only if the article names one elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from generator.language import lexicon, marks
from generator.language.cast.named import Named
from generator.language.debate import sanction_acts, sanction_flows, sanction_nouns
from generator.language.debate.sanction_trigger import Trigger, lemma

Reader = Callable[[Token, Named], Trigger | None]


def find(doc: Doc, names: Named) -> tuple[Trigger, ...]:
    """The triggers of an article in text order; none where nothing certain or pressed opens the debate."""
    found = tuple(_candidates(doc, names))
    if not any(trigger.strength != "echo" for trigger in found):
        return ()
    return found


def _candidates(doc: Doc, names: Named) -> Iterator[Trigger]:
    readers = _readers()
    for sentence in marks.usable(doc):
        for token in sentence:
            reader = readers.get(lemma(token))
            if reader is None or token.is_space:
                continue
            for read in reader:
                trigger = read(token, names)
                if trigger is not None:
                    yield trigger
                    break


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """The readers to try for each lemma, the surest first."""
    found: dict[str, list[Reader]] = {}
    table = lexicon.table("sanctions")
    rows: tuple[tuple[Any, Reader], ...] = (
        (table["nouns"], sanction_nouns.named),
        (table["hit"], sanction_acts.hitting),
        (table["excluded"]["verbs"], sanction_acts.putting_out),
        (table["excluded"]["nouns"], sanction_acts.putting_out),
        (frozenset(word for row in table["acts"] for word in row["words"]), sanction_flows.stopping),
        (table["barred"]["verbs"], sanction_acts.barring),
        (frozenset().union(*table["things"].values()), sanction_flows.ending),
        (table["guarded"], sanction_nouns.guarded),
        (table["duties"]["nouns"], sanction_nouns.duty),
        (table["penalties"]["nouns"] | table["penalties"]["aimed"], sanction_nouns.penalty),
        (table["echoes"]["hit"] | table["echoes"]["answer"] | table["echoes"]["answer_in"], sanction_acts.echo),
    )
    for words, reader in rows:
        for word in words:
            found.setdefault(word, []).append(reader)
    return {word: tuple(readers) for word, readers in found.items()}
