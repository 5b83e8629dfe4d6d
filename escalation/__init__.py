"""escalation: reports go in; calibrated forecasts come out, with every number traceable.

The public names are loaded when first used, so that importing the package is quick.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "ContractError": "errors",
    "Theatre": "theatre",
    "EventStore": "store",
    "new_events": "event",
    "ontology": "ontology",
    "Panel": "panel",
    "count": "panel",
    "trace": "trace",
    "Forecast": "forecast",
    "read": "text.reports",
    "code": "coding",
    "fit": "models",
    "MODELS": "models",
    "backtest": "verify.backtest",
    "score": "verify.backtest",
    "compare": "verify.compare",
    "brief": "brief",
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"escalation has no '{name}'; there are: {', '.join(_HOMES)}")
    return getattr(import_module(f"escalation.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
