"""Agreements, exchanges, sanctions, legal steps, ground actions and violence; published on Wednesday 18 June 2025."""

import datetime as dt

import pytest

from etl.extract.events import other_events
from etl.extract.reader import read
from etl.records import Article, Event

PUBLISHED = dt.date(2025, 6, 18)
MON, TUE = dt.date(2025, 6, 16), dt.date(2025, 6, 17)


def events(text: str) -> list[Event]:
    return [one for one in other_events.extract(read(Article(article="x", text=text, published=PUBLISHED)))
            if isinstance(one, Event)]  # fmt: skip


def names(event: Event, *roles: str) -> set[str]:
    return {actor.name for actor in event.actors if actor.role in roles}


AGREEMENTS = [
    ("On Monday, Ukraine accepted a 30-day ceasefire.", "accepted", {"Ukraine"}, MON, False),
    ("Russia rejected the ceasefire proposal on Tuesday.", "rejected", {"Russia"}, TUE, False),
    ("Israel and Hamas reached a ceasefire agreement on Monday.", "accepted", {"Israel", "Hamas"}, MON, False),
    ("Putin proposed a three-day truce on Monday.", "proposed", {"Vladimir Putin"}, MON, False),
    ("Ukraine accused Russia of violating the ceasefire.", "violated", None, None, False),
    ("Britain urged Russia to agree to a ceasefire.", "accepted", {"Russia"}, None, True),
    (
        "Ukraine and the United States signed a minerals deal on Monday.",
        "accepted",
        {"Ukraine", "United States"},
        MON,
        False,
    ),
]


AGREEMENTS += [
    ("Washington insisted that Putin agree to a ceasefire.", "accepted", {"Vladimir Putin"}, None, True),
    ("Moscow has to accept a ceasefire, Zelensky said.", "accepted", {"Russia"}, None, True),
    ("A truce between Israel and Hamas was announced by Trump on Monday.", "accepted", {"Israel", "Hamas"}, MON,
     False),
    ("Trump announced a truce between India and Pakistan on Monday.", "accepted", {"India", "Pakistan"}, MON, False),
    ("Some want to derail the UN-brokered grain deal signed by Russia and Ukraine.", "accepted", {"Russia", "Ukraine"},
     None, False),
    ("Russia said on Monday that the ceasefire proposal was unacceptable.", "rejected", {"Russia"}, None, False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "who", "day", "planned"), AGREEMENTS, ids=[row[0] for row in AGREEMENTS])
def test_agreements(text: str, status: str, who: set[str] | None, day: dt.date | None, planned: bool) -> None:
    [event] = events(text)
    assert (event.kind, event.status, event.planned) == ("agreement", status, planned)
    assert event.start == day
    assert who is None or names(event, "participant", "signatory") == who


def test_who_brokers_an_agreement_is_no_side_of_it() -> None:
    [event] = events("A truce between the Houthis and Saudi Arabia was reached in an Oman-brokered ceasefire deal.")
    assert names(event, "mediator") == {"Oman"}


@pytest.mark.parametrize(
    "text",
    [
        "Britain will send troops once a ceasefire has been agreed.",
        "Pakistan remained committed to the ceasefire.",
        "Nothing will change until Russia accepts a truce.",
    ],
)
def test_no_agreement_yet(text: str) -> None:
    assert events(text) == []


OTHERS = [
    ("Russia and Ukraine exchanged 307 prisoners on Monday.", "exchange", {"Russia", "Ukraine"}, MON, None),
    (
        "Ukraine announced the largest prisoner swap with Russia of the war.",
        "exchange",
        {"Russia", "Ukraine"},
        None,
        None,
    ),
    (
        "Despite the war in Ukraine, Russia freed a Russian-American dancer in exchange for a citizen on Monday.",
        "exchange",
        {"Russia", "United States"},
        MON,
        None,
    ),
    ("Russia returned the bodies of 1,200 Ukrainian soldiers on Monday.", "exchange", {"Russia", "Ukraine"}, MON, None),
    (
        "The European Union imposed new sanctions on Russia on Monday.",
        "sanction",
        {"European Union", "Russia"},
        MON,
        None,
    ),
    ("The EU hit Belarus with new sanctions on Monday.", "sanction", {"European Union", "Belarus"}, MON, None),
    ("Britain sanctioned Russia on Monday.", "sanction", {"United Kingdom", "Russia"}, MON, None),
    (
        "In 2023 the International Criminal Court issued an arrest warrant for Vladimir Putin.",
        "legal",
        {"International Criminal Court", "Vladimir Putin"},
        dt.date(2023, 1, 1),
        None,
    ),
    (
        "Bosnian leader Milorad Dodik was sentenced to a year in prison on Monday.",
        "legal",
        {"Milorad Dodik"},
        MON,
        None,
    ),
    (
        "Russian forces captured the city of Kostiantynivka on Monday.",
        "ground_action",
        {"Russia", "Ukraine"},
        MON,
        "Kostiantynivka",
    ),
    (
        "The Ukrainian city of Pokrovsk was captured by Russian troops on Monday.",
        "ground_action",
        {"Russia", "Ukraine"},
        MON,
        "Pokrovsk",
    ),
    (
        "Ukrainian troops advanced into Russia's Kursk region on Monday.",
        "ground_action",
        {"Ukraine", "Russia"},
        MON,
        "Kursk Oblast",
    ),
    (
        "The Rapid Support Forces seized El Fasher on Monday.",
        "ground_action",
        {"Rapid Support Forces", "Sudan"},
        MON,
        "El Fasher",
    ),
    ("Ukrainian forces withdrew from Avdiivka on Monday.", "ground_action", {"Ukraine"}, MON, "Avdiivka"),
    ("An activist was shot dead in Odesa on Monday.", "other_violence", set(), MON, "Odesa"),
    ("A car bomb exploded in Moscow on Monday.", "other_violence", set(), MON, "Moscow"),
]


@pytest.mark.parametrize(("text", "kind", "who", "day", "place"), OTHERS, ids=[row[0] for row in OTHERS])
def test_others(text: str, kind: str, who: set[str], day: dt.date | None, place: str | None) -> None:
    [event] = events(text)
    assert (event.kind, event.start, event.planned) == (kind, day, False)
    assert {actor.name for actor in event.actors} == who
    assert place is None or event.place == place


PLANNED = [
    ("The EU is planning a fresh round of sanctions against Russia.", "sanction"),
    ("Trump threatened to impose sanctions on Russia.", "sanction"),
    ("Russia plans to exchange 1,000 prisoners with Ukraine.", "exchange"),
]


@pytest.mark.parametrize(("text", "kind"), PLANNED, ids=[row[0] for row in PLANNED])
def test_planned(text: str, kind: str) -> None:
    [event] = events(text)
    assert (event.kind, event.planned) == (kind, True)


NOTHING = [
    "Leaders can be charged with war crimes.",
    "Russia did not capture Kharkiv.",
    "The economy advanced on Monday.",
    "The two sides exchanged views.",
    "A deal on grain prices lifted shares in Chicago.",
    "Ukraine fears that Russia will capture Pokrovsk.",
    "The film captured life in Kyiv.",
    "Sanctions have hurt trade.",
]


@pytest.mark.parametrize("text", NOTHING, ids=NOTHING)
def test_nothing_happened(text: str) -> None:
    assert [event for event in events(text) if not event.planned] == []


def test_one_record_however_often_told() -> None:
    text = (
        "Russia and Ukraine exchanged 307 prisoners on Monday. The prisoner swap of Russia and Ukraine was the largest."
    )
    assert [event.kind for event in events(text)] == ["exchange"]
