"""Of several numbers in a text, which are of the act: those of another act, teller or part are not."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2019-05-15")

# text, dead and hurt by best reading of its first violent event; None where not told
TOLD = [
    # an act that this one is compared with had its own dead
    ("A bomber killed 14 people in Sibi, the deadliest attack since a bombing that killed 60.",
     14, None),
    ("A mine wounded two in Hub, the first such attack since a blast at a fair that killed ten.",
     None, 2),
    ("Rebels raided a mill in Kech, killing six, in the bloodiest assault on workers since a blast"
     " at a depot left 22 dead.", 6, None),
    # a count of both the dead and the hurt is of neither
    ("At least 30 people were killed and wounded in a blast at a bank in Farah.", None, None),
    ("A blast at a mosque in Farah left more than 50 dead and wounded.", None, None),
    ("A blast in Farah killed and wounded 25 people.", None, None),
    ("A blast in Farah killed four and wounded 25 people.", 4, 25),
    ("Six people were killed and 25 wounded in a blast in Farah.", 6, 25),
    # a toll told anew holds those who died since
    ("The death toll of the blast in Sibi rises to 17 as three more die.", 17, None),
    # in a fight the hurt of a later sentence are of both sides
    ("Six guards are killed in clashes with rebels in Zahedan. Nine guards, four rebels and two"
     " cooks are also hurt.", 6, 15),
    # two tell one toll: the first counts, or the one who counts
    ("Police say that the blast in Zabul claimed five lives; a clinic reports nine dead.", 5, None),
    ("A raid on a mill in Taiz killed scores; the ministry of health says that 61 workers died.",
     61, None),
    ("Police say a bomb killed five people in Tank, but a surgeon says nine people died.", 5, None),
    ("The mayor says a bomb killed five in Khost and a clinic says 11 were wounded.", 5, 11),
    # some of those who are counted
    ("Two out of five gunmen were shot dead by guards in Sukkur.", 2, None),
    ("Gunmen raided a post in Zhob. Two of the four attackers and a guard were killed.", 1, None),
    ("Seven people, two bombers among them, died in an attack on a court in Bannu.", 5, None),
    ("Twelve people died in an air raid on Hama, of whom five were pupils.", 12, None),
    ("Many died in two bombings in Iraq, at least 11 of whom were killed in the city of Mosul.",
     11, None),
    ("Fifteen people were killed in Logar, with six killed in the latest attack on a village.",
     15, None),
    ("The state pays a pension for every guard killed in the attack in Swat.", None, None),
    # who is killed beside the bomber is nobody's other name
    ("A bomber struck a shrine in Swabi, killing himself, the cleric and six pilgrims.", 7, None),
    # injuries without a verb of injury
    ("A bomb hit a van in Hub, resulting in the deaths of two clerks and injuries to nine shoppers.",
     2, 9),
    ("Nine tailors were shot dead by gunmen in Duki; four others survived with injuries.", 9, 4),
    ("A blast hit a bus in Sibi and left 13 people with severe burns.", None, 13),
    ("Police van ambushed in Bannu, 4 killed, 8 hurt.", 4, 8),
    # how old somebody is, and of how many a mother, counts nobody
    ("Gunmen shot a cleric dead and wounded his son, 11, in Turbat.", 1, 1),
    ("Gunmen killed Omar Shah, 51, and his son Bilal, 14, in Swabi.", 2, None),
    ("Two sisters, aged 8 and 13, were killed by a mine in Kunar.", 2, None),
    ("Shelling in Kotli kills a mother of three.", 1, None),
    # who is shot dead, who is one more, who is among them
    ("Indian troops shot four infiltrators dead at Uri.", 4, None),
    ("Gunmen killed two cousins and injured a third in Kohat.", 2, 1),
    ("A blast in Sibi killed 11 people; two guards are among the dead.", 11, None),
    ("Nine people die in a blast in Sibi, with the mayor among the dead.", 9, None),
    ("An elderly couple and their grandson died in an air strike in Hama.", 3, None),
    ("Three bombers stormed a post in Zhob. One of them was shot dead by guards, while the others"
     " blew themselves up, killing a clerk.", 1, None),
    # a toll by another word, and one that no longer holds
    ("Two wounded guards die, bringing total fatalities from Monday's blast in Bannu to six.",
     6, None),
    ("Two wounded guards died in an attack on a clinic in Bannu.", 2, None),
    ("Fatalities in the Nushki bus bombing rise to nine.", 9, None),
    ("Death count climbs to 27 in Sibi station blast.", 27, None),
    ("A drone strike on a clinic in Darfur killed 93 people, an aide says, revising an earlier toll"
     " of 40.", 93, None),
    ("A van hit a mine in Kurram. All five passengers, members of one family, were killed.",
     5, None),
    # an attack, and what became of the attackers
    ("Gunmen stormed a courthouse in Zahedan, killing four people, before three of the assailants"
     " were shot dead.", 4, None),
    # who is named with his office, which is over others
    ("Omar Jan, the Taliban's minister for refugees, and five others were killed in a bombing in"
     " Kabul.", 6, None),
    # nouns of killing, and of harm without death
    ("The Taliban claimed the assassination of a district judge in Ghazni.", 1, None),
    ("Rebels claim the beheading of a guard in Jalalabad.", 1, None),
    ("A bomb hurt dozens in Kabul; a clinic counts an injury toll of 48.", None, 48),
    ("Four soldiers die in Zabul: three in a bombing, one of non-combat injuries.", 4, None),
    # numbers in words
    ("Gunmen killed a trio of tailors in Farah.", 3, None),
    # told in a sentence of its own
    ("Gunmen shot at an inn in Kabul. There were 17 deaths, among them guests.", 17, None),
    ("Gunmen opened fire at a post in Turbat. The dead were two guards, a cook and a driver.",
     4, None),
    ("A bomb went off at a fair in Bajaur. Six died. The wounded, numbering 19, were flown to Kohat.",
     6, 19),
    ("Two guards died in an attack in Tank. A third died of his wounds on Tuesday.", 3, None),
    ("Senator Omar Jan was shot and wounded in Sibi. His driver was killed and eight others were"
     " hurt.", 1, 8),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dead", "hurt"), TOLD)
def test_numbers_are_of_the_act(told, text, dead, hurt):
    event = next(e for e in told(text) if e["kind"].startswith(("attack", "force")))
    assert event.get("deaths_best") == dead
    assert event.get("injured_best") == hurt


# text, first and last day of the events of a kind, in the order of the text
DATED = [
    ("Rebels shelled Ghazni on Sunday, killing three, a day after a bombing in the city killed four.",
     "attack.bombing", "2019-05-11", "2019-05-11"),
    ("Troops killed six rebels in Tank on Tuesday, hours after a bombing at a post killed two guards.",
     "attack.bombing", "2019-05-13", "2019-05-14"),
    ("A tailor was shot dead in Bannu the night before last.",
     "attack.shooting", "2019-05-13", "2019-05-14"),
    ("Drones killed six people in Sumy in a four-day period.",
     "force.drone", "2019-05-11", "2019-05-15"),
    ("Air strikes over the past two weeks killed nine rebels in Kunar.",
     "force.airstrike", "2019-05-01", "2019-05-15"),
    ("Two blasts in as many days have killed six people in Jalalabad.",
     "attack.bombing", "2019-05-13", "2019-05-15"),
    ("Nine people have died in three days of clashes in Swat.",
     "force.clash", "2019-05-12", "2019-05-15"),
    ("The army says 20 rebels have been killed since Monday in an operation in Khyber.",
     "force.operation", "2019-05-13", "2019-05-15"),
    ("In the last few days, Iran has executed nine Afghans.",
     "coerce.execution", "2019-05-10", "2019-05-15"),
    ("On Sunday, a mob burned a school in Kech. The same day, a bomb hurt five in Hub.",
     "attack.bombing", "2019-05-12", "2019-05-12"),
    ("Two guards died on the same day in a blast in Zhob.",
     "attack.bombing", "2019-05-14", "2019-05-15"),
    ("Rebels threw a grenade at a Sunday market in Srinagar, injuring 11 shoppers.",
     "attack.bombing", "2019-05-14", "2019-05-15"),
    # what is announced for a year or a month lies between now and its end
    ("Italy announces that all troops will leave Iraq in 2020.",
     "retreat.withdrawal", "2019-05-15", "2020-12-31"),
    ("Poland says it is to withdraw its troops from Iraq tomorrow.",
     "retreat.withdrawal", "2019-05-16", "2019-05-16"),
    # the day of what is to come is not that of the journey
    ("Iran's foreign minister arrives in Kabul for a meeting on Saturday.",
     "talks.visit", "2019-05-14", "2019-05-15"),
    ("Iran's foreign minister arrived in Kabul on Monday for a meeting with the president.",
     "talks.visit", "2019-05-13", "2019-05-13"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "first", "last"), DATED)
def test_days_are_of_the_act(told, text, kind, first, last):
    event = next(e for e in told(text) if e["kind"] == kind)
    days = (event["happened_from"], event["happened_to"])
    assert days == (pd.Timestamp(first), pd.Timestamp(last))


# text, place and dead of each event; None where nobody tells
PLACED = [
    ("Bombs killed six people in Quetta and two in Sibi.", [("Quetta", 6), ("Sibi", 2)]),
    ("Five rebels were killed in Mohmand and one in Bajaur in raids by troops.",
     [("Bajaur", 1), ("Mohmand", 5)]),
    ("Rebels killed 12 people in Musakhail, seven in Bolan and three guards near Kalat on Monday.",
     [("Bolan", 7), ("Kalat", 3), ("Musakhel", 12)]),
    ("Gunmen killed nine tailors in Hub, two guards in Kech and a teacher in Sibi.",
     [("Hub", 9), ("Kech", 2), ("Sibi", 1)]),
    # one place, told twice
    ("Gunmen killed two people in Miran Shah, a town in North Waziristan.", [("Miranshah", 2)]),
    ("Clashes killed nine people in Kunduz and wounded 14 in the city of Kunduz.",
     [("Kunduz", 9)]),
    ("Gunmen killed two people in Sibi, and a minister in Quetta spoke of a plot.", [("Sibi", 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "each"), PLACED)
def test_each_place_has_its_own_dead(told, text, each):
    events = [e for e in told(text) if e["kind"].startswith(("attack", "force"))]
    assert sorted((e["place"], e.get("deaths_best")) for e in events) == each


def test_the_end_of_the_attackers_is_no_part_of_their_attack(told):
    events = told(
        "Gunmen stormed a mill in Hub and killed two guards; the gunmen were later killed by police."
    )
    raid = next(e for e in events if e["kind"].startswith("attack"))
    assert (raid["initiator"], raid["deaths_best"]) == ("UNK.REB", 2)


def test_a_toll_since_a_weekday_is_told_of_those_days(told):
    (event,) = told("At least 25 people were killed in attacks in Balochistan since Monday.")
    assert (event["deaths_best"], event["happened_from"]) == (25, pd.Timestamp("2019-05-13"))
