from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import PromiseBroken
from tests.conftest import article


@given(st.text(min_size=1, max_size=900), st.integers(0, 900), st.integers(0, 900))
def test_evidence_is_the_slice_that_it_names(text: str, start: int, end: int) -> None:
    source = article(text)
    start, end = min(start, len(text)), min(end, len(text))
    if not text[start:end].strip():
        with pytest.raises(PromiseBroken):
            source.cite(start, end)
        return
    evidence = source.cite(start, end)
    assert source.text[evidence.start : evidence.end] == evidence.quote
    assert evidence.quote == evidence.quote.strip()
    assert 0 < len(evidence.quote) <= 600
