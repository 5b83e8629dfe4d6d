"""What changed: the incidents of the last weeks, each once, with the events behind it.

An incident stands in the list if a series of the theatre counts it and its last possible day lies
in the window that ends with ``as_of``; the week in progress is therefore in it, though no count
of the panel holds it yet. The order of the list is by day, latest first. Where there are more than
the list holds, those of the headline series stay first, then those with most dead.
"""

from dataclasses import dataclass

import pandas as pd

from escalation.brief import words
from escalation.brief.names import actor, where
from escalation.brief.spans import in_words
from escalation.tally import members
from escalation.theatre import Theatre


@dataclass(frozen=True)
class Incident:
    """One happening as a row of the brief: plain words, and what they were read from."""

    number: int
    first: pd.Timestamp
    last: pd.Timestamp
    series: str
    who: str
    whom: str
    what: str
    where: str
    dead: str
    reports: int
    outlets: tuple[str, ...]
    confidence: float
    documents: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """The incidents of a window, how many more there were, and what became known late."""

    since: pd.Timestamp
    until: pd.Timestamp
    incidents: tuple[Incident, ...]
    left_out: int
    late: int
    undated: int

    @property
    def outlets(self) -> int:
        """Number of outlets that any listed incident was read from."""
        return len({name for incident in self.incidents for name in incident.outlets})


def changes(
    events: pd.DataFrame,
    documents: pd.DataFrame,
    theatre: Theatre,
    *,
    as_of: pd.Timestamp,
    days: int = 28,
    most: int = 16,
    headline: str,
) -> Changes:
    """The incidents of the last ``days`` days, from events and documents as known on ``as_of``.

    Parameters
    ----------
    events, documents
        Tables of the EVENTS and DOCUMENTS contracts, as known on ``as_of``.
    theatre
        Says which events belong to which series, and names the actors.
    as_of
        Last day of the window.
    days
        Length of the window.
    most
        The most incidents that the list may hold.
    headline
        Series whose incidents are listed first of all.
    """
    since = as_of - pd.Timedelta(days=days - 1)
    counted = _with_series(events, theatre, headline)
    recent = counted[(counted["happened_to"] >= since) & (counted["happened_from"] <= as_of)]
    told = counted[(counted["known_at"] >= since) & counted["happened_to"].notna()]
    groups = [rows for _, rows in recent.groupby("incident", sort=True)]
    ranked = sorted(groups, key=lambda rows: _rank(rows, headline))
    chosen = sorted(ranked[:most], key=_day_order)
    outlets = _outlets(documents)
    return Changes(
        since=since,
        until=as_of,
        incidents=tuple(
            _incident(number, rows, theatre, outlets) for number, rows in enumerate(chosen, start=1)
        ),
        left_out=len(groups) - len(chosen),
        late=told.loc[told["happened_to"] < since, "incident"].nunique(),
        undated=events.loc[
            (events["known_at"] >= since) & events["happened_to"].isna(), "incident"
        ].nunique(),
    )


def known_in(
    events: pd.DataFrame, theatre: Theatre, series: str, *, first: pd.Timestamp, last: pd.Timestamp
) -> int:
    """Incidents of a series already known to lie wholly between two days."""
    dated = events.dropna(subset=["happened_from", "happened_to"])
    mine = members(dated, [theatre[series]])[series]
    inside = mine[(mine["happened_from"] >= first) & (mine["happened_to"] <= last)]
    return int(inside["incident"].nunique())


def _with_series(events: pd.DataFrame, theatre: Theatre, headline: str) -> pd.DataFrame:
    """Events that some series counts, with the title of the first such: the headline's, if any."""
    order = [theatre[headline], *(s for s in theatre.series if s.name != headline)]
    titles = pd.Series(index=events.index, dtype=object)
    names = pd.Series(index=events.index, dtype=object)
    for name, taken in members(events, order).items():
        mine = taken.index.difference(titles.dropna().index)
        titles.loc[mine], names.loc[mine] = theatre[name].title, name
    return events.assign(series=names, title=titles)[titles.notna()]


def _rank(rows: pd.DataFrame, headline: str) -> tuple:
    dead = rows["deaths_best"].fillna(rows["deaths_low"]).max()
    return (
        not (rows["series"] == headline).any(),
        -(0.0 if pd.isna(dead) else float(dead)),
        *_day_order(rows),
    )


def _day_order(rows: pd.DataFrame) -> tuple:
    return (-rows["happened_to"].min().toordinal(), str(rows["incident"].iloc[0]))


def _outlets(documents: pd.DataFrame) -> dict[str, str]:
    named = documents.dropna(subset=["outlets"]).sort_values("known_at")
    return dict(zip(named["document"], named["outlets"], strict=True))


def _incident(
    number: int, rows: pd.DataFrame, theatre: Theatre, outlets: dict[str, str]
) -> Incident:
    # the surest event names the actors; the toll spans what all of them say
    best = rows.sort_values(["confidence", "event"], ascending=[False, True]).iloc[0]
    sources = tuple(sorted(set(rows["document"])))
    named = {name for source in sources for name in split_outlets(outlets.get(source, ""))}
    what = words.kind(best["kind"])
    return Incident(
        number=number,
        first=rows["happened_from"].min(),
        last=rows["happened_to"].min(),
        series=str(best["title"]),
        who=actor(best["initiator"], best["initiator_name"], theatre),
        whom=actor(best["target"], best["target_name"], theatre),
        what=what if best["status"] == "happened" else f"{what} ({best['status']})",
        where=where(best),
        dead=_dead(rows),
        reports=len(sources),
        outlets=tuple(sorted(named)) or tuple(sorted(set(rows["source"]))),
        confidence=float(rows["confidence"].max()),
        documents=sources,
        events=tuple(sorted(rows["event"])),
    )


def split_outlets(text: str) -> list[str]:
    """Names of outlets from a document's ``outlets``, which parts them by ``;`` or ``|``."""
    return [name.strip() for name in text.replace("|", ";").split(";") if name.strip()]


def _dead(rows: pd.DataFrame) -> str:
    low = rows["deaths_low"].fillna(rows["deaths_best"]).min()
    high = rows["deaths_high"].fillna(rows["deaths_best"]).max()
    if pd.isna(low) and pd.isna(high):
        return "–"
    return words.span(low, high)


def days(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """The days of an incident for a narrow column: ``17 Feb`` or ``14–16 Feb``."""
    if first == last:
        return f"{last.day} {last:%b}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b}"
    if (last - first).days > 31:
        return f"by {in_words(last)}"
    return f"{first.day} {first:%b} – {last.day} {last:%b}"
