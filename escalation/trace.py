"""Trace: from a count back to the incidents, events and documents that it was made of.

One row is one event in one series: the period that its incident is counted in, what was coded, and
the document that it was read from, with its outlets and address. The store keeps no report's text;
where the reports are at hand, each event has the sentence that it was read from.
"""

import pandas as pd

from escalation.coding.auditing.records import sentence_at
from escalation.panel import watched
from escalation.periods import Day, day
from escalation.store import EventStore
from escalation.tally import incident_periods, members
from escalation.theatre import Theatre

_COLUMNS = [
    "series",
    "week",
    "incident",
    "event",
    "happened_from",
    "happened_to",
    "known_at",
    "kind",
    "status",
    "initiator",
    "target",
    "place",
    "deaths_best",
    "confidence",
    "link",
    "rule",
    "reason",
    "document",
    "source",
    "published",
    "outlets",
    "url",
    "span_from",
    "span_to",
]


def trace(
    store: EventStore,
    theatre: Theatre,
    *,
    series: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
) -> pd.DataFrame:
    """The events behind the counts of a theatre, latest period first.

    Parameters
    ----------
    store
        A view from ``store.as_of(day)``, or a whole store.
    theatre
        Says which events belong to which series.
    series
        Only this one; all, and the events that no series counts, if None.
    since, until
        First and last day of the periods wanted.

    Returns
    -------
    DataFrame
        A row an event and series: ``series`` (empty where none counts it), ``week`` (first day of
        the period that holds it, empty where its day could not be read), the event's columns,
        and its document's ``published``, ``outlets``, ``url``.
    """
    events = watched(store, theatre)
    dated = events.dropna(subset=["happened_from", "happened_to"])
    wanted = theatre.series if series is None else (theatre[series],)
    parts = []
    for name, mine in members(dated, wanted).items():
        week = incident_periods(mine, cadence=theatre.cadence)
        parts.append(mine.assign(series=name, week=week.reindex(mine["incident"]).to_numpy()))
    rows = pd.concat(parts)
    if series is None:
        rest = events[~events["event"].isin(rows["event"])]
        rows = pd.concat([rows, rest.assign(series=None, week=pd.Series(pd.NaT, index=rest.index))])
    if since is not None:
        rows = rows[rows["week"] >= day(since)]
    if until is not None:
        rows = rows[rows["week"] <= day(until)]
    told = store.documents().sort_values("known_at").drop_duplicates("document", keep="last")
    rows = rows.merge(told[["document", "published", "outlets", "url"]], on="document", how="left")
    order = ["series", "week", "incident", "known_at", "event"]
    rows = rows.sort_values(order, ascending=[True, False, True, True, True], kind="stable")
    return rows[_COLUMNS].reset_index(drop=True)


def with_sentences(rows: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Rows of :func:`trace` with the ``sentence`` of each event, empty where its text is not given.

    ``documents`` has ``document`` and ``text``, as :func:`escalation.text.merge.merge` gives it.
    """
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    spans = zip(rows["document"], rows["span_from"], rows["span_to"], strict=True)
    sentences = [
        sentence_at(texts[name], int(first), int(last)) if name in texts else None
        for name, first, last in spans
    ]
    return rows.assign(sentence=pd.Series(sentences, index=rows.index, dtype=object))
