import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.periods import (
    ahead,
    between,
    day,
    last_day,
    last_days,
    last_ended,
    origins,
    period_of,
    periods_of,
    week_of,
)
from escalation.schema import ContractError

days = st.dates(
    min_value=pd.Timestamp("1990-01-01").date(), max_value=pd.Timestamp("2050-12-31").date()
)
cadences = st.sampled_from(["weekly", "monthly"])


def test_the_seed_report_s_thursday() -> None:
    assert week_of("2026-02-19") == pd.Timestamp("2026-02-16")
    assert last_ended("2026-02-19") == pd.Timestamp("2026-02-09")
    assert last_ended("2026-02-22") == pd.Timestamp("2026-02-16")
    assert list(ahead("2026-02-19", 2)) == [pd.Timestamp("2026-02-16"), pd.Timestamp("2026-02-23")]


@given(when=days, cadence=cadences)
def test_a_period_has_ended_when_its_last_day_has_passed(when, cadence) -> None:
    ended = last_ended(when, cadence=cadence)
    first_ahead = ahead(when, 1, cadence=cadence)[0]
    assert last_day(ended, cadence=cadence) <= day(when) < last_day(first_ahead, cadence=cadence)
    assert last_day(ended, cadence=cadence) + pd.Timedelta(days=1) == first_ahead


@given(when=days, cadence=cadences)
def test_every_day_lies_in_its_period(when, cadence) -> None:
    period = period_of(when, cadence=cadence)
    assert period <= day(when) <= last_day(period, cadence=cadence)


def test_origins_are_the_last_days_of_ended_periods_and_count_back_from_the_latest() -> None:
    every_second = origins("2026-01-01", "2026-02-19", every=2)
    assert [str(d.date()) for d in every_second] == [
        "2026-01-04",
        "2026-01-18",
        "2026-02-01",
        "2026-02-15",
    ]
    assert origins("2026-01-05", "2026-01-10") == []


@pytest.mark.parametrize("bad", ["2026-02-30", "yesterday", "2026-02-19 12:00", None, pd.NaT])
def test_what_is_no_day_is_refused(bad) -> None:
    with pytest.raises(ContractError, match="a day"):
        day(bad)


def test_a_horizon_is_at_least_one_period() -> None:
    with pytest.raises(ContractError, match="1 or more"):
        ahead("2026-02-19", 0)
    assert len(between("2026-01-01", "2026-01-31", cadence="monthly")) == 1


@given(whens=st.lists(days, min_size=1, max_size=20), cadence=cadences)
def test_many_days_are_as_each(whens, cadence) -> None:
    many = periods_of(pd.DatetimeIndex(whens).as_unit("us"), cadence=cadence)
    assert list(many) == [period_of(when, cadence=cadence) for when in whens]
    assert list(last_days(many, cadence=cadence)) == [last_day(p, cadence=cadence) for p in many]
