"""A forecast: samples of what is to come. Points, intervals and chances are read off it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import xarray as xr

from escalation.errors import nearest, opening
from escalation.periods import Cadence, Day, ahead, day
from escalation.schema import ContractError

_ATTRIBUTES = ("model", "theatre", "as_of", "vintage", "seed", "cadence", "version")


@dataclass(frozen=True)
class Forecast:
    """Samples of counts ahead.

    ``data["samples"]`` has dimensions ``(sample, week, series)``; the same sample index is one
    joint future, so sums over weeks and series are right. Attributes: ``model, theatre, as_of,
    vintage, seed, cadence, version``, and ``marks`` (what a reader must be told, such as a fit
    that did not converge; lines, empty if nothing).
    """

    data: xr.Dataset

    def __post_init__(self) -> None:
        samples = self.data.get("samples")
        if samples is None or samples.dims != ("sample", "week", "series"):
            raise ContractError("a forecast holds 'samples' over (sample, week, series)")
        lacking = [name for name in _ATTRIBUTES if name not in self.data.attrs]
        if lacking:
            raise ContractError(f"a forecast says its {', '.join(_ATTRIBUTES)}; lacks {lacking}")
        values = samples.values
        if not np.isfinite(values).all() or (values < 0).any():
            raise ContractError("samples are counts: finite and not negative")

    @classmethod
    def of_samples(
        cls,
        samples: np.ndarray,
        *,
        series: Sequence[str],
        model: str,
        theatre: str,
        as_of: Day,
        vintage: str,
        seed: int,
        cadence: Cadence = "weekly",
        marks: Sequence[str] = (),
    ) -> "Forecast":
        """Forecast from an array of shape (sample, week, series); weeks follow from ``as_of``."""
        from escalation import __version__

        weeks = ahead(as_of, samples.shape[1], cadence=cadence)
        data = xr.Dataset(
            {"samples": (("sample", "week", "series"), np.asarray(samples, dtype=float))},
            coords={"week": weeks.to_numpy(), "series": list(series)},
            attrs={
                "model": model,
                "theatre": theatre,
                "as_of": str(day(as_of).date()),
                "vintage": vintage,
                "seed": seed,
                "cadence": cadence,
                "version": __version__,
                "marks": "\n".join(marks),
            },
        )
        return cls(data)

    @property
    def samples(self) -> xr.DataArray:
        """Counts over (sample, week, series)."""
        return self.data["samples"]

    @property
    def model(self) -> str:
        """Name of the model."""
        return self.data.attrs["model"]

    @property
    def as_of(self) -> pd.Timestamp:
        """Day on which the forecast was made."""
        return day(self.data.attrs["as_of"])

    @property
    def horizon(self) -> int:
        """Number of periods ahead."""
        return self.data.sizes["week"]

    @property
    def series(self) -> list[str]:
        """Names of the series."""
        return [str(name) for name in self.data["series"].values]

    @property
    def weeks(self) -> pd.DatetimeIndex:
        """First days of the periods ahead."""
        return pd.DatetimeIndex(self.data["week"].values)

    @property
    def marks(self) -> list[str]:
        """What a reader must be told of this forecast; empty if nothing."""
        return [line for line in self.data.attrs.get("marks", "").split("\n") if line]

    def total(self, series: str, *, within: int) -> np.ndarray:
        """Sum over the first ``within`` periods, one number a sample."""
        if not 1 <= within <= self.horizon:
            raise ContractError(f"within is 1 to {self.horizon} periods; got {within}")
        return self._one(series)[:, :within].sum(axis=1)

    def chance(
        self, series: str, *, at_least: int = 1, within: int | None = None
    ) -> pd.Series | float:
        """Chance of at least that many incidents.

        Returns
        -------
        Series or float
            By week if ``within`` is not given; else of the total of the first ``within`` weeks.
        """
        if within is not None:
            return float((self.total(series, within=within) >= at_least).mean())
        share = (self._one(series) >= at_least).mean(axis=0)
        return pd.Series(share, index=self.weeks, name=series)

    def quantiles(
        self, series: str, levels: Sequence[float] = (0.05, 0.25, 0.5, 0.75, 0.95)
    ) -> pd.DataFrame:
        """Quantiles by week: one row a week, one column a level."""
        values = np.quantile(self._one(series), levels, axis=0, method="inverted_cdf")
        return pd.DataFrame(values.T, index=self.weeks, columns=list(levels))

    def table(self) -> pd.DataFrame:
        """Tidy table: series, week, mean, median, 50% and 90% interval, chance of at least 1."""
        rows = []
        for name in self.series:
            bands = self.quantiles(name)
            mean, chance = self._one(name).mean(axis=0), (self._one(name) >= 1).mean(axis=0)
            for at, week in enumerate(self.weeks):
                low90, low50, median, high50, high90 = bands.iloc[at]
                rows.append(
                    {
                        "series": name,
                        "week": week,
                        "mean": mean[at],
                        "median": median,
                        "low50": low50,
                        "high50": high50,
                        "low90": low90,
                        "high90": high90,
                        "chance": chance[at],
                    }
                )
        return pd.DataFrame(rows)

    def save(self, path: str | Path) -> None:
        """Write netCDF; :meth:`load` gives back an equal forecast."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        self.data.to_netcdf(path, engine="h5netcdf")

    @classmethod
    def load(cls, path: str | Path) -> "Forecast":
        """Read what :meth:`save` wrote."""
        way_out = "`escalation forecast --out FILE` writes one"
        with (
            opening(path, what="a saved forecast", way_out=way_out),
            xr.open_dataset(path, engine="h5netcdf") as data,
        ):
            return cls(data.load())

    def _one(self, series: str) -> np.ndarray:
        if series not in self.series:
            raise ContractError(f"no series '{series}'; {nearest(series, self.series)}")
        return self.samples.sel(series=series).values
