"""Texts set aside come back as they were, once."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from generator.site.aside import Aside


@given(st.dictionaries(st.text(max_size=4), st.text(st.characters(codec=None), max_size=60)), st.data())
def test_a_text_comes_back_as_it_was_in_any_order_and_once(texts: dict[str, str], data: st.DataObject) -> None:
    with TemporaryDirectory() as room:
        aside = Aside(Path(room))
        for name, text in texts.items():
            aside.put(name, text)
        for name in data.draw(st.permutations(sorted(texts))):
            assert aside.take(name) == texts[name]
            assert aside.take(name) is None


def test_a_text_may_be_set_aside_after_another_was_taken(tmp_path: Path) -> None:
    aside = Aside(tmp_path)
    aside.put("one", "first")
    assert aside.take("one") == "first"
    aside.put("one", "second, and longer")
    aside.put("two", "last")
    assert (aside.take("one"), aside.take("two")) == ("second, and longer", "last")


def test_nothing_is_left_in_the_folder(tmp_path: Path) -> None:
    aside = Aside(tmp_path)
    aside.put("one", "first")
    aside.file.close()
    assert not list(tmp_path.iterdir())
