"""How many fell, told without a word of death, in lists, or in a sentence of its own."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2014-03-12")
# text, dead, injured; None where nobody tells
FELL = [
    ("At least six people lost their lives and 11 were hurt when a bomb went off in Herat.", 6, 11),
    ("Rebels stormed a post in Bannu. Three guards embraced martyrdom in the attack.", 3, None),
    ("Troops eliminated five militants in an operation in Hangu.", 5, None),
    ("Air strikes in Paktika left 32 dead, most of them women, and four wounded.", 32, 4),
    ("Seven people, all members of one family, died in an air strike in Kunar.", 7, None),
    ("A woman, her son and their three guests were shot dead by gunmen in Multan.", 5, None),
    ("The toll of the bombing in Kandahar climbed from 12 to 15.", 15, None),
    ("A bombing at a fair in Bajaur killed dozens; officials put the toll at 41.", 41, None),
    ("A bomb went off at a market in Quetta. Officials put the dead at 37.", 37, None),
    ("A bomb hit a van in Khuzdar. By evening the toll stood at eight.", 8, None),
    ("A bomb killed six in Khuzdar. The death toll later rose to eight.", 8, None),
    ("A bomb went off in Nushki, killing four. Two more succumbed to their wounds.", 6, None),
    # what is counted over a year, or was elsewhere
    ("A bomb killed six in Khuzdar. The death toll this year stands at 300.", 6, None),
    ("A bomb killed six in Khuzdar. The death toll of the blast in Karachi rose to 20.", 6, None),
]


@pytest.mark.parametrize(("text", "dead", "injured"), FELL)
def test_how_many_fell(told, text, dead, injured):
    event = next(e for e in told(text) if e["kind"].startswith(("attack", "force")))
    assert (event.get("deaths_best"), event.get("injured_best")) == (dead, injured)


def test_nights_between_named_days(told):
    (event,) = told("Gunmen shot dead four traders in Kech overnight between Saturday and Sunday.")
    days = (event["happened_from"], event["happened_to"])
    assert days == (pd.Timestamp("2014-03-08"), pd.Timestamp("2014-03-09"))


def test_whose_lives_it_cost(told):
    (event,) = told("A Taliban attack in Faryab has cost the lives of 13 soldiers.")
    assert (event["target"], event["deaths_best"]) == ("AFG.MIL", 13)


def test_a_bomb_made_harmless_kills_nobody(told):
    events = told("Police neutralised two bombs in Quetta.")
    assert not [e for e in events if e.get("deaths_best")]
