"""Models against a reference on the same targets; means by series, horizon, year and regime.

    ratio   mean score of the model / mean score of the reference
    skill   1 - ratio

The interval of the ratio comes from a moving-block bootstrap over origins: scores of one origin
stay together with their reference's, and blocks of neighbouring origins stay together because
their targets overlap. A target counts only if every model compared has a score for it, so that a
model that failed at an origin takes the origin from all; the failures are told beside.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from escalation.schema import SCORES, ContractError, checked
from escalation.verify.table import (
    TARGET,
    failed_origins,
    is_monthly,
    known_groups,
    of_truth,
    paired_scores,
    with_groups,
)

_FEWEST = 8  # origins from which on an interval is told


def compare(
    table: pd.DataFrame,
    *,
    against: str = "last-year",
    by: Sequence[str] = ("series", "target", "horizon"),
    metric: str = "crps",
    truth: str | None = None,
    level: float = 0.9,
    block: int | None = None,
    draws: int = 2000,
    seed: int,
) -> pd.DataFrame:
    """Mean score of every model beside the reference's, with an interval of their ratio.

    Parameters
    ----------
    table
        By the SCORES contract.
    against
        Name of the reference model.
    by
        Groups, of ``series, target, horizon, year`` (of the target) and ``regime`` (at the
        origin, see ``regime``). ``target`` should be among them, or be the same throughout.
    metric
        A score that is better when lower, such as ``crps``, ``logs`` or ``brier``.
    truth
        Which truth, where the table has several; the lagged one if None.
    level
        Of the interval.
    block
        Neighbouring origins drawn together; if None, as many as a horizon spans, and at least
        the cube root of the number of origins.
    draws, seed
        Of the bootstrap.

    Returns
    -------
    DataFrame
        The groups, then ``model, n`` (targets), ``origins, mean, reference, ratio, skill, low,
        high`` (of the ratio; NaN where origins are too few), ``dm, p``
        (Diebold-Mariano, negative where the model is better), ``block, failures`` (origins
        without a forecast).

    References
    ----------
    Moving blocks: Kuensch 1989, doi:10.1214/aos/1176347265. Diebold & Mariano 1995,
    doi:10.1080/07350015.1995.10524599, with the correction of Harvey, Leybourne & Newbold 1997,
    doi:10.1016/S0169-2070(96)00719-4.
    """
    groups = known_groups(by)
    scores = paired_scores(table, metric, truth=truth)
    if against not in scores.columns:
        known = ", ".join(scores.columns)
        raise ContractError(f"no scores of '{against}' to compare with; there are: {known}")
    failures = failed_origins(of_truth(table, truth))
    step = _origin_step(scores)
    found = []
    for names, group in _grouped(scores, groups):
        horizon = group.index.get_level_values("horizon").max()
        for model in [name for name in scores.columns if name != against]:
            means = group.groupby(level="origin")[[model, against]].mean()
            length = block or _block_length(horizon, step, len(means))
            low, high = ratio_interval(
                means[model].to_numpy(),
                means[against].to_numpy(),
                block=length,
                level=level,
                draws=draws,
                seed=seed,
            )
            statistic, p = diebold_mariano(
                (means[model] - means[against]).to_numpy(), lags=length - 1
            )
            ratio = _ratio(means[model].mean(), means[against].mean())
            found.append(
                names
                | {
                    "model": model,
                    "n": len(group),
                    "origins": len(means),
                    "mean": means[model].mean(),
                    "reference": means[against].mean(),
                    "ratio": ratio,
                    "skill": 1 - ratio,
                    "low": low,
                    "high": high,
                    "dm": statistic,
                    "p": p,
                    "block": length,
                    "failures": failures.get(model, 0),
                }
            )
    return pd.DataFrame(found)


def summary(
    table: pd.DataFrame,
    *,
    by: Sequence[str] = ("model", "series", "target", "horizon"),
    metrics: Sequence[str] = ("crps", "logs", "brier", "covered50", "covered90", "width90"),
    truth: str | None = None,
) -> pd.DataFrame:
    """Mean of every metric by group, on the targets that all models have a score for.

    ``truth`` says which, where the table has several; the lagged one if None.

    Returns
    -------
    DataFrame
        The groups, ``n`` (targets), a column a metric, ``failures`` (origins without a forecast,
        where ``model`` is a group).
    """
    groups = known_groups(by)
    rows = of_truth(checked(table, SCORES), truth)
    there = set(rows["metric"])
    unknown = sorted(set(metrics) - there)
    if unknown:
        raise ContractError(f"no metric {unknown}; there are: {', '.join(sorted(there))}")
    common = paired_scores(rows, metrics[0]).index.to_frame(index=False)[TARGET]
    failures = failed_origins(rows)
    rows = with_groups(rows).merge(common, on=TARGET)
    wide = rows[rows["metric"].isin(metrics)].pivot_table(
        index=[*groups, *[key for key in ["model", *TARGET] if key not in groups]],
        columns="metric",
        values="value",
    )
    means = wide.groupby(level=groups, sort=False)[list(metrics)].mean()
    means.insert(0, "n", wide.groupby(level=groups, sort=False).size())
    found = means.reset_index().sort_values(groups, kind="stable").reset_index(drop=True)
    if "model" in groups:
        found["failures"] = found["model"].map(failures).fillna(0).astype(int)
    return found


def ratio_interval(
    score: np.ndarray,
    reference: np.ndarray,
    *,
    block: int,
    level: float,
    draws: int,
    seed: int,
) -> tuple[float, float]:
    """Percentile interval of mean(score) / mean(reference) by moving blocks that wrap around.

    Both have shape (origins,), in the order of time. NaN where there are fewer than two blocks
    (one block drawn again and again is no sample) or fewer than eight origins (the interval of so
    few is far too narrow, and a model would pass for better by chance).
    """
    size = len(score)
    if size < max(2 * block, _FEWEST):
        return np.nan, np.nan
    rng = np.random.default_rng(seed)
    starts = rng.integers(0, size, (draws, -(-size // block)))
    chosen = (starts[:, :, None] + np.arange(block)) % size
    chosen = chosen.reshape(draws, -1)[:, :size]
    upper, lower = score[chosen].mean(axis=1), reference[chosen].mean(axis=1)
    ratios = upper[lower > 0] / lower[lower > 0]
    if not len(ratios):
        return np.nan, np.nan
    low, high = np.quantile(ratios, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def diebold_mariano(difference: np.ndarray, *, lags: int) -> tuple[float, float]:
    """Test that two forecasts score alike on average: statistic and two-sided p.

    Parameters
    ----------
    difference
        Score of one less score of the other, shape (origins,), in the order of time.
    lags
        Neighbours on either side whose overlap is allowed for (Bartlett weights, so that the
        variance is never negative); 0 for targets that do not overlap.
    """
    size = len(difference)
    centred = difference - difference.mean()
    if size < 3 or not centred.any():
        return np.nan, np.nan
    reach = min(lags, size - 2)
    variance = centred @ centred / size
    for lag in range(1, reach + 1):
        weight = 1 - lag / (reach + 1)
        variance += 2 * weight * (centred[lag:] @ centred[:-lag]) / size
    if variance <= 0:
        return np.nan, np.nan
    steps = reach + 1
    corrected = max((size + 1 - 2 * steps + steps * (steps - 1) / size) / size, 1 / size)
    statistic = difference.mean() / np.sqrt(variance / size) * np.sqrt(corrected)
    return float(statistic), float(2 * stats.t.sf(abs(statistic), size - 1))


def _grouped(scores: pd.DataFrame, groups: list[str]) -> list[tuple[dict, pd.DataFrame]]:
    """Parts by levels of the index, which stay there: a model may have the name of a group."""
    if not groups:
        return [({}, scores)]
    parts = scores.groupby(level=groups, sort=True)
    return [(dict(zip(groups, names, strict=True)), part) for names, part in parts]


def _origin_step(scores: pd.DataFrame) -> float:
    """Usual distance between origins, in periods of the table.

    The period is told by the calendar: a table cut down to its totals has no neighbouring weeks.
    """
    origins = scores.index.get_level_values("origin").unique().sort_values()
    if len(origins) < 2:
        return 1.0
    months = is_monthly(scores.index.get_level_values("week"))
    period = np.timedelta64(30 if months else 7, "D")
    return max(1.0, float(np.rint(np.median(np.diff(origins.to_numpy())) / period)))


def _block_length(horizon: int, step: float, origins: int) -> int:
    return int(min(origins, max(np.ceil(horizon / step), np.ceil(origins ** (1 / 3)))))


def _ratio(score: float, reference: float) -> float:
    if reference > 0:
        return score / reference
    return 1.0 if score == reference else np.inf
