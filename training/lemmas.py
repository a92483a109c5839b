"""The lemmatizer's tables: WordNet's, from spacy-lookups-data (MIT, WordNet licence), mended by `lemmas.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from spacy.lookups import Lookups, load_lookups

from generator.language.packing import LEMMA_TABLES, WORD_CLASSES

_MENDED = Path(__file__).with_suffix(".toml")
_UNCHANGED = ("", "")
"""The rule for words that are lemmas already ("pass", "succeed"). The rules for inflected words stand before it, since
the first one counts for unknown words, and again after it, since the last one counts for known words."""


def lemma_tables() -> Lookups:
    """Rules, exceptions and known words for the classes of words that bear inflection, and auxiliaries."""
    mended: dict[str, dict[str, Any]] = tomllib.loads(_MENDED.read_text("utf-8"))
    whole = load_lookups("en", list(LEMMA_TABLES))
    tables = Lookups()
    for name in LEMMA_TABLES:
        table = whole.get_table(name)
        tables.add_table(name, {part: table[part] for part in WORD_CLASSES if part in table} | {"aux": {}})
    rules, exceptions, index = map(tables.get_table, LEMMA_TABLES)
    for part in ("noun", "verb", "adj"):
        first, last = (mended[place].get(part, ()) for place in ("first", "last"))
        rules.set(part, [*first, *rules[part], _UNCHANGED, *rules[part], *last])
    for part, forms in mended["exceptions"].items():
        exceptions.set(part, exceptions[part] | forms)
    for part, words in mended["unlisted"].items():
        index.set(part, [word for word in index[part] if word not in words])
    auxiliaries = {form: [lemma] for lemma, forms in mended["auxiliaries"].items() for form in forms}
    for table, content in ((rules, []), (exceptions, auxiliaries), (index, [])):
        table.set("aux", content)
    return tables
