"""Strikes: one row a sentence, as many outlets would write it; published on Wednesday 18 June 2025."""

import datetime as dt

import pytest

from etl.extract.events import strikes
from etl.extract.reader import read
from etl.records import Article, Event, Issue

PUBLISHED = dt.date(2025, 6, 18)
MON, TUE, WED = (dt.date(2025, 6, day) for day in (16, 17, 18))
THU, FRI, SAT, SUN = (dt.date(2025, 6, day) for day in (12, 13, 14, 15))


def found(text: str) -> list[Event | Issue]:
    return [one for one in strikes.extract(read(Article(article="x", text=text, published=PUBLISHED)))
            if isinstance(one, Event | Issue)]  # fmt: skip


def events(text: str) -> list[Event]:
    return [one for one in found(text) if isinstance(one, Event)]


def role(event: Event, name: str) -> str | None:
    return next((actor.name for actor in event.actors if actor.role == name), None)


STRUCK = [
    # agency
    (
        "A Russian drone strike on a minibus in the town of Bilopillia killed nine people early on Saturday.",
        "Bilopillia",
        SAT,
        "Russia",
        {"drone"},
    ),
    (
        "Two people were killed when a missile slammed into an apartment block in Kramatorsk on Tuesday.",
        "Kramatorsk",
        TUE,
        None,
        {"missile"},
    ),
    (
        "A Ukrainian drone hit an oil depot in Russia's Belgorod region, causing a fire, the governor said.",
        "Belgorod Oblast",
        None,
        "Ukraine",
        {"drone"},
    ),
    (
        "Israel struck targets in southern Beirut on Sunday, killing a senior Hezbollah commander.",
        "Beirut",
        SUN,
        "Israel",
        set(),
    ),
    (
        "Israeli air strikes killed at least 40 people across the Gaza Strip on Tuesday, medics said.",
        "Gaza Strip",
        TUE,
        "Israel",
        {"air strike"},
    ),
    (
        "Houthi rebels fired a missile at Tel Aviv on Friday; it was intercepted.",
        "Tel Aviv",
        FRI,
        "Houthis",
        {"missile"},
    ),
    (
        "US warplanes bombed three nuclear sites in Iran in the early hours of Sunday.",
        "Iran",
        SUN,
        "United States",
        {"bomb"},
    ),
    ("Iran launched about 180 ballistic missiles at Israel on Tuesday.", "Israel", TUE, "Iran", {"ballistic missile"}),
    (
        "The paramilitary Rapid Support Forces shelled a market in Omdurman on Saturday, killing 54 people.",
        "Omdurman",
        SAT,
        "Rapid Support Forces",
        {"artillery"},
    ),
    (
        "Turkey carried out air strikes on Kurdish militants in northern Syria on Monday.",
        "Syria",
        MON,
        "Turkey",
        {"air strike"},
    ),
    ("Hamas fighters fired rockets at Ashkelon from Gaza on Monday.", "Ashkelon", MON, "Hamas", {"rocket"}),
    (
        "Hezbollah fired about 30 rockets at northern Israel on Sunday, the IDF said.",
        "Israel",
        SUN,
        "Hezbollah",
        {"rocket"},
    ),
    ("Syrian state media reported an Israeli strike near Damascus on Monday.", "Damascus", MON, "Israel", set()),
    ("RSF drones hit a power station in Port Sudan on Tuesday.", "Port Sudan", TUE, "Rapid Support Forces", {"drone"}),
    (
        "Eleven people died when a Russian missile hit a bus station in Dnipro on 3 June 2024.",
        "Dnipro",
        dt.date(2024, 6, 3),
        "Russia",
        {"missile"},
    ),
    ("Rockets struck the Green Zone in Baghdad on Monday, police said.", "Baghdad", MON, None, {"rocket"}),
    ("Thai F-16s bombed targets in Cambodia on Thursday.", "Cambodia", THU, "Thailand", {"bomb"}),
    # headlines
    ("Russian glide bomb hits residential building in Kharkiv, killing 5", "Kharkiv", None, "Russia", {"glide bomb"}),
    ("Three killed, 21 injured in Russian attacks on Kherson region", "Kherson Oblast", None, "Russia", set()),
    # Ukrainian media and officials
    (
        "The enemy attacked Zaporizhzhia with guided aerial bombs on Tuesday evening, injuring 14 people.",
        "Zaporizhzhia",
        TUE,
        None,
        {"glide bomb"},
    ),
    ("The occupiers shelled Nikopol six times and hit it with kamikaze drones.", "Nikopol", None, None, {"drone"}),
    (
        "Seven people were wounded in shelling of the village of Komyshany, the governor wrote.",
        "Komyshany",
        None,
        None,
        {"artillery"},
    ),
    ("Debris from a downed drone fell on a school in Kyiv's Obolon district.", "Kyiv", None, None, {"drone"}),
    ("Sirens sounded and explosions were heard in Lviv on Monday, its mayor said.", "Lviv", MON, None, set()),
    (
        "One person was killed as a result of a Russian drone attack on Odesa overnight.",
        "Odesa",
        WED,
        "Russia",
        {"drone"},
    ),
    # Russian state media
    ("Kiev's forces fired 12 shells at Donetsk on Tuesday.", "Donetsk", TUE, "Ukraine", {"artillery"}),
    (
        "Ukrainian troops shelled the town of Shebekino in Belgorod Region 40 times on Monday.",
        "Shebekino",
        MON,
        "Ukraine",
        {"artillery"},
    ),
    (
        "Air defence systems destroyed 62 Ukrainian UAVs overnight, the Russian Defence Ministry reported.",
        "Russia",
        WED,
        "Ukraine",
        {"drone"},
    ),
    (
        "Sevastopol repelled a drone attack, the governor said; Moscow blamed Ukraine.",
        "Sevastopol",
        None,
        "Ukraine",
        {"drone"},
    ),
    # told by officials at the scene
    (
        "Vyacheslav Gladkov said one person was killed in Ukrainian shelling of the region.",
        "Belgorod Oblast",
        None,
        "Ukraine",
        {"artillery"},
    ),
    (
        "At least 19 people were killed in an airstrike on a school that was housing families near Khan Younis.",
        "Khan Younis",
        None,
        None,
        {"air strike"},
    ),
    (
        "Ukraine had launched a drone attack on the Russian capital, disrupting flights at Vnukovo.",
        "Moscow",
        None,
        "Ukraine",
        {"drone"},
    ),
    (
        "Russian air defences repelled an attack by four drones flying towards Moscow; Kyiv, Ukraine said nothing.",
        "Moscow",
        None,
        "Ukraine",
        {"drone"},
    ),
    (
        "Stepne, a settlement on the outskirts of Zaporizhzhia, was hit by shelling.",
        "Stepne",
        None,
        None,
        {"artillery"},
    ),
    (
        "Kyiv's forces damaged an oil refinery in the Ryazan region with drones, Ukrainian media reported.",
        "Ryazan Oblast",
        None,
        "Ukraine",
        {"drone"},
    ),
    # reports
    (
        "At least 16 civilians were killed on Monday in El Fasher after shelling by the Rapid Support Forces.",
        "El Fasher",
        MON,
        "Rapid Support Forces",
        {"artillery"},
    ),
    ("He was killed in a missile attack on Kharkiv in March 2022.", "Kharkiv", dt.date(2022, 3, 1), None, {"missile"}),
    (
        "The drone plant in Izhevsk was attacked by Ukrainian drones on Monday, killing three.",
        "Izhevsk",
        MON,
        "Ukraine",
        {"drone"},
    ),
    ("A combined attack by Russia on Ternopil on Monday killed 31 people.", "Ternopil", MON, "Russia", set()),
    (
        "Rescuers pulled three bodies from the rubble in Ternopil, where a missile hit two apartment blocks on Monday.",
        "Ternopil",
        MON,
        None,
        {"missile"},
    ),
    (
        "In the Kharkiv region, three civilians were killed on Saturday in a Russian strike on the city of Chuhuiv.",
        "Chuhuiv",
        SAT,
        "Russia",
        set(),
    ),
    # what stands between the strike and its day
    (
        "A Russian missile strike killed 14 people, including six children, at a market in Izium on Saturday.",
        "Izium",
        SAT,
        "Russia",
        {"missile"},
    ),
    (
        "A drone strike on Nikopol on Friday killed four people, one of the deadliest attacks this year.",
        "Nikopol",
        FRI,
        None,
        {"drone"},
    ),
    (
        "In the port city of Odesa, an apartment block was hit by drones on Tuesday.",
        "Odesa",
        TUE,
        None,
        {"drone"},
    ),
    (
        "Israeli forces targeted a school run by a charity for Palestinian orphans in Rafah on Sunday.",
        "Rafah",
        SUN,
        "Israel",
        set(),
    ),
    ("Poltava was among the cities targeted by missiles on Monday.", "Poltava", MON, None, {"missile"}),
    (
        "Hours after the strikes on Rafah on Monday, the delegation left Cairo, officials said.",
        "Rafah",
        MON,
        None,
        set(),
    ),
    (
        "Israeli officials claimed to have struck a depot in Isfahan on Monday.",
        "Isfahan",
        MON,
        "Israel",
        set(),
    ),
    (
        "Gaza's health ministry reported that four nurses died of Israeli fire striking a clinic in Rafah on Friday.",
        "Rafah",
        FRI,
        "Israel",
        set(),
    ),
    (
        "A Ukrainian missile strike hit two airfields in Russian-occupied territory on Monday.",
        "Ukraine",
        MON,
        "Ukraine",
        {"missile"},
    ),
    (
        "The armed wing of Islamic Jihad said it fired rockets into Israel on Monday.",
        "Israel",
        MON,
        "Palestinian Islamic Jihad",
        {"rocket"},
    ),
    ("A missile damaged the road to Crimea near Henichesk on Sunday.", "Henichesk", SUN, None, {"missile"}),
]


@pytest.mark.parametrize(("text", "place", "day", "attacker", "weapons"), STRUCK, ids=[row[0] for row in STRUCK])
def test_struck(text: str, place: str, day: dt.date | None, attacker: str | None, weapons: set[str]) -> None:
    [event] = events(text)
    assert (event.kind, event.place, event.start) == ("strike", place, day)
    assert role(event, "attacker") == attacker
    assert set(event.weapons) == weapons


SEVERAL = [
    ("The Russians struck Kharkiv, Sumy and Dnipro on Monday.", ["Kharkiv", "Sumy", "Dnipro"]),
    (
        "Russia attacked Ukraine's energy system in the Odesa and Kharkiv regions on Monday.",
        ["Odesa Oblast", "Kharkiv Oblast"],
    ),
    (
        "Missiles hit a substation in the Odesa region, as well as a school in the Zaporizhzhia region.",
        ["Odesa Oblast", "Zaporizhzhia Oblast"],
    ),
    ("Indian missiles struck Bahawalpur and Muzaffarabad in Pakistan on May 7.", ["Bahawalpur", "Muzaffarabad"]),
    (
        "A refinery in Ryazan, as well as a factory in Bryansk, which makes chips, were hit by drones.",
        ["Ryazan", "Bryansk"],
    ),
    (
        "Russian forces shelled Beryslav on Sunday. A man was killed in the nearby village of Lvove.",
        ["Beryslav", "Lvove"],
    ),
    (
        "Missiles hit Kyiv on Monday. Damage was reported in Kharkiv as well as the industrial city of Pavlohrad.",
        ["Kyiv", "Kharkiv", "Pavlohrad"],
    ),
    (
        "Missiles hit Kyiv on Monday. Damage was also reported in Kharkiv, in the Zhytomyr region and in Pavlohrad.",
        ["Kyiv", "Kharkiv", "Zhytomyr Oblast", "Pavlohrad"],
    ),
    (
        "Missiles hit Kyiv on Monday. Damage was also reported in Chuhuiv, in the Kharkiv region, and in Pavlohrad.",
        ["Kyiv", "Chuhuiv", "Pavlohrad"],
    ),
    (
        "Russian attacks on Monday killed three people in Kherson and damaged a power line in the city of Kharkiv.",
        ["Kherson", "Kharkiv"],
    ),
]


@pytest.mark.parametrize(("text", "places"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_several_places(text: str, places: list[str]) -> None:
    assert [event.place for event in events(text)] == places


NOTHING = [
    "The workers' strike in Lviv entered its second day.",
    "The union called a 24-hour strike in London over pay.",
    "The two sides struck a deal in Istanbul on Monday.",
    "Ukraine warned that Russia was preparing a massive strike on Kyiv.",
    "Cyber attack hits railway in Kyiv",
    "If Russia strikes Odesa again, the port will close, he said.",
    "Moscow denied attacking the hospital in Mariupol.",
    "The heart attack happened in Kyiv on Monday.",
    "The air raid alert in Kyiv lasted three hours.",
    "A gunman attacked a shopping mall in Kyiv on Monday.",
    "Kyiv has asked for missiles to strike targets in Russia.",
    "The strike was one of the deadliest of the war.",
    "The UN said 1,200 attacks on health facilities had been recorded since 2022.",
    "Russia denies targeting civilians in Ukraine.",
    "Attack drones are produced in Yelabuga.",
    "The minister hit out at Hungary in Brussels.",
    "New sanctions hit banks in Moscow on Monday.",
    "Strike group warships arrived in Naples on Monday.",
    "The missiles are capable of striking Moscow.",
    "Ukraine needs Patriots to protect Kyiv against Russian strikes.",
    "The company launched a drone production line in Lviv.",
    "The commander threatened to bomb Belgorod.",
    "Russia regularly shells Nikopol.",
    "Torture, hostage-taking and attacks on civilians are war crimes.",
    "Kyiv has launched a steady stream of drone attacks on Russia since 2022.",
    "Ukraine's forces repelled Russian attacks on two villages near Bakhmut.",
    "Three people were killed in a car crash in Kherson.",
    "A round of talks with Russia targeting a truce began in Doha.",
    "Japan marked the anniversary of the atomic bombing of Hiroshima on Wednesday.",
    "After a week of talks in Moscow there were more Russian missiles and more drone attacks on Monday.",
    "Militants launched a surprise attack into Israeli territory on 7 October 2023.",
    "The hospital takes patients from areas under bombardment in the Donetsk region.",
]


@pytest.mark.parametrize("text", NOTHING, ids=NOTHING)
def test_no_strike(text: str) -> None:
    assert events(text) == []


def test_one_record_however_often_told() -> None:
    text = (
        "Russian missiles struck Sumy on Sunday, killing 34. The attack on Sumy was condemned abroad. "
        "Asked about the strike, the Kremlin said it hit a military target. "
        "Yesterday's missile strike was the worst this year."
    )
    assert next((event.place, event.start) for event in events(text)) == ("Sumy", SUN)
    assert {event.place for event in events(text)} == {"Sumy"}


def test_two_days_are_two_strikes() -> None:
    text = (
        "A missile damaged buildings in Mykolaiv on Monday. A missile attack on Sunday killed five people in the city."
    )
    assert sorted((event.place, event.start) for event in events(text)) == [("Mykolaiv", SUN), ("Mykolaiv", MON)]


def test_the_place_of_the_sentence_before_is_carried() -> None:
    text = "Kramatorsk came under missile attack on Monday. A second drone strike hit the rescuers."
    [event] = events(text)
    assert (event.place, set(event.weapons)) == ("Kramatorsk", {"missile", "drone"})


def test_the_day_of_a_comment_is_not_the_day_of_the_strike() -> None:
    text = "A Russian missile struck Sumy on Sunday. Yesterday the president described the attack on Sumy as horrible."
    assert [event.start for event in events(text)] == [SUN]


def test_a_country_is_left_out_beside_its_towns() -> None:
    text = (
        "Russian forces on Monday hit Ukraine with cruise missiles. The missiles slammed into the centre of Vinnytsia."
    )
    assert [event.place for event in events(text)] == ["Vinnytsia"]


def test_a_counted_night_is_an_attack_on_the_country() -> None:
    [event] = events("Russian forces launched 138 drones at Ukraine overnight, the air force said.")
    assert (event.place, event.start, event.place_precision) == ("Ukraine", WED, "country")


def test_whose_drones_is_learnt_from_the_article() -> None:
    text = "Russia shelled Kherson on Monday. In Nikopol a drone hit a bus."
    assert [role(event, "attacker") for event in events(text)] == ["Russia", "Russia"]


def test_the_day_a_report_opens_with_dates_its_strikes() -> None:
    text = (
        "Ukrainian drones have hit an oil depot in Ryazan, the governor said on Wednesday. Another depot was burning."
    )
    assert [(event.place, event.start) for event in events(text)] == [("Ryazan", WED)]


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman declined on Wednesday to comment on the missile strike on Sumy.",
        "The premier on Wednesday condemned the missile strike on Sumy.",
        "The premier denounced on Wednesday the missile strike on Sumy.",
        "Asked on Wednesday about the missile strike on Sumy, the minister shrugged.",
    ],
)
def test_the_day_of_a_remark_does_not_date_the_strike(text: str) -> None:
    assert [(event.place, event.start) for event in events(text)] == [("Sumy", None)]


def test_the_day_of_an_announcement_does_not_date_the_strike() -> None:
    (event,) = events(
        "The death toll from an air strike on Tyre has risen to 21, the minister announced Wednesday.\n\n"
        "The street was hit during Tuesday's rush hour."
    )
    assert event.start == TUE


def test_what_a_strike_follows_has_another_day() -> None:
    text = (
        "Israeli jets bombed the airport of Sanaa on Tuesday, following strikes on the port of Hodeidah. "
        "Israel had struck Hodeidah on Monday."
    )
    assert [(event.place, event.start) for event in events(text)] == [("Sanaa", TUE), ("Hodeidah", MON)]


def test_a_wave_that_is_counted_is_told_beside_the_towns_it_hit() -> None:
    text = (
        "Three people died in a Russian bombardment of Ukraine that involved 340 drones overnight. "
        "In the city of Odesa, a house was hit."
    )
    assert [event.place for event in events(text)] == ["Ukraine", "Odesa"]


def test_target_is_whose_land_it_is() -> None:
    [event] = events("Ukrainian forces struck Donetsk with HIMARS rockets on Monday.")
    assert (role(event, "attacker"), role(event, "target")) == ("Ukraine", "Russia")


def test_weapons_are_those_that_struck() -> None:
    [event] = events("Patriot air defence missiles failed to stop the drones that hit Odesa on Monday.")
    assert event.weapons == ("drone",)


def test_a_strike_without_a_place_is_an_issue() -> None:
    [issue] = found("A missile strike killed five people on Monday.")
    assert isinstance(issue, Issue)
    assert issue.stage == "strikes"


def test_evidence_is_the_text_at_its_offsets() -> None:
    text = "It rained.\n\nTwo missiles struck Sumy on Sunday. The mayor wept."
    [event] = events(text)
    assert text[event.evidence_start : event.evidence_end] == event.evidence == "Two missiles struck Sumy on Sunday."
