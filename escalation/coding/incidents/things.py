"""What a happening is about, beside its place: a mosque, a bus, an election, the Hazaras.

Two reports of one day and town that both name a mosque tell of one happening sooner; where one
names a mosque and the other a bus, and neither names what the other does, they tell of two.
"""

import re

# A line is one thing, by all its names. Soldiers, police, houses and villages are in too many
# reports to tell one happening from another.
_NAMES = """
mosque mosques imambargah imambargahs imambara
seminary madrasa madrassa
shrine ziarat mausoleum
church churches christian christians
temple gurdwara hindu hindus sikh sikhs
ahmadi ahmadis ahmadiyya
shia shias shiite shiites hazara hazaras
school schools schoolchildren schoolgirls students
college university campus
hospital hospitals clinic medics doctors
bus buses minibus minibuses coach passengers
train trains railway
station
convoy convoys motorcade
checkpoint checkpoints checkpost outpost outposts post posts
base bases camp barracks headquarters
academy cadets recruits
airport airbase airfield
market markets bazaar shop shops mall
hotel restaurant cafe guesthouse
court courthouse judge judges lawyer lawyers
bank
embassy consulate diplomat diplomats ambassador
wedding
funeral mourners
procession rally gathering parade
election elections electoral polling candidate candidates voters
helicopter helicopters plane aircraft jet
pipeline
bridge
mine miners coal
park playground
prison jail prisoners inmates
parliament assembly lawmaker lawmakers
tanker tankers
truck trucks
polio vaccination vaccinators
journalist journalists reporter reporters broadcaster
pilgrims
tourists climbers
stadium football cricket volleyball
cinema theatre theater
governor mayor
cleric clerics imam
elder elders jirga
chinese
intelligence cia isi nds
charity
hostage hostages captives
dam
factory
"""
_THING = {name: line.split()[0] for line in _NAMES.strip().splitlines() for name in line.split()}
_WORD = re.compile(r"[a-z]+")


def things(text: str) -> frozenset[str]:
    """The things that a text names, each by one of its names."""
    return frozenset(_THING[word] for word in _WORD.findall(text.lower()) if word in _THING)
