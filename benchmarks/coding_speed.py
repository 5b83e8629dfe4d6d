"""Claim: 300 items a second on two cores, under 2 GB, and no more memory for four times as many.

Codes N and then 4 N items of the collection of region reports (two or three sentences each) on
two processes (this one and another), in a fresh Python, and prints items a second of wall time,
the start of the other process (some seconds) included, and the peak memory of the largest process
and of both. The longer run tells the speed, both together whether memory is flat.

    python benchmarks/coding_speed.py ../shared/data/reports/region-reports.jsonl [--items 1400]
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path


def measure(path: Path, items: int) -> dict[str, float]:
    """Code ``items`` items on two processes; seconds of wall time and megabytes."""
    from escalation.coding import code
    from escalation.sources.current_events import read
    from escalation.text.merge import merge
    from escalation.theatre import Theatre

    documents = merge(read(path).reports).tail(items)
    begun = time.perf_counter()
    events = code(documents, Theatre.read("pak-afg"), processes=2)
    took = time.perf_counter() - begun
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {
        "items": len(documents),
        "events": len(events),
        "seconds": round(took, 1),
        "items/s": round(len(documents) / took),
        "MB, largest process": round(max(own, child)),
        "MB, all": round(own + child),
    }


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("path", type=Path)
    asked.add_argument("--items", type=int, default=1300)
    asked.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    told = asked.parse_args()
    if told.one:
        print(json.dumps(measure(told.path, told.items)))
        return
    for items in (told.items, 4 * told.items):
        ran = subprocess.run(
            [sys.executable, __file__, str(told.path), "--items", str(items), "--one"],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        print(json.loads(ran.stdout.splitlines()[-1]))


if __name__ == "__main__":
    main()
