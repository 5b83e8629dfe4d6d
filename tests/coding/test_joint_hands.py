"""Hands that act together are on one side, and who was hit has the land of whoever tells of it."""

import pytest

DAY = "2010-03-04"

SIDES = [
    # of two armies that share a noun neither is the other's foe, unless they fire at each other
    ("British and Iraqi troops start an offensive against rebels in Basra.", "GBR.MIL", "IRQ.REB"),
    ("Danish and Afghan soldiers killed 14 Taliban fighters in Gereshk.", "DNK.MIL", "TALIBAN"),
    ("Thai and Cambodian soldiers shot at each other near a shrine.", "THA.MIL", "KHM.MIL"),
    ("Afghan and Iranian guards traded fire on the border.", "AFG.COP", "IRN.COP"),
    # whom a fight was with is not who fell beside it
    ("French jets killed nine herders during a clash with Malian rebels.", "FRA", "CVL"),
    # whose life an attempt was made on
    ("A second assassination attempt was made on Peru's justice minister.", "UNK", "PER.GOV"),
    # of the land of whose police, ministers or ministry tell what another's army did
    ("Afghan police say that six people were killed by a NATO air strike.", "NATO", "AFG.CVL"),
    ("Pakistan's army said that three soldiers died in a US raid.", "USA.MIL", "PAK.MIL"),
    ("A US officer said that a US raid killed six people.", "USA.MIL", "UNK.CVL"),
    # "fighter jets" are nobody's fighters
    ("Rebel camps near Hangu were bombed by fighter jets.", "PAK.MIL", "PAK.REB"),
    # militants without a name are of the land on whose ground they fight, or are hit or held
    ("Six militants died in a US drone strike in Bajaur.", "USA.MIL", "PAK.REB"),
    ("A French air strike killed nine jihadists near Kidal in Mali.", "FRA.MIL", "MLI.REB"),
    ("Police arrested five terrorists in Multan.", "PAK.COP", "PAK.REB"),
    ("Militants shot dead a police officer in Hangu.", "PAK.REB", "PAK.COP"),
    ("A US drone killed nine foreign militants in Bajaur.", "USA.MIL", "UNK.REB"),
    ("Gunmen shot dead a police officer in Hangu.", "UNK.REB", "PAK.COP"),
    ("Iran hangs six rebels.", "IRN", "IRN.REB"),
    ("Mali's government signs a truce with militants.", "MLI.GOV", "MLI.REB"),
    ("France held talks with militants in Mali.", "FRA", "MLI.REB"),
    # so are the Taliban who sign a truce there, let somebody go or are arrested
    ("Pakistan and the Taliban agree to a truce.", "PAK.GOV", "PAK.REB.TTP"),
    ("Kabul and the Taliban agree to a truce.", "AFG", "AFG.REB.TALIBAN"),
    ("The Taliban release nine policemen in Bajaur.", "PAK.REB.TTP", "PAK.COP"),
    ("Soldiers freed a clerk whom the Taliban kidnapped in Hangu.", "PAK.MIL", "PAK.REB.TTP"),
    ("Pakistan arrests an Afghan Taliban envoy.", "PAK.GOV", "AFG.REB.TALIBAN"),
    # whose base a blast rocks, and of whose army a captain is
    ("Blasts rock an Indian Navy base in Kochi.", "UNK", "IND.MIL"),
    ("Blasts rock a market in Delhi.", "UNK", "IND.CVL"),
    ("A captain of the Kenyan army is convicted of stabbing two Danish nurses.", "KEN", "KEN.MIL"),
    ("The peasant leader Rosa Alva is arrested in Peru.", "PER.GOV", "PER.OPP"),
    # who they are by the word for them
    ("A mine hit a Danish consular convoy in Kandahar.", "UNK", "DNK.GOV"),
    ("Gunmen shot dead a pastor in Quetta.", "UNK.REB", "PAK.REL"),
    ("Militia forces seized the town of Ziba from the army of Chad.", "REB", "TCD.MIL"),
]


@pytest.mark.parametrize(("text", "initiator", "target"), SIDES)
def test_who_and_whom(told, text, initiator, target):
    one, other = next(iter((e["initiator"], e["target"]) for e in told(text)))
    assert initiator in one
    assert target in other


DEEDS = [
    # who is tried did it, as far as is told
    (
        "The cook Juan Alva stands charged with murdering the Mayor of Cusco in a Lima court.",
        "PER.CVL",
    ),
    ("A Kenyan stands trial for bombing a Danish base in Kabul.", "KEN.CVL"),
    ("Danish nurse Eva Holm is jailed for trying to kill a judge in Oslo.", "DNK.CVL"),
]


@pytest.mark.parametrize(("text", "initiator"), DEEDS)
def test_he_did_it_who_is_tried(told, text, initiator):
    assert [e["initiator"] for e in told(text) if e["kind"].startswith("attack")] == [initiator]


def test_whose_a_deed_is_in_which_they_took_part(told):
    event = told("Peru condemns a raid in which Chilean marines took part.")[0]
    assert (event["kind"], event["target"]) == ("accuse.condemn", "CHL.MIL")


PLACES = [
    # a mission is on others' ground, be it that of the rebels who hit it
    ("The Pakistani Taliban shelled a Danish consulate.", "PK"),
    ("A Danish judge was shot by the Pakistani Taliban.", "DK"),
]


@pytest.mark.parametrize(("text", "country"), PLACES)
def test_where_a_mission_is_hit(told, text, country):
    assert told(text)[0]["country"] == country


def test_leaders_meet_one_another_wherever_that_is(told):
    assert told("Two Chadian leaders met in Vienna.")[0]["target"] is None


def test_captors_keep_the_name_of_their_group(told):
    text = (
        "Police stormed a cinema in Multan and freed nine pupils taken hostage by Taliban gunmen."
    )
    assert told(text)[0]["target"] == "PAK.REB.TTP"
