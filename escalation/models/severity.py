"""Deaths as marks on incidents, so that a forecast of deaths and one of incidents agree.

    deaths of one incident ~ NegativeBinomial(mean m, size k)
    deaths of a week with n incidents ~ NegativeBinomial(mean n m told, size n k)

``told`` is the share of a toll that is told by now on average (``escalation/tolls.py``): tolls of
recent weeks still rise, and deaths ahead are those that will be told in the end.
The sum of independent negative binomials of one ratio is one again, so a week's total is enough to
learn m and k; a small k is a heavy tail (k = 0.2: most incidents kill nobody, a few kill many).
Their posterior is computed on a grid with flat priors in log m and log k, from those of the last
``window`` weeks that were seen and had incidents; nothing is sampled by MCMC. Deaths ahead are
drawn given the counts of a forecast, sample by sample: no incident, no deaths.
"""

import numpy as np
from scipy.special import gammaln

from escalation.forecast import Forecast
from escalation.panel import Panel
from escalation.schema import ContractError

_MEANS = np.exp(np.linspace(np.log(0.05), np.log(200.0), 80))
_SIZES = np.exp(np.linspace(np.log(0.02), np.log(20.0), 60))
_FEWEST = 5


def deaths_ahead(forecast: Forecast, panel: Panel, *, seed: int, window: int = 312) -> Forecast:
    """Forecast of deaths from a forecast of incidents and the panel that it was made from.

    Parameters
    ----------
    forecast
        Samples of incidents ahead.
    panel
        Incidents and deaths of the past; same day, same series.
    seed
        Same seed, same draws.
    window
        Number of last periods that severity is learned from.

    Returns
    -------
    Forecast
        Samples of deaths, of the same shape; sample i follows from sample i of the incidents.

    Raises
    ------
    ContractError
        If panel and forecast are not of one day and vintage, or the panel knows no deaths.
    """
    if (panel.as_of, panel.vintage) != (forecast.as_of, forecast.data.attrs["vintage"]):
        raise ContractError(
            f"a forecast as of {forecast.as_of.date()} goes with the panel that it was made "
            f"from; got one as of {panel.as_of.date()}"
        )
    rng = np.random.default_rng(seed)
    incidents = forecast.samples.values
    deaths = np.zeros(incidents.shape)
    for at, name in enumerate(forecast.series):
        mean, size = severity(panel, name, draws=len(incidents), rng=rng, window=window)
        n = incidents[:, :, at]
        lambdas = rng.gamma(np.maximum(n * size[:, None], 1e-9), (mean / size)[:, None])
        deaths[:, :, at] = np.where(n > 0, rng.poisson(lambdas), 0)
    attributes = {**forecast.data.attrs, "seed": seed}
    data = forecast.data.assign(samples=(forecast.samples.dims, deaths)).assign_attrs(attributes)
    return Forecast(data)


def severity(
    panel: Panel, series: str, *, draws: int, rng: np.random.Generator, window: int = 312
) -> tuple[np.ndarray, np.ndarray]:
    """Posterior draws of an incident's mean deaths and of the size: each of shape (draws,)."""
    here = panel.data.sel(series=series).isel(week=slice(-window, None))
    n, deaths = here["counts"].values, here["deaths"].values
    use = here["observed"].values & (n > 0) & np.isfinite(deaths)
    if use.sum() < _FEWEST:
        raise ContractError(
            f"series '{series}' has {int(use.sum())} weeks with incidents and known deaths; "
            f"severity needs {_FEWEST} or more"
        )
    n, deaths = n[use], np.round(deaths[use])
    told = here["told"].values[use] if "told" in here else np.ones(len(n))
    mean, size = _MEANS[:, None, None], (n * _SIZES[:, None])[None]
    log_odds = np.log(mean * told) - np.log(_SIZES)[None, :, None]  # of m / k, the same for any n
    chances = (
        gammaln(deaths + size)
        - gammaln(size)
        + deaths * log_odds
        - (deaths + size) * np.logaddexp(0.0, log_odds)
    ).sum(axis=2)
    weights = np.exp(chances - chances.max())
    chosen = rng.choice(weights.size, draws, p=weights.ravel() / weights.sum())
    at_mean, at_size = np.unravel_index(chosen, weights.shape)
    return _MEANS[at_mean], _SIZES[at_size]
