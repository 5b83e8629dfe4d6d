"""Models by name. Each is loaded when first asked for, so that importing this stays quick."""

from dataclasses import replace
from importlib import import_module
from typing import Any

from escalation.errors import nearest
from escalation.models.base import GATES, SAMPLERS, Fit, Model
from escalation.panel import Panel
from escalation.schema import ContractError

MODELS = {
    "ensemble": "ensemble:Ensemble",
    "excitation": "excitation:Excitation",
    "excitation-alone": "excitation:Alone",
    "ets": "ets:Ets",
    "ewma": "ewma:Ewma",
    "flares": "flares:Flares",
    "last-year": "last_year:LastYear",
    "local-level": "local_level:LocalLevel",
    "regime": "regime:Regime",
    "pooled": "pooled:Pooled",
    "season-glm": "season_glm:SeasonGlm",
    "sources": "sources:Sources",
    "switching": "switching:Switching",
}
"""Name of every model and where its class stands: ``file:Class`` in this folder."""


def model(name: str, **settings: Any) -> Model:
    """Make a model by its name; ``settings`` replace fields of its class.

    Raises
    ------
    ContractError
        If there is no such model (the message lists those there are) or no such setting.
    """
    if name not in MODELS:
        raise ContractError(f"no model '{name}'; {nearest(name, sorted(MODELS))}")
    file, kind = MODELS[name].split(":")
    made = getattr(import_module(f"escalation.models.{file}"), kind)()
    unknown = sorted(set(settings) - set(made.__dataclass_fields__))
    if unknown:
        there = ", ".join(made.__dataclass_fields__)
        raise ContractError(f"model '{name}' has no setting {unknown}; there are: {there}")
    return replace(made, **settings)


def fit(
    name: str,
    panel: Panel,
    *,
    seed: int,
    gate: str = "brief",
    sampler: str = "nutpie",
    **settings: Any,
) -> Fit:
    """Fit the model of that name to a panel.

    Parameters
    ----------
    name
        A key of ``MODELS``.
    panel
        Counts as known on a day; the forecast follows its last period.
    seed
        Same seed, same draws.
    gate
        ``brief`` or ``refit``: how good sampling must be (see ``models/base.py``).
    sampler
        ``nutpie``, or ``numpyro`` where that is installed (``models/on_jax.py``).
    **settings
        Fields of the model's class, in place of its own.

    Raises
    ------
    ContractError
        If the name, gate or sampler is unknown, or the panel cannot be fitted.
    """
    if gate not in GATES:
        raise ContractError(f"no gate '{gate}'; there are: {', '.join(GATES)}")
    if sampler not in SAMPLERS:
        raise ContractError(f"no sampler '{sampler}'; there are: {', '.join(SAMPLERS)}")
    demands = replace(GATES[gate], sampler=sampler)
    return model(name, **settings).fit(panel, seed=seed, gate=demands)
