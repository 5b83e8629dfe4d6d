"""UCDP's files as events, and as counts by week."""

from pathlib import Path

import pandas as pd
import pytest

from escalation.panel import Panel
from escalation.schema import ContractError
from escalation.sources.ucdp import read_events
from escalation.sources.ucdp_counts import counts_of_releases, named_in_part, weekly_counts
from escalation.theatre import Actor, Theatre

HEADER = (
    "id,type_of_violence,side_a,side_b,where_prec,where_coordinates,adm_1,adm_2,latitude,"
    "longitude,country,date_prec,date_start,date_end,best,high,low,event_clarity"
)
TAGS = ",,#group+name,,,,,,,,,,,,,,,"
CLASH = (
    "11,1,Government of Pakistan,TTP,1,Wana town,Khyber Pakhtunkhwa,South Waziristan,32.3,69.57,"
    "Pakistan,1,2026-01-05 00:00:00.000,2026-01-05 00:00:00.000,4,6,3,1"
)
BOMBING = "12,3,IS,Civilians,4,,Kabul,,,,Afghanistan,2,2026-01-10,2026-01-13,7,7,7,1"
STATE = "13,3,Government of Pakistan,Civilians,6,,,,,,Pakistan,1,2026-01-14,2026-01-14,2,1,2,1"
FEUD = "14,2,XXX770,XXX770,2,,,,,,Pakistan,1,2026-01-26,2026-01-26,0,3,0,2"
LATER = CLASH.replace("11,1", "15,1").replace("2026-01-05", "2026-03-05")
ODD = CLASH.replace("11,1", "16,1").replace(",Pakistan,1", ",Ruritania,1")


def write(path: Path, *rows: str) -> Path:
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def test_events_by_type_of_violence_and_sides(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", TAGS, CLASH, BOMBING, STATE, FEUD)
    events = read_events(file, source="ucdp-candidate", known_at="2026-02-20").events
    assert events["event"].tolist() == ["ucdp-11", "ucdp-12", "ucdp-13", "ucdp-14"]
    assert events["kind"].tolist() == ["force.clash", "attack", "force", "attack"]
    assert events["initiator"].tolist() == ["PAK.GOV", "AFG.REB", "PAK.GOV", "UNK"]
    assert events["target"].tolist() == ["PAK.REB", "AFG.CVL", "PAK.CVL", "UNK"]
    assert events["country"].tolist() == ["PK", "AF", "PK", "PK"]
    assert events["precision"].tolist() == ["exact", "province", "country", "district"]
    assert (events["known_at"] == pd.Timestamp("2026-02-20")).all()
    clash, bombing, state, _ = events.to_dict("records")
    assert (clash["deaths_low"], clash["deaths_best"], clash["deaths_high"]) == (3, 4, 6)
    assert (state["deaths_low"], state["deaths_best"], state["deaths_high"]) == (2, 2, 2)
    assert (bombing["happened_from"].day, bombing["happened_to"].day) == (10, 13)


def test_a_group_is_the_theatres_actor_where_it_has_one(tmp_path: Path, theatre: Theatre) -> None:
    taliban = Actor(code="PAK.REB.TTP", name="Tehrik-i-Taliban Pakistan", aliases=("TTP",))
    others = tuple(actor for actor in theatre.actors if actor.code != taliban.code)
    known = theatre.model_copy(update={"actors": (taliban, *others)})
    file = write(tmp_path / "a.csv", CLASH)
    events = read_events(file, source="ucdp-candidate", known_at="2026-02-20", theatre=known).events
    assert events["target"].tolist() == ["PAK.REB.TTP"]


def test_rows_that_are_no_events_are_set_aside(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", TAGS, ODD, CLASH, LATER)
    imported = read_events(file, source="ucdp-candidate", known_at="2026-02-20")
    assert imported.summary == "1 events read, 2 set aside"
    assert imported.rejected["line"].tolist() == [3, 5]
    assert "Ruritania" in imported.rejected["rule"].iloc[0]
    assert "after its release" in imported.rejected["rule"].iloc[1]


def test_the_slim_layout_has_its_sides_in_the_name_of_the_conflict(tmp_path: Path) -> None:
    file = tmp_path / "slim.csv"
    file.write_text(
        "id,conflict_new_id,conflict_name,country,best,type_of_violence,date\n"
        "1,404,Pakistan: Government,Afghanistan,2,1,2025-01-18\n"
        "2,9,Afghanistan - Pakistan,Afghanistan,5,1,2025-10-12\n"
        "3,9,IS - Civilians,Pakistan,5,3,2025-10-13\n",
        encoding="utf-8",
    )
    events = read_events(file, source="ucdp-candidate", known_at="2026-02-20").events
    assert events["initiator"].tolist() == ["PAK.GOV", "AFG.GOV", "PAK.REB"]
    assert events["target"].tolist() == ["UNK", "PAK.GOV", "PAK.CVL"]
    assert events["deaths_low"].isna().all()
    assert weekly_counts(file)["count"].sum() == 3


def test_another_file_is_refused_with_what_it_lacks(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("id,country\n1,Pakistan\n", encoding="utf-8")
    with pytest.raises(ContractError, match="lacks type_of_violence"):
        read_events(file, source="ucdp-ged", known_at="2026-02-20")


def test_weeks_without_events_are_zeros_between_the_first_and_the_last(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", TAGS, CLASH, STATE, FEUD)
    table = weekly_counts(file)
    assert table["week"].astype(str).tolist() == [
        "2026-01-05",
        "2026-01-12",
        "2026-01-19",
        "2026-01-26",
    ]
    assert table["count"].tolist() == [1, 1, 0, 1]
    assert weekly_counts(file, value="deaths")["count"].tolist() == [4, 2, 0, 0]
    kinds = weekly_counts(file, by="type", last="2026-02-02")
    assert kinds.groupby("series")["count"].sum().to_dict() == {
        "non-state": 1,
        "one-sided": 1,
        "state-based": 1,
    }
    panel = Panel.of_table(table, as_of="2026-02-01")
    assert panel["counts"].sum() == 3


def test_of_a_month_in_several_releases_the_last_counts(tmp_path: Path) -> None:
    january = write(tmp_path / "1.csv", CLASH, STATE, FEUD)
    again = write(tmp_path / "2.csv", CLASH, BOMBING)  # two of the three were taken out
    march = write(tmp_path / "3.csv", LATER)
    table = counts_of_releases([january, again, march])
    counts = table.groupby("series")["count"].sum().to_dict()
    assert counts == {"afghanistan": 1, "pakistan": 2}
    by_week = table.set_index("week")["observed"].groupby("week").all()
    observed = [str(week.date()) for week, seen in by_week.items() if seen]
    assert observed[0] == "2026-01-05" and observed[-1] == "2026-03-23"
    assert "2026-01-26" not in observed and "2026-02-16" not in observed  # no file has February
    assert named_in_part([january, again]) == ["afghanistan"]
    assert set(counts_of_releases([again], countries=["Pakistan"])["series"]) == {"pakistan"}
    with pytest.raises(ContractError, match="no event in 'pakistn'"):
        counts_of_releases([again], countries=["Pakistn"])


def test_one_release_covers_its_months_or_the_days_that_are_said(tmp_path: Path) -> None:
    file = write(tmp_path / "1.csv", CLASH, FEUD)
    table = counts_of_releases([file])
    assert table["observed"].tolist() == [False, True, True, True, False]
    longer = counts_of_releases([file], first="2025-12-29", last="2026-02-08")
    assert longer["observed"].tolist() == [True] * 6
    assert longer["count"].tolist() == [0, 1, 0, 0, 1, 0]


@pytest.mark.slow
def test_the_file_on_pakistan_is_read_whole(shared_data: Path) -> None:
    file = shared_data / "ucdp" / "ged221-pakistan.csv"
    imported = read_events(file, source="ucdp-ged", known_at="2022-06-01")
    assert len(imported.events) == 6416
    assert imported.rejected.empty
    in_2019 = imported.events["happened_from"].dt.year == 2019
    assert imported.events.loc[in_2019, "deaths_best"].sum() == 293
    assert weekly_counts(file)["count"].sum() == 6416
