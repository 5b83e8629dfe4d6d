"""GDELT's counts by country and week."""

from pathlib import Path

import pytest

from escalation.panel import Panel
from escalation.schema import ContractError
from escalation.sources.gdelt import weekly_counts


def write(path: Path, rows: str) -> Path:
    path.write_text("country,week,n_events,n_material_conflict\n" + rows, encoding="utf-8")
    return path


ROWS = "".join(
    f"{country},{week},{events},{conflict}\n"
    for country, week, events, conflict in [
        ("PK", "1920-01-05", 900, 90),
        ("PK", "2026-01-05", 1000, 100),
        ("PK", "2026-01-12", 30, 3),
        ("PK", "2026-01-26", 1200, 150),
        ("AF", "2026-01-05", 500, 80),
    ]
)


def test_weeks_collected_in_part_or_not_at_all_are_unobserved(tmp_path: Path) -> None:
    table = weekly_counts(write(tmp_path / "a.csv", ROWS), countries={"PK": "pakistan"})
    assert table["count"].tolist() == [100, 3, 150]
    assert table["observed"].tolist() == [True, False, True]
    panel = Panel.of_table(table, as_of="2026-02-01")
    assert panel["observed"].values[:, 0].tolist() == [True, False, False, True]


def test_the_last_week_is_unobserved_where_it_was_collected_while_it_ran(tmp_path: Path) -> None:
    weeks = [f"2026-02-{day:02d}" for day in (2, 9, 16, 23)] + ["2026-03-02", "2026-03-09"]
    rows = [f"{c},{week},1000,100\n" for week in weeks[:-1] for c in ("PK", "AF")]
    rows += [f"PK,{weeks[-1]},990,90\n", f"AF,{weeks[-1]},{{}},50\n"]
    found = {}
    for events in (150, 400):  # one country may well be quiet; two that are make a short week
        file = write(tmp_path / f"{events}.csv", "".join(rows).format(events))
        table = weekly_counts(file, countries={"PK": "pakistan"})
        found[events] = table["observed"].tolist()
    assert found[150] == [True] * 5 + [False]
    assert found[400] == [True] * 6
    file = tmp_path / "400.csv"
    told = weekly_counts(file, countries={"PK": "pakistan"}, last="2026-03-14")
    assert told["observed"].tolist() == [True] * 5 + [False]
    told = weekly_counts(file, countries={"PK": "pakistan"}, last="2026-03-15")
    assert told["observed"].all()


def test_slips_are_answered_in_kind(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", ROWS)
    with pytest.raises(ContractError, match="there are: AF, PK"):
        weekly_counts(file, countries={"Pakistan": "pakistan"})
    with pytest.raises(ContractError, match="n_events, n_material_conflict"):
        weekly_counts(file, countries={"PK": "pakistan"}, value="n_verbal")
    with pytest.raises(ContractError, match="named by its Monday"):
        weekly_counts(
            write(tmp_path / "b.csv", ROWS.replace("01-12", "01-13")), countries={"PK": "pakistan"}
        )


def test_the_shared_panels_are_read(shared_data: Path) -> None:
    table = weekly_counts(
        shared_data / "gdelt" / "gdelt_country_week_panel_2023_2026_19countries.csv",
        countries={"PK": "pakistan", "AF": "afghanistan"},
    )
    assert set(table["series"]) == {"pakistan", "afghanistan"}
    assert 0.95 < table["observed"].mean() < 1
