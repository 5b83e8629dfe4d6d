"""UCDP's event data (GED and the monthly candidate events), read from its CSV files.

UCDP codes deadly organised violence only, in three types: 1 state-based, 2 non-state, 3 one-sided
(Sundberg & Melander 2013, doi:10.1177/0022343313484347; candidate events: Hegre et al. 2020,
doi:10.1177/2053168020935257). ``side_a`` is the state in type 1, not the one who began, and the
data do not say who did; so a state-based event is a clash between the two.

| type | sides | kind |
|---|---|---|
| 1 | state, and a state or a group | ``force.clash`` |
| 2 | two groups | ``attack`` |
| 3 | a state, and civilians | ``force`` |
| 3 | a group, and civilians | ``attack`` |

The file does not say when a row could be read: the caller gives the day of the release. Ids are
UCDP's own, so that the next release of the same event is a new version of it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from escalation.event import new_events
from escalation.periods import Day, day
from escalation.sources.imported import Imported, rejected_table, series_of
from escalation.sources.sides import Sides
from escalation.sources.ucdp_file import TYPES, records, series_wanted
from escalation.theatre import Theatre

Source = Literal["ucdp-ged", "ucdp-candidate"]

_PRECISION = {"1": "exact", "2": "district", "3": "district", "4": "province", "5": "province"}


def read_events(
    path: str | Path,
    *,
    source: Source,
    known_at: Day,
    theatre: Theatre | None = None,
    countries: Sequence[str] | None = None,
) -> Imported:
    """Read a file of GED or candidate events, full or slim, into the EVENTS contract.

    Parameters
    ----------
    path
        CSV file; the row of tags under the header, if there is one, is passed over.
    source
        Name that the events carry: ``ucdp-ged`` or ``ucdp-candidate``.
    known_at
        Day of the release.
    theatre
        Whose actors the sides are looked for among; else a group is ``PAK.REB`` and the like.
    countries
        As UCDP names them; all if None.

    Raises
    ------
    ContractError
        If the file is neither layout, or holds no event in one of the countries.
    """
    release, sides = day(known_at), Sides(theatre)
    rows: list[dict[str, Any]] = []
    faults: list[tuple[str, int, str, str | None]] = []
    told = [(line, record, series_of(record["country"])) for line, record in records(path)]
    wanted = series_wanted(countries, {land for *_, land in told})
    for line, record, land in told:
        if wanted is not None and land not in wanted:
            continue
        try:
            rows.append(_event(record, source, release, sides))
        except (ValueError, KeyError) as reason:
            faults.append((Path(path).name, line, f"a row is a UCDP event: {reason}", record["id"]))
    return Imported(new_events(rows), rejected_table(faults))


def _event(
    record: Mapping[str, str], source: Source, release: pd.Timestamp, sides: Sides
) -> dict[str, Any]:
    start, end = _days(record)
    if start > release:
        raise ValueError(f"it began on {start.date()}, after its release on {release.date()}")
    country = sides.country(record["country"])
    side_a, side_b = _sides(record)
    initiator, target = sides.actor(side_a, country), sides.actor(side_b, country)
    low, best, high = _deaths(record)
    return {
        "event": f"ucdp-{record['id']}",
        "happened_from": start,
        "happened_to": end,
        "known_at": release,
        "kind": _kind(record["type_of_violence"], initiator),
        "status": "happened",
        "initiator": initiator,
        "initiator_name": side_a,
        "target": target,
        "target_name": side_b,
        "country": country,
        "admin1": record.get("adm_1") or None,
        "admin2": record.get("adm_2") or None,
        "place": record.get("where_coordinates") or None,
        "latitude": float(record["latitude"]) if record.get("latitude") else None,
        "longitude": float(record["longitude"]) if record.get("longitude") else None,
        "precision": _PRECISION.get(record.get("where_prec", ""), "country"),
        "deaths_low": low,
        "deaths_best": best,
        "deaths_high": high,
        "document": f"{source}-{release.date()}",
        "rule": f"ucdp type {record['type_of_violence']}",
        "source": source,
    }


def _days(record: Mapping[str, str]) -> tuple[pd.Timestamp, pd.Timestamp]:
    start = day(record.get("date_start", record.get("date", ""))[:10])
    end = day(record.get("date_end", record.get("date", ""))[:10])
    if start > end:
        raise ValueError(f"it began on {start.date()} and ended on {end.date()}")
    return start, end


def _sides(record: Mapping[str, str]) -> tuple[str, str]:
    """Both sides by name; the slim layout has them in the conflict's name, as far as it goes."""
    if "side_a" in record:
        return record["side_a"], record["side_b"]
    name, kind = record["conflict_name"], record["type_of_violence"]
    if kind == "1" and ": " in name:
        return _state(name.split(": ")[0]), "XXX"
    first, _, second = name.partition(" - ")
    if kind == "1":
        return _state(first), _state(second or "XXX")
    return first, second or "Civilians"


def _state(name: str) -> str:
    told = name.startswith(("Government of ", "XXX"))
    return name if told else f"Government of {name}"


def _kind(violence: str, initiator: str) -> str:
    if violence not in TYPES:
        raise ValueError(f"type_of_violence is 1, 2 or 3; got {violence!r}")
    if violence == "1":
        return "force.clash"
    return "force" if violence == "3" and initiator.endswith(".GOV") else "attack"


def _deaths(record: Mapping[str, str]) -> tuple[float | None, float, float | None]:
    """Low, best and high; a few rows have the best outside, and the range is widened to it."""
    best = float(record["best"])
    if "low" not in record:
        return None, best, None
    return min(float(record["low"]), best), best, max(float(record["high"]), best)
