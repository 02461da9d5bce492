"""What holds of any ledger: the order and the portions of loading have no say, and no sum counts a death twice."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FIRST = dt.date(2025, 4, 10)
PLACES = ["Kyiv", "Kyiv Oblast", "Bila Tserkva", "Sumy", "Sumy Oblast", "Ukraine", None, "Kyiv railway station"]
PARTIES = ["Donald Trump", "Vladimir Putin", "Steve Witkoff", "Russia", "United States", "Ukraine", "Turkey"]
SENTENCES = [None, "It was struck late on Sunday.", "Another attack came overnight.", "The mayor blamed Ukraine."]
HELD_IDS = "select mention_id, event_id from mention_events where gone is null order by all"
WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"

days = st.integers(0, 9).map(lambda number: FIRST + dt.timedelta(days=number))
spans = st.one_of(
    st.just((None, None)),
    days.map(lambda day: (day, day)),
    st.tuples(days, st.integers(1, 7)).map(lambda told: (told[0], told[0] + dt.timedelta(days=told[1]))),
)


@st.composite
def mention(draw, say):
    start, end = draw(spans)
    if draw(st.booleans()):
        fields = {"kind": draw(st.sampled_from(["strike", "strike", "ground_action"])),
                  "actors": draw(st.sampled_from([say.RUSSIA_ON_UKRAINE, say.BY_UKRAINE, ()]))}  # fmt: skip
    else:
        kind = draw(st.sampled_from(["meeting", "talks", "call", "agreement"]))
        names = draw(st.lists(st.sampled_from(PARTIES), max_size=3, unique=True))
        fields = {"kind": kind, "actors": say.dealing(kind, names)["actors"], "planned": draw(st.booleans())}
    place, evidence = draw(st.sampled_from(PLACES)), draw(st.sampled_from(SENTENCES))
    return {"start": start, "end": end, "place": place, "evidence": evidence} | fields


@st.composite
def figure(draw, say):
    start, end = draw(spans)
    number = draw(st.integers(1, 40))
    return {
        "measure": draw(st.sampled_from(["killed", "injured", "launched"])), "low": number, "high": number,
        "place": draw(st.sampled_from(PLACES)), "start": start, "end": end,
        "group": draw(st.sampled_from([None, None, "children", "soldiers", "drones"])),
        "claimed_by": draw(st.sampled_from([None, "Ukraine", "Russian Ministry of Defence"])),
    }  # fmt: skip


@st.composite
def article(draw, say, name):
    records = draw(st.lists(st.one_of(mention(say), figure(say)), min_size=1, max_size=4))
    text = draw(st.sampled_from(["", WORDS + " a b c d e", "x y z " + WORDS + " and more"]))
    published = draw(st.one_of(st.none(), days))
    return say.article(name, published and published.isoformat(), *records, text=text)


@st.composite
def newspapers(draw, say):
    return [draw(article(say, f"article {number}")) for number in range(draw(st.integers(1, 4)))]


@pytest.fixture
def new_ledger(say):
    return say.Ledger


CAREFULLY = settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@CAREFULLY
@given(data=st.data())
def test_portions_order_and_resolving_anew_have_no_say(say, new_ledger, data):
    articles = data.draw(newspapers(say))
    at_once, one_by_one = new_ledger(), new_ledger()
    at_once.load(articles)
    for each in data.draw(st.permutations(articles)):
        one_by_one.load([each])
    content = at_once.content()
    assert one_by_one.content() == content
    ids = one_by_one.rows(HELD_IDS)
    one_by_one.load([], anew=True)
    assert one_by_one.content() == content
    assert one_by_one.rows(HELD_IDS) == ids


@CAREFULLY
@given(data=st.data())
def test_a_changed_article_leaves_what_it_says_now(say, new_ledger, data):
    articles = data.draw(newspapers(say))
    changed = data.draw(article(say, "article 0"))
    known_text = changed.article.text or articles[0].article.text  # one that comes without its text keeps what is there
    whole = replace(changed, article=replace(changed.article, text=known_text))
    step_by_step, at_once = new_ledger(), new_ledger()
    step_by_step.load(articles)
    step_by_step.load([changed])
    at_once.load([whole, *articles[1:]])
    assert step_by_step.content() == at_once.content()


@CAREFULLY
@given(data=st.data())
def test_no_sum_counts_a_death_twice(say, new_ledger, data):
    ledger = new_ledger()
    ledger.load(data.draw(newspapers(say)))
    assert not ledger.rows(  # a toll comes from claims about its event, and is none of them added up
        """
        select * from tolls
        where gone is null and not (low <= best and best <= high and high <= (
            select max(claims.high) from claims
            where claims.gone is null and claims.event_id = tolls.event_id and claims.measure = tolls.measure))
        """
    )
    assert not ledger.rows(  # of a wave and its part only one counts
        """
        select * from tolls as part
        join events on events.event_id = part.event_id and events.gone is null
        join tolls as whole on whole.event_id = events.part_of and whole.measure = part.measure and whole.gone is null
            and whole.side is not distinct from part.side and whole.counted is not distinct from part.counted
        where part.gone is null and part.counts and whole.counts
        """
    )
