"""A backtest killed twenty times, then finished, gives the table of one that never was."""

import multiprocessing
import time

import numpy as np
import pandas as pd
import pytest

from escalation.verify.backtest import backtest_panel
from tests.verify.simulated import PoissonMean, Refuses, weekly_table

KILLS = 20


def whole_run(folder):
    models = [PoissonMean(draws=400), Refuses(until="2026-01-11")]
    return backtest_panel(models, weekly_table(), origins=20, horizon=4, seed=3, folder=folder)


def kept(folder):
    return len(list((folder / "units").glob("*.json")))


def killed_run(folder, processes, rng):
    """Start a run and kill it a moment after it kept none, one or two units more."""
    enough = kept(folder) + int(rng.integers(0, 3))
    child = processes.Process(target=whole_run, args=(folder,))
    child.start()
    while kept(folder) < enough and child.is_alive():
        time.sleep(0.001)
    time.sleep(rng.uniform(0, 0.05))
    child.kill()
    child.join()
    return child.exitcode


@pytest.mark.slow
def test_twenty_kills_change_nothing(tmp_path):
    folder, rng = tmp_path / "killed", np.random.default_rng(11)
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["escalation.verify.backtest", "h5netcdf", "distributed"])
    assert {killed_run(folder, processes, rng) for _ in range(KILLS)} == {-9}
    assert 0 < kept(folder) < 40, "the kills should fall while units are still to do"
    whole = whole_run(tmp_path / "whole")
    pd.testing.assert_frame_equal(whole_run(folder), whole)
    names = {path.name for path in (folder / "units").iterdir()}
    assert names == {path.name for path in (tmp_path / "whole" / "units").iterdir()}
