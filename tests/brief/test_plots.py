"""The fan: computed by hand, then drawn as computed."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from escalation.brief import plots, style
from escalation.brief.plots import draw_fan, fan_of, fan_svg, figures
from escalation.brief.spans import Spans
from escalation.panel import Panel
from tests.brief.world import make_forecast, make_panel, make_theatre

LANDS = make_theatre()
WEEKLY = Spans.of("weekly", 12)


def test_a_busy_series_is_drawn_by_week_a_sparse_one_by_four():
    panel = make_panel(LANDS, rates=(5, 0.2, 0.5))
    forecast = make_forecast(panel)
    busy = fan_of(forecast, panel, "attacks", WEEKLY)
    sparse = fan_of(forecast, panel, "clashes", WEEKLY)
    assert (busy.step, len(busy.past), len(busy.ahead)) == (1, 52, 12)
    assert (sparse.step, len(sparse.past), len(sparse.ahead)) == (4, 13, 3)
    year = panel["counts"].sel(series="clashes").values[-52:]
    np.testing.assert_array_equal(sparse.past["count"], year.reshape(13, 4).sum(axis=1))
    assert sparse.past.index[-1] == panel.weeks[-4]
    totals = forecast.total("clashes", within=4)
    assert sparse.ahead["mean"].iloc[0] == pytest.approx(totals.mean())
    assert sparse.ahead[0.95].iloc[0] == np.quantile(totals, 0.95, method="inverted_cdf")


def test_unobserved_weeks_are_shaded_and_their_bars_are_grey():
    panel = make_panel(LANDS, dark=(-1, -2))
    fan = fan_of(make_forecast(panel), panel, "clashes", WEEKLY)
    assert list(fan.dark) == list(panel.weeks[-2:])
    assert fan.past["seen"].iloc[-1] == 0.5
    ax = Figure().subplots()
    draw_fan(fan, ax)
    colours = [bar.get_facecolor() for bar in ax.containers[0]]
    assert colours[-1] != colours[0]
    shaded = [patch.get_x() for patch in ax.patches if patch not in ax.containers[0]]
    assert date2num(panel.weeks[-1]) in shaded


def test_the_week_in_progress_is_marked_only_where_there_is_one():
    panel = make_panel(LANDS)
    assert fan_of(make_forecast(panel), panel, "words", WEEKLY).current == pd.Timestamp(
        "2026-02-16"
    )
    sunday = make_panel(LANDS, as_of="2026-02-15")
    assert fan_of(make_forecast(sunday), sunday, "words", WEEKLY).current is None


def test_same_fan_same_bytes_and_no_text_that_needs_a_font():
    panel = make_panel(LANDS)
    fan = fan_of(make_forecast(panel), panel, "attacks", WEEKLY)
    one, two = fan_svg(fan), fan_svg(fan)
    assert one == two
    assert b"<text" not in one
    assert b"<dc:date>" not in one


def test_numbers_beside_an_axis_are_not_cut_off(monkeypatch):
    drawn = []
    monkeypatch.setattr(plots, "to_svg", lambda figure: drawn.append(figure) or b"")
    panel = make_panel(LANDS)
    for most in (9, 990, 199_000):
        fan = fan_of(make_forecast(panel), panel, "attacks", WEEKLY)
        yearly = pd.DataFrame({"count": [most] * 3, "seen": [1.0] * 3}, index=[2023, 2024, 2025])
        fan_svg(replace(fan, yearly=yearly))
        figure = drawn.pop()
        assert all(ax.yaxis.get_tightbbox().x0 > 0 for ax in figure.axes)


def test_the_headline_series_comes_first_and_every_picture_is_told_in_words():
    panel = make_panel(LANDS)
    pictures = figures(make_forecast(panel), panel, LANDS, headline="clashes")
    titles = [picture.caption["title"] for picture in pictures]
    assert titles == ["Cross-border clashes", "Militant attacks", "Hostile words"]
    assert all("90% interval" in picture.caption["alt"] for picture in pictures)


def test_the_colours_are_those_of_okabe_and_ito():
    published = {"#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7", "#56B4E9"}
    assert published == set(style.CYCLE) - {style.INK}


@pytest.mark.parametrize(("years", "panes"), [(2, 1), (3, 2)])
def test_the_caption_knows_whether_there_is_a_pane_of_years(years, panes):
    weeks = pd.date_range("2024-01-01", periods=52 * years - 2, freq="W-MON")
    table = pd.DataFrame({"week": weeks, "series": "clashes", "count": 1})
    panel = Panel.of_table(table, as_of=weeks[-1] + pd.Timedelta(days=7), name=LANDS.name)
    first = figures(make_forecast(panel), panel, LANDS, headline="clashes")[0]
    assert first.caption["panes"] == panes
