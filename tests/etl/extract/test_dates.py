"""Rows are sentences in the manner of agencies, tabloids, state media, live blogs and UN reports, all made up.

A page is published on Monday 14 April 2025 unless a row says otherwise. In `expected`, a day is its last digits of
2025 ("04-13"), a span has two, "?" is a mention that nothing fixes; "F" announced, "N" a night, "S" since.
"""

import datetime as dt
import itertools
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from etl.extract.calendar import dates
from etl.extract.layout import sentences
from etl.extract.reading import DateMention, Segment, Sentence

MONDAY = dt.date(2025, 4, 14)


def read(text: str, reference: dt.date | None = MONDAY, *, heading: bool = False) -> tuple[Sentence, ...]:
    role = "heading" if heading else "body"
    return dates.mark(text, sentences.split(text, [Segment(0, len(text), role, 0, 0, reference)]))  # type: ignore[arg-type]


def shown(mention: DateMention) -> str:
    def short(day: dt.date | None) -> str:
        return "?" if day is None else str(day).removeprefix("2025-")

    span = short(mention.first) if mention.first == mention.last else f"{short(mention.first)}..{short(mention.last)}"
    marks = "F" * mention.future + "N" * mention.overnight + "S" * mention.since
    return f"{span} {marks}".strip()


def found(text: str, reference: dt.date | None = MONDAY, *, heading: bool = False) -> list[str]:
    return [shown(mention) for sentence in read(text, reference, heading=heading) for mention in sentence.dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # weekdays
        ("The missile hit the port on Sunday.", "04-13"),
        ("The ministry said Monday that it was ready.", "04-14"),
        ("Shelling killed two on Tuesday.", "04-08"),
        ("SUNDAY was the worst day.", "04-13"),
        ("Sunday's strike killed two.", "04-13"),
        ("They met last Friday in Rome.", "04-11"),
        ("They met on Friday last week.", "04-11"),
        ("They met on Tuesday of last week.", "04-08"),
        ("The envoy saw Vladimir Putinlast Friday.", "04-11"),
        ("A blast Friday killed two.", "04-11"),
        ("He spoke late on Saturday.", "04-12"),
        ("He spoke early Monday.", "04-14"),
        ("It began in the early hours of Friday.", "04-11"),
        ("It began on Friday morning.", "04-11"),
        ("It began on Thursday night.", "04-10"),
        ("The talks were held on Friday and Saturday.", "04-11..04-12"),
        ("It lasted from Wednesday to Friday.", "04-09..04-11"),
        ("They met on Tuesday and Friday.", "04-08|04-11"),
        # announced
        ("They will meet on Wednesday.", "04-16 F"),
        ("On Wednesday, they will meet in Doha.", "04-16 F"),
        ("The envoy is scheduled to fly to Moscow on Friday.", "04-18 F"),
        ("The analyst is back on Wednesday.", "04-16 F"),
        ("The court is due to rule on Thursday.", "04-17 F"),
        ("He plans to visit Kyiv next Monday.", "04-21 F"),
        ("The vote could take place as early as Saturday.", "04-19 F"),
        ("Wednesday's talks will focus on grain.", "04-16 F"),
        ("The president is meeting his envoys on Tuesday.", "04-15 F"),
        ("The truce would begin on Saturday.", "04-19 F"),
        ("The talks are set for Thursday in Jeddah.", "04-17 F"),
        ("The minister arrives tomorrow.", "04-15 F"),
        ('They would "most likely" meet on Friday.', "04-18 F"),
        # told, though a cue is near
        ("It will respond, the ministry said on Friday.", "04-11"),
        ("Moscow said on Friday that it will respond.", "04-11"),
        ("The talks, which were held on Friday, will resume.", "04-11"),
        ("He would not comment on Friday.", "04-11"),
        ("The drone may have come from the sea on Friday.", "04-11"),
        ("“We will respond,” he said on Friday.", "04-11"),
        ("Sunday's attack will weigh on the talks.", "04-13"),
        ("They left after Saturday's talks, and will not return.", "04-12"),
        ("He told reporters after Friday's talks that the truce will hold.", "04-11"),
        # days from today
        ("They met yesterday.", "04-13"),
        ("Yesterday’s strike was the worst.", "04-13"),
        ("The day before yesterday it was quiet.", "04-12"),
        ("They spoke this morning.", "04-14"),
        ("He arrived earlier today.", "04-14"),
        ("He speaks later today.", "04-14 F"),
        ("He addresses the nation tonight.", "04-14"),
        ("The day after tomorrow is a holiday.", "04-16 F"),
        # nights
        ("Russia launched 90 drones overnight.", "04-14 N"),
        ("Russia launched 90 drones during the night.", "04-14 N"),
        ("Air defences downed 33 drones overnight into Sunday.", "04-13 N"),
        ("The attack lasted from Saturday night into Sunday.", "04-13 N"),
        ("It came overnight Saturday to Sunday.", "04-13 N"),
        ("It came late on Saturday and into Sunday.", "04-13 N"),
        ("It was hit on the night of April 12.", "04-12 N"),
        ("It was hit on the night of 12-13 April.", "04-13 N"),
        ("Drones hit the depot last night.", "04-14 N"),
        ("The president said last night that he was ready.", "04-13"),
        ("The leaders dined last night.", "04-13"),
        # weeks, months, years
        ("It was hit last week.", "04-07..04-13"),
        ("Earlier this week a bridge fell.", "04-14"),
        ("They meet next week.", "04-21..04-27 F"),
        ("They will meet later this week.", "04-14..04-20 F"),
        ("Last month was quiet.", "03-01..03-31"),
        ("Twelve were hurt earlier this month.", "04-01..04-13"),
        ("They will vote next month.", "05-01..05-31 F"),
        ("Last year was worse.", "2024-01-01..2024-12-31"),
        ("So far this year, 90 died.", "01-01..04-14"),
        ("They talked over the weekend.", "04-12..04-13"),
        ("They met last weekend.", "04-12..04-13"),
        ("Talks are planned for the weekend.", "04-19..04-20 F"),
        ("Talks resume next weekend.", "04-19..04-20 F"),
        ("In the past 24 hours two died.", "04-13..04-14"),
        ("Over the past three days two died.", "04-11..04-14"),
        ("Over the past week two died.", "04-07..04-14"),
        ("In the last six months 90 died.", "2024-10-14..04-14"),
        ("In March alone, 90 died.", "03-01..03-31"),
        ("March was the deadliest month.", "03-01..03-31"),
        ("Strikes rose sharply during March.", "03-01..03-31"),
        ("In May, the city fell.", "2024-05-01..2024-05-31"),
        ("The truce will start in May.", "05-01..05-31 F"),
        ("In mid-January it froze.", "01-01..01-31"),
        ("Russia's February offensive failed.", "02-01..02-28"),
        ("It fell in February 2022.", "2022-02-01..2022-02-28"),
        ("It fell in Feb. 2022.", "2022-02-01..2022-02-28"),
        ("It grew between March and May 2024.", "2024-03-01..2024-05-31"),
        ("It was built in 2014.", "2014-01-01..2014-12-31"),
        ("It was seized in 2014 and 2022.", "2014-01-01..2014-12-31|2022-01-01..2022-12-31"),
        ("It lasted from 2014 to 2022.", "2014-01-01..2022-12-31"),
        ("The 2024-25 budget fell.", "2024-01-01..12-31"),
        ("In early 2025 it reopened.", "01-01..12-31"),
        ("It fell in the first quarter of 2024.", "2024-01-01..2024-03-31"),
        ("It fell in Q2 2024.", "2024-04-01..2024-06-30"),
        ("It fell in the second half of last year.", "2024-07-01..2024-12-31"),
        ("In the late 1990s it grew.", "1990-01-01..1999-12-31"),
        ("Last summer was hot.", "2024-06-01..2024-08-31"),
        ("A push is expected over the summer.", "06-01..08-31 F"),
        ("The city froze this winter.", "2024-12-01..02-28"),
        # ago
        ("Two weeks ago he refused.", "03-31"),
        ("A week ago a missile fell.", "04-07"),
        ("Just 19 days ago they met.", "03-26"),
        ("Three months ago they met.", "01-01..01-31"),
        ("Three years ago they met.", "2022-01-01..2022-12-31"),
        ("Two hours ago a siren wailed.", "04-14"),
        ("About two weeks ago they met.", "?"),
        ("A few days ago they met.", "?"),
        ("They met months ago.", "?"),
        # calendar days
        ("It happened on 13 April 2025.", "04-13"),
        ("It happened on April 13, 2025.", "04-13"),
        ("It happened on the 13th of April.", "04-13"),
        ("It happened on April 13th.", "04-13"),
        ("It happened on Apr. 13.", "04-13"),
        ("It happened on 13 Apr.", "04-13"),
        ("It happened on 2025-04-13.", "04-13"),
        ("It happened on 13.04.2025.", "04-13"),
        ("It happened on 13/04/2025.", "04-13"),
        ("It happened on 04/13/2025.", "04-13"),
        ("It happened on 04/05/2025.", "?"),
        ("It happened on Sunday, April 13.", "04-13"),
        ("It happened on Sunday 13 April.", "04-13"),
        ("It happened on 31 February 2025.", "?"),
        ("It happened on December 31.", "2024-12-31"),
        ("The truce will begin on May 9.", "05-09 F"),
        ("The truce runs until 30 April.", "04-30 F"),
        ("Ann Lee14 March 2025 13:54", "03-14"),
        ("The truce held from 10 to 12 April.", "04-10..04-12"),
        ("The truce held April 10-12.", "04-10..04-12"),
        ("It rose between March 1 and March 14.", "03-01..03-14"),
        ("It rose between 28 February and 3 March 2025.", "02-28..03-03"),
        ("It froze from 30 December to 2 January.", "2024-12-30..01-02"),
        ("They met on 1 and 9 April.", "04-09"),
        # since
        ("Since February 2022, 90 have fled.", "2022-02-01..04-14 S"),
        ("Since Friday the line has been cut.", "04-11..04-14 S"),
        ("It has been occupied since 2014.", "2014-01-01..04-14 S"),
        ("Since the start of the full-scale invasion of Ukraine, 90 died.", "2022-02-24..04-14 S"),
        ("It is the largest since Russia invaded Ukraine.", "2022-02-24..04-14 S"),
        ("It is worse since the war in Gaza started in October 2023.", "2023-10-01..04-14 S"),
        ("It is worse since Russia invaded Ukraine on 24 February 2022.", "2022-02-24..04-14 S"),
        ("Since the war in Gaza began, 90 died.", "2023-10-07..04-14 S"),
        # feasts and named days
        ("People marked Palm Sunday.", "04-13"),
        ("They will stop firing at Easter.", "04-20 F"),
        ("Orthodox Easter 2024 was quiet.", "2024-05-05"),
        ("Easter 2024 was quiet.", "?"),
        ("A missile fell on Christmas Day.", "2024-12-25"),
        ("A missile fell on Orthodox Christmas.", "01-07"),
        ("The parade on Victory Day will go ahead.", "05-09 F"),
        ("It began with the Hamas October 7 attack.", "2023-10-07"),
        ("Russia invaded on February 24, 2022.", "2022-02-24"),
        # days that count from others
        ("On Friday they met. A day earlier a bridge fell.", "04-11|04-10"),
        ("On Friday they met. The next day a bridge fell.", "04-11|04-12"),
        ("On Friday they met, two days after the ship sank.", "04-11"),
        ("The port was hit on April 2. Two days later it reopened.", "04-02|04-04"),
        ("The port was hit on April 2. A week later it reopened.", "04-02|04-09"),
        ("The port was hit on Friday. That night it burned.", "04-11|04-11"),
        ("It fell on Saturday. More fell the previous night.", "04-12|04-11"),
        ("Drones hit Lutsk on Sunday. He met them two days before the strike on Lutsk.", "04-13|04-11"),
        ("Talks ended last month. Two weeks later a truce began.", "03-01..03-31|?"),
        ("A day earlier a bridge fell.", "?"),
        ("They met on Sunday. The following Friday they signed.", "04-13|04-18"),
        ("They met on Sunday. The previous Friday it had rained.", "04-13|04-11"),
        ("They met on Sunday. Months later it fell.", "04-13|?"),
        ("The strike came a day after they had met.", ""),
        ("Just a day before the strike on Lutsk, it had rained.", "?"),
        ("It is day 143 of the invasion of Ukraine.", "2022-07-16"),
        ("It is day 1,146 of the war in Ukraine.", "04-14"),
        # given with a weekday, or with a year in words
        ("Drones came today (Friday).", "04-11"),
        ("It began in October last year.", "2024-10-01..2024-10-31"),
        ("It began on 7 October last year.", "2024-10-07"),
        ("It began in March of this year.", "03-01..03-31"),
        ("90 died in the first three months of 2025.", "01-01..03-31"),
        ("90 died in the first two months of this year.", "01-01..02-28"),
        ("It was cold in the winter of 2022-23.", "2022-12-01..2023-02-28"),
        ("It came in the night from Friday to Saturday.", "04-12 N"),
        ("It came on Friday-Saturday night.", "04-12 N"),
        ("It came overnight on April 12.", "04-12 N"),
        ("It rose from 24 February 2022 to 31 March 2025.", "2022-02-24..03-31"),
        ("It rose from 1 to 31 March 2025.", "03-01..03-31"),
        ("As of 31 March 2025, 90 had died.", "03-31"),
        ("It fell on 14-03-2025.", "03-14"),
        ("Fighting lasted until Friday.", "04-11"),
        ("He later died on Friday.", "04-11"),
        ("Ports were hit on Friday, May 16.", "05-16 F"),
        ("June was the deadliest month.", "2024-06-01..2024-06-30"),
        ("March's attacks killed 90.", "03-01..03-31"),
        ("The truce should start this Saturday.", "04-19 F"),
        ("In the last week of March, 30 died.", "03-25..03-31"),
        ("In the week of April 1, 30 died.", "03-31..04-06"),
        ("A year and a half ago the dam fell.", "?"),
        ("Exactly a year ago today the dam fell.", "2024-04-14"),
        ("The 2 May clashes in 2014 killed 48.", "2014-05-02|2014-01-01..2014-12-31"),
        ("Since the ceasefire collapsed on March 18, 90 have died.", "03-18..04-14 S"),
        ("Since he returned to office in January, he has tried.", "01-01..04-14 S"),
        ("Sanctions take effect on 1 September 2025.", "09-01 F"),
        ("The envoy, due to arrive on Wednesday, is hopeful.", "04-16 F"),
        ("They will hold drills in the first week of May.", "05-01..05-07 F"),
        ("The roof fell due to the shelling on Friday.", "04-11"),
        ("The port was hit on April 2. The previous day was calm.", "04-02|04-01"),
        ("This night the enemy attacked Sumy.", "04-14 N"),
        # vague
        ("Strikes grew in recent weeks.", "?"),
        ("He spoke to us recently.", "?"),
        ("Ukraine has warned for months of this.", "?"),
    ],
)
def test_days(text: str, expected: str) -> None:
    assert "|".join(found(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "May they rest in peace.",
        "The Sun and the Mail reported it.",
        "He sat down and wed her.",
        "At least 34 people were killed and 60 hurt.",
        "It was shown on 60 Minutes.",
        "He reads the Sunday Times and The Mail on Sunday.",
        "Shops were full on Black Friday.",
        "They pray every Friday.",
        "They pray on Fridays.",
        "The overnight success of the band.",
        "It will not change overnight.",
        "Some 2022 people fled.",
        "They fired 1,999 shells.",
        "Resolution 2202 was passed.",
        "Oil fell to $2020 a lot.",
        "The Shahed-136 and the Tu-22M3 fell.",
        "April Jones and June Carter spoke.",
        "A two-day truce and a 30-day pause.",
        "The second quarter of the city burned.",
        "The 31-year-old died.",
        "See our 9.07am post.",
        "Ratio 14/3 and score 3-1.",
        "The marching band and an august house.",
        "In 2022 people fled.",
        "Sirens wailed from 1900 GMT.",
        "He told the programme Today.",
        "Theresa May's plan failed.",
    ],
)
def test_near_misses(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("They met on Friday.", dt.date(2025, 3, 14), "03-14"),
        ("They met last Friday.", dt.date(2025, 3, 14), "03-07"),
        ("They met last Tuesday.", dt.date(2025, 7, 9), "07-01"),
        ("They met last Thursday.", dt.date(2025, 7, 9), "07-03"),
        ("They met over the weekend.", dt.date(2025, 4, 13), "04-12..04-13"),
        ("They met over the weekend.", dt.date(2025, 4, 17), "04-12..04-13"),
        ("They met on December 30.", dt.date(2025, 1, 2), "2024-12-30"),
        ("The truce runs from 8 May to 10 May.", dt.date(2025, 4, 28), "05-08..05-10 F"),
        ("Earlier this week it fell.", dt.date(2024, 4, 19), "2024-04-15..2024-04-18"),
        ("This week it fell.", dt.date(2024, 4, 19), "2024-04-15..2024-04-19"),
        ("They marked Palm Sunday.", dt.date(2024, 4, 29), "2024-04-28"),
        ("They marked Easter.", dt.date(2024, 4, 1), "2024-03-31"),
        ("They marked Easter.", dt.date(2024, 4, 20), "?"),
        ("Russia invaded on February 24.", dt.date(2023, 6, 1), "2022-02-24"),
        ("It rained on February 24.", dt.date(2023, 6, 1), "2023-02-24"),
        ("It rained on October 7.", dt.date(2024, 11, 1), "2024-10-07"),
        ("Last October he travelled.", dt.date(2023, 2, 4), "2022-10-01..2022-10-31"),
        ("They met on Friday.", None, "?"),
        ("They met yesterday.", None, "?"),
        ("They met last week.", None, "?"),
        ("They met overnight.", None, "? N"),
        ("They met on April 4.", None, "?"),
        ("They met in March.", None, "?"),
        ("They met on 4 April 2025.", None, "04-04"),
        ("They met in 2024.", None, "2024-01-01..2024-12-31"),
        ("Since 2014 it has been closed.", None, "2014-01-01..2014-12-31 S"),
        ("They met on Palm Sunday.", None, "?"),
    ],
)
def test_days_by_the_day_of_publication(text: str, reference: dt.date | None, expected: str) -> None:
    assert "|".join(found(text, reference)) == expected


def test_a_headline_announces_with_an_infinitive() -> None:
    assert found("Trump to meet Putin on Friday", heading=True) == ["04-18 F"]
    assert found("Envoys flew there to meet Putin on Friday.") == ["04-11"]


@pytest.mark.parametrize(
    ("text", "precision"),
    [("On Friday.", "day"), ("Last week.", "week"), ("In March 2024.", "month"), ("In 2024.", "year"),
     ("Two weeks ago.", "week"), ("In recent days.", "day")],
)  # fmt: skip
def test_precision(text: str, precision: str) -> None:
    assert [mention.precision for sentence in read(text) for mention in sentence.dates] == [precision]


def test_offsets_are_those_of_the_words() -> None:
    text = "It fell. The port was hit late on Friday, said the mayor since last week."
    assert [text[m.start : m.end] for s in read(text) for m in s.dates] == ["late on Friday", "since last week"]


def test_anchors_do_not_reach_into_another_post() -> None:
    text = "They met on Friday.\nA day earlier a bridge fell."
    parts = [Segment(0, 19, "body", 0, 0, MONDAY), Segment(20, len(text), "body", 1, 1, MONDAY)]
    marked = dates.mark(text, sentences.split(text, parts))
    assert [shown(m) for s in marked for m in s.dates] == ["04-11", "?"]


WORDS = """
    the two days ago before after last next week Friday Sunday night into overnight 13 April March May 2022 2025 since
    start of war will said , . - to and from early Easter 31 weekend day earlier in 99 0 ’s " “
"""


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS.split()), max_size=25),
    st.sampled_from([MONDAY, None, dt.date(2024, 2, 29), dt.date(1900, 1, 1), dt.date.min, dt.date.max]),
)
@example(["since", "overnight", "next", "week"], MONDAY)
def test_whatever_is_written_mentions_are_in_order_and_spans_are_spans(parts: list[str], day: dt.date | None) -> None:
    text = " ".join(parts)
    mentions = [mention for sentence in read(text, day) for mention in sentence.dates]
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    assert all((m.first is None) == (m.last is None) for m in mentions)
    assert all(m.first <= m.last for m in mentions if m.first and m.last)


@pytest.mark.parametrize(
    "unit", ["Friday ", "13 April ", "the war ", "two days ", "since ", "1", "2022-", "will ", "March ", "a "]
)
def test_hostile_texts_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        started = time.perf_counter()
        read(unit * (size // len(unit)))
        return time.perf_counter() - started

    seconds(1_000)
    assert seconds(100_000) < 4 + 20 * seconds(10_000)
