"""Reading a table of scores: one truth at a time, the same targets for every model, its groups."""

from collections.abc import Sequence

import pandas as pd

from escalation.schema import SCORES, ContractError, checked
from escalation.verify.regime import REGIMES

TARGET = ["series", "target", "horizon", "origin"]
GROUPS = ("model", "series", "target", "horizon", "year", "regime")


def of_truth(table: pd.DataFrame, truth: str | None = None) -> pd.DataFrame:
    """The rows that were scored against one truth.

    Parameters
    ----------
    table
        By the SCORES contract.
    truth
        Its name, such as ``first``. If None, the lagged one: it alone looks at every week at the
        same age. Where there is none, the ripest.

    Raises
    ------
    ContractError
        If there is no such truth, or None is asked of a table with two lags.
    """
    names = truth_names(table)
    if not names:
        return table
    lagged = [name for name in names if name.startswith("lagged")]
    if truth is None and len(lagged) > 1:
        raise ContractError(f"scores are compared by one truth at a time; got {', '.join(lagged)}")
    chosen = truth or (lagged or names)[-1]
    if chosen not in names:
        raise ContractError(f"no truth '{truth}' in the table; there are: {', '.join(names)}")
    return table[table["truth"] == chosen]


def truth_names(table: pd.DataFrame) -> list[str]:
    """Names of the truths of a table, the ripest last: the alphabet has first, lagged, latest."""
    return sorted(str(name) for name in table["truth"].unique())


def paired_scores(table: pd.DataFrame, metric: str, *, truth: str | None = None) -> pd.DataFrame:
    """One row a target that every model has a score for, one column a model.

    Index: series, target, horizon, origin, week, year, regime. A model that has no score at all
    is left out, for nothing could be compared otherwise. ``truth`` is as in :func:`of_truth`.
    """
    rows = with_groups(of_truth(checked(table, SCORES), truth))
    chosen = rows[rows["metric"] == metric]
    if chosen.empty:
        known = ", ".join(sorted(rows["metric"].unique()))
        raise ContractError(f"no scores '{metric}' in the table; there are: {known}")
    keys = [*TARGET, "week", "year", "regime"]
    wide = chosen.pivot(index=keys, columns="model", values="value")
    return wide.dropna()


def is_monthly(weeks: pd.Series | pd.Index) -> bool:
    """Are these periods months? Each then starts on the first of one."""
    return bool((pd.DatetimeIndex(weeks).day == 1).all())


def failed_origins(table: pd.DataFrame) -> dict[str, int]:
    """Number of origins at which a model gave no forecast."""
    failed = table[table["metric"] == "failed"]
    return {str(name): int(n) for name, n in failed.groupby("model")["origin"].nunique().items()}


def with_groups(table: pd.DataFrame) -> pd.DataFrame:
    """The table with ``year`` of the target and ``regime`` at the origin."""
    states = table[table["metric"] == "regime"].drop_duplicates(["series", "origin"])
    code = states.set_index(["series", "origin"])["value"]
    at = pd.MultiIndex.from_frame(table[["series", "origin"]])
    names = code.reindex(at).map(dict(enumerate(REGIMES))).fillna("unknown")
    return table.assign(year=table["week"].dt.year, regime=names.to_numpy())


def known_groups(by: Sequence[str]) -> list[str]:
    """The groups asked for, or an error that lists those there are."""
    groups = [by] if isinstance(by, str) else list(by)
    unknown = sorted(set(groups) - set(GROUPS))
    if unknown:
        raise ContractError(f"no group {unknown}; there are: {', '.join(GROUPS)}")
    return groups
