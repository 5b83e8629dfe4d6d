"""What capitals cost: our own short sentences as written, In Title Case and IN CAPITALS.

``python benchmarks/headline_letters.py`` audits the coder on the sentences of data/audit/fresh-*
of at most 110 letters in three spellings, and prints the three side by side.
"""

import json
import tempfile
from pathlib import Path

import pandas as pd
from spacy.lang.en.stop_words import STOP_WORDS

from escalation.coding.audit import audit
from escalation.coding.auditing.gold import read_gold

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 110
MEASURES = ["macro_f1", "both", "status", "false_per_hundred"]


def title_case(text: str) -> str:
    """The sentence as a newspaper's title: all words with a capital but small ones."""
    first, *rest = text.rstrip(".").split(" ")
    return " ".join(
        [first[:1].upper() + first[1:]]
        + [word if word in STOP_WORDS else word[:1].upper() + word[1:] for word in rest]
    )


def main() -> None:
    paths = sorted((ROOT / "data" / "audit").glob("fresh-*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text().splitlines()]
    rows = [row for row in rows if len(row["text"]) <= LONGEST]
    spellings = {"as written": str, "title case": title_case, "capitals": str.upper}
    shares = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, spelling in spellings.items():
            gold = Path(folder) / f"{name.replace(' ', '-')}.jsonl"
            lines = (json.dumps(row | {"text": spelling(row["text"])}) for row in rows)
            gold.write_text("\n".join(lines))
            summary = audit("rules", read_gold(gold)).summary.set_index("measure")
            shares[name] = summary.loc[MEASURES, "share"]
    print(f"{len(rows)} sentences")
    print(pd.DataFrame(shares).T.round(3).to_string())


if __name__ == "__main__":
    main()
