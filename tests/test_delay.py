"""Delays: learned from the store's versions, right although late events are not yet there."""

import numpy as np
import pandas as pd
import pytest

from escalation.delay import LONGEST, learn_delays
from escalation.event import new_events

AS_OF = pd.Timestamp("2024-12-31")


def _known(number, late, *, kind="attack.bombing", source="paper", seed=1, last=AS_OF):
    """Events that are known the same day, but for a share ``late`` that takes 14 days."""
    rng = np.random.default_rng(seed)
    days = last - pd.to_timedelta(rng.integers(0, 400, number), unit="D")
    known = days + pd.to_timedelta(np.where(rng.random(number) < late, 14, 0), unit="D")
    rows = [
        {
            "happened_from": when,
            "happened_to": when,
            "known_at": then,
            "kind": kind,
            "status": "happened",
            "document": f"{source}-{kind}-{at}",
            "rule": "test",
            "source": source,
        }
        for at, (when, then) in enumerate(zip(days, known, strict=True))
        if then <= AS_OF  # what is not yet known is not in the store
    ]
    return new_events(rows)


def test_the_share_known_at_once_is_found():
    delays = learn_delays(_known(4000, 0.3), AS_OF)
    shares = delays.share(np.array([0, 13, 14, LONGEST, 500]), source="paper", kind="attack")
    assert shares == pytest.approx([0.7, 0.7, 1.0, 1.0, 1.0], abs=0.03)


def test_late_events_that_are_still_out_do_not_bias_it():
    """In the last 30 days most late events are missing; a plain average would say 0.8 or more."""
    recent = _known(1200, 0.5, seed=3)
    recent = recent[recent["happened_to"] > AS_OF - pd.Timedelta(days=30)]
    old = _known(3000, 0.5, seed=4)
    both = pd.concat([old, recent.assign(event="r" + recent["event"])])
    assert learn_delays(both, AS_OF).share(np.array([3]))[0] == pytest.approx(0.5, abs=0.04)


def test_a_rare_kind_borrows_from_the_rest():
    many = _known(2000, 0.1)
    few = _known(8, 1.0, kind="threat.military", seed=5)
    many_slow = _known(600, 1.0, kind="threat.military", seed=6)
    rare = learn_delays(pd.concat([many, few]), AS_OF)
    common = learn_delays(pd.concat([many, many_slow]), AS_OF)
    at_once = {"source": "paper", "kind": "threat.military"}
    assert rare.share(np.array([0]), **at_once)[0] > 0.5
    assert common.share(np.array([0]), **at_once)[0] < 0.15


def test_recent_weeks_are_known_in_part_and_old_ones_wholly():
    events = _known(4000, 0.4)
    weeks = pd.date_range("2024-11-04", periods=8, freq="W-MON")
    known = learn_delays(events, AS_OF).reported(events, weeks, weeks + pd.Timedelta(days=6), AS_OF)
    assert known[0] == pytest.approx(1.0)
    assert known[-1] == pytest.approx(0.6, abs=0.04)
    assert (np.diff(known) <= 1e-9).all()


def test_too_few_events_teach_nothing():
    assert (learn_delays(_known(20, 0.9), AS_OF).share(np.arange(10)) == 1.0).all()


def test_an_event_still_to_come_teaches_nothing() -> None:
    rows = [
        {
            "document": f"d{number}",
            "kind": "talks",
            "status": "planned" if number == 0 else "happened",
            "known_at": "2026-01-10",
            "happened_from": "2027-01-05" if number == 0 else "2026-01-09",
            "happened_to": "2027-01-05" if number == 0 else "2026-01-09",
            "rule": "test",
            "source": "samples",
        }
        for number in range(300)
    ]
    as_of = pd.Timestamp("2026-01-20")
    whole, past = (learn_delays(new_events(r), as_of) for r in (rows, rows[1:]))
    assert np.array_equal(whole.pooled, past.pooled)
