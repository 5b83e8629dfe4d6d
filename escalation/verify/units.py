"""A backtest's unit of work: one model, fitted and asked at one origin.

A unit is saved as two files named by its key, a digest of everything that it depends on: the
panel's content, the model with its settings and code, horizon, seed and the versions of the
libraries. ``KEY.nc`` is the forecast, ``KEY.json`` says how it went and carries the forecast's
checksum. Both are written aside and moved in place, the second last: a unit is done when its
``.json`` stands and agrees with its ``.nc``. A failure of the model is a result too, and is
kept with its reason; a failure of the machine is not kept.
"""

import ast
import hashlib
import inspect
import json
import os
import time
import uuid
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import metadata
from inspect import isfunction
from pathlib import Path
from types import CodeType

import numpy as np
import pandas as pd

from escalation.errors import opening
from escalation.forecast import Forecast
from escalation.models.base import REFIT, Model
from escalation.panel import Panel
from escalation.periods import ahead
from escalation.schema import SCORES, ContractError, checked

_LIBRARIES = ("escalation", "numpy", "scipy", "pandas", "statsmodels", "pymc", "nutpie", "numba")


@dataclass(frozen=True)
class Outcome:
    """How a unit went: a forecast, or the reason why there is none.

    ``machine`` is true where the machine failed rather than the model, so that the unit is
    worth another try.
    """

    forecast: Forecast | None
    reason: str | None = None
    seconds: float = 0.0
    machine: bool = False


@dataclass(frozen=True)
class Unit:
    """One model at one origin: what is fitted, to what, how far it looks, and the seed."""

    model: Model
    panel: Panel
    horizon: int
    seed: int

    @property
    def origin(self) -> pd.Timestamp:
        """Day on which the forecast is made."""
        return self.panel.as_of

    @property
    def weeks(self) -> pd.DatetimeIndex:
        """Periods that the forecast is about."""
        return ahead(self.origin, self.horizon, cadence=self.panel.cadence)

    @cached_property
    def key(self) -> str:
        """Digest of everything that the forecast depends on."""
        parts = [
            panel_digest(self.panel),
            f"{type(self.model).__module__}.{type(self.model).__qualname__}",
            repr(self.model),
            _code(type(self.model)),
            str(self.horizon),
            str(self.seed),
            _versions(),
        ]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]

    def run(self) -> Outcome:
        """Fit and forecast on one thread; the fit is dropped, only the samples come back."""
        from threadpoolctl import threadpool_limits

        began = time.monotonic()
        try:
            # The gate samples on one core; linear algebra would take every core beside it.
            with threadpool_limits(1):
                fit = self.model.fit(self.panel, seed=self.seed, gate=REFIT)
                forecast = fit.forecast(self.horizon, seed=self.seed)
        except Exception as failure:
            reason = f"{type(failure).__name__}: {failure}"
            return Outcome(None, reason, time.monotonic() - began)
        return Outcome(forecast, None, time.monotonic() - began)


def unit_seed(seed: int, model: str, origin: pd.Timestamp) -> int:
    """Seed of one unit: the same whatever the order, and whichever other units there are."""
    words = f"{seed}\x1f{model}\x1f{origin.date()}"
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:4], "big")


def panel_digest(panel: Panel) -> str:
    """Digest of a panel's numbers and labels."""
    digest = hashlib.sha256(json.dumps(panel.data.attrs, sort_keys=True, default=str).encode())
    for name in sorted(str(name) for name in [*panel.data.data_vars, *panel.data.coords]):
        values = panel.data[name].values
        told = json.dumps(values.tolist()) if values.dtype.kind in "OUT" else None
        digest.update(name.encode())
        digest.update(told.encode() if told else np.ascontiguousarray(values).tobytes())
    return digest.hexdigest()


def load(folder: Path, key: str) -> Outcome | None:
    """A saved unit; None if it is absent, half written or corrupt (then it is to be done)."""
    note, saved = folder / f"{key}.json", folder / f"{key}.nc"
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
        if told["reason"] is not None:
            return Outcome(None, told["reason"], told["seconds"])
        if hashlib.sha256(saved.read_bytes()).hexdigest() != told["sha256"]:
            return None
        return Outcome(Forecast.load(saved), None, told["seconds"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def saved_forecasts(folder: str | Path, *, model: str) -> list[Forecast]:
    """Every forecast of a model that a backtest kept in its folder, in the order of origins."""
    shelf = Path(folder) / "units"
    names: dict[str, str] = {}
    for note in sorted(shelf.glob("*.json")):
        names[note.stem] = json.loads(note.read_text(encoding="utf-8"))["model"]
    if model not in names.values():
        known = ", ".join(sorted(set(names.values()))) or "none"
        raise ContractError(f"no units of '{model}' in {shelf}; there are those of: {known}")
    outcomes = [load(shelf, key) for key, name in names.items() if name == model]
    found = [o.forecast for o in outcomes if o is not None and o.forecast is not None]
    return sorted(found, key=lambda forecast: forecast.as_of)


def save(folder: Path, unit: Unit, outcome: Outcome) -> None:
    """Keep a unit so that a kill at any moment leaves it whole or absent."""
    folder.mkdir(parents=True, exist_ok=True)
    told = {
        "model": unit.model.name,
        "settings": repr(unit.model),
        "origin": str(unit.origin.date()),
        "seed": unit.seed,
        "seconds": round(outcome.seconds, 3),
        "reason": outcome.reason,
        "sha256": None,
    }
    if outcome.forecast is not None:
        draft = folder / f".draft-{uuid.uuid4().hex}"
        _write(outcome.forecast, draft)
        told["sha256"] = hashlib.sha256(draft.read_bytes()).hexdigest()
        _settle(draft, folder / f"{unit.key}.nc")
    draft = folder / f".draft-{uuid.uuid4().hex}"
    draft.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    _settle(draft, folder / f"{unit.key}.json")


def sweep(folder: Path) -> None:
    """Remove the debris of a killed run."""
    for draft in folder.glob(".draft-*"):
        draft.unlink(missing_ok=True)


def keep_scores(table: pd.DataFrame, folder: str | Path) -> None:
    """Write ``scores.parquet`` and, beside it, ``settings.json`` with settings and failures."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    draft = place / f".draft-{uuid.uuid4().hex}"
    table.to_parquet(draft, index=False, compression="zstd")
    _settle(draft, place / "scores.parquet")
    told = {name: table.attrs.get(name) for name in ("settings", "failures")}
    (place / "settings.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def load_scores(path: str | Path) -> pd.DataFrame:
    """Read a kept table, or the one in a backtest's folder; its ``attrs`` are as they were."""
    file = Path(path)
    file = file / "scores.parquet" if file.is_dir() else file
    way_out = "`escalation backtest --folder FOLDER` keeps one"
    with opening(file, what="a table of scores", way_out=way_out):
        table = pd.read_parquet(file)
    found = checked(table, SCORES)
    found.attrs = table.attrs
    return found


def _write(forecast: Forecast, path: Path) -> None:
    samples = forecast.samples
    whole = bool((samples == samples.round()).all()) and float(samples.max()) < 2**31
    data = forecast.data.assign(samples=samples.astype("int32" if whole else "float64"))
    data.to_netcdf(path, engine="h5netcdf", encoding={"samples": {"zlib": True, "complevel": 4}})


def _settle(draft: Path, path: Path) -> None:
    with draft.open("r+b") as handle:  # Windows syncs only what may be written
        os.fsync(handle.fileno())
    draft.replace(path)


@cache
def _versions() -> str:
    return ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "absent"


@cache
def _code(kind: type) -> str:
    """Digest of the code of a model: its own file and those of ``models/`` that it imports."""
    written = _file(kind)
    if written is None:
        methods = sorted((name, made) for name, made in vars(kind).items() if isfunction(made))
        typed = [f"{name} {_instructions(made.__code__)}" for name, made in methods]
        return hashlib.sha256("\x1f".join(typed).encode()).hexdigest()
    waiting, files = [written], set[Path]()
    while waiting:
        path = waiting.pop()
        if path in files or not path.is_file():
            continue
        files.add(path)
        waiting += _imported(path)
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(files))).hexdigest()


def _file(kind: type) -> Path | None:
    """Where a class stands; None if it was typed in by hand, as in a notebook."""
    try:
        path = Path(inspect.getfile(kind))
    except (OSError, TypeError):
        return None
    return path if path.is_file() else None


def _instructions(code: CodeType) -> str:
    """What a function does, told without the cell and the lines in which it stands."""
    values = [_told(value) for value in code.co_consts]
    names = [*code.co_names, *code.co_varnames, *code.co_freevars]
    return " ".join([code.co_code.hex(), *names, *values])


def _told(value: object) -> str:
    if isinstance(value, CodeType):
        return _instructions(value)
    # the members of a set come in another order in every process
    return str(sorted(map(repr, value))) if isinstance(value, frozenset) else repr(value)


def _imported(path: Path) -> list[Path]:
    home = Path(inspect.getfile(Model)).parent
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    mine = [name for name in modules if name and name.startswith("escalation.models.")]
    return [home / f"{name.removeprefix('escalation.models.')}.py" for name in mine]
