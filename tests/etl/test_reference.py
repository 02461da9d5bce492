"""The reference data: its schema, its lookups, and that what it says fits together."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

import pytest

from etl import reference
from etl.errors import VocabularyError
from etl.reference_schema import PersonRow, Term, rows


def test_there_are_actors_enough_of_every_kind() -> None:
    kinds = {actor.kind for actor in reference.actors().values()}
    assert len(reference.actors()) >= 400
    assert kinds == {"person", "state", "government", "ministry", "armed_force", "armed_group", "igo", "body", "media"}


def test_every_office_holder_and_whole_is_known() -> None:
    unknown = [
        (office, of, term.holder)
        for (office, of), held in reference.terms().items()
        for term in held
        if office not in reference.roles().offices
        or term.holder not in reference.actors()
        or not (
            of in reference.countries()
            or of in reference.actors()
            or of in reference.regions()
            or of in reference.places()
        )
    ]
    assert unknown == []


def test_nobody_follows_before_the_one_before_has_left() -> None:
    overlapping = [
        (key, one.holder, other.holder)
        for key, held in reference.terms().items()
        for one, other in itertools.pairwise(held)
        if one.holder != other.holder and other.since and (one.until is None or one.until > other.since)
    ]
    by_start = {key: held for key, held in reference.terms().items() if list(held) == sorted(held, key=_since)}
    assert [row for row in overlapping if row[0] in by_start] == []


def _since(term: Term) -> dt.date:
    return term.since or dt.date.min


@pytest.mark.parametrize(
    ("office", "of", "day", "holder"),
    [
        ("president", "US", dt.date(2021, 1, 19), "Donald Trump"),
        ("president", "US", dt.date(2021, 1, 20), "Joe Biden"),
        ("president", "US", dt.date(2025, 1, 19), "Joe Biden"),
        ("president", "US", dt.date(2025, 1, 20), "Donald Trump"),
        ("president", "US", dt.date(2010, 1, 1), None),
        ("president", "US", None, None),
        ("foreign minister", "RU", None, "Sergei Lavrov"),
        ("president", "XX", dt.date(2025, 1, 1), None),
    ],
)
def test_office_holder(office: str, of: str, day: dt.date | None, holder: str | None) -> None:
    assert reference.office_holder(office, of, day) == holder


def test_holders_of_a_bare_noun() -> None:
    found = reference.holders("Foreign Minister", dt.date(2024, 1, 1))
    assert {("Dmytro Kuleba", "UA"), ("Sergei Lavrov", "RU"), ("Antony Blinken", "US")} <= set(found)
    assert reference.holders("foreign minister", None) == ()
    assert reference.holders("baker", dt.date(2024, 1, 1)) == ()


def test_members_are_reflexive_and_transitive() -> None:
    members = set(reference.members())
    assert ("Russia", "Russia") in members
    assert {("Russia", "Dmitry Peskov"), ("Kremlin", "Dmitry Peskov")} <= members
    assert ("Ukraine", "Yuriy Ihnat") in members
    assert ("Ukraine", "Dmitry Peskov") not in members


def test_codes_and_names_of_states() -> None:
    assert (reference.country_name("GB"), reference.country_name("ZZ"), reference.country_name(None)) == (
        "United Kingdom", None, None,
    )  # fmt: skip
    assert (reference.iso2("UK"), reference.iso2("Russian Federation"), reference.iso2("Narnia")) == ("GB", "RU", None)


@pytest.mark.parametrize(
    ("name", "country", "region"),
    [
        ("Kyiv", "UA", None),
        ("Kryvyi Rih", "UA", "Dnipropetrovsk Oblast"),
        ("Zaporizhzhia", "UA", "Zaporizhzhia Oblast"),
        ("Avdiivka", "UA", "Donetsk Oblast"),
        ("Chasiv Yar", "UA", "Donetsk Oblast"),
        ("Sudzha", "RU", "Kursk Oblast"),
        ("Shebekino", "RU", "Belgorod Oblast"),
        ("Grayvoron", "RU", "Belgorod Oblast"),
        ("Khan Younis", "PS", None),
        ("Sumy Oblast", "UA", None),
        ("Sea of Azov", None, None),
    ],
)
def test_place_by_name(name: str, country: str | None, region: str | None) -> None:
    place = reference.place_by_name(name)
    assert place is not None
    assert (place.name, place.country, place.region) == (name, country, region)
    assert place.lat is not None and -90 <= place.lat <= 90


def test_an_unknown_place_is_none() -> None:
    assert reference.place_by_name("Kryvyy Rih") is None  # a spelling, not the name


def test_every_settlement_lies_on_earth_in_a_known_country() -> None:
    strange = [
        place
        for place, spellings in reference.settlements()
        if not (-90 <= (place.lat or 0) <= 90 and -180 <= (place.lon or 0) <= 180)
        or place.name in spellings
        or (place.region is not None and place.region not in reference.regions())
    ]
    assert strange == []


def test_gender_of_given_names() -> None:
    assert reference.given_names()["Olena"][0] == "f"
    assert reference.given_names()["Kim"][0] is None  # of both
    assert "Serhiy" in reference.same_names()["Sergey"]
    assert "Volodymyr" not in reference.given_names()["Vladimir"][1]


FAULTS = [
    ("name,country,parent,rank,gender,aliases\nIvan Petrov,Russia,,2,m,\n", "country='Russia'"),
    ("name,country,parent,rank,gender,aliases\nIvan Petrov,RU,,9,m,\n", "rank='9'"),
    ("name,country,parent,rank,gender,aliases\n,RU,,2,m,\n", "name=''"),
    ("name,country,parent,rank,gender,aliases,born\nIvan Petrov,RU,,2,m,,1950\n", "born='1950'"),
]


@pytest.mark.parametrize(("text", "fault"), FAULTS, ids=[fault for _, fault in FAULTS])
def test_a_fault_is_told_with_file_line_and_key(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"people\.csv, line 2: ") as caught:
        list(rows(path, PersonRow))
    assert fault in str(caught.value)


def test_a_day_that_is_none_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "offices.csv"
    path.write_text("office,of,holder,since,until\npresident,UA,Volodymyr Zelensky,2019-13-20,\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match="since='2019-13-20'"):
        list(rows(path, Term))
