"""Countries in a text, by name, people and capital."""

import pytest

from escalation.coding.places.countries import capitals, find, iso3_of


def told(text: str) -> list[tuple[str, str, str]]:
    return [(text[m.start : m.end], m.iso3, m.how) for m in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile recalled its envoy.", [("Chile", "CHL", "name")]),
        ("Sudanese forces left.", [("Sudanese", "SDN", "demonym")]),
        (
            "Chileans and Thais marched.",
            [("Chileans", "CHL", "people"), ("Thais", "THA", "people")],
        ),
        ("The Kremlin answered.", [("The Kremlin", "RUS", "capital")]),
        ("Kabul's answer came late.", [("Kabul", "AFG", "capital")]),
        ("the Republic of the Congo", [("Republic of the Congo", "COG", "name")]),
        ("rebels in Congo", [("Congo", "COD", "name")]),
        ("U.S. and US envoys", [("U.S.", "USA", "name"), ("US", "USA", "name")]),
        ("they told us to leave", []),
        ("a turkey was found in china plates", []),
        (
            "North Korean and South Korean",
            [("North Korean", "PRK", "demonym"), ("South Korean", "KOR", "demonym")],
        ),
        ("a storm over New Mexico and the Indian Ocean", []),
        ("the player Michael Jordan retired", []),
        ("On Tuesday Jordan closed its border", [("Jordan", "JOR", "name")]),
        ("Côte d’Ivoire voted", [("Côte d’Ivoire", "CIV", "name")]),
        (
            "Nigerien, not Nigerian",
            [("Nigerien", "NER", "demonym"), ("Nigerian", "NGA", "demonym")],
        ),
    ],
)
def test_a_country_is_found_by_the_word_that_names_it(text, expected):
    assert told(text) == expected


def test_codes_and_capitals():
    assert iso3_of("PK") == "PAK"
    assert iso3_of("ZZ") == ""
    assert capitals()["Islamabad"] == "PK"
