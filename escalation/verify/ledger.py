"""A ledger of issued forecasts: append-only, chained by hashes, resolved by rules.

A file of JSON lines. Each entry issues a forecast, resolves one, or declares one void, and
carries the hash of the entry before it, so that a line changed, taken out or put in later is
found out and named. Lines cut off at the end leave no trace in the file itself: keep the last
hash (``head``) where others can see it, and give it to :func:`entries` to be sure.

A forecast is resolved by a rule that a machine checks: at least so many incidents of a series
in given weeks, as the store knew them a fixed number of weeks later. It is void if too much of
those weeks was not observed to tell.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from escalation.forecast import Forecast
from escalation.panel import counts_seen
from escalation.periods import Day, day, last_day
from escalation.schema import ContractError
from escalation.store import EventStore
from escalation.theatre import Theatre
from escalation.verify.calibration import reliability
from escalation.verify.chain import GENESIS, Entry, append, entries

STATES = ("open", "resolved", "void")
_COLUMNS = ["id", "state", "chance", "outcome", "brier", "issued", "closed", "question", "reason"]
_COLUMNS += ["model", "as_of", "theatre", "series"]


@dataclass(frozen=True)
class Rule:
    """What must happen for a forecast to come true, and when that is looked up.

    ``first`` and ``last`` are the days with which the first and last period begin and end.
    """

    theatre: str
    series: str
    at_least: int
    first: str
    last: str
    lag_weeks: int

    @property
    def stands(self) -> pd.Timestamp:
        """Day whose knowledge decides."""
        return day(self.last) + pd.Timedelta(weeks=self.lag_weeks)

    def words(self) -> str:
        """The rule as a sentence."""
        return (
            f"at least {self.at_least} of {self.series} ({self.theatre}) from {self.first} to "
            f"{self.last}, by the store as known on {self.stands.date()}"
        )


@dataclass(frozen=True)
class Record:
    """How a ledger did: numbers by state, mean Brier score, share void, and the head's hash."""

    issued: int
    open: int
    resolved: int
    void: int
    void_rate: float
    brier: float
    head: str


def add(
    path: str | Path,
    forecast: Forecast,
    *,
    on: Day,
    series: Sequence[str] | None = None,
    at_least: int = 1,
    within: int = 4,
    lag_weeks: int = 8,
) -> list[str]:
    """Issue the chances of at least so many incidents within the first periods.

    Parameters
    ----------
    path
        The ledger; made if it does not exist.
    forecast
        Whose chances are issued.
    on
        Day of issue: not before the forecast's ``as_of``, and before its first period has ended.
    series
        All of the forecast's, if None.
    at_least, within
        The event: that many incidents in the first ``within`` periods.
    lag_weeks
        Weeks after the last period whose knowledge decides.

    Returns
    -------
    list of str
        Ids of the entries.

    Raises
    ------
    ContractError
        If the same forecast was issued before, or the day does not fit.
    """
    cadence = forecast.data.attrs["cadence"]
    issued, first_end = day(on), last_day(forecast.weeks[0], cadence=cadence)
    if not forecast.as_of <= issued <= first_end:
        raise ContractError(
            f"a forecast as of {forecast.as_of.date()} is issued from that day to "
            f"{first_end.date()}, before what it is about is known; got {issued.date()}"
        )
    fresh = []
    for name in series or forecast.series:
        chance = forecast.chance(name, at_least=at_least, within=within)
        rule = Rule(
            theatre=forecast.data.attrs["theatre"],
            series=name,
            at_least=at_least,
            first=str(forecast.weeks[0].date()),
            last=str(last_day(forecast.weeks[within - 1], cadence=cadence).date()),
            lag_weeks=lag_weeks,
        )
        fresh.append(
            {
                "entry": "issued",
                "id": _id(rule, forecast),
                "day": str(issued.date()),
                "chance": chance,
                "rule": asdict(rule),
                "model": forecast.model,
                "as_of": str(forecast.as_of.date()),
                "vintage": forecast.data.attrs["vintage"],
                "seed": int(forecast.data.attrs["seed"]),
                "version": forecast.data.attrs["version"],
            }
        )

    def each_once(standing: list[Entry]) -> None:
        twins = {entry["id"] for entry in standing} & {entry["id"] for entry in fresh}
        if twins:
            raise ContractError(
                f"forecasts {sorted(twins)} were issued before; a ledger takes each once"
            )

    append(Path(path), fresh, check=each_once)
    return [entry["id"] for entry in fresh]


def resolve(path: str | Path, store: EventStore, theatre: Theatre, *, on: Day) -> list[str]:
    """Close every open forecast of a theatre whose day of decision has come.

    Parameters
    ----------
    path
        The ledger.
    store, theatre
        What decides. A forecast whose day lies beyond the store's last load stays open.
    on
        Today, as the caller has it.

    Returns
    -------
    list of str
        Ids of what was resolved or became void.
    """
    loaded, today = store.loaded_through, day(on)
    fresh = []
    for entry in _open(entries(path)):
        rule = Rule(**entry["rule"])
        due = loaded is not None and rule.stands <= min(today, loaded)
        if rule.theatre == theatre.name and due:
            verdict = _verdict(rule, store, theatre)
            fresh.append({"id": entry["id"], "day": str(today.date())} | verdict)
    _close(Path(path), fresh)
    return [entry["id"] for entry in fresh]


def void(path: str | Path, entry_id: str, *, reason: str, on: Day) -> None:
    """Declare an open forecast void, such as one whose series was defined anew."""
    known = [entry["id"] for entry in _open(entries(path))]
    if entry_id not in known:
        raise ContractError(f"no open forecast '{entry_id}'; there are: {', '.join(known)}")
    if not reason.strip():
        raise ContractError("a forecast is void for a reason; got none")
    fresh = {"entry": "void", "id": entry_id, "day": str(day(on).date()), "reason": reason}
    _close(Path(path), [fresh])


def show(path: str | Path) -> pd.DataFrame:
    """Every forecast and its state, in the order of issue.

    Returns
    -------
    DataFrame
        ``id, state`` (open, resolved, void), ``chance, outcome`` (0 or 1), ``brier, issued,
        closed, question, reason, model, as_of, theatre, series``.
    """
    chain = entries(path)
    closed = {entry["id"]: entry for entry in chain if entry["entry"] != "issued"}
    rows = []
    for entry in (entry for entry in chain if entry["entry"] == "issued"):
        end = closed.get(entry["id"], {})
        outcome = end.get("outcome")
        rows.append(
            {
                "id": entry["id"],
                "state": end.get("entry", "open"),
                "chance": entry["chance"],
                "outcome": outcome,
                "brier": None if outcome is None else (entry["chance"] - outcome) ** 2,
                "issued": entry["day"],
                "closed": end.get("day"),
                "question": Rule(**entry["rule"]).words(),
                "reason": end.get("reason"),
                "model": entry["model"],
                "as_of": entry["as_of"],
                "theatre": entry["rule"]["theatre"],
                "series": entry["rule"]["series"],
            }
        )
    table = pd.DataFrame(rows, columns=_COLUMNS)
    return table.astype({"chance": float, "outcome": float, "brier": float})


def record(path: str | Path) -> Record:
    """Numbers by state, mean Brier score of what was resolved, share void of what was closed."""
    chain, table = entries(path), show(path)
    number = {state: int((table["state"] == state).sum()) for state in STATES}
    closed = number["resolved"] + number["void"]
    return Record(
        issued=len(table),
        **number,
        void_rate=number["void"] / closed if closed else float("nan"),
        brier=float(table["brier"].mean()),
        head=chain[-1]["hash"] if chain else GENESIS,
    )


def running(path: str | Path) -> pd.DataFrame:
    """Mean Brier score as forecasts were resolved: ``closed, brier, n``, one row a day."""
    done = show(path).dropna(subset=["brier"])
    daily = done.groupby("closed")["brier"].agg(["sum", "size"]).cumsum()
    mean = daily["sum"] / daily["size"]
    return pd.DataFrame({"closed": daily.index, "brier": mean.to_numpy(), "n": daily["size"].array})


def reliability_of(path: str | Path, *, seed: int) -> pd.DataFrame:
    """Reliability diagram of what was resolved, see :func:`calibration.reliability`."""
    done = show(path).dropna(subset=["outcome"])
    if done.empty:
        raise ContractError("nothing in the ledger is resolved yet")
    return reliability(done["chance"], done["outcome"], seed=seed)


def _verdict(rule: Rule, store: EventStore, theatre: Theatre) -> dict[str, Any]:
    seen = counts_seen(store.as_of(rule.stands), theatre)
    if rule.series not in seen.columns:
        return {"entry": "void", "reason": f"the theatre has no series '{rule.series}' any more"}
    counts = seen.loc[rule.first : rule.last, rule.series]
    total, dark = float(counts.sum()), int(counts.isna().sum())
    # What was seen can be enough for yes; without it a dark week leaves no way to say no.
    if total < rule.at_least and dark:
        return {"entry": "void", "reason": f"{dark} of {len(counts)} weeks were not observed"}
    return {
        "entry": "resolved",
        "outcome": int(total >= rule.at_least),
        "count": total,
        "known": str(rule.stands.date()),
    }


def _close(path: Path, fresh: list[Entry]) -> None:
    def still_open(standing: list[Entry]) -> None:
        gone = {entry["id"] for entry in fresh} - {entry["id"] for entry in _open(standing)}
        if gone:
            raise ContractError(f"forecasts {sorted(gone)} were closed in the meantime; look again")

    if fresh:
        append(path, fresh, check=still_open)


def _open(chain: list[Entry]) -> list[Entry]:
    closed = {entry["id"] for entry in chain if entry["entry"] != "issued"}
    return [e for e in chain if e["entry"] == "issued" and e["id"] not in closed]


def _id(rule: Rule, forecast: Forecast) -> str:
    words = [*asdict(rule).values(), forecast.model, forecast.as_of.date()]
    return "f" + hashlib.sha256("\x1f".join(map(str, words)).encode()).hexdigest()[:11]
