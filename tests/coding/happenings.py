"""Events of one happening, as tests of links tell them."""

import pandas as pd

from escalation.coding.link import link, pair_chances
from escalation.event import new_events

NOWHERE = {
    "country": "PK", "admin1": None, "admin2": None, "place": None, "latitude": None,
    "longitude": None, "precision": "country",
}  # fmt: skip


def told(document: str, known: str, **facts) -> dict:
    """An attack in Quetta of the day before and the day it was known, unless said otherwise."""
    day = pd.Timestamp(known)
    row = {
        "document": document,
        "known_at": day,
        "happened_from": day - pd.Timedelta(days=1),
        "happened_to": day,
        "kind": "attack.bombing",
        "status": "happened",
        "initiator": "UNK.REB",
        "target": "PAK.CVL",
        "country": "PK",
        "admin1": "Balochistan",
        "admin2": "Quetta",
        "place": "Quetta",
        "latitude": 30.18,
        "longitude": 67.0,
        "precision": "exact",
        "span_from": 0,
        "span_to": 60,
        "rule": "violence",
        "source": "paper",
        "confidence": 0.8,
    }
    return row | facts


def incidents(*rows: dict, **more) -> list[str]:
    return link(new_events(rows), **more)["incident"].tolist()


def chance(*rows: dict, texts: dict[str, str]) -> float:
    documents = pd.DataFrame({"document": list(texts), "text": list(texts.values())})
    return float(pair_chances(new_events(rows), documents)["chance"].iloc[0])
