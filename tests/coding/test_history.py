"""Where a report turns to what went before, its attacks without a day are no news."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2024-05-03")

REPORT = (
    "A bomb went off near a school in Quetta on Thursday, killing three children. The BLA, the"
    " largest of the groups there, has carried out several deadly attacks on Chinese citizens."
    " It stormed the port of Gwadar and killed two soldiers. Its fighters also bombed a bus of"
    " teachers in Karachi."
)


@pytest.fixture(scope="module")
def violence(reader):
    def tell(text: str) -> list[dict]:
        return [e for e in read(reader, text, day=DAY) if is_violent(e)]

    return tell


def counted(events):
    return [e["kind"] for e in events if e["status"] == "happened"]


def test_what_a_group_has_done_is_remembered_and_not_laid_to_the_news(violence):
    first, *rest = violence(REPORT)
    assert (first["kind"], first["status"], first["initiator"]) == (
        "attack.bombing",
        "happened",
        "UNK",
    )
    assert len(rest) == 3
    assert {e["status"] for e in rest} == {"recalled"}


def test_the_news_is_taken_up_again_by_a_day_or_by_who_says_so(violence):
    text = REPORT + " Gunmen shot dead two guards in Kalat on Friday."
    assert counted(violence(text)) == ["attack.bombing", "attack.shooting"]
    text = REPORT + " In a separate attack in Kalat, gunmen shot dead two guards, police said."
    assert counted(violence(text)) == ["attack.bombing", "attack.shooting"]


def test_a_short_report_has_no_history(violence):
    text = (
        "Attacks have risen in recent years. Gunmen stormed a bank in Gwadar and killed two guards."
    )
    assert counted(violence(text)) == ["attack.raid"]


def test_what_a_plot_was_for_has_not_happened(violence):
    plot = violence("Police foil a plot to blow up a railway bridge near Jacobabad.")
    assert [(e["kind"], e["status"]) for e in plot] == [("attack.bombing", "failed")]
    killed = violence("Soldiers kill four militants planning to bomb a mosque in Bannu.")
    assert counted(killed) == ["force.operation"]
