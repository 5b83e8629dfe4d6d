"""Sampling's gates: what fails is tried again, then marked; and one compilation serves all."""

from dataclasses import replace

import numpy as np
import pytest
import xarray as xr

from escalation.models import fit, on_jax, sampling
from escalation.models.base import BRIEF, REFIT, Diagnostics
from escalation.models.sampling import Posterior, _diagnose
from escalation.models.simulate import wandering
from escalation.schema import ContractError


def _chains(shift):
    rng = np.random.default_rng(1)
    chains = rng.standard_normal((4, 1000, 3))
    chains[0] += shift
    return {"theta": chains}


def _judged(shift, gate, *, diverging=0.0):
    rng = np.random.default_rng(2)
    flags = rng.random((4, 1000)) < diverging
    return _diagnose(_chains(shift), flags, rng.standard_normal((4, 1000)), 1.0, gate)


def test_well_mixed_chains_pass_the_strict_gate():
    found = _judged(0.0, BRIEF)
    assert found.passed
    assert found.marks == ()
    assert found.rhat < 1.01
    assert found.ess_bulk > 2000


def test_a_chain_apart_fails_and_says_by_how_much():
    found = _judged(3.0, BRIEF)
    assert not found.passed
    assert "did not converge" in found.marks[0]
    assert "R-hat" in found.marks[0]
    assert "ESS" in found.marks[0]


def test_divergences_fail_a_brief_but_not_a_refit():
    assert "diverged" in _judged(0.0, BRIEF, diverging=0.01).marks[0]
    assert _judged(0.0, REFIT, diverging=0.01).passed


def test_an_energy_that_creeps_is_named():
    energy = np.random.default_rng(2).standard_normal((4, 1000)).cumsum(axis=1)
    found = _diagnose(_chains(0.0), np.zeros((4, 1000), dtype=bool), energy, 1.0, BRIEF)
    assert "E-BFMI" in found.marks[0]


def test_a_failed_fit_is_tried_once_more_with_more_care(monkeypatch):
    tried = []

    def run(by, effort, seed, gate):
        tried.append(effort)
        passed = len(tried) > 1
        return Posterior({"theta": np.zeros(1)}, Diagnostics(passed=passed))

    monkeypatch.setattr(sampling, "_compile", lambda build, data, structure: None)
    monkeypatch.setattr(sampling, "_posterior", run)
    found = sampling.sample(lambda data: None, {}, seed=1, gate=BRIEF)
    assert found.diagnostics.passed
    assert len(tried) == 2
    assert tried[1].tune > tried[0].tune
    assert tried[1].target > tried[0].target


def test_thinning_keeps_draws_in_step():
    draws = {"a": np.arange(10.0), "b": np.arange(10.0) * 2}
    few = Posterior(draws, Diagnostics()).thinned(4)
    many = Posterior(draws, Diagnostics()).thinned(25)
    assert len(few["a"]) == 4
    assert len(many["a"]) == 25
    assert many["b"] == pytest.approx(2 * many["a"])


@pytest.mark.parametrize("name", ["local-level", "excitation", "sources"])
def test_numpyro_where_it_is_not_installed_is_refused(monkeypatch, name):
    """Told only of a model that it could sample; that it does is in benchmarks/samplers.py."""
    monkeypatch.setattr(on_jax, "find_spec", lambda name: None)
    panel = wandering(weeks=60, seed=1).panel()
    with pytest.raises(ContractError, match=r"needs jax and numpyro.*pip install numpyro"):
        fit(name, panel, seed=1, sampler="numpyro")


def test_an_unknown_sampler_lists_the_known_ones():
    panel = wandering(weeks=60, seed=1).panel()
    with pytest.raises(ContractError, match="no sampler 'stan'; there are: nutpie, numpyro"):
        fit("local-level", panel, seed=1, sampler="stan")


@pytest.mark.parametrize("installed", [None, "numpyro"])
def test_a_density_by_hand_is_not_given_to_jax(monkeypatch, installed):
    """Nor is anybody told to install JAX for it."""
    monkeypatch.setattr(on_jax, "find_spec", lambda name: installed)
    panel = wandering(weeks=60, seed=1).panel()
    with pytest.raises(ContractError, match="use the sampler nutpie"):
        fit("regime", panel, seed=1, sampler="numpyro")


@pytest.mark.parametrize("smooth", [False, True])
def test_a_sampler_s_draws_go_through_the_same_gate(monkeypatch, smooth):
    """A stand-in for NumPyro: two tries, both judged, the second one kept with its mark."""
    tried = []

    def run(effort, seed):
        tried.append(effort)
        rng = np.random.default_rng(seed)
        shape = (effort.chains, effort.draws)
        chains = {"theta": (("chain", "draw"), np.cumsum(rng.standard_normal(shape), axis=1))}
        stats = {
            "diverging": (("chain", "draw"), np.zeros(shape, dtype=bool)),
            "energy": (("chain", "draw"), rng.standard_normal(shape)),
        }
        return {"posterior": xr.Dataset(chains), "sample_stats": xr.Dataset(stats)}

    monkeypatch.setattr(sampling, "on_jax", lambda build, data, structure: run)
    gate = replace(REFIT, sampler="numpyro")
    found = sampling.sample(None, {}, seed=1, gate=gate, smooth=smooth)
    first, second = sampling.EFFORTS["refit"]
    assert tried == [sampling.SMOOTH["refit"] if smooth else first, second]
    assert not found.diagnostics.passed
    assert len(found["theta"]) == tried[-1].chains * tried[-1].draws
