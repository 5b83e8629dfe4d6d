"""The whole of a score table, laid out to be read: never one global mean.

Each part is a table of its own. In short, a row a model, how often each was better or worse than a
reference; then ratios to it by series, by year and by regime, the same against each truth, mean
scores, coverage, chances and their worth, alarms, calibration, ranks.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from escalation.schema import SCORES, ContractError, checked
from escalation.verify import calibration, calibration_test, decisions, units
from escalation.verify.compare import compare, summary
from escalation.verify.table import is_monthly, of_truth, truth_names

AHEAD = {("week", 1): "next {}", ("total", 4): "4 {}s", ("total", 12): "12 {}s"}
ALARM = 0.5
_MEANS = ("crps", "crps_log", "crps_alarm", "logs", "brier", "dss", "wis", "interval90", "width90")
_COSTS = (0.1, 0.25, 0.5)


def overview(
    table: pd.DataFrame,
    *,
    against: str = "last-year",
    series: Sequence[str] = (),
    metric: str = "crps",
    truth: str | None = None,
    folder: str | Path | None = None,
    as_numbers: bool = False,
    seed: int,
) -> dict[str, pd.DataFrame]:
    """Every part of the scorecard, by its title.

    Parameters
    ----------
    table
        By the SCORES contract, of weeks.
    against
        Reference of the ratios.
    series
        Which series; all if empty.
    metric
        Score of the ratios and ranks.
    truth
        Which truth, where the table has several; the lagged one if None.
    folder
        Of the backtest, whose kept samples the calibration tests need; left out if None.
    as_numbers
        Give a ratio and its interval as three columns, a row a model, for programs.
    seed
        Of the bootstrap.
    """
    scores = _of_series(checked(table, SCORES), series)
    one = of_truth(scores, truth)
    over = f"{metric} over that of {against}, 90% interval"

    def beside(rows: pd.DataFrame, *by: str) -> pd.DataFrame:
        return ratios(rows, by=by, against=against, metric=metric, as_numbers=as_numbers, seed=seed)

    short = in_short(one, against=against, metric=metric, seed=seed)
    parts = {f"in short: targets below, around and above 1 ({over})": short}
    parts[over] = beside(one, "series")
    totals = one[(one["target"] == "total") | (one["metric"] == "failed")]
    if (totals["metric"] == metric).any():
        for group in ("year", "regime"):
            parts[f"by {group}: {over}"] = beside(totals, "series", group)
        if truth is None and len(truth_names(scores)) > 1:
            parts[f"by truth: {over}"] = _sides(scores, beside)
        rank = decisions.ranks(totals, metric=metric).reset_index()
        parts[f"rank by series, totals, {metric}"] = rank
        parts |= _chances(one)
    parts["mean scores"] = _means(one)
    parts["share inside the intervals, and the share they claim"] = _coverage(one)
    if folder is not None and (Path(folder) / "units").is_dir():
        parts["calibration of the next week (Wei and Held, CRPS)"] = _tests(Path(folder), one)
    return parts


def in_short(
    table: pd.DataFrame, *, against: str, metric: str = "crps", truth: str | None = None, seed: int
) -> pd.DataFrame:
    """A row a model: on how many targets (a series and a span ahead) it did better or worse.

    Returns
    -------
    DataFrame
        ``model``; ``better``, ``undecided``, ``worse``: targets whose 90% interval of the ratio to
        the reference lies below, around or above 1 (none reaches a verdict where origins are too
        few); ``rank``, the mean over targets, the reference among the ranked; ``covered90``, the
        share inside the 90% intervals; ``claimed90``, the share they claim to hold, and ``pit90``,
        the share of PIT values in the middle 90% (absent from a table made before they were
        scored); ``failures``, origins without a forecast.
    """
    rows = asked(of_truth(table, truth))
    groups = ["series", "target", "horizon"]
    found = compare(rows, against=against, by=groups, metric=metric, seed=seed)
    better, worse = found["high"] < 1, found["low"] > 1
    verdict = np.select([better, worse], ["better", "worse"], "undecided")
    names = ["better", "undecided", "worse"]
    told = pd.crosstab(found["model"], verdict).reindex(columns=names, fill_value=0)
    ratio = found.pivot(index="model", columns=groups, values="ratio")
    ratio.loc[against] = 1.0
    told = told.reindex(ratio.index).assign(rank=ratio.rank().mean(axis=1))
    rows = calibration.with_middles(rows)
    told90 = ("covered90", "claimed90", "pit90")
    held = [name for name in told90 if (rows["metric"] == name).any()]
    inside = summary(rows, by=("model",), metrics=held).set_index("model")
    told = told.join(inside[[*held, "failures"]]).sort_values("rank", kind="stable")
    # The reference has no verdict on itself.
    return told.astype(dict.fromkeys(names, "Int64")).rename_axis("model").reset_index()


def ratios(
    table: pd.DataFrame,
    *,
    against: str,
    by: Sequence[str] = ("series",),
    metric: str = "crps",
    truth: str | None = None,
    as_numbers: bool = False,
    seed: int,
) -> pd.DataFrame:
    """A row a group and target, a column a model: ``ratio [90% interval]``, and the origins.

    Of the next period and the totals of 4 and 12; no interval where the origins are too few. With
    ``as_numbers`` a row a model too, and columns ``ratio, low, high``.
    """
    groups = [*by, "target", "horizon"]
    rows = asked(of_truth(table, truth))
    found = compare(rows, against=against, by=groups, metric=metric, seed=seed)
    unit = "month" if is_monthly(rows["week"]) else "week"
    words = {pair: name.format(unit) for pair, name in AHEAD.items()}
    pairs = zip(found["target"], found["horizon"], strict=True)
    found["ahead"] = pd.Categorical([words[pair] for pair in pairs], list(words.values()))
    keys = [*by, "ahead", "origins"]
    if as_numbers:
        numbers = found[[*keys, "model", "ratio", "low", "high"]]
        return numbers.rename(columns={"regime": "regime at origin"})
    cells = zip(found["ratio"], found["low"], found["high"], strict=True)
    found["cell"] = [_cell(*cell) for cell in cells]
    wide = found.pivot(index=keys, columns="model", values="cell")
    # There is a model of that name too.
    told = wide.rename_axis(index={"regime": "regime at origin"}, columns=None)
    return told.reset_index()


def asked(scores: pd.DataFrame) -> pd.DataFrame:
    """Rows of the next week and of the totals of 4 and 12 weeks."""
    pairs = pd.MultiIndex.from_frame(scores[["target", "horizon"]])
    return scores[pairs.isin(list(AHEAD))]


def _cell(ratio: float, low: float, high: float) -> str:
    if not np.isfinite(ratio):  # the reference made no error at all
        return "n/a"
    return f"{ratio:.3f} [{low:.2f}, {high:.2f}]" if np.isfinite(low) else f"{ratio:.3f}"


def _of_series(table: pd.DataFrame, series: Sequence[str]) -> pd.DataFrame:
    known = sorted(set(table["series"]))
    strange = [name for name in series if name not in known]
    if strange:
        raise ContractError(f"no series {strange} in the table; there are: {', '.join(known)}")
    return table[table["series"].isin(series)] if series else table


def _sides(scores: pd.DataFrame, beside: Callable[..., pd.DataFrame]) -> pd.DataFrame:
    """The same ratios against each truth, side by side."""
    keys = ["series", "ahead", "truth"]
    sides = [
        beside(of_truth(scores, name), "series").assign(truth=name) for name in truth_names(scores)
    ]
    found = pd.concat(sides).sort_values(keys, kind="stable").reset_index(drop=True)
    return found[[*keys, *found.columns.difference(keys, sort=False)]]


def _means(table: pd.DataFrame) -> pd.DataFrame:
    there = set(table["metric"])
    metrics = [name for name in _MEANS if name in there]
    return summary(table, by=("series", "target", "model"), metrics=metrics)


def _coverage(table: pd.DataFrame) -> pd.DataFrame:
    found = calibration.coverage(table, by=("model", "target", "year"))
    return found.drop(columns="failures")


def _chances(table: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Chances of at least one in four weeks: how good, what they are worth, and as alarms."""
    parts, alarms = [], []
    for name in sorted(set(table["series"])):
        for model in dict.fromkeys(table.loc[table["metric"] == "chance", "model"]):
            given, came = (
                calibration.chances(table, model=model, series=name, target=target, horizon=ahead)
                for target, ahead in (("total", 4), ("week", 1))
            )
            unit = {"series": name, "model": model}
            brier = calibration.brier_parts(given["chance"], given["happened"])
            parts.append(unit | vars(brier) | _worth(given))
            alarms.append(unit | _alarm(given, came))
    span = "4 months" if is_monthly(table["week"]) else "4 weeks"
    found = {f"at least one in {span}: Brier score, its parts, and value": pd.DataFrame(parts)}
    if _is_weekly(table):
        found[f"an alarm where that chance reaches {ALARM:.0%}"] = pd.DataFrame(alarms)
    return found


def _worth(given: pd.DataFrame) -> dict[str, float]:
    """Value to users by cost over loss; NaN where it always or never happened."""
    if given["happened"].nunique() < 2:
        return {f"value at {cost}": np.nan for cost in _COSTS}
    curve = decisions.value_curve(given["chance"], given["happened"], ratios=_COSTS)
    pairs = zip(curve["ratio"], curve["value"], strict=True)
    return {f"value at {ratio}": float(value) for ratio, value in pairs}


def _alarm(given: pd.DataFrame, came: pd.DataFrame) -> dict[str, float]:
    chance = given.set_index("origin")["chance"]
    happened = came.set_index("origin")["happened"].reindex(chance.index)
    return vars(decisions.alarm_record(chance, happened, threshold=ALARM, within=4))


def _is_weekly(table: pd.DataFrame) -> bool:
    """Do origins stand a week apart? Lead times are told in steps of origins."""
    steps = pd.Series(table["origin"].unique()).sort_values().diff()
    return bool(steps.median() == pd.Timedelta(weeks=1))


def _tests(folder: Path, table: pd.DataFrame) -> pd.DataFrame:
    told = table[(table["metric"] == "observed") & (table["target"] == "week")]
    came = told[told["horizon"] == 1].set_index(["model", "series", "origin"])["value"]
    rows = []
    for model in dict.fromkeys(table.loc[table["metric"] == "crps", "model"]):
        forecasts = units.saved_forecasts(folder, model=model)
        for series in sorted(set(table["series"])):
            pairs = [
                (made.samples.sel(series=series).values[:500, 0], came[model, series, made.as_of])
                for made in forecasts
                if (model, series, made.as_of) in came.index
            ]
            draws, truth = (np.array(part) for part in zip(*pairs, strict=True))
            try:
                found = vars(calibration_test.of_samples(draws, truth, score="crps"))
            except ContractError:  # no forecast expects any spread
                found = {"z": np.nan, "p": np.nan, "n": 0}
            rows.append({"model": model, "series": series} | found)
    return pd.DataFrame(rows)
