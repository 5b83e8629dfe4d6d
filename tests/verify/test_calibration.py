"""Calibration: hand-worked parts, published test statistics, and bands that hold."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.schema import ContractError
from escalation.verify import calibration, calibration_test, scores
from escalation.verify.backtest import backtest_panel
from escalation.verify.calibration import brier_parts, recalibrated, reliability
from tests.verify.simulated import PoissonMean, weekly_table


@pytest.fixture(scope="module")
def table():
    return backtest_panel([PoissonMean(draws=100)], weekly_table(), origins=20, horizon=4, seed=1)


def test_recalibration_by_hand():
    # Rates by chance: 0.1 -> 1/2, 0.3 -> 0, 0.9 -> 1; the first two pool to 1/3.
    found = recalibrated([0.1, 0.1, 0.3, 0.9], [0, 1, 0, 1])
    assert found == pytest.approx([1 / 3, 1 / 3, 1 / 3, 1])


def test_brier_parts_by_hand():
    parts = brier_parts([0.1, 0.1, 0.3, 0.9], [0, 1, 0, 1])
    assert parts.score == pytest.approx((0.01 + 0.81 + 0.09 + 0.01) / 4)
    assert parts.uncertainty == pytest.approx(0.25)
    assert parts.discrimination == pytest.approx(0.25 - (1 / 9 + 4 / 9 + 1 / 9) / 4)
    assert parts.miscalibration == pytest.approx(0.23 - (6 / 9) / 4)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40))
def test_brier_parts_add_up_and_are_not_negative(pairs):
    chance, happened = zip(*pairs, strict=True)
    parts = brier_parts(chance, np.asarray(happened, dtype=float))
    total = parts.miscalibration - parts.discrimination + parts.uncertainty
    assert total == pytest.approx(parts.score)
    assert parts.miscalibration > -1e-9 and parts.discrimination > -1e-9


def test_bands_hold_calibrated_chances_and_not_others():
    rng = np.random.default_rng(2)
    chance = rng.choice([0.1, 0.3, 0.5, 0.8], 800)
    fair = reliability(
        chance, (rng.random(800) < chance).astype(float), draws=300, level=0.99, seed=3
    )
    assert (fair["low"] <= fair["happened"]).all() and (fair["happened"] <= fair["high"]).all()
    bold = reliability(
        chance, (rng.random(800) < 0.35).astype(float), draws=300, level=0.99, seed=3
    )
    assert (bold["happened"] > bold["high"]).iloc[0] and (bold["happened"] < bold["low"]).iloc[-1]
    assert fair["n"].sum() == 800


def test_pit_histogram_by_hand():
    found = calibration.pit_histogram([0.05, 0.1, 0.6, 1.0], bins=2)
    assert found["share"].tolist() == [0.5, 0.5] and found["n"].tolist() == [2, 2]
    uniform = calibration.pit_histogram(np.random.default_rng(1).random(5000))
    assert (
        (uniform["low"] <= uniform["share"]) & (uniform["share"] <= uniform["high"])
    ).mean() > 0.6
    with pytest.raises(ContractError, match="between 0 and 1"):
        calibration.pit_histogram([1.2])


def test_wilson_by_hand():
    # 8 of 10 at 95%: the textbook's 0.490 to 0.943.
    low, high = calibration.wilson(0.8, 10, level=0.95)
    assert (low, high) == (pytest.approx(0.4902, abs=1e-4), pytest.approx(0.9433, abs=1e-4))


def test_coverage_by_year(table):
    found = calibration.coverage(table)
    assert set(found["year"]) == {2025, 2026} and set(found["target"]) == {"week", "total"}
    rows = table[(table["metric"] == "covered90") & (table["target"] == "week")]
    weeks = calibration.coverage(table, by=("model", "target")).set_index("target").loc["week"]
    assert weeks["covered90"] == pytest.approx(rows["value"].mean())
    assert weeks["covered90_low"] < weeks["covered90"] < weeks["covered90_high"]


def test_of_sparse_counts_coverage_is_near_the_claim_not_the_level():
    """Poisson 0.15 is zero in 86 of 100 weeks; a forecast of 0.6 is too cautious, 0.02 too sure."""
    rng = np.random.default_rng(5)
    came, draws = rng.poisson(0.15, 4000), {}
    for name, mean in (("right", 0.15), ("cautious", 0.6), ("sure", 0.02)):
        samples = rng.poisson(mean, (4000, 200))
        draws[name] = [
            measure.mean()
            for measure in (
                scores.covered(samples, came, level=0.5),
                scores.claimed(samples, level=0.5),
            )
        ]
    assert draws["right"] == pytest.approx([np.exp(-0.15)] * 2, abs=0.02)
    assert draws["cautious"][0] > draws["cautious"][1] + 0.05
    assert draws["sure"][0] < draws["sure"][1] - 0.05


def test_a_table_made_before_has_no_claims_and_is_read(table):
    before = table[~table["metric"].isin(calibration.CLAIMED)]
    found, now = calibration.coverage(before), calibration.coverage(table)
    pd.testing.assert_frame_equal(found, now.drop(columns=list(calibration.CLAIMED)))
    assert (now["claimed50"] >= 0.5).all() and (now["claimed90"] >= 0.9).all()


def test_chances_come_back_from_a_table(table):
    found = calibration.chances(table, model="poisson-mean", series="south", horizon=1)
    brier = table[(table["metric"] == "brier") & (table["series"] == "south")]
    brier = brier[(brier["target"] == "week") & (brier["horizon"] == 1)]
    assert ((found["chance"] - found["happened"]) ** 2).mean() == pytest.approx(
        brier["value"].mean()
    )
    alarm = calibration.chances(table, model="poisson-mean", series="south", horizon=1, alarm=True)
    pd.testing.assert_frame_equal(alarm, found)  # the threshold of a bare table is 1
    with pytest.raises(ContractError, match="models: poisson-mean"):
        calibration.chances(table, model="nobody")


@pytest.mark.parametrize(
    ("size", "z"),
    [(None, 6.0776), (0.5, -0.4686), ([0.1, 0.1, 10, 10, 100, 100], 2.8107)],
)
def test_calibration_statistics_are_those_published(size, z):
    mean, observed = [0.1, 1, 3, 6, np.pi, 100], [0, 0, 2, 14, 5, 63]
    found = calibration_test.of_negative_binomial(mean, observed, size=size)
    assert found.z == pytest.approx(z, abs=5e-5) and found.n == 6


def test_draws_agree_with_the_closed_form():
    rng = np.random.default_rng(4)
    mean, observed = np.array([1.0, 4.0, 9.0]), [3, 4, 2]
    exact = calibration_test.of_negative_binomial(mean, observed)
    drawn = calibration_test.of_samples(rng.poisson(mean[:, None], (3, 40_000)), observed)
    assert drawn.z == pytest.approx(exact.z, abs=0.05)


@pytest.mark.parametrize("score", ["dss", "crps", "logs"])
def test_calibrated_draws_pass_and_narrow_ones_do_not(score):
    rng = np.random.default_rng(5)
    rate = rng.gamma(5, 1, 150)
    observed = rng.poisson(rate)
    fair = calibration_test.of_samples(
        rng.poisson(rate[:, None], (150, 300)), observed, score=score
    )
    narrow = np.rint(rate[:, None] + 0.3 * rng.normal(size=(150, 300))).clip(0)
    bold = calibration_test.of_samples(narrow, observed, score=score)
    assert abs(fair.z) < 3 and bold.z > 5


def test_what_cannot_be_tested_is_refused():
    with pytest.raises(ContractError, match="some spread"):
        calibration_test.of_samples(np.zeros((2, 5)), [0, 0])
    with pytest.raises(ContractError, match="there are: dss, crps, logs"):
        calibration_test.of_samples(np.zeros((2, 5)), [0, 0], score="brier")
    with pytest.raises(ContractError, match="0 or 1"):
        brier_parts([0.5], [2])


def test_of_sparse_counts_the_middle_of_the_pit_holds_its_level_and_of_a_sure_one_less():
    rng = np.random.default_rng(5)
    truth = rng.poisson(0.3, size=800)
    shares = {}
    for rate in (0.3, 0.1):
        drawn = rng.poisson(rate, size=(800, 500))
        values = scores.pit(drawn, truth, seed=5)
        table = pd.DataFrame({"metric": "pit", "value": values})
        shares[rate] = calibration.with_middles(table).groupby("metric")["value"].mean()
    assert shares[0.3]["pit50"] == pytest.approx(0.5, abs=0.06)
    assert shares[0.3]["pit90"] == pytest.approx(0.9, abs=0.04)
    assert shares[0.1]["pit90"] < 0.85
