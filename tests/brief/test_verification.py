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

SCORES = pd.DataFrame(
    {"model": ["a", "a", "b", "b"], "horizon": [2, 1, 1, 2], "mean": [3.0, 1.0, 2.0, 4.0]}
)
RELIABILITY = pd.DataFrame(
    {"chance": [0.1, 0.6], "came": [0.2, 0.5], "low": [0, 0.4], "high": [0.3, 0.8], "n": [9, 3]}
)
PIT = pd.DataFrame({"left": [0, 0.5], "right": [0.5, 1], "density": [0.8, 1.2]})
COVERAGE = pd.DataFrame(
    {"year": [2024, 2025] * 2, "level": [0.5, 0.5, 0.9, 0.9], "covered": [0.4, 0.6, 0.8, 0.95]}
)
SKILL = pd.DataFrame(
    {"label": ["x", "y"], "model": ["a", "b"], "ratio": [0.8, 1.1], "low": [0.7, 1], "high": [1, 2]}
)
VALUE = pd.DataFrame({"model": ["a"] * 3, "cost_loss": [0.1, 0.9, 0.5], "value": [0.2, 0.1, 0.4]})
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
CHANCES = pd.DataFrame(
    {
        "origin": pd.date_range("2026-01-04", periods=3, freq="W-SUN"),
        "chance": [0.7, 0.2, 0.5],
        "count": [1, 0, 2],
        "brier": [0.09, 0.04, 0.25],
    }
)
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


@pytest.mark.parametrize(("draw", "table"), PICTURES[:-1])
def test_a_picture_says_which_column_it_lacks(draw, table):
    ax = Figure().subplots()
    lacking = table.columns[-1] if draw is not verification.draw_skill else "high"
    with pytest.raises(ContractError, match=f"lacks.* {lacking}|lacks {lacking}"):
        draw(table.drop(columns=lacking), ax)
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
