"""Audit the coder on whole reports of the region that readers coded without seeing its events.

    python benchmarks/audit_reports.py [--split development] [--faults]

``data/audit/reports.jsonl`` has the judged documents by their ids; their texts are in the
development data. Prints, by split: how many of the judged events were found, how many of the coded
were none, what of the found was right, and how many documents are right from end to end, with 90%
bootstrap intervals over documents. ``--faults`` lists each fault of the development split; those of
the held-out split are never listed, so that nobody mends by them. Then whether confidences hold.
"""

import argparse
import os
from pathlib import Path

import pandas as pd

from escalation.coding import code
from escalation.coding.auditing.judged import FIELDS, compare, meant, read_judged, summary
from escalation.sources.current_events import read
from escalation.text.merge import merge
from escalation.theatre import Theatre

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ESCALATION_SHARED_DATA", ROOT.parent / "shared" / "data"))
JUDGED = ROOT / "data" / "audit" / "reports.jsonl"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--split", choices=["development", "held-out"])
    options.add_argument("--faults", action="store_true")
    asked = options.parse_args()
    texts = merge(read(SHARED / "reports" / "region-reports.jsonl").reports)
    for split in [asked.split] if asked.split else ["development", "held-out"]:
        judged = read_judged(JUDGED, split=split)
        wanted = texts[texts["document"].isin([one["document"] for one in judged])]
        events = code(wanted, Theatre.read("pak-afg"))
        found = compare(judged, events)
        print(f"\n== {split}: {len(judged)} documents, {len(wanted)} of them at hand")
        print(summary(judged, found, seed=7).round(3).to_string(index=False))
        print("\nwhat a confidence means: root and both sides right")
        print(meant(judged, events).round(3).to_string(index=False))
        if asked.faults and split == "development":
            faults(found, wanted)


def faults(found: pd.DataFrame, texts: pd.DataFrame) -> None:
    known = texts.set_index("document")
    for document, rows in found[~found["right"].astype(bool)].groupby("document", sort=False):
        print(f"\n{known.loc[document, 'published']:%Y-%m-%d} [{document}]")
        print(known.loc[document, "text"])
        for row in rows.to_dict("records"):
            wrong = [field for field in FIELDS if row[field] is False]
            print(f"   {row['outcome']}: wanted {row['wanted']}, coded {row['coded']}; {wrong}")


if __name__ == "__main__":
    main()
