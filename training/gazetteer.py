"""Make countries.tsv: every country with its ISO 3166-1 alpha-3 code and the names that newspapers give it.

Sources: ISO 3166-1 (through pycountry), the English territory names of Unicode CLDR (through Babel) and our own
further names in `country_names.tsv`. Run `python -m training.gazetteer` after changing that file.
"""

from __future__ import annotations

from pathlib import Path

import pycountry
from babel import Locale

FOLDER = Path(__file__).parents[1] / "generator" / "language" / "gazetteer"
MODEL = Path(__file__).parents[1] / "generator" / "model"

HEADER = """\
# Countries and territories by ISO 3166-1 alpha-3 code; made by `python -m training.gazetteer`, do not edit.
# Sources: ISO 3166-1 (pycountry), Unicode CLDR English territory names (Babel, Unicode licence), country_names.tsv.
# `name` is the usual one in newspapers; further names are parted by "|".
# code	name	other_names
"""

USUAL = {
    "USA": "United States",
    "GBR": "United Kingdom",
    "PSE": "Palestine",
    "TUR": "Turkey",
    "COG": "Republic of Congo",
    "COD": "Democratic Republic of Congo",
}
"""Names that newspapers prefer to those of CLDR."""


def main() -> None:
    """Write countries.tsv where pages and language read it."""
    ours = _further_names(FOLDER / "country_names.tsv")
    territories = Locale("en").territories
    rows = []
    for country in sorted(pycountry.countries, key=lambda country: country.alpha_3):
        common = territories.get(country.alpha_2, country.name)
        further = ours.get(country.alpha_3, [])
        usual = further[0] if further and _plain(common) not in further else _plain(common)
        name = USUAL.get(country.alpha_3, usual)
        official = {country.name, getattr(country, "common_name", ""), getattr(country, "official_name", "")}
        names = {form for form in {common, _plain(common), *official, *ours.pop(country.alpha_3, ())} if _usable(form)}
        rows.append((country.alpha_3, name, sorted(names - {name})))
    rows += [(code, names[0], sorted(names[1:])) for code, names in ours.items()]
    lines = ["\t".join((code, name, "|".join(others))) for code, name, others in rows]
    (MODEL / "countries.tsv").write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


def _plain(name: str) -> str:
    """The name without a bracketed addition and with "and" written out, as newspapers have it."""
    return name.split(" (", maxsplit=1)[0].replace(" & ", " and ").replace("’", "'").replace("St. ", "Saint ")


def _usable(name: str) -> bool:
    """False for inverted names of the standard ("Bolivia, Plurinational State of") and bracketed ones."""
    return bool(name) and not {",", "(", "&"} & set(name)


def _further_names(path: Path) -> dict[str, list[str]]:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {code: names.split("|") for code, names in rows}


if __name__ == "__main__":
    main()
