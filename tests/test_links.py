"""Links drawn again: right on the average, and the counts follow."""

import numpy as np
import pandas as pd
import pytest

from escalation.event import new_events
from escalation.links import redrawn
from escalation.panel import count
from escalation.schema import ContractError
from tests.test_panel import happening, small_theatre, store_of


def founded(number, day, link=1.0):
    """An event that is the first of its incident, which bears its name."""
    return happening(number, day, day, event=f"e{number}", incident=f"e{number}", link=link)


def joined(number, day, to, link):
    return happening(number, day, day, event=f"e{number}", incident=f"e{to}", link=link)


MANY = 4000


def apart(rows: list[dict]) -> pd.DataFrame:
    """The same few events ``MANY`` times, each time under other names: drawn once, as one table."""
    one = new_events(rows)
    many = one.loc[np.tile(one.index, MANY)].reset_index(drop=True)
    copy = "-" + pd.Series(np.repeat(np.arange(MANY), len(one))).astype(str)
    return many.assign(event=many["event"] + copy, incident=many["incident"] + copy)


def by_copy(events: pd.DataFrame, column: str) -> pd.core.groupby.SeriesGroupBy:
    return events[column].groupby(events["event"].str.partition("-")[2])


def test_an_event_leaves_its_incident_as_often_as_its_link_says():
    events = apart([founded(1, 1), joined(2, 1, 1, 0.7)])
    drawn = redrawn(events, np.random.default_rng(1))
    assert by_copy(drawn, "incident").nunique().mean() == pytest.approx(1.3, abs=0.02)


def test_a_founder_that_was_told_before_takes_its_incident_away():
    events = apart([founded(1, 1), founded(2, 2, link=0.6), joined(3, 2, 2, 1.0)])
    kept = by_copy(redrawn(events, np.random.default_rng(1)), "event").size()
    assert set(kept) == {1, 3}
    assert (kept == 3).mean() == pytest.approx(0.6, abs=0.02)


def test_certain_links_are_drawn_as_they_stand():
    events = new_events([founded(1, 1), joined(2, 1, 1, 1.0), founded(3, 4)])
    assert redrawn(events, np.random.default_rng(1)).equals(events)


def test_a_panel_carries_its_draws(tmp_path):
    rows = [founded(1, 1), joined(2, 1, 1, 0.5), founded(3, 9)]
    rows[0]["deaths_best"], rows[1]["deaths_best"] = 2.0, 5.0
    panel = count(store_of(tmp_path, rows).as_of("2026-01-25"), small_theatre(), links=12, seed=1)
    counts, deaths = panel["linked_counts"].values, panel["linked_deaths"].values
    assert panel["counts"].values[:, 0].tolist() == [1, 1, 0]
    assert set(counts[:, 0, 0]) == {1.0, 2.0}
    assert (deaths[:, 0, 0] == np.where(counts[:, 0, 0] == 2, 7.0, 5.0)).all()
    assert (counts[:, 1:, 0] == [1, 0]).all()


def test_drawing_links_needs_a_seed(tmp_path):
    store = store_of(tmp_path, [founded(1, 1)])
    with pytest.raises(ContractError, match="a seed"):
        count(store, small_theatre(), links=3)
    plain = count(store, small_theatre())
    drawn = count(store, small_theatre(), links=3, seed=1)
    assert pd.DataFrame(plain.table()).equals(drawn.table())
