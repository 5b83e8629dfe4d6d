"""Claim: a hundred thousand short reports are read and merged in a minute or two, memory flat.

Writes N made-up reports as JSON lines, a fifth of them repeats of another paper's text, reads
and merges them, and prints time and peak memory for each step.

    python benchmarks/reading_and_merging.py 100000
"""

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from escalation.text.merge import merge
from escalation.text.reports import read

_TOWNS = ("Wana", "Bannu", "Tank", "Khost", "Chaman", "Quetta", "Kandahar", "Gardez", "Zhob")
_ACTORS = ("Gunmen", "Insurgents", "Militants", "Unknown men", "Tribesmen", "Smugglers")
_ACTS = ("attacked a convoy", "fired at a post", "blew up a bridge", "seized a lorry", "met elders")
_MORE = ("The governor condemned it", "A search began", "No group claimed it", "Roads were shut")


def made_up(count: int, seed: int) -> Iterator[dict]:
    """Reports of two to four sentences; every fifth repeats the one before in another paper."""
    chance = random.Random(seed)
    body, day = "", date(2020, 1, 1)
    for number in range(count):
        if number % 5 or not body:
            day = date(2020, 1, 1) + timedelta(days=chance.randrange(1_500))
            towns, more = chance.sample(_TOWNS, 3), chance.sample(_MORE, 2)
            body = (
                f"{chance.choice(_ACTORS)} {chance.choice(_ACTS)} of company {number} near "
                f"{towns[0]}, killing {chance.randrange(2, 90)} people, officials in {towns[1]} "
                f"said. {more[0]} in {towns[2]} after {chance.randrange(2, 48)} hours. {more[1]}."
            )
        outlet = f"Paper {number % 7}"
        yield {"date": str(day), "text": body, "outlets": outlet, "title": f"Item {number}"}


def main(count: int) -> None:
    """Print a line a step: what came out, seconds of wall and processor time, peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(record) + "\n" for record in made_up(count, seed=7))
        wall, work = time.perf_counter(), time.process_time()
        reading = read(path, source="made-up")
        _line("read", reading.summary, wall, work)
        wall, work = time.perf_counter(), time.process_time()
        merged = merge(reading.reports)
        _line("merge", f"{len(merged):,} documents", wall, work)


def _line(step: str, result: str, wall: float, work: float) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{step:6} {result:40} wall {time.perf_counter() - wall:6.1f} s  "
        f"processor {time.process_time() - work:6.1f} s  peak {peak:5.0f} MB"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
