"""The challenge's scores by hand and against its published file; submissions and their rules."""

import numpy as np
import pandas as pd
import pytest

from escalation.periods import month_id, month_of_id
from escalation.schema import ContractError
from escalation.verify import views, views_scores
from escalation.verify.submission import check_submission, history_panel, submit
from escalation.verify.views import (
    challenge_table,
    months_of_window,
    read_actuals,
    read_submission,
    views_table,
)
from tests.verify.simulated import PoissonMean

PUBLISHED = {"bm_conflictology": "conflictology12", "sub_bodentien_rueter_nbinom": "BR_NegBin"}
UNITS = {"Pakistan": [136], "Afghanistan": [133], "India": [223]}


def test_ignorance_by_hand():
    # 750 of 1,000 in the bin of 1-2, none in that of 26-50.
    draws = [[1] * 500 + [2] * 250 + [9] * 250] * 2
    found = views_scores.ignorance(draws, [2, 30])
    assert found == pytest.approx([-np.log2(751 / 1011), -np.log2(1 / 1011)])


def test_an_ensemble_of_another_size_keeps_its_shares():
    assert views_scores.ignorance([[0, 0, 0, 7]], [0]) == pytest.approx([-np.log2(751 / 1011)])


def test_bins_part_where_the_challenge_says():
    edges = [0, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 5000]
    bins = np.searchsorted(views_scores.EDGES, edges)
    assert bins.tolist() == list(range(11))
    above = np.searchsorted(views_scores.EDGES, [value + 1 for value in edges[:-1]])
    assert above.tolist() == list(range(1, 11))


def test_interval_score_by_hand():
    # Quantiles of 0..100 at 5% and 95% are 5 and 95; 100 lies 5 outside: 90 + 20 * 5.
    draws = [list(range(101))] * 2
    assert views_scores.interval_score(draws, [50, 100]) == pytest.approx([90, 190])
    assert views_scores.covered(draws, [95, 96]).tolist() == [1, 0]


def test_months_are_numbered_from_january_1980():
    assert month_of_id(1) == pd.Timestamp("1980-01-01")
    assert month_id(pd.Timestamp("2021-12-01")) == months_of_window(2021)[-1] == 504
    assert all(month_id(month_of_id(n)) == n for n in range(1, 600))


@pytest.mark.parametrize(
    "window", [2018, *(pytest.param(year, marks=pytest.mark.slow) for year in (2019, 2020, 2021))]
)
def test_parity_with_the_published_scores(shared_data, window):
    folder = shared_data / "views"
    published = pd.read_csv(folder / "published-forecast-scores.csv")
    published = published[(published["truth_vintage"] == "late") & (published["window"] == window)]
    published = published.set_index(["unit", "model"])
    actuals = read_actuals(folder / f"cm_actuals_{window}.parquet")
    everyone = sorted(set(actuals.index.get_level_values("country_id")))
    for file, name in PUBLISHED.items():
        suffix = "csv" if file.startswith("bm") else "parquet"
        draws = read_submission(folder / f"{file}_{window}.{suffix}")
        units = UNITS | {"all191": everyone}
        found = challenge_table(actuals, {name: draws}, window=window, units=units)
        found = found.set_index(["unit", "model"]).drop(columns="window")
        theirs = published.loc[found.index, found.columns]
        assert np.abs(found - theirs).to_numpy().max() < 0.0005


def little_history(countries=(1, 2, 3)):
    months = range(month_id(pd.Timestamp("2019-01-01")), months_of_window(2021)[-1] + 1)
    rng = np.random.default_rng(0)
    index = pd.MultiIndex.from_product([months, countries], names=views.TARGET)
    return pd.DataFrame({"ged_sb": rng.poisson(2, len(index))}, index=index).reset_index()


def test_a_submission_passes_the_rules_and_reads_back(tmp_path):
    path = submit(little_history(), window=2021, model=PoissonMean(), out=tmp_path, seed=5)
    assert path.name == "poisson-mean_2021.parquet"
    wide = read_submission(path)
    assert wide.shape == (36, 1000)
    rows = pd.read_parquet(path).reset_index()
    assert check_submission(rows, window=2021, countries=[1, 2, 3]) == []
    came = little_history().rename(columns={"ged_sb": "outcome"})
    came[came["month_id"] > months_of_window(2021)[0] - 1].to_parquet(
        tmp_path / "cm_actuals_2021.parquet"
    )
    table = views_table(tmp_path)
    assert table.loc[0, "model"] == "poisson-mean" and table.loc[0, "n"] == 36
    assert table.loc[0, "crps"] < 2


def test_a_submission_knows_nothing_after_october(tmp_path):
    history = little_history()
    changed = history.assign(
        ged_sb=history["ged_sb"].where(history["month_id"] < months_of_window(2021)[0] - 2, 999)
    )
    for name, table in (("a", history), ("b", changed)):
        submit(table, window=2021, model=PoissonMean(), out=tmp_path / name, seed=5)
    files = [tmp_path / name / "poisson-mean_2021.parquet" for name in ("a", "b")]
    assert read_submission(files[0]).equals(read_submission(files[1]))


def test_countries_are_those_of_the_last_month():
    history = little_history()
    gone = (history["country_id"] == 3) & (history["month_id"] > 480)
    panel = history_panel(history[~gone], window=2021)
    assert panel.series == ["1", "2"] and str(panel.as_of.date()) == "2020-10-31"
    with pytest.raises(ContractError, match="October before 2030"):
        history_panel(history, window=2030)


def test_only_the_protocol_s_column_is_used(tmp_path):
    history = little_history()
    more = history.assign(ged_ns=7, ged_os=history["ged_sb"] * 3)
    files = [
        submit(table, window=2021, model=PoissonMean(), out=tmp_path / name, seed=5)
        for name, table in (("alone", history), ("beside", more))
    ]
    assert read_submission(files[0]).equals(read_submission(files[1]))
    below = history.assign(ged_sb=history["ged_sb"].where(history.index != 4, -2))
    with pytest.raises(ContractError, match="ged_sb -2 in month_id 470 of country_id 2"):
        history_panel(below, window=2021)


def test_broken_submissions_are_told_what_is_wrong(tmp_path):
    path = submit(little_history(), window=2021, model=PoissonMean(), out=tmp_path, seed=5)
    rows = pd.read_parquet(path).reset_index()
    rows["outcome"] = rows["outcome"].astype(float)
    rows.loc[0, "outcome"] = -1.0
    rows.loc[1, "outcome"] = np.nan
    faults = check_submission(rows.iloc[:-1], window=2021, countries=[1, 2, 3, 4])
    told = " ".join(faults)
    assert "1 draws are negative" in told and "1 draws are not finite" in told
    assert "lacks 12 targets, such as month_id 493 of country_id 4" in told
    assert "999 for month_id 504 of country_id 3" in told


def test_files_that_break_the_layout_are_refused(tmp_path):
    path = tmp_path / "sub_2021.csv"
    rows = pd.DataFrame({"month_id": [493] * 2, "country_id": [1] * 2, "draw": [0] * 2})
    rows.assign(outcome=1).to_csv(path, index=False)
    with pytest.raises(ContractError, match="stands twice"):
        read_submission(path)
    rows.to_csv(path, index=False)
    with pytest.raises(ContractError, match=r"lacks the columns \['outcome'\]"):
        read_submission(path)
    with pytest.raises(ContractError, match="no actuals"):
        views_table(tmp_path)
