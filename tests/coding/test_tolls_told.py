"""Whose the dead are: of the act that is told, of one before it, of those who attacked."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2017-03-16")

# text, dead and hurt by best reading of its first violent or deadly event; None where not told
TOLD = [
    # attackers are apart, whichever sentence tells of them
    ("Rebels attacked a post in Bannu. Four rebels and two guards were killed.", 2, None),
    ("Gunmen shot at a hotel in Herat. At least nine people including the four gunmen died.", 5, None),
    ("Rebels attacked a depot in Herat. All five of the rebels were killed.", None, None),
    # the toll of an act told in the same sentence
    (
        "The toll of Monday's raid by rebels on a court in Kabul rises to 41, with 60 others hurt.",
        41,
        60,
    ),
    # what came before is not added
    ("Two bombs in Quetta kill 20 people, hours after a mine killed six in the city.", 20, None),
    (
        "Two bombs at a hall in Quetta kill at least 20 people and wound up to 35 others, hours after"
        " a bombing at a market area killed six people in the city.",
        20,
        35,
    ),
    ("Iran hangs nine rebels in retaliation for three guards being killed in clashes.", 9, None),
    ("Two soldiers died after rebels attacked a post in Zabul, killing three others.", 5, None),
    # who "also condemned" it adds nobody
    (
        "A mine killed two clerks in Khost. An aide said that women were killed and also condemned"
        " the mullahs.",
        2,
        None,
    ),
    ("At least six people are killed in violent protests in Multan.", 6, None),
    # whoever was shot or stabbed and is not said to have died is hurt
    ("Two engineers were shot by a guard at a mill in Sukkur.", None, 2),
    ("Police shot four protesters in Zahedan.", None, 4),
    # who is the first of many is nobody else
    (
        "Omar Khan is killed in a blast in Herat, becoming the first Afghan editor to be killed there.",
        1,
        None,
    ),
    # of a list only what stands before its verb is of it
    ("1 trader killed, 6 girls injured in Iranian shelling: Afghan army", 1, 6),
    ("A schoolgirl was shot by gunmen in Mingora.", None, 1),
    ("A man stabbed seven people in Lyon, killing a student.", 1, 6),
    ("Two reporters were shot in Khost. One of them was killed and the other badly hurt.", 1, 1),
    ("Three tailors were shot dead in Quetta.", 3, None),
    ("Gunmen shot and killed two tailors in Quetta.", 2, None),
    ("Militants killed four farmers after shooting the victims in Zabul.", 4, None),
    # nobody fell
    ("Afghan and Pakistani troops traded fire at Torkham. No casualties were reported.", 0, 0),
    ("Gunmen shot at a police van in Bannu. No one was hurt.", 0, 0),
    ("Three rockets hit the airfield at Bagram without causing casualties.", 0, 0),
    ("A bomb went off in Herat, with no deaths reported.", 0, None),
    ("A mine killed three in Khost. No injuries were reported among the guards.", 3, None),
    ("Indian and Pakistani troops traded fire. There was no word of casualties.", None, None),
    # more than so many, and a side of which nobody knows
    ("Twelve people were killed and 45+ wounded when gunmen stormed a college in Swat.", 12, 45),
    ("Nine soldiers and an unknown number of rebels were killed in a clash in Kunar.", 9, None),
    ("A blast in Quetta left 30 civilian and army personnel dead.", 30, None),
    # attackers are taken away once, also by the name of their group, and where they are of others
    ("Gunmen stormed a base in Zhob, resulting in the deaths of six guards and three attackers,"
     " including a bomber.", 6, None),
    ("Eleven people, including three attackers, were killed in an attack in Zhob.", 8, None),
    ("A raid by the BLA on a base in Kech left nine BLA men and four soldiers dead.", 4, None),
    ("Rebels kidnapped 14 clerks in Swat during clashes with troops who killed nine of the rebels.",
     None, None),
    # what another side claims beside it
    ("The army claims to have killed 60 rebels in Tirah while the rebels claim to have killed four"
     " soldiers.", 60, None),
    ("India struck Multan and claimed to have shot down two jets. Five civilians were killed.",
     5, None),
    # what a crowd is in the street for, and whom nobody killed now
    ("Villagers clash with police in Sibi after a boy was killed when his bicycle hit a truck.",
     None, None),
    ("A crowd rioted in Kohat to demand a probe into the deaths of four boys.", None, None),
    ("Rebels killed six relatives of a slain leader of a militia in Khar.", 6, None),
    ("Protesters in Sibi called for a strike after five of them were killed in a clash with troops.",
     5, None),
    ("The toll of the blast in Kabul rises to nine worshippers and three guards.", 12, None),
    # a list whose second the parse takes for a name, parts of a whole that nobody counts
    ("Three customs officers, 12 patients in a clinic, and six clerks are killed following an"
     " attack in Kohat.", 21, None),
    ("Multiple people are killed, including two guards, three clerks and a boy, in a shooting in"
     " Kohat.", 6, None),
    ("Several people are killed, including two guards, in a shooting in Kohat.", None, None),
    # whose the words are: a trend, an object of the verb before it, those who are treated
    ("A cleric was shot dead in Bajaur, amid a spate of elders being murdered there.", 1, None),
    ("A blast in Hub killed a woman and 12 people were injured.", 1, 12),
    ("A blast in Hub killed a woman, with 40 more people treated for wounds.", 1, 40),
    # parts joined by "and", those counted before, a sum of a year beside the dead of a day
    ("Ten people including six guards and four rebels died in a gunfight in Spinwam.", 10, None),
    ("Seven soldiers died when six rebels attacked a post in Zhob; all six were killed.", 7, None),
    ("The toll for this year stands at 300 after four died in a blast in Quetta.", 4, None),
    ("Two more victims of last week's blast in Bajaur died, raising the toll to 22.", 22, None),
    ("A soldier dies of wounds from a bombing in Khost, bringing the toll to four.", 4, None),
    ("A bomb killed two in Hub, bringing the toll since January to 40.", 2, None),
    ("A bomb killed two in Hub, bringing this year's toll to 40.", 2, None),
    ("Six soldiers and a clerk die and eight are injured by a mine near Chaman.", 7, 8),
    ("Rockets kill two clerks in Israel, bringing the death toll in Israel to 12.", 2, None),
    # the bomber is counted, though last; militants who were hit are no attackers
    ("Two bombs kill 15 in Zhob, among them nine soldiers, five clerks and the bomber.", 14, None),
    ("An attack on a bank in Herat left 20 dead, including five gunmen.", 15, None),
    ("A bomb at a camp in Tirah kills 24 people, including ten clerks and 14 militants.", 24, None),
    ("Two refugees are killed and a third is injured in a gunfight in Teknaf.", 2, 1),
    # whose they are, and who fell beside whom
    ("A drone strike hit a car in Kunar, killing its two occupants.", 2, None),
    ("Gunmen killed a tailor and injured his two sons in Turbat.", 1, 2),
    ("An officer was gunned down along with his brother in Quetta.", 2, None),
    ("The blast in Hub left 14 people dead and at least 30 others with injuries.", 14, 30),
    ("Gunmen shot and injured a singer in Swat. He died of his wounds.", 1, 1),
    ("Rebels fired two missiles at a ship off Gwadar, but no injuries were reported.", 0, 0),
    # one who is named
    ("Afghan general and Kabul police chief Abdul Qadir Popal is assassinated.", 1, None),
    ("Gunmen killed the Sikh trader Charan Singh in Peshawar.", 1, None),
    ("A 16-year-old student Bilal Ahmad was shot dead in Pulwama.", 1, None),
    ("Gunmen killed tribal elder Malik Nasir in Bajaur.", 1, None),
    ("Police said Abdul Haq was shot dead outside his house in Kohat.", 1, None),
    ("Omar Jan, killed last week in a drone strike in Kunar, was a cleric.", 1, None),
    ("Gunmen killed Maulana Sami-ul-Bari, a former senator, at his house in Kohat.", 1, None),
    ("Singer Omar Shah was wounded in a gun attack in Lahore.", None, 1),
    ("Iran executes an alleged spy in Zahedan.", 1, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dead", "hurt"), TOLD)
def test_the_dead_are_those_of_the_act(told, text, dead, hurt):
    deadly = ("attack", "force", "coerce.execution", "protest.riot")
    event = next(e for e in told(text) if e["kind"].startswith(deadly))
    assert event.get("deaths_best") == dead
    assert event.get("injured_best") == hurt


SEVERAL = [
    # a sum told first is without what is told of its parts
    ("Two bombings kill nine people in Pakistan. A bomber kills six in Bannu while the other kills"
     " three in Quetta.", [3, 6]),
    ("Gunmen kill seven in two attacks in Swat. The first attack killed three policemen. In the"
     " second, gunmen killed four drivers.", [3, 4]),
    ("Attacks in Khost killed 12 people. Meanwhile, a bomb in Kabul killed two.", [2, 12]),
    ("Attacks in Khost killed 12 people. A bomb in Herat killed two.", [2, 12]),
    # so many dead in so many places are one in each
    ("Two teachers were killed by gunmen in Kulgam and Shopian.", [1, 1]),
    ("Nine soldiers were killed in attacks in Tank and Bannu.", [9]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dead"), SEVERAL)
def test_nobody_dies_twice(told, text, dead):
    counts = [e["deaths_best"] for e in told(text) if e.get("deaths_best") is not None]
    assert sorted(counts) == dead
