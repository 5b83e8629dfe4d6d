"""What a coder reads in one text of one day: its events, and their sides."""

import pandas as pd

from escalation.coding.coder import Reader


def read(reader: Reader, text: str, *, day: pd.Timestamp) -> list[dict]:
    """All events of a text that was published and known on ``day``."""
    row = {"document": "a", "text": text, "published": day, "known_at": day, "source": "own"}
    return list(reader.read([row]))


def sides(reader: Reader, text: str, *, day: pd.Timestamp) -> list[tuple]:
    """Kind, initiator and target of each event of a text; None where nobody is told."""
    found = read(reader, text, day=day)
    return [(e["kind"], e.get("initiator"), e.get("target")) for e in found]


def is_violent(event: dict) -> bool:
    return event["kind"].startswith(("attack", "force"))
