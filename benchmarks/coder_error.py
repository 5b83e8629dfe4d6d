"""What does the coder's error do to a forecast? With the audit, without it, and twice as weak.

At the same past origins the default model and excitation are fitted three times: the coder taken
as perfect; with the recall and precision that its audit leaves (``data/audit/rules.json``); and
with a coder that, in the same audit, missed twice as many and was twice as often false. Local-level
does not ask for an audit; here it is given one by excitation's own formula
(``escalation/models/coding_error.py``).

What is scored are counts as coded, of which alone there is a truth: CRPS over that of the perfect
coder, with 90% intervals by paired block bootstrap over origins; shares of truths inside the
intervals held against what these claim; mean widths. What *happened* has no truth: excitation's
forecast of it is told by its width, at every third origin.

    python benchmarks/coder_error.py
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from coupling import compared, options
from ratios import asked

from escalation.models.base import BRIEF, GATES, Gate, Model, PathFit
from escalation.models.coding_error import coding_error, heard, with_coding_error
from escalation.models.excitation import Excitation
from escalation.models.likelihood import negative_binomial_of_rate, shared
from escalation.models.local_level import LocalLevel, rate_of
from escalation.models.parts import annual
from escalation.models.sampling import Data, Posterior, sample
from escalation.panel import Panel, count
from escalation.periods import ahead, origins
from escalation.shipped import shipped
from escalation.store import EventStore
from escalation.theatre import Theatre
from escalation.verify.backtest import backtest
from escalation.verify.calibration import coverage
from escalation.verify.compare import summary
from escalation.verify.overview import AHEAD as NAMED

FIRST, LAST = "2015-06-01", "2026-01-04"
RULES = shipped("audit") / "rules.json"
AHEAD = {pair: name.format("week") for pair, name in NAMED.items()}
CODERS = {"perfect": 0, "audited": 1, "weak": 2}
"""How often the errors of the audit count."""


def coded_by(panel: Panel, theatre: Theatre, coder: str) -> Panel:
    """The panel with the errors of one of ``CODERS``; of the perfect one it knows none.

    Of n audited events w were wrong; of the weak coder 2 w of the same n are.
    """
    times = CODERS[coder]
    if not times:
        return panel
    audited = with_coding_error(panel, theatre, RULES)
    told = {}
    for what, (right, wrong) in coding_error(audited).items():
        more = (times - 1) * wrong
        told[what] = (("beta", "series"), np.stack([right - more, wrong + more]))
    return Panel(audited.data.assign(told))


@dataclass(frozen=True)
class Coded:
    """A model, fitted to counts of one of ``CODERS``."""

    model: Model
    theatre: Theatre
    coder: str

    @property
    def name(self) -> str:
        """The model's, with its coder."""
        return f"{self.model.name}-{self.coder}"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """The model's own fit."""
        found = self.model.fit(coded_by(panel, self.theatre, self.coder), seed=seed, gate=gate)
        assert isinstance(found, PathFit)
        return found


@dataclass(frozen=True)
class HeardLevel(LocalLevel):
    """Local-level whose incidents are thinned by recall, and false ones added, where audited."""

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Local-level's own fit of a panel that knows no coder."""
        error = {f"{what}_beta": beta for what, beta in coding_error(panel).items()}
        if not error:
            return super().fit(panel, seed=seed, gate=gate)
        data = self.data(panel)
        data |= {**error, "known": np.exp(data["log_known"])}
        structure = {"modes": self.modes, "series": len(panel.series)}
        posterior = sample(build, data, seed=seed, gate=gate, smooth=True, **structure)

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            periods = ahead(panel.as_of, horizon, cadence=panel.cadence)
            return self.paths(posterior, data, annual(periods), rng)

        return PathFit(self.name, panel, paths, posterior.diagnostics, posterior.draws)

    def paths(
        self, posterior: Posterior, data: Data, season: np.ndarray, rng: np.random.Generator
    ) -> np.ndarray:
        """Local-level's own; where audited, as the coder will code them."""
        if "recall" not in posterior.draws:
            return super().paths(posterior, data, season, rng)
        p = posterior.thinned(self.draws)
        false = (1 - p["precision"]) * np.exp(data["usual"])
        rate = self.rates(posterior, data, season, rng)
        return heard(rate, p["size"][:, None], p["recall"][:, None], false[:, None], rng)[1]


def build(data: Data, *, modes: int, series: int) -> Any:
    """Local-level's PyMC model with its coder: the mean is ``recall * rate + false``."""
    import pymc as pm

    with pm.Model() as model:
        given = shared(data)
        log_rate, size = rate_of(given, modes=modes, series=series)
        beta_of = {what: given[f"{what}_beta"] for what in ("recall", "precision")}
        recall, precision = (
            pm.Beta(what, right_wrong[0], right_wrong[1], shape=series)
            for what, right_wrong in beta_of.items()
        )
        rate = recall * pm.math.exp(log_rate) + (1 - precision) * pm.math.exp(given["usual"])
        pm.Potential("counts", negative_binomial_of_rate(given, rate, size))
    return model


def inside(scores: pd.DataFrame) -> pd.DataFrame:
    """A row a model, over all series: share of truths inside the intervals, of that claimed."""
    found = coverage(asked(scores), by=("model", "target", "horizon"))
    pairs = zip(found["target"], found["horizon"], strict=True)
    found["ahead"] = [AHEAD[pair] for pair in pairs]
    for level in (50, 90):
        held, claimed = found[f"covered{level}"], found[f"claimed{level}"]
        cells = zip(held, claimed, strict=True)
        found[f"{level}%"] = [f"{one:.1%} of {other:.1%}" for one, other in cells]
    wide = found.pivot(index="model", columns="ahead", values=["50%", "90%"])
    return wide[[(level, name) for level in ("50%", "90%") for name in AHEAD.values()]]


def widths(scores: pd.DataFrame) -> pd.DataFrame:
    """A row a series, a column a model: mean width of the 90% interval of a total of 12 weeks."""
    rows = scores[(scores["target"] == "total") & (scores["horizon"] == 12)]
    found = summary(rows, by=("series", "model"), metrics=("width90",))
    return found.pivot(index="series", columns="model", values="width90")


def widths_of_happened(
    store: EventStore, theatre: Theatre, days: Sequence[pd.Timestamp], *, seed: int
) -> pd.DataFrame:
    """The same of what happens, by excitation: in incidents, and over the forecast's mean."""
    rows = []
    for origin in days:
        panel = count(store.as_of(origin), theatre)
        for coder in ("audited", "weak"):
            coded = Coded(Excitation(happened=True), theatre, coder)
            made = coded.fit(panel, seed=seed, gate=GATES["refit"]).forecast(12, seed=seed)
            for name in panel.series:
                total = made.total(name, within=12)
                low, high = np.quantile(total, [0.05, 0.95])
                row = {"series": name, "coder": coder, "width": high - low, "mean": total.mean()}
                rows.append(row)
    means = pd.DataFrame(rows).groupby(["series", "coder"], sort=False).mean()
    means["width over mean"] = means["width"] / means["mean"]
    return means.unstack("coder")


def main() -> None:
    """Backtest once, print the tables."""
    told = options(__doc__, every=48)
    store, theatre = EventStore.open(shipped("history", "pak-afg")), Theatre.read("pak-afg")
    days = origins(FIRST, LAST, every=told.every)
    start = time.process_time()
    asked_for = {"origins": days, "horizon": 12, "seed": told.seed, "truth": "latest"}
    models = [
        Coded(model, theatre, coder) for model in (HeardLevel(), Excitation()) for coder in CODERS
    ]
    scores = backtest(models, store, theatre, folder=told.folder, **asked_for)
    print(f"{len(days)} origins, {days[0].date()} to {days[-1].date()}")
    for name in ("local-level", "excitation"):
        for coder in ("audited", "weak"):
            print(f"\n{name}: CRPS with a coder {coder} over a perfect one [90%]")
            pair = f"{name}-{coder}", f"{name}-perfect"
            print(compared(scores, *pair, seed=told.seed).to_string())
    print("\nshare of truths inside the intervals, of that claimed")
    print(inside(scores).to_string())
    print("\nmean width of 90% intervals of totals of 12 weeks, counts as coded")
    print(widths(scores).round(1).to_string())
    print("\nthe same of what happened, at every third origin, excitation")
    print(widths_of_happened(store, theatre, days[::3], seed=told.seed).round(2).to_string())
    for failure in scores.attrs["failures"]:
        print(f"failed: {failure}")
    print(f"\n{time.process_time() - start:.0f} s of processor time")


if __name__ == "__main__":
    main()
