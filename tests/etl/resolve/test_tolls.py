"""What claims about one event come to: histories, disputes, parts of a toll."""

import pytest

# Each claim: the article's day, the number, and what else is told of it. All are of one strike on Sumy on 13 April.
TOLLS = {
    "one claim": ([("2025-04-13", 34, {})], (34, 34, 34, False)),
    "one side's rising count is no dispute": (
        [("2025-04-13", 9, {"claimed_by": "Ukraine"}), ("2025-04-14", 12, {"claimed_by": "Ukraine"})],
        (12, 12, 12, False),
    ),
    "within a day the higher is the later": (
        [("2025-04-13", 12, {}), ("2025-04-13", 9, {})],
        (12, 12, 12, False),
    ),
    "a count that is corrected downward": (
        [("2025-04-13", 12, {}), ("2025-04-15", 11, {})],
        (11, 11, 11, False),
    ),
    "an old number told again is no step back": (
        [("2025-04-13", 9, {}), ("2025-04-14", 12, {}), ("2025-04-16", 9, {})],
        (12, 12, 12, False),
    ),
    "a lower number of another claimant of the account": (
        [("2025-04-13", 34, {"claimed_by": "Ukraine"}), ("2025-04-15", 20, {})],
        (34, 34, 34, False),
    ),
    "two sides of the war": (
        [("2025-04-14", 34, {"claimed_by": "Ukraine"}),
         ("2025-04-14", 60, {"claimed_by": "Russian Ministry of Defence", "qualifier": "more_than"})],
        (34, 34, 60, True),
    ),
    "two sides that say the same": (
        [("2025-04-14", 34, {"claimed_by": "Ukraine"}),
         ("2025-04-14", 34, {"claimed_by": "Russian Ministry of Defence"})],
        (34, 34, 34, False),
    ),
    "at least leaves room": (
        [("2025-04-14", 30, {"claimed_by": "Ukraine", "qualifier": "at_least"}),
         ("2025-04-14", 34, {"claimed_by": "United Nations"})],
        (30, 30, 34, False),
    ),
    "one side's soldiers are the other's civilians": (
        [("2025-04-14", 34, {"claimed_by": "Ukraine", "group": "civilians"}),
         ("2025-04-14", 34, {"claimed_by": "Russian Ministry of Defence", "group": "soldiers"})],
        (34, 34, 34, True),
    ),
    "children are part of the dead": (
        [("2025-04-14", 34, {}), ("2025-04-14", 2, {"group": "children"})],
        (34, 34, 34, False),
    ),
    "only a part is told: at least that many": (
        [("2025-04-14", 2, {"group": "children"}), ("2025-04-14", 3, {"group": "rescuers"})],
        (3, 3, 3, False),
    ),
    "what the attacker says is not best, however often it is told": (
        [("2025-04-14", 34, {"claimed_by": "Ukraine"}),
         *[("2025-04-15", 60, {"claimed_by": "Russian Ministry of Defence"})] * 3],
        (34, 34, 60, True),
    ),
    "more independent stories carry one account": (
        [("2025-04-14", 34, {}), ("2025-04-14", 34, {}),
         ("2025-04-15", 60, {"claimed_by": "Russian Ministry of Defence"})],
        (34, 34, 60, True),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("claims", "toll"), TOLLS.values(), ids=TOLLS)
def test_tolls(ledger, say, claims, toll):
    ledger.load(
        say.article(
            f"article {number}",
            published,
            say.strike("Sumy", "2025-04-13"),
            say.count("killed", killed, "Sumy", "2025-04-13", **more),
        )
        for number, (published, killed, more) in enumerate(claims)
    )
    assert ledger.rows("select low, best, high, contested from tolls where gone is null") == [toll]


def test_a_part_in_the_same_article_is_a_subset(ledger, say):
    here = ("Sumy", "2025-04-13")
    ledger.load(
        [
            say.article(
                "a",
                "2025-04-14",
                say.strike(*here),
                say.count("killed", 34, *here),
                say.count("killed", 2, *here, group="children"),
                say.count("killed", 5, *here, group="soldiers"),
                say.count("injured", 117, *here),
            )
        ]
    )
    assert ledger.rows("select low, measure, standing from claims order by low") == [
        (2, "killed", "subset"),
        (5, "killed", "subset"),
        (34, "killed", "current"),
        (117, "injured", "current"),
    ]
    assert ledger.rows("select measure, best from tolls order by measure") == [("injured", 117), ("killed", 34)]


def test_kinds_of_arms_have_their_own_tolls(ledger, say):
    here = ("Kyiv", "2025-04-24")
    ledger.load(
        [
            say.article(
                "a",
                "2025-04-24",
                say.strike(*here),
                say.count("launched", 145, *here, group="drones"),
                say.count("launched", 70, *here, group="missiles"),
            )
        ]
    )
    assert ledger.rows("select counted, best, side from tolls order by counted") == [
        ("drones", 145, "Russia"),
        ("missiles", 70, "Russia"),
    ]


SCOPES = {
    "of its event": ({}, "event"),
    "a rate": ({"per": "day"}, "rate"),
    "a running total": ({"cumulative": True, "start": "2022-02-24", "end": "2025-04-13"}, "running"),
    "a month's total": ({"start": "2025-03-01", "end": "2025-03-31"}, "period"),
    "another place": ({"place": "Kyiv"}, "background"),
    "another day": ({"start": "2025-04-10"}, "background"),
    "the day after, as a night is counted": ({"start": "2025-04-14"}, "event"),
    "no place and no day, next to it": ({"place": None, "start": None}, "event"),
    "not counted of events": ({"measure": "price"}, "background"),
}


@pytest.mark.parametrize(("more", "scope"), SCOPES.values(), ids=SCOPES)
def test_what_a_number_is_about(ledger, say, more, scope):
    figure = {"measure": "killed", "place": "Sumy", "start": "2025-04-13"} | more
    measure, place, start = figure.pop("measure"), figure.pop("place"), figure.pop("start")
    end = figure.pop("end", start)
    told = say.count(measure, 34, place, start, **figure) | {"end": say.day(end)}
    ledger.load([say.article("a", "2025-04-14", say.strike("Sumy", "2025-04-13"), told)])
    [(found, is_on_event)] = ledger.rows("select scope, event_id is not null from claims")
    assert (found, is_on_event) == (scope, scope == "event")


@pytest.mark.parametrize(
    ("place", "start"), [("Kharkiv Oblast", None), ("Sumy", "2025-03-01")], ids=["no day", "a town"]
)
def test_a_countrys_total_of_a_month_is_no_strikes_toll(ledger, say, place, start):
    strike = say.strike(place, start) | ({"end": say.day("2025-03-31")} if start else {})
    total = say.count("killed", 164, "Ukraine", "2025-03-01") | {"end": say.day("2025-03-31")}
    ledger.load([say.article("a", "2025-04-14", strike, total)])
    assert ledger.rows("select scope, event_id from claims") == [("period", None)]


def test_the_nearest_of_two_strikes_takes_the_number(ledger, say):
    ledger.load(
        [
            say.article(
                "a",
                "2024-04-19",
                say.strike("Dnipro", "2024-04-19"),
                say.count("killed", 2, evidence_start=0, evidence_end=100),
                say.strike("Synelnykove", "2024-04-19"),
                say.count("killed", 5, evidence_start=2000, evidence_end=2100),
            )
        ]
    )
    assert ledger.rows("select place, low from claims join events using (event_id) order by low") == [
        ("Dnipro", 2),
        ("Synelnykove", 5),
    ]


WAVES = {
    "the wave's toll holds its towns'": (5, {"Kyiv": 3, "Kharkiv": 1}, 5),
    "the towns' are newer": (2, {"Kyiv": 3, "Kharkiv": 1}, 4),
    "the wave has none": (None, {"Kyiv": 3, "Kharkiv": 1}, 4),
}


@pytest.mark.parametrize(("wave", "towns", "total"), WAVES.values(), ids=WAVES)
def test_a_sum_takes_the_wave_or_its_towns(ledger, say, wave, towns, total):
    records = [say.strike("Ukraine", "2025-04-24")]
    if wave is not None:
        records.append(say.count("killed", wave, "Ukraine", "2025-04-24"))
    for town, killed in towns.items():
        records += [say.strike(town, "2025-04-24"), say.count("killed", killed, town, "2025-04-24")]
    ledger.load([say.article("a", "2025-04-24", *records)])
    assert ledger.rows("select sum(best) from tolls where counts and measure = 'killed'") == [(total,)]
    assert ledger.rows("select count(*) from events where part_of is not null") == [(len(towns),)]
