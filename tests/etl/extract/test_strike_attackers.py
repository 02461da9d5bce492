"""Whose strike it was and with what, as the sentence or the article says; published on Wednesday 18 June 2025."""

import datetime as dt

import pytest

from etl.extract.events import strikes
from etl.extract.reader import read
from etl.records import Article, Event

ATTACKERS = {
    "who continues its attacks": (
        "Ukraine, meanwhile, continued its drone onslaught with attacks on Russia's Kursk region.",
        {("Kursk Oblast", "Ukraine")},
    ),
    "after a day and a comma": (
        "The governor said that on the night of June 16, Russia attacked the refinery in Kremenchuk.",
        {("Kremenchuk", "Russia")},
    ),
    "not who shoots down": (
        "Ukrainian air defence intercepts a drone during a Russian attack on Kyiv on Tuesday.",
        {("Kyiv", "Russia")},
    ),
    "not whom the reason names": (
        "Israel said it struck Baalbek because it was being used by Hezbollah to store arms.",
        {("Baalbek", "Israel")},
    ),
    "not where what was struck came from": (
        "Israel said its jets had struck a tunnel in Rafah used to bring in weapons from Iran.",
        {("Rafah", "Israel")},
    ),
    "not the army that says it": (
        "The Israeli military said that Hezbollah fired twenty rockets at Haifa.",
        {("Haifa", "Hezbollah")},
    ),
    "not the talks' delegations": (
        "Russia's Defence Ministry said it had downed 162 Ukrainian drones overnight, just hours before delegations "
        "from Moscow and Kyiv were to meet.",
        {("Russia", "Ukraine")},
    ),
    "not whom it answers": (
        "Iran launched 180 missiles at Israel on Tuesday in retaliation for Israeli strikes on Hezbollah.",
        {("Israel", "Iran")},
    ),
    "it, the last state named": (
        "Tehran would answer with more force than it did last week, when it fired 180 missiles at Tel Aviv.",
        {("Tel Aviv", "Iran")},
    ),
    "drones launched from a land at war": (
        "Ukraine's air force shot down 24 of 26 drones launched from Russia overnight.",
        {("Ukraine", "Russia")},
    ),
    "a missile from Yemen": (
        "A missile fired from Yemen struck near Ben Gurion airport.",
        {("Ben Gurion Airport", "Houthis")},
    ),
    "two groups at one land": (
        "Hezbollah launched about 100 rockets into Israel on Tuesday. The Houthis said they carried out a drone "
        "strike "
        "on Israel on Tuesday.",
        {("Israel", "Hezbollah"), ("Israel", "Houthis")},
    ),
    "land that Russia occupies": (
        "Ukraine and Russia traded blame. A ship was damaged in an attack on the occupied Ukrainian port of Berdiansk.",
        {("Berdiansk", "Ukraine")},
    ),
    "Russia's fleet": (
        "Russia and Ukraine are at war. A missile strike hit the headquarters of the Black Sea Fleet in Sevastopol.",
        {("Sevastopol", "Ukraine")},
    ),
    "a free town is struck by Russia": (
        "Ukraine and Russia traded blame. A house was damaged in a missile attack on the port of Odesa.",
        {("Odesa", "Russia")},
    ),
    "russia without its capital": (
        "On Monday the russian army struck a house in Dnipro with a missile, Ukraine's prosecutors said.",
        {("Dnipro", "Russia")},
    ),
    "a group in a land that it does not rule": (
        "Hezbollah in Lebanon fired a barrage of missiles at Haifa on Sunday.",
        {("Haifa", "Hezbollah")},
    ),
    "the army of a land with rebels": (
        "RSF drones hit Port Sudan on Monday. It came after the military struck the airport of Nyala.",
        {("Port Sudan", "Rapid Support Forces"), ("Nyala", "Sudan")},
    ),
    "another clause's attacker": (
        "Drones struck a power station in El Obeid, while army raids hit a market in Kutum.",
        {("El Obeid", None), ("Kutum", "Sudan")},
    ),
    "its short name in brackets": (
        "A paramilitary Rapid Support Forces (RSF) drone struck a house in El Obeid.",
        {("El Obeid", "Rapid Support Forces")},
    ),
    "not who attacked hours before": (
        "Iran answered. The attacks, which struck cities including Haifa, came just hours after Israeli jets "
        "hit Tehran.",
        {("Haifa", None), ("Tehran", "Israel")},
    ),
    "not who describes it": (
        "Russia pounded Odesa on Friday in an attack described by Kyiv as the largest of the war.",
        {("Odesa", "Russia")},
    ),
    "army air strikes": (
        "RSF drones hit Port Sudan on Monday. In Nyala, two army air strikes hit the airport.",
        {("Port Sudan", "Rapid Support Forces"), ("Nyala", "Sudan")},
    ),
    "not who says what was downed": (
        "Explosions rang out in Sevastopol. Russia reported the downing of 36 drones over Crimea on Tuesday night.",
        {("Sevastopol", "Ukraine"), ("Russia", "Ukraine")},
    ),
    "not who struck elsewhere": (
        "Rescuers cleared rubble after a missile strike in Vinnytsia. Kyiv blames Russia. "
        "Ukrainian rocket strikes have destroyed thirty Russian depots.",
        {("Vinnytsia", "Russia")},
    ),
    "not where it was heard from": (
        "Russia struck Lviv. Explosions were heard from the same central Kyiv district on Tuesday.",
        {("Lviv", "Russia"), ("Kyiv", "Russia")},
    ),
    "both sides": (
        "Drone strikes by both sides go on. RSF drones hit El Obeid on Monday. Drones struck a clinic in "
        "Kadugli on Tuesday.",
        {("El Obeid", "Rapid Support Forces"), ("Kadugli", None)},
    ),
    "nobody strikes his own land": (
        "Russia's response was awaited after drones struck Russia's Kursk region on Tuesday, Ukraine said.",
        {("Kursk Oblast", "Ukraine")},
    ),
}


def found(text: str) -> list[Event]:
    reading = read(Article(article="x", text=text, published=dt.date(2025, 6, 18)))
    return [one for one in strikes.extract(reading) if isinstance(one, Event)]


def attacker(event: Event) -> str | None:
    return next((actor.name for actor in event.actors if actor.role == "attacker"), None)


@pytest.mark.parametrize(("text", "expected"), ATTACKERS.values(), ids=ATTACKERS)
def test_attackers(text, expected):
    assert {(one.place, attacker(one)) for one in found(text)} == expected


WEAPONS = {
    "what was downed there": (
        "Explosions were heard in Belgorod. Air defences downed eight Ukrainian missiles, the mayor of Belgorod said.",
        {"missile"},
    ),
    "not what the plant makes": (
        "Drones attacked Bryansk. A plant in Bryansk, which produces missiles and optics, was hit.",
        {"drone"},
    ),
    "not what defends": ("A drone hit Haifa after Israel's missile-defence system failed.", {"drone"}),
    "not what intercepts": ("Drones hit Haifa. Israel launched an interceptor missile.", {"drone"}),
}


@pytest.mark.parametrize(("text", "expected"), WEAPONS.values(), ids=WEAPONS)
def test_weapons(text, expected):
    assert {weapon for one in found(text) for weapon in one.weapons} == expected
