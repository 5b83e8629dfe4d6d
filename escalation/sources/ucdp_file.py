"""Reading UCDP's CSV files: the full layout of a release, or the slim one of an extract."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import pandas as pd

from escalation.errors import nearest, opening
from escalation.schema import ContractError
from escalation.sources.imported import series_of

_SLIM = ("id", "conflict_name", "country", "best", "type_of_violence", "date")
_FULL = (
    "id",
    "type_of_violence",
    "side_a",
    "side_b",
    "where_prec",
    "where_coordinates",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "country",
    "date_start",
    "date_end",
    "best",
    "high",
    "low",
)
TYPES = {"1": "state-based", "2": "non-state", "3": "one-sided"}


def series_wanted(countries: Sequence[str] | None, named: Collection[str]) -> set[str] | None:
    """Countries as series are called, of those that a file names; None for all.

    Raises
    ------
    ContractError
        If the file names one of them nowhere.
    """
    if countries is None:
        return None
    wanted = [series_of(country) for country in countries]
    for name in wanted:
        if name not in named:
            raise ContractError(f"no event in '{name}'; {nearest(name, sorted(named))}")
    return set(wanted)


def records(path: str | Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line and fields of every event."""
    with opening(path, what="a UCDP event file", way_out="UCDP's own CSV is read as it is"):
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
    if not (set(_FULL) <= set(table.columns) or set(_SLIM) <= set(table.columns)):
        lacking = [name for name in _FULL if name not in table.columns]
        raise ContractError(
            f"{Path(path).name} is no UCDP event file; it lacks {', '.join(lacking)} "
            f"(the slim layout has {', '.join(_SLIM)})"
        )
    for line, record in enumerate(table.to_dict("records"), start=2):
        if record["id"]:
            yield line, {str(name): value for name, value in record.items()}
