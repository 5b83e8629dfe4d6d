"""Both voices on a sentence: what they settle on, and whom the act is between."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from escalation.coding import code
from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import Names, _term
from escalation.coding.dealings.lexicon import lexicon
from escalation.coding.sentence.parse import model
from escalation.coding.status.mood import mood_of
from escalation.coding.story.act import Act
from escalation.coding.trained.classifier import NONE, ROOTS
from escalation.coding.trained.voice import second_voice, settled
from escalation.schema import ContractError

DAY = date(2024, 3, 15)
# Sentences of anywhere, written for this test: root's kind, initiator, target (beginnings).
CASES = [
    ("Guyana donated two ambulances to Suriname.", "aid", "GUY", "SUR"),
    ("Togolese and Beninese farm ministers conferred in Lome.", "talks", "TGO", "BEN"),
    ("Uruguay lambasted Argentina over a paper mill.", "accuse", "URY", "ARG"),
    ("Crowds thronged Tirana's main square against the cabinet.", "protest", "ALB", "ALB"),
    ("Norway said that Sudan must let doctors into its jails.", "demand", "NOR", "SDN"),
    (
        "Peru's seized trawlers should be handed back at once, the Spanish premier told Lima.",
        "demand", "ESP", "PER",
    ),
    (
        "Ghanaian units have left two river islands in Togo, a Togolese officer said.",
        "retreat", "GHA", "TGO",
    ),
    ("The Taliban delegation met Tajik ministers in Khujand.", "talks", "AFG.GOV", "TJK"),
    ("Dock workers blocked the port of Mombasa over pay.", "protest", "KEN.LAB", "KEN"),
]  # fmt: skip


def act(kind: str, confidence: float) -> Act:
    doc = model()("Oslo spoke.")
    return Act(kind, doc[1], None, None, "happened", "verb:test", confidence, mood_of(doc[1]))


def chances(**given: float) -> np.ndarray:
    rest = (1 - sum(given.values())) / (len(ROOTS) - len(given))
    return np.array([given.get(root, rest) for root in ROOTS])


def test_rules_that_are_sure_outweigh_a_classifier_that_is_not():
    # log 0.3 + 2 * 0.9 = 0.60 beats log 0.5 = -0.69; the chance is 0.3 e^1.8 / (0.5 + ...)
    root, chance = settled([act("aid", 0.9)], chances(AID=0.3, COOPERATE=0.5))
    assert root == "AID"
    lifted = 0.3 * np.exp(1.8)
    assert chance == pytest.approx(lifted / (1 - 0.3 + lifted))


def test_a_classifier_that_is_sure_outweighs_the_rules():
    assert settled([act("aid", 0.9)], chances(AID=0.02, REJECT=0.95))[0] == "REJECT"


def test_without_rules_the_classifier_decides():
    assert settled([], chances(NONE=0.6))[0] == NONE


@pytest.fixture(scope="module")
def events() -> pd.DataFrame:
    day = pd.Timestamp("2026-03-01")
    documents = pd.DataFrame(
        {
            "document": [str(i) for i in range(len(CASES) + 1)],
            "text": [case[0] for case in CASES] + ["Snow fell on the hills of Slovenia overnight."],
            "published": day,
            "known_at": day,
            "source": "test",
        }
    )
    return code(documents)


@pytest.mark.parametrize("row", range(len(CASES)))
def test_who_does_what_to_whom_anywhere(events, row):
    _, kind, initiator, target = CASES[row]
    found = events[events["document"] == str(row)]
    surest = found.sort_values("confidence").iloc[-1]
    assert surest["kind"].split(".")[0] == kind, found[["kind", "initiator", "target", "rule"]]
    assert surest["initiator"].startswith(initiator)
    assert surest["target"].startswith(target)


def test_weather_is_no_event(events):
    assert events[events["document"] == str(len(CASES))].empty


def coded_alone(text: str) -> pd.DataFrame:
    day = pd.Timestamp("2026-01-20")
    row = {"document": "a", "text": text, "published": day, "known_at": day, "source": "s"}
    return code(pd.DataFrame([row]), None)


@pytest.mark.parametrize(
    "text",
    [
        "Latvia beat Estonia in Tartu.",
        "Paraguay's soybean growers are fighting a virus in their fields.",
        "The comedy bombed at the box office in Bolivia.",
    ],
)
def test_what_only_sounds_like_violence_is_none(text):
    kinds = coded_alone(text)["kind"].astype(str)
    assert not kinds.str.startswith(("attack", "force")).any()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Arab League denounced Mali.", "accuse.condemn"),
        ("Police beat a Bolivian student in La Paz.", "attack.beating"),
        ("The Arab League denounced Mali in its final statement.", "accuse.condemn"),
    ],
)
def test_a_league_or_a_goal_is_not_yet_a_game(text, kind):
    assert kind in set(coded_alone(text)["kind"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad's premier caved in to the students' demands.", "concede"),
        ("Iceland and Malta ironed out their differences over cod.", "agree.deal"),
        ("Togo and Benin exchanged ambassadors.", "support.diplomatic"),
        ("Thousands of Latvians thronged the square in Riga.", "protest"),
        ("Botswana put a Malawian trader on a blacklist.", "sanction"),
        ("Soldiers in Chad seized power.", "coerce"),
    ],
)
def test_idioms_of_the_field_have_their_kind(text, kind):
    assert kind in set(coded_alone(text)["kind"])


def test_a_root_that_the_classifier_hardly_hears_makes_no_act():
    doc = model()("Latvia wobbled over Estonia.")
    names = Names(None)
    cast = Cast(doc, names.find(doc, None), {}, names, None)
    faint = second_voice(next(doc.sents), [], chances(PROTEST=0.25), cast, wary=False)
    clear = second_voice(next(doc.sents), [], chances(PROTEST=0.6), cast, wary=False)
    assert (len(faint), len(clear)) == (0, 1)


def test_a_toll_is_not_retold_as_something_else():
    toll = replace(act("attack", 0.0), rule="toll")
    doc = model()("Oslo spoke.")
    names = Names(None)
    cast = Cast(doc, names.find(doc, None), {}, names, None)
    told = second_voice(next(doc.sents), [toll], chances(REQUEST=0.5), cast, wary=False)
    assert [one.rule for one in told] == ["toll"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Estonian and Russian posts near Narva traded bursts for an hour.", "force.clash"),
        ("Malian troops wrested the town of Kidal from rebels.", "force.capture"),
    ],
)
def test_bursts_and_towns_are_fought_for(text, kind):
    assert kind in set(coded_alone(text)["kind"])


def test_a_government_does_not_march():
    kinds = coded_alone("Latvia's mayor cut the ribbon on a tram line.")["kind"].astype(str)
    assert not kinds.str.startswith("protest").any()


def test_going_back_to_work_on_a_day_breaks_no_promise():
    doc = model()("Teachers in Chad went back to work on Friday.")
    found = lexicon().of_verb(next(t for t in doc if t.lemma_ == "go"))
    assert found is not None
    assert found.kind == "concede.easing"


@pytest.mark.parametrize(
    ("day", "code_of_it"), [("2019-05-01", "AFG.REB.TALIBAN"), ("2023-05-01", "AFG.GOV")]
)
def test_a_name_known_everywhere_means_what_it_meant_on_the_day(day, code_of_it):
    found = Names(None).find(model()("The Taliban met in a garden."), date.fromisoformat(day))
    assert [name.code for name in found] == [code_of_it]


@pytest.mark.parametrize("key", ["AFG.GOV since", "AFG.GOV from 2021-08-15", "AFG.GOV since May"])
def test_a_term_that_cannot_be_read_is_refused(key):
    with pytest.raises(ContractError, match="'since' or 'until'"):
        _term(key)


def test_forces_that_are_moved_are_the_doers_own():
    sentence = next(model()("Police were bussed to the Nepali capital.").sents)
    cast = Cast(sentence.doc, Names(None).find(sentence.doc, DAY), {}, Names(None), DAY)
    told = second_voice(sentence, [], chances(MOBILIZE=0.9), cast, wary=False)
    assert [(each.kind, each.initiator.code) for each in told] == [("mobilize", "NPL.COP")]
