"""Meetings, calls and talks: one row a sentence, as outlets would write it; published on Wednesday 18 June 2025."""

import datetime as dt

import pytest

from etl.extract.events import diplomacy
from etl.extract.reader import read
from etl.records import Article, Event, Issue

PUBLISHED = dt.date(2025, 6, 18)
MON, TUE, WED = (dt.date(2025, 6, day) for day in (16, 17, 18))
THU, FRI, SAT, SUN = (dt.date(2025, 6, day) for day in (12, 13, 14, 15))


def events(text: str) -> list[Event]:
    return [found for found in diplomacy.extract(read(Article(article="x", text=text, published=PUBLISHED)))
            if isinstance(found, Event)]  # fmt: skip


def surnames(event: Event) -> str:
    return " ".join(sorted(actor.name.split()[-1] for actor in event.actors))


HELD = [
    ("Zelensky met with Macron in Paris on Monday.", "meeting", "Macron Zelensky", MON, "Paris"),
    (
        "Putin hosted Witkoff at the Kremlin on Tuesday for talks that lasted three hours.",
        "meeting",
        "Putin Witkoff",
        TUE,
        "Moscow",
    ),
    ("Xi Jinping received Lavrov in Beijing on Tuesday.", "meeting", "Jinping Lavrov", TUE, "Beijing"),
    ("Orban was received by Putin in the Kremlin on Friday.", "meeting", "Orbán Putin", FRI, "Moscow"),
    ("Netanyahu met Trump at the White House on Monday.", "meeting", "Netanyahu Trump", MON, "White House"),
    (
        "Witkoff and Kushner sat down with Putin in the Kremlin late on Tuesday.",
        "meeting",
        "Kushner Putin Witkoff",
        TUE,
        "Moscow",
    ),
    (
        "Zelensky arrived in Berlin on Monday and met Chancellor Friedrich Merz.",
        "meeting",
        "Merz Zelensky",
        None,
        "Berlin",
    ),
    (
        "Chinese Foreign Minister Wang Yi, who met Lavrov in Moscow on Monday, called for a truce.",
        "meeting",
        "Lavrov Yi",
        MON,
        "Moscow",
    ),
    (
        "Following his meeting with Putin in Moscow on Tuesday, Witkoff flew to Abu Dhabi.",
        "meeting",
        "Putin Witkoff",
        TUE,
        "Moscow",
    ),
    (
        "The meeting between Vance and Zelensky in Munich on Friday lasted an hour.",
        "meeting",
        "Vance Zelensky",
        FRI,
        "Munich",
    ),
    (
        "The leaders of France, Germany, Britain and Poland travelled to Kyiv on Saturday to meet Zelensky.",
        "meeting",
        "France Germany Kingdom Poland Zelensky",
        SAT,
        "Kyiv",
    ),
    (
        "Delegations from Ukraine, Russia and the United States met in Abu Dhabi on Friday.",
        "meeting",
        "Russia States Ukraine",
        FRI,
        "Abu Dhabi",
    ),
    (
        "The foreign ministers of Russia, Turkey and Iran met in Astana on Tuesday to discuss Syria.",
        "meeting",
        "Iran Russia Turkey",
        TUE,
        "Astana",
    ),
    ("NATO foreign ministers met in Brussels on Thursday.", "talks", "NATO", THU, "Brussels"),
    ("The UN Security Council held an emergency meeting on Sunday.", "meeting", "Council", SUN, None),
    (
        '"I met with President Trump today," Zelensky said in Washington.',
        "meeting",
        "Trump Zelensky",
        WED,
        "Washington",
    ),
    ("Zelensky thanked Starmer after a meeting in London on Monday.", "meeting", "Starmer Zelensky", MON, "London"),
    (
        "The Palestinian president, Mahmoud Abbas, met the US state secretary, Antony Blinken, in Ramallah on Sunday.",
        "meeting",
        "Abbas Blinken",
        SUN,
        "Ramallah",
    ),
    (
        "Mediators from Qatar and Egypt met Hamas leaders in Doha on Tuesday.",
        "meeting",
        "Egypt Hamas Qatar",
        TUE,
        "Doha",
    ),
    (
        "Lavrov met with Rubio on the sidelines of the ASEAN summit in Kuala Lumpur on Thursday.",
        "meeting",
        "Lavrov Rubio",
        THU,
        "Kuala Lumpur",
    ),
    ("Zelensky spoke by phone with Trump on Tuesday.", "call", "Trump Zelensky", TUE, None),
    ("Zelensky spoke with Trump on Tuesday ahead of the summit.", "call", "Trump Zelensky", TUE, None),
    ("In a phone call with Putin on Monday, Modi urged a return to diplomacy.", "call", "Modi Putin", MON, None),
    ("Rubio and Lavrov spoke on the phone on Sunday, the State Department said.", "call", "Lavrov Rubio", SUN, None),
    ("Erdogan told Putin in a phone call on Friday that Turkey was ready to help.", "call", "Erdogan Putin", FRI, None),
    (
        "Starmer, Macron and Merz held a call with Zelensky on Thursday.",
        "call",
        "Macron Merz Starmer Zelensky",
        THU,
        None,
    ),
    ("Biden called Netanyahu on Thursday to discuss the hostages.", "call", "Biden Netanyahu", THU, None),
    ("Modi telephoned Zelensky on Monday.", "call", "Modi Zelensky", MON, None),
    ("Andrii Sybiha discussed the strikes with Rubio by phone on Monday.", "call", "Rubio Sybiha", MON, None),
    ("Peskov said Putin and Trump had spoken for two hours on Monday.", "call", "Putin Trump", MON, None),
    ("Zelensky said he had a good conversation with Mark Carney on Sunday.", "call", "Carney Zelensky", SUN, None),
    (
        "Lavrov held talks with his Turkish counterpart Hakan Fidan in Ankara on Tuesday.",
        "talks",
        "Fidan Lavrov",
        TUE,
        "Ankara",
    ),
    (
        "Talks between Ukrainian and Russian delegations took place in Istanbul on Monday.",
        "talks",
        "Russia Ukraine",
        MON,
        "Istanbul",
    ),
    (
        "Ukraine and Russia held a second round of direct talks in Istanbul on Monday.",
        "talks",
        "Russia Ukraine",
        MON,
        "Istanbul",
    ),
    ("US and Russian officials held talks in Riyadh on Tuesday.", "talks", "Russia States", TUE, "Riyadh"),
    (
        "The third round of negotiations between Armenia and Azerbaijan opened in Almaty on Friday.",
        "talks",
        "Armenia Azerbaijan",
        FRI,
        "Almaty",
    ),
    (
        "Israel and Hamas began indirect talks in Doha on Sunday, mediated by Qatar and Egypt.",
        "talks",
        "Egypt Hamas Israel Qatar",
        SUN,
        "Doha",
    ),
    ("Putin and Kim Jong Un held a summit in Pyongyang on Tuesday.", "talks", "Putin Un", TUE, "Pyongyang"),
    ("Orban visited Moscow on Friday and held talks with Putin.", "talks", "Orbán Putin", FRI, "Moscow"),
    ("The Trump-Putin summit in Alaska ended without a deal.", "talks", "Putin Trump", None, "Alaska"),
    (
        "The summit brought together Zelensky, Macron, Merz and Starmer in London on Sunday.",
        "talks",
        "Macron Merz Starmer Zelensky",
        SUN,
        "London",
    ),
    (
        "Putin and Modi are attending the Shanghai Cooperation Organization forum in Tianjin this week.",
        "talks",
        "Modi Organisation Putin",
        None,
        "Tianjin",
    ),
    (
        "Trump spoke to reporters after hosting Zelensky at the White House on Monday.",
        "meeting",
        "Trump Zelensky",
        MON,
        "White House",
    ),
    ("Putin spoke of what he had agreed with Trump at a summit in Alaska.", "talks", "Putin Trump", None, "Alaska"),
    (
        "Rubio decided to skip talks between US and Ukrainian officials in London on Tuesday.",
        "talks",
        "States Ukraine",
        TUE,
        "London",
    ),
    # where and when they met stand between the verb and whom they met
    (
        "Trump met at the White House on Tuesday with Ukraine's President Volodymyr Zelensky.",
        "meeting",
        "Trump Zelensky",
        TUE,
        "White House",
    ),
    (
        "Foreign Minister Andrii Sybiha met in Kyiv on Monday with his Polish counterpart Radoslaw Sikorski.",
        "meeting",
        "Sikorski Sybiha",
        MON,
        "Kyiv",
    ),
    ("Marco Rubio spoke by telephone Monday with Sergei Lavrov.", "call", "Lavrov Rubio", MON, None),
    (
        "Joe Biden and Abdel Fattah al-Sisi spoke by phone on Sunday to discuss the hostages.",
        "call",
        "Biden el-Sisi",
        SUN,
        None,
    ),
    (
        "Following Zelensky's meeting with Macron on Friday, European leaders promised him more aid.",
        "meeting",
        "Macron Zelensky",
        FRI,
        None,
    ),
    (
        "Zelensky arrived from Italy, where he met Giorgia Meloni on Sunday.",
        "meeting",
        "Meloni Zelensky",
        SUN,
        "Italy",
    ),
    (
        "The envoy left a day before Trump met Emmanuel Macron in Paris on Saturday.",
        "meeting",
        "Macron Trump",
        SAT,
        "Paris",
    ),
]


@pytest.mark.parametrize(("text", "kind", "who", "day", "place"), HELD, ids=[row[0] for row in HELD])
def test_held(text: str, kind: str, who: str, day: dt.date | None, place: str | None) -> None:
    [event] = events(text)
    assert not event.planned
    assert (event.kind, surnames(event), event.place) == (kind, who, place)
    if day:
        assert (event.start, event.end) == (day, day)


PLANNED = [
    ("Zelensky will meet Trump in Washington on Friday.", "Trump Zelensky", dt.date(2025, 6, 20)),
    ("Putin is expected to speak with Trump later this week.", "Putin Trump", None),
    ("Trump's envoy Steve Witkoff is scheduled to meet Putin on Friday.", "Putin Witkoff", dt.date(2025, 6, 20)),
    ("Ukrainian officials hope for a meeting between Zelensky and Putin.", "Putin Zelensky", None),
    ("The Kremlin did not rule out a possible meeting between Putin and Trump.", "Putin Trump", None),
    ("Beijing urged Zelensky to hold talks with Putin.", "Putin Zelensky", None),
    ("Putin will receive Narendra Modi in Moscow on Thursday, the Kremlin said.", "Modi Putin", dt.date(2025, 6, 19)),
    ("Rishi Sunak will travel to Iceland on Friday to meet Olaf Scholz.", "Scholz Sunak", dt.date(2025, 6, 20)),
    (
        "Envoys of Russia and Iran are meeting in Moscow tomorrow, Turkey's minister Hakan Fidan said.",
        "Iran Russia",
        dt.date(2025, 6, 19),
    ),
]


@pytest.mark.parametrize(("text", "who", "day"), PLANNED, ids=[row[0] for row in PLANNED])
def test_planned(text: str, who: str, day: dt.date | None) -> None:
    [event] = events(text)
    assert event.planned
    assert surnames(event) == who
    assert day is None or event.start == day


NOTHING = [
    "Putin refused to meet Zelensky in Istanbul.",
    "The Kremlin said no meeting between Putin and Zelensky was planned.",
    "Zelensky told Fox News in an interview that he was ready for peace.",
    "Biden called Putin a war criminal.",
    "Biden called on Putin to withdraw.",
    "Zelensky met soldiers near Kupiansk on Friday.",
    "Trump met with reporters on Air Force One.",
    "In a call with reporters, Peskov said no date was set.",
    "Putin has not met Zelensky since 2019.",
    "Putin and Erdogan have met several times since 2016.",
    "The proposal met with resistance from Putin.",
    "Zelensky welcomed Trump's decision.",
    "The army targeted a meeting of Ukrainian commanders in Sumy on Sunday.",
    "Talks between Moscow and Kyiv remain deadlocked.",
    "Russia called for talks.",
    "Putin spoke to Russian state television on Monday.",
    "The two sides struck a deal.",
]


@pytest.mark.parametrize("text", NOTHING, ids=NOTHING)
def test_no_encounter(text: str) -> None:
    assert [event for event in events(text) if not event.planned] == []


def test_one_record_however_often_told() -> None:
    text = (
        "Lavrov met Rubio in Kuala Lumpur on Monday. The Russian foreign minister and Rubio talked for an hour. "
        "After his meeting with Rubio, Lavrov flew home."
    )
    [event] = events(text)
    assert (surnames(event), event.start, event.place) == ("Lavrov Rubio", MON, "Kuala Lumpur")


def test_different_days_are_different_meetings() -> None:
    text = "Witkoff met Putin in Moscow on Monday. He had met Putin in Moscow on 11 April as well."
    assert [event.start for event in events(text)] == [MON, dt.date(2025, 4, 11)]


def test_the_two_leaders_are_those_named_last() -> None:
    text = "Trump praised Putin. On Monday, the two leaders held a phone call."
    [event] = events(text)
    assert (event.kind, surnames(event)) == ("call", "Putin Trump")


def test_the_two_leaders_head_states() -> None:
    text = (
        "Donald Trump has changed course. Volker Türk, the rights chief, warned against it. "
        "Trump's people courted Vladimir Putin. On Monday, the two leaders held a phone call."
    )
    assert [(event.kind, surnames(event), event.start) for event in events(text)] == [("call", "Putin Trump", MON)]


def test_a_plan_spoken_of_again_is_still_a_plan() -> None:
    text = "Putin will meet Xi Jinping in Samarkand on Friday. The meeting between Putin and Xi is long awaited."
    assert [event.planned for event in events(text)] == [True]


def test_both_of_two_callers_are_two_calls() -> None:
    text = "The White House said Trump had spoken to both Putin and Zelensky on Monday."
    assert sorted(map(surnames, events(text))) == ["Putin Trump", "Trump Zelensky"]


def test_two_people_beside_a_conference_met_by_themselves() -> None:
    text = (
        "Ministers from Britain, Canada, France, Germany, Italy, Japan and the United States met in Capri on Tuesday. "
        "Blinken spoke after meeting with Kuleba."
    )
    assert len(events(text)) == 2


def test_a_later_sentence_gives_the_day() -> None:
    text = (
        "Talks between Ukraine, Russia and the United States in Abu Dhabi were constructive. "
        "Few details emerged of the talks held on Friday and Saturday."
    )
    [event] = events(text)
    assert (event.start, event.end, event.place) == (FRI, SAT, "Abu Dhabi")


def test_hosts_and_mediators_have_their_roles() -> None:
    [event] = events("Israel and Hamas began talks in Doha on Sunday, mediated by Qatar and Egypt.")
    assert {actor.name: actor.role for actor in event.actors} == {
        "Israel": "participant", "Hamas": "participant", "Qatar": "mediator", "Egypt": "mediator",
    }  # fmt: skip


def test_talks_of_nobody_are_an_issue() -> None:
    text = "The negotiations took place in Geneva on Monday."
    found = list(diplomacy.extract(read(Article(article="x", text=text, published=PUBLISHED))))
    assert [type(one) for one in found] == [Issue]


def test_evidence_is_the_text_at_its_offsets() -> None:
    text = "Peace is far.\n\nZelensky met with Macron in Paris on Monday. It rained."
    [event] = events(text)
    assert (
        text[event.evidence_start : event.evidence_end]
        == event.evidence
        == "Zelensky met with Macron in Paris on Monday."
    )
