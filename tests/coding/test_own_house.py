"""What those in power ask of their own house is no demand; what they ask of others is."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2022-03-14")

HOUSEKEEPING = [
    # steps of a constitution
    "The king of Nepal asked the leader of the largest party to form a government.",
    "Kenya's president asked parliament to hold a vote of confidence in the prime minister.",
    "The Supreme Court of Nepal ordered the speaker to summon the assembly.",
    "The Pakistani prime minister advised the president to dissolve the National Assembly.",
    "Iran's president asked parliament to approve four ministers.",
    # orders to one's own
    "Joe Biden orders the Pentagon to resume nuclear tests.",
    # meetings of one's own
    "Pakistan's prime minister called an emergency meeting of the National Security Committee.",
    "India's prime minister calls an all-party meeting on the attack.",
    # care of one's own
    "Peru's health minister urged parents to vaccinate their children.",
    "The governor of Kabul called for prayers for the victims.",
    "The Kenyan government asked citizens to leave Sudan.",
]


@pytest.mark.parametrize("text", HOUSEKEEPING)
def test_what_a_state_asks_of_its_own_house_is_no_demand(told, text: str) -> None:
    assert told(text) == []


DEMANDS = [
    ("Opposition parties of Peru demand that the premier seek a vote of confidence.", "PER.OPP"),
    ("Pakistan asked the United Nations Security Council to convene a meeting.", "PAK.GOV"),
    ("Iran calls for an emergency meeting of the UN Security Council.", "IRN"),
    ("The Pakistani Senate asked the government to explain the drone strikes.", "PAK.LEG"),
    ("Pakistan asked the Afghan government to form a joint commission.", "PAK.GOV"),
]


@pytest.mark.parametrize(("text", "initiator"), DEMANDS)
def test_what_is_asked_of_another_side_is_a_demand(told, text: str, initiator: str) -> None:
    found = [e for e in told(text) if e["kind"].startswith("demand")]
    assert [e["initiator"] for e in found] == [initiator]
