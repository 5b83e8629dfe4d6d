"""The country-month protocol of the VIEWS prediction challenge.

A window is a calendar year, forecast with what was known to the October before: 3 to 14 months
ahead. Its layout, in Parquet or CSV, as index or as columns:

    actuals       month_id, country_id, outcome
    submission    month_id, country_id, draw, outcome

``month_id`` 1 is January 1980. A submission has 1,000 draws, not negative, of every country and
month of the window. Files are known by name: ``cm_actuals_2021.parquet``, and any other file
that ends in the year (``bm_conflictology_2021.csv``) is a submission of that name.

Source: Hegre et al. 2025, doi:10.1177/00223433241300862.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from escalation.errors import opening
from escalation.periods import month_id
from escalation.schema import ContractError
from escalation.verify import scores, views_scores

TARGET = ["month_id", "country_id"]
_BRIER = (1, 25, 100)


def months_of_window(window: int) -> list[int]:
    """The twelve month numbers of a window."""
    first = month_id(f"{window}-01-01")
    return list(range(first, first + 12))


def read_actuals(path: str | Path) -> pd.Series:
    """Deaths that came, by (month_id, country_id)."""
    rows = _read(path, [*TARGET, "outcome"])
    _no_twins(rows, TARGET, path)
    return rows.set_index(TARGET)["outcome"].astype(float).sort_index()


def read_submission(path: str | Path) -> pd.DataFrame:
    """Draws by (month_id, country_id), one column a draw; ensembles of any size are read.

    Raises
    ------
    ContractError
        If a column is missing, a draw is named twice, or targets have different numbers of draws.
    """
    rows = _read(path, [*TARGET, "draw", "outcome"])
    _no_twins(rows, [*TARGET, "draw"], path)
    wide = rows.pivot(index=TARGET, columns="draw", values="outcome").astype(float)
    if wide.isna().to_numpy().any():
        lacking = wide.index[wide.isna().any(axis=1)][0]
        raise ContractError(f"{Path(path).name}: {target_of(lacking)} has fewer draws than others")
    return wide.sort_index()


def challenge_table(
    actuals: pd.Series,
    submissions: Mapping[str, pd.DataFrame],
    *,
    window: int,
    units: Mapping[str, list[int]] | None = None,
) -> pd.DataFrame:
    """The challenge's table of one window.

    Parameters
    ----------
    actuals
        From :func:`read_actuals`.
    submissions
        Name to draws, from :func:`read_submission`. Every target of the actuals must be there.
    window
        Year that the table names.
    units
        Name to country ids, each a row a submission; all countries if None.

    Returns
    -------
    DataFrame
        ``unit, model, window, crps, ign, mis90, cov90, brier_ge1, brier_ge25, brier_ge100, n``.
    """
    everyone = {"all": sorted(set(actuals.index.get_level_values("country_id")))}
    rows = []
    for name, wide in submissions.items():
        lacking = actuals.index.difference(wide.index)
        if len(lacking):
            raise ContractError(
                f"'{name}' has no draws for {len(lacking)} targets of {window}, such as "
                f"{target_of(lacking[0])}"
            )
        draws, truth = wide.loc[actuals.index].to_numpy(), actuals.to_numpy()
        values = pd.DataFrame(_trio(draws, truth), index=actuals.index)
        for unit, countries in (units or everyone).items():
            mine = values[values.index.get_level_values("country_id").isin(countries)]
            told = {"unit": unit, "model": name, "window": window}
            rows.append(told | mine.mean().to_dict() | {"n": len(mine)})
    return pd.DataFrame(rows)


def views_table(
    folder: str | Path, *, units: Mapping[str, list[int]] | None = None
) -> pd.DataFrame:
    """The challenge's table of every window and submission in a folder."""
    place = Path(folder)
    windows = {int(m[1]): path for path, m in _by_year(place) if path.stem.startswith("cm_actuals")}
    if not windows:
        raise ContractError(f"no actuals in {place}; they are named like cm_actuals_2021.parquet")
    tables = []
    for window in sorted(windows):
        submissions = {
            re.sub(r"_\d{4}$", "", path.stem): read_submission(path)
            for path, match in _by_year(place)
            if int(match[1]) == window and not path.stem.startswith("cm_actuals")
        }
        actuals = read_actuals(windows[window])
        tables.append(challenge_table(actuals, submissions, window=window, units=units))
    return pd.concat(tables, ignore_index=True)


def target_of(key: tuple) -> str:
    """Words for one target of an index."""
    month, country = key
    return f"month_id {int(month)} of country_id {int(country)}"


def _trio(draws: np.ndarray, truth: np.ndarray) -> dict[str, np.ndarray]:
    brier = {f"brier_ge{n}": scores.brier(draws, truth, at_least=n) for n in _BRIER}
    return {
        "crps": scores.crps(draws, truth),
        "ign": views_scores.ignorance(draws, truth),
        "mis90": views_scores.interval_score(draws, truth),
        "cov90": views_scores.covered(draws, truth),
    } | brier


def _by_year(folder: Path) -> list[tuple[Path, re.Match[str]]]:
    files = sorted(path for path in folder.glob("*") if path.suffix in (".parquet", ".csv"))
    found = [(path, re.search(r"_(\d{4})$", path.stem)) for path in files]
    return [(path, match) for path, match in found if match is not None]


def _read(path: str | Path, columns: list[str]) -> pd.DataFrame:
    file = Path(path)
    with opening(
        file, what="Parquet or CSV in the challenge's layout", way_out=f"it has {columns}"
    ):
        rows = pd.read_csv(file) if file.suffix == ".csv" else pd.read_parquet(file)
    return columns_of(rows, columns, file.name)


def columns_of(rows: pd.DataFrame, columns: list[str], name: str) -> pd.DataFrame:
    """The columns wanted, whether they stand as columns or in the index."""
    flat = rows if set(columns) <= set(rows.columns) else rows.reset_index()
    lacking = [column for column in columns if column not in flat.columns]
    if lacking:
        there = ", ".join(str(column) for column in flat.columns)
        raise ContractError(f"{name} lacks the columns {lacking}; it has: {there}")
    return flat[columns]


def _no_twins(rows: pd.DataFrame, key: list[str], path: str | Path) -> None:
    twins = rows[rows.duplicated(key)]
    if len(twins):
        first = tuple(int(value) for value in twins.iloc[0][key])
        raise ContractError(f"{Path(path).name}: {key} {first} stands twice")
