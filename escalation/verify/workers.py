"""Who does the units of a backtest: this process, or a Dask cluster.

``workers`` starts a local cluster of processes of one thread each, with BLAS held to one thread
too, so that N workers use N cores; ``scheduler`` is the address of a cluster that stands
already (see the documentation of dask-jobqueue and dask-kubernetes for Slurm and Kubernetes).
A unit travels to a worker with its panel and comes back as samples, so workers need the package
but no shared disk. When a worker dies its unit is given to another; after three deaths the unit
fails alone and the rest goes on.
"""

import logging
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from escalation.schema import ContractError
from escalation.verify.units import Outcome, Unit

ONE_THREAD = {
    name: "1"
    for name in (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "NUMBA_NUM_THREADS",
        "VECLIB_MAXIMUM_THREADS",
    )
}


def run(
    units: Iterable[Unit], *, workers: int = 1, scheduler: str | None = None
) -> Iterator[tuple[Unit, Outcome]]:
    """Do units as they come and give each with its outcome, in no particular order.

    Parameters
    ----------
    units
        Taken lazily: a few more than there are workers are held at a time.
    workers
        Processes on this machine; 1 does the units here.
    scheduler
        Address of a Dask scheduler, such as ``tcp://10.0.0.1:8786``; ``workers`` is then unused.
    """
    if workers < 1:
        raise ContractError(f"a backtest has 1 or more workers; got {workers}")
    if scheduler is None and workers == 1:
        for unit in units:
            yield unit, unit.run()
        return
    with _client(workers, scheduler) as client:
        yield from _on_cluster(iter(units), client)


def _client(workers: int, scheduler: str | None) -> Any:
    from distributed import Client, LocalCluster

    if scheduler is not None:
        try:
            return Client(scheduler)
        except (OSError, ValueError) as fault:
            raise ContractError(
                f"no Dask scheduler answers at {scheduler} ({fault}); start one with `dask "
                "scheduler`, or leave --scheduler out"
            ) from fault
    cluster = LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        silence_logs=logging.CRITICAL,
        env=ONE_THREAD,
    )
    return _Local(cluster, Client(cluster))


class _Local:
    """A client whose cluster ends with it, also after Ctrl-C."""

    def __init__(self, cluster: Any, client: Any) -> None:
        self.cluster, self.client = cluster, client

    def __enter__(self) -> Any:
        return self.client

    def __exit__(self, *failure: object) -> None:
        self.client.close()
        self.cluster.close()


def _on_cluster(units: Iterator[Unit], client: Any) -> Iterator[tuple[Unit, Outcome]]:
    from distributed import as_completed

    places = max(1, sum(client.nthreads().values()))
    given: dict[Any, Unit] = {}

    def submit(unit: Unit) -> Any:
        future = client.submit(Unit.run, unit, pure=False, key=f"unit-{unit.key}")
        given[future] = unit
        return future

    done = as_completed([submit(unit) for unit in islice(units, places)])
    # One unit is made ready ahead, so that no worker waits while a panel is counted here or a
    # forecast scored. It is not sent ahead: a worker that dies is blamed on all that it holds.
    ready = next(units, None)
    for future in done:
        unit, outcome = given.pop(future), _outcome(future)
        future.release()
        if ready is not None:
            done.add(submit(ready))
        yield unit, outcome
        ready = next(units, None)


def _outcome(future: Any) -> Outcome:
    failure = future.exception()
    if failure is None:
        return future.result()
    return Outcome(None, f"{type(failure).__name__}: {failure}", machine=True)
