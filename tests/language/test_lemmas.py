"""Lemmas: what the bundled tables make of a form, given its part of speech."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

LEMMAS = {
    "VERB": {
        "a silent e goes before an ending": "hopes/hope hoped/hope hoping/hope rated/rate dining/dine staring/stare",
        "a doubled consonant does, too": "hopping/hop gutted/gut planned/plan spamming/spam added/add filling/fill",
        "y comes back": "partied/party remedied/remedy misidentified/misidentify buried/bury dying/die",
        "a verb in -inge keeps its e": "singing/sing swinging/swing bringing/bring",
        "what only looks like an ending": "need/need succeed/succeed feed/feed pass/pass access/access embed/embed",
        "irregular forms": "said/say met/meet told/tell went/go putting/put",
        "unknown verbs": "googled/google",
    },
    "NOUN": {
        "plurals": "taxes/tax parties/party crises/crisis knives/knife buses/bus bases/base lenses/lens leaves/leaf",
        "plurals of nouns in -se, -ve and -ie": "uses/use senses/sense corpses/corpse motives/motive cookies/cookie",
        "singulars in -s": "class/class loss/loss status/status analysis/analysis gas/gas coronavirus/coronavirus",
        "nouns without another number": "news/news politics/politics means/means series/series data/data",
        "unknown plurals": "cyberattacks/cyberattack",
    },
    "ADJ": {
        "degrees": "later/late latest/late bigger/big",
        "what only looks like a degree": "former/former other/other modest/modest eager/eager",
    },
    "AUX": {"forms of auxiliaries": "'s/be is/be were/be has/have did/do wo/will ca/can"},
}


@pytest.mark.parametrize(
    ("part", "why", "cases"), [(part, why, cases) for part, by_why in LEMMAS.items() for why, cases in by_why.items()]
)
def test_lemmas(nlp: Language, part: str, why: str, cases: str) -> None:
    pairs = [pair.split("/") for pair in cases.split()]
    doc = Doc(nlp.vocab, words=[form for form, _ in pairs], pos=[part] * len(pairs))
    found = [token.lemma_ for token in nlp.get_pipe("lemmatizer")(doc)]
    assert found == [lemma for _, lemma in pairs], why
