"""Reading UCDP's CSV files: the full layout of a release, or the slim one of an extract."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from escalation.errors import opening
from escalation.schema import ContractError

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
