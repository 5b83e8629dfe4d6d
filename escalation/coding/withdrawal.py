"""Events that a later report withdraws: new versions, known on the day of that report.

A retraction (``retraction.py``) withdraws an incident of violence that was told up to
``blocks.WINDOW`` days before it, if it fits that one and no other:

    kind    one is the other or a branch of it; a bombing fits a suicide bombing
    place   the same, as fine as both say; a land alone is not enough without the toll
    days    those that it names are the event's, give or take one
    toll    the same, or at most twice what was told first
    hand    whoever is known to have done it is cleared only by what was admitted or found

Where only its dead turn out to be alive, the incident stands, with a toll of none.
All else stays as it was told: a withdrawal too many hides an attack. The withdrawn versions are
out of ``store.events()``, so of all counts, from that day on; what was known before stands.
"""

import pandas as pd

from escalation.coding.incidents.blocks import WINDOW, family
from escalation.coding.story.retraction import ALIVE, SAID, STATUS
from escalation.event import new_events
from escalation.ontology import same_branch
from escalation.schema import EVENTS, empty

_DAY = pd.Timedelta(days=1)
_TOLD = ("happened", "claimed")
_GREW = 2.0  # how many times the first toll a later one is at most
_FEW = 3  # deaths that say which event is meant where no place does
_PLACES = ("place", "admin2", "admin1")  # the finest first


def withdrawals(linked: pd.DataFrame, *, known: pd.DataFrame | None = None) -> pd.DataFrame:
    """New versions of the events that a later report says did not happen.

    Parameters
    ----------
    linked
        Events just linked.
    known
        Events linked before them.

    Returns
    -------
    DataFrame
        By the EVENTS contract: the earlier events, ``withdrawn`` and of status ``retracted``,
        ``known_at`` the day of the retraction, which ``reason`` names.
    """
    tables = [table for table in (known, linked) if table is not None and len(table)]
    if not tables:
        return empty(EVENTS)
    together = pd.concat(tables, ignore_index=True)
    violent = together["kind"].map(family).eq("violence")
    told = together[violent & together["status"].isin(_TOLD)]
    retractions = together[violent & together["status"].eq(STATUS)]
    fresh = set(linked["event"])
    rows: dict[str, dict] = {}
    for _, retraction in retractions.sort_values(["known_at", "event"]).iterrows():
        meant = _meant(retraction, told)
        for _, event in meant.iterrows():
            if event["event"] not in rows and not fresh.isdisjoint(
                (event["event"], retraction["event"])
            ):
                rows[event["event"]] = _withdrawn(event, retraction)
    return new_events(rows.values())


def without(versions: pd.DataFrame, gone: pd.DataFrame) -> pd.DataFrame:
    """Versions of events, save those from the day on which the event was withdrawn."""
    if versions.empty or gone.empty:
        return versions
    ended = versions["event"].map(gone.set_index("event")["known_at"])
    return versions[~(versions["known_at"] >= ended).to_numpy()].reset_index(drop=True)


def _withdrawn(event: pd.Series, retraction: pd.Series) -> dict:
    reason = f"withdrawn by {retraction['event']}"
    if retraction["rule"] == ALIVE:  # the attack stands, its dead do not
        reason = f"the dead are alive by {retraction['event']}"
        changed = {"known_at": retraction["known_at"], "reason": reason}
        nobody = dict.fromkeys(("deaths_low", "deaths_best", "deaths_high"), 0.0)
        return event.where(event.notna(), None).to_dict() | changed | nobody
    changed = {"known_at": retraction["known_at"], "status": STATUS, "withdrawn": True}
    return event.where(event.notna(), None).to_dict() | changed | {"reason": reason}


def _meant(retraction: pd.Series, told: pd.DataFrame) -> pd.DataFrame:
    """The events of the one incident that a retraction means; none if there are several."""
    gap = retraction["known_at"] - told["known_at"]
    near = told[(gap > pd.Timedelta(0)) & (gap <= WINDOW * _DAY)]
    near = near[near["country"].eq(retraction["country"])]
    fitting = [
        incident
        for incident, events in near.groupby("incident", sort=True)
        if _fits(retraction, events)
    ]
    return near[near["incident"].isin(fitting if len(fitting) == 1 else [])]


def _fits(retraction: pd.Series, events: pd.DataFrame) -> bool:
    of_kind = events["kind"].map(lambda kind: _same_kind(kind, retraction["kind"])).any()
    cleared = events["initiator"].fillna("UNK").str.startswith("UNK").all()
    if retraction["rule"] == ALIVE and retraction["deaths_best"] != events["deaths_best"].max():
        return False
    return bool(
        of_kind
        and (cleared or retraction["rule"] != SAID)
        and _same_days(retraction, events)
        and _same_place_and_toll(retraction, events)
    )


def _same_kind(one: str, other: str) -> bool:
    blasts = {one, other} <= {"attack.bombing", "attack.suicide"}
    return blasts or same_branch(one, other)


def _same_days(retraction: pd.Series, events: pd.DataFrame) -> bool:
    first, last = retraction["happened_from"], retraction["happened_to"]
    if pd.isna(first) or pd.isna(last):
        return True
    overlap = (events["happened_from"] <= last + _DAY) & (events["happened_to"] >= first - _DAY)
    return bool(overlap.any())


def _same_place_and_toll(retraction: pd.Series, events: pd.DataFrame) -> bool:
    dead, before = retraction["deaths_best"], events["deaths_best"].max()
    both = pd.notna(dead) and pd.notna(before)
    if both and not before <= dead <= _GREW * before:
        return False
    told_by_toll = both and dead >= _FEW and dead == before
    return told_by_toll or any(_same_place(retraction, event) for _, event in events.iterrows())


def _same_place(one: pd.Series, other: pd.Series) -> bool:
    """Do two agree in the finest that both say, and is that finer than a land?"""
    if "country" in (one["precision"], other["precision"]):
        return False
    for level in _PLACES:
        if pd.notna(one[level]) and pd.notna(other[level]):
            if one[level] == other[level]:
                return True
            if level != "place" or one["precision"] == other["precision"] == "exact":
                return False
    return False
