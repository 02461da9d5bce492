"""Strikes told over several sentences: which day, which place, how many; published on Wednesday 18 June 2025."""

import datetime as dt

import pytest

from etl.extract.events import strikes
from etl.extract.reader import read
from etl.records import Article, Event

MAY_1 = dt.date(2025, 5, 1)
MAY_13 = dt.date(2025, 5, 13)
THU, FRI, SAT, SUN, MON, TUE, WED = (dt.date(2025, 6, day) for day in range(12, 19))

STORIES = {
    "the strike that another came after": (
        "A Russian drone hit a clinic in Sumy on Monday. The attack came two days after a missile strike on the "
        "port of Odesa.",
        {("Sumy", MON), ("Odesa", SAT)},
    ),
    "a day after, in a headline's manner": (
        "Russian missiles struck Kharkiv on Tuesday, a day after a drone attack on Kherson that killed four people.",
        {("Kharkiv", TUE), ("Kherson", MON)},
    ),
    "hours after one, a day after another": (
        "Israel struck the port of Hodeidah on Monday, hours after an air raid on Sanaa and a day after a "
        "missile hit Ashdod.",
        {("Hodeidah", MON), ("Sanaa", MON), ("Ashdod", SUN)},
    ),
    "a week after": (
        "A Russian drone hit a clinic in Sumy on Monday. The attack came a week after a missile strike on Odesa.",
        {("Sumy", MON), ("Odesa", dt.date(2025, 6, 9))},
    ),
    "months after says no day": (
        "A Russian drone hit a clinic in Sumy on Monday. The attack came two months after a missile strike on Odesa.",
        {("Sumy", MON), ("Odesa", None)},
    ),
    "an opening that dates what follows": (
        "A missile struck Sumy on Saturday. Two days after the strike on Sumy, drones hit Konotop.",
        {("Sumy", SAT), ("Konotop", MON)},
    ),
    "a day later, from two days": (
        "On June 14 and 15, Kharkiv was hit by missiles. One day later, Russian forces carried out a strike on "
        "Poltava.",
        {("Kharkiv", SAT), ("Poltava", MON)},
    ),
    "the day before, with its verb": (
        "Hezbollah fired rockets at Haifa on Friday. A strike in Beirut the day before killed a commander, "
        "Israel said.",
        {("Haifa", FRI), ("Beirut", THU)},
    ),
    "back to the first day's place": (
        "Russian bombs hit Kharkiv on Friday, killing six people. On Saturday, Russian forces struck the "
        "village of Lyptsi. "
        "Zelensky condemned Friday's attack. The attack on Friday left 97 people wounded.",
        {("Kharkiv", FRI), ("Lyptsi", SAT)},
    ),
    "an attack of long ago is not the story's": (
        "A drone struck a house in Kherson on Monday. The strike killed more people than the attack on 13 May. "
        "Two people died.",
        {("Kherson", MON)},
    ),
    "what is recalled leaves the story's day": (
        "A drone struck a house in Kherson on Monday. On 13 May, missiles hit Odesa. In Nikopol, shelling "
        "killed a man.",
        {("Kherson", MON), ("Odesa", MAY_13), ("Nikopol", MON)},
    ),
    "7 October was no strike": (
        "Israel struck Deir al-Balah on Tuesday. The war began with the Hamas-led attack on southern Israel on "
        "7 October 2023.",
        {("Deir al-Balah", TUE)},
    ),
    "a separate attack is another": (
        "A drone attack hit the centre of El Fasher. In a separate attack on Friday, a drone struck a hospital "
        "in El Fasher.",
        {("El Fasher", FRI)},
    ),
    "a fresh attack of the opening is the one told": (
        "Odesa hit by fresh strikes, one killed. Russia launched another attack on Odesa on Tuesday, killing one.",
        {("Odesa", TUE)},
    ),
    "a governor's no damage is no strike": (
        "Missiles struck Dnipro on Tuesday. The governor of the Khmelnytskyi region reported no damage "
        "following the attack.",
        {("Dnipro", TUE)},
    ),
    "intercepts are part of the strike told": (
        "Missiles hit Belgorod on Tuesday. Air defence systems downed eight Ukrainian missiles, its governor said.",
        {("Belgorod", TUE)},
    ),
    "shelling that grows is no strike on the place before": (
        "A bomb hit Kharkiv on Monday. Over the last three days, children have been taken from Kupiansk as "
        "Russian shelling intensifies.",
        {("Kharkiv", MON)},
    ),
    "a place where somebody speaks of it": (
        "Missiles hit Poltava on Tuesday. Speaking to reporters in Kyiv, the minister said the missile reached "
        "its target in minutes.",
        {("Poltava", TUE)},
    ),
    "a place named after a new clause": (
        "Missiles hit Poltava on Tuesday. Asked about the attack, Zelensky urged allies to allow strikes with "
        "their weapons inside Russia.",
        {("Poltava", TUE)},
    ),
    "a hospital tells what hit it": (
        "Israel struck Beirut on Friday. The hospital in the city of Bint Jbeil said the shelling wounded nine "
        "of its staff.",
        {("Beirut", FRI), ("Bint Jbeil", FRI)},
    ),
    "a camp in a land": (
        "On Monday Israel carried out a strike in the occupied West Bank, hitting a cafe in the Tulkarm refugee camp.",
        {("Tulkarm", MON)},
    ),
    "the day just told": (
        "Flights were diverted on Tuesday. They were held back because of an attempted drone attack on Moscow, "
        "its mayor said.",
        {("Moscow", TUE)},
    ),
    "an operation on targets": (
        "The Houthis said they fired missiles at Israel on Monday. They said they carried out an operation on "
        "targets in Eilat.",
        {("Israel", MON), ("Eilat", MON)},
    ),
    "a police operation": (
        "A drone hit Sumy on Monday. In Odesa, police carried out an operation against smugglers.",
        {("Sumy", MON)},
    ),
    "what is recalled of last month has no place of its own": (
        "Israel struck Khiam on Sunday to avenge a soldier killed in a strike last month.",
        {("Khiam", SUN)},
    ),
    "an attack on a land besides undated ones": (
        "Drone strikes on Kordofan go on. On Monday, an RSF drone hit a bus in central Sudan.",
        {("Sudan", MON)},
    ),
    "across the enclave, which was told before": (
        "Israel struck the Gaza Strip on Monday. Tanks pushed towards Khan Younis as airstrikes killed 20 "
        "across the enclave.",
        {("Gaza Strip", MON)},
    ),
    "tank fire": (
        "Israel struck the Gaza Strip on Monday. Nine others were killed by tank fire in Rafah, medics said.",
        {("Gaza Strip", MON), ("Rafah", MON)},
    ),
    "another city's authorities": (
        "Shelling hit Donetsk on Friday. Authorities in the Russian city of Belgorod reported that a house had "
        "been hit by a drone.",
        {("Donetsk", FRI), ("Belgorod", FRI)},
    ),
    "a school named for a city": (
        "Israel struck Gaza City on Monday. Nine people were killed at Muscat School, medics said.",
        {("Gaza City", MON)},
    ),
    "what else the attacker launched": (
        "Israel repelled a barrage of missiles on Tuesday and launched an invasion into Lebanon.",
        set(),
    ),
    "said before the story's day": (
        "A Russian drone hit Izmail on Tuesday. Russia's army said on Sunday it had struck fuel stores in the "
        "town of Reni.",
        {("Izmail", TUE), ("Reni", SUN)},
    ),
    "the attack had hit": (
        "Drones hit the Odesa region on Tuesday. The governor said the attack had hit Reni and Izmail.",
        {("Odesa Oblast", TUE), ("Reni", TUE), ("Izmail", TUE)},
    ),
    "the fourth in five days is a count": (
        "Drones hit Izmail on Tuesday. It was the fourth attack on Izmail district in the last five days.",
        {("Izmail", TUE)},
    ),
    "a day earlier is another": (
        "Russian drones struck the port city of Izmail, Kyiv said on Wednesday. Three were hurt in an attack "
        "one day earlier on Izmail.",
        {("Izmail", WED), ("Izmail", TUE)},
    ),
    "the day of what it led to": (
        "A missile hit Odesa on Friday. Drones struck two refineries in the Samara region, leaving one on fire "
        "on Saturday.",
        {("Odesa", FRI), ("Samara Oblast", SAT)},
    ),
    "dead by town": (
        "Russian attacks hit Kharkiv on Tuesday. Three civilians were killed: two in Kostiantynivka and one in "
        "Rodynske.",
        {("Kharkiv", TUE), ("Kostiantynivka", TUE), ("Rodynske", TUE)},
    ),
    "occupied areas are not the place before": (
        "A drone hit Kharkiv on Tuesday. In occupied areas, attacks by Ukrainian forces killed nine.",
        {("Kharkiv", TUE)},
    ),
    "last month's is another": (
        "On Tuesday Israel hit Jabalia. In Gaza City's Zeitoun neighbourhood, an air raid killed six. "
        "Last month, Israel bombed a church in Gaza City.",
        {("Jabalia", TUE), ("Gaza City", TUE), ("Gaza City", MAY_1)},
    ),
    "an assault repelled on the ground": (
        "Drones hit Kosti on Monday. The army said it repelled an RSF assault on Babanusa.",
        {("Kosti", MON)},
    ),
    "shelled in recent weeks, past an aside": (
        "Missiles hit Kyiv on Monday. Chernihiv, which lies halfway between Kyiv and the border, has endured "
        "shelling in recent weeks.",
        {("Kyiv", MON)},
    ),
    "an attack on tourists is no strike": (
        "India launched missile strikes on Pakistan on Monday, just two weeks after a deadly attack in "
        "Pahalgam, Kashmir. "
        "The April 22 attack on tourists in Pahalgam shocked the country.",
        {("Pakistan", MON)},
    ),
    "a village also in a city's region": (
        "Russian bombs hit Kharkiv on Friday. On Saturday, Russian forces struck the Lyptsi village, also in Kharkiv.",
        {("Kharkiv", FRI), ("Lyptsi", SAT)},
    ),
}


def found(text: str) -> list[Event]:
    reading = read(Article(article="x", text=text, published=WED))
    return [one for one in strikes.extract(reading) if isinstance(one, Event)]


@pytest.mark.parametrize(("text", "expected"), STORIES.values(), ids=STORIES)
def test_places_and_days(text, expected):
    assert {(one.place, one.start) for one in found(text)} == expected


LISTS = {
    "and the capital of Kyiv": (
        "The attack targeted several places, including the city of Sumy, the southern city of Kherson, the "
        "central region of "
        "Poltava and the capital of Kyiv.",
        {"Sumy", "Kherson", "Poltava Oblast", "Kyiv"},
    ),
    "refineries of a region – in its towns": (
        "Drones struck three refineries of the Samara region – in Syzran and Samara.",
        {"Syzran", "Samara"},
    ),
    "two regions of the enemy": (
        "Ukraine continued its drone onslaught with attacks on Russia's Kursk and Voronezh regions, officials said.",
        {"Kursk Oblast", "Voronezh Oblast"},
    ),
    "border areas": (
        "The ministry said Ukraine had attacked with drones in Russia's Belgorod and Oryol border areas.",
        {"Belgorod", "Oryol"},
    ),
    "a border region": (
        "A Ukrainian drone strike on a car in the border region of Bryansk killed a man.",
        {"Bryansk Oblast"},
    ),
    "a fleet has a sea's name": (
        "A missile strike on the headquarters of the Black Sea fleet in Sevastopol killed two.",
        {"Sevastopol"},
    ),
    "the capital and a province": (
        "The strikes, which hit the Yemeni capital and nearby Amran province, killed six.",
        {"Sanaa", "Amran"},
    ),
    "a raid on a refinery": (
        "On Monday Russia raided the oil refinery in the city of Kremenchuk, causing a fire.",
        {"Kremenchuk"},
    ),
    "a drone believed to be": (
        "A drone believed to be Ukrainian hit an oil tank near the airport in Sochi.",
        {"Sochi"},
    ),
    "words in quotation marks part nothing": (
        "Heavy shelling rained down on “buildings, streets, our hospitals” in Kherson, he said.",
        {"Kherson"},
    ),
    "oblasts by their adjectives": (
        "The drone attack left dozens of buildings damaged in Kyiv, as well as in Kirovohradska and Vinnytska oblasts.",
        {"Kyiv", "Kirovohrad Oblast", "Vinnytsia Oblast"},
    ),
    "damage that cuts the power": (
        "In the Poltava region, damage by drones to gas plants disrupted supply.",
        {"Poltava Oblast"},
    ),
    "not the road between two towns": (
        "A drone hit a car on the road between Chuhuiv and Balakliia in the Kharkiv region.",
        {"Kharkiv Oblast"},
    ),
    "not the district of a village": (
        "Russians hit a house with a drone in Bilozerka, Kherson district.",
        {"Bilozerka"},
    ),
    "not a namesake abroad": (
        "Israeli drones struck cars in the town of Bint Jbeil and the town of Blida.",
        {"Bint Jbeil"},
    ),
    "not the capital of a region": ("An RSF drone hit a house in North Kordofan's capital of El Obeid.", {"El Obeid"}),
    "not where another advances": (
        "The missiles struck as Russia pushed its advance in the stronghold of Bakhmut.",
        set(),
    ),
    "not a city's sea": ("RSF drones struck Port Sudan, the Red Sea city where the government sits.", {"Port Sudan"}),
    "not a district that has a village's name": (
        "Kharkiv was hit. Russian troops fired rockets at the Sloboda district of the city.",
        {"Kharkiv"},
    ),
    "subjected to an attack": (
        "The Rostov region was subjected to a massive attack by the enemy's drones.",
        {"Rostov Oblast"},
    ),
    "experienced an attack": (
        "Mykolaiv experienced a morning attack by the occupiers, using drones and missiles.",
        {"Mykolaiv"},
    ),
    "once again": ("Kharkiv was once again targeted by enemy drones.", {"Kharkiv"}),
    "one drone over a region is no wave": (
        "Russians killed a resident of Kherson region, dropping a bomb from a drone on Friday.",
        set(),
    ),
    "not the land of who fires": ("Houthis in Yemen have hit a ship with a missile.", set()),
    "not the port that it was far from": (
        "A drone hit a ship 70 miles west of the Houthi-held port city of Hodeidah.",
        set(),
    ),
    "regions of": (
        "Sites in the Ukrainian regions of Dnipropetrovsk, Odesa and Zaporizhzhia were also hit by drones.",
        {"Dnipropetrovsk Oblast", "Odesa Oblast", "Zaporizhzhia Oblast"},
    ),
    "a land's city": ("Missiles struck Israel's Tel Aviv and the port city of Haifa.", {"Tel Aviv", "Haifa"}),
    "the central part of": ("Two missiles struck the central part of Zaporizhzhia.", {"Zaporizhzhia"}),
    "hell on a city": ("The enemy's forces rained hell on Kyiv last night, drones smashing homes.", {"Kyiv"}),
    "flattened": ("Missiles flattened a shopping centre in Ternopil.", {"Ternopil"}),
    "a town's own port": ("Ukrainian forces attacked the Feodosia port of Russian-occupied Crimea.", {"Feodosia"}),
    "reports of explosions": (
        "There were reports of powerful explosions in the port of Feodosia as drones flew in.",
        {"Feodosia"},
    ),
    "not the land that strikes": (
        "In the war in Syria, Israel has struck targets there, hitting arms of Hezbollah with air strikes.",
        set(),
    ),
    "an assault that went on elsewhere": (
        "Russia launched drones at Odesa. The drone assault continued in the central Kyiv region, causing injuries.",
        {"Odesa", "Kyiv Oblast"},
    ),
    "not where a massacre was": (
        "India said it struck infrastructure used by militants linked to last month's massacre in Kashmir.",
        set(),
    ),
    "an artillery exchange": (
        "Five people died in an artillery exchange along the Line of Control.",
        {"Line of Control"},
    ),
    "claimed lives": (
        "A Russian strike in the Ukrainian city of Zaporizhzhia claimed the lives of two.",
        {"Zaporizhzhia"},
    ),
    "set alight": ("A refinery in Syzran was set alight by a Ukrainian drone.", {"Syzran"}),
    "attacked several of its regions": (
        "Russian forces attacked several Ukrainian communities with 40 drones overnight.",
        {"Ukraine"},
    ),
    "into a land from a strip": ("Militants in Gaza fired two rockets into Israeli territory on Friday.", {"Israel"}),
    "a land besides a town's dead": (
        "In addition to the dead in Kharkiv, Russian attacks on Ukrainian territory killed three.",
        {"Ukraine"},
    ),
    "not where it was fired from": (
        "The missile that hit a house in Dnipro was launched from Russia's Kursk region.",
        {"Dnipro"},
    ),
    "not what interceptors fell on": (
        "Shrapnel from an Israeli interceptor missile fell on a home in Jerusalem.",
        set(),
    ),
    "not a region of the world": ("The missile barrage has pushed the Middle East closer to war.", set()),
    "not jets that were scrambled": (
        "Poland scrambled jets on Tuesday as Russian missiles flew towards Ukraine's west.",
        set(),
    ),
    "train drivers": ("Train drivers began a 48-hour strike on Monday, hitting commuters in Birmingham.", set()),
    "shares": ("Shares in Moscow were hit by sanctions on Monday. The rouble was pounded.", set()),
    "a test": ("North Korea fired two missiles into the Sea of Japan on Monday.", set()),
    "a lorry": ("Two people were struck by a lorry in Odesa on Monday.", set()),
    "people struck down": ("People were struck down as they ran to a shelter in Kyiv.", set()),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_struck_places(text, expected):
    assert {one.place for one in found(text)} == expected
