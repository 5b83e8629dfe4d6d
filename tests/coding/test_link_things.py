"""Links by what a happening is about: a mosque is no bus, and a siege has several days."""

import pytest

from escalation.coding.incidents.things import things
from tests.coding.happenings import chance, told

BEGUN = "A bomb goes off in a mosque in Quetta and kills several worshippers at prayer."


def as_told(later: str, day: str = "2026-01-11") -> float:
    """How likely a text of ``day`` tells of the bomb in the mosque."""
    first, again = told("d1", "2026-01-10"), told("d2", day)
    return chance(first, again, texts={"d1": BEGUN, "d2": later})


def test_a_thing_goes_by_any_of_its_names():
    assert (
        things("Gunmen stop two minibuses; coaches wait.") == things("A BUS is stopped") == {"bus"}
    )
    assert things("Soldiers and police at a house in a village") == frozenset()


def test_what_is_about_the_same_thing_is_one_happening_sooner():
    same = as_told("A blast kills people in an imambargah of Quetta, officials say today.")
    other = as_told("A blast kills people in a restaurant of Quetta, officials say today.")
    none = as_told("A blast kills people in the north of Quetta, officials say today.")
    assert same > none > other


@pytest.mark.parametrize(
    ("goes_on", "is_new"),
    [
        ("The siege of the barracks in Quetta is over", "Men storm the barracks in Quetta today"),
        ("Fighting continues for barracks in Quetta", "Fighting breaks out at barracks in Quetta"),
    ],
)
def test_what_goes_on_began_before(goes_on, is_new):
    first, again = told("d1", "2026-01-10"), told("d2", "2026-01-12")
    begun = "Gunmen attack the barracks of Quetta and take soldiers prisoner."
    known, new = (chance(first, again, texts={"d1": begun, "d2": t}) for t in (goes_on, is_new))
    assert known > new
