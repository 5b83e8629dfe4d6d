"""Which of the places that a text names is the act's, and which only says whose or whence."""

import pandas as pd
import pytest

from tests.coding.reading import sides

DAY = pd.Timestamp("2017-03-16")  # a Thursday

# text, kind, country and province of its event; None where none is told
WHERE = [
    # where somebody is from
    ("Greece closes its borders to migrants from Afghanistan.", "sanction.border", None, None),
    ("Iran summons the head of Afghanistan's embassy.", "accuse.complaint", None, None),
    ("Rome arrests the leader of Pakistan's largest party.", "coerce.arrest", "IT", None),
    ("India expels three officials of the Pakistan High Commission in New Delhi.",
     "sanction.diplomatic", "IN", "Delhi"),
    # but whence somebody goes is where it is
    ("Germany completes the withdrawal of its troops from Afghanistan.",
     "retreat.withdrawal", "AF", None),
    # where somebody goes
    ("Denmark sends 200 more soldiers to Kabul to guard its embassy.",
     "mobilize.troops", "AF", "Kabul"),
    ("The President of Peru makes a visit to Afghanistan.", "talks.visit", "AF", None),
    # what is told in a clause of its own
    ("Peru arrests a man who had bombed a market in Lahore.", "coerce.arrest", "PE", None),
    ("Pakistan tests a missile which can reach targets in India.", "mobilize.weapons", "PK", None),
    # what only stands beside
    ("Lawmakers protest in Multan in solidarity with Iran.", "protest", "PK", "Punjab"),
    ("Fighting goes on in the north of Afghanistan as rebels attack posts around Kunduz.",
     "force.clash", "AF", "Kunduz"),
    ("Rome launches an airstrike on Kabul, capital of Afghanistan.",
     "force.airstrike", "AF", "Kabul"),
    # those who strike abroad
    ("The United States kills Taliban leader Omar Khan in an air strike.",
     "force.airstrike", None, None),
    # a base, a court, a town told with its land
    ("Two rockets hit Bagram Airfield in Afghanistan.", "attack.shelling", "AF", "Parwan"),
    # where it was done, not where the one is from to whom it was done
    ("A guard of the embassy in Islamabad is arrested in the city of Peshawar.",
     "coerce.arrest", "PK", "Khyber Pakhtunkhwa"),
    ("Gunmen killed two traders from Iran.", "attack", None, None),
    ("Pakistan receives medical aid from Denmark.", "aid", None, None),
    # what is opened and closed
    ("Pakistan reopens the Torkham border crossing with Afghanistan.", "concede.reopening",
     "PK", "Khyber Pakhtunkhwa"),
    # police are where they are
    ("Istanbul police arrested a man who had smuggled migrants.", "coerce.arrest", "TR", "Istanbul"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "country", "province"), WHERE)
def test_where_it_was(told, text, kind, country, province):
    event = next(e for e in told(text) if e["kind"].startswith(kind))
    assert (event.get("country"), event.get("admin1")) == (country, province)


def test_one_of_those_who_attacked_is_arrested_on_the_spot(told):
    events = told("A bomb hurt ten people in Multan, Punjab. Police arrested one of the attackers.")
    [arrest] = [e for e in events if e["kind"] == "coerce.arrest"]
    assert arrest["place"] == "Multan"
    events = told("A bomb hurt ten people in Multan. Police arrested a suspect in Sibi.")
    [arrest] = [e for e in events if e["kind"] == "coerce.arrest"]
    assert arrest["place"] != "Multan"


def test_a_protest_goes_on_where_it_was_told_to_be(told):
    events = told(
        "Two students died in clashes in Multan. The students were demonstrating on Monday."
    )
    [protest] = [e for e in events if e["kind"] == "protest"]
    assert protest["place"] == "Multan"


@pytest.mark.parametrize(
    ("text", "initiator", "target"),
    [
        ("Pakistani troops launched an offensive against Taliban insurgents near the Afghan"
         " border.", "PAK.MIL", "PAK.REB.TTP"),
        ("Taliban fighters killed seven Pakistani soldiers in an ambush.",
         "PAK.REB.TTP", "PAK.MIL"),
        ("The Taliban killed three Afghan soldiers near the border with Pakistan.",
         "AFG.REB.TALIBAN", "AFG.MIL"),
    ],
)  # fmt: skip
def test_soldiers_fight_in_their_own_land_where_no_other_is_told(reader, text, initiator, target):
    ((_, doer, hit),) = sides(reader, text, day=pd.Timestamp("2013-06-20"))
    assert (doer, hit) == (initiator, target)
