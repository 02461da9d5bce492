"""Corrections: read, applied at each load, reported where what they expect is no longer found."""

import pytest

from etl.errors import CorrectionError
from etl.resolve.corrections import Correction, read_corrections

SIGNED = {"author": "A. Analyst", "decided_on": "2025-04-20", "reason": "the hospital's list", "file": "test.toml"}


def correction(action, target, expected, value=None, field=None):
    return Correction(action=action, target=target, expected=expected, value=value, field=field, **SIGNED)


@pytest.fixture
def articles(say):
    return [
        say.article("a", "2025-04-14", say.strike("Sumy", "2025-04-13"), say.count("killed", 34, "Sumy", "2025-04-13")),
        say.article("b", "2025-04-14", say.strike("Sumy", "2025-04-13"), say.count("killed", 60, "Sumy", "2025-04-13")),
        say.article("c", "2025-04-14", say.strike("Sumy", "2025-04-12"), {"text": "We saw it.", "speaker": "Nobody"}),
    ]


def event_of(ledger, name):
    [(event_id,)] = ledger.rows(
        f"""
        select event_id from mention_events join mentions using (mention_id) join articles using (article_id)
        where mention_events.gone is null and mentions.gone is null and articles.gone is null and article = '{name}'
        """
    )
    return event_id


def outcomes(ledger):
    return [outcome for (outcome,) in ledger.rows("select outcome from corrections where gone is null")]


def mention_of(ledger, name):
    [(mention_id,)] = ledger.rows(
        f"""
        select mention_id from mentions join articles using (article_id)
        where article = '{name}' and mentions.gone is null
        """
    )
    return mention_id


def test_merge_holds_through_later_loads_and_ends_with_its_correction(ledger, say, articles):
    ledger.load(articles)
    one, other = event_of(ledger, "c"), event_of(ledger, "a")
    merge = correction("merge", one, "Strike on Sumy", other)
    for later in (None, say.article("d", "2025-04-16", say.strike("Kyiv", "2025-04-16")), articles[2]):
        ledger.load([later] if later else [], [merge])
        assert frozenset("abc") in ledger.together()
        assert outcomes(ledger) == ["applied"]
    [(old, new)] = ledger.rows("select old_event_id, event_id from redirects where gone is null")
    assert {old, new} == {one, other}
    assert event_of(ledger, "a") == new
    ledger.load([], [])
    assert {frozenset("ab"), frozenset("c")} <= ledger.together()
    assert outcomes(ledger) == []


def test_split_makes_an_event_of_its_own(ledger, articles):
    ledger.load(articles)
    whole = event_of(ledger, "a")
    split = correction("split", whole, "Strike on Sumy", (mention_of(ledger, "b"),))
    for _ in range(2):
        ledger.load([], [split])
        assert {frozenset("a"), frozenset("b"), frozenset("c")} == ledger.together()
        assert outcomes(ledger) == ["applied"]
    assert whole in {event_of(ledger, "a"), event_of(ledger, "b")}


def test_a_retracted_event_is_gone_with_its_claims(ledger, articles):
    ledger.load(articles)
    retract = correction("retract", event_of(ledger, "a"), "Strike on Sumy")
    for _ in range(2):
        ledger.load([], [retract])
        assert ledger.together() == {frozenset("c")}
        assert set(ledger.rows("select standing, event_id from claims where gone is null")) == {("retracted", None)}
        assert ledger.rows("select count(*) from tolls where gone is null") == [(0,)]
        assert outcomes(ledger) == ["applied"]


def test_a_retracted_claim_counts_no_more(ledger, articles):
    ledger.load(articles)
    [(figure_id,)] = ledger.rows("select figure_id from figures where low = 60")
    ledger.load([], [correction("retract", figure_id, "killed 60")])
    assert ledger.rows("select high from tolls where gone is null") == [(34,)]
    assert ledger.rows("select standing from claims where gone is null and low = 60") == [("retracted",)]
    ledger.load([], [])
    assert ledger.rows("select high from tolls where gone is null") == [(60,)]


OVERRIDES = {
    "an event's title": ("event", "title", "Strike on Sumy", "Strike on the centre of Sumy"),
    "an event's day": ("event", "started_on", "2025-04-13", "2025-04-12"),
    "a claim's number": ("figure", "low", "34", "35"),
    "a claim's claimant": ("figure", "claimant", "", "Ukraine"),
    "a speaker": ("quote", "speaker", "Nobody", "Volodymyr Zelensky"),
}


@pytest.mark.parametrize(("what", "field", "expected", "value"), OVERRIDES.values(), ids=OVERRIDES)
def test_override(ledger, articles, what, field, expected, value):
    ledger.load(articles)
    if what == "event":
        target, table, key = event_of(ledger, "a"), "events", "event_id"
    else:
        table, key, held = {"figure": ("claims", "figure_id", "low = 34"), "quote": ("quotes", "quote_id", "true")}[
            what
        ]
        [(target,)] = ledger.rows(f"select {key} from {table} where gone is null and {held}")
    find = f"select {field} from {table} where gone is null and {key} = '{target}'"
    for _ in range(2):
        ledger.load(articles, [correction("override", target, expected, value, field)])
        [(found,)] = ledger.rows(find)
        assert (str(int(found)) if isinstance(found, float) else str(found)) == value
        assert outcomes(ledger) == ["applied"]
    ledger.load([], [])
    [(found,)] = ledger.rows(find)
    assert (str(int(found)) if isinstance(found, float) else str(found or "")) == expected


NOT_FOUND = {
    "another title": (
        lambda ids: correction("merge", ids["c"], "Strike on Kyiv", ids["a"]),
        "found Strike on Sumy where",
    ),
    "another value": (
        lambda ids: correction("override", ids["a"], "Kyiv", "Lviv", "place"),
        "found Sumy where Kyiv was",
    ),
    "no event": (lambda ids: correction("retract", "e000000000000", "Strike"), "nothing with the id e000000000000 was"),
    "no figure": (lambda ids: correction("retract", "f000000000000", "killed 1"), "no figure f000000000000 was found"),
    "no quote": (lambda ids: correction("override", "q000000000000", "A", "B", "speaker"), "no quote q000000000000"),
    "no mention": (
        lambda ids: correction("split", ids["a"], "Strike on Sumy", ("m000000000000",)),
        "found no mention m0",
    ),
}


@pytest.mark.parametrize(("made", "outcome"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_what_is_not_as_expected_is_reported_and_not_applied(ledger, articles, made, outcome):
    ledger.load(articles)
    before = ledger.content()
    ledger.load([], [made({name: event_of(ledger, name) for name in "abc"})])
    [found] = outcomes(ledger)
    assert found.startswith(outcome)
    assert ledger.content() == before


FILE = """
[[correction]]
action = "override"
target = "e0123456789ab"
field = "started_on"
expected = 2025-04-13
value = 2025-04-12
author = "A. Analyst"
decided_on = 2025-04-20
reason = "the mayor's log"
"""

BAD_FILES = {
    "not TOML": ("[[correction", "bad.toml cannot be read as TOML"),
    "an unknown key": (FILE + 'colour = "red"\n', "correction.0.colour: Extra inputs are not permitted"),
    "an unknown action": (FILE.replace("override", "forget"), "correction.0.action: Input should be 'merge'"),
    "no reason": (FILE.replace('reason = "the mayor\'s log"', ""), "correction.0.reason: Field required"),
    "no expectation": (FILE.replace("expected = 2025-04-13", ""), "correction.0.expected: Field required"),
    "a field that events have not": (FILE.replace('"started_on"', '"mentions"'), "field=mentions: expected one of"),
    "a day that is none": (FILE.replace("value = 2025-04-12", 'value = "in April"'), "Invalid isoformat string"),
    "a target of another kind": (FILE.replace('"e01', '"m01'), "override of target=m0123456789ab"),
    "not an id": (FILE.replace("e0123456789ab", "'; drop table events"), "correction.0.target: String should match"),
    "one thing twice": (FILE + FILE, "expected one correction for one thing"),
}


@pytest.mark.parametrize(("text", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_bad_files(tmp_path, text, message):
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CorrectionError) as error:
        read_corrections(tmp_path)
    assert message in str(error.value)


def test_files_are_read_in_order(tmp_path):
    (tmp_path / "b.toml").write_text(FILE, encoding="utf-8")
    (tmp_path / "a.toml").write_text(FILE.replace("e01", "e02"), encoding="utf-8")
    assert [(found.file, found.target[:3], found.expected) for found in read_corrections(tmp_path)] == [
        ("a.toml", "e02", "2025-04-13"),
        ("b.toml", "e01", "2025-04-13"),
    ]
