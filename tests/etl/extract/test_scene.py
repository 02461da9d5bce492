"""Where and when the counts of short reports are placed: hits and near misses, one report a row.

The reports are made up, in the manner of agencies, tabloids, state media, live blogs and the UN.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.counts.figures import extract
from etl.extract.reader import read
from etl.records import Article, Figure, Issue

PUBLISHED = dt.date(2024, 7, 11)  # a Thursday


def told(text: str) -> list[str]:
    """Return "measure number @place day" for each figure of a report published on Thursday 11 July 2024."""
    found = []
    for record in extract(read(Article(article="x", text=text, published=PUBLISHED))):
        if isinstance(record, Issue):
            continue
        assert isinstance(record, Figure)
        days = "" if record.start is None else f" {record.start:%m-%d}"
        if record.end and record.end != record.start:
            days += f"..{record.end:%m-%d}"
        found.append(f"{record.measure} {record.low:g} @{record.place}{days}")
    return found


REPORTS = {
    "a town and then its region": (
        "One person was killed in Rodynske and five more were wounded across the region on Wednesday.",
        ["killed 1 @Rodynske 07-10", "injured 5 @Donetsk Oblast 07-10"],
    ),
    "an earlier attack recalled": (
        "Six people were wounded by shelling in the Belgorod region, the governor said on Wednesday. On 5 May, 25 "
        "people were killed in an attack on the city of Belgorod.",
        ["injured 6 @Belgorod Oblast 07-10", "killed 25 @Belgorod 05-05"],
    ),
    "air force tells what the enemy fired": (
        "According to Ukraine's Air Force, Russia launched 103 drones on Wednesday. Five people died in Pryluky.",
        ["launched 103 @Ukraine 07-10", "killed 5 @Pryluky 07-10"],
    ),
    "told reporters in a town of another country": (
        "Russia hit Ukrainian power plants on Wednesday with 150 drones, he told reporters in Helsinki, Finland.",
        ["launched 150 @Ukraine 07-10"],
    ),
    "town of the council": (
        "A drone hit a hostel near Kyiv on Wednesday. Two children were wounded in the flats, said Zaporizhzhia city "
        "council secretary Olena Bondar.",
        ["injured 2 @Zaporizhzhia 07-10"],
    ),
    "most of them in a town": (
        "Israeli strikes in northern Gaza killed 31 people on Wednesday, most of them in the town of Beit Lahiya.",
        ["killed 31 @Gaza Strip 07-10"],
    ),
    "some over a region": (
        "Russian air defences shot down 22 Ukrainian drones on Wednesday, including two over the Ryazan region.",
        ["intercepted 22 @Russia 07-10", "intercepted 2 @Ryazan Oblast 07-10"],
    ),
    "subset and then the place": (
        "A missile killed 12 people, including three children, in Kharkiv on Wednesday.",
        ["killed 12 @Kharkiv 07-10", "killed 3 @Kharkiv 07-10"],
    ),
    "one sentence": (
        "Three people were killed in a Russian missile strike on Kramatorsk on Wednesday.",
        ["killed 3 @Kramatorsk 07-10"],
    ),
    "place before": ("In Nikopol, shelling wounded two women overnight.", ["injured 2 @Nikopol 07-11"]),
    "carried": (
        "Russian forces shelled Kherson on Tuesday. Two people were killed. A 12-year-old boy was injured.",
        ["killed 2 @Kherson 07-09", "injured 1 @Kherson 07-09"],
    ),
    "day told later": (
        "A missile hit a market in Kostiantynivka, killing 16 people. The attack on Wednesday was the worst in months.",
        ["killed 16 @Kostiantynivka 07-10"],
    ),
    "headline": (
        "Russian strike kills 7 in Dnipro\n\nSeven people died when a missile hit a house in Dnipro on Tuesday.",
        ["killed 7 @Dnipro 07-09"],
    ),
    "headline without place": (
        "Death toll from missile strike rises to 9\n\nRescuers in Poltava found another body on Wednesday. "
        "The missile hit the city on Tuesday.",
        ["killed 9 @Poltava 07-09"],
    ),
    "two places": (
        "Two people were killed in Kherson and three were wounded in Kharkiv on Wednesday.",
        ["killed 2 @Kherson 07-10", "injured 3 @Kharkiv 07-10"],
    ),
    "region and town": (
        "In the Donetsk region, shelling killed one civilian in Toretsk on Wednesday.",
        ["killed 1 @Toretsk 07-10"],
    ),
    "the city": (
        "Drones attacked Odesa overnight. Five people were hurt in the city.",
        ["injured 5 @Odesa 07-11"],
    ),
    "elsewhere": (
        "A missile killed four people in Zaporizhzhia on Wednesday. Elsewhere, a drone wounded a man in Sumy.",
        ["killed 4 @Zaporizhzhia 07-10", "injured 1 @Sumy 07-10"],
    ),
    "said day is no day of the attack": (
        "Shelling killed two people in Toretsk on Tuesday, the governor said on Thursday.",
        ["killed 2 @Toretsk 07-09"],
    ),
    "distance": (
        "A rocket killed three people in Pokrovsk, about 60 km northwest of Donetsk, on Wednesday.",
        ["killed 3 @Pokrovsk 07-10"],
    ),
    "dateline": (
        "KYIV, July 10 (Reuters) - Russian shelling killed two people in Nikopol on Tuesday.",
        ["killed 2 @Nikopol 07-09"],
    ),
    "fired from": (
        "Missiles launched from the Kursk region hit Kharkiv on Wednesday, killing five people.",
        ["killed 5 @Kharkiv 07-10"],
    ),
    "background": (
        "A drone killed one person in Belgorod on Wednesday. In April, shelling killed 12 people in Shebekino.",
        ["killed 1 @Belgorod 07-10", "killed 12 @Shebekino 04-01..04-30"],
    ),
    "running total": (
        "A missile hit Kharkiv on Wednesday, wounding three people. "
        "The war has killed more than 11,000 civilians since February 2022, the UN says.",
        ["injured 3 @Kharkiv 07-10", "killed 11000 @Ukraine 02-01..07-11"],
    ),
    "month": (
        "In June, at least 146 civilians were killed and 672 injured in Ukraine, UN monitors said.",
        ["killed 146 @Ukraine 06-01..06-30", "injured 672 @Ukraine 06-01..06-30"],
    ),
    "minister elsewhere": (
        "Speaking in Berlin on Thursday, the minister said a missile had killed two people in Odesa on Wednesday.",
        ["killed 2 @Odesa 07-10"],
    ),
    "day of a meeting": (
        "The president met his counterpart in Warsaw on Monday. On Wednesday a drone killed a man in Kherson.",
        ["killed 1 @Kherson 07-10"],
    ),
    "several regions": (
        "Russian attacks killed eight people in the Donetsk, Kharkiv and Kherson regions on Wednesday.",
        ["killed 8 @Ukraine 07-10"],
    ),
    "a city, named later": (
        "Russian missiles struck a city in central Ukraine on Wednesday, killing 10 people.\n\n"
        "The missiles hit the railway station in Kropyvnytskyi.",
        ["killed 10 @Kropyvnytskyi 07-10"],
    ),
    "two days one night": (
        "Air defences shot down 40 drones over Ukraine late Tuesday and early Wednesday.",
        ["intercepted 40 @Ukraine 07-09..07-10"],
    ),
    "salvo of the night": (
        "A drone set fire to a depot in Odesa overnight. Russia launched 24 drones, Ukraine's air force said.",
        ["launched 24 @Ukraine 07-11"],
    ),
    "salvo at a place": ("Russia fired five missiles at Kharkiv on Wednesday.", ["launched 5 @Kharkiv 07-10"]),
    "Ukrainian strike": (
        "Ukrainian drones attacked Belgorod on Wednesday. Four people were injured, the governor said.",
        ["injured 4 @Belgorod 07-10"],
    ),
    "told twice": (
        "A missile killed six people in Odesa on Wednesday. The strike killed six people, the mayor said.",
        ["killed 6 @Odesa 07-10"],
    ),
    "toll grows": (
        "A missile hit Odesa on Wednesday, killing six people. The death toll later rose to eight.",
        ["killed 6 @Odesa 07-10", "killed 8 @Odesa 07-10"],
    ),
    "Gaza": (
        "Israeli strikes killed at least 27 people in Khan Younis on Wednesday, medics said.",
        ["killed 27 @Khan Younis 07-10"],
    ),
    "Sudan": (
        "Shelling by the Rapid Support Forces killed 13 people in El Fasher on Tuesday.",
        ["killed 13 @El Fasher 07-09"],
    ),
    "Yemen": (
        "Air strikes on Hodeidah killed 16 people and wounded 30 on Wednesday.",
        ["killed 16 @Hodeidah 07-10", "injured 30 @Hodeidah 07-10"],
    ),
    "governor": (
        "A missile killed three people in Odesa on Wednesday. "
        "Kharkiv Governor Oleh Syniehubov said two people were wounded.",
        ["killed 3 @Odesa 07-10", "injured 2 @Kharkiv Oblast 07-10"],
    ),
    "district of a town": (
        "In Kyiv's Shevchenko district a house was hit on Wednesday and one person was killed.",
        ["killed 1 @Kyiv 07-10"],
    ),
    "town in a strip": (
        "Strikes on the southern city of Rafah in the Gaza Strip killed five people on Wednesday.",
        ["killed 5 @Rafah 07-10"],
    ),
    "the war has": (
        "Shelling killed two people in Khartoum on Wednesday. The conflict has claimed over 4,000 lives.",
        ["killed 2 @Khartoum 07-10", "killed 4000 @Sudan"],
    ),
    "too many for a day": (
        "A strike killed six people in Rafah on Wednesday. More than 38,000 people have been killed, medics say.",
        ["killed 6 @Rafah 07-10", "killed 38000 @None"],
    ),
    "the country": (
        "Lebanon's health ministry said 51 people were killed on Wednesday in Israeli raids across the country.",
        ["killed 51 @Lebanon 07-10"],
    ),
    "last week's attack on a day": (
        "Three officers were killed in last week's attack on Vinnytsia on July 4.",
        ["killed 3 @Vinnytsia 07-04"],
    ),
    # what a sentence recalls
    "came a day after": (
        "A drone killed a woman in Odesa on Wednesday. The attacks came a day after a Ukrainian missile strike on the "
        "Russian city of Belgorod killed two people.",
        ["killed 1 @Odesa 07-10", "killed 2 @Belgorod 07-09"],
    ),
    "two days after, elsewhere": (
        "Missiles hit Kyiv on Thursday, killing three. The strikes come two days after a missile fell in Poland during "
        "a wide attack on Ukraine that killed eight people.",
        ["killed 3 @Kyiv 07-11", "killed 8 @Ukraine 07-09"],
    ),
    "a day after, before the place": (
        "Five people were killed in air strikes on a Yemeni port on Wednesday, a day after a drone hit Tel Aviv.\n\n"
        "Jets struck tanks in Hodeidah, rescuers said.",
        ["killed 5 @Hodeidah 07-10"],
    ),
    "in response to an attack": (
        "Israel began its campaign in Gaza in response to the attack on southern Israel on 7 October 2023, in which "
        "about 1,200 people were killed. An air strike on Rafah on Wednesday killed six.",
        ["killed 1200 @Israel 10-07", "killed 6 @Rafah 07-10"],
    ),
    "in response, and goes on": (
        "Jets bombed Hodeidah on Wednesday in response to missile fire, killing 12 people.",
        ["killed 12 @Hodeidah 07-10"],
    ),
    "a day after it was hit": (
        "Two bodies were found in a house in Kharkiv, a day after it was hit by a bomb on Tuesday, the mayor said.",
        ["killed 2 @Kharkiv 07-09"],
    ),
    "the deadliest since": (
        "A strike on a school in Poltava killed 51 people on Tuesday, in one of the deadliest attacks since the start "
        "of the invasion in February 2022.",
        ["killed 51 @Poltava 07-09"],
    ),
    # where nothing happened
    "talks next week": (
        "A drone killed one person in Ukraine on Wednesday, officials said, ahead of fresh talks next week in Geneva.",
        ["killed 1 @Ukraine 07-10"],
    ),
    "set to meet": (
        "Russia said it shot down 162 Ukrainian drones overnight, hours before delegations were to meet in Istanbul.",
        ["intercepted 162 @Russia 07-11"],
    ),
    "a Black Sea port": (
        "A woman died when a drone hit a house in the Black Sea port city of Odesa on Wednesday.",
        ["killed 1 @Odesa 07-10"],
    ),
    "in the Black Sea": ("A mine killed two sailors in the Black Sea on Tuesday.", ["killed 2 @Black Sea 07-09"]),
    "in addition to": (
        "A bomb hit Kharkiv on Wednesday. In addition to the wounded in Kharkiv, Russian attacks on Ukrainian "
        "territory killed three people on Wednesday.",
        ["killed 3 @Ukraine 07-10"],
    ),
    "may be struck": (
        "A bomb hit Dnipro on Wednesday. He urged allies to allow Ukraine to use the missiles to strike inside Russia. "
        "Three people were injured, the authorities said.",
        ["injured 3 @Dnipro 07-10"],
    ),
    "two countries": (
        "Drone strikes killed one person in Ukraine and another in Russia on Wednesday.",
        ["killed 1 @Ukraine 07-10", "killed 1 @Russia 07-10"],
    ),
    "a district": (
        "Missiles hit Kyiv on Wednesday. Seven people were killed in the Darnytskyi district. "
        "In Solomyanskyi district, two people died.",
        ["killed 7 @Kyiv 07-10", "killed 2 @Kyiv 07-10"],
    ),
    # a count that is not of the scene before
    "among more": (
        "A clinic in Deir al-Balah was hit on Wednesday. They were among 66 people killed in Israeli strikes that day.",
        ["killed 66 @Gaza Strip 07-10"],
    ),
    "among those of the attack": (
        "A missile hit Kharkiv on Wednesday. He was among six people killed in the attack.",
        ["killed 6 @Kharkiv 07-10"],
    ),
    "since then": (
        "Hamas attacked Israel on 7 October 2023, killing about 1,200 people. Since then, the campaign in Gaza has "
        "killed more than 41,000 Palestinians, officials say.",
        ["killed 1200 @Israel 10-07", "killed 41000 @Gaza Strip 10-07..07-11"],
    ),
    "a war of two in one country": (
        "Since April 2023 the Sudanese army and the RSF have fought a war that has resulted in about 15,000 deaths.",
        ["killed 15000 @Sudan 04-01..07-11"],
    ),
    "in the port": (
        "Jets bombed Hodeidah on Wednesday. The strikes hit tanks in the port on Yemen's west coast, killing three.",
        ["killed 3 @Hodeidah 07-10"],
    ),
    "a part of a smaller whole": (
        "A bomb in Kyiv wounded 14, including two children, on Wednesday. In Solomyanskyi district eight were injured, "
        "including two children.",
        ["injured 14 @Kyiv 07-10", "injured 2 @Kyiv 07-10", "injured 8 @Kyiv 07-10", "injured 2 @Kyiv 07-10"],
    ),
    "a part of a larger toll": (
        "A bomb killed 12 people, including two children, in Kyiv on Wednesday. The toll rose to 14, including two "
        "children.",
        ["killed 12 @Kyiv 07-10", "killed 2 @Kyiv 07-10", "killed 14 @Kyiv 07-10"],
    ),
    "a rate": (
        "A missile hit Kyiv on Wednesday, killing three people. “They are losing it: 5,000 soldiers a week are dying,” "
        "he said.",
        ["killed 3 @Kyiv 07-10", "killed 5000 @None"],
    ),
    "a total in a speech": (
        "A missile hit Sumy on Wednesday, killing three people. “Nearly 1,000,000 people have been killed,” he said.",
        ["killed 3 @Sumy 07-10", "killed 1e+06 @None"],
    ),
    # places that the gazetteer lacks, and officials of cities
    "an unlisted village": (
        "A drone hit Kharkiv on Wednesday, wounding two people. In the village of Novobrechkove, three people died.",
        ["injured 2 @Kharkiv 07-10", "killed 3 @Novobrechkove 07-10"],
    ),
    "an unlisted town, and there": (
        "Jets struck the town of Almatine in central Lebanon on Wednesday. Twenty people were killed there.",
        ["killed 20 @Almatine 07-10"],
    ),
    "a town told after its name": (
        "Three people were killed in a strike on Mashgarine, a town in Lebanon, on Wednesday.",
        ["killed 3 @Mashgarine 07-10"],
    ),
    "the mayor by name": (
        "A missile hit a house in Kherson on Wednesday, killing two. Kyiv Mayor Vitali Klitschko said seven people "
        "were injured.",
        ["killed 2 @Kherson 07-10", "injured 7 @Kyiv 07-10"],
    ),
    "the border region of a city": (
        "Air defences shot down one Ukrainian drone over the Belgorod border region on Wednesday.",
        ["intercepted 1 @Belgorod Oblast 07-10"],
    ),
    "one after another over regions": (
        "Russia said Thursday it destroyed 21 Ukrainian drones overnight. Fifteen were shot down over the Oryol region "
        "and six over Voronezh.",
        ["intercepted 21 @Russia 07-11", "intercepted 15 @Oryol Oblast 07-11", "intercepted 6 @Voronezh 07-11"],
    ),
    "a ministry speaks in its capital": (
        "Drones hit Kharkiv on Wednesday. In Moscow, the Russian Defence Ministry said it had shot down 16 "
        "Ukrainian drones.",
        ["intercepted 16 @Russia 07-10"],
    ),
    "no drones of the side that was hit": (
        "Drones hit Kharkiv on Wednesday. Troops shot down 16 Ukrainian drones.",
        ["intercepted 16 @None 07-10"],
    ),
    "Moscow's strikes": (
        "Missiles hit Kyiv on Wednesday in Moscow's largest strikes on the city. Three people were killed.",
        ["killed 3 @Kyiv 07-10"],
    ),
    "fired from a region of a state": (
        "A missile hit Dnipro on Wednesday. It was a Kh-22 launched from Russia's Kursk region. Nine people were hurt.",
        ["injured 9 @Dnipro 07-10"],
    ),
    "the deadliest since another": (
        "The toll of the strike on Dnipro on Wednesday rose to 30. It was the deadliest attack since one on "
        "Kremenchuk. Nine people were missing.",
        ["killed 30 @Dnipro 07-10", "missing 9 @Dnipro 07-10"],
    ),
    "also struck, in passing": (
        "A missile killed 30 people in Dnipro on Wednesday.\n\nRussia also struck Kyiv and Kharkiv that day.\n\n"
        "At least 73 people were injured, the president said.",
        ["killed 30 @Dnipro 07-10", "injured 73 @Dnipro 07-10"],
    ),
    "three countries": (
        "More than 80 people were killed in strikes in Lebanon, northern Gaza and Syria on Wednesday.",
        ["killed 80 @None 07-10"],
    ),
    "where the bodies went": (
        "In southern Gaza, a strike killed five people on Wednesday, said the hospital in Khan Younis, where the "
        "bodies were taken.",
        ["killed 5 @Gaza Strip 07-10"],
    ),
    "according to officials elsewhere": (
        "Shelling of Toretsk killed two people on Wednesday, according to officials in Kyiv.",
        ["killed 2 @Toretsk 07-10"],
    ),
    "an average": (
        "An average of six people died and 20 were injured every day in Ukraine.",
        ["killed 6 @Ukraine", "injured 20 @Ukraine"],
    ),
    # since a start, and between two states
    "since an undated start": (
        "Missiles struck Haifa on Wednesday. At least 10 people have been killed in Israel since the start of the "
        "escalation.",
        ["killed 10 @Israel"],
    ),
    "the war began on a day": (
        "The war began on 13 June, when jets struck nuclear sites in Iran. Iran's health ministry reported 606 deaths.",
        ["killed 606 @Iran"],
    ),
    "deadliest since the war began": (
        "Israel carried out its deadliest strike in the West Bank since the war began, hitting a cafe in Tulkarm on "
        "Wednesday. At least 18 people were killed.",
        ["killed 18 @Tulkarm 07-10"],
    ),
    "a state lost soldiers": (
        "A missile hit Sumy on Wednesday, killing two. Russia has lost almost 1 million soldiers in the war against "
        "Ukraine, he said.",
        ["killed 2 @Sumy 07-10", "casualties 1e+06 @None"],
    ),
    "the day told after the count": (
        "At least eight people were killed in Tel Aviv in attacks by Iran. The attack occurred on Wednesday.",
        ["killed 8 @Tel Aviv 07-10"],
    ),
    "officials in a capital": (
        "A missile hit Odesa on Wednesday. Officials in Moscow said two crew members were missing.",
        ["missing 2 @Odesa 07-10"],
    ),
    "some days of a count": (
        "Shells hit a shelter in El Fasher, killing 57 people. The UN says 53 civilians were killed there between "
        "5 and 9 July.",
        ["killed 57 @El Fasher", "killed 53 @El Fasher 07-05..07-09"],
    ),
    "a clinic in a strip, named later": (
        "At least 15 people were killed in front of a clinic in central Gaza on Wednesday.\n\n"
        "The drone struck the queue at a clinic in Deir al-Balah, the charity said.",
        ["killed 15 @Deir al-Balah 07-10"],
    ),
    # wide and far
    "a month that names the invasion": (
        "Two people died in Luhanske on Wednesday. The leader, in office long before Moscow's February 2022 full-scale "
        "invasion, said three people died in Horlivka.",
        ["killed 2 @Luhanske 07-10", "killed 3 @Horlivka 07-10"],
    ),
    "the fall of fragments": (
        "Drones attacked Taganrog on Wednesday. One person was wounded due to the fall of fragments.",
        ["injured 1 @Taganrog 07-10"],
    ),
    "the city's district": (
        "Shells hit Donetsk on Wednesday. Three people died in the city's Kirov district.",
        ["killed 3 @Donetsk 07-10"],
    ),
    "some in a country, some in its capital": (
        "Missiles killed at least 10 civilians in Ukraine on Wednesday, with seven deaths reported in the capital, "
        "Kyiv.",
        ["killed 10 @Ukraine 07-10", "killed 7 @Kyiv 07-10"],
    ),
    "in one country and in another's region": (
        "Two people were wounded in Israel and a man was killed by shrapnel in the West Bank on Tuesday.",
        ["injured 2 @Israel 07-09", "killed 1 @West Bank 07-09"],
    ),
    "over his region": (
        "Kyiv was attacked on Wednesday. The governor of the Mykolaiv region said 13 drones were destroyed over his "
        "region.",
        ["intercepted 13 @Mykolaiv Oblast 07-10"],
    ),
    "a region by its city's old name": (
        "Another strike killed a woman in Dnipropetrovsk on Wednesday.",
        ["killed 1 @Dnipropetrovsk Oblast 07-10"],
    ),
    "which borders another country": (
        "Shebekino was shelled on Wednesday. A woman was injured in shelling of the region, which borders northeastern "
        "Ukraine.",
        ["injured 1 @Belgorod Oblast 07-10"],
    ),
    "the toll rose on a day": (
        "The death toll rose to 10 on Thursday from a strike that destroyed a block in Odesa on Wednesday.",
        ["killed 10 @Odesa 07-10"],
    ),
    "day before said": (
        "The ministry Thursday said Sudan's rivals had resumed talks to end a conflict that has resulted in over 9,000 "
        "deaths.",
        ["killed 9000 @Sudan"],
    ),
    "pulled from the rubble in": (
        "Two bodies were pulled from the rubble in Dnipro on Wednesday.",
        ["killed 2 @Dnipro 07-10"],
    ),
    "his hometown, named later": (
        "A missile attack on the president's hometown in central Ukraine killed one policeman on Wednesday.\n\n"
        "The missile hit a police building in Kryvyi Rih.",
        ["killed 1 @Kryvyi Rih 07-10"],
    ),
    "no day": ("A landmine killed two farmers near Izium.", ["killed 2 @Izium"]),
    "no place": ("Three soldiers were killed on Wednesday.", ["killed 3 @None 07-10"]),
}


FRAGMENTS = (
    "killed 12 people",
    "wounded dozens",
    "on Monday",
    "since May 2023",
    "between 1 March and 31 May",
    "in Kyiv",
    "Russia launched 40 drones",
    "of which 30 were shot down",
    "late Sunday and early Monday",
    "the death toll rose from 9 to 12",
    "overnight",
    "since next Friday",
    "Ukraine's air force said",
    ", including",
    "and",
    "in the Sumy region",
    "last week",
    "on 14 July 2022",
    "the war has killed 40,000",
    "tomorrow",
    "governor Oleh Syniehubov said",
    "\n\n",
    ". ",
    "; ",
    "both missiles",
    "in the city",
    "0 people were killed",
    "5-3 people died",
)


@pytest.mark.parametrize(("text", "expected"), REPORTS.values(), ids=REPORTS)
def test_places_and_dates_a_report(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@given(st.lists(st.sampled_from(FRAGMENTS), min_size=2, max_size=20), st.sampled_from([None, PUBLISHED]))
def test_no_order_of_clauses_is_an_error(fragments: list[str], published: dt.date | None) -> None:
    text = " ".join(fragments)
    for record in extract(read(Article(article="x", text=text, published=published))):
        if isinstance(record, Figure):
            assert record.evidence == text[record.evidence_start : record.evidence_end]


def test_what_is_told_uncounted_is_an_issue() -> None:
    text = "A strike on Kharkiv killed two people and wounded dozens."
    figures = list(extract(read(Article(article="x", text=text, published=PUBLISHED))))
    [issue] = [record for record in figures if isinstance(record, Issue)]
    assert (issue.text, issue.stage, issue.reason) == (
        "dozens",
        "figures",
        "injured: it says that there are many, not how many",
    )


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("Russia returned the bodies of 1,000 killed Ukrainian soldiers.", False),
        ("The bodies of 757 killed soldiers were repatriated, Kyiv said.", False),
        ("In exchange Moscow handed over the bodies of 35 killed servicemen.", False),
        ("Rescuers pulled the bodies of 12 people killed from the rubble.", True),
    ],
)
def test_the_dead_that_are_handed_over_are_no_toll_of_a_strike(text: str, placed: bool) -> None:
    article = Article(article="x", text=f"Russian missiles struck Kharkiv on Friday. {text}", published=PUBLISHED)
    figures = [record for record in extract(read(article)) if isinstance(record, Figure)]
    assert figures
    assert all((figure.place is not None) == placed for figure in figures if figure.measure == "killed")
    assert all(figure.cumulative != placed for figure in figures if figure.measure == "killed")
