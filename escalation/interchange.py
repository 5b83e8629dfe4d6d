"""A forecast in the formats of others, and back.

    CSV        one row a sample: series, week, sample, count
    VIEWS      Parquet, one row a draw: month_id, country_id, draw, outcome (monthly forecasts)
    hubverse   model-output: origin_date, target, horizon, target_end_date, output_type,
               output_type_id, value; samples, quantiles and mass functions
    xarray     netCDF or Zarr with the group and dimensions of ArviZ: predictions (chain, draw)

Samples read back give the same forecast. Quantiles and mass functions cannot: a mass function
keeps a week's own distribution but not how weeks hang together, quantiles only points of it;
they are read back as the tables that they are. What a format has no column for (seed, vintage,
version ...) goes where it keeps notes: a comment line, the file's metadata, or a hub's
``auxiliary-data``.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import xarray as xr

from escalation.forecast import Forecast
from escalation.periods import last_day, month_id, month_of_id
from escalation.schema import ContractError

HUB_COLUMNS = ("origin_date", "target", "horizon", "target_end_date")
OUTPUT_TYPES = ("sample", "quantile", "pmf")
LEVELS = (0.01, 0.025, *(step / 20 for step in range(1, 20)), 0.975, 0.99)
_OUTPUT = ("output_type", "output_type_id", "value")
_NAME = re.compile(r"[A-Za-z0-9_]+")


def table_of(forecast: Forecast) -> pd.DataFrame:
    """Tidy samples: series, week, sample, count."""
    tidy = forecast.samples.to_dataframe(name="count").reset_index()
    tidy = tidy.rename(columns={"index": "sample"})
    return tidy[["series", "week", "sample", "count"]]


def of_table(tidy: pd.DataFrame, attributes: Mapping[str, Any]) -> Forecast:
    """Forecast from tidy samples and its attributes; series and weeks keep their order."""
    series = list(dict.fromkeys(tidy["series"].astype(str)))
    weeks = pd.DatetimeIndex(sorted(tidy["week"].unique())).as_unit("us")
    samples = sorted(tidy["sample"].unique())
    wide = tidy.assign(series=tidy["series"].astype(str)).set_index(["sample", "week", "series"])
    if not wide.index.is_unique or len(wide) != len(series) * len(weeks) * len(samples):
        raise ContractError("samples are one number for every sample, week and series")
    index = pd.MultiIndex.from_product([samples, weeks, series])
    values = wide["count"].reindex(index).to_numpy(dtype=float)
    shape = (len(samples), len(weeks), len(series))
    data = xr.Dataset(
        {"samples": (("sample", "week", "series"), values.reshape(shape))},
        coords={"week": weeks.to_numpy(), "series": series},
        attrs=dict(attributes),
    )
    return Forecast(data)


def write_csv(forecast: Forecast, path: str | Path) -> Path:
    """Write tidy CSV; the first line, a comment, holds the attributes as JSON."""
    file = Path(path)
    with file.open("w", encoding="utf-8", newline="") as handle:
        handle.write("# " + json.dumps(_attributes(forecast)) + "\n")
        table_of(forecast).to_csv(handle, index=False, date_format="%Y-%m-%d")
    return file


def read_csv(path: str | Path) -> Forecast:
    """Read what :func:`write_csv` wrote."""
    with Path(path).open(encoding="utf-8") as handle:
        first = handle.readline()
        if not first.startswith("# {"):
            raise ContractError(f"{Path(path).name}: the first line holds the attributes, '# {{'")
        tidy = pd.read_csv(handle, parse_dates=["week"])
    return of_table(tidy, json.loads(first[2:]))


def write_views(
    forecast: Forecast, path: str | Path, *, countries: Mapping[str, int] | None = None
) -> Path:
    """Write Parquet in the layout of the VIEWS challenge.

    Parameters
    ----------
    forecast
        A monthly one.
    path
        File to write.
    countries
        VIEWS country ids by series; if None, the series are named by their ids.
    """
    if forecast.data.attrs["cadence"] != "monthly":
        raise ContractError("the VIEWS layout is by month; this forecast is weekly")
    ids = {name: (countries or {}).get(name, name) for name in forecast.series}
    words = [name for name, number in ids.items() if not str(number).isdigit()]
    if words:
        raise ContractError(f"series {words} need the VIEWS country ids; give countries={{...}}")
    tidy = table_of(forecast)
    rows = pd.DataFrame(
        {
            "month_id": tidy["week"].map(month_id),
            "country_id": tidy["series"].map(ids).astype("int64"),
            "draw": tidy["sample"],
            "outcome": tidy["count"],
        }
    )
    rows.attrs = {"escalation": _attributes(forecast), "series": {str(ids[n]): n for n in ids}}
    rows.set_index(["month_id", "country_id", "draw"]).to_parquet(path)
    return Path(path)


def read_views(path: str | Path) -> Forecast:
    """Read what :func:`write_views` wrote (other submissions carry no attributes: ``verify``
    scores them as they are)."""
    rows = pd.read_parquet(path)
    if "escalation" not in rows.attrs:
        raise ContractError(f"{Path(path).name} was not written by escalation; score it by views")
    flat = rows.reset_index()
    tidy = pd.DataFrame(
        {
            "series": flat["country_id"].astype(str).map(rows.attrs["series"]),
            "week": flat["month_id"].map(month_of_id),
            "sample": flat["draw"],
            "count": flat["outcome"],
        }
    )
    return _in_order(tidy, rows.attrs["escalation"], list(rows.attrs["series"].values()))


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
    notes.write_text(json.dumps(_attributes(forecast), indent=1) + "\n", encoding="utf-8")
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


def write_xarray(forecast: Forecast, path: str | Path) -> Path:
    """Write netCDF (``.nc``) or Zarr (``.zarr``) in ArviZ's layout: one chain of draws."""
    samples = forecast.samples.rename(sample="draw").expand_dims("chain")
    counts = samples.assign_coords(chain=[0], draw=np.arange(samples.sizes["draw"]))
    group = xr.Dataset({"counts": counts}, attrs=_attributes(forecast))
    tree = xr.DataTree.from_dict({"predictions": group})
    file = Path(path)
    if file.suffix == ".zarr":
        tree.to_zarr(file, mode="w", consolidated=False)
    elif file.suffix == ".nc":
        tree.to_netcdf(file, engine="h5netcdf")
    else:
        raise ContractError(f"the name ends in .nc or .zarr; got {file.name!r}")
    return file


def read_xarray(path: str | Path) -> Forecast:
    """Read what :func:`write_xarray` wrote."""
    options: dict[str, Any] = {"engine": "h5netcdf"}
    if Path(path).suffix == ".zarr":
        options = {"engine": "zarr", "consolidated": False}
    with xr.open_dataset(path, group="predictions", **options) as group:
        data = group.load()
    samples = data["counts"].isel(chain=0, drop=True).drop_vars("draw").rename(draw="sample")
    return Forecast(samples.to_dataset(name="samples").assign_attrs(data.attrs))


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


def _attributes(forecast: Forecast) -> dict[str, Any]:
    return {
        str(name): value.item() if isinstance(value, np.generic) else value
        for name, value in forecast.data.attrs.items()
    }


def _in_order(tidy: pd.DataFrame, attributes: Mapping[str, Any], series: list[str]) -> Forecast:
    found = of_table(tidy, attributes)
    return Forecast(found.data.sel(series=series))
