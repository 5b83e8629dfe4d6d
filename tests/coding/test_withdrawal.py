"""A later report withdraws an event: a new version known that day; earlier panels never change."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.coding.withdrawal import withdrawals, without
from escalation.event import new_events
from escalation.keep import keep
from escalation.panel import count
from escalation.store import EventStore
from tests.coding.test_link import told
from tests.examples import examples
from tests.test_panel import documents, small_theatre

FIRST = pd.Timestamp("2024-03-12")


def reports(*texts: tuple[int, str]) -> pd.DataFrame:
    rows = [
        {"id": str(at), "source": "paper", "published": FIRST + pd.Timedelta(days=day),
         "fetched": FIRST + pd.Timedelta(days=day), "title": None, "body": text, "language": "en",
         "url": None, "outlets": None}
        for at, (day, text) in enumerate(texts)
    ]  # fmt: skip
    return pd.DataFrame(rows)


STORY = (
    (0, "A blast killed 12 people at a market in Lima on Monday."),
    (0, "Gunmen shot dead two judges in Cusco on Monday."),
    (3, "The blast that killed 12 people in Lima on Monday was caused by a gas cylinder, police "
        "now say."),
)  # fmt: skip


def happened(store: EventStore, day: int) -> list[str]:
    events = store.as_of(FIRST + pd.Timedelta(days=day)).events()
    return sorted(events.loc[events["status"] == "happened", "kind"])


@pytest.mark.parametrize("at_once", [True, False])
def test_three_reports_one_of_which_withdraws_another(tmp_path, at_once):
    store = EventStore.open(tmp_path / "store")
    through = FIRST + pd.Timedelta(days=5)
    if at_once:
        keep(reports(*STORY), store, None, loaded_through=through)
    else:
        for day, text in STORY:
            keep(reports((day, text)), store, None)
        store.append(store.events().iloc[:0], loaded_through=through)
    both = ["attack.bombing", "attack.shooting"]
    assert happened(store, 0) == happened(store, 2) == both
    assert happened(store, 3) == happened(store, 5) == ["attack.shooting"]
    versions = store.versions()
    blast = versions[versions["kind"].eq("attack.bombing") & versions["deaths_best"].eq(12)]
    gone = blast[blast["withdrawn"]].iloc[0]
    by = versions.set_index("event").loc[gone["reason"].removeprefix("withdrawn by ")]
    assert (gone["status"], by["status"], by["known_at"]) == ("retracted", "retracted", gone["known_at"])  # fmt: skip


RETRACTED = {"status": "retracted", "rule": "retraction", "initiator": "UNK"}


def meant(retraction: dict, *events: dict) -> list[str]:
    table = new_events([*events, told("r", "2026-01-12") | RETRACTED | retraction])
    return sorted(withdrawals(table)["document"])


def test_it_withdraws_what_fits_and_nothing_else():
    blast = told("d1", "2026-01-10", deaths_best=12, deaths_low=12, initiator="UNK")
    lima = {"place": "Kalat", "admin2": "Kalat", "latitude": 29.0, "longitude": 66.6}
    assert meant({}, blast) == ["d1"]
    assert meant({"deaths_best": 12.0, "deaths_low": 12.0}, blast) == ["d1"]
    assert meant({"deaths_best": 3.0, "deaths_low": 3.0}, blast) == []
    assert meant({"kind": "attack.shooting"}, blast) == []
    assert meant(lima, blast) == []
    assert meant({"happened_from": pd.Timestamp("2026-01-02"),
                  "happened_to": pd.Timestamp("2026-01-03")}, blast) == []  # fmt: skip
    assert meant({"known_at": pd.Timestamp("2026-01-10")}, blast) == []
    assert meant({"known_at": pd.Timestamp("2026-02-10"), "happened_from": pd.NaT,
                  "happened_to": pd.NaT}, blast) == []  # fmt: skip


def test_of_two_that_fit_none_is_withdrawn():
    one = told("d1", "2026-01-10", initiator="UNK")
    other = told("d2", "2026-01-11", initiator="UNK", span_from=3)
    open_days = {"happened_from": pd.NaT, "happened_to": pd.NaT}
    assert meant(open_days, one, other) == []
    assert meant(open_days, one | {"incident": "i"}, other | {"incident": "i"}) == ["d1", "d2"]


def test_a_known_hand_is_cleared_only_by_what_was_found():
    claimed = told("d1", "2026-01-10", initiator="PAK.REB.BLA")
    assert meant({"rule": "retraction+said"}, claimed) == []
    assert meant({"rule": "retraction"}, claimed) == ["d1"]


def test_where_the_dead_are_alive_the_attack_stands_without_them():
    raid = told("d1", "2026-01-10", deaths_best=5, deaths_low=5, deaths_high=5)
    alive = told("r", "2026-01-12", deaths_best=5, deaths_low=5) | RETRACTED
    version = withdrawals(new_events([raid, alive | {"rule": "retraction+alive"}])).iloc[0]
    assert (version["deaths_best"], version["status"], version["withdrawn"]) == (
        0,
        "happened",
        False,
    )
    six = alive | {"rule": "retraction+alive", "deaths_best": 6.0, "deaths_low": 6.0}
    assert withdrawals(new_events([raid, six])).empty


def test_a_hand_named_on_the_day_of_the_withdrawal_or_later_brings_nothing_back():
    event = new_events([told("d1", "2026-01-10")])
    gone = event.assign(known_at=pd.Timestamp("2026-01-12"), withdrawn=True)
    named = pd.concat(
        [event.assign(known_at=pd.Timestamp(f"2026-01-{day}"), initiator="PAK.REB") for day in (11, 12, 14)]
    )  # fmt: skip
    assert without(named, gone)["known_at"].tolist() == [pd.Timestamp("2026-01-11")]


@st.composite
def histories(draw) -> pd.DataFrame:
    rows = []
    for number in range(draw(st.integers(2, 7))):
        known = pd.Timestamp("2026-01-05") + pd.Timedelta(days=draw(st.integers(0, 13)))
        retracts = RETRACTED if draw(st.booleans()) else {"initiator": "UNK.REB"}
        rows.append(
            told(f"d{number}", str(known.date()), incident=f"i{draw(st.integers(0, 2))}",
                 happened_from=pd.Timestamp("2026-01-05"), happened_to=pd.Timestamp("2026-01-05"),
                 source="daily", **retracts)
        )  # fmt: skip
    return new_events(rows)


@examples(15)
@given(histories(), st.integers(7, 13))
def test_what_is_withdrawn_later_never_changes_an_earlier_panel(tmp_path_factory, events, day):
    folder = tmp_path_factory.mktemp("stores")
    through, theatre = pd.Timestamp("2026-01-25"), small_theatre()
    as_of = pd.Timestamp("2026-01-05") + pd.Timedelta(days=day)
    gone = withdrawals(events)
    early = events[events["known_at"] <= as_of]
    panels = []
    for name, table in (
        ("whole", pd.concat([events, gone])),
        ("then", pd.concat([early, withdrawals(early)])),
    ):
        store = EventStore.open(folder / name)
        store.append(table, documents(range(-30, 20)), loaded_through=through)
        panels.append(count(store.as_of(as_of), theatre).table())
    assert panels[0].equals(panels[1])
    assert (gone["known_at"].to_numpy() > events.set_index("event").loc[gone["event"], "known_at"].to_numpy()).all()  # fmt: skip
