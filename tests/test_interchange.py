"""Formats of others: what is written reads back as the same forecast, and keeps their rules."""

import numpy as np
import pandas as pd
import pytest
import xarray as xr

from escalation import interchange
from escalation.forecast import Forecast
from escalation.schema import ContractError


def made(cadence="weekly", series=("force", "attacks"), whole=True):
    rng = np.random.default_rng(3)
    samples = rng.poisson(2, (25, 4, len(series))) if whole else rng.gamma(2, 1, (25, 4, 2))
    return Forecast.of_samples(
        samples,
        series=series,
        model="local-level",
        theatre="pak-afg",
        as_of="2026-02-19" if cadence == "weekly" else "2026-01-31",
        vintage="abc",
        seed=7,
        cadence=cadence,
        marks=["one", "two"],
    )


def same(found, forecast):
    xr.testing.assert_identical(found.data, forecast.data)
    return True


@pytest.mark.parametrize("whole", [True, False])
def test_csv_reads_back(tmp_path, whole):
    forecast = made(whole=whole)
    path = interchange.write_csv(forecast, tmp_path / "forecast.csv")
    assert same(interchange.read_csv(path), forecast)
    tidy = pd.read_csv(path, comment="#")
    assert list(tidy.columns) == ["series", "week", "sample", "count"]
    assert len(tidy) == 25 * 4 * 2 and tidy["week"].iloc[0] == "2026-02-16"


def test_views_layout_reads_back(tmp_path):
    forecast = made("monthly")
    ids = {"force": 136, "attacks": 133}
    path = interchange.write_views(forecast, tmp_path / "sub_2026.parquet", countries=ids)
    rows = pd.read_parquet(path)
    assert rows.index.names == ["month_id", "country_id", "draw"]
    assert list(rows.columns) == ["outcome"]
    # February 2026 is month 554: 46 years of 12 and 2.
    assert sorted(set(rows.index.get_level_values("month_id"))) == [554, 555, 556, 557]
    first = forecast.samples.sel(series="attacks").values[3, 0]
    assert rows.loc[(554, 133, 3), "outcome"] == first
    assert same(interchange.read_views(path), forecast)


def test_views_layout_is_for_months_of_countries(tmp_path):
    with pytest.raises(ContractError, match="by month"):
        interchange.write_views(made(), tmp_path / "x.parquet")
    with pytest.raises(ContractError, match="country ids"):
        interchange.write_views(made("monthly"), tmp_path / "x.parquet")
    path = interchange.write_views(made("monthly", ("136", "133")), tmp_path / "x.parquet")
    assert interchange.read_views(path).series == ["136", "133"]
    plain = pd.read_parquet(path)
    plain.attrs = {}
    plain.to_parquet(path)
    with pytest.raises(ContractError, match="not written by escalation"):
        interchange.read_views(path)


@pytest.mark.parametrize("name", ["forecast.nc", "forecast.zarr"])
def test_xarray_reads_back(tmp_path, name):
    forecast = made()
    path = interchange.write_xarray(forecast, tmp_path / name)
    assert same(interchange.read_xarray(path), forecast)


def test_netcdf_is_as_arviz_expects(tmp_path):
    path = interchange.write_xarray(made(), tmp_path / "forecast.nc")
    with xr.open_datatree(path, engine="h5netcdf") as tree:
        assert tree["predictions"]["counts"].dims[:2] == ("chain", "draw")
    with pytest.raises(ContractError, match=r"\.nc or \.zarr"):
        interchange.write_xarray(made(), tmp_path / "forecast.h5")


def test_samples_must_be_whole(tmp_path):
    tidy = interchange.table_of(made())
    with pytest.raises(ContractError, match="one number for every"):
        interchange.of_table(tidy.iloc[1:], made().data.attrs)
