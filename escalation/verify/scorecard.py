"""One forecast against what came: rows of the SCORES contract.

A target is a single week (``week``, at its horizon) or the total of the first 4 or 12 periods
(``total``, named by its last period). A target with an unobserved period is not scored. Metrics:

    crps, crps_log, logs, dss, wis     see ``scores``
    crps_alarm                         CRPS weighted to counts above the series' alarm threshold
    brier, chance                      of at least one
    brier_alarm, chance_alarm          of at least the series' alarm threshold
    reached                            1 where it was reached
    covered50, covered90, width90      central intervals
    claimed50, claimed90               share of the forecast's own draws inside them
    interval90                         interval score of the 90% interval
    pit                                randomized, from the seed
    mean, observed                     the forecast's mean; the truth itself
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from escalation.forecast import Forecast
from escalation.schema import SCORES, empty, typed
from escalation.verify import scores

TOTALS = (4, 12)
_KEYS = ("series", "week", "target", "horizon")


@dataclass(frozen=True)
class Targets:
    """What is asked of a forecast, one row a target: ``frame`` has series, week, target,
    horizon, observed; ``draws`` is (targets, samples), without samples where none were given."""

    frame: pd.DataFrame
    draws: np.ndarray


def score(
    forecast: Forecast,
    came: pd.DataFrame,
    *,
    truth: str,
    seed: int,
    alarms: Mapping[str, int] | None = None,
) -> pd.DataFrame:
    """Score one forecast.

    Parameters
    ----------
    forecast
        Samples of what was to come.
    came
        Counts, a row a week and a column a series; NaN or absent where unobserved.
    truth
        Name of that truth, such as ``lagged-8w``.
    seed
        Of the randomized PIT.
    alarms
        Alarm threshold by series; 1 where not given.

    Returns
    -------
    DataFrame
        By the SCORES contract; ``origin`` is the forecast's ``as_of``.
    """
    targets = targets_of(forecast.weeks, forecast.series, came, forecast.samples.values)
    if targets.frame.empty:
        return empty(SCORES)
    threshold = targets.frame["series"].map(lambda name: (alarms or {}).get(name, 1)).to_numpy()
    values = _values(targets, threshold, seed)
    wide = targets.frame[list(_KEYS)].assign(**values)
    return rows(wide, model=forecast.model, origin=forecast.as_of, truth=truth)


def failed(
    model: str,
    origin: pd.Timestamp,
    weeks: pd.DatetimeIndex,
    came: pd.DataFrame,
    *,
    truth: str,
) -> pd.DataFrame:
    """Rows that say a model gave no forecast: metric ``failed``, value 1, at every target."""
    nothing = np.empty((0, len(weeks), len(came.columns)))
    targets = targets_of(weeks, list(came.columns), came, nothing).frame
    wide = targets[list(_KEYS)].assign(failed=1.0)
    return rows(wide, model=model, origin=origin, truth=truth)


def rows(wide: pd.DataFrame, *, model: str, origin: pd.Timestamp, truth: str) -> pd.DataFrame:
    """A table with a column a metric as rows of the SCORES contract."""
    metrics = [str(name) for name in wide.columns if name not in _KEYS]
    keys = {key: np.tile(wide[key].to_numpy(), len(metrics)) for key in _KEYS}
    tidy = pd.DataFrame(
        {
            **keys,
            "metric": np.repeat(metrics, len(wide)),
            "value": wide[metrics].to_numpy(dtype=float).ravel(order="F"),
        }
    )
    return typed(tidy.assign(model=model, origin=origin, truth=truth), SCORES)


def targets_of(
    weeks: pd.DatetimeIndex, series: list[str], came: pd.DataFrame, samples: np.ndarray
) -> Targets:
    """Every target whose truth stands: each week and series, then the totals."""
    truth = came.reindex(index=weeks, columns=series).to_numpy(dtype=float)
    spans = [("week", h, slice(h - 1, h)) for h in range(1, len(weeks) + 1)]
    spans += [("total", h, slice(0, h)) for h in TOTALS if h <= len(weeks)]
    observed = np.array([truth[span].sum(axis=0) for _, _, span in spans])
    draws = np.array([samples[:, span].sum(axis=1).T for _, _, span in spans])
    at, which = np.nonzero(np.isfinite(observed))
    horizon = np.array([h for _, h, _ in spans])[at]
    frame = pd.DataFrame(
        {
            "series": np.asarray(series, dtype=object)[which],
            "observed": observed[at, which],
            "week": weeks.to_numpy()[horizon - 1],
            "target": np.array([name for name, _, _ in spans], dtype=object)[at],
            "horizon": horizon,
        }
    )
    return Targets(frame, draws[at, which].astype(float))


def _values(targets: Targets, threshold: np.ndarray, seed: int) -> dict[str, np.ndarray]:
    draws, truth = targets.draws, targets.frame["observed"].to_numpy()
    return {
        "crps": scores.crps(draws, truth),
        "crps_log": scores.crps_log(draws, truth),
        "crps_alarm": scores.crps_threshold(draws, truth, threshold=threshold),
        "logs": scores.log_score(draws, truth),
        "dss": scores.dawid_sebastiani_of_samples(draws, truth),
        "wis": scores.weighted_interval_score(draws, truth),
        "brier": scores.brier(draws, truth),
        "chance": scores.chance(draws),
        "brier_alarm": scores.brier(draws, truth, at_least=threshold),
        "chance_alarm": scores.chance(draws, at_least=threshold),
        "reached": (truth >= threshold).astype(float),
        "covered50": scores.covered(draws, truth, level=0.5),
        "covered90": scores.covered(draws, truth, level=0.9),
        "claimed50": scores.claimed(draws, level=0.5),
        "claimed90": scores.claimed(draws, level=0.9),
        "width90": scores.width(draws, level=0.9),
        "interval90": scores.interval_score(draws, truth, level=0.9),
        "pit": scores.pit(draws, truth, seed=seed),
        "mean": draws.mean(axis=1),
        "observed": truth,
    }
