"""Movements on the ground: who took, entered or left what, and when; published on Wednesday 18 June 2025."""

import datetime as dt

import pytest

from etl.extract.events import other_events
from etl.extract.reader import read
from etl.records import Article, Event

SAT, SUN, MON, TUE, WED = (dt.date(2025, 6, day) for day in range(14, 19))
FRI = dt.date(2025, 6, 13)
MAY_1, JUNE_6, FEBRUARY_2022 = dt.date(2025, 5, 1), dt.date(2025, 6, 6), dt.date(2022, 2, 1)

ACTIONS = {
    "a village unknown is not its region": (
        "Russian forces took control of the village of Qwertzivka in the Sumy region.",
        "Qwertzivka",
        "Russia",
        None,
    ),
    "captured, said on a day": (
        "Russian forces have captured the town of Toretsk, the ministry said on Friday.",
        "Toretsk",
        "Russia",
        None,
    ),
    "said it had": ("Ukraine's military said it had liberated the village of Robotyne.", "Robotyne", "Ukraine", None),
    "entered": ("Ukrainian troops entered Sudzha on 6 June, Kyiv said.", "Sudzha", "Ukraine", JUNE_6),
    "rolled into": ("Israeli troops and tanks rolled into Rafah overnight.", "Rafah", "Israel", WED),
    "fell to": ("The village of Zelene fell to Russian troops on Sunday.", "Zelene", "Russia", SUN),
    "a capital that fell to": (
        "Survivors told of el-Fasher, the capital of North Darfur, which fell to the RSF on Friday.",
        "El Fasher",
        "Rapid Support Forces",
        FRI,
    ),
    "a town in a province that fell": (
        "The city of Lysychansk, the last stronghold in Luhansk province, fell to Russian forces on Sunday.",
        "Lysychansk",
        "Russia",
        SUN,
    ),
    "advanced near": (
        "Russian troops advanced near Pokrovsk on Monday, the general staff said.",
        "Pokrovsk",
        "Russia",
        MON,
    ),
    "withdrew from": ("Ukraine withdrew its troops from Avdiivka on Saturday.", "Avdiivka", "Ukraine", SAT),
    "the city that they retreated from": (
        "Kherson, the city that Russian soldiers retreated from last month, is one of Moscow's biggest losses.",
        "Kherson",
        "Russia",
        MAY_1,
    ),
    "regained control": (
        "Sudan's army said on Tuesday it had regained control of Wad Madani from the RSF.",
        "Wad Madani",
        "Sudan",
        None,
    ),
    "a palace": (
        "The Sudanese army recaptured the presidential palace in Khartoum on Friday.",
        "Khartoum",
        "Sudan",
        FRI,
    ),
    "rebels": ("M23 rebels captured Goma on Monday, the UN said.", "Goma", "M23", MON),
    "after it was taken over": (
        "Pictures show Sudzha, the biggest town in the Kursk region, after it was taken over by Russian troops.",
        "Sudzha",
        "Russia",
        None,
    ),
    "in that region": (
        "He meant Kursk. In that border region, Russia launched a rapid counteroffensive on Saturday.",
        "Kursk Oblast",
        "Russia",
        SAT,
    ),
    "the invasion, with its month": (
        "Moscow's full-scale invasion of Ukraine in February 2022 drove millions from their homes.",
        "Ukraine",
        "Russia",
        FEBRUARY_2022,
    ),
    "crossed into": ("Russian troops crossed into Sumy region on Tuesday.", "Sumy Oblast", "Russia", TUE),
}
NONE = {
    "denied": "Ukraine denied that Russian troops had seized the town of Mariinka.",
    "police": "Police seized three tonnes of cocaine in Rotterdam on Monday.",
    "a camera": "Footage captured the blast in Kyiv on Monday.",
    "captives": "Ukrainian soldiers captured in Kursk were put on trial in Moscow.",
    "entered a war": "North Korea entered the war in Ukraine last autumn.",
    "entered talks": "Ukraine entered talks with Russia in Istanbul on Monday.",
    "the war itself": "Moscow launched its offensive in Ukraine to defend itself, its president said.",
    "a whole invasion on no day": "Russia's full-scale invasion of Ukraine has driven millions from their homes.",
}


def found(text: str, kind: str = "ground_action") -> list[Event]:
    reading = read(Article(article="x", text=text, published=WED))
    return [one for one in other_events.extract(reading) if isinstance(one, Event) and one.kind == kind]


@pytest.mark.parametrize(("text", "place", "side", "start"), ACTIONS.values(), ids=ACTIONS)
def test_ground_actions(text, place, side, start):
    told = [one for one in found(text) if not one.planned]
    assert [(one.place, one.actors[0].name, one.start) for one in told] == [(place, side, start)]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_ground_action(text):
    assert found(text) == []


def test_a_capture_to_come_is_planned():
    assert all(one.planned for one in found("Russia plans to have captured Pokrovsk by autumn."))


VIOLENCE = {
    "a bomb in a scooter": ("A general was killed by a bomb hidden in a scooter in Moscow on Tuesday.", "Moscow", TUE),
    "gunmen": ("Gunmen attacked a church in Owo on Sunday, killing 40 people.", "Owo", SUN),
    "was shot": ("The prime minister was shot in Bratislava on Monday.", "Bratislava", MON),
    "an explosive device": ("An explosive device went off in Melitopol on Saturday.", "Melitopol", SAT),
}


@pytest.mark.parametrize(("text", "place", "start"), VIOLENCE.values(), ids=VIOLENCE)
def test_violence(text, place, start):
    assert [(one.place, one.start) for one in found(text, "other_violence")] == [(place, start)]
