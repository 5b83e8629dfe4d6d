"""The ledger's page: forecasts that were issued, as they stood on the day of the brief."""

from pathlib import Path
from typing import Any

import pandas as pd

from escalation.brief import words
from escalation.brief.spans import in_words
from escalation.schema import ContractError
from escalation.theatre import Theatre
from escalation.verify.ledger import record, show


def issued(
    path: str | Path, theatre: Theatre, *, as_of: pd.Timestamp, most: int = 8
) -> dict[str, Any] | None:
    """Numbers by state and the latest forecasts of a theatre, with nothing closed after ``as_of``.

    Returns
    -------
    dict or None
        ``rows`` (latest first), ``issued, open, resolved, void, brier, void_rate, more, head``;
        None where nothing was issued by then.

    Raises
    ------
    ContractError
        If there is no such ledger, or a line of it was changed later.
    """
    if not Path(path).is_file():
        raise ContractError(f"no ledger at {path}; make one with `escalation ledger add`")
    table = show(path)
    table = table[table["theatre"] == theatre.name]
    table = table[pd.to_datetime(table["issued"]) <= as_of]
    if table.empty:
        return None
    later = pd.to_datetime(table["closed"]) > as_of
    table.loc[later, "state"] = "open"
    table.loc[later, ["outcome", "brier"]] = float("nan")
    number = table["state"].value_counts()
    closed = number.get("resolved", 0) + number.get("void", 0)
    latest = table.iloc[::-1].head(most)
    return {
        "rows": [_row(row, theatre) for row in latest.to_dict("records")],
        "more": len(table) - len(latest),
        "issued": len(table),
        **{state: int(number.get(state, 0)) for state in ("open", "resolved", "void")},
        "brier": "n/a" if table["brier"].isna().all() else f"{table['brier'].mean():.3f}",
        "void_rate": words.share(number.get("void", 0) / closed if closed else float("nan")),
        "head": record(path).head[:16],
    }


def _row(row: dict[Any, Any], theatre: Theatre) -> dict[str, str]:
    came = {1.0: "came", 0.0: "did not come"}.get(row["outcome"])
    return {
        "issued": in_words(pd.Timestamp(row["issued"])),
        "question": _question(row, theatre),
        "model": row["model"],
        "chance": words.percent(row["chance"]),
        "state": came or (f"void: {row['reason']}" if row["state"] == "void" else "open"),
        "brier": "" if pd.isna(row["brier"]) else f"{row['brier']:.2f}",
    }


def _question(row: dict[Any, Any], theatre: Theatre) -> str:
    titles = {series.name: series.title.partition(":")[0] for series in theatre.series}
    title = titles.get(row["series"], row["series"])
    asked = row["question"].replace(f"{row['series']} ({theatre.name})", f"“{title}”")
    # the lag is the same for all and is said once, in the ledger's own table
    return asked.partition(", by the store")[0]
