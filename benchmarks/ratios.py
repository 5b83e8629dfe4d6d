"""What the benchmarks share: where the data lies, and ratios to a baseline laid out to be read."""

import os
from pathlib import Path

from escalation.verify.overview import asked, ratios

__all__ = ["asked", "ratios", "shared"]


def shared() -> Path:
    """Folder of the development data."""
    told = os.environ.get("ESCALATION_SHARED_DATA")
    folder = Path(told) if told else Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        raise SystemExit("the development data is not here; set ESCALATION_SHARED_DATA")
    return folder
