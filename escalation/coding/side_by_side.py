"""Many documents read by several processes; what they tell comes in the order of the documents.

The others need seconds to start, and this process has half of what it needs already: so it reads
too. The others take their shares from the beginning, this one from the end, until they meet.
"""

import gc
import itertools
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from threadpoolctl import threadpool_limits

from escalation.coding.coder import Reader, kept_apart
from escalation.theatre import Theatre

_SHARE = 50  # documents that one process takes at a time

Row = dict[str, Any]
_READER: Reader | None = None


def read(documents: list[Row], theatre: Theatre | None, processes: int) -> Iterator[Row]:
    """Rows of the EVENTS contract, as :meth:`Reader.read` gives them."""
    shares = list(itertools.batched(documents, _SHARE))
    others = ProcessPoolExecutor(
        processes - 1,
        mp_context=get_context("spawn"),
        initializer=_prepare,
        initargs=(theatre,),
    )
    try:
        asked = [others.submit(_read_share, share) for share in shares]
        own: list[list[Row]] = []
        reader = Reader(theatre)
        with threadpool_limits(1), kept_apart():
            while asked and asked[-1].cancel():
                asked.pop()
                own.append(list(reader.read(shares[len(asked)])))
        for share in asked:
            yield from share.result()
        yield from itertools.chain.from_iterable(reversed(own))
    finally:
        others.shutdown(cancel_futures=True)


def _prepare(theatre: Theatre | None) -> None:
    global _READER
    threadpool_limits(1)  # one thread a process: more of them only wait for each other
    _READER = Reader(theatre)
    gc.freeze()  # all of that stays: no garbage need be looked for in it


def _read_share(share: tuple[Row, ...]) -> list[Row]:
    assert _READER is not None
    return list(_READER.read(share))
