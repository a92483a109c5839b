from __future__ import annotations

from generator.model import countries


def test_countries_have_a_code_and_a_name() -> None:
    assert len(countries.names()) > 240
    assert all(len(code) == 3 and code.isupper() and name for code, name in countries.names().items())


def test_further_names_are_others_than_the_usual_one() -> None:
    assert all(name not in others for _code, name, others in countries.rows())
