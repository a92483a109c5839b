from __future__ import annotations

import pytest

from generator.sources import dates


@pytest.mark.parametrize(
    ("stem", "date"),
    [
        ("2022-02-09-talks", "2022-02-09"),
        ("talks_2022-02-09_final", "2022-02-09"),
        ("talks_20220209", "2022-02-09"),
        ("20220209 talks", "2022-02-09"),
        ("2022-02-09", "2022-02-09"),
        ("000_4d294eaf58eb1626", None),
        ("AP900815-0044", None),
        ("wsj-20221399", None),
        ("a20220209", None),
        ("report-20220209-b", None),
        ("2022-02-30-talks", None),
        ("2022-02-09-to-2022-02-11", None),
        ("12022-02-09", None),
        ("deadbeef-2022-02-09f", None),
    ],
)
def test_a_name_gives_a_date_only_where_it_can_be_nothing_else(stem: str, date: str | None) -> None:
    assert dates.in_name(stem) == date
