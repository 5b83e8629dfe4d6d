"""What is asked for, for whom, or talked of is no side of a demand, an offer or a meeting."""

import pytest

DAY = "2010-03-04"

SIDES = [
    # for whom it is asked, who is to be tried or freed, what is asked for
    ("The Red Cross requests aid for flood victims in Sindh.", "IGO", None),
    ("Iran demands a trial for the killers of its guards.", "IRN", None),
    ("The UN seeks tents for families in Gao.", "IGO", None),
    ("A Chadian general requests more troops for Mali.", "TCD.MIL", None),
    ("A court in Peru asks that a jailed reporter be freed.", "PER.JUD", "PER"),  # its state
    ("Norway insists that any law must protect fishermen's rights.", "NOR", None),
    ("Iran demands justice from Chad.", "IRN", "TCD"),
    # but who is asked stays
    ("Oslo calls for Chad to open the camps.", "NOR", "TCD"),
    ("Pakistan asks the US for more drones.", "PAK.GOV", "USA"),
    # two offer or pledge it to a third
    ("Peru and Chile pledge aid to Haiti.", "PER", "HTI"),
    ("Peru and Chile offer to send engineers.", "PER", "UNK"),
    ("Peru and Chile pledge to cooperate against smugglers.", "PER", "CHL"),
    ("Peru and Chile say they have agreed to share a mine.", "PER", "CHL"),
    # what ministers talk of, and where they meet
    ("Ministers of the European Union meet in Vienna to discuss the war in Mali.", "IGO", None),
    ("Ministers of the European Union meet in Vienna with the envoy of Mali.", "IGO", "MLI"),
]


@pytest.mark.parametrize(("text", "initiator", "target"), SIDES)
def test_who_is_asked(told, text, initiator, target):
    one, other = next(iter((e["initiator"], e["target"]) for e in told(text)))
    assert one.startswith(initiator)
    assert other == target if target is None else other.startswith(target)
