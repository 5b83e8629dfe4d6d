"""One text in five papers is one document; two happenings told alike are two."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from escalation.schema import DOCUMENTS, REPORTS, checked
from escalation.text.merge import COLUMNS, documents_table, merge
from tests.examples import examples

AGENCY = (
    "Gunmen on motorcycles opened fire on a police van in the Saddar area of Peshawar early on "
    "Tuesday, killing three officers and wounding two, police said. No group claimed the attack. "
    "The provincial chief minister condemned it and asked for a report within a day."
)


def reports(*rows: tuple) -> pd.DataFrame:
    """Reports from (id, day, outlet, body), or with the day of fetching behind."""
    table = pd.DataFrame(
        {
            "id": [row[0] for row in rows],
            "source": "wire",
            "published": pd.to_datetime([row[1] for row in rows]),
            "fetched": pd.to_datetime([row[4] if len(row) > 4 else row[1] for row in rows]),
            "title": None,
            "body": [row[3] for row in rows],
            "language": "en",
            "url": None,
            "outlets": [row[2] for row in rows],
        }
    )
    return checked(table, REPORTS)


def test_one_text_in_five_papers_is_one_document() -> None:
    merged = merge(
        reports(
            ("r2", "2026-01-06", "Nation", "PESHAWAR (Reuters) - " + AGENCY),
            ("r1", "2026-01-06", "Dawn", AGENCY),
            ("r3", "2026-01-07", "Tribune", AGENCY.replace("opened fire on", "fired at")),
            ("r4", "2026-01-07", "Times", AGENCY.removesuffix(AGENCY[-79:])),
            ("r5", "2026-01-08", "Dawn", AGENCY.replace("three", "3") + " (AFP)"),
        )
    )
    assert list(merged.columns) == list(COLUMNS)
    document = merged.iloc[0]
    assert len(merged) == 1
    assert document["text"] == AGENCY
    assert document["published"] == document["known_at"] == pd.Timestamp("2026-01-06")
    assert document["outlets"] == "Dawn; Nation; Tribune; Times"
    assert document["reports"] == "r1; r2; r3; r4; r5"


def test_another_toll_or_town_is_another_document() -> None:
    merged = merge(
        reports(
            ("r1", "2026-01-06", "Dawn", AGENCY),
            ("r2", "2026-01-06", "Dawn", AGENCY.replace("three", "seven")),
            ("r3", "2026-01-06", "Dawn", AGENCY.replace("Peshawar", "Bannu")),
            ("r4", "2026-01-06", "Dawn", "Talks between the two governments began in Doha."),
        )
    )
    assert len(merged) == 4


def test_the_same_words_long_after_are_another_document() -> None:
    merged = merge(
        reports(
            ("r1", "2026-01-06", "Dawn", AGENCY),
            ("r2", "2026-01-09", "Nation", AGENCY),
            ("r3", "2026-01-20", "Dawn", AGENCY),
            ("r4", "2026-01-21", "Nation", AGENCY),
        )
    )
    assert merged["reports"].tolist() == ["r1; r2", "r3; r4"]
    assert merged["document"].is_unique


def test_the_name_of_a_document_is_of_its_text_alone() -> None:
    one = merge(reports(("r1", "2026-01-06", "Dawn", AGENCY)))
    other = merge(reports(("r9", "2026-02-01", "Nation", AGENCY)))
    assert one["document"].tolist() == other["document"].tolist()


def test_what_was_known_first_is_the_document() -> None:
    merged = merge(
        reports(
            ("r1", "2026-01-05", "Dawn", AGENCY, "2026-02-01"),
            ("r2", "2026-01-06", "Nation", AGENCY + " ", "2026-01-06"),
        )
    )
    assert merged["known_at"].tolist() == [pd.Timestamp("2026-01-06")]
    assert merged["published"].tolist() == [pd.Timestamp("2026-01-06")]
    assert merged["outlets"].tolist() == ["Nation; Dawn"]


def test_a_crowd_of_texts_in_one_mould_is_not_compared_with_itself() -> None:
    mould = "Officials said that convoy number {} reached the town of Wana before the evening fell."
    rows = [(f"r{n}", "2026-01-06", "Dawn", mould.format(1000 + n)) for n in range(2_000)]
    again = [(f"s{n}", "2026-01-07", "Nation", mould.format(1000 + n)) for n in range(2_000)]
    merged = merge(reports(*rows, *again))
    assert len(merged) == 2_000
    assert (merged["outlets"] == "Dawn; Nation").all()


def test_no_reports_make_no_documents() -> None:
    merged = merge(reports(("r1", "2026-01-06", "Dawn", AGENCY)).head(0))
    assert list(merged.columns) == list(COLUMNS)
    assert documents_table(merged).empty


WORDS = st.lists(
    st.sampled_from(["the", "army", "killed", "Quetta", "Wana", "two", "7", "of"]), min_size=1
)
ROWS = st.lists(st.tuples(st.integers(0, 12), WORDS), min_size=1, max_size=12)


@examples(12)
@given(ROWS, st.integers(0, 12))
def test_later_reports_change_nothing_that_was_known(rows: list, origin: int) -> None:
    table = reports(
        *(
            (f"r{n}", pd.Timestamp("2026-01-01") + pd.Timedelta(days=day), "Dawn", " ".join(words))
            for n, (day, words) in enumerate(rows)
        )
    )
    cut = pd.Timestamp("2026-01-01") + pd.Timedelta(days=origin)
    whole, before = merge(table), merge(table[table["fetched"] <= cut])
    lasting = ["document", "source", "published", "known_at", "text"]
    known = whole[whole["known_at"] <= cut]
    pd.testing.assert_frame_equal(known[lasting].reset_index(drop=True), before[lasting])
    told = [name for ids in whole["reports"] for name in ids.split("; ")]
    assert sorted(told) == sorted(table["id"])
    assert list(documents_table(whole).columns) == list(DOCUMENTS.columns)


def test_a_document_tells_headline_and_body_once() -> None:
    read = reports(
        ("a", "2026-01-06", "Dawn", "Two men were shot dead in Bannu."),
        ("b", "2026-01-06", "Dawn", "Ministers met in Doha. They will meet again."),
        ("c", "2026-01-06", "Dawn", "A bomb went off in Quetta."),
    ).assign(title=["Gunmen kill two", "Ministers met in Doha", None])
    assert merge(read)["text"].tolist() == [
        "Gunmen kill two\n\nTwo men were shot dead in Bannu.",
        "Ministers met in Doha. They will meet again.",
        "A bomb went off in Quetta.",
    ]


def test_one_text_under_two_headlines_is_one_document() -> None:
    read = reports(("a", "2026-01-06", "Dawn", AGENCY), ("b", "2026-01-06", "Nation", AGENCY))
    headed = read.assign(title=["Three police die in ambush", "Van attacked in Peshawar"])
    assert len(merge(headed)) == 1
