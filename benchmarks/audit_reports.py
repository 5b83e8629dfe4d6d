"""Audit the coder on whole reports of the region that two people coded without seeing its events.

    python benchmarks/audit_reports.py [--split development] [--faults]

``data/audit/reports.jsonl`` has the judged documents by their ids; their texts are in the
development data. Prints, by split: how many of the judged events were found, how many of the coded
were none, what of the found was right, and how many documents are right from end to end, with 90%
bootstrap intervals over documents. ``--faults`` lists each fault of the development split; those of
the held-out split are never listed, so that nobody mends by them.
"""

import argparse
import os
from pathlib import Path

import numpy as np
import pandas as pd

from escalation.coding import code
from escalation.coding.judged import FIELDS, compare, read_judged
from escalation.sources.current_events import read
from escalation.text.merge import merge
from escalation.theatre import Theatre

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ESCALATION_SHARED_DATA", ROOT.parent / "shared" / "data"))
JUDGED = ROOT / "data" / "audit" / "reports.jsonl"
DRAWS = 500


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--split", choices=["development", "held-out"])
    options.add_argument("--faults", action="store_true")
    asked = options.parse_args()
    texts = merge(read(SHARED / "reports" / "region-reports.jsonl").reports)
    for split in [asked.split] if asked.split else ["development", "held-out"]:
        judged = read_judged(JUDGED, split=split)
        wanted = texts[texts["document"].isin([one["document"] for one in judged])]
        found = compare(judged, code(wanted, Theatre.read("pak-afg")))
        print(f"\n== {split}: {len(judged)} documents, {len(wanted)} of them at hand")
        print(summary(judged, found).round(3).to_string(index=False))
        if asked.faults and split == "development":
            faults(found, wanted)


def summary(judged, found: pd.DataFrame) -> pd.DataFrame:
    """What was found, what was right: measure, right, of, share and its interval."""
    documents = [one["document"] for one in judged]
    met, told = found["outcome"].eq("found"), found["outcome"].ne("false")
    measures = {
        "events found": (told & met, told),
        "events coded that are some": (met, found["outcome"].ne("missed")),
        **{field: (met & found[field].eq(True), met & found[field].notna()) for field in FIELDS},
        "all of a found event": (met & found["right"], met),
    }
    rows = [_share(name, documents, found["document"], *of) for name, of in measures.items()]
    whole = pd.Series(documents)
    wrong = set(found.loc[~found["right"].astype(bool), "document"])
    everyone = pd.Series(True, index=whole.index)
    rows.append(_share("whole documents", documents, whole, ~whole.isin(wrong), everyone))
    return pd.DataFrame(rows)


def _share(name, documents, belongs, right, of) -> dict:
    table = pd.DataFrame({"document": belongs, "right": right.astype(int), "of": of.astype(int)})
    sums = table.groupby("document")[["right", "of"]].sum().reindex(documents, fill_value=0)
    counts = sums.to_numpy()
    picks = np.random.default_rng(7).integers(0, len(counts), size=(DRAWS, len(counts)))
    drawn = counts[picks].sum(axis=1)
    shares = drawn[:, 0] / np.maximum(drawn[:, 1], 1)
    low, high = np.quantile(shares, [0.05, 0.95])
    got, all_of = counts.sum(axis=0)
    return {"measure": name, "right": got, "of": all_of, "share": got / max(all_of, 1),
            "low": low, "high": high}  # fmt: skip


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
