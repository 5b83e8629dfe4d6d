"""Measure the judged pairs anew, after a change of coder or link.

``python benchmarks/link_pairs.py REPORTS.jsonl GED.csv`` codes the region reports and the
headlines that UCDP keeps with its events, finds the judged events again (by report, kind and
place in the text; a pair of which one is no longer so coded falls out), counts in how many
reports each word is told, and writes data/training/link-pairs.csv and the counts in
data/link.json. Texts themselves are not written. Sorts of pairs, by ``drawn``:

    eye         drawn by a seed from events near in days, kind and place, the likelier the more
                words they share (a fifth from within one document); judged by eye, blind
    eye-more    of 2012 to 2016 and 2022 to 2026, drawn the same way by two more seeds (the second
                from different documents and up to a week apart), judged blind to every fit;
                they enter the fit when the pairs are next measured
    eye-again   of the years held out, drawn the same way by another seed, after a first look
    near        of all years, drawn by a seed from the pairs that were not judged before, more than
                half of them with a chance of 0.2 to 0.8 by the fit of that day, judged blind to it
                and twice, in two orders; the half (by a hash) whose errors were looked at
    near-held   the other half: its errors were not looked at
    earlier     judged by eye before, mostly pairs of which an older fit was unsure
    history     of the years not held out, drawn by a seed from what linking does to the reports:
                pairs that it joins, within a document and across, and pairs that it doubts;
                which deed was coded was shown, the chance was not
    history-held  of 2017 to 2021, drawn and judged the same way, before a rule was made of what
                `history` shows
    rest        of the years not held out, every pair that was not judged before and had a chance of
                0.03 or more by the fit of that day, and some below; no more than six of one pair
                of reports
    rest-held   of 2017 to 2021, the same: with the others, nearly all that could be joined
    headlines   two headlines of different papers; one happening if UCDP's experts put both under
                one event. Of the pairs that are not, one in five is kept, with ``weight`` 5

All but the last stand in data/training/link-judged.csv, with what a second reader said of some
(``second``), who did not see the first's verdict. 2017 to 2021 is held out: the words are
counted, and ``train_link.py`` fits what it reports, on the other years.
"""

import hashlib
import json
import re
import sys
import zlib
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd

from escalation.coding import code
from escalation.coding.incidents.blocks import candidates, family
from escalation.coding.incidents.pairs import FEATURES, measured
from escalation.coding.incidents.telling import matter, told_of
from escalation.sources import current_events
from escalation.text.merge import merge
from escalation.theatre import Theatre

ROOT = Path(__file__).resolve().parent.parent
JUDGED = ROOT / "data" / "training" / "link-judged.csv"
PAIRS = ROOT / "data" / "training" / "link-pairs.csv"
LINK = ROOT / "data" / "link.json"
HELD_OUT = (2017, 2021)
KEEP_ONE_IN = 5
LEAST_REPORTS = 10
NEAR = 30  # characters
_SOURCE = re.compile(r'"([^"]*?),(\d{4}-\d\d-\d\d),([^"]*)"')
_SUMMARY = re.compile(
    r"timeline|crisiswatch|program summary|highlights|round-?up|headlines", re.IGNORECASE
)


def headlines(path: Path) -> pd.DataFrame:
    """Headlines that stand under one UCDP event alone: the REPORTS contract and ``happening``."""
    events = pd.read_csv(path, low_memory=False).dropna(subset=["source_article"])
    rows = [
        {"happening": row.id, "source": office.strip() or "unknown", "published": day,
         "body": head.strip(), "end": row.date_end[:10]}
        for row in events.itertuples()
        for office, day, head in _SOURCE.findall(row.source_article)
    ]  # fmt: skip
    table = pd.DataFrame(rows)
    table["published"] = pd.to_datetime(table["published"], errors="coerce")
    alone = table.groupby("body")["happening"].transform("nunique").eq(1)
    late = (table["published"] - pd.to_datetime(table["end"])).dt.days
    told = ~table["body"].str.contains(_SUMMARY) & table["body"].str.split().str.len().ge(5)
    table = table[alone & late.between(-1, 15) & told].drop_duplicates("body", ignore_index=True)
    return table.assign(
        id=[f"h{n:05d}" for n in range(len(table))], fetched=table["published"], title=None,
        language="en", url=None, outlets=None,
    ).drop(columns="end")  # fmt: skip


def named(events: pd.DataFrame, documents: pd.DataFrame) -> pd.Series:
    """Name of each event's report: its day and a digest of its text."""
    digest = {
        name: hashlib.sha256(text.encode()).hexdigest()[:10]
        for name, text in zip(documents["document"], documents["text"], strict=True)
    }
    return events["known_at"].dt.strftime("%Y-%m-%d/") + events["document"].map(digest)


def found(pairs: pd.DataFrame, events: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    """The judged pairs with the positions of their events; pairs no longer coded fall out."""
    places: dict[tuple[str, str], list[int]] = {}
    for at, key in enumerate(zip(names, events["kind"].map(family), strict=True)):
        places.setdefault(key, []).append(at)
    spans, kinds = events["span_from"].fillna(0).to_numpy(), events["kind"].to_numpy()

    def nearest(row: pd.Series, which: str, other_than: int = -1) -> int:
        kind, span = row[f"{which}_kind"], row[f"{which}_span"]
        there = places.get((row[f"{which}_report"], family(kind)), [])
        near = [at for at in there if at != other_than and abs(spans[at] - span) < NEAR]
        return min(near, key=lambda at: (kinds[at] != kind, abs(spans[at] - span)), default=-1)

    rows = []
    for _, row in pairs.iterrows():
        one = nearest(row, "one")
        rows.append(sorted((one, nearest(row, "other", one))))
    at = pd.DataFrame(rows, columns=["left", "right"], index=pairs.index)
    return pairs.join(at).query("left >= 0")


def facts(events: pd.DataFrame, names: pd.Series, at: np.ndarray, which: str) -> pd.DataFrame:
    chosen = events.iloc[at]
    return pd.DataFrame(
        {
            f"{which}_report": names.iloc[at].to_numpy(),
            f"{which}_kind": chosen["kind"].to_numpy(),
            f"{which}_span": chosen["span_from"].fillna(0).astype(int).to_numpy(),
        }
    )


def table(
    events: pd.DataFrame, documents: pd.DataFrame, left: np.ndarray, right: np.ndarray
) -> pd.DataFrame:
    """Names of both events and what is measured of each pair."""
    names = named(events, documents)
    columns = measured(events, left, right, told_of(events, documents)).round(4)
    year = events["known_at"].dt.year.to_numpy()[left]
    sides = [facts(events, names, at, which) for at, which in ((left, "one"), (right, "other"))]
    return pd.concat(
        [pd.DataFrame({"year": year}), *sides, pd.DataFrame(columns, columns=FEATURES)], axis=1
    )


def _one_in(number: int, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """One pair of documents in ``number``, by their names: a new rule draws no others."""
    pairs = (f"{a} {b}".encode() for a, b in zip(one, other, strict=True))
    return np.array([zlib.crc32(pair) % number == 0 for pair in pairs])


def by_headline(events: pd.DataFrame, documents: pd.DataFrame, happening: dict) -> pd.DataFrame:
    """Pairs of headlines, with what UCDP's experts say of them."""
    whose = events["document"].map(happening).to_numpy()
    left, right = map(np.concatenate, zip(*candidates(events), strict=True))
    one_document = events["document"].to_numpy()
    across = one_document[left] != one_document[right]
    same = (whose[left] == whose[right]).astype(int)
    kept = across & ((same == 1) | _one_in(KEEP_ONE_IN, one_document[left], one_document[right]))
    told = table(events, documents, left[kept], right[kept])
    weight = np.where(same[kept] == 1, 1, KEEP_ONE_IN)
    return told.assign(drawn="headlines", same=same[kept], weight=weight)


def count_words(texts: pd.Series) -> None:
    """Write in how many reports each word is told, for words that enough reports have."""
    counts = Counter(word for text in texts for word in matter(text)[0])
    kept = {word: n for word, n in sorted(counts.items()) if n >= LEAST_REPORTS}
    fitted = json.loads(LINK.read_text(encoding="utf-8"))
    fitted |= {"reports": len(texts), "told_in": kept}
    LINK.write_text(json.dumps(fitted, indent=0) + "\n", encoding="utf-8")


def main(reports: Path, ged: Path) -> None:
    theatre = Theatre.read("pak-afg")
    documents = merge(current_events.read(reports).reports)
    heads = headlines(ged)
    papers = merge(heads.drop(columns="happening"))
    both = pd.concat([documents, papers])
    count_words(both["text"][~both["known_at"].dt.year.between(*HELD_OUT)])
    events = code(documents, theatre).reset_index(drop=True)
    judged = pd.read_csv(JUDGED)
    again = found(judged, events, named(events, documents))
    told = table(events, documents, again["left"].to_numpy(), again["right"].to_numpy())
    kept = again[["drawn", "same", "second"]].reset_index(drop=True).assign(weight=1)
    first = papers["reports"].str.split("; ").str[0]
    happening = dict(
        zip(papers["document"], first.map(heads.set_index("id")["happening"]), strict=True)
    )
    spoken = code(papers, theatre).reset_index(drop=True)
    expert = by_headline(spoken, papers, happening)
    columns = ["drawn", "year", *told.columns[1:7], "same", "second", "weight", *FEATURES]
    written = pd.concat([told.join(kept), expert])[columns]
    written.to_csv(PAIRS, index=False, float_format="%.4g")
    print(f"{len(judged) - len(again)} judged pairs are no longer coded; {len(written)} written")
    print(written.groupby("drawn")["same"].agg(["size", "sum"]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
