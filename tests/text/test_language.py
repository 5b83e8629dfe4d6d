"""English passes, however short; other languages are named."""

import pytest

from escalation.text.language import language

ENGLISH = [
    "Blast in Quetta",
    "Mian Nawaz Sharif, Khawaja Asif, Maulana Fazlur Rehman",
    "Gunmen kill Haji Gul Mohammad Wazir, Malik Shahzad Khan in Mir Ali, North Waziristan",
    "The army said that its soldiers had killed four fighters near Wana.",
]
OTHERS = {
    "fr": "Le ministre de la Défense a déclaré jeudi que l'armée pourrait frapper des cibles.",
    "de": "Der Verteidigungsminister sagte am Donnerstag, dass die Armee Ziele angreifen könnte.",
    "es": "El ministro de Defensa dijo el jueves que el ejército podría atacar objetivos en Kabul.",
    "ur": "وزیر دفاع نے جمعرات کو کہا کہ فوج اہداف کو نشانہ بنا سکتی ہے",
    "ru": "Министр обороны заявил в четверг, что армия может нанести удары по целям",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_passes(text: str) -> None:
    assert language(text) == "en"


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_named(code: str) -> None:
    assert language(OTHERS[code]) == code
