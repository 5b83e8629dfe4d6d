"""How past forecasts did, by hand."""

import numpy as np
import pandas as pd
import pytest

from escalation.brief.past import past_of
from escalation.brief.record import record
from escalation.brief.record_facts import record_facts
from escalation.brief.spans import Spans
from escalation.schema import ContractError
from tests.brief.world import make_forecast, make_panel, make_scores, make_theatre

WEEKLY = Spans.of("weekly", 12)
AS_OF = pd.Timestamp("2026-02-19")


def test_a_ratio_by_hand():
    scores = make_scores({"last-year": [2.0, 2.0, 2.0, 2.0], "local-level": [1.0, 1.0, 1.0, 3.0]})
    past = record(scores, WEEKLY, as_of=AS_OF, seed=1)
    skill = past.find("local-level", "clashes", 4, "lagged-8w")
    assert (skill.ratio, skill.held50, skill.held90) == (0.75, 0.5, 1.0)
    assert (skill.came, skill.origins) == (2, 4)
    assert past.find("last-year", "clashes", 4, "lagged-8w").ratio == 1


def test_both_are_held_to_the_same_targets():
    scores = make_scores({"last-year": [2.0, 2.0, 9.0], "local-level": [1.0, 1.0, 9.0]})
    third = scores["origin"].max()
    failed = (scores["origin"] == third) & (scores["model"] == "local-level")
    told = scores[~failed]
    note = scores[failed].head(1).assign(metric="failed", value=1.0)
    past = record(pd.concat([told, note]), WEEKLY, as_of=AS_OF, seed=1)
    skill = past.find("local-level", "clashes", 4, "lagged-8w")
    assert (skill.ratio, skill.origins, past.failed) == (0.5, 2, 1)


def test_an_interval_holds_the_ratio_and_is_the_same_each_time():
    rng = np.random.default_rng(2)
    base = rng.gamma(2, 1, 40)
    scores = make_scores(
        {"last-year": list(base), "local-level": list(base * rng.uniform(0.5, 1.2, 40))}
    )
    one, two = (record(scores, WEEKLY, as_of=AS_OF, seed=1) for _ in range(2))
    skill = one.find("local-level", "clashes", 4, "lagged-8w")
    assert skill.low < skill.ratio < skill.high
    assert (skill.low, skill.high) == (two.skills[-1].low, two.skills[-1].high)


def test_a_record_holds_no_hindsight():
    scores = make_scores({"last-year": [1.0] * 10, "local-level": [1.0] * 10})
    # the first origin's four weeks end on 2025-02-02; the second's a week later
    past = record(scores, WEEKLY, as_of=pd.Timestamp("2025-02-02"), seed=1)
    assert past.find("local-level", "clashes", 4, "lagged-8w").origins == 1
    assert record(scores, WEEKLY, as_of=pd.Timestamp("2025-02-01"), seed=1) is None


def test_a_record_without_the_baseline_is_refused():
    scores = make_scores({"local-level": [1.0, 2.0]})
    with pytest.raises(ContractError, match=r"held against 'last-year'.*scored are: local-level"):
        record(scores, WEEKLY, as_of=AS_OF, seed=1)


def test_two_truths_stand_side_by_side():
    lands = make_theatre()
    forecast = make_forecast(make_panel(lands))
    values = {"last-year": [2.0] * 9, "local-level": [1.0] * 9}
    worse = {"last-year": [2.0] * 9, "local-level": [3.0] * 9}
    scores = pd.concat([make_scores(values, truth="first"), make_scores(worse, truth="latest")])
    past = record(scores, WEEKLY, as_of=AS_OF, seed=1)
    told = record_facts(past, forecast, lands, lands["clashes"], WEEKLY)
    assert [row["cells"][1]["ratio"] for row in told["by_series"]] == ["1.50"]
    rows = {(row["title"], row["truth"]): row["cells"][1] for row in told["by_model"]}
    assert told["by_series"][0]["came"] == "5 of 9"
    assert rows["local-level", "first"]["ratio"] == "0.50"
    assert rows["local-level", "first"]["better"]
    assert rows["local-level", "latest"]["worse"]
    assert rows["last-year", "first"]["ratio"] == "1.00"


def test_past_chances_are_shown_only_where_enough_have_come():
    lands = make_theatre()
    panel = make_panel(lands)
    forecast = make_forecast(panel)
    scores = make_scores({"last-year": [1.0] * 10, "local-level": [1.0] * 10})
    picture = past_of(scores, forecast, lands["clashes"])
    assert "it came after 5, whose mean chance was 70%" in picture.caption["alt"]
    assert "it did not after 5, whose mean chance was 20%" in picture.caption["alt"]
    few = scores[scores["origin"].isin(scores["origin"].unique()[:7])]
    assert past_of(few, forecast, lands["clashes"]) is None
    for alarm, shown in ((lands["clashes"].alarm, True), (lands["clashes"].alarm + 1, False)):
        told = scores.copy()
        told.attrs["settings"] = {"alarms": {"clashes": alarm}}
        assert (past_of(told, forecast, lands["clashes"]) is not None) is shown
    late = scores.assign(week=scores["week"] + pd.Timedelta(weeks=52))
    assert past_of(late, forecast, lands["clashes"]) is None


def test_of_many_models_each_has_one_row_and_the_forecast_s_own_every_truth():
    lands = make_theatre()
    panel = make_panel(lands)
    names = ["last-year", "local-level", *(f"model-{at}" for at in range(8))]
    scores = make_scores({name: [1.0, 2.0, 3.0] for name in names})
    scores = pd.concat(scores.assign(truth=t) for t in ("first", "lagged-8w", "latest"))
    past = record(scores, WEEKLY, as_of=AS_OF, seed=1)
    said = record_facts(past, make_forecast(panel), lands, lands["clashes"], WEEKLY)
    shown = [(row["title"], row["truth"]) for row in said["by_model"]]
    own = [("local-level", truth) for truth in ("lagged-8w", "first", "latest")]
    assert shown == [("last-year", "lagged-8w"), *own, *((n, "lagged-8w") for n in names[2:])]
    assert said["truths"] == ["first", "lagged-8w", "latest"]
