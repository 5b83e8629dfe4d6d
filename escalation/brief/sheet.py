"""One sheet of pictures on a backtest: how good a model was, and in which sense."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from escalation.brief import style, verification
from escalation.brief.plots import drawn
from escalation.schema import SCORES, ContractError, checked
from escalation.verify.calibration import chances, coverage, pit_histogram, reliability
from escalation.verify.compare import compare, summary
from escalation.verify.decisions import value_curve
from escalation.verify.table import of_truth

FORMATS = (".pdf", ".png", ".svg")


def sheet(
    scores: pd.DataFrame,
    *,
    model: str,
    series: str,
    to: str | Path,
    target: str = "total",
    horizon: int = 4,
    against: str = "last-year",
    seed: int,
) -> Path:
    """Draw six pictures of a score table as one PDF, PNG or SVG.

    Score by horizon and skill with intervals are of all models; reliability, PIT, coverage by year
    and value are of ``model``. All are of ``series``, and all but the first two of one target.

    Parameters
    ----------
    scores
        By the SCORES contract; of several truths the lagged one is shown.
    model, series, target, horizon
        What the pictures are of.
    to
        File to write; its ending says the format, and its folder is made.
    against
        The reference of the skill.
    seed
        Of the bootstrap and the consistency band.

    Raises
    ------
    ContractError
        If the table has no such model or series, or the file's ending is of no known format.
    """
    path = Path(to)
    if path.suffix not in FORMATS:
        raise ContractError(f"a sheet ends in {', '.join(FORMATS)}; got '{path.name}'")
    table = of_truth(checked(scores, SCORES))
    for name, asked in (("model", model), ("series", series)):
        if asked not in set(table[name]):
            known = ", ".join(sorted(set(table[name])))
            raise ContractError(f"no {name} '{asked}' in the table; there are: {known}")
    here = table[table["series"] == series]
    chosen = here[(here["target"] == target) & (here["horizon"] == horizon)]
    own = chosen[chosen["model"] == model]
    given = chances(own, model=model, target=target)
    pictures: dict[str, Callable[[Axes], None]] = {
        "CRPS by weeks ahead": lambda ax: _by_horizon(here, ax),
        f"CRPS over that of {against}": lambda ax: _skill(here, against, seed, ax),
        "Reliability, at least one": lambda ax: verification.draw_reliability(
            reliability(given["chance"], given["happened"], seed=seed), ax
        ),
        "PIT": lambda ax: verification.draw_pit(pit_histogram(_values(own, "pit")), ax),
        "Coverage by year": lambda ax: verification.draw_coverage(
            coverage(own, by=("model", "year")), ax
        ),
        "Value of acting on it": lambda ax: verification.draw_value(
            value_curve(given["chance"], given["happened"]).assign(model=model), ax
        ),
    }
    title = f"{model}, {series}, {target} of horizon {horizon}: {own['origin'].nunique()} origins"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_drawn(pictures, title, path.suffix[1:]))
    return path


def _drawn(pictures: dict[str, Callable[[Axes], None]], title: str, form: str) -> bytes:
    with style.house_style():
        figure = Figure(figsize=(7.2, 6.4), layout="constrained")
        for ax, (name, draw) in zip(figure.subplots(3, 2).ravel(), pictures.items(), strict=True):
            ax.set_title(name)
            try:
                draw(ax)
            except ContractError as nothing:
                ax.text(0.5, 0.5, str(nothing), ha="center", va="center", wrap=True)
                ax.set_axis_off()
        figure.suptitle(title, x=0.01, ha="left", fontsize=8)
        return drawn(figure, form)


def _by_horizon(here: pd.DataFrame, ax: Axes) -> None:
    weekly = here[here["target"] == "week"]
    if weekly.empty:
        raise ContractError("no single weeks were scored")
    verification.draw_by_horizon(summary(weekly, by=("model", "horizon"), metrics=("crps",)), ax)


def _skill(here: pd.DataFrame, against: str, seed: int, ax: Axes) -> None:
    totals = here[here["target"] == "total"]
    if totals.empty:
        raise ContractError("no totals were scored")
    verification.draw_skill(compare(totals, against=against, seed=seed), ax)


def _values(rows: pd.DataFrame, metric: str) -> pd.Series:
    return rows.loc[rows["metric"] == metric, "value"].dropna()
