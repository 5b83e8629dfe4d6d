"""Submissions to the country-month protocol (``views``): made from a history, and checked.

Rules of the layout: 1,000 draws, finite and not negative, of every country and month.
"""

from dataclasses import is_dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from escalation.models import model as named_model
from escalation.models.base import REFIT, Model
from escalation.panel import Panel
from escalation.periods import last_day, month_of_id
from escalation.schema import ContractError
from escalation.verify.views import TARGET, columns_of, months_of_window, target_of

DRAWS = 1000
_LEAD = 2  # November and December lie between the data and the window


def check_submission(submission: pd.DataFrame, *, window: int, countries: list[int]) -> list[str]:
    """What is wrong with a submission (rows of month_id, country_id, draw, outcome); [] if nothing.

    The layout's rules: 1,000 draws, finite and not negative, of every country and month.
    """
    faults = []
    values = submission["outcome"].to_numpy(dtype=float)
    if not np.isfinite(values).all():
        faults.append(f"{int((~np.isfinite(values)).sum())} draws are not finite")
    if (values < 0).any():
        faults.append(f"{int((values < 0).sum())} draws are negative; the least is {values.min()}")
    if submission.duplicated([*TARGET, "draw"]).any():
        faults.append("some draws stand twice")
    wanted = pd.MultiIndex.from_product([months_of_window(window), countries], names=TARGET)
    numbers = submission.groupby(TARGET).size()
    there = pd.MultiIndex.from_frame(numbers.index.to_frame(index=False))
    for what, index in (
        ("lacks", wanted.difference(there)),
        ("should not have", there.difference(wanted)),
    ):
        if len(index):
            faults.append(f"it {what} {len(index)} targets, such as {target_of(index[0])}")
    wrong = numbers[numbers != DRAWS]
    if len(wrong):
        faults.append(
            f"{len(wrong)} targets have another number of draws than {DRAWS}, such as "
            f"{wrong.iloc[0]} for {target_of(there[numbers.to_numpy() != DRAWS][0])}"
        )
    return faults


def submit(
    history: pd.DataFrame, *, window: int, model: str | Model, out: str | Path, seed: int
) -> Path:
    """Forecast a window from a country-month table and write a submission.

    Parameters
    ----------
    history
        Columns ``month_id, country_id, ged_sb``; others, such as ``ged_ns`` and ``ged_os``, are
        not used: the protocol asks for ``ged_sb``, and a panel has one count a series. What lies
        after the October before the window is not looked at; the countries are those that have a
        value in that October.
    window
        A calendar year.
    model
        Of ``MODELS`` by name, or itself; it is given a monthly panel with one series a country,
        named by its id, and asked for 14 months.
    out
        Folder for the file ``<model>_<window>.parquet``.
    seed
        Of the fit and the draws.

    Returns
    -------
    Path
        Of the file written; it passes :func:`check_submission`.
    """
    panel = history_panel(history, window=window)
    maker = named_model(model) if isinstance(model, str) else model
    if is_dataclass(maker) and hasattr(maker, "draws"):
        maker = replace(maker, draws=DRAWS)  # so that nothing need be drawn again
    forecast = maker.fit(panel, seed=seed, gate=REFIT).forecast(_LEAD + 12, seed=seed)
    samples = forecast.samples.values[:, _LEAD:, :]
    if len(samples) != DRAWS:
        chosen = np.random.default_rng(seed).choice(len(samples), DRAWS, len(samples) < DRAWS)
        samples = samples[chosen]
    countries = [int(name) for name in forecast.series]
    index = pd.MultiIndex.from_product(
        [months_of_window(window), countries, range(DRAWS)], names=[*TARGET, "draw"]
    )
    table = pd.DataFrame(
        {"outcome": np.rint(samples).transpose(1, 2, 0).ravel().astype("int64")}, index=index
    )
    faults = check_submission(table.reset_index(), window=window, countries=countries)
    if faults:
        raise ContractError(f"the submission of '{maker.name}' breaks the layout: {faults}")
    path = Path(out) / f"{maker.name}_{window}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    table.to_parquet(path)
    return path


def history_panel(history: pd.DataFrame, *, window: int) -> Panel:
    """Monthly panel of what was known to the October before a window, a series a country."""
    rows = columns_of(history, [*TARGET, "ged_sb"], "the history")
    below = rows[rows["ged_sb"] < 0]
    if len(below):
        raise ContractError(
            f"deaths are 0 or more; the history has ged_sb {below['ged_sb'].iloc[0]:g} in "
            f"{target_of(tuple(below.iloc[0][TARGET]))}"
        )
    last = months_of_window(window)[0] - 1 - _LEAD
    then = rows[rows["month_id"] == last].dropna(subset=["ged_sb"])
    if then.empty:
        raise ContractError(
            f"the history has no month_id {last}, the October before {window}; it goes from "
            f"{rows['month_id'].min()} to {rows['month_id'].max()}"
        )
    past = rows[(rows["month_id"] <= last) & rows["country_id"].isin(then["country_id"])]
    table = pd.DataFrame(
        {
            "month": past["month_id"].map(month_of_id),
            "series": past["country_id"].astype(int).astype(str),
            "count": past["ged_sb"].astype(float),
        }
    )
    end = last_day(month_of_id(last), cadence="monthly")
    return Panel.of_table(table, as_of=end, name="country-months")
