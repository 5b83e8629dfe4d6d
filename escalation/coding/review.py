"""A person's word on single events: a queue of the least certain, and decisions that stand.

Decisions lie in a small CSV table, one row a decision. From then on they override the coder: an
event judged ``wrong`` is dropped, one judged ``right`` is certain, one ``corrected`` has the
values that the person gave. An event that was stored before gets a new version, known on the
day of the decision, so no earlier forecast changes. A decision is found again by the event's id
or, if a newer coder reads the sentence otherwise, by document, kind and place in the text.
"""

from pathlib import Path
from typing import Any, Literal

import pandas as pd

from escalation.errors import opening
from escalation.event import new_events
from escalation.ontology import ontology
from escalation.periods import Day, day
from escalation.schema import EVENTS, ContractError, checked, empty

Verdict = Literal["right", "wrong", "corrected"]
VERDICTS = ("right", "wrong", "corrected")
CORRECTABLE = (
    "kind", "status", "initiator", "target", "country", "admin1", "place", "happened_from",
    "happened_to", "deaths_low", "deaths_best", "deaths_high",
)  # fmt: skip
COLUMNS = (
    "event", "document", "coded", "span_from", "span_to", "decided", "verdict", *CORRECTABLE,
)  # fmt: skip
_SHOWN = (
    "event", "known_at", "kind", "status", "initiator", "target", "place", "deaths_best",
    "confidence", "link", "doubt", "document", "span_from", "span_to", "rule",
)  # fmt: skip


def review_queue(
    events: pd.DataFrame, decisions: pd.DataFrame | None = None, *, limit: int = 20
) -> pd.DataFrame:
    """The events that a person should look at first, not yet decided.

    Doubt is 1 less the coder's confidence, or the doubt of the link where that is larger: a link
    of one half is as doubtful as can be, one of 0 or 1 not at all.

    Returns
    -------
    DataFrame
        The ``limit`` most doubtful events, with ``doubt`` (0 to 1).
    """
    doubt = (1 - events["confidence"].fillna(0.0)).clip(0, 1)
    link_doubt = 1 - (2 * events["link"].fillna(1.0) - 1).abs()
    table = events.assign(doubt=doubt.where(doubt >= link_doubt, link_doubt))
    if decisions is not None and len(decisions):
        table = table[~table["event"].isin(set(decisions["event"]))]
    ordered = table.sort_values(["doubt", "event"], ascending=[False, True], kind="stable")
    return ordered[list(_SHOWN)].head(limit).reset_index(drop=True)


def read_decisions(path: str | Path) -> pd.DataFrame:
    """All decisions of a table; an absent file holds none."""
    file = Path(path)
    if not file.exists():
        return pd.DataFrame({name: pd.Series(dtype="str") for name in COLUMNS})
    with opening(file, what="a table of decisions", way_out="`escalation review` writes one"):
        table = pd.read_csv(file, dtype="str", keep_default_na=False)
    if list(table.columns) != list(COLUMNS):
        raise ContractError(f"{file.name} has other columns than {', '.join(COLUMNS)}")
    return table


def decide(
    path: str | Path, event: pd.Series, verdict: Verdict, *, decided: Day, **values: Any
) -> None:
    """Write one decision at the end of the table.

    Parameters
    ----------
    path
        The table; made if absent.
    event
        The row of the EVENTS contract that is decided on.
    verdict
        ``right``, ``wrong`` or ``corrected``.
    decided
        Day of the decision.
    values
        For ``corrected``: the columns of ``CORRECTABLE`` that are otherwise.

    Raises
    ------
    ContractError
        If the verdict, a column or a kind is unknown, or a correction says nothing.
    """
    if verdict not in VERDICTS:
        raise ContractError(f"no verdict '{verdict}'; there are: {', '.join(VERDICTS)}")
    unknown = sorted(set(values) - set(CORRECTABLE))
    if unknown:
        raise ContractError(f"{unknown} cannot be corrected; there are: {', '.join(CORRECTABLE)}")
    if (verdict == "corrected") != bool(values):
        raise ContractError("'corrected' says what is otherwise, and only it does")
    if "kind" in values:
        _ = ontology()[values["kind"]]
    row = {name: event[name] for name in ("event", "document", "span_from", "span_to")}
    row |= {"coded": event["kind"], "decided": str(day(decided).date()), "verdict": verdict}
    row |= values
    line = pd.DataFrame([{name: row.get(name, "") for name in COLUMNS}])
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    line.to_csv(file, mode="a", header=not file.exists(), index=False)


def overridden(events: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """Freshly coded events as the decisions have it: wrong ones dropped, others corrected."""
    rows = []
    for row in _rows(events):
        decision = _decision_on(row, decisions)
        if decision is None:
            rows.append(row)
        elif decision["verdict"] != "wrong":
            rows.append(_corrected(row, decision))
    return new_events(rows)


def corrections(events: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """New versions of stored events on which a decision fell after they were known.

    Parameters
    ----------
    events
        ``store.events()``.
    decisions
        From :func:`read_decisions`.

    Returns
    -------
    DataFrame
        Rows to append, ``known_at`` the day of the decision; a wrong event is ``withdrawn``.
    """
    rows = []
    for row in _rows(events):
        decision = _decision_on(row, decisions)
        if decision is None or day(decision["decided"]) <= row["known_at"]:
            continue
        version = _corrected(row, decision) | {"known_at": day(decision["decided"])}
        version["withdrawn"] = decision["verdict"] == "wrong"
        rows.append(version)
    return new_events(rows) if rows else empty(EVENTS)


def _rows(events: pd.DataFrame) -> list[dict[str, Any]]:
    table = checked(events, EVENTS)
    rows = (row.where(row.notna(), None) for _, row in table.iterrows())
    return [{str(name): value for name, value in row.items()} for row in rows]


def _decision_on(event: dict[str, Any], decisions: pd.DataFrame) -> dict[str, str] | None:
    """The latest decision on an event, by its id or by what it was read from."""
    by_id = decisions["event"] == event["event"]
    same_text = decisions["document"] == event["document"]
    for _, row in decisions[by_id | same_text].iloc[::-1].iterrows():
        decision = {str(name): str(value) for name, value in row.items()}
        if decision["event"] == event["event"] or _same_words(event, decision):
            return decision
    return None


def _same_words(event: dict[str, Any], decision: dict[str, str]) -> bool:
    """Does a decision on an event of another id mean this reading of the same words?"""
    same_branch = decision["coded"].partition(".")[0] == event["kind"].partition(".")[0]
    start, end = event["span_from"] or 0, event["span_to"] or 0
    return same_branch and float(decision["span_from"]) < end and start < float(decision["span_to"])


def _corrected(event: dict[str, Any], decision: dict[str, str]) -> dict[str, Any]:
    changes = {name: decision[name] for name in CORRECTABLE if decision[name] != ""}
    typed = {
        name: day(value)
        if name.startswith("happened")
        else float(value)
        if name.startswith("deaths")
        else value
        for name, value in changes.items()
    }
    return event | typed | {"confidence": 1.0, "reason": f"reviewed: {decision['verdict']}"}
