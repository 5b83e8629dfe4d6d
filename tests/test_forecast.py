import numpy as np
import pandas as pd
import pytest
import xarray as xr
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from escalation.forecast import Forecast
from escalation.schema import ContractError

SAID = {"model": "m", "theatre": "t", "as_of": "2026-02-19", "vintage": "v", "seed": 7}


def forecast_of(values, series=("a",), **more) -> Forecast:
    return Forecast.of_samples(np.asarray(values, dtype=float), series=series, **{**SAID, **more})


def test_chances_by_hand() -> None:
    samples = [[[0], [2]], [[1], [0]], [[0], [0]], [[3], [1]]]
    forecast = forecast_of(samples)
    assert forecast.chance("a").tolist() == [0.5, 0.5]
    assert forecast.chance("a", at_least=2).tolist() == [0.25, 0.25]
    assert forecast.chance("a", within=2) == 0.75
    assert forecast.chance("a", at_least=2, within=2) == 0.5
    assert forecast.total("a", within=2).tolist() == [2, 1, 0, 4]
    assert [str(w.date()) for w in forecast.weeks] == ["2026-02-16", "2026-02-23"]


counts = arrays(
    np.int64,
    st.tuples(st.integers(1, 30), st.integers(1, 5), st.just(2)),
    elements=st.integers(0, 50),
)


@given(counts)
def test_more_weeks_and_fewer_events_are_never_less_likely(samples) -> None:
    forecast = forecast_of(samples, series=("a", "b"))
    chances = [forecast.chance("a", within=w) for w in range(1, forecast.horizon + 1)]
    assert chances == sorted(chances)
    by_number = [forecast.chance("b", at_least=n, within=1) for n in (0, 1, 2, 5)]
    assert by_number == sorted(by_number, reverse=True) and by_number[0] == 1


@given(counts)
def test_the_table_is_ordered_and_inside_the_samples(samples) -> None:
    table = forecast_of(samples, series=("a", "b")).table()
    columns = ["low90", "low50", "median", "high50", "high90"]
    assert (table[columns].diff(axis=1).iloc[:, 1:] >= 0).all().all()
    assert table["high90"].max() <= samples.max() and table["low90"].min() >= samples.min()


def test_saved_and_read_back_equal(tmp_path) -> None:
    forecast = forecast_of(
        np.arange(24).reshape(3, 4, 2), series=("a", "b"), marks=["not converged"]
    )
    forecast.save(tmp_path / "f.nc")
    again = Forecast.load(tmp_path / "f.nc")
    xr.testing.assert_identical(again.data, forecast.data)
    assert again.marks == ["not converged"] and again.as_of == pd.Timestamp("2026-02-19")


@pytest.mark.parametrize("bad", [-1.0, np.nan, np.inf])
def test_samples_that_are_no_counts_are_refused(bad) -> None:
    with pytest.raises(ContractError, match="finite and not negative"):
        forecast_of([[[bad]]])


def test_unknown_series_and_horizons_are_told(tmp_path) -> None:
    forecast = forecast_of([[[1]]])
    with pytest.raises(ContractError, match=r"no series 'b'; there are: a"):
        forecast.chance("b")
    with pytest.raises(ContractError, match="1 to 1 periods; got 4"):
        forecast.chance("a", within=4)
    with pytest.raises(ContractError, match=r"lacks"):
        Forecast(xr.Dataset({"samples": (("sample", "week", "series"), np.zeros((1, 1, 1)))}))
