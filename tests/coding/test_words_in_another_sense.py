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
    ("The general told the paper that a blind eye was turned to the rebels.", []),
    # time to yield is an ultimatum; time for envoys to leave expels them
    ("The Chadian president gives private militias two months to disband.", ["threat.ultimatum"]),
    ("Chad gives the Peruvian consul three days to leave.", ["sanction.diplomatic"]),
    # by nature, and by nobody
    ("The United Nations says that thousands are cut off from relief in Chitral.", []),
    ("Doctors battle an outbreak of cholera in Herat.", []),
    ("An explosion in a munitions dump near Ghazni kills six soldiers.", []),
    # an attack in words, in writing; and one for the third time
    ("State television in Iran airs a film that attacks the Saudi king.", []),
    ("The Taliban attacks Camp Bravo in Kunar for the fourth time in a month.", ["attack"]),
    # a tour of duty, and who comes home
    ("Peru extends the tour of duty of 900 soldiers in Haiti.", []),
    ("Opposition leader Omar Khan of Pakistan arrives in Quetta after six years in exile.", []),
    ("The Peruvian foreign minister arrives in Quetta for talks.", ["talks.visit"]),
    ("Peruvian opposition politician Rosa Diaz pledges to return to Peru.", []),
    # an encounter of leaders, a strike of traders and one of rebels
    (
        "The Pakistani president greets the king of Spain, the first time such an encounter is made public.",
        ["talks.visit"],
    ),
    ("A Taliban strike on a checkpoint in Zabul killed five policemen.", ["attack"]),
    ("Iranian and Turkish guards exchanged fire over the border in Van.", ["force.clash"]),
    # March is a month
    ("Karzai says that the handover to Afghan forces will begin in March.", []),
    # what a party and a parliament settle among their own
    ("The Labour Party of Peru expels a senator.", []),
    ("The White House asks Congress for $90 billion for the Iraq War.", []),
    ("The United Nations appeals for $90 million for Chad.", ["demand.aid"]),
    ("Chad seeks an inquiry into the shelling of its post by Libya.", ["demand.cooperation"]),
    ("The Taliban sue for peace with the Afghan government.", ["agree.offer"]),
    ("Peru encourages Chile to withdraw.", ["demand"]),
    # tanks that an army sends, and aircraft for those in a flood
    ("The Danish army sends tanks to Afghanistan.", ["mobilize.troops"]),
    ("Japan sends helicopters to Pakistan to help with the flood relief.", ["aid.humanitarian"]),
    ("The Peruvian parliament approved 900 additional soldiers for Haiti.", ["mobilize.troops"]),
    ("The Pentagon redeploys a brigade to Kandahar.", ["mobilize.troops"]),
    ("Chad suspends three foreign aid groups on suspicion of spying.", ["coerce.restriction"]),
    # a crowd is no army
    ("An angry crowd battles police in Lima, leaving six dead.", ["protest.riot"]),
    # what is announced, asserted or said to be so of oneself
    ("Pakistan warns Chad that it will defend its air space from incursions.", ["threat"]),
    (
        "A man claiming to speak for Al-Qaeda in India claims that they have set up a network in Kashmir.",
        [],
    ),
    ("Peru's foreign minister says that Peruvian soldiers should be out of Haiti by 2012.", []),
    ("The alliance must ensure that Chad never becomes a haven for terrorists, NATO says.", []),
    ("India says Pakistan has done too little to stop the militants.", ["accuse.condemn"]),
    ("India says Pakistan violated the truce along the Line of Control.", ["accuse"]),
    ("Pakistan violated the truce in Kashmir on Monday.", ["force.violation"]),
    ("A conference endorses a goal for Afghan forces to lead security operations by 2014.", []),
    ("Iran rejects claims that it arms the Taliban.", ["reject.accusation"]),
    # by what the words are for, and by whom
    ("Chad sends tanks to the Libyan border.", ["mobilize.troops"]),
    ("Declaring Peru to be the front in the war on terror, Chad urges help.", ["demand"]),
    ("The US Congress provides funding for a troop increase in Haiti.", []),
    ("The ICC bans three Pakistani cricketers for match-fixing.", []),
    ("In Dubai, police are on alert for the wedding of a mobster's son.", []),
    (
        "Several U.S. soldiers are caught setting fire to dead Taliban fighters, in scenes broadcast on television.",
        [],
    ),
    (
        "Afghan officials report that at least 90 bodies were pulled from vehicles buried by avalanches.",
        [],
    ),
    ("Britain plans to reduce or eliminate aid to Chad.", []),
    ("Chadian forces launch Operation Strike Hard against rebels.", ["force.operation"]),
    (
        "A suspected U.S. drone fired missiles at a house in northwestern Pakistan in Miranshah, a town near Mir Ali, killing six people.",
        ["force.drone"],
    ),
    (
        "Australia announces it will send back 90 troops to Uruzgan, to take part in operations and to help thwart a resurgent Taliban.",
        ["mobilize.troops"],
    ),
    ("Twenty inmates are freed from a jail in Zabul in a prison break.", []),
    ("A Boeing airliner explodes on the runway at Naha after landing.", []),
    ("Shiite Muslims in Karachi battle police.", ["protest.riot"]),
    ("Clashes break out between refugees from Chad and Iran in Australia.", ["protest.riot"]),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what_is_meant(told, text: str, kinds: list[str]) -> None:
    assert [event["kind"] for event in told(text)] == kinds


STATUSES = [
    ("Interior Minister Khan of Chad announces a meeting to discuss Libyan incursions.", "talks.meeting", "planned"),
    ("Peru suggests sending 900 soldiers to Haiti.", "mobilize.troops", "planned"),
    ("Robert Gates says the July timetable to start withdrawing American soldiers from Haiti is fixed.", "retreat.withdrawal", "planned"),
    ("Seven Chadians say they were tortured into confessing.", "attack.torture", "claimed"),
    ("Denmark offers compensation to the families of the farmers it killed in an air strike near Herat.", "force.airstrike", "recalled"),
    ("Chad announces that the state of emergency will be lifted on Friday.", "concede.easing", "planned"),
    ("Peru hopes to withdraw its troops from Haiti.", "retreat.withdrawal", "planned"),
    ("Peru says it is ready and willing to send troops to Haiti.", "mobilize.troops", "planned"),
    ("Peru's foreign minister will discuss trade with Chile.", "talks", "planned"),
    ("Two Taliban commanders are rumoured to have been arrested in Quetta.", "coerce.arrest", "claimed"),
    ("A report finds that Iran is secretly funding rebels in Iraq.", "aid.economic", "claimed"),
    ("A preacher advocates Muslims to fight foreign troops in Chad.", "force.clash", "demanded"),
    ("Police find a list of judges to be assassinated by the Taliban in Multan.", "attack.assassination", "planned"),
    ("Rosa Diaz is the first judge to be assassinated in Lima.", "attack.assassination", "happened"),
    ("The attorney general says he expects President Musharraf to step down as army chief by December 1.", "retreat.resignation", "planned"),
    (
        "Peru admits that its soldiers failed to follow the rules in an air strike that killed six in Herat.",
        "force.airstrike", "happened",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "status"), STATUSES)
def test_as_what_it_is_told(told, text: str, kind: str, status: str) -> None:
    assert (kind, status) in [(event["kind"], event["status"]) for event in told(text)]
