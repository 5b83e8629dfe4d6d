"""Audit the coder and write what the models read of it.

``python benchmarks/audit_coder.py`` audits the coder by rules on our own labelled test split, on
the sets of sentences written apart from the rules (data/audit/fresh-*.jsonl) and, where the
development data is at hand, on the PLOVER gold sentences and on UCDP's headlines; it prints every
table and writes data/audit/rules.json from the test split.
"""

import os
from pathlib import Path

import pandas as pd

from escalation.coding.audit import audit
from escalation.coding.auditing.gold import read_gold
from escalation.theatre import Theatre

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ESCALATION_SHARED_DATA", ROOT.parent / "shared" / "data"))


def main() -> None:
    pd.set_option("display.width", 120)
    own = audit("rules", read_gold(ROOT / "data" / "training" / "sentences.jsonl", split="test"))
    report("our own test split", own)
    for path in sorted((ROOT / "data" / "audit").glob("fresh-*.jsonl")):
        report(f"our own {path.stem}", audit("rules", read_gold(path)))
    own.save_rules(ROOT / "data" / "audit" / "rules.json")
    plover, headlines = SHARED / "gold" / "plover-gsr.json", SHARED / "ucdp" / "ged221-pakistan.csv"
    if plover.exists():
        report("PLOVER gold sentences", audit("rules", read_gold(plover)))
    if headlines.exists():
        theatre = Theatre.read("pak-afg")
        report("UCDP headlines", audit("rules", read_gold(headlines), theatre=theatre))


def report(title, found) -> None:
    print(f"\n== {title}: {len(found.answers)} sentences")
    for table in (found.summary, found.roots, found.confusions.head(15), found.reliability):
        if len(table):
            print(table.round(3).to_string(index=False))


if __name__ == "__main__":
    main()
