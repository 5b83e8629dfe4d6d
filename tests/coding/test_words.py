"""Acts of word and deed: who speaks to whom, what went before, and what is no act at all."""

import pandas as pd
import pytest

from escalation.coding import code
from escalation.theatre import Theatre

RECALLED = [
    "Oman closed its port after Chad expelled the Omani ambassador last year.",
    "Lima summoned the Chilean envoy. Peru had recognised the Chilean government in 1997.",
    "Peru expelled ten Chilean diplomats in 2016.",
    "Ghana reopened the crossing a week after Togo released 20 Ghanaian soldiers.",
    "Kenya suspended talks following threats by Uganda against Kenyan ministers.",
    "Kenyan prisoners who were freed by Uganda slept in Nairobi.",
]
TOLD = [  # text, (kind, initiator, target, status) that must be there
    (
        "Peru says Chile will not cede control of Arica following threats by Bolivia.",
        ("reject.proposal", "CHL", None, "happened"),
    ),
    (
        "Chad summons the acting head of Oman's embassy after a quarrel.",
        ("accuse.complaint", "TCD", "OMN", "happened"),
    ),
    (
        "Ghana's government states that peace talks with Togo in Accra have failed.",
        ("talks", "GHA.GOV", "TGO", "happened"),
    ),
    (
        "Peru announces steps including closing the main border crossing with Chile and"
        " expelling Chilean diplomats.",
        ("sanction.border", "PER", "CHL", "happened"),
    ),
    (
        "Peru announces steps including closing the main border crossing with Chile and"
        " expelling Chilean diplomats.",
        ("sanction.diplomatic", "PER", "CHL.GOV", "happened"),
    ),
    (
        "Denmark announces the closure of its embassy in Laos.",
        ("sanction.diplomatic", "DNK", "LAO", "happened"),
    ),
    (
        'Peru says that it "is not yet prepared to recognize the Bolivian government".',
        ("reject.proposal", "PER", "BOL.GOV", "happened"),
    ),
    ("Chad is to release 300 Omani soldiers.", ("concede.release", "TCD", "OMN.MIL", "planned")),
    (
        "Oman claims that Chad has closed its border to Omani traders.",
        ("sanction.border", "TCD", "OMN", "claimed"),
    ),
    (
        "Over 90 supporters of the Kenyan opposition are arrested before a march.",
        ("coerce.arrest", "KEN.GOV", "KEN.OPP", "happened"),
    ),
    (
        "Kenyan soldiers killed two Somali rebels and arrested four others.",
        ("coerce.arrest", "KEN.MIL", "SOM.REB", "happened"),
    ),
    (
        "Chad says that two of its envoys were detained and beaten by Omani police.",
        ("coerce.arrest", "OMN.COP", "TCD", "happened"),
    ),
    (
        "Kenya names a judge as ambassador to Chad.",
        ("support.diplomatic", "KEN", "TCD", "happened"),
    ),
    (
        "Ghana bans travel. Police arrest the mayor of Tema.",
        ("coerce.arrest", "GHA.COP", "GHA.GOV", "happened"),
    ),
    (
        "The Congress of Peru condemns Chile.",
        ("accuse.condemn", "PER.LEG", "CHL", "happened"),
    ),
    (
        "Kenya imposes travel bans on four Ugandan ministers.",
        ("sanction", "KEN", "UGA", "happened"),
    ),
    (
        "Peru withdraws from a summit of Chile. The president of Chile, who warns of consequences"
        " if Peru stays away, is angry.",
        ("threat", "CHL.GOV", "PER", "conditional"),
    ),
    (
        "A Kenyan court charges a Ugandan general with treason in relation to the coup in 2007.",
        ("accuse.charge", "KEN.JUD", "UGA.MIL", "happened"),
    ),
]
TOLD += [
    (
        "Afghan ministers ordered tea shops in Kabul to close.",
        ("coerce.restriction", "AFG", None, "happened"),
    ),
    (
        "The Taliban issues a decree banning female employees from all schools in Afghanistan.",
        ("coerce.restriction", "AFG", "AFG", "happened"),
    ),
    ("Peru pulls out of a summit in Lima.", ("reject", "PER", None, "happened")),
    ("Peru scraps its accords with Chile.", ("reject", "PER", "CHL", "happened")),
    (
        "Kenya says it wants peace with Al-Shabaab. Kenya is ready to start talks with the armed"
        " group.",
        ("agree.offer", "KEN", "SOM.REB", "happened"),
    ),
    (
        "India's Minister Karim Mufti urges Chile to wait.",
        ("demand", "IND.GOV", "CHL", "happened"),
    ),
]
NOTHING = [  # text, a kind that must not be there
    ("Peruvian officials called the meeting with Chile historic.", "demand"),
    ("Chilean migrants wanted to go to Peru.", "demand"),
    ("Peru's governor declares a state of emergency after a dam broke and floods rose.", "coerce"),
    ("Kenya suspends flights from Chad over a new virus.", "sanction"),
    ("The Chilean leader said that he left Chile to avoid being lynched.", "threat"),
    ("The Kenyan army will hold its first news conference in Nairobi with Uganda.", "agree"),
    ("Norway ends its evacuation flights from Chad.", "sanction"),
    ("Kenya issued a warning for travel to Chad.", "threat"),
    ("Chilean ministers and Peruvian ministers condemned the film.", "accuse.condemn/PER"),
]
NOTHING += [
    ("Rebels stormed a police post in Chad and set fire to two banks.", "coerce"),
    ("Peru announces that it would ban a Chilean newspaper.", "threat"),
    ("Police in Chad killed two anti-Taliban marchers.", "force/AFG"),
]


def coded(texts: list[str], theatre: Theatre | None) -> pd.DataFrame:
    day = pd.Timestamp("2024-03-15")
    names = [str(at) for at in range(len(texts))]
    return code(
        pd.DataFrame(
            {"document": names, "text": texts, "published": day, "known_at": day, "source": "s"}
        ),
        theatre=theatre,
    )


@pytest.fixture(scope="module")
def events() -> pd.DataFrame:
    """All texts read as a feed, where the classifier adds nothing of its own."""
    texts = [*RECALLED, *(t for t, _ in TOLD), *(t for t, _ in NOTHING)]
    found = coded(texts, Theatre.read("pak-afg"))
    return found.assign(text=[texts[int(at)] for at in found["document"]])


def of(events: pd.DataFrame, text: str) -> pd.DataFrame:
    return events[events["text"].eq(text)]


@pytest.mark.parametrize("text", RECALLED)
def test_what_went_before_is_recalled_and_not_counted(events, text):
    assert of(events, text)["status"].tolist().count("recalled") == 1


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[t[:40] for t, _ in TOLD])
def test_who_did_what_to_whom(events, text, told):
    kind, initiator, target, status = told
    mine = of(events, text)
    mine = mine[mine["kind"].eq(kind)]
    assert set(mine["status"]) == {status}
    for column, code_ in (("initiator", initiator), ("target", target)):
        found = mine[column].iloc[0]
        if code_ is None:
            assert column == "target" or pd.isna(found)
        else:
            assert str(found).startswith(code_), (column, found)


@pytest.mark.parametrize(("text", "kind"), NOTHING, ids=[t[:40] for t, _ in NOTHING])
def test_what_is_no_act_is_not_coded(events, text, kind):
    kind, _, target = kind.partition("/")
    mine = of(events, text)
    mine = mine[mine["kind"].str.startswith(kind)]
    assert mine.empty if not target else not mine["target"].astype(str).str.startswith(target).any()


def test_a_charge_is_of_the_day_it_is_made_not_of_the_year_it_names(events):
    text = next(t for t, told in TOLD if told[0] == "accuse.charge")
    assert of(events, text)["happened_to"].tolist() == [pd.Timestamp("2024-03-15")]


def test_people_held_since_last_year_are_released_now():
    text = "Three Chadian pilots held since May by Omani rebels were freed by Kenya."
    event = coded([text], Theatre.read("pak-afg")).iloc[0]
    assert (event["kind"], event["status"]) == ("concede.release", "happened")
