"""A forecast as hubverse model-output, and back.

    columns    origin_date, target, horizon, target_end_date, output_type, output_type_id, value
    files      model-output/TEAM-MODEL/DATE-TEAM-MODEL.csv in a hub's folder

A target is a series; an output is a sample, a quantile or one value of a mass function. Samples
read back give the same forecast. Quantiles and mass functions cannot: a mass function keeps a
week's own distribution but not how weeks hang together, quantiles only points of it; they are
read back as the tables that they are. Seed, vintage and version, which the format has no column
for, go to the hub's ``auxiliary-data``.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from escalation.forecast import Forecast
from escalation.interchange import attributes_of, of_table
from escalation.periods import last_day
from escalation.schema import ContractError

HUB_COLUMNS = ("origin_date", "target", "horizon", "target_end_date")
OUTPUT_TYPES = ("sample", "quantile", "pmf")
LEVELS = (0.01, 0.025, *(step / 20 for step in range(1, 20)), 0.975, 0.99)
_OUTPUT = ("output_type", "output_type_id", "value")
_NAME = re.compile(r"[A-Za-z0-9_]+")


def hub_table(
    forecast: Forecast,
    *,
    output_types: Sequence[str] = ("sample",),
    levels: Sequence[float] = LEVELS,
    highest: int = 20,
) -> pd.DataFrame:
    """Rows of hubverse model-output.

    Parameters
    ----------
    forecast
        Its series are the targets; one sample id is one joint future over targets and horizons.
    output_types
        Of ``sample``, ``quantile``, ``pmf``.
    levels
        Of the quantiles.
    highest
        The last category of a mass function is this count or more; below it each has its own.
    """
    unknown = sorted(set(output_types) - set(OUTPUT_TYPES))
    if unknown:
        raise ContractError(f"no output type {unknown}; there are: {', '.join(OUTPUT_TYPES)}")
    ends = [last_day(week, cadence=forecast.data.attrs["cadence"]) for week in forecast.weeks]
    parts = []
    for name in forecast.series:
        draws = forecast.samples.sel(series=name).values
        for horizon, end in enumerate(ends, start=1):
            own = draws[:, horizon - 1]
            for kind in output_types:
                ids, values = _output(own, kind, levels, highest)
                rows = pd.DataFrame({"output_type_id": ids, "value": values})
                parts.append(
                    rows.assign(target=name, horizon=horizon, target_end_date=end, output_type=kind)
                )
    whole = pd.concat(parts, ignore_index=True).assign(origin_date=forecast.as_of)
    return whole[[*HUB_COLUMNS, *_OUTPUT]]


def write_hubverse(
    forecast: Forecast,
    hub: str | Path,
    *,
    team: str = "escalation",
    output_types: Sequence[str] = ("sample",),
    levels: Sequence[float] = LEVELS,
    highest: int = 20,
) -> Path:
    """Write ``model-output/TEAM-MODEL/DATE-TEAM-MODEL.csv`` in a hub's folder.

    The attributes that the format has no column for go to ``auxiliary-data``. For the other
    parameters see :func:`hub_table`.
    """
    model = re.sub(r"[^A-Za-z0-9_]", "_", forecast.model)
    if not _NAME.fullmatch(team):
        raise ContractError(f"a hub's team is letters, digits and underscores; got {team!r}")
    rows = hub_table(forecast, output_types=output_types, levels=levels, highest=highest)
    faults = hub_faults(rows)
    if faults:
        raise ContractError(f"not valid model-output: {'; '.join(faults)}")
    stem = f"{forecast.as_of.date()}-{team}-{model}"
    path = Path(hub) / "model-output" / f"{team}-{model}" / f"{stem}.csv"
    notes = Path(hub) / "auxiliary-data" / "escalation" / f"{stem}.json"
    for file in (path, notes):
        file.parent.mkdir(parents=True, exist_ok=True)
    rows.to_csv(path, index=False, date_format="%Y-%m-%d")
    notes.write_text(json.dumps(attributes_of(forecast), indent=1) + "\n", encoding="utf-8")
    return path


def read_hub_table(path: str | Path) -> pd.DataFrame:
    """Rows of a model-output file, checked by :func:`hub_faults`."""
    days = ["origin_date", "target_end_date"]
    rows = pd.read_csv(path, parse_dates=days, dtype={"output_type_id": str, "target": str})
    faults = hub_faults(rows)
    if faults:
        raise ContractError(f"{Path(path).name}: {'; '.join(faults)}")
    return rows


def read_hubverse(path: str | Path) -> Forecast:
    """Forecast from the samples of a file that :func:`write_hubverse` wrote.

    Raises
    ------
    ContractError
        If the file holds no samples: quantiles and mass functions do not make a forecast
        (:func:`read_hub_table` gives them).
    """
    file = Path(path)
    rows = read_hub_table(file)
    samples = rows[rows["output_type"] == "sample"]
    if samples.empty:
        raise ContractError(f"{file.name} has no samples; read_hub_table gives its rows")
    hub = file.parent.parent.parent
    notes = hub / "auxiliary-data" / "escalation" / f"{file.stem}.json"
    if not notes.exists():
        raise ContractError(f"{file.name} has no notes in auxiliary-data; its seed is not known")
    attributes = json.loads(notes.read_text(encoding="utf-8"))
    cadence = attributes["cadence"]
    step = pd.DateOffset(weeks=1) if cadence == "weekly" else pd.DateOffset(months=1)
    tidy = pd.DataFrame(
        {
            "series": samples["target"],
            "week": samples["target_end_date"] + pd.Timedelta(days=1) - step,
            "sample": samples["output_type_id"].astype(int),
            "count": samples["value"],
        }
    )
    return of_table(tidy, attributes)


def hub_faults(rows: pd.DataFrame) -> list[str]:
    """What breaks hubverse's rules of model-output; [] if nothing.

    Columns; one value a task and output id; quantiles at levels between 0 and 1 that do not
    fall as the level rises; mass functions between 0 and 1 that sum to 1; every sample id of
    every task.
    """
    lacking = [name for name in (*HUB_COLUMNS, *_OUTPUT) if name not in rows.columns]
    if lacking:
        return [f"lacks the columns {', '.join(lacking)}"]
    faults = []
    task = list(HUB_COLUMNS)
    if rows.duplicated([*task, "output_type", "output_type_id"]).any():
        faults.append("an output id of a task stands twice")
    if not np.isfinite(rows["value"].astype(float)).all():
        faults.append("a value is not a finite number")
    unknown = sorted(set(rows["output_type"]) - set(OUTPUT_TYPES))
    if unknown:
        faults.append(f"output types {unknown} are not of {', '.join(OUTPUT_TYPES)}")
    quantiles = rows[rows["output_type"] == "quantile"]
    levels = pd.to_numeric(quantiles["output_type_id"])
    if not levels.between(0, 1).all():
        faults.append("a quantile level lies outside 0 to 1")
    ordered = quantiles.assign(level=levels).sort_values([*task, "level"])
    if (ordered.groupby(task)["value"].diff() < 0).any():
        faults.append("quantiles fall as their level rises")
    masses = rows[rows["output_type"] == "pmf"]
    if not masses["value"].between(0, 1).all():
        faults.append("a probability lies outside 0 to 1")
    if not np.allclose(masses.groupby(task)["value"].sum(), 1.0, atol=1e-6):
        faults.append("the probabilities of a mass function do not sum to 1")
    samples = rows[rows["output_type"] == "sample"]
    if samples.groupby(task)["output_type_id"].nunique().nunique() > 1:
        faults.append("tasks have different numbers of samples")
    return faults


def _output(
    own: np.ndarray, kind: str, levels: Sequence[float], highest: int
) -> tuple[list[str], np.ndarray]:
    if kind == "sample":
        return [str(number) for number in range(len(own))], own
    if kind == "quantile":
        values = np.quantile(own, levels, method="inverted_cdf")
        return [f"{level:g}" for level in levels], values
    counts = np.bincount(np.minimum(np.rint(own), highest).astype(int), minlength=highest + 1)
    names = [str(count) for count in range(highest)]
    return [*names, f"{highest}+"], counts / len(own)
