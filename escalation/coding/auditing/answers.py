"""What of a coder's answer is right: its events beside one hand-coded sentence."""

from fnmatch import fnmatchcase
from typing import Any

import numpy as np
import pandas as pd

from escalation.coding.status.standing import MENTIONS
from escalation.ontology import VIOLENT_ROOTS, ontology

NONE = "NONE"


def answered(gold: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """One row a gold sentence: the coder's answer and what of it is right (None: not stated)."""
    told = events.assign(root=[ontology()[kind].plover for kind in events["kind"]])
    found = {name: table for name, table in told.groupby("document", sort=False)}
    none = told.iloc[:0]
    return pd.DataFrame(
        [_judged(row, found.get(row["sentence"], none)) for _, row in gold.iterrows()]
    )


def _judged(gold: pd.Series, events: pd.DataFrame) -> dict[str, Any]:
    wanted, spoken_of = gold["root"], _mentions(events)
    mentions, events = events[spoken_of], events[~spoken_of]
    surest = events.sort_values("confidence", ascending=False, kind="stable").head(1)
    fitting = events[_fits_root(events["root"], wanted)]
    # Actors, place and toll are judged on the event that the gold means, where it was found.
    meant = fitting.sort_values("confidence", ascending=False, kind="stable").head(1)
    event = next(iter((meant if len(meant) else surest).to_dict("records")), None)
    initiator = _actor_right(gold["initiators"], event, "initiator")
    target = _actor_right(gold["targets"], event, "target")
    both = None if initiator is None or target is None else initiator and target
    return {
        "sentence": gold["sentence"],
        "root": wanted,
        "coded": surest["root"].iloc[0] if len(surest) else NONE,
        "confidence": surest["confidence"].iloc[0] if len(surest) else np.nan,
        "found": bool(len(meant)),
        "wrong_events": int(len(events) - len(fitting)),
        "initiator": initiator,
        "target": target,
        "both": both,
        "place": _place_right(gold["admin1"], event),
        "days": _days_right(gold, event),
        "deaths": _deaths_right(gold, events),
        "status": _status_right(gold["status"], event),
        "mention": _mention_right(gold["also"], mentions),
        "not_counted": _not_counted(gold["also"], events),
    }


def _mentions(events: pd.DataFrame) -> pd.Series:
    """Which events are only spoken of: they are no answer, right or wrong.

    An attack that somebody is accused of is spoken of where the sentence tells something else.
    """
    violent = events["root"].isin(VIOLENT_ROOTS)
    spoken_of = set(MENTIONS)
    if not events["status"].eq("claimed").all():
        spoken_of.add("claimed")
    return violent & events["status"].isin(spoken_of)


def _status_right(status: str | None, event: dict[Any, Any] | None) -> bool | None:
    return None if not isinstance(status, str) or event is None else event["status"] == status


def _mention_right(also: str | None, mentions: pd.DataFrame) -> bool | None:
    """Is what the sentence only speaks of coded with its status?"""
    if not isinstance(also, str):
        return None
    status, roots = _spoken_of(also)
    return bool((mentions["status"].eq(status) & mentions["root"].isin(roots)).any())


def _not_counted(also: str | None, events: pd.DataFrame) -> bool | None:
    """Does what the sentence only speaks of not count as having happened?"""
    if not isinstance(also, str):
        return None
    _, roots = _spoken_of(also)
    return not (events["status"].eq("happened") & events["root"].isin(roots)).any()


def _spoken_of(also: str) -> tuple[str, tuple[str, ...]]:
    """ "denied ASSAULT" as its status and the roots that fit it: violence is of two."""
    status, root = also.split()
    return status, VIOLENT_ROOTS if root in VIOLENT_ROOTS else (root,)


def _fits_root(roots: pd.Series, wanted: str | None) -> pd.Series:
    if wanted is None:
        return roots.isin(VIOLENT_ROOTS)
    return roots.eq(wanted)


def _actor_right(patterns: tuple[str, ...], event: dict | None, side: str) -> bool | None:
    if not patterns:
        return None
    actor = event[side] if event is not None else None
    return isinstance(actor, str) and any(fnmatchcase(actor, pattern) for pattern in patterns)


def _place_right(admin1: str | None, event: dict | None) -> bool | None:
    if not isinstance(admin1, str):
        return None
    return event is not None and event["admin1"] == admin1


def _days_right(gold: pd.Series, event: dict | None) -> bool | None:
    if pd.isna(gold["first"]) or event is None or pd.isna(event["happened_from"]):
        return None
    return bool(event["happened_from"] <= gold["last"] and event["happened_to"] >= gold["first"])


def _deaths_right(gold: pd.Series, events: pd.DataFrame) -> bool | None:
    """Is the toll within the experts' range? None where the coder read none.

    The experts count a suicide attacker among the dead, the coder apart from the victims.
    """
    if np.isnan(gold["low"]) or np.isnan(gold["high"]):
        return None
    own = float(events["kind"].eq("attack.suicide").any())
    low, best, high = (events[f"deaths_{end}"].max() + own for end in ("low", "best", "high"))
    if np.isnan(low) and np.isnan(best):
        return None
    if not np.isnan(best):
        return bool(gold["low"] <= best and best - own <= gold["high"])
    return bool(low <= gold["high"] and (np.isnan(high) or high >= gold["low"]))
