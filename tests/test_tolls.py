"""Tolls: how they rise is found, although recent ones have not risen yet."""

import numpy as np
import pandas as pd
import pytest

from escalation.delay import LONGEST
from escalation.event import new_events
from escalation.panel import count
from escalation.tolls import learn_tolls
from tests.test_panel import happening, small_theatre, store_of

AS_OF = pd.Timestamp("2024-12-31")


def risen(number: int, *, share: float = 0.5, days: int = 10, seed: int = 1) -> pd.DataFrame:
    """Incidents of twenty deaths on average; half of them first told with ``share`` of their
    toll, the whole ``days`` days later; what is not known yet is left out."""
    rng = np.random.default_rng(seed)
    rows = []
    for at in range(number):
        when = AS_OF - pd.Timedelta(days=int(rng.integers(0, 400)))
        toll = float(2 * rng.integers(1, 20))
        told = [(0, toll * share), (days, toll)] if rng.random() < 0.5 else [(0, toll)]
        for part, (late, deaths) in enumerate(told):
            known = when + pd.Timedelta(days=late)
            row = happening(at, 0, 0, document=f"d{at}-{part}", incident=f"i{at}")
            row |= {"happened_from": when, "happened_to": when, "known_at": known}
            rows += [row | {"deaths_best": deaths}] if known <= AS_OF else []
    return new_events(rows)


def test_the_share_told_at_first_is_found():
    tolls = learn_tolls(risen(1500), AS_OF)
    assert tolls.share[[0, 9]] == pytest.approx([0.75, 0.75], abs=0.03)
    assert tolls.share[[10, LONGEST]] == pytest.approx([1.0, 1.0])
    assert (np.diff(tolls.share) >= 0).all()


def test_tolls_that_have_still_to_rise_do_not_bias_it():
    """Of the last days' incidents none has risen: a plain average of last by first says less."""
    recent = risen(3000, seed=2)
    recent = recent[recent["happened_to"] > AS_OF - pd.Timedelta(days=20)]
    old = risen(400, seed=3)
    old = old.assign(event="o" + old["event"], incident="o" + old["incident"])
    assert learn_tolls(pd.concat([recent, old]), AS_OF).share[0] == pytest.approx(0.75, abs=0.04)


def test_a_correction_downwards_is_taken_as_it_stands():
    first = new_events([happening(1, 0, 0, deaths_best=400.0, event="e1")])
    later = first.assign(known_at=first["known_at"] + pd.Timedelta(days=3), deaths_best=40.0)
    other = new_events([happening(2, 0, 0, deaths_best=9.0)])
    tolls = learn_tolls(
        pd.concat([first, later, other]), first["known_at"].iloc[0] + pd.DateOffset(9)
    )
    assert tolls.share[0] == 1.0


def test_without_tolls_nothing_rises():
    tolls = learn_tolls(risen(50).assign(deaths_best=np.nan), AS_OF)
    assert (tolls.share == 1.0).all()


def test_a_panel_says_what_share_of_its_deaths_is_told(tmp_path) -> None:
    rows = []
    for number in range(60):  # each toll doubles five days after the first report
        rows.append(happening(number, 3 * number, 3 * number, deaths_best=10.0))
        update = happening(number, 3 * number, 3 * number + 5, deaths_best=20.0)
        rows.append(update | {"document": f"u{number}"})
    store = store_of(tmp_path, rows)
    told = count(store.as_of("2026-05-10"), small_theatre())["told"].values[:, 0]
    assert told[-1] < 0.85
    assert (told[:-2] > 0.99).all()
