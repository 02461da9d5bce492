"""Wordings that tell of meetings, calls and talks, each with its near misses: what the held ones should come to.

Published on Wednesday 18 June 2025. A row is a text and its held encounters: kind, surnames, day, place.
"""

import datetime as dt

import pytest

from etl.extract.events import diplomacy
from etl.extract.reader import read
from etl.records import Article, Event

PUBLISHED = dt.date(2025, 6, 18)
MON, TUE, WED = (dt.date(2025, 6, day) for day in (16, 17, 18))
Told = tuple[str, str, dt.date | None, str | None]


def held(text: str) -> list[Told]:
    return [
        (found.kind, " ".join(sorted(actor.name.split()[-1] for actor in found.actors)), found.start, found.place)
        for found in diplomacy.extract(read(Article(article="x", text=text, published=PUBLISHED)))
        if isinstance(found, Event) and not found.planned
    ]


ROWS: dict[str, tuple[str, list[Told]]] = {
    # a span that begins with the encounter, and one in whose clause it was held
    "since-they-met": (
        "Little has changed since Putin and Trump met for peace talks in Riyadh in April.",
        [("meeting", "Putin Trump", dt.date(2025, 4, 1), "Riyadh")],
    ),
    "first-since": (
        "Putin and Trump met in Riyadh for the first time since May.",
        [("meeting", "Putin Trump", None, "Riyadh")],
    ),
    # what is only prepared or advised
    "preparations-for": (
        "Strikes hit Gaza on Tuesday as preparations went ahead for truce talks in Cairo between Israel and Hamas.",
        [],
    ),
    "advised-talks": ("Modi advised direct talks between Putin and Zelensky in Delhi.", []),
    "later-today": ("Lavrov said the meeting between Guterres and Putin later Wednesday matters.", []),
    "agreed-during": (
        "The swap was agreed to during talks between Russia and Ukraine in Istanbul on Monday.",
        [("talks", "Russia Ukraine", MON, "Istanbul")],
    ),
    # who agrees at talks holds them
    "in-talks-agreed": (
        "In talks held in Istanbul on Monday, Kyiv and Moscow agreed to swap 1,000 prisoners.",
        [("talks", "Russia Ukraine", MON, "Istanbul")],
    ),
    "agreed-in-quotation-marks-during": (
        "Meloni and Zelensky agreed on steps to a “just peace” for Ukraine during talks in Rome on Tuesday.",
        [("talks", "Meloni Zelensky", TUE, "Rome")],
    ),
    "affirmed-at-a-summit-of-others": (
        "The envoy will visit Poland, France and Germany - just days before leaders are due at a summit in Hiroshima.",
        [],
    ),
    # where quoted words stand between the sides and the town
    "discussed-quoted": (
        "A Hamas delegation discussed “ideas” for a truce with Egyptian officials in Cairo on Monday.",
        [("talks", "Egypt Hamas", MON, "Cairo")],
    ),
    # abroad, talks are no background
    "talks-abroad": (
        "Talks between Russian officials and the American team in Saudi Arabia ended in failure.",
        [("talks", "Russia States", None, "Saudi Arabia")],
    ),
    "talks-at-home": ("Talks between Russian officials and the American team in Russia drag on.", []),
    # asides between subject and verb
    "relative-aside": (
        "Kishida, who will chair the NATO summit in May, met President Zelensky in Kyiv.",
        [("meeting", "Kishida Zelensky", None, "Kyiv")],
    ),
    "whose-aside": (
        "The call between Mr Scholz, whose party faces an election in February, and Mr Putin lasted an hour. "
        "Scholz and Putin held the call on Monday.",
        [("call", "Putin Scholz", MON, None)],
    ),
    # "spoke" of those who met
    "spoke-and-met": (
        "Zelensky said he had spoken to Rutte about the plan. Rutte met Zelensky in Kyiv on Tuesday.",
        [("meeting", "Rutte Zelensky", TUE, "Kyiv")],
    ),
    "phoned-and-met": (
        "Zelensky spoke to Rutte by phone on Monday. Rutte met Zelensky in Kyiv on Tuesday.",
        [("call", "Rutte Zelensky", MON, None), ("meeting", "Rutte Zelensky", TUE, "Kyiv")],
    ),
    "headline-video": (
        "Zelensky and Meloni discuss air defence – video\nZelensky met with Giorgia Meloni in Rome on Tuesday.",
        [("meeting", "Meloni Zelensky", TUE, "Rome")],
    ),
    # who only tells of it
    "spokeswoman": (
        "Choe Son Hui flew to Moscow. Maria Zakharova, a spokeswoman, gave details of her talks with Lavrov on Monday.",
        [],
    ),
    # after it, they speak
    "after-a-meeting-they": (
        "Merz, Macron and Starmer came by train. "
        "After a meeting with Zelensky in Kyiv on Monday, the leaders called for peace.",
        [("meeting", "Macron Merz Starmer Zelensky", MON, "Kyiv")],
    ),
    "after-a-meeting-he": (
        "Macron came by train. After a meeting with Zelensky in Kyiv on Monday, he called for peace.",
        [("meeting", "Macron Zelensky", MON, "Kyiv")],
    ),
    "he-visited-and-held": (
        "Egyptian President Sisi flew home. On May 9, he visited Moscow and held talks with Putin.",
        [("talks", "Putin el-Sisi", dt.date(2025, 5, 9), "Moscow")],
    ),
    "had-a-very-good-call": (
        "Trump said he had a very good call with Putin on Monday.",
        [("call", "Putin Trump", MON, None)],
    ),
    "made-a-very-loud-call": ("Trump made a very loud call for peace with Putin on Monday.", []),
    # one by one, and together
    "also-spoke": (
        "Zelensky also spoke with Canadian Prime Minister Mark Carney and Polish President Andrzej Duda on Monday.",
        [("call", "Carney Zelensky", MON, None), ("call", "Duda Zelensky", MON, None)],
    ),
    "spoke-with-both": (
        "Zelensky spoke by phone with Macron and Merz on Monday.",
        [("call", "Macron Merz Zelensky", MON, None)],
    ),
    # two who meet by themselves beside the talks of their states
    "one-on-one-beside-talks": (
        "Russia and Ukraine held direct talks in Istanbul on Monday. "
        "Before them Vladimir Medinsky and Rustem Umerov held a one-on-one meeting.",
        [("talks", "Russia Ukraine", MON, "Istanbul"), ("meeting", "Medinsky Umerov", None, None)],
    ),
    "led-the-talks": (
        "Russia and Ukraine held direct talks in Istanbul on Monday. "
        "Vladimir Medinsky and Rustem Umerov held a meeting there.",
        [("talks", "Medinsky Umerov", MON, "Istanbul")],
    ),
    "his-counterpart-behind-the-name": (
        "Medinsky had a meeting on Monday with Rustem Umerov, his Ukrainian counterpart.",
        [("meeting", "Medinsky Umerov", MON, None)],
    ),
    # told by telephone, and told
    "told-by-phone": ("Putin told Trump by phone on Monday that he was ready.", [("call", "Putin Trump", MON, None)]),
    "told-about-a-phone": ("Putin told Trump on Monday that his phone was broken.", []),
    # held within a span, and cancelled
    "since-the-month": (
        "Nothing has come since Trump and Zelensky met in Rome in April.",
        [("meeting", "Trump Zelensky", dt.date(2025, 4, 1), "Rome")],
    ),
    "scheduled-and-cancelled": ("The meeting between Zelensky and Starmer, scheduled for Monday, was cancelled.", []),
    "the-uk-spoke": (
        "The leaders of Germany and the UK spoke by phone to Trump on Monday.",
        [("call", "Germany Kingdom Trump", MON, None)],
    ),
    # what is only wanted, or cannot be
    "ready-for": ("Zelensky said on Monday that he was ready for a meeting with Putin.", []),
    "impossible": ("Peskov said a meeting of Putin and Zelensky was impossible.", []),
    # an office after a comma is that of the person before it
    "apposed-office": (
        "Kellogg, the US envoy, travelled to Kyiv on Monday and met with Zelensky and Yermak.",
        [("meeting", "Kellogg Yermak Zelensky", MON, "Kyiv")],
    ),
    # palaces
    "kremlin": (
        "Witkoff flew out on Monday and was received by Putin in the Kremlin.",
        [("meeting", "Putin Witkoff", MON, "Moscow")],
    ),
    "elysee": (
        "Macron received Zelensky at the Elysee Palace on Monday.",
        [("meeting", "Macron Zelensky", MON, "Paris")],
    ),
    "to-the-kremlin": (
        "Macron met Zelensky on Monday, a blow to the Kremlin.",
        [("meeting", "Macron Zelensky", MON, None)],
    ),
    # delegations are guests too
    "hosted-a-delegation": (
        "Egypt hosted a Hamas delegation in Cairo on Monday.",
        [("meeting", "Egypt Hamas", MON, "Cairo")],
    ),
    "hosted-refugees": ("Egypt hosted Sudanese refugees in Cairo on Monday.", []),
    # the day of the way there
    "after-landing": (
        "Macron and Meloni arrived for a London summit, papers said on June 18. "
        "Zelensky came after landing in London on June 17.",
        [("talks", "Macron Meloni", WED, "London")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=ROWS.keys())
def test_wordings(text: str, expected: list[Told]) -> None:
    assert sorted(held(text), key=str) == sorted(expected, key=str)
