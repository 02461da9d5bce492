"""Quotes of whole pieces, written by us in the manner of many outlets, with what a careful reader finds in them."""

from __future__ import annotations

import datetime as dt

import pytest

from etl.extract.extractor import extract
from etl.extract.quotes import extract as quotes
from etl.extract.reader import read
from etl.records import Article, Issue, Quote

PIECES = {
    "ap": (
        """KHERSON, Ukraine (AP) — Russian shells hit a bus stop on Tuesday, killing two people, the regional governor said.

“They knew that people were standing there,” Gov. Pavlo Hrytsenko told The Associated Press. “There is no other explanation.”

Hrytsenko said four others were in hospital. The Kremlin did not comment.

“I heard a whistle and then nothing,” said Larysa Bondar, 58, who sells flowers nearby. Her husband was wounded in the leg.

“He only went out for bread,” she added, wiping her eyes.

Russia denies targeting civilians.""",
        [
            ("Pavlo Hrytsenko", "They knew that people were standing there, There is no other explanation."),
            ("Larysa Bondar", "I heard a whistle and then nothing,"),
            ("Larysa Bondar", "He only went out for bread,"),
        ],
    ),
    "reuters": (
        """Ukraine's air force said it shot down 17 of 20 drones overnight.

"Debris fell on two districts," Mayor Ihor Tkach wrote on the Telegram messaging app.

Reuters could not independently verify the report. Russia's defence ministry said in a statement it had hit "only military targets in the port area".

"The ministry has nothing to add," a spokesperson for the ministry told Reuters.""",
        [
            ("Ihor Tkach", "Debris fell on two districts,"),
            ("Russian Ministry of Defence", "only military targets in the port area"),
            ("spokesperson for the ministry", "The ministry has nothing to add,"),
        ],
    ),
    "afp": (
        """French President Emmanuel Macron said on Thursday that Europe must be "ready for every outcome", hours after talks with his Ukrainian counterpart.

"We will not choose between peace and security," added Macron, who was speaking in Strasbourg.

Polish Prime Minister Donald Tusk, for his part, called the proposal "a gift to the aggressor" and vowed that Warsaw would "never sign it".

- 'Nobody sleeps' -

"Nobody sleeps here any more," Iryna, a teacher who did not want to give her last name, told AFP in the suburb of Troieshchyna.""",
        [
            ("Emmanuel Macron", "ready for every outcome"),
            ("Emmanuel Macron", "We will not choose between peace and security,"),
            ("Donald Tusk", "a gift to the aggressor"),
            ("Donald Tusk", "never sign it"),
            ("Iryna", "Nobody sleeps here any more,"),
        ],
    ),
    "bbc": (
        """The prime minister said the government would "leave nothing undone".

Asked whether troops might be sent, Rishi Sunak replied: "I am not going to get ahead of that discussion."

Kateryna Melnyk, whose flat was destroyed, told the BBC: "We have a bag each. That is all we have.

"My son keeps asking when we are going home."

A spokesman for the council said it was "working around the clock" to rehouse families.""",
        [
            ("Rishi Sunak", "leave nothing undone"),
            ("Rishi Sunak", "I am not going to get ahead of that discussion."),
            (
                "Kateryna Melnyk",
                "We have a bag each. That is all we have. My son keeps asking when we are going home.",
            ),
            ("spokesman for the council", "working around the clock"),
        ],
    ),
    "guardian": (
        """Germany’s defence minister, Boris Pistorius, said the delivery would begin “in the coming weeks”.

“This is not a question of whether but of when,” said Pistorius, adding that training had “already started”.

The so-called “drone wall” would run along the border. Critics have called it a “paper wall”.

Anna Kowalska, an analyst at the Centre for Eastern Policy, said: “The wall will leak. Every wall leaks.”""",
        [
            ("Boris Pistorius", "in the coming weeks"),
            ("Boris Pistorius", "This is not a question of whether but of when,"),
            ("Boris Pistorius", "already started"),
            ("Critics", "paper wall"),
            ("Anna Kowalska", "The wall will leak. Every wall leaks."),
        ],
    ),
    "live_blog": (
        """Macron: 'This is a turning point'

Emmanuel Macron has been speaking in Paris this morning.

"This is a turning point," he told reporters.

"We have to decide now what we owe each other."

The French president said he would call Volodymyr Zelenskyy later today.

Hospital hit in Kherson

A hospital has been hit in Kherson, officials say.

"Two nurses were hurt," the head of the clinic, Viktor Savchenko, said on Facebook.""",
        [
            ("Emmanuel Macron", "This is a turning point, We have to decide now what we owe each other."),
            ("Viktor Savchenko", "Two nurses were hurt,"),
        ],
    ),
    "tabloid": (
        """A brave gran told how she crawled through a burning corridor to save her cat.

'I wasn't going to leave without her,' said Halyna Moroz, 79. 'She's all I've got.'

The mum-of-three's neighbours' flats were gutted in the blaze.

Her daughter Oksana said: 'She's the toughest woman I know.'

It comes after Putin's cronies bragged about a 'new wonder weapon'.""",
        [
            ("Halyna Moroz", "I wasn't going to leave without her, She's all I've got."),
            ("Oksana", "She's the toughest woman I know."),
        ],
    ),
    "kyiv_independent": (
        """President Volodymyr Zelensky thanked partners in his evening address on May 14.

"Every interceptor is a saved house," the president said.

Andriy Kovalenko, the head of the Center for Countering Disinformation, dismissed the claim as "fantasy for internal use."

According to Ukraine's Foreign Ministry, the visit was "productive and timely."

The city's mayor, Ihor Terekhov, reported that 12 people had been injured.""",
        [
            ("Volodymyr Zelensky", "Every interceptor is a saved house,"),
            ("Andriy Kovalenko", "fantasy for internal use."),
            ("Ukrainian Ministry of Foreign Affairs", "productive and timely."),
        ],
    ),
    "ukrinform": (
        """That is according to the head of the Sumy Regional Military Administration, Volodymyr Artiukh, Ukrinform reports.

“The enemy struck a farm in the border area. Two workers were wounded,” Artiukh wrote.

As reported by Ukrinform, the region was shelled 40 times on Monday.

The Operational Command North said: “The situation is under control.”""",
        [
            ("Volodymyr Artiukh", "The enemy struck a farm in the border area. Two workers were wounded,"),
            ("Operational Command North", "The situation is under control."),
        ],
    ),
    "tass": (
        """MOSCOW, May 15. /TASS/. Russia has repeatedly stated its position, Kremlin Spokesman Dmitry Peskov told reporters.

"Our president has said this many times, and there is nothing to add," he noted.

"The ball is not in our court," the Kremlin official stressed.

Russian Foreign Ministry Spokeswoman Maria Zakharova pointed out earlier that the sanctions were "an admission of impotence."

"They have run out of ideas," the diplomat said at a briefing.""",
        [
            ("Dmitry Peskov", "Our president has said this many times, and there is nothing to add,"),
            ("Dmitry Peskov", "The ball is not in our court,"),
            ("Maria Zakharova", "an admission of impotence."),
            ("Maria Zakharova", "They have run out of ideas,"),
        ],
    ),
    "rt": (
        """Moscow has warned the West against “playing with fire,” after Berlin promised new missiles. German Chancellor Friedrich Merz claimed there were “no longer any limits” on their range. “Such decisions run counter to our efforts,” Kremlin spokesman Dmitry Peskov told journalists on Monday. Former Russian President Dmitry Medvedev was blunter, writing on X that Merz was “a clown with matches.” The so-called “coalition of the willing” is to meet in London.""",
        [
            ("Russia", "playing with fire,"),
            ("Friedrich Merz", "no longer any limits"),
            ("Dmitry Peskov", "Such decisions run counter to our efforts,"),
            ("Dmitry Medvedev", "a clown with matches."),
        ],
    ),
    "al_jazeera": (
        """Israeli strikes killed at least nine people in Khan Younis, medics at Nasser Hospital told Al Jazeera.

“We dug with our hands,” Mahmoud Abu Khaled, a relative of the victims, told Al Jazeera. “There was nothing left of the children’s room.”

Reporting from Deir el-Balah, Al Jazeera’s Hind Khoudary said there was “no safe place left”.

The Israeli military said it had struck “a Hamas command centre”, without providing evidence.""",
        [
            ("Mahmoud Abu Khaled", "We dug with our hands, There was nothing left of the children’s room."),
            ("Hind Khoudary", "no safe place left"),
            ("Israeli military", "a Hamas command centre"),
        ],
    ),
    "times_of_israel": (
        """Prime Minister Benjamin Netanyahu said Sunday that Israel would “finish the job” in Rafah.

“There is no substitute for victory,” the premier said at the start of a cabinet meeting, according to his office.

Hamas official Osama Hamdan rejected the remarks. “He is lying to his own people,” Hamdan told Hezbollah-linked TV.

Families of hostages held signs reading “Bring them home now.” """,
        [
            ("Benjamin Netanyahu", "finish the job"),
            ("Benjamin Netanyahu", "There is no substitute for victory,"),
            ("Osama Hamdan", "He is lying to his own people,"),
        ],
    ),
    "un_report": (
        """Humanitarian needs continue to rise, the Office for the Coordination of Humanitarian Affairs (OCHA) said in its latest update.

“Access remains the main obstacle,” said Martin Griffiths, the Emergency Relief Coordinator. “We need routes that are open every day.”

The update noted that 14 convoys were turned back in April. “Partners are unable to reach 300,000 people,” it said.

The term “de-confliction” refers to the notification of sites.""",
        [
            ("Martin Griffiths", "Access remains the main obstacle, We need routes that are open every day."),
            ("OCHA", "Partners are unable to reach 300,000 people,"),
        ],
    ),
    "sudan_tribune": (
        """May 14, 2024 (EL FASHER) – The governor of Darfur, Minni Arko Minawi, accused the paramilitary Rapid Support Forces of “burning what they cannot steal”.

“Seven were killed in the market and more are under the rubble,” a resident who asked not to be named told Sudan Tribune by phone.

Minawi, who leads a faction of the SLM, described the siege as “a slow massacre”. He added that “history will ask where the world was”.""",
        [
            ("Minni Arko Minawi", "burning what they cannot steal"),
            ("resident", "Seven were killed in the market and more are under the rubble,"),
            ("Minni Arko Minawi", "a slow massacre"),
            ("Minni Arko Minawi", "history will ask where the world was"),
        ],
    ),
}


def read_quotes(text: str) -> list[Quote]:
    article = Article(article="test", text=text, published=dt.date(2024, 5, 15))
    return [record for record in extract(article).records if isinstance(record, Quote)]


@pytest.mark.parametrize("outlet", PIECES)
def test_reads_pieces_in_the_manner_of(outlet: str) -> None:
    text, expected = PIECES[outlet]
    assert [(quote.speaker, quote.text) for quote in read_quotes(text) if quote.form == "direct"] == expected


def issues(text: str) -> list[Issue]:
    reading = read(Article(article="test", text=text, published=dt.date(2024, 5, 15)))
    return [found for found in quotes(reading) if isinstance(found, Issue)]


def test_evidence_is_the_passage_with_its_attribution() -> None:
    text = 'The road is closed. "We are cut off," Olena Kovalchuk said. "Nobody comes." It rained.'
    [quote] = [quote for quote in read_quotes(text) if quote.form == "direct"]
    assert quote.evidence == '"We are cut off," Olena Kovalchuk said. "Nobody comes."'
    assert text[quote.evidence_start : quote.evidence_end] == quote.evidence
    assert quote.text == "We are cut off, Nobody comes."


def test_evidence_of_a_quotation_without_cue_holds_the_sentence_before() -> None:
    text = 'It rained. Olena Kovalchuk lost her house. "The roof came down on us."'
    [quote] = read_quotes(text)
    assert quote.evidence == 'Olena Kovalchuk lost her house. "The roof came down on us."'
    assert (quote.speaker, quote.rule) == ("Olena Kovalchuk", "quote_carried")


def test_keeps_the_day_and_the_rule() -> None:
    [quote] = [quote for quote in read_quotes('"We hold," Olena Kovalchuk said on Monday.') if quote.form == "direct"]
    assert (quote.said_on, quote.rule) == (dt.date(2024, 5, 13), "quote_tail")


def test_reported_speech_is_an_indirect_quote() -> None:
    [quote] = read_quotes("Olena Kovalchuk said that the road was closed.")
    assert (quote.form, quote.speaker, quote.text) == ("indirect", "Olena Kovalchuk", "the road was closed")


def test_a_quotation_that_nobody_says_is_an_issue_and_has_no_speaker() -> None:
    text = '"It was loud and then it was dark," she said.'
    [issue] = issues(text)
    assert (issue.stage, issue.text) == ("quotes", "It was loud and then it was dark,")
    assert text[issue.start : issue.end] == issue.text
    assert [quote.speaker for quote in read_quotes(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Macron: 'This is a turning point'\n\nNobody came to the square.", id="heading"),
        pytest.param('The so-called "peace train of the east" left.', id="scare"),
        pytest.param("Nothing is said here.", id="nothing"),
    ],
)
def test_yields_no_quote(text: str) -> None:
    assert [quote for quote in read_quotes(text) if quote.form == "direct"] == []


def test_the_same_text_gives_the_same_quotes() -> None:
    text, _ = PIECES["guardian"]
    assert read_quotes(text) == read_quotes(text)
