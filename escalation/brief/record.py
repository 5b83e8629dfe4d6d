"""How past forecasts did: from a saved table of scores, held against last year's counts.

Every number stands on the same targets for both models: a target counts only where both were
scored. A ratio below 1 means closer to what came than last year's counts taken as the forecast.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from escalation.brief.spans import Spans
from escalation.periods import last_ended
from escalation.schema import SCORES, ContractError, checked

BASELINE = "last-year"
TARGETS = ("week", "total")


@dataclass(frozen=True)
class Skill:
    """One series and target: the model's score over the baseline's, and what came inside.

    ``ratio`` is of mean CRPS, with its interval ``low`` to ``high``; ``brier`` the ratio of Brier
    scores of "at least one"; ``held50`` and ``held90`` the shares of outcomes that lay in the
    model's intervals; ``origins`` the number of forecasts scored.
    """

    model: str
    series: str
    target: str
    horizon: int
    truth: str
    ratio: float
    low: float
    high: float
    brier: float
    held50: float
    held90: float
    origins: int


@dataclass(frozen=True)
class Record:
    """The skills that a brief shows, and what they rest on."""

    skills: tuple[Skill, ...]
    models: tuple[str, ...]
    truths: tuple[str, ...]
    origins: int
    first: pd.Timestamp
    last: pd.Timestamp
    horizons: tuple[int, ...]
    failed: int

    def find(self, model: str, series: str, horizon: int, truth: str) -> Skill | None:
        """The skill on one target (a single period for horizon 1, else a total), or None."""
        for skill in self.skills:
            if (skill.model, skill.series, skill.horizon, skill.truth) == (
                model,
                series,
                horizon,
                truth,
            ):
                return skill
        return None


def record(scores: pd.DataFrame, spans: Spans, *, as_of: pd.Timestamp, seed: int) -> Record | None:
    """Read a table of the SCORES contract; None if it holds nothing that had come by ``as_of``.

    Only targets whose last period had ended by ``as_of`` count: a record holds no hindsight.

    Raises
    ------
    ContractError
        If the baseline was not scored.
    """
    table = checked(scores, SCORES)
    table = table[table["week"] <= last_ended(as_of, cadence=spans.cadence)]
    if table.empty:
        return None
    models = list(dict.fromkeys(table["model"]))
    if BASELINE not in models:
        raise ContractError(
            f"a record is held against '{BASELINE}', which was not scored; scored are: "
            f"{', '.join(models)}; make the table again with it"
        )
    wanted = table[
        ((table["target"] == "week") & (table["horizon"] == 1)) | (table["target"] == "total")
    ]
    keys = ["truth", "series", "target", "horizon"]
    skills = [
        skill
        for key, rows in wanted.groupby(keys, sort=True)
        for skill in _skills(key, rows, models, seed)
    ]
    return Record(
        skills=tuple(skills),
        models=tuple(models),
        truths=tuple(sorted(set(table["truth"]))),
        origins=table["origin"].nunique(),
        first=table["origin"].min(),
        last=table["origin"].max(),
        horizons=(1, *sorted(set(table.loc[table["target"] == "total", "horizon"]) - {1})),
        failed=len(table[table["metric"] == "failed"].drop_duplicates(["model", "origin"])),
    )


def _skills(key: tuple, rows: pd.DataFrame, models: list[str], seed: int) -> list[Skill]:
    truth, series, target, horizon = key
    wide = rows.pivot_table(index=["origin", "metric"], columns="model", values="value")
    found = []
    for model in models:
        if model not in wide or BASELINE not in wide:
            continue
        both = wide[[model, BASELINE]].dropna() if model != BASELINE else wide[[model]].dropna()
        crps = _metric(both, "crps")
        if crps.empty:
            continue
        low, high = _interval(crps, model, seed)
        found.append(
            Skill(
                model=model,
                series=series,
                target=target,
                horizon=int(horizon),
                truth=truth,
                ratio=_ratio(crps, model),
                low=low,
                high=high,
                brier=_ratio(_metric(both, "brier"), model),
                held50=float(_metric(both, "covered50")[model].mean()),
                held90=float(_metric(both, "covered90")[model].mean()),
                origins=len(crps),
            )
        )
    return found


def _metric(wide: pd.DataFrame, metric: str) -> pd.DataFrame:
    return wide[wide.index.get_level_values("metric") == metric].droplevel("metric")


def _ratio(wide: pd.DataFrame, model: str) -> float:
    base = wide[BASELINE].mean()
    return float(wide[model].mean() / base) if base > 0 else np.nan


def _interval(wide: pd.DataFrame, model: str, seed: int, blocks: int = 1000) -> tuple:
    """90% interval of the ratio: whole blocks of consecutive origins drawn again."""
    if model == BASELINE or len(wide) < 8:
        return np.nan, np.nan
    pairs = wide.sort_index()[[model, BASELINE]].to_numpy()
    length = max(1, round(len(pairs) ** (1 / 3)))
    starts = np.random.default_rng(seed).integers(
        0, len(pairs) - length + 1, size=(blocks, -(-len(pairs) // length))
    )
    drawn = pairs[(starts[..., None] + np.arange(length)).reshape(blocks, -1)[:, : len(pairs)]]
    sums = drawn.sum(axis=1)
    sums = sums[sums[:, 1] > 0]
    if not len(sums):
        return np.nan, np.nan
    low, high = np.quantile(sums[:, 0] / sums[:, 1], [0.05, 0.95])
    return float(low), float(high)
