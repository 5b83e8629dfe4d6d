"""season-glm: a negative binomial regression on the series' own past and the time of year.

    count[t] ~ NegativeBinomial(reported[t] * rate[t], variance = rate + alpha * rate^2)
    log rate[t] = b0 + b1 log(0.1 + fast[t]) + b2 log(0.1 + slow[t]) + b3 sin + b4 cos (of the year)

``fast`` and ``slow`` are exponentially weighted means of count / reported before week t, with
half-lives of 3 and 26 weeks. A series with fewer than 20 incidents has b0 alone. Fitted series by
series in statsmodels, alpha by its moments (Cameron & Trivedi 2013, ch. 3,
doi:10.1017/CBO9781139013567). Futures are simulated week by week: the drawn counts feed the next
week's pasts, so that an estimate of b1 + b2 above 1 would run away: a simulated rate is held to
three times the largest count that the series ever had, and three. The coefficients are drawn from
their normal approximation.
"""

import warnings
from dataclasses import dataclass

import numpy as np

from escalation.models.base import BRIEF, DRAWS, Gate, PathFit, seen, shares
from escalation.models.parts import LARGEST, annual, draw_counts, smoothed_past
from escalation.panel import Panel
from escalation.periods import ahead

_FLOOR = 0.1
_FEWEST = 20  # incidents below which only the intercept is estimated
_ALPHA = (0.01, 10.0)


@dataclass(frozen=True)
class SeasonGlm:
    """Regression on a fast and a slow mean of the past; ``fast`` and ``slow`` in periods."""

    fast: float = 3.0
    slow: float = 26.0
    draws: int = DRAWS
    name: str = "season-glm"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Estimate each series' regression by iterated weighted least squares."""
        counts, known = seen(panel, at_least=26), shares(panel)
        pasts = [smoothed_past(counts / known, life) for life in (self.fast, self.slow)]
        season = annual(panel.weeks)
        columns = range(counts.shape[1])
        tops = 3.0 * (1.0 + np.nanmax(counts, axis=0))
        designs = [_design([past[:-1, k] for past in pasts], season) for k in columns]
        fits = [_regression(counts[:, k], designs[k], known[:, k]) for k in columns]

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            waves = annual(ahead(panel.as_of, horizon, cadence=panel.cadence))
            return np.stack(
                [
                    self._simulate(
                        fits[k], [past[-1, k] for past in pasts], waves, rng, top=tops[k]
                    )
                    for k in columns
                ],
                axis=2,
            )

        return PathFit(self.name, panel, paths)

    def _simulate(
        self,
        fit: tuple[np.ndarray, np.ndarray, float],
        last: list[float],
        season: np.ndarray,
        rng: np.random.Generator,
        *,
        top: float,
    ) -> np.ndarray:
        """Counts of one series, (draws, weeks)."""
        beta, covariance, alpha = fit
        betas = rng.multivariate_normal(beta, covariance, size=self.draws, method="eigh")
        means = [np.full(self.draws, value) for value in last]
        keeps = [0.5 ** (1 / life) for life in (self.fast, self.slow)]
        counts = np.empty((self.draws, len(season)))
        for step, waves in enumerate(season):
            design = _design(means, np.tile(waves, (self.draws, 1)))
            logs = (design[:, : betas.shape[1]] * betas).sum(axis=1)
            rate = np.exp(np.minimum(logs, np.log(top)))
            counts[:, step] = draw_counts(rate, np.asarray(1 / alpha), rng)
            pairs = zip(keeps, means, strict=True)
            means = [keep * mean + (1 - keep) * counts[:, step] for keep, mean in pairs]
        return counts


def _design(means: list[np.ndarray], season: np.ndarray) -> np.ndarray:
    logs = [np.log(_FLOOR + np.minimum(mean, LARGEST)) for mean in means]
    return np.column_stack([np.ones(len(season)), *logs, season])


def _regression(
    counts: np.ndarray, design: np.ndarray, known: np.ndarray
) -> tuple[np.ndarray, np.ndarray, float]:
    """Coefficients, their covariance, and alpha, from the observed weeks alone."""
    import statsmodels.api as sm

    use = np.isfinite(counts)
    y, x, offset = counts[use], design[use], np.log(known[use])
    if y.sum() < _FEWEST:  # the rate's Gamma(0.5 + y, n) posterior, on the log scale
        rate = (y.sum() + 0.5) / known[use].sum()
        return np.array([np.log(rate)]), np.array([[1 / (y.sum() + 0.5)]]), 1.0
    alpha, fit = 0.5, sm.GLM(y, x, family=sm.families.Poisson(), offset=offset).fit(maxiter=50)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a step past a boundary on the way is no news
        for _ in range(5):
            family = sm.families.NegativeBinomial(alpha=alpha)
            fit = sm.GLM(y, x, family=family, offset=offset).fit(maxiter=50)
            mean = fit.mu
            excess = ((y - mean) ** 2 - mean).sum() / (mean**2).sum()
            alpha = float(np.clip(excess, *_ALPHA))
    return np.asarray(fit.params), np.asarray(fit.cov_params()), alpha
