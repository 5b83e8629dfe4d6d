"""Documents that people coded whole, and a coder's events beside theirs.

One JSON object a line: ``document`` (id), ``split``, ``events`` that a reader must find, and
``optional`` ones (told in passing, or of doubtful weight) that are neither missed where they are
absent nor false where they are coded. An event has ``kind``, ``status``, ``initiator``, ``target``,
``country``, ``admin1``, ``from``, ``to``, ``deaths``, ``attackers`` (those of the dead who
attacked; an event's deaths are without them) and ``injured``. Equally good answers are parted by
``|``; empty is what the text does not tell. No text is kept: who audits has the documents.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from escalation.coding.auditing.confidence import reliability
from escalation.coding.places.atlas import atlas
from escalation.coding.sentence.phrases import fold
from escalation.coding.status.standing import MENTIONS
from escalation.errors import opening
from escalation.ontology import VIOLENT_ROOTS, ontology, same_branch

FIELDS = ("kind", "status", "initiator", "target", "place", "days", "deaths", "injured")
# Reports are of the day or of a day or two after it, and seldom say which.
_SLACK = pd.Timedelta(days=2)
_NOBODY = ("", "UNK")
_DRAWS = 500
# Of two who fight or talk with each other neither need be the first.
_MUTUAL = ("force.clash", "talks", "agree")
_WAY_OUT = "the head of escalation/coding/auditing/judged.py has its fields"


def read_judged(path: str | Path, *, split: str | None = None) -> list[dict[str, Any]]:
    """Judged documents of a file, of one ``split`` where it is given.

    Raises
    ------
    ContractError
        If a line is no judged document, or a kind is not in the ontology.
    """
    with opening(path, what="judged documents, one JSON object a line", way_out=_WAY_OUT):
        judged = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line]
        for event in (e for one in judged for e in [*one["events"], *one.get("optional", [])]):
            _ = [ontology()[kind] for kind in _any(event["kind"])]
            _ = event["status"], event["initiator"], event["target"]
        return [one for one in judged if split is None or one["split"] == split]


def compare(judged: list[dict[str, Any]], events: pd.DataFrame) -> pd.DataFrame:
    """One row an event of either side, and what of it is right.

    Parameters
    ----------
    judged
        From :func:`read_judged`.
    events
        Of the same documents, by the EVENTS contract; others are left out.

    Returns
    -------
    DataFrame
        ``document``; ``outcome``: found, missed, or false (optional ones that were coded have no
        row); ``wanted`` and ``coded``, the kinds; of the found one column a field of ``FIELDS``,
        None where the judge does not tell; ``right``, whether all told are.
    """
    by_document = {name: table.to_dict("records") for name, table in events.groupby("document")}
    rows = [
        row for one in judged for row in _of_document(one, by_document.get(one["document"], []))
    ]
    columns = ["document", "outcome", "wanted", "coded", *FIELDS, "right"]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys((*FIELDS, "right"), object))


def sides_right(judged: list[dict[str, Any]], events: pd.DataFrame) -> pd.Series:
    """Which coded events are some that the judge found, with his PLOVER root and both his sides.

    Parameters
    ----------
    judged, events
        As in :func:`compare`.

    Returns
    -------
    Series
        True or False, indexed as ``events`` are; what no judge read is not right.
    """
    right: dict[Any, bool] = {}
    by_document = {one["document"]: one for one in judged}
    for document, table in events.groupby("document"):
        one = by_document.get(str(document), {"events": []})
        wanted, coded = [*one["events"], *one.get("optional", [])], table.to_dict("records")
        right |= dict.fromkeys(table.index, False)
        for at, to in _pairs(wanted, coded, len(one["events"])).items():
            right[table.index[to]] = _root_and_sides(wanted[at], coded[to])
    return pd.Series(right, dtype=bool).reindex(events.index)


def meant(judged: list[dict[str, Any]], events: pd.DataFrame) -> pd.DataFrame:
    """Whether confidences hold, by root and sides; the table of :func:`reliability`.

    What is only spoken of (denied, planned, remembered) has no confidence to be judged.
    """
    told = events[~events["status"].isin(MENTIONS)]
    return reliability(told["confidence"], sides_right(judged, events)[told.index])


def _root_and_sides(wanted: dict, coded: dict[Any, Any]) -> bool:
    roots = [ontology()[kind].plover for kind in _any(wanted["kind"])]
    return ontology()[coded["kind"]].plover in roots and all(_sides(wanted, coded).values())


def summary(
    judged: list[dict[str, Any]], compared: pd.DataFrame, *, seed: int, level: float = 0.9
) -> pd.DataFrame:
    """How much of the judged was found, how much of the coded is none, and what of it was right.

    Returns
    -------
    DataFrame
        ``measure, right, of, share, low, high``; the interval is of a bootstrap over documents
        (Efron 1979, doi:10.1214/aos/1176344552). ``whole documents`` have every event found and
        right and none beside them.
    """
    documents, found = [one["document"] for one in judged], compared["outcome"].eq("found")
    wrong = compared.loc[~compared["right"].astype(bool), "document"]
    whole = pd.Series(documents, dtype=object)
    measures = {
        "events found": (found, compared["outcome"].ne("false")),
        "coded events that are some": (found, compared["outcome"].ne("missed")),
        **{f: (found & compared[f].eq(True), found & compared[f].notna()) for f in FIELDS},
        "all of a found event": (found & compared["right"].astype(bool), found),
    }
    rows = [
        {"measure": name} | _share(compared["document"], *parts, documents, seed, level)
        for name, parts in measures.items()
    ]
    of_all = _share(whole, ~whole.isin(wrong), whole.notna(), documents, seed, level)
    return pd.DataFrame([*rows, {"measure": "whole documents"} | of_all])


def _share(
    belongs: pd.Series,
    right: pd.Series,
    of: pd.Series,
    documents: list[str],
    seed: int,
    level: float,
) -> dict[str, float]:
    table = pd.DataFrame({"document": belongs, "right": right.astype(int), "of": of.astype(int)})
    counts = table.groupby("document").sum().reindex(documents, fill_value=0).to_numpy()
    picks = np.random.default_rng(seed).integers(0, len(counts), size=(_DRAWS, len(counts)))
    drawn = counts[picks].sum(axis=1)
    shares = drawn[:, 0] / np.where(drawn[:, 1], drawn[:, 1], np.nan)
    got, all_of = (int(n) for n in counts.sum(axis=0))
    ends = [(1 - level) / 2, (1 + level) / 2]
    low, high = np.nanquantile(shares, ends) if all_of else (np.nan, np.nan)
    share = got / all_of if all_of else np.nan
    return {"right": got, "of": all_of, "share": share, "low": low, "high": high}


def _of_document(judged: dict[str, Any], coded: list[dict[Any, Any]]) -> list[dict[str, Any]]:
    wanted = [*judged["events"], *judged.get("optional", [])]
    must = len(judged["events"])
    pairs = _pairs(wanted, coded, must)
    found = {at: coded[to] for at, to in pairs.items() if at < must}
    used = set(pairs.values())
    rows = [
        _row(judged["document"], event, found.get(at)) for at, event in enumerate(judged["events"])
    ]
    loose = [event for to, event in enumerate(coded) if to not in used]
    return rows + [
        {"document": judged["document"], "outcome": "false", "coded": event["kind"], "right": False}
        for event in loose
    ]


def _pairs(wanted: list[dict], coded: list[dict[Any, Any]], must: int) -> dict[int, int]:
    """Which coded event is which wanted one: the pairing with the most in common."""
    if not wanted or not coded:
        return {}
    alike = np.array([[_alike(one, other) for other in coded] for one in wanted])
    alike[:must][alike[:must] > 0] += len(FIELDS)
    at, to = linear_sum_assignment(-alike)
    return {int(a): int(b) for a, b in zip(at, to, strict=True) if alike[a, b] > 0}


def _alike(wanted: dict, coded: dict[Any, Any]) -> float:
    root = ontology()[coded["kind"]].plover
    roots = [ontology()[kind].plover for kind in _any(wanted["kind"])]
    violent = root in VIOLENT_ROOTS and any(one in VIOLENT_ROOTS for one in roots)
    if root not in roots and not violent:
        return 0.0
    return 1.0 + sum(right is True for right in _fields(wanted, coded).values())


def _any(wanted: str) -> list[str]:
    return [one.strip() for one in wanted.split("|")]


def _row(document: str, wanted: dict, coded: dict[Any, Any] | None) -> dict[str, Any]:
    row = {"document": document, "outcome": "missed", "wanted": wanted["kind"], "right": False}
    if coded is None:
        return row
    fields = _fields(wanted, coded)
    right = all(field is not False for field in fields.values())
    return row | fields | {"outcome": "found", "coded": coded["kind"], "right": right}


def _fields(wanted: dict, coded: dict[Any, Any]) -> dict[str, bool | None]:
    return {
        "kind": any(same_branch(kind, coded["kind"]) for kind in _any(wanted["kind"])),
        "status": coded["status"] in _any(wanted["status"]),
        **_sides(wanted, coded),
        "place": _place(wanted, coded),
        "days": _days(wanted, coded),
        "deaths": _toll(_victims(wanted), coded["deaths_best"]),
        "injured": _toll(wanted.get("injured"), coded["injured_best"]),
    }


def _sides(wanted: dict, coded: dict[Any, Any]) -> dict[str, bool]:
    one, other = wanted["initiator"], wanted["target"]
    initiator, target = coded["initiator"], coded["target"]
    fits = {"initiator": _actor(one, initiator), "target": _actor(other, target)}
    if not any(ontology()[coded["kind"]].within(kind) for kind in _MUTUAL):
        return fits
    turned = {"initiator": _actor(other, initiator), "target": _actor(one, target)}
    return max(fits, turned, key=lambda sides: sum(sides.values()))


def _actor(wanted: str, coded: Any) -> bool:
    """Whether the code is one of the wanted, or says the same with more or less detail."""
    told = coded if isinstance(coded, str) else ""
    return any(_same_actor(one, told) for one in _any(wanted))


def _same_actor(one: str, other: str) -> bool:
    if one in _NOBODY or other in _NOBODY:
        return one in _NOBODY and other in _NOBODY
    parts, others = one.split("."), other.split(".")
    if "UNK" in (parts[0], others[0]) and len(parts) == len(others) == 2:
        # A militant of a country that nobody tells may be one of the country where it was.
        return parts[1] == others[1]
    return same_branch(one, other)


def _place(wanted: dict, coded: dict[Any, Any]) -> bool | None:
    admin1 = wanted.get("admin1")
    # A country alone often follows from who acts; a coder that reads no place need not guess it.
    if not wanted.get("country") or (not admin1 and not isinstance(coded["country"], str)):
        return None
    if coded["country"] not in _any(wanted["country"]):
        return False
    told = coded["admin1"] if isinstance(coded["admin1"], str) else ""
    if not admin1 or fold(told) in [fold(one) for one in _any(admin1)]:
        return True
    return any(_same_province(one, told, coded["country"]) for one in _any(admin1))


def _same_province(one: str, other: str, country: str) -> bool:
    """Bavaria is Bayern."""
    meant = atlas(None).meanings(one)
    return any((m.country, m.precision, m.admin1) == (country, "province", other) for m in meant)


def _days(wanted: dict, coded: dict[Any, Any]) -> bool | None:
    if not wanted.get("from"):
        return None
    first, last = coded["happened_from"], coded["happened_to"]
    if pd.isna(first) or pd.isna(last):
        return False
    start, end = (pd.Timestamp(wanted[name]) for name in ("from", "to"))
    return bool(first <= end + _SLACK and last >= start - _SLACK)


def _victims(wanted: dict) -> float | None:
    deaths = wanted.get("deaths")
    return None if deaths is None else deaths - (wanted.get("attackers") or 0)


def _toll(wanted: float | None, coded: float) -> bool | None:
    """None told and none coded is right, and says nothing."""
    if wanted is None:
        return None if pd.isna(coded) else False
    if pd.isna(coded):
        return wanted == 0
    return bool(coded == wanted)
