"""excitation: recovers known echoes, says what its coder misses, and knows which series overlap."""

import json

import numpy as np
import pandas as pd
import pytest

from escalation.models import fit
from escalation.models.base import EXACT
from escalation.models.coding_error import coding_error, heard, with_coding_error
from escalation.models.excitation import Excitation, effects, escalation_number, may_excite
from escalation.models.sampling import Posterior
from escalation.models.simulate import excited
from escalation.panel import Panel
from escalation.schema import ContractError

PHI = np.array([[0.5, 0.3], [0.0, 0.3]])
WORLD = excited(PHI, np.array([1.0, 1.5]), seed=11)


def _audited(panel, right, wrong):
    """The panel with recall and precision of ``right`` among ``right + wrong``."""
    beta = np.tile([[right + 1.0], [wrong + 1.0]], (1, len(panel.series)))
    told = {what: (("beta", "series"), beta) for what in ("recall", "precision")}
    return Panel(panel.data.assign(told))


@pytest.mark.mcmc
def test_known_echoes_are_found():
    fitted = fit("excitation", WORLD.panel(), seed=1, gate="refit")
    low, high = np.quantile(escalation_number(fitted), [0.025, 0.975])
    assert low < WORLD.truth["escalation_number"] < high
    assert high < 1
    table = effects(fitted).set_index(["cause", "effect"])
    own = table.loc[("series-1", "series-1")]
    assert own["low"] < 0.5 < own["high"]
    assert own["total"] > own["direct"]
    across, back = table.loc[("series-2", "series-1")], table.loc[("series-1", "series-2")]
    assert across["direct"] > back["direct"]


@pytest.mark.mcmc
def test_a_weaker_coder_widens_what_happened():
    settings = {"seed": 2, "gate": "refit", "happened": True}
    panel = WORLD.panel()
    widths, means = [], []
    for right, wrong in ((95, 5), (12, 8)):
        fitted = fit("excitation", _audited(panel, right, wrong), **settings)
        total = fitted.forecast(12, seed=1).total("series-1", within=12)
        widths.append(float(np.subtract(*np.quantile(total, [0.95, 0.05])) / np.median(total)))
        means.append(float(total.mean()))
    assert widths[1] > widths[0]


def test_what_happened_needs_an_audit():
    with pytest.raises(ContractError, match="with_coding_error"):
        Excitation(happened=True).fit(WORLD.panel(), seed=1)


def test_counts_as_coded_are_thinned_and_added_to():
    rng = np.random.default_rng(3)
    size, recall, false = np.array(3.0), np.array(0.7), np.array(2.0)
    happened, coded = heard(np.full(200_000, 10.0), size, recall, false, rng)
    assert happened.mean() == pytest.approx(10, rel=0.01)
    assert happened.var() == pytest.approx(10 + 10**2 / 3, rel=0.03)
    assert coded.mean() == pytest.approx(9, rel=0.01)
    assert coded.var() == pytest.approx(9 + 9**2 / 3, rel=0.03)  # as the likelihood says
    nothing = heard(np.zeros(3), size, np.array(1.0), np.array(0.0), rng)
    assert [counts.tolist() for counts in nothing] == [[0, 0, 0], [0, 0, 0]]


def test_an_audit_reaches_the_panel_by_the_kinds_a_series_counts(theatre, tmp_path):
    kinds = {"attack": {"recall": [90, 12], "precision": [80, 22]}}
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps({"kinds": kinds}))
    name = theatre.series[0].name
    weeks = pd.date_range("2024-01-01", periods=3, freq="W-MON")
    table = pd.DataFrame({"week": weeks, "series": name, "count": [1, 2, 3]})
    panel = Panel.of_table(table, as_of="2024-01-21", name=theatre.name)
    assert coding_error(panel) == {}
    told = coding_error(with_coding_error(panel, theatre, rules))
    assert told["recall"][:, 0].tolist() == [90, 12]
    assert told["precision"][:, 0].tolist() == [80, 22]
    rules.write_text("{}")
    with pytest.raises(ContractError, match="run escalation audit"):
        with_coding_error(panel, theatre, rules)


def test_a_series_that_holds_another_does_not_excite_it():
    counts = np.array([[3.0, 1, 0], [2, 2, 5], [4, 0, 1], [np.nan, np.nan, np.nan]])
    assert may_excite(counts).tolist() == [[0, 0, 1], [0, 0, 1], [1, 1, 0]]


def test_a_path_of_the_model_follows_its_equations():
    """With no level, season or noise to speak of, the mean path is base + phi @ past."""
    model = Excitation(draws=4000)
    data = model.data(WORLD.panel())
    data["past"][-1] = [4.0, 2.0]
    number = 4000

    def every(value):
        return np.tile(np.asarray(value, dtype=float), (number,) + (1,) * np.ndim(value))

    draws = {
        "intercept": every(np.log([1.0, 1.5])),
        "beta": every(np.zeros((2, 2))),
        "size": every([1e6, 1e6]),
        "sd": every([1e-9, 1e-9]),
        "w": every(np.zeros((40, 2))),
        "phi": every(PHI),
        "calming": every(np.zeros((0, 2))),
    }
    rng = np.random.default_rng(5)
    counts = model.paths(Posterior(draws, EXACT), data, np.zeros((3, 2)), rng)
    first = np.array([1.0 + 0.5 * 4 + 0.3 * 2, 1.5 + 0.3 * 2])
    assert counts[:, 0].mean(axis=0) == pytest.approx(first, rel=0.03)
    past = 0.5**0.5 * np.array([4.0, 2.0]) + (1 - 0.5**0.5) * first
    assert counts[:, 1].mean(axis=0) == pytest.approx([1.0, 1.5] + PHI @ past, rel=0.03)


def test_a_world_that_explodes_is_refused():
    with pytest.raises(ContractError, match="below 1"):
        excited(np.array([[1.1]]), np.array([1.0]), seed=1)


def test_other_fits_have_no_escalation_number():
    fitted = fit("last-year", WORLD.panel(), seed=1)
    with pytest.raises(ContractError, match="no escalation number"):
        escalation_number(fitted)
