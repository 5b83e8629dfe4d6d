"""A forecast in the formats of others, and back (``hubverse`` has that format of its own).

    CSV        one row a sample: series, week, sample, count
    VIEWS      Parquet, one row a draw: month_id, country_id, draw, outcome (monthly forecasts)
    xarray     netCDF or Zarr with the group and dimensions of ArviZ: predictions (chain, draw)

What is read back is the same forecast. What a format has no column for (seed, vintage, version
...) goes where it keeps notes: a comment line, or the file's metadata.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import xarray as xr

from escalation.forecast import Forecast
from escalation.periods import month_id, month_of_id
from escalation.schema import ContractError


def attributes_of(forecast: Forecast) -> dict[str, Any]:
    """What a forecast carries beside its samples, as plain values for JSON."""
    return {
        str(name): value.item() if isinstance(value, np.generic) else value
        for name, value in forecast.data.attrs.items()
    }


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
        handle.write("# " + json.dumps(attributes_of(forecast)) + "\n")
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
    rows.attrs = {"escalation": attributes_of(forecast), "series": {str(ids[n]): n for n in ids}}
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


def write_xarray(forecast: Forecast, path: str | Path) -> Path:
    """Write netCDF (``.nc``) or Zarr (``.zarr``) in ArviZ's layout: one chain of draws."""
    samples = forecast.samples.rename(sample="draw").expand_dims("chain")
    counts = samples.assign_coords(chain=[0], draw=np.arange(samples.sizes["draw"]))
    group = xr.Dataset({"counts": counts}, attrs=attributes_of(forecast))
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


def _in_order(tidy: pd.DataFrame, attributes: Mapping[str, Any], series: list[str]) -> Forecast:
    found = of_table(tidy, attributes)
    return Forecast(found.data.sel(series=series))
