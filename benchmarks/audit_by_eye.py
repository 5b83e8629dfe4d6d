"""Of the events coded of reports of 2024-26, how many are right in every part, judged by eye.

    python benchmarks/audit_by_eye.py                        the verdicts that were given
    python benchmarks/audit_by_eye.py --sheet sheet.txt      the texts and events to be judged
    python benchmarks/audit_by_eye.py --verdicts a.csv b.csv keep what two readers said of a sheet

A sheet holds every event that is coded of the held-out reports of data/audit/reports.jsonl; what is
only spoken of (denied, planned, remembered) is left out. A reader writes one line an event of it,
``n`` and the parts of ``PARTS``: 1 right, 0 wrong, ? arguable (an analyst could defend it). An
event is right if no part of it is wrong; the second table goes by the confidence that the coder
says. data/audit/by-eye.csv keeps the verdicts with the coded facts, without text: an event that is
coded otherwise by now is counted apart, as not judged.
"""

import argparse
import os
from pathlib import Path

import pandas as pd

from escalation.coding import code
from escalation.coding.auditing.judged import read_judged
from escalation.coding.status.standing import MENTIONS
from escalation.sources.current_events import read
from escalation.text.merge import merge
from escalation.theatre import Theatre
from escalation.verify.calibration import wilson

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ESCALATION_SHARED_DATA", ROOT.parent / "shared" / "data"))
KEPT = ROOT / "data" / "audit" / "by-eye.csv"
SINCE = pd.Timestamp("2024-01-01")
PARTS = ("kind", "initiator", "target", "place", "days", "deaths", "injured")
FACTS = [
    "document", "kind", "status", "initiator", "target", "country", "admin1", "place",
    "happened_from", "happened_to", "deaths_best", "injured_best",
]  # fmt: skip


def main() -> None:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("--sheet", type=Path)
    asked.add_argument("--verdicts", type=Path, nargs="+")
    told = asked.parse_args()
    texts, events = coded()
    if told.sheet:
        told.sheet.write_text(sheet(texts, events), "utf-8")
        print(f"{len(events)} events of {events['document'].nunique()} reports: {told.sheet}")
        return
    if told.verdicts:
        keep(events, told.verdicts)
    show(events, pd.read_csv(KEPT, dtype=str, keep_default_na=False))


def coded() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Held-out reports since 2024, and what is coded of them."""
    held_out = {
        one["document"]
        for one in read_judged(ROOT / "data" / "audit" / "reports.jsonl", split="held-out")
    }
    texts = merge(read(SHARED / "reports" / "region-reports.jsonl").reports)
    texts = texts[texts["document"].isin(held_out) & (texts["published"] >= SINCE)]
    events = code(texts, Theatre.read("pak-afg"))
    return texts, events[~events["status"].isin(MENTIONS)].reset_index(drop=True)


def facts(events: pd.DataFrame) -> pd.DataFrame:
    """The coded facts as text, so that they compare with what a file kept."""
    return events[FACTS].assign(
        happened_from=events["happened_from"].dt.strftime("%Y-%m-%d"),
        happened_to=events["happened_to"].dt.strftime("%Y-%m-%d"),
    ).astype(object).where(events[FACTS].notna(), "").astype(str)  # fmt: skip


def sheet(texts: pd.DataFrame, events: pd.DataFrame) -> str:
    lines = []
    rows, of = facts(events), events["document"]
    for text in texts.itertuples():
        own = rows[of == text.document]
        if len(own):
            lines.append(f"\nTEXT published {text.published:%Y-%m-%d}: {text.text}")
        for n, row in own.iterrows():
            names = events.loc[n, ["initiator_name", "target_name"]].fillna("-")
            lines.append(
                f"   #{n} {row['kind']} | {row['status']} | initiator {row['initiator'] or '-'} "
                f"({names.iloc[0]}) | target {row['target'] or '-'} ({names.iloc[1]}) | place "
                f"{row['place'] or '-'}, {row['admin1'] or '-'}, {row['country'] or '-'} | "
                f"{row['happened_from']}..{row['happened_to']} | deaths "
                f"{row['deaths_best'] or '-'}, injured {row['injured_best'] or '-'}"
            )
    return "\n".join(lines)


def keep(events: pd.DataFrame, verdicts: list[Path]) -> None:
    tables = []
    for reader, path in enumerate(verdicts, start=1):
        said = pd.read_csv(path, dtype=str, keep_default_na=False).astype({"n": int}).set_index("n")
        named = said[list(PARTS)].add_suffix("_right")
        tables.append(facts(events).join(named, how="inner").assign(reader=str(reader)))
    pd.concat(tables).to_csv(KEPT, index=False)


def show(events: pd.DataFrame, kept: pd.DataFrame) -> None:
    now = facts(events).assign(said=events["confidence"]).drop_duplicates(FACTS)
    same = now.merge(kept, on=FACTS)
    for reader, own in same.groupby("reader"):
        said = own[[f"{part}_right" for part in PARTS]]
        right = pd.DataFrame({part: said[f"{part}_right"].ne("0") for part in PARTS})
        right["all"] = right.all(axis=1)
        table = pd.DataFrame({"right": right.sum(), "of": len(right), "share": right.mean()})
        table["arguable"] = said.eq("?").sum().set_axis(list(PARTS)).reindex(table.index)
        table["low"], table["high"] = wilson(
            table["share"].to_numpy(), table["of"].to_numpy(), level=0.9
        )
        changed = len(events) - len(own)
        print(f"\n== reader {reader}: {len(own)} events; {changed} more are coded otherwise by now")
        print(table.round(3).to_string())
        spans = pd.cut(own["said"], [0, 0.5, 0.7, 0.8, 1], right=False)
        by = right["all"].groupby(spans, observed=True).agg(["sum", "size", "mean"])
        print(by.rename_axis("confidence").round(3).to_string())


if __name__ == "__main__":
    main()
