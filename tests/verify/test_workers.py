"""A backtest on a cluster: the same table, and a worker that dies costs only its unit."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from escalation.models.base import BRIEF, PathFit
from escalation.panel import count
from escalation.verify.backtest import backtest
from escalation.verify.units import Unit
from tests.verify.simulated import Deadly, PoissonMean, small_store, small_theatre

TINY = PoissonMean(draws=40)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return small_store(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def two_workers():
    """A cluster, started once for the tests that need one."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster.scheduler_address


@dataclass(frozen=True)
class Threads:
    """A model whose draws are the number of threads that linear algebra may take while it fits."""

    name: str = "threads"

    def fit(self, panel, *, seed, gate=BRIEF):
        most = max(pool["num_threads"] for pool in threadpool_info())
        shape = len(panel.series)
        return PathFit(
            self.name, panel, lambda horizon, rng: np.full((2, horizon, shape), float(most))
        )


def test_a_unit_computes_on_one_thread(store):
    unit = Unit(Threads(), count(store, small_theatre()), horizon=1, seed=1)
    with threadpool_limits(2):
        assert (unit.run().forecast.samples == 1).all()
        assert max(pool["num_threads"] for pool in threadpool_info()) == 2


@pytest.mark.slow
def test_workers_give_the_same_table(store, two_workers):
    asked = dict(origins=3, seed=7)
    here = backtest([TINY], store, small_theatre(), **asked)
    there = backtest([TINY], store, small_theatre(), **asked, scheduler=two_workers)
    pd.testing.assert_frame_equal(there, here)


@pytest.mark.slow
def test_a_worker_that_dies_costs_only_its_unit(store, two_workers, tmp_path):
    days = ["2024-06-02", "2024-06-09", "2024-06-16"]
    once = Deadly(origin=days[1], flag=str(tmp_path / "once"))
    table = backtest([once], store, small_theatre(), origins=days, seed=7, scheduler=two_workers)
    assert (tmp_path / "once").exists()
    assert table.attrs["failures"] == []
    assert len(table["origin"].unique()) == 3


@pytest.mark.slow
def test_a_unit_that_kills_every_worker_fails_alone(store, two_workers, tmp_path):
    days = ["2024-06-02", "2024-06-09", "2024-06-16"]
    always = Deadly(origin=days[1], flag=str(tmp_path / "flag"), always=True)
    asked = dict(origins=days, seed=7, folder=tmp_path, scheduler=two_workers)
    table = backtest([always, TINY], store, small_theatre(), **asked)
    (failure,) = table.attrs["failures"]
    assert failure["origin"] == days[1] and "KilledWorker" in failure["reason"]
    scored = table[(table["metric"] == "crps") & (table["model"] == "deadly")]
    assert set(scored["origin"]) == {pd.Timestamp(days[0]), pd.Timestamp(days[2])}
    # The machine failed, not the model: nothing is kept of it, so it is tried again.
    assert len(list((tmp_path / "units").glob("*.json"))) == 5
