"""What a clumsy hand types: each is one message that says the rule, the value and the way out."""

import pytest

from tests.test_cli import typed

CONTENTS = {
    "empty.json": "",
    "foreign.json": '{"a": 1}',
    "foreign.csv": "a,b\n1,2\n",
    "empty.csv": "",
    "broken.nc": "no netCDF",
    "broken.parquet": "no Parquet",
    "bad.jsonl": "no JSON\n",
    "words.csv": "week,series,count\n2024-01-01,a,many\n",
    "undated.csv": "week,series,count\nsoon,a,3\n",
    "british.csv": "week,series,count\n05/02/2024,a,3\n",
    "tuesday.csv": "week,series,count\n2024-01-02,a,3\n",
    "semicolons.csv": "week;series;count\n2024-01-01;a;3\n",
    "latin.csv": "week,series,count\n2024-01-01,Nari\xf1o,3\n".encode("latin-1"),
    "latin.toml": 'name = "nari\xf1o"\n'.encode("latin-1"),
    "columns.csv": "published,words\n2024-01-01,A bomb went off in Cali.\n",
    "gdelt.csv": "country,week,n_events,n_material_conflict\nPK,2024-01-01,9,2\n",
    "slim.csv": "id,conflict_name,country,best,type_of_violence,date\n"
    "7,Pakistan: Government,Pakistan,3,1,2025-03-04\n",
    "long.csv": "week,series,count\n"
    + "".join(f"2024-{m:02}-{d:02},a,{m}\n" for m, d in ((1, 1), (1, 8), (1, 15), (1, 22), (1, 29)))
    + "".join(f"2024-02-{d:02},a,2\n" for d in (5, 12, 19, 26)),
    "short.csv": "week,series,count\n2024-01-01,a,3\n2024-01-08,a,2\n",
}
CASES = [
    ("brief nowhere.nc", "no file nowhere.nc; it should be a saved forecast; `escalation forecast"),
    ("brief broken.nc", "broken.nc is not a saved forecast"),
    ("brief foreign.csv", "foreign.csv is not a saved forecast"),
    ("ledger add nowhere.nc", "no file nowhere.nc"),
    ("ledger show -l nowhere.jsonl", "no ledger in nowhere.jsonl; `escalation ledger add"),
    ("ledger resolve -l nowhere.jsonl", "no ledger in nowhere.jsonl"),
    ("ledger show -l folder", "no ledger in folder"),
    ("ledger show -l bad.jsonl", "line 1: the chain of hashes breaks"),
    ("backtest ewma --counts nowhere.csv", "no file nowhere.csv; it should be a CSV of week"),
    ("backtest ewma --counts empty.csv", "empty.csv is not a CSV of week"),
    ("backtest ewma --counts folder", "folder is not a CSV of week"),
    ("backtest ewma --counts foreign.csv", "lacks week, series, count; it has: a, b"),
    ("backtest ewma --counts words.csv", "count: a number; got 'many'"),
    ("backtest ewma --counts undated.csv", "week: a day such as 2026-02-19; got 'soon'"),
    ("forecast --counts british.csv", "a week is a day such as 2026-02-19; got '05/02/2024'"),
    ("forecast --counts tuesday.csv", "Monday of a week; got 2024-01-02, which is of 2024-01-01"),
    ("forecast --counts semicolons.csv", "part them by commas, not semicolons"),
    ("forecast --counts latin.csv", "latin.csv is not a CSV of week (or month), series"),
    ("forecast --counts latin.csv", "save it as UTF-8"),
    ("count --theatre latin.toml", "latin.toml: a theatre is text in UTF-8; save it as UTF-8"),
    ("backtest ewma --counts short.csv", "possible origins; asked for 52"),
    ("backtest ewma --counts short.csv --origins 1 --folder empty.csv", "empty.csv is a file"),
    ("count --as-of 1990-01-01", "pak-afg is counted from 2007-01-01 on"),
    ("fit -m ewma --as-of 1990-01-01", "ask for a later day"),
    ("audit nowhere.json", "no file nowhere.json; it should be gold"),
    ("audit empty.json", "empty.json is not gold: a list of PLOVER gold standard records"),
    ("audit foreign.json", "foreign.json is not gold"),
    ("audit foreign.csv", "foreign.csv is not gold: UCDP GED events"),
    ("audit bad.jsonl", "bad.jsonl is not gold: labelled sentences"),
    ("review --event E --correct kind=attack", "names its event and its verdict"),
    ("review --event E", "names its event and its verdict"),
    ("review --verdict right", "names its event and its verdict"),
    ("review --event E --verdict right", "no event 'E'"),
    ("review --decisions broken.nc", "other columns than"),
    ("review --decisions empty.csv", "empty.csv is not a table of decisions"),
    ("read foreign.csv --source x --column body", "--column takes name=value; got 'body'"),
    ("read folder --source x", "no report in folder"),
    ("code broken.parquet", "broken.parquet is not a table that `escalation read` wrote"),
    ("recover nowhere.csv --of a", "no file nowhere.csv"),
    ("recover short.csv --of b", "no source 'b' in short.csv; there are: a"),
    ("verify scores nowhere", "no file nowhere; it should be a table of scores"),
    ("verify scores broken.parquet", "broken.parquet is not a table of scores"),
    ("verify scores foreign.csv", "foreign.csv is not a table of scores"),
    ("verify views folder", "no actuals in folder"),
    ("verify views submit --history broken.parquet --window 2021 --out o", "broken.parquet is not"),
    ("run pak-afg --model nobody --out o", "no model 'nobody'; there are: "),
    ("run pak-afg --as-of 19.2.2026 --out o", "a day looks like 2026-02-19; got '19.2.2026'"),
    ("count --as-of 02.03.2026", "a day looks like 2026-02-19; got '02.03.2026'"),
    ("count --as-of 2030-01-01", "is not known yet; ask for a day up to"),
    ("fit -m lokal-level", "no model 'lokal-level'; did you mean local-level?"),
    ("trace cross-border", "no series 'cross-border' in pak-afg; did you mean cross-border-force?"),
    ("forecast -m ewma --counts nowhere.csv", "no file nowhere.csv; it should be a CSV of week"),
    ("forecast -m ewma --counts empty.csv", "empty.csv is not a CSV of week"),
    ("forecast -m ewma --counts short.csv", "series 'a' has 2 observed periods"),
    ("forecast -m ewma --counts short.csv --as-of 2030-01-01", "stand on an earlier day"),
    ("forecast -m ewma --counts short.csv --as-of 1990-01-01", "had ended by 1990-01-01"),
    ("forecast -m ewma --counts short.csv --links 2", "--counts has none"),
    ("fit -m ewma --counts foreign.csv", "lacks week, series, count; it has: a, b"),
    ("forecast -m ewma --counts long.csv --out empty.csv/f.nc", "can be read and written"),
    ("brief folder", "forecast.nc; it should be a saved forecast"),
    ("import gdelt nowhere.csv", "no file nowhere.csv; it should be a table of GDELT's counts"),
    ("import gdelt empty.csv", "empty.csv is not a table of GDELT's counts"),
    ("import gdelt foreign.csv", "foreign.csv has no column country, week, n_events"),
    ("import gdelt gdelt.csv --country PL", "no country PL; there are: PK"),
    ("import ucdp nowhere.csv", "no file nowhere.csv; it should be a UCDP event file"),
    ("import ucdp empty.csv", "empty.csv is not a UCDP event file"),
    ("import ucdp foreign.csv", "foreign.csv is no UCDP event file; it lacks"),
    ("import ucdp slim.csv --store s", "say it with --known-at"),
    ("import ucdp slim.csv --store s --known-at 2025-01-01", "after its release on 2025-01-01"),
    ("run pak-afg --as-of 2030-01-01 --out o", "say so with --loaded-through 2030-01-01"),
    ("run pak-afg --loaded-through 2025-01-01 --out o", "name a later one"),
    ("run pak-afg --as-of soon --out o", "a day looks like 2026-02-19; got 'soon'"),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    home = tmp_path_factory.mktemp("desk")
    (home / "folder").mkdir()
    for name, text in CONTENTS.items():
        (home / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return home


@pytest.mark.parametrize(("words", "message"), CASES, ids=[words for words, _ in CASES])
def test_a_wrong_input_is_one_message_and_no_traceback(words, message, desk, monkeypatch) -> None:
    monkeypatch.chdir(desk)
    status, printed, told = typed(*words.split())
    assert status == 1, printed
    assert message in told
    assert "Traceback" not in told + printed


def test_a_result_is_written_to_a_folder_that_is_not_there_yet(desk, monkeypatch) -> None:
    monkeypatch.chdir(desk)
    words = ["--as-of", "2026-02-19", "--json", "--out", "new/deep/file.nc"]
    assert typed("forecast", "--model", "last-year", *words)[0] == 0
    assert (desk / "new/deep/file.nc").exists()


def test_a_table_of_reports_with_other_columns_says_how_to_name_them(desk, monkeypatch) -> None:
    monkeypatch.chdir(desk)
    status, printed, told = typed(*["read", "columns.csv", "--source", "x", "--json"])
    assert status == 3
    assert "`read --column body=NAME` names another" in printed + told
