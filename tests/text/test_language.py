"""English passes, however short; other languages are named."""

import pytest

from escalation.text.language import language

ENGLISH = [
    "Blast in Quetta",
    "Mian Nawaz Sharif, Khawaja Asif, Maulana Fazlur Rehman",
    "Gunmen kill Haji Gul Mohammad Wazir, Malik Shahzad Khan in Mir Ali, North Waziristan",
    "De la Espriella rally attacked",
    "El Plateado, Valle del Cauca: three killed",
    "A bomber hurts 20 pilgrims at a temple in Pune on a feast day.",
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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Un atentado con bomba dejó dos muertos en Cali el jueves, dijo la policía.", "es"),
        ("ELN ataca un puesto de la policía en Tibú", "es"),
        ("Les forces armées soudanaises ont repris la ville de Wad Madani samedi.", "fr"),
    ],
)
def test_a_sentence_of_another_language_is_told_by_its_small_words(text: str, code: str) -> None:
    """Short as they are, they were taken for English, and the week for a quiet one."""
    assert language(text) == code
