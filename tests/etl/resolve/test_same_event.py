"""Which reports are one event: hits beside near misses."""

import pytest


def told(ledger, say, *articles):
    ledger.load([say.article(name, published, *records) for name, published, *records in articles])
    return ledger.together()


def groups(*names):
    return {frozenset(name.split()) for name in names}


STRIKES = {
    "same town and day": (
        lambda s: [("a", "2025-04-13", s.strike("Sumy", "2025-04-13")),
                   ("b", "2025-04-15", s.strike("Sumy", "2025-04-13"))],
        ["a b"],
    ),
    "same town, the next day": (
        lambda s: [("a", "2022-07-15", s.strike("Mykolaiv", "2022-07-14")),
                   ("b", "2022-07-15", s.strike("Mykolaiv", "2022-07-15"))],
        ["a", "b"],
    ),
    "same day, another town": (
        lambda s: [("a", "2025-04-24", s.strike("Kyiv", "2025-04-24")),
                   ("b", "2025-04-24", s.strike("Kharkiv", "2025-04-24"))],
        ["a", "b"],
    ),
    "a night dated by both its days and by its morning": (
        lambda s: [("a", "2025-04-24", s.strike("Kyiv", "2025-04-23", "2025-04-24")),
                   ("b", "2025-04-24", s.strike("Kyiv", "2025-04-24"))],
        ["a b"],
    ),
    "a night dated by both its days and by its evening": (
        lambda s: [("a", "2025-04-24", s.strike("Kyiv", "2025-04-23", "2025-04-24")),
                   ("b", "2025-04-24", s.strike("Kyiv", "2025-04-23"))],
        ["a b"],
    ),
    "an evening and the night that follows": (
        lambda s: [
            ("a", "2025-06-17", s.strike("Kyiv", "2025-06-16", evidence="Missiles struck Kyiv late on Monday.")),
            ("b", "2025-06-17", s.strike("Kyiv", "2025-06-17", evidence="Kyiv was struck overnight.")),
        ],
        ["a b"],
    ),
    "an evening and the next day's afternoon": (
        lambda s: [
            ("a", "2025-06-17", s.strike("Kyiv", "2025-06-16", evidence="Missiles struck Kyiv late on Monday.")),
            ("b", "2025-06-17", s.strike("Kyiv", "2025-06-17", evidence="Kyiv was struck at lunchtime.")),
        ],
        ["a", "b"],
    ),
    "a region that is told of and the one town struck in it": (
        lambda s: [("a", "2023-10-05", s.strike("Kharkiv Oblast", "2023-10-05")),
                   ("b", "2023-10-06", s.strike("Kupiansk", "2023-10-05"))],
        ["a b"],
    ),
    "a region, and two towns struck in it": (
        lambda s: [
            ("a", "2024-04-19", s.strike("Dnipropetrovsk Oblast", "2024-04-19")),
            ("b", "2024-04-19", s.strike("Dnipro", "2024-04-19")),
            ("c", "2024-04-19", s.strike("Synelnykove", "2024-04-19")),
        ],
        ["a", "b", "c"],
    ),
    "an article that tells region and town tells two": (
        lambda s: [
            ("a", "2024-04-19", s.strike("Dnipropetrovsk Oblast", "2024-04-19"), s.strike("Dnipro", "2024-04-19")),
            ("b", "2024-04-19", s.strike("Dnipro", "2024-04-19")),
        ],
        ["a", "a b"],
    ),
    "a country's wave does not swallow a town": (
        lambda s: [("a", "2025-04-24", s.strike("Ukraine", "2025-04-24")),
                   ("b", "2025-04-24", s.strike("Kyiv", "2025-04-24"))],
        ["a", "b"],
    ),
    "an undated report of the one strike known": (
        lambda s: [("a", "2022-07-14", s.strike("Vinnytsia", "2022-07-14")),
                   ("b", "2022-07-16", s.strike("Vinnytsia"))],
        ["a b"],
    ),
    "an undated report beside the dated one in its own article": (
        lambda s: [("a", "2022-07-14", s.strike("Vinnytsia", "2022-07-14")),
                   ("b", "2022-07-16", s.strike("Vinnytsia", "2022-07-14"), s.strike("Vinnytsia"))],
        ["a b", "b"],
    ),
    "an undated report where two strikes fit": (
        lambda s: [
            ("a", "2022-07-13", s.strike("Mykolaiv", "2022-07-13")),
            ("b", "2022-07-15", s.strike("Mykolaiv", "2022-07-15")),
            ("c", "2022-07-16", s.strike("Mykolaiv")),
        ],
        ["a", "b", "c"],
    ),
    "an undated report of what everybody tells": (
        lambda s: [
            *((name, "2023-01-15", s.strike("Dnipro", "2023-01-14")) for name in "abc"),
            ("d", "2023-01-11", s.strike("Dnipro", "2023-01-10")),
            ("e", "2023-01-16", s.strike("Dnipro")),
        ],
        ["a b c e", "d"],
    ),
    "an undated report from before the strike": (
        lambda s: [("a", "2023-01-15", s.strike("Dnipro", "2023-01-14")), ("b", "2023-01-12", s.strike("Dnipro"))],
        ["a", "b"],
    ),
    "an undated report of a strike long past that few told": (
        lambda s: [("a", "2022-07-14", s.strike("Vinnytsia", "2022-07-14")),
                   ("b", "2024-01-16", s.strike("Vinnytsia"))],
        ["a", "b"],
    ),
    "last week": (
        lambda s: [("a", "2023-01-15", s.strike("Dnipro", "2023-01-14")),
                   ("b", "2023-01-18", s.strike("Dnipro", "2023-01-09", "2023-01-15"))],
        ["a b"],
    ),
    "the week before": (
        lambda s: [("a", "2023-01-15", s.strike("Dnipro", "2023-01-14")),
                   ("b", "2023-01-13", s.strike("Dnipro", "2023-01-02", "2023-01-08"))],
        ["a", "b"],
    ),
    "a day carried over from another sentence": (
        lambda s: [
            *((name, "2022-07-15", s.strike("Vinnytsia", "2022-07-14")) for name in "abc"),
            ("d", "2022-07-16", s.strike("Vinnytsia", "2022-07-15", evidence="Debris was still being cleared.")),
        ],
        ["a b c d"],
    ),
    "a day given in its own sentence": (
        lambda s: [
            *((name, "2022-07-15", s.strike("Vinnytsia", "2022-07-14")) for name in "abc"),
            ("d", "2022-07-16", s.strike("Vinnytsia", "2022-07-15", evidence="Missiles hit it again on Friday.")),
        ],
        ["a b c", "d"],
    ),
    "a campaign of months": (
        lambda s: [("a", "2023-01-15", s.strike("Dnipro", "2023-01-14")),
                   ("b", "2023-03-13", s.strike("Dnipro", "2022-10-10", "2023-03-09"))],
        ["a", "b"],
    ),
    "the station of a town": (
        lambda s: [("a", "2022-04-08", s.strike("Kramatorsk", "2022-04-08")),
                   ("b", "2022-04-08", s.strike("Kramatorsk railway station", "2022-04-08"))],
        ["a b"],
    ),
    "the other side's strike on another place of the region": (
        lambda s: [
            ("a", "2022-07-14", s.strike("Donetsk Oblast", "2022-07-14")),
            ("b", "2022-07-14", s.strike("Horlivka", "2022-07-14", actors=s.BY_UKRAINE)),
        ],
        ["a", "b"],
    ),
    "attackers opposed": (
        lambda s: [
            ("a", "2022-07-14", s.strike("Kramatorsk", "2022-07-14")),
            ("b", "2022-07-14", s.strike("Kramatorsk", "2022-07-14", actors=s.BY_UKRAINE)),
        ],
        ["a", "b"],
    ),
    "each side blames the other": (
        lambda s: [
            ("a", "2022-04-08", s.strike("Kramatorsk", "2022-04-08")),
            ("b", "2022-04-08", s.strike("Kramatorsk", "2022-04-08", actors=s.BY_UKRAINE,
                                         evidence="The ministry blamed Ukraine for the strike on Kramatorsk.")),
        ],
        ["a b"],
    ),
    "a commander's force is his state's": (
        lambda s: [
            ("a", "2025-04-13", s.strike("Sumy", "2025-04-13", actors=s.BY_MINISTRY)),
            ("b", "2025-04-13", s.strike("Sumy", "2025-04-13")),
        ],
        ["a b"],
    ),
    "a second strike on the day, told as one": (
        lambda s: [
            ("a", "2025-08-01", s.strike("Kyiv", "2025-08-01", evidence="Drones hit Kyiv in the morning."),
             s.strike("Kyiv", "2025-08-01", evidence="Another attack on Kyiv followed in the afternoon.")),
            ("b", "2025-08-01", s.strike("Kyiv", "2025-08-01")),
        ],
        ["a b", "a"],
    ),
    "told twice in one article": (
        lambda s: [("a", "2025-08-01", s.strike("Kyiv", "2025-08-01"), s.strike("Kyiv", "2025-08-01")),
                   ("b", "2025-08-01", s.strike("Kyiv", "2025-08-01"))],
        ["a b"],
    ),
    "no place": (
        lambda s: [("a", "2025-08-01", s.strike(None, "2025-08-01")),
                   ("b", "2025-08-01", s.strike(None, "2025-08-01"))],
        ["a", "b"],
    ),
    "an assault is no strike": (
        lambda s: [("a", "2025-08-01", s.strike("Pokrovsk", "2025-08-01")),
                   ("b", "2025-08-01", s.strike("Pokrovsk", "2025-08-01", kind="ground_action"))],
        ["a", "b"],
    ),
}  # fmt: skip

WITKOFF_PUTIN, TRUMP_PUTIN, TRUMP_ZELENSKY = (
    ["Steve Witkoff", "Vladimir Putin"], ["Donald Trump", "Vladimir Putin"], ["Donald Trump", "Volodymyr Zelensky"]
)  # fmt: skip
SIDES = ["Russia", "Ukraine"]
ALLIES = ["Ukraine", "United States"]

# Each article: its name and day, then the kind, parties and first day of what it mentions, and what else it says.
DEALINGS = {
    "a meeting that another calls talks": (
        [("a", "2025-04-11", "meeting", WITKOFF_PUTIN, "2025-04-11", {"place": "Saint Petersburg"}),
         ("b", "2025-04-14", "talks", WITKOFF_PUTIN, "2025-04-11", {})],
        ["a b"],
    ),
    "a call is no meeting": (
        [("a", "2025-03-18", "call", TRUMP_PUTIN, "2025-03-18", {}),
         ("b", "2025-03-18", "meeting", TRUMP_PUTIN, "2025-03-18", {})],
        ["a", "b"],
    ),
    "three days, three meetings": (
        [(name, "2025-04-14", "meeting", TRUMP_ZELENSKY, f"2025-04-1{name}", {}) for name in "123"],
        ["1", "2", "3"],
    ),
    "a state and its president": (
        [("a", "2025-08-15", "talks", ["United States", "Russia"], "2025-08-15", {"place": "Alaska"}),
         ("b", "2025-08-16", "meeting", TRUMP_PUTIN, "2025-08-15", {})],
        ["a b"],
    ),
    "two people of one side": (
        [("a", "2025-04-11", "meeting", WITKOFF_PUTIN, "2025-04-11", {}),
         ("b", "2025-04-11", "meeting", ["Marco Rubio", "Sergei Lavrov"], "2025-04-11", {})],
        ["a", "b"],
    ),
    "two visitors of one host": (
        [("a", "2025-04-11", "meeting", ["Emmanuel Macron", "Volodymyr Zelensky"], "2025-04-11", {}),
         ("b", "2025-04-11", "meeting", ["Friedrich Merz", "Volodymyr Zelensky"], "2025-04-11", {})],
        ["a", "b"],
    ),
    "talks over two days": (
        [("a", "2026-01-24", "talks", SIDES, "2026-01-23", {"end": "2026-01-24", "place": "Abu Dhabi"}),
         ("b", "2026-01-23", "talks", SIDES, "2026-01-23", {}),
         ("c", "2026-01-24", "talks", [*SIDES, "United States"], "2026-01-24", {"place": "Abu Dhabi"})],
        ["a b c"],
    ),
    "two towns on one day": (
        [("a", "2022-03-29", "talks", SIDES, "2022-03-29", {"place": "Istanbul"}),
         ("b", "2022-03-29", "talks", SIDES, "2022-03-29", {"place": "Geneva"})],
        ["a", "b"],
    ),
    "a town and its country": (
        [("a", "2022-03-10", "talks", SIDES, "2022-03-10", {"place": "Antalya"}),
         ("b", "2022-03-29", "talks", SIDES, "2022-03-10", {"place": "Turkey"})],
        ["a b"],
    ),
    "a house and its town": (
        [("a", "2025-02-28", "meeting", TRUMP_ZELENSKY, "2025-02-28", {"place": "White House"}),
         ("b", "2025-02-28", "meeting", TRUMP_ZELENSKY, "2025-02-28", {"place": "Washington"})],
        ["a b"],
    ),
    "planned, then held": (
        [("a", "2025-04-22", "talks", ALLIES, "2025-04-23", {"planned": True}),
         ("b", "2025-04-23", "talks", ALLIES, "2025-04-23", {"place": "London"})],
        ["a b"],
    ),
    "planned for another day": (
        [("a", "2025-04-22", "talks", ALLIES, "2025-04-23", {"planned": True}),
         ("b", "2025-04-26", "talks", ALLIES, "2025-04-26", {})],
        ["a", "b"],
    ),
    "a meeting that is hoped for": (
        [(name, "2022-03-29", "meeting", ["Vladimir Putin", "Volodymyr Zelensky"], None, {"planned": True})
         for name in "ab"],
        ["a b"],
    ),
    "an undated round, one known": (
        [("a", "2022-03-29", "talks", SIDES, "2022-03-29", {"place": "Istanbul"}),
         ("b", "2022-04-03", "talks", SIDES, None, {"place": "Istanbul"})],
        ["a b"],
    ),
    "an undated round elsewhere": (
        [("a", "2022-03-29", "talks", SIDES, "2022-03-29", {"place": "Istanbul"}),
         ("b", "2022-04-03", "talks", SIDES, None, {"place": "Belarus"})],
        ["a", "b"],
    ),
    "calls that share two of many": (
        [("a", "2022-03-29", "call", ["Joe Biden", "France", "Germany", "Italy"], "2022-03-29", {}),
         ("b", "2022-03-29", "call", ["Emmanuel Macron", "Olaf Scholz", "Vladimir Putin"], "2022-03-29", {})],
        ["a", "b"],
    ),
    "a host of two others is not their party": (
        [("a", "2025-05-16", "talks", SIDES, "2025-05-16", {"place": "Istanbul", "host": "Turkey"}),
         ("b", "2025-05-16", "talks", ALLIES, "2025-05-16", {"place": "Istanbul", "host": "Turkey"})],
        ["a", "b"],
    ),
    "an exchange of prisoners": (
        [("a", "2025-05-25", "exchange", SIDES, "2025-05-25", {}),
         ("b", "2025-05-25", "exchange", SIDES[::-1], "2025-05-25", {})],
        ["a b"],
    ),
    "exchanges on two days": (
        [("a", "2025-05-25", "exchange", SIDES, "2025-05-24", {}),
         ("b", "2025-05-25", "exchange", SIDES, "2025-05-25", {})],
        ["a", "b"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("articles", "events"), STRIKES.values(), ids=STRIKES)
def test_strikes(ledger, say, articles, events):
    assert told(ledger, say, *articles(say)) == groups(*events)


@pytest.mark.parametrize(("articles", "events"), DEALINGS.values(), ids=DEALINGS)
def test_dealings(ledger, say, articles, events):
    made = [
        (name, published, say.dealing(kind, parties, start, **more))
        for name, published, kind, parties, start, more in articles
    ]
    assert told(ledger, say, *made) == groups(*events)


def test_an_inferred_day_says_where_it_comes_from(ledger, say):
    told(
        ledger,
        say,
        ("a", "2022-07-14", say.strike("Vinnytsia", "2022-07-14")),
        ("b", "2022-07-16", say.strike("Vinnytsia")),
    )
    [(inferred_on, from_its_event, reason)] = ledger.rows(
        "select inferred_on, inferred_from = event_id, reason from mention_events where inferred_on is not null"
    )
    assert (inferred_on, from_its_event) == (say.day("2022-07-14"), True)
    assert reason == "gives no day; the event of 2022-07-14 is the one that fits"


@pytest.mark.parametrize(
    ("evidence", "held", "status"),
    [
        ("The two will meet in London on 23 April.", False, "planned"),
        ("The talks in London on 23 April were called off.", False, "called off"),
        ("The two will meet in London on 23 April.", True, "held"),
    ],
    ids=["planned", "called off", "held"],
)
def test_what_became_of_a_plan(ledger, say, evidence, held, status):
    parties = ["Ukraine", "United States"]
    articles = [("a", "2025-04-22", say.dealing("talks", parties, "2025-04-23", planned=True, evidence=evidence))]
    if held:
        articles.append(("b", "2025-04-23", say.dealing("talks", parties, "2025-04-23")))
    told(ledger, say, *articles)
    assert ledger.rows("select status, planned from events where gone is null") == [(status, not held)]
