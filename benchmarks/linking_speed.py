"""How long linking takes, and in how much memory: the shipped history told over and over.

``python benchmarks/linking_speed.py 20000 80000`` makes so many events of the shipped ones: each
copy of the history stands one history later, so that a week is as full as before, and each
document has thirty words drawn by a seed from those that reports have. Printed are the events,
the processor time of ``link`` in seconds, and the largest memory of the process (before it).
``--together`` lays the copies over each other: as many events in the same years, weeks ever
fuller.
"""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

from escalation.coding.link import link
from escalation.store import EventStore

ROOT = Path(__file__).resolve().parent.parent
WORDS, SEED = 30, 7
DAYS = ["happened_from", "happened_to", "known_at"]


def copies(events: pd.DataFrame, most: int, *, together: bool) -> pd.DataFrame:
    """The events again and again, each time under other names and, unless together, later."""
    length = events["known_at"].max() - events["known_at"].min() + pd.Timedelta(days=30)
    parts = []
    for number in range(-(-most // len(events))):
        part = events.copy()
        for name in ("event", "incident", "document"):
            part[name] = part[name] + f"-{number}"
        if not together:
            part[DAYS] = part[DAYS] + number * length
        parts.append(part)
    return pd.concat(parts, ignore_index=True).iloc[:most].reset_index(drop=True)


def texts(events: pd.DataFrame) -> pd.DataFrame:
    """A text of thirty words for every document."""
    words = list(json.loads((ROOT / "data" / "link.json").read_text(encoding="utf-8"))["told_in"])
    names = events["document"].unique()
    drawn = np.random.default_rng(SEED).choice(words, (len(names), WORDS))
    return pd.DataFrame({"document": names, "text": [" ".join(row) for row in drawn]})


def main(arguments: list[str]) -> None:
    together = "--together" in arguments
    store = EventStore.open(ROOT / "data" / "history" / "pak-afg")
    events = store.events().drop_duplicates("event").reset_index(drop=True)
    for most in (int(word) for word in arguments if word.isdigit()):
        table = copies(events, most, together=together)
        documents = texts(table)
        before, began = _peak(), time.process_time()
        link(table, documents)
        spent = time.process_time() - began
        print(f"{most} events: {spent:.1f} s of processor time, {_peak():.0f} MiB ({before:.0f})")


def _peak() -> float:
    """Largest memory of the process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
