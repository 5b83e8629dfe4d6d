"""Known names in a text: the longest, with its spellings, never over the end of a sentence."""

from hypothesis import given
from hypothesis import strategies as st

from escalation.coding.places.gazetteer import countries, settlements, subdivisions
from escalation.coding.sentence.phrases import Phrases, fold, plain, words_of


def known(*names: str) -> Phrases[str]:
    phrases: Phrases[str] = Phrases()
    for name in names:
        phrases.add(name, name)
    return phrases


def found(phrases: Phrases[str], text: str) -> list[str]:
    return [hit.text for hit in phrases.find(text)]


def test_the_longest_name_wins_and_none_is_inside_another():
    phrases = known("Sudan", "South Sudan", "Juba")
    assert found(phrases, "South Sudan's Juba and Sudan.") == ["South Sudan", "Juba", "Sudan"]


def test_a_name_taught_later_is_found_with_those_that_begin_alike():
    phrases = known("Port Sudan")
    assert found(phrases, "Port Said Road in Port Sudan") == ["Port Sudan"]
    phrases.add("Port Said Road", "road")
    phrases.add("Port Said", "port")
    text = "Port Said Road, Port Said and Port Sudan"
    assert found(phrases, text) == ["Port Said Road", "Port Said", "Port Sudan"]


def test_spellings_of_one_name_are_one():
    phrases = known("Gilgit-Baltistan", "Kandahār", "Pul-e Khumri")
    text = "Gilgit Baltistan, Kandahar and Pul-i-Khumri"
    assert found(phrases, text) == ["Gilgit Baltistan", "Kandahar", "Pul-i-Khumri"]


def test_a_name_needs_its_capital_and_an_abbreviation_its_letters():
    phrases = known("US", "Nice")
    assert found(phrases, "It is nice of us. US envoys met in Nice; Us too.") == ["US", "Nice"]


def test_a_name_does_not_reach_over_a_gap():
    phrases = known("Spin Boldak")
    assert found(phrases, "Spin. In Boldak; Spin - (Boldak)") == []


@given(st.text())
def test_words_stand_where_they_say(text):
    for word in words_of(text):
        assert text[word.start : word.end]
        assert word.folded in ("i", fold(text[word.start : word.end]))


@given(st.text())
def test_plain_twice_is_plain_once(text):
    assert plain(plain(text)) == plain(text)


def test_the_gazetteer_holds_what_it_is_known_for():
    assert countries()["PK"].iso3 == "PAK"
    assert "ZR" not in countries()
    provinces = [d for d in subdivisions().values() if d.country == "AF" and d.level == 1]
    assert len(provinces) == 34
    large = settlements(only=frozenset(), others_above=5_000_000)
    assert 20 < len(large) < 300
    assert all(town.population >= 5_000_000 for town in large)
