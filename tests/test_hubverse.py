"""hubverse's model-output: samples read back as the same forecast, and its rules are kept."""

import pandas as pd
import pytest

from escalation import hubverse
from escalation.schema import ContractError
from tests.test_interchange import made, same


@pytest.mark.parametrize("cadence", ["weekly", "monthly"])
def test_hub_samples_read_back(tmp_path, cadence):
    forecast = made(cadence)
    path = hubverse.write_hubverse(forecast, tmp_path)
    day = forecast.as_of.date()
    folder = tmp_path / "model-output" / "escalation-local_level"
    assert path == folder / f"{day}-escalation-local_level.csv"
    assert same(hubverse.read_hubverse(path), forecast)
    rows = pd.read_csv(path)
    assert list(rows.columns) == [
        "origin_date",
        "target",
        "horizon",
        "target_end_date",
        "output_type",
        "output_type_id",
        "value",
    ]
    first = rows.iloc[0]
    assert first["target_end_date"] == ("2026-02-22" if cadence == "weekly" else "2026-02-28")


def test_hub_quantiles_and_masses_are_the_forecasts(tmp_path):
    forecast = made()
    rows = hubverse.hub_table(
        forecast, output_types=("quantile", "pmf"), levels=(0.5, 0.9), highest=2
    )
    own = forecast.samples.sel(series="force").values[:, 1]
    task = rows[(rows["target"] == "force") & (rows["horizon"] == 2)]
    values = task.set_index("output_type_id")["value"]
    assert values["0.5"] == forecast.quantiles("force")[0.5].iloc[1]
    assert values["0"] == (own == 0).mean() and values["2+"] == (own >= 2).mean()
    path = hubverse.write_hubverse(forecast, tmp_path, output_types=("quantile", "pmf"))
    assert hubverse.hub_faults(hubverse.read_hub_table(path)) == []
    with pytest.raises(ContractError, match="no samples; read_hub_table"):
        hubverse.read_hubverse(path)


def test_hub_rules_are_checked():
    rows = hubverse.hub_table(made(), output_types=("sample", "quantile", "pmf"), highest=3)
    assert hubverse.hub_faults(rows) == []
    assert hubverse.hub_faults(rows.drop(columns="horizon")) == ["lacks the columns horizon"]
    twice = pd.concat([rows, rows.iloc[[0]]])
    assert hubverse.hub_faults(twice) == ["an output id of a task stands twice"]
    quantile = rows["output_type"] == "quantile"
    fallen = rows.assign(value=rows["value"].where(~quantile, -rows["value"]))
    assert hubverse.hub_faults(fallen) == ["quantiles fall as their level rises"]
    mass = rows["output_type"] == "pmf"
    doubled = rows.assign(value=rows["value"].where(~mass, rows["value"] / 2))
    assert "do not sum to 1" in hubverse.hub_faults(doubled)[0]
    fewer = rows.drop(rows.index[rows["output_type"] == "sample"][0])
    assert hubverse.hub_faults(fewer) == ["tasks have different numbers of samples"]
    with pytest.raises(ContractError, match="there are: sample, quantile, pmf"):
        hubverse.hub_table(made(), output_types=("mean",))
