"""Where deeds are done of which no preposition of place tells, and lands told without a name."""

import pandas as pd
import pytest

from tests.coding.reading import read

DAY = pd.Timestamp("2024-05-16")

# text, kind, country and place of the event of that kind
PLACES = [
    ("Looters ransack Bagram Airfield after the troops leave.", "coerce", "AF", "Bagram"),
    ("India scraps Jammu and Kashmir's statehood.", "coerce", "IN", "Jammu and Kashmir"),
    ("The government suspends Quetta's mobile internet.", "coerce", "PK", "Quetta"),
    ("Kabul University is shut to women by the Taliban.", "coerce", "AF", "Kabul"),
    ("Kenya closes its border with Somalia.", "sanction", None, None),
    ("Officials order all tourists to leave Quetta.", "coerce.expulsion", "PK", "Quetta"),
    ("Spain evacuates 90 of its citizens from Afghanistan.", "aid", "AF", "Afghanistan"),
    ("Spain sends tents for migrants from Afghanistan.", "aid", None, None),
    # those whom it met stood there, or were taken there
    ("Police disperse women who had gathered outside a ministry in Kabul.", "coerce", "AF", "Kabul"),
    ("The Taliban shot nine soldiers who had been captured in an ambush in Badghis Province.",
     "force.shooting", "AF", "Badghis"),
    ("Gunmen kill two men who had lived in Herat.", "attack", None, None),
    # as told before
    ("Thousands rally in Quetta. Police arrest 30 people.", "coerce.arrest", "PK", "Quetta"),
    ("Riots break out in Quetta. Pakistan moves two battalions into the city.",
     "mobilize", "PK", "Quetta"),
    ("Riots break out in Quetta. India moves two battalions to its border.",
     "mobilize", "IN", "India"),
    ("Denmark withdraws its last troops from Herat as rebels storm Farah.", "retreat", "AF",
     "Herat"),
    # towns that no list knows
    ("Three rockets hit the Israeli town of Majdal Karum.", "attack", "IL", "Majdal Karum"),
    ("Syrian troops seize the village of Bartalah.", "force.capture", "SY", "Bartalah"),
    ("Two soldiers are killed in Khost's Nader Shah Kot district.", "attack", "AF",
     "Nader Shah Kot"),
    ("A drone hits a lorry near the village of Kozacha Lopan in Ukraine's Kharkiv region.",
     "force", "UA", "Kozacha Lopan"),
    ("A car bomb kills nine in Warmahan, north of Mogadishu, Somalia.", "attack", "SO",
     "Warmahan"),
    ("Militants attack a post in Kotkot, 20 km west of Peshawar.", "attack", "PK", "Kotkot"),
    # between two ends, and near within
    ("A lorry hits a mine on the highway between Herat and Farah.", "attack", "AF",
     "Afghanistan"),
    ("Gunmen fire on a bus on the highway linking Quetta and Sibi.", "attack", "PK",
     "Balochistan"),
    ("Troops kill two rebels near Srinagar in the disputed Kashmir Valley.", "force", "IN",
     "Srinagar"),
    # "the country"
    ("A raid near Herat kills nine soldiers. Airstrikes kill forty militants elsewhere in the"
     " country.", "force.airstrike", "AF", "Afghanistan"),
    ("Protests are held in Iran. Gunmen kill two officers nationwide.", "attack", "IR", "Iran"),
    ("Peru and Chile hold a summit in Lima. A bomb kills two somewhere in the country.",
     "attack", "PE", "Peru"),
    ("Peru and Chile hold a summit. A bomb kills two in the country.", "attack", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "country", "place"), PLACES)
def test_where_it_was_done(reader, text, kind, country, place):
    event = [e for e in read(reader, text, day=DAY) if e["kind"].startswith(kind)][-1]
    assert (event.get("country"), event.get("place")) == (country, place)
