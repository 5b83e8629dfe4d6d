"""What is ahead, beside what was, in the same terms."""

import numpy as np
import pandas as pd
import pytest

from escalation.brief.judgements import by_series, judgements, unseen
from escalation.brief.outlook import Peak, outlook
from escalation.brief.spans import Spans
from escalation.forecast import Forecast
from escalation.panel import Panel
from tests.brief.world import make_theatre

WEEKLY = Spans.of("weekly", 12)


def one_series(counts, observed=None):
    """A panel of ``clashes`` whose last week is 2026-02-09, and a forecast of one a week."""
    weeks = pd.date_range(end="2026-02-09", periods=len(counts), freq="W-MON")
    table = pd.DataFrame({"week": weeks, "series": "clashes", "count": counts})
    if observed is not None:
        table["observed"] = observed
    panel = Panel.of_table(table, as_of="2026-02-19", name="two-lands")
    samples = np.ones((10, 12, 1))
    samples[:4] = 0
    forecast = Forecast.of_samples(
        samples,
        series=["clashes"],
        model="m",
        theatre="two-lands",
        as_of="2026-02-19",
        vintage=panel.vintage,
        seed=1,
    )
    return panel, forecast


def test_a_year_with_one_incident_by_hand():
    # one incident, twelve weeks from the end: of the 49 runs of four weeks, four hold it
    counts = np.zeros(52)
    counts[40] = 1
    panel, forecast = one_series(counts)
    (row,) = outlook(forecast, panel, make_theatre(), WEEKLY)
    four, twelve = row.ahead
    assert four.was_any == pytest.approx(4 / 49)
    assert four.was_mean == pytest.approx(4 / 49)
    assert twelve.was_any == pytest.approx(12 / 41)
    assert (four.any, four.mean, four.low, four.high) == (0.6, 2.4, 0, 4)
    assert (row.recent, row.year, row.more, row.fewer) == (0, 1, 0.6, 0)
    assert row.level == pytest.approx((2.4 + 0.5) / (4 / 49 + 0.5))


def test_past_years_are_beaten_or_not():
    # the fullest four weeks: 3 in 2025, none in 2024, of which the first weeks are not told
    counts = np.zeros(110)
    counts[80], counts[82], counts[100] = 1, 2, 1
    panel, forecast = one_series(counts)
    (row,) = outlook(forecast, panel, make_theatre(), WEEKLY)
    assert row.peaks == (Peak(2025, 3.0, 0.6), Peak(2024, 0.0, 0.6))
    judged = judgements(row, [row], forecast, WEEKLY, already=0, past=None)
    assert [
        "Against past years.",
        "In the next 4 weeks, more than in any 4 weeks of 2025 (3) is likely (60%); than in any "
        "4 weeks of 2024 (0) is likely (60%).",
    ] in judged


def test_a_year_seen_for_less_than_three_quarters_is_no_measure():
    panel, forecast = one_series(np.ones(80))
    (row,) = outlook(forecast, panel, make_theatre(), WEEKLY)
    assert [peak.year for peak in row.peaks] == [2025]


def test_unobserved_weeks_are_not_quiet_weeks():
    counts, observed = np.full(52, 2.0), np.ones(52, dtype=bool)
    counts[-2:], observed[-2:] = 0, False
    panel, forecast = one_series(counts, observed)
    (row,) = outlook(forecast, panel, make_theatre(), WEEKLY)
    assert (row.recent, row.recent_seen) == (8, 4)
    assert (row.year, row.year_seen) == (100, 50)
    assert row.ahead[0].was_mean == 8
    assert (
        "2 were not observed; the latest that were observed run from 5 January to 1 February 2026."
        in unseen(panel, "clashes", WEEKLY)[0]
    )


def test_nothing_observed_leaves_the_past_unknown():
    panel, forecast = one_series(np.zeros(52), np.zeros(52, dtype=bool))
    (row,) = outlook(forecast, panel, make_theatre(), WEEKLY)
    assert row.recent_seen == 0
    assert np.isnan([row.recent, row.ahead[0].was_any, row.ahead[0].was_mean, row.level]).all()


def test_the_latest_weeks_are_told_beside_those_before():
    counts = np.zeros(52)
    counts[-8:] = [1, 1, 0, 0, 0, 2, 1, 0]
    panel, forecast = one_series(counts)
    rows = outlook(forecast, panel, make_theatre(), WEEKLY)
    assert (rows[0].recent, rows[0].before) == (3, 2)
    assert by_series(rows, WEEKLY) == (
        "Counted in the latest 4 weeks observed (and those before): Cross-border clashes 3 (2)."
    )


def test_no_chance_is_told_of_fewer_than_none():
    for last, told in ((0, False), (3, True)):
        counts = np.zeros(60)
        counts[-1] = last
        panel, forecast = one_series(counts)
        (row,) = outlook(forecast, panel, make_theatre(), WEEKLY)
        said = judgements(row, [row], forecast, WEEKLY, already=0, past=None)
        (direction,) = [text for lead, text in said if lead.startswith("Direction")]
        assert ("fewer" in direction) == told
