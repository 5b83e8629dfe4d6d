"""A land that loses somebody in an attack loses soldiers; others who fall are people by trade."""

import pytest

DAY = "2010-03-04"

TARGETS = [
    ("Denmark suffers its first fatality in Afghanistan when a mine explodes in Herat.", "DNK.MIL"),
    ("Chile lost six soldiers in an ambush in Haiti.", "CHL.MIL"),
    (
        "Norway experienced its first casualty in Mali after a bombing in Gao killed a medic.",
        "NOR.MIL",
    ),
    ("Chad lost the match after a blast in Lahore.", "PAK.CVL"),
    ("A Danish geologist was beheaded by the Taliban.", "DNK.CVL"),
]


@pytest.mark.parametrize(("text", "target"), TARGETS)
def test_whom_it_took(told, text, target):
    assert told(text)[0]["target"] == target
