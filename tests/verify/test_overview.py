"""The scorecard: every part is there, its numbers are those of the functions behind it."""

import pandas as pd
import pytest

from escalation.schema import ContractError
from escalation.verify.backtest import backtest
from escalation.verify.compare import compare
from escalation.verify.overview import asked, overview, ratios
from escalation.verify.table import of_truth
from tests.verify.simulated import PoissonMean, small_store, small_theatre


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("backtest")


@pytest.fixture(scope="module")
def table(folder):
    models = [PoissonMean(draws=60, name="last-year"), PoissonMean(draws=60, weeks=4, name="hasty")]
    store = small_store(folder / "store")
    return backtest(models, store, small_theatre(), origins=8, seed=7, folder=folder)


@pytest.fixture(scope="module")
def parts(table, folder):
    return overview(table, folder=folder, seed=1)


def part(parts, start):
    (found,) = [table for title, table in parts.items() if title.startswith(start)]
    return found


def test_a_cell_is_the_ratio_with_its_interval(table, parts):
    row = compare(of_truth(table), by=("series", "target", "horizon"), seed=1)
    row = row[(row["series"] == "attacks-pk") & (row["horizon"] == 1)].iloc[0]
    cells = part(parts, "crps over").set_index(["series", "ahead"])
    told = f"{row['ratio']:.3f} [{row['low']:.2f}, {row['high']:.2f}]"
    assert cells.loc[("attacks-pk", "next week"), "hasty"] == told


def test_a_program_gets_numbers_and_a_reference_without_error_no_ratio(table, parts):
    given = ratios(table, against="last-year", as_numbers=True, seed=1)
    shown = part(parts, "crps over").set_index(["series", "ahead"])["hasty"]
    for row in given.itertuples():
        assert shown[row.series, row.ahead].startswith(f"{row.ratio:.3f}")
    perfect = table.assign(
        value=table["value"].where((table["model"] == "hasty") | (table["metric"] != "crps"), 0.0)
    )
    assert set(ratios(perfect, against="last-year", seed=1)["hasty"]) == {"n/a"}


def test_every_truth_stands_beside_the_others(table, parts):
    sides = part(parts, "by truth").set_index(["series", "ahead", "truth"])["hasty"]
    assert set(sides.index.get_level_values("truth")) == {"first", "lagged-8w", "latest"}
    alone = ratios(of_truth(table, "first"), against="last-year", seed=1)
    alone = alone.set_index(["series", "ahead"])["hasty"]
    assert sides["attacks-pk", "4 weeks", "first"][:5] == alone["attacks-pk", "4 weeks"][:5]


def test_every_score_is_told(table, parts):
    assert {"year", "series"} <= set(part(parts, "by year"))
    assert {"regime at origin", "series"} <= set(part(parts, "by regime"))
    means = part(parts, "mean scores")
    assert {"crps", "crps_log", "crps_alarm", "logs", "brier", "dss", "wis", "interval90"} <= set(
        means
    )
    assert {"covered50_low", "covered90_high", "claimed50"} <= set(part(parts, "share inside"))
    assert {"miscalibration", "discrimination", "value at 0.25"} <= set(part(parts, "at least one"))
    assert {"onsets", "foreseen", "lead", "alarms", "false"} <= set(part(parts, "an alarm"))
    assert part(parts, "calibration")["n"].min() >= 0
    assert sorted(part(parts, "rank")["model"]) == ["hasty", "last-year"]


def test_the_short_of_it_counts_the_verdicts(table, parts):
    rows = of_truth(table)
    found = compare(asked(rows), by=("series", "target", "horizon"), seed=1)
    short = part(parts, "in short").set_index("model")
    hasty = short.loc["hasty"]
    assert hasty["better"] == (found["high"] < 1).sum()
    assert hasty["worse"] == (found["low"] > 1).sum()
    assert hasty[["better", "undecided", "worse"]].sum() == len(found)
    assert hasty["rank"] == pytest.approx(1 + (found["ratio"] > 1).mean())
    inside = rows[(rows["metric"] == "claimed90") & (rows["model"] == "hasty")]
    assert hasty["claimed90"] == pytest.approx(asked(inside)["value"].mean())
    assert short["rank"].sum() == pytest.approx(3)  # of two models, and no two were equal
    assert short.loc["last-year", ["better", "undecided", "worse"]].isna().all()


@pytest.mark.slow
def test_a_model_may_have_the_name_of_a_group(table):
    named = table.assign(model=table["model"].replace("hasty", "regime"))
    own = part(overview(table, seed=1), "by regime")
    found = part(overview(named, seed=1), "by regime")
    pd.testing.assert_frame_equal(found, own.rename(columns={"hasty": "regime"}))


def test_a_series_alone_and_slips(table):
    one = overview(table, series=["attacks-af"], truth="latest", seed=1)
    for found in one.values():
        if "series" in found:
            assert set(found["series"]) == {"attacks-af"}
    with pytest.raises(ContractError, match="there are: attacks-af, attacks-pk"):
        overview(table, series=["attacks-in"], seed=1)
    with pytest.raises(ContractError, match="no truth 'now' in the table"):
        overview(table, truth="now", seed=1)
    with pytest.raises(ContractError, match="no scores of 'best'"):
        overview(table, against="best", seed=1)


def test_a_table_of_single_weeks_has_no_totals_to_tell_of(table):
    weeks = table[table["target"] == "week"]
    parts = overview(weeks, seed=1)
    assert not any(title.startswith(("by year", "rank")) for title in parts)
    assert isinstance(part(parts, "crps over"), pd.DataFrame)
