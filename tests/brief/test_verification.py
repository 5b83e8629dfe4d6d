"""Every picture shows its table, and says what it lacks."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from escalation.brief import style, verification
from escalation.brief.past import draw_chances
from escalation.brief.plots import to_svg
from escalation.forecast import Forecast
from escalation.schema import ContractError
from escalation.verify.calibration import chances, coverage, pit_histogram, reliability
from escalation.verify.compare import compare
from escalation.verify.decisions import value_curve
from tests.brief.world import make_scores

SCORES = pd.DataFrame(
    {"model": ["a", "a", "b", "b"], "horizon": [2, 1, 1, 2], "crps": [3.0, 1.0, 2.0, 4.0]}
)
HAPPENED = pd.Series([0, 1, 0, 1, 1, 0, 1, 1] * 5, dtype=float)
GIVEN = pd.Series([0.1, 0.6, 0.3, 0.6, 0.9, 0.2, 0.8, 0.4] * 5)
RELIABILITY = reliability(GIVEN, HAPPENED, draws=50, seed=1)
PIT = pit_histogram(np.linspace(0, 1, 40))
VALUE = value_curve(GIVEN, HAPPENED).assign(model="a")
BACKTEST = make_scores({"last-year": [2.0, 3.0] * 9, "local-level": [1.0, 2.0, 4.0] * 6})
COVERAGE = coverage(BACKTEST[BACKTEST["model"] == "local-level"])
SKILL = compare(BACKTEST, seed=1)
FAN = pd.DataFrame(
    {
        "week": pd.date_range("2026-01-05", periods=3, freq="W-MON"),
        "low90": [0, 0, 1],
        "low50": [1, 1, 2],
        "median": [1, 2, 3],
        "high50": [2, 3, 4],
        "high90": [4, 5, 6],
        "came": [1, 9, np.nan],
    }
)
CHANCES = chances(BACKTEST, model="local-level", target="total", alarm=True)
PICTURES = [
    (verification.draw_by_horizon, SCORES),
    (verification.draw_reliability, RELIABILITY),
    (verification.draw_pit, PIT),
    (verification.draw_coverage, COVERAGE),
    (verification.draw_skill, SKILL),
    (verification.draw_value, VALUE),
    (verification.draw_past_fan, FAN),
    (draw_chances, CHANCES),
]


@pytest.mark.parametrize(("draw", "table"), PICTURES)
def test_a_picture_leaves_its_table_alone_and_is_the_same_each_time(draw, table):
    before = table.copy(deep=True)
    drawn = []
    for _ in range(2):
        with style.house_style():
            figure = Figure(figsize=(3, 2))
            draw(table, figure.subplots())
            drawn.append(to_svg(figure))
    assert drawn[0] == drawn[1]
    pd.testing.assert_frame_equal(table, before)


LACKS = ["crps", "happened", "share", "covered90", "ratio", "value", "came"]


@pytest.mark.parametrize(
    ("draw", "table", "column"),
    [(*picture, column) for picture, column in zip(PICTURES[:-1], LACKS, strict=True)],
)
def test_a_picture_says_which_column_it_lacks(draw, table, column):
    ax = Figure().subplots()
    with pytest.raises(ContractError, match=f"the table lacks {column}"):
        draw(table.drop(columns=column), ax)
    with pytest.raises(ContractError, match="table is empty"):
        draw(table.head(0), ax)


def test_a_line_goes_by_horizon():
    ax = Figure().subplots()
    verification.draw_by_horizon(SCORES, ax)
    assert [line.get_label() for line in ax.lines] == ["a", "b"]
    np.testing.assert_array_equal(ax.lines[0].get_xydata(), [[1, 1], [2, 3]])


def test_what_fell_outside_the_interval_is_hollow():
    ax = Figure().subplots()
    verification.draw_past_fan(FAN, ax)
    inside, missed = ax.collections[-2:]
    assert (len(inside.get_offsets()), len(missed.get_offsets())) == (1, 1)
    assert missed.get_offsets()[0][1] == 9


def test_the_fan_of_past_forecasts_by_hand():
    def forecast(as_of, count):
        return Forecast.of_samples(
            np.full((20, 2, 1), count),
            series=["clashes"],
            model="m",
            theatre="t",
            as_of=as_of,
            vintage="v",
            seed=1,
        )

    weeks = pd.DatetimeIndex(["2026-01-12", "2026-01-19"])
    came = pd.Series([4.0, np.nan], index=weeks)
    made = [forecast("2026-01-11", 3), forecast("2026-01-04", 2)]
    table = verification.past_fan(made, came, series="clashes", horizon=2)
    assert table["week"].tolist() == list(weeks)
    assert table["median"].tolist() == [2, 3]
    assert table["came"].iloc[0] == 4
    assert np.isnan(table["came"].iloc[1])
