from __future__ import annotations

import pytest

from generator.sources import languages

FOREIGN = {
    "de": "Der Hafenstreik geht in die zweite Woche. Die Gewerkschaft will am Freitag mit der Reederei sprechen. "
    "Ein Sprecher sagte, man habe das Angebot abgelehnt.",
    "nl": "De havenstaking gaat de tweede week in. De vakbond eist meer loon en wil vrijdag met de rederij praten.",
    "fr": "La grève du port entre dans sa deuxième semaine. Le syndicat exige une hausse des salaires et veut parler.",
    "es": "La huelga del puerto entra en su segunda semana. El sindicato exige un aumento de sueldo y quiere hablar.",
    "da": "Havnestrejken går ind i sin anden uge. Fagforeningen kræver højere løn og vil tale med rederiet på fredag.",
    "ru": "Забастовка в порту вступила во вторую неделю. Профсоюз требует повышения зарплаты.",
    "zh": "港口罢工进入第二周。工会要求加薪。",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_told(language: str) -> None:
    assert languages.foreign(FOREIGN[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42",
        "Talks fail.",
        "Zürich: Genève, São Paulo, Łódź.",
        "Ann Lee, Bob Roe, Carla Díaz, Dmitri Orlov, Erik Sørensen, Fatima Haddad, Giulia Conti, Hans Müller, Ivo Nov",
        "US Vice President Mark Lee meets Ghana's President John Mensah at Castle House in Accra on September 4, 2021.",
        "Ministers Díaz, Müller and Kowalski met. Orlov, Sørensen and Haddad stayed away from the talks, Conti said.",
    ],
)
def test_short_texts_and_names_pass(text: str) -> None:
    assert languages.foreign(text) is None
