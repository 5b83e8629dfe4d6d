"""Many documents read by several processes; what they tell comes in the order of the documents.

The others need seconds to start, and this process has half of what it needs already: so it reads
too. The others take their shares from the beginning, this one from the end, until they meet.
"""

import gc
import itertools
import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from threadpoolctl import threadpool_limits

from escalation.coding.coder import Reader, kept_apart, reader_of
from escalation.schema import ContractError
from escalation.theatre import Theatre

_SHARE = 50  # documents that one process takes at a time

Row = dict[str, Any]
_READER: Reader | None = None


def read(documents: list[Row], theatre: Theatre | None, processes: int) -> Iterator[Row]:
    """Rows of the EVENTS contract, as :meth:`Reader.read` gives them.

    Raises
    ------
    ContractError
        If another process ends early, as it does where a script has no main guard.
    """
    shares = list(itertools.batched(documents, _SHARE))
    with TemporaryDirectory() as folder:
        # By a file: a process that dies while it is sent this much would be waited for for ever.
        told = Path(folder) / "theatre"
        told.write_bytes(pickle.dumps(theatre))
        others = ProcessPoolExecutor(
            processes - 1,
            mp_context=get_context("spawn"),
            initializer=_prepare,
            initargs=(told,),
        )
        try:
            yield from _together(others, shares, theatre)
        except BrokenProcessPool as broken:
            raise ContractError(
                f"each of {processes} processes starts the script anew, and one of them ended "
                "early; call from under `if __name__ == '__main__':`, or with processes=1"
            ) from broken
        finally:
            others.shutdown(cancel_futures=True)


def _together(
    others: ProcessPoolExecutor, shares: list[tuple[Row, ...]], theatre: Theatre | None
) -> Iterator[Row]:
    asked = [others.submit(_read_share, share) for share in shares]
    own: list[list[Row]] = []
    reader = reader_of(theatre)
    with threadpool_limits(1), kept_apart():
        while asked and asked[-1].cancel():
            asked.pop()
            own.append(list(reader.read(shares[len(asked)])))
    for share in asked:
        yield from share.result()
    yield from itertools.chain.from_iterable(reversed(own))


def _prepare(told: Path) -> None:
    global _READER
    threadpool_limits(1)  # one thread a process: more of them only wait for each other
    _READER = Reader(pickle.loads(told.read_bytes()))
    gc.freeze()  # all of that stays: no garbage need be looked for in it


def _read_share(share: tuple[Row, ...]) -> list[Row]:
    assert _READER is not None
    return list(_READER.read(share))
