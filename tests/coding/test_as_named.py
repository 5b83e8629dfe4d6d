"""A place that no list knows: by its name as told, as finely as what the text tells around it."""

import pandas as pd
import pytest

from tests.coding.reading import read

DAY = pd.Timestamp("2024-05-16")

NAMED = [
    ("Two men are shot dead in Oldgate, Khyber Pakhtunkhwa, Pakistan.", "Oldgate", "province"),
    ("Two men are shot dead in Oldgate village, Karak District, Pakistan.", "Oldgate", "district"),
    ("Two men are shot dead in the Oldgate area of Karak district.", "Oldgate", "district"),
    ("Two men are shot dead in the village of Oldgate in Sindh.", "Oldgate", "province"),
    ("Two men are shot dead in the Oldgate Valleys in Sindh.", "Oldgate Valleys", "province"),
    ("Two men are shot dead at a party in Oldgate City, Arizona, US.", "Oldgate City", "province"),
    ("Gunmen attack a school in Oldgate, Wyford County, Arizona.", "Oldgate", "province"),
    ("The Sudanese army retakes Oldgate, North Kordofan.", "Oldgate", "province"),
    ("Two men are shot dead in the hamlet of Oldgate in Sindh.", "Oldgate", "province"),
    # what is known, and what is no place
    ("Two men are shot dead in Karachi, Sindh, Pakistan.", "Karachi", "exact"),
    ("Two men are shot dead on a Sunday in December, Pakistan.", "Pakistan", "country"),
    ("Two men are shot dead in the High Court, Pakistan.", "Pakistan", "country"),
    ("Two men are shot dead in Sindh, Pakistan.", "Sindh", "province"),
]


@pytest.mark.parametrize(("text", "place", "precision"), NAMED)
def test_a_place_by_its_name(reader, text, place, precision):
    event = read(reader, text, day=DAY)[0]
    assert (event["place"], event["precision"]) == (place, precision)


def test_where_it_lies_is_as_coarse_as_what_is_known(reader):
    (named,) = read(reader, NAMED[0][0], day=DAY)
    (around,) = read(reader, "Two men are shot dead in Khyber Pakhtunkhwa, Pakistan.", day=DAY)
    fields = ("country", "admin1", "admin2", "latitude", "longitude")
    assert [named[f] for f in fields] == [around[f] for f in fields]
