"""Words of force in a figure of speech, in a work of art, in a poll: nothing happened."""

import pandas as pd
import pytest

from tests.coding.reading import is_violent, read

DAY = pd.Timestamp("2024-05-16")

NOTHING = [
    # on nothing that can bleed
    "Senators from Oslo called the draft an assault on pensions.",
    "The brewer mounted an assault on the lager industry.",
    # with words alone
    "A comedian from Herat attacked the premier in his new show.",
    "Two insurers are battling for control of a bank in Karachi.",
    "Her uncle died after a long fight with tuberculosis in Herat.",
    # what burns and what stings
    "A fire swept through a bazaar in Herat, killing four.",
    "Jackals attacked sleeping farmers near Herat, injuring six.",
    # who does it bears no arms
    "Facebook exploded after the singer's remarks in Lahore.",
    "Holidaymakers invaded the beaches of Gwadar at the weekend.",
    "Reporters in Herat bombarded the coach with questions.",
    "India hit its export targets in March.",
    "Pakistan hit revenue targets in Punjab.",
    "Surgeons in Kabul fought to save the painter.",
    "A drive by the health ministry targets young mothers in Herat.",
    "Senators clashed over the pension bill in Islamabad.",
    "A singer from Herat shot to fame in a talent show.",
    "Mount Damavand erupted, shooting ash over the valley.",
    "A statue of a rebel who fought the British was unveiled in Ghazni.",
    "Archaeologists discovered a tower that soldiers stormed near Herat.",
    # games
    "Real Oviedo stormed into the final after thrashing Elche 5-0.",
    "Ruud battled back to beat Rune in Karachi.",
    # of a family, of petty crime
    "A tailor was stabbed to death by his brother over a plot of land in Sialkot.",
    "A Quetta court granted bail to a dancer in a traffic case.",
    "The High Court in Sindh rejected a plea in a divorce suit.",
    # made up, or of old; what people think
    "The film follows a soldier who is captured by rebels in Khost.",
    "In the novel a bomber kills twelve people in Peshawar.",
    "The museum tells the story of the siege of Ghazni, in which hundreds were killed.",
    "A survey found that 61 percent of Iraqis support the army's raids on militants.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_figure_of_speech_tells_nothing(text, reader):
    assert not [e for e in read(reader, text, day=DAY) if e["status"] == "happened"]


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ali blasts the government over food prices.",
        "The governor of Herat attacked the judiciary in a speech.",
        "The mayor of Herat fired back at his critics.",
    ],
)
def test_an_attack_with_words_is_an_accusation(text, reader):
    assert [e["kind"] for e in read(reader, text, day=DAY)] == ["accuse.condemn"]


@pytest.mark.parametrize(
    "text",
    [
        "Tribesmen clashed over a well in Herat, and four were killed.",
        "A military campaign targets militants in Bannu, killing nine.",
        "Rebels attacked the governor in Herat over a land dispute.",
        "Troops fired back at the rebels in Herat.",
        "Rebels mounted an attack on the market in Khost.",
        "Soldiers fought to retake the town of Khost from rebels.",
        "Militants stormed into the hall in Khost and killed nine clerks.",
        "A truck bomb exploded in Khost, killing nine.",
        "Worshippers were killed when gunmen attacked a mosque in Khost.",
        "The army bombarded a camp in Khost with rockets.",
        "In the raid on the museum in Herat, two guards were killed.",
    ],
)
def test_the_same_words_in_earnest(text, reader):
    assert any(is_violent(e) for e in read(reader, text, day=DAY))


@pytest.mark.parametrize(
    "text",
    [
        "British troops stormed Ghazni in 1839.",
        "Nadir Shah sacked Delhi in 1739 and massacred thousands.",
    ],
)
def test_years_of_old_are_read(text, reader):
    (event,) = read(reader, text, day=DAY)
    assert event["status"] == "recalled"
    assert event["happened_to"].year < 1900
