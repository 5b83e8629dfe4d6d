"""Deeds that only tell who somebody is, or what has been mended since, are remembered."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent

DAY = pd.Timestamp("2022-03-14")

REMEMBERED = [
    "A court in Nairobi rejected a suit by the daughter of a man killed in a drone strike.",
    "The widow of a journalist shot dead in Quetta has moved to Canada.",
    "The president met relatives of soldiers killed in the Garissa bombing.",
    "Kenya paid $5,000 for each student murdered during the Garissa massacre.",
    "Inspectors came to the hamlet where the massacre occurred.",
    "The former president, who survived two assassination attempts, died in Dubai.",
    "A hospital that was hit by an Israeli air strike has resumed work.",
    "Pakistan banned a movement and all groups that claim terror attacks.",
    "Three men who had attacked a checkpoint were hanged in Iran.",
]


@pytest.mark.parametrize("text", REMEMBERED)
def test_what_tells_who_somebody_is_does_not_happen_anew(told, text: str) -> None:
    assert {e["status"] for e in told(text) if is_violent(e)} <= {"recalled"}


TOLD = [
    ("Residents of a town attacked by al-Shabaab last week returned home.", "attack"),
    ("Troops attacked by insurgents in Borno withdrew from the town.", "attack"),
    ("Relatives of two men shot dead by gunmen in Quetta blocked a road.", "attack.shooting"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_what_has_a_day_or_is_the_news_happened(violent_kinds, text: str, kind: str) -> None:
    assert violent_kinds(text) == [kind]
