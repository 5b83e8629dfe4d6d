"""Words of an act in another sense: what is shown, asserted, returned to, fought without arms."""

import pandas as pd
import pytest

DAY = pd.Timestamp("2009-09-16")

KINDS = [
    # what is let out is a paper, and nobody goes free
    ("Multan police released photographs of two wanted gunmen.", []),
    ("The rebels released nine captured soldiers.", ["concede.release"]),
    # who asserts that it is so demands nothing, and who accepts that it is so agrees to nothing
    ("Peru insists that it is innocent.", []),
    ("Peru insists that Chile halt the dam.", ["demand"]),
    ("The Chadian interior minister accepts that errors were made.", []),
    ("Peru accepts the plan of the mediators.", ["agree"]),
    ("A guard told a weekly that blind eyes were turned to smugglers.", []),
    # time to yield is an ultimatum; time for envoys to leave expels them
    ("Peru gives two armed clubs ten days to dissolve.", ["threat.ultimatum"]),
    ("Chad gives the Peruvian consul three days to leave.", ["sanction.diplomatic"]),
    # by nature, and by nobody
    ("The United Nations says that thousands are cut off from relief in Chitral.", []),
    ("Doctors battle an outbreak of cholera in Herat.", []),
    ("An explosion in an arsenal near Lima kills six sailors.", []),
    # an attack in words, in writing; and one for the third time
    ("State television in Iran airs a film that attacks the Saudi king.", []),
    ("The Taliban attacks Camp Bravo in Kunar for the fourth time in a month.", ["attack"]),
    # a tour of duty, and who comes home
    ("Denmark extends the tours of duty of 40 pilots in Mali.", []),
    ("Opposition leader Rosa Alva of Peru arrives in Lima after nine years in exile.", []),
    ("The Peruvian foreign minister arrives in Quetta for talks.", ["talks.visit"]),
    ("Peruvian opposition politician Rosa Diaz pledges to return to Peru.", []),
    # an encounter of leaders, a strike of traders and one of rebels
    (
        "The Peruvian president greets the king of Spain, the third time such an encounter is made known.",
        ["talks.visit"],
    ),
    ("A Taliban strike on a checkpoint in Zabul killed five policemen.", ["attack"]),
    ("Iranian and Turkish guards exchanged fire over the border in Van.", ["force.clash"]),
    # March is a month
    ("Italy says that the handover of a harbour to Libyan guards will start in March.", []),
    # what a party and a parliament settle among their own
    ("The Labour Party of Peru expels a senator.", []),
    ("The White House asks Congress for $30 million for dams in Iraq.", []),
    ("The United Nations appeals for $90 million for Chad.", ["demand.aid"]),
    ("Chad seeks an inquiry into the shelling of its post by Libya.", ["demand.cooperation"]),
    ("The Taliban sue for peace with the Afghan government.", ["agree.offer"]),
    ("Peru encourages Chile to withdraw.", ["demand"]),
    # tanks that an army sends, and aircraft for those in a flood
    ("The Danish army sends tanks to Afghanistan.", ["mobilize.troops"]),
    ("Japan sends helicopters to Peru to help quake victims.", ["aid.humanitarian"]),
    ("The Peruvian parliament approved 900 additional soldiers for Haiti.", ["mobilize.troops"]),
    ("Denmark redeploys a squadron to Gao.", ["mobilize.troops"]),
    ("On suspicion of fraud, Peru suspends two Danish charities.", ["coerce.restriction"]),
    # a crowd is no army
    ("An angry crowd battles police in Lima, leaving six dead.", ["protest.riot"]),
    # what is announced, asserted or said to be so of oneself
    ("Chile warns Peru that it will defend its fisheries against trawlers.", ["threat"]),
    (
        "A hooded smuggler claims that they have built a network in Lima.",
        [],
    ),
    ("Denmark's queen says that Danish sailors should be out of Mali by 2031.", []),
    ("The bloc must ensure that Gao never becomes a haven for smugglers, Spain says.", []),
    ("India says Pakistan has done too little to stop the militants.", ["accuse.condemn"]),
    ("Sudan says Chad violated the truce along the river.", ["accuse"]),
    ("Pakistan violated the truce in Kashmir on Monday.", ["force.violation"]),
    ("A summit endorses a deadline for Malian troops to lead raids by 2031.", []),
    ("Iran rejects claims that it arms the Taliban.", ["reject.accusation"]),
    # by what the words are for, and by whom
    ("Chad sends tanks to the Libyan border.", ["mobilize.troops"]),
    ("Declaring the docks to be the front in a war on drugs, Peru urges help.", ["demand"]),
    ("Denmark's parliament provides money for a troop increase in Mali.", []),
    ("Over match-fixing, the ICC bans an umpire from Kenya.", []),
    ("Police are on alert in Lima for a footballer's wedding.", []),
    (
        "A film shows Peruvian soldiers caught setting fire to dead rebels.",
        [],
    ),
    (
        "Nine bodies were pulled from a flooded mine, Nepalese officials report.",
        [],
    ),
    ("Norway means to trim or eliminate its aid to Chad.", []),
    ("Kenyan marines launch Operation Night Strike against pirates.", ["force.operation"]),
    (
        "A suspected drone fired rockets at a barn in Tessalit, an oasis near Kidal, killing nine herders.",
        ["force.drone"],
    ),
    (
        "Chile says it will send 40 soldiers to Mali to train pilots and to help thwart rebels.",
        ["mobilize.troops"],
    ),
    ("Nine detainees are freed in a prison break in Lima.", []),
    ("A freight airliner explodes on a taxiway in Lima.", []),
    ("Hindu pilgrims in Pune battle police.", ["protest.riot"]),
    ("In Greece, clashes erupt between migrants from Mali and Iran.", ["protest.riot"]),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_meant(told, text: str, kinds: list[str]) -> None:
    assert [event["kind"] for event in told(text)] == kinds


STATUSES = [
    ("Mayor Alva of Lima announces a meeting to discuss Chilean raids.", "talks.meeting", "planned"),
    ("Peru suggests sending 900 soldiers to Haiti.", "mobilize.troops", "planned"),
    ("Denmark's queen says the March timetable to start withdrawing Danish soldiers from Mali is final.", "retreat.withdrawal", "planned"),
    ("Two Peruvian clerks say that they were tortured into signing.", "attack.torture", "claimed"),
    ("To the widows of herders it killed in a raid at Kidal, Denmark offers compensation.", "force.raid", "recalled"),
    ("Peru announces that the curfew will be lifted on Sunday.", "concede.easing", "planned"),
    ("Peru hopes to withdraw its troops from Haiti.", "retreat.withdrawal", "planned"),
    ("Peru says that it is willing to send marines to Haiti.", "mobilize.troops", "planned"),
    ("Peru's foreign minister will discuss trade with Chile.", "talks", "planned"),
    ("Two Taliban commanders are rumoured to have been arrested in Quetta.", "coerce.arrest", "claimed"),
    ("Auditors find that Chile is funding rebels in Peru.", "aid.economic", "claimed"),
    ("A poet advocates herders to battle French soldiers in Mali.", "force.clash", "demanded"),
    ("Police find a list of judges to be assassinated by the Taliban in Multan.", "attack.assassination", "planned"),
    ("Rosa Diaz is the first judge to be assassinated in Lima.", "attack.assassination", "happened"),
    ("A senator expects Premier Alva of Peru to step down in June.", "retreat.resignation", "planned"),
    (
        "Peru's pilots failed to wait in an air strike that killed six near Kidal, it admits.",
        "force.airstrike", "happened",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "status"), STATUSES)
def test_as_what_it_is_told(told, text: str, kind: str, status: str) -> None:
    assert (kind, status) in [(event["kind"], event["status"]) for event in told(text)]
