"""Deaths follow from incidents: severity is found again, and no incident means no deaths."""

import numpy as np
import pytest

from escalation.models import fit
from escalation.models.parts import draw_counts
from escalation.models.severity import deaths_ahead, severity
from escalation.models.simulate import wandering
from escalation.panel import Panel
from escalation.schema import ContractError


def _deadly(mean=4.0, size=0.5):
    panel = wandering(weeks=200, seed=5).panel()
    rng = np.random.default_rng(5)
    counts = panel["counts"].values
    deaths = np.zeros(counts.shape)
    for incident in range(int(counts.max())):
        toll = draw_counts(np.full(counts.shape, mean), np.asarray(size), rng)
        deaths += np.where(counts > incident, toll, 0)
    return Panel(panel.data.assign(deaths=(("week", "series"), deaths)))


def test_known_severity_is_found_from_weekly_totals():
    mean, size = severity(_deadly(), "series-1", draws=2000, rng=np.random.default_rng(1))
    assert np.quantile(mean, 0.02) < 4.0 < np.quantile(mean, 0.98)
    assert np.quantile(size, 0.02) < 0.5 < np.quantile(size, 0.98)


def test_deaths_agree_with_the_incidents_they_follow_from():
    panel = _deadly()
    incidents = fit("last-year", panel, seed=1).forecast(12, seed=1)
    deaths = deaths_ahead(incidents, panel, seed=2)
    n, toll = incidents.samples.values, deaths.samples.values
    assert (toll[n == 0] == 0).all()
    assert toll.mean() / n.mean() == pytest.approx(4.0, rel=0.15)
    assert np.corrcoef(n.ravel(), toll.ravel())[0, 1] > 0.3
    assert np.array_equal(toll, deaths_ahead(incidents, panel, seed=2).samples.values)


def test_another_day_s_panel_is_refused():
    panel = _deadly()
    earlier = wandering(weeks=200, seed=5).panel(weeks=150)
    incidents = fit("last-year", earlier, seed=1).forecast(4, seed=1)
    with pytest.raises(ContractError, match="the panel that it was made from"):
        deaths_ahead(incidents, panel, seed=1)


def test_a_panel_that_knows_no_deaths_is_refused():
    panel = wandering(weeks=80, seed=5).panel()
    incidents = fit("last-year", panel, seed=1).forecast(4, seed=1)
    with pytest.raises(ContractError, match="severity needs"):
        deaths_ahead(incidents, panel, seed=1)


def test_tolls_still_to_rise_count_too():
    """Half of the last weeks' deaths are not told yet; severity is what it will be in the end."""
    panel = _deadly()
    deaths, told = panel["deaths"].values.copy(), np.ones(panel["deaths"].shape)
    deaths[-30:] = np.random.default_rng(1).binomial(deaths[-30:].astype(int), 0.5)
    told[-30:] = 0.5
    axes = ("week", "series")
    rising = Panel(panel.data.assign(deaths=(axes, deaths), told=(axes, told)))
    rng = np.random.default_rng(1)
    ours, _ = severity(rising, "series-1", draws=2000, rng=rng, window=40)
    taken, _ = severity(
        Panel(rising.data.drop_vars("told")), "series-1", draws=2000, rng=rng, window=40
    )
    assert ours.mean() == pytest.approx(4.0, rel=0.25)
    assert taken.mean() < 0.8 * ours.mean()
