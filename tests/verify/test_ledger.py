"""The ledger: what was said stays said, and a machine says how it came out."""

import json

import numpy as np
import pandas as pd
import pytest

from escalation.forecast import Forecast
from escalation.panel import count
from escalation.schema import ContractError
from escalation.store import EventStore
from escalation.verify import chain, ledger
from tests.test_cli import typed
from tests.verify.simulated import small_store, small_theatre

AS_OF = "2024-06-02"


def forecast(samples=None, series=("attacks-pk", "attacks-af"), as_of=AS_OF, model="m"):
    """Half of the samples say 1 attack a week in Pakistan; none says any in Afghanistan."""
    if samples is None:
        samples = np.zeros((10, 6, len(series)))
        samples[:5, :, 0] = 1
    return Forecast.of_samples(
        samples, series=series, model=model, theatre="small", as_of=as_of, vintage="v", seed=1
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return small_store(tmp_path_factory.mktemp("store"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.jsonl"


def test_chances_are_issued_with_their_rule(path):
    ids = ledger.add(path, forecast(), on="2024-06-03", within=4)
    table = ledger.show(path)
    assert table["id"].tolist() == ids and set(table["state"]) == {"open"}
    assert table["chance"].tolist() == [0.5, 0.0]
    assert table["question"].iloc[0] == (
        "at least 1 of attacks-pk (small) from 2024-06-03 to 2024-06-30, by the store as known "
        "on 2024-08-25"
    )


def test_forecasts_resolve_by_the_store_as_known_then(path, store):
    ledger.add(path, forecast(), on=AS_OF, lag_weeks=8)
    assert ledger.resolve(path, store, small_theatre(), on="2024-08-24") == []
    done = ledger.resolve(path, store, small_theatre(), on="2024-08-25")
    table = ledger.show(path).set_index("series")
    assert len(done) == 2 and set(table["state"]) == {"resolved"}
    then = count(store.as_of("2024-08-25"), small_theatre())["counts"].sel(
        week=slice("2024-06-03", "2024-06-24")
    )
    for series in table.index:
        assert table.loc[series, "outcome"] == float(then.sel(series=series).sum() >= 1)
    assert ledger.record(path).brier == pytest.approx(
        ((table["chance"] - table["outcome"]) ** 2).mean()
    )
    assert ledger.resolve(path, store, small_theatre(), on="2024-12-01") == []


def test_a_store_that_is_not_loaded_that_far_leaves_it_open(path, store):
    ledger.add(path, forecast(), on=AS_OF)
    view = store.as_of("2024-08-01")
    assert ledger.resolve(path, view, small_theatre(), on="2025-01-01") == []


def test_weeks_that_were_not_observed_make_it_void_unless_enough_was_seen(path, store):
    told = small_theatre().model_dump(mode="json")
    dark = [{"source": "wire", "first": "2024-06-10", "last": "2024-06-23", "reason": "gap"}]
    theatre = small_theatre().model_validate(told | {"outages": dark})
    ledger.add(path, forecast(), on=AS_OF)
    ledger.add(path, forecast(), on=AS_OF, at_least=50)
    ledger.resolve(path, store, theatre, on="2024-12-01")
    table = ledger.show(path)
    assert table.loc[0, ["state", "outcome"]].tolist() == ["resolved", 1.0]
    assert table.loc[2, "state"] == "void"
    assert table.loc[2, "reason"] == "2 of 4 weeks were not observed"
    record = ledger.record(path)
    assert (record.issued, record.void) == (4, (table["state"] == "void").sum())
    assert record.void_rate == record.void / 4


def test_a_late_edit_is_found_and_named(path):
    ledger.add(path, forecast(), on=AS_OF)
    ledger.add(path, forecast(model="other"), on=AS_OF)
    lines = path.read_text().splitlines()
    edited = json.loads(lines[1]) | {"chance": 0.9}
    for changed, named in (
        ([lines[0], json.dumps(edited, sort_keys=True), *lines[2:]], 2),
        ([lines[0], *lines[2:]], 2),
        ([lines[0], lines[2], lines[1], lines[3]], 2),
        ([lines[0], lines[0], *lines[1:]], 2),
        (["not json", *lines[1:]], 1),
    ):
        path.write_text("".join(line + "\n" for line in changed))
        with pytest.raises(ContractError, match=f"line {named}: the chain of hashes breaks"):
            ledger.show(path)


def test_an_edit_with_a_new_hash_breaks_the_next_line(path):
    ledger.add(path, forecast(), on=AS_OF)
    lines = path.read_text().splitlines()
    entry = json.loads(lines[0]) | {"chance": 0.9}
    entry["hash"] = chain.hash_of(entry)
    path.write_text(json.dumps(entry, sort_keys=True) + "\n" + lines[1] + "\n")
    with pytest.raises(ContractError, match="line 2"):
        ledger.entries(path)


def test_a_cut_end_is_found_by_whoever_kept_the_head(path):
    ledger.add(path, forecast(), on=AS_OF)
    head = ledger.record(path).head
    assert len(ledger.entries(path, head=head)) == 2
    path.write_text(path.read_text().splitlines()[0] + "\n")
    assert len(ledger.entries(path)) == 1
    with pytest.raises(ContractError, match="its end was cut"):
        ledger.entries(path, head=head)


def test_half_a_line_is_the_debris_of_a_killed_append(path):
    ledger.add(path, forecast(), on=AS_OF)
    with path.open("a") as handle:
        handle.write('{"entry": "iss')
    assert len(ledger.show(path)) == 2
    ledger.add(path, forecast(model="other"), on=AS_OF)
    assert len(ledger.show(path)) == 4


def test_hindsight_is_refused(path):
    with pytest.raises(ContractError, match="before what it is about is known"):
        ledger.add(path, forecast(), on="2024-06-10")
    with pytest.raises(ContractError, match="issued from that day"):
        ledger.add(path, forecast(), on="2024-06-01")
    ledger.add(path, forecast(), on=AS_OF)
    with pytest.raises(ContractError, match="issued before"):
        ledger.add(path, forecast(), on=AS_OF)
    assert len(ledger.show(path)) == 2


def test_void_by_hand_needs_a_reason(path):
    first, second = ledger.add(path, forecast(), on=AS_OF)
    with pytest.raises(ContractError, match="for a reason"):
        ledger.void(path, first, reason=" ", on="2024-07-01")
    ledger.void(path, first, reason="the series was defined anew", on="2024-07-01")
    with pytest.raises(ContractError, match=f"no open forecast '{first}'; there are: {second}"):
        ledger.void(path, first, reason="again", on="2024-07-01")
    assert ledger.show(path).loc[0, "reason"] == "the series was defined anew"


def test_running_score_and_reliability(path, store):
    for week, as_of in enumerate(pd.date_range("2024-03-03", periods=3, freq="7D")):
        samples = np.random.default_rng(week).poisson(0.3, (50, 4, 2))
        ledger.add(path, forecast(samples, as_of=as_of), on=as_of, lag_weeks=1)
        ledger.resolve(path, store, small_theatre(), on=as_of)
    ledger.resolve(path, store, small_theatre(), on="2024-12-01")
    running = ledger.running(path)
    table = ledger.show(path)
    assert running["n"].iloc[-1] == 6
    assert running["brier"].iloc[-1] == pytest.approx(table["brier"].mean())
    diagram = ledger.reliability_of(path, seed=1)
    assert diagram["n"].sum() == 6


def test_an_empty_ledger_is_empty(path):
    with pytest.raises(ContractError, match=r"no ledger in .*ledger add"):
        ledger.show(path)
    path.touch()
    assert ledger.show(path).empty
    assert ledger.record(path).head == ledger.GENESIS
    with pytest.raises(ContractError, match="nothing in the ledger is resolved"):
        ledger.reliability_of(path, seed=1)
    assert ledger.resolve(path, EventStore.open(path.parent), small_theatre(), on=AS_OF) == []


def test_the_command_line_tells_the_record_in_words_and_what_stays_open(path):
    made = forecast(series=("rhetoric", "coercion"), as_of="2026-02-19")
    ledger.add(path, made, on="2026-02-19")
    status, _, told = typed("ledger", "resolve", "-l", path, "--on", "2026-06-30")
    assert status == 0
    assert "2 open: each waits for the day that `ledger show` names" in told
    assert "(this one is through 2026-" in told
    status, printed, told = typed("ledger", "show", "-l", path, "--json")
    assert "as known on 2026-05-10" in printed
    assert "2 issued: 2 open, 0 resolved, 0 void; the last entry's hash is" in told
