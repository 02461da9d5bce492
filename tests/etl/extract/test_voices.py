"""Who says which stretch: cues, speakers, carry-over and what is no speech, in the manner of many outlets."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.extract.reader import read
from etl.extract.reading import Voice
from etl.extract.speech.voices import mark
from etl.records import Article

PUBLISHED = dt.date(2024, 5, 15)  # a Wednesday


def voices(text: str) -> tuple[Voice, ...]:
    return read(Article(article="test", text=text, published=PUBLISHED)).voices


def direct(text: str) -> list[tuple[str | None, str]]:
    return [
        (voice.speaker, text[voice.start : voice.end]) for voice in voices(text) if voice.direct and not voice.scare
    ]


def reported(text: str) -> list[tuple[str | None, str]]:
    return [(voice.speaker, text[voice.start : voice.end]) for voice in voices(text) if not voice.direct]


DIRECT = [
    (
        "fellow_of_an_institute",
        'Natia Seskuria, associate fellow at the institute, thinks not. She told the paper: "It is far too early."',
        "Natia Seskuria",
        "It is far too early.",
    ),
    (
        "single_marks_left_open",
        "Prime Minister Sir Keir Starmer said: 'We are ready to act, and soon.",
        "Keir Starmer",
        "We are ready to act, and soon.",
    ),
    (
        "block_without_marks",
        "Olena Kovalchuk said:\n\nOf course we understand what this means for our town.\n\nThe road is closed.",
        "Olena Kovalchuk",
        "Of course we understand what this means for our town.",
    ),
    # who is meant
    (
        "commander_of_a_state's_forces",
        'General Valeriy Zaluzhnyi, commander-in-chief of Ukraine\'s armed forces, has said that "the line holds".',
        "Valerii Zaluzhnyi",
        "the line holds",
    ),
    (
        "body_with_what_it_is",
        'The Magen David Adom (MDA) rescue service said: "We treated two people there."',
        "Magen David Adom",
        "We treated two people there.",
    ),
    # where the cue stands
    ("after", '"We are holding on," Olena Kovalchuk said.', "Olena Kovalchuk", "We are holding on,"),
    ("after_inverted", '"We are holding on," said Olena Kovalchuk.', "Olena Kovalchuk", "We are holding on,"),
    ("before_comma", 'Olena Kovalchuk said, "We are holding on."', "Olena Kovalchuk", "We are holding on."),
    ("before_colon", "Olena Kovalchuk said: “We are holding on.”", "Olena Kovalchuk", "We are holding on."),
    ("before_that", "Olena Kovalchuk said that “we are holding on”.", "Olena Kovalchuk", "we are holding on"),
    ("question", '"Why are we here?" Olena Kovalchuk asked.', "Olena Kovalchuk", "Why are we here?"),
    ("exclamation", "“Come home!” wrote Olena Kovalchuk on Telegram.", "Olena Kovalchuk", "Come home!"),
    ("perfect", '"We are holding on," Olena Kovalchuk has said.', "Olena Kovalchuk", "We are holding on,"),
    (
        "adverbs",
        '"We are holding on," Olena Kovalchuk later also told reporters.',
        "Olena Kovalchuk",
        "We are holding on,",
    ),
    ("present", '"We are holding on," Olena Kovalchuk tells the BBC.', "Olena Kovalchuk", "We are holding on,"),
    ("according_to", '"We are holding on", according to Olena Kovalchuk.', "Olena Kovalchuk", "We are holding on"),
    (
        "colon_without_verb",
        "Olena Kovalchuk was still shaking: “The roof came down on us.”",
        "Olena Kovalchuk",
        "The roof came down on us.",
    ),
    # titles, appositions, relative clauses
    ("title", '"We are holding on," Mayor Olena Kovalchuk said.', "Olena Kovalchuk", "We are holding on,"),
    (
        "apposition_after",
        '"We are holding on," said Olena Kovalchuk, the mayor of the town, who has stayed.',
        "Olena Kovalchuk",
        "We are holding on,",
    ),
    (
        "apposition_between",
        '"We are holding on," Olena Kovalchuk, the mayor of the town, said.',
        "Olena Kovalchuk",
        "We are holding on,",
    ),
    (
        "role_then_name",
        '"We are holding on," the town\'s mayor, Olena Kovalchuk, said.',
        "Olena Kovalchuk",
        "We are holding on,",
    ),
    ("age", '"We are holding on," said Olena Kovalchuk, 61.', "Olena Kovalchuk", "We are holding on,"),
    (
        "age_between",
        'Olena Kovalchuk, 61, a nurse, said: "We are holding on."',
        "Olena Kovalchuk",
        "We are holding on.",
    ),
    (
        "relative",
        'Olena Kovalchuk, who lost her house, told reporters: "We are holding on."',
        "Olena Kovalchuk",
        "We are holding on.",
    ),
    (
        "speaking",
        'Olena Kovalchuk, speaking in Brussels, said: "We are holding on."',
        "Olena Kovalchuk",
        "We are holding on.",
    ),
    (
        "head_of",
        '"We are holding on," said the head of the regional administration, Olena Kovalchuk.',
        "Olena Kovalchuk",
        "We are holding on,",
    ),
    (
        "unclosed_apposition",
        '"We are holding on," Olena, a medic with the brigade told reporters.',
        "Olena",
        "We are holding on,",
    ),
    ("resident", '"We are holding on," said local resident Olena Kovalchuk.', "Olena Kovalchuk", "We are holding on,"),
    # not the addressee, not the topic
    (
        "addressee",
        'Volodymyr Zelensky told Emmanuel Macron: "We need more shells."',
        "Volodymyr Zelensky",
        "We need more shells.",
    ),
    ("topic", 'Of Vladimir Putin, Emmanuel Macron said: "He will not stop."', "Emmanuel Macron", "He will not stop."),
    (
        "topic_inside",
        '"Putin will not stop," Emmanuel Macron said of Vladimir Putin.',
        "Emmanuel Macron",
        "Putin will not stop,",
    ),
    (
        "accused",
        'Volodymyr Zelensky accused Vladimir Putin of "a war against children".',
        "Volodymyr Zelensky",
        "a war against children",
    ),
    (
        "urged",
        'Emmanuel Macron urged Vladimir Putin to "return to the table at once".',
        "Emmanuel Macron",
        "return to the table at once",
    ),
    (
        "after_meeting",
        '"It was a useful day," Emmanuel Macron said after meeting Volodymyr Zelensky.',
        "Emmanuel Macron",
        "It was a useful day,",
    ),
    (
        "told_in_quote",
        "Emmanuel Macron said he “was told nothing about it,” without saying who had kept quiet.",
        "Emmanuel Macron",
        "was told nothing about it,",
    ),
    # clauses and gerunds
    (
        "adding",
        'The talks were hard, Emmanuel Macron said, adding: "We will meet again."',
        "Emmanuel Macron",
        "We will meet again.",
    ),
    (
        "calling",
        'Emmanuel Macron condemned the raid, calling it "a crime against peace".',
        "Emmanuel Macron",
        "a crime against peace",
    ),
    (
        "describing",
        'Emmanuel Macron described the raid as "a crime against peace".',
        "Emmanuel Macron",
        "a crime against peace",
    ),
    (
        "infinitive",
        'Emmanuel Macron went on to say that "nothing is decided yet".',
        "Emmanuel Macron",
        "nothing is decided yet",
    ),
    (
        "but_said",
        'Emmanuel Macron praised the plan but said "nothing is decided yet".',
        "Emmanuel Macron",
        "nothing is decided yet",
    ),
    ("as_said", 'As Emmanuel Macron said, "nothing is decided yet".', "Emmanuel Macron", "nothing is decided yet"),
    (
        "noun_claim",
        'Few believed Emmanuel Macron\'s claim that "nothing is decided yet".',
        "Emmanuel Macron",
        "nothing is decided yet",
    ),
    (
        "his_claim",
        'Emmanuel Macron often overstates, as in his claim that "nothing is decided yet".',
        "Emmanuel Macron",
        "nothing is decided yet",
    ),
    (
        "quoted_as_saying",
        'TASS quoted Dmitry Peskov as saying "nothing is decided yet".',
        "Dmitry Peskov",
        "nothing is decided yet",
    ),
    (
        "was_quoted_as_saying",
        'Dmitry Peskov was quoted by TASS as saying "nothing is decided yet".',
        "Dmitry Peskov",
        "nothing is decided yet",
    ),
    (
        "agency_passes_on",
        'Dmitry Peskov said the order was "final and not negotiable," the Interfax news agency reported.',
        "Dmitry Peskov",
        "final and not negotiable,",
    ),
    (
        "spoken_of",
        'Emmanuel Macron has spoken of an "urgent and growing need" for shells.',
        "Emmanuel Macron",
        "urgent and growing need",
    ),
    ("tweet", "Emmanuel Macron tweeted: “Europe stands with you.”", "Emmanuel Macron", "Europe stands with you."),
    ("posted", "Emmanuel Macron posted on X: “Europe stands with you.”", "Emmanuel Macron", "Europe stands with you."),
    # bodies, roles and the unnamed
    ("officials", '"Nobody was hurt," local officials said.', "local officials", "Nobody was hurt,"),
    ("official", '"Nobody was hurt," a senior official told reporters.', "senior official", "Nobody was hurt,"),
    (
        "spokesman_for",
        '"Nobody was hurt," said a spokesman for the company.',
        "spokesman for the company",
        "Nobody was hurt,",
    ),
    ("air_force", '"Nobody was hurt," the Ukrainian air force said.', "Ukrainian Air Force", "Nobody was hurt,"),
    (
        "ministry_of",
        '"The enemy was pushed back," Russia\'s defence ministry said.',
        "Russian Ministry of Defence",
        "The enemy was pushed back,",
    ),
    ("metonym", '"There is no deadline," the Kremlin said.', "Kremlin", "There is no deadline,"),
    (
        "unknown_body",
        '"We counted forty cases," the Coalition for Open Files said.',
        "Coalition for Open Files",
        "We counted forty cases,",
    ),
    # found in the manner of tabloids, agencies and UN offices
    (
        "asked_about",
        "Asked about the raid Olena Kovalchuk, who hid in a cellar, says: “We are holding on.”",
        "Olena Kovalchuk",
        "We are holding on.",
    ),
    ("time_of_day", "At 4.08am Olena Kovalchuk wrote: “We are holding on.”", "Olena Kovalchuk", "We are holding on."),
    ("glued_mark", "Olena Kovalchuk said,”We are holding on.”", "Olena Kovalchuk", "We are holding on."),
    (
        "split_question",
        '"Why are we here?" Olena Kovalchuk asked outside the shelter.',
        "Olena Kovalchuk",
        "Why are we here?",
    ),
    ("abbreviated_title", '"We are holding on," Gov. Olena Kovalchuk said.', "Olena Kovalchuk", "We are holding on,"),
    (
        "relative_clause_without_commas",
        '"We are holding on," a resident who asked not to be named told reporters.',
        "resident",
        "We are holding on,",
    ),
    (
        "abbreviation_in_brackets",
        'The Coalition for Open Files (COF) said it was "holding on for now".',
        "Coalition for Open Files",
        "holding on for now",
    ),
    ("agency_named", 'Moscow "is holding on for now", the TASS news agency reported.', "TASS", "is holding on for now"),
    ("office_statement", '"We are holding on," a Kremlin statement said.', "Kremlin", "We are holding on,"),
    (
        "said_by_the_way",
        '"We are holding on," Olena Kovalchuk brazenly noted.',
        "Olena Kovalchuk",
        "We are holding on,",
    ),
    (
        "apposed_name_of_a_body",
        "Ukraine's state energy company, Ukrenergo, said cuts “for all users have been introduced” on Tuesday.",
        "Ukrenergo",
        "for all users have been introduced",
    ),
    (
        "several_offices",
        "Rustem Umerov, Ukraine's negotiator and the head of its defence council, said talks were “going well so far”.",
        "Rustem Umerov",
        "going well so far",
    ),
    (
        "hospital",
        "The Nasser Hospital in the city of Khan Younis said that shelling “left nine of the staff injured”.",
        "Nasser Hospital",
        "left nine of the staff injured",
    ),
    (
        "name_after_an_adverbial",
        "At the same time Lavrov expressed doubts about any party to the deal, calling it a “band of thieves”.",
        "Sergei Lavrov",
        "band of thieves",
    ),
    (
        "agreed_by_a_document",
        'Russia and Turkey agreed to "keep the corridor open to all," according to a statement by the Kremlin.',
        "Kremlin",
        "keep the corridor open to all,",
    ),
    (
        "source_before_an_agency",
        'According to Ushakov, the meeting is a "long-awaited contact of both", reports TASS.',
        "Yuri Ushakov",
        "long-awaited contact of both",
    ),
    (
        "subject_of_the_clause",
        'As Modi reached Tianjin, Zelensky spoke to Modi and said "the war must end with a truce" at the summit.',
        "Volodymyr Zelensky",
        "the war must end with a truce",
    ),
    (
        "colon_before_his_words",
        'Emmanuel Macron ended with a call: "Enough with the war. Enough with the death," he said.',
        "Emmanuel Macron",
        "Enough with the war. Enough with the death,",
    ),
    (
        "on_x",
        "Macron met Scholz. Lammy paid tribute in a post on X. “It is a sickening act,” he said on Tuesday.",
        "David Lammy",
        "It is a sickening act,",
    ),
    (
        "not_of_a_cue_further_in",
        "In Kyiv, Blinken said the White House had notified Congress of its plan to aid those “at risk of war now”.",
        "Antony Blinken",
        "at risk of war now",
    ),
    (
        "of_a_cue_further_in",
        "Yuri Ushakov said Vladimir Putin had told Donald Trump that Kyiv “has turned into a threat”.",
        "Vladimir Putin",
        "has turned into a threat",
    ),
    ("not_should", 'Then they should "hold on for now," Olena Kovalchuk said.', "Olena Kovalchuk", "hold on for now,"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), [row[1:] for row in DIRECT], ids=[row[0] for row in DIRECT])
def test_gives_a_quotation_to_its_speaker(text: str, speaker: str, words: str) -> None:
    assert direct(text) == [(speaker, words)]


CARRIED = [
    ("pronoun_he", 'Emmanuel Macron arrived late. "I am sorry," he said.', ["Emmanuel Macron"]),
    (
        "pronoun_by_gender",
        'Ursula von der Leyen met Emmanuel Macron. "It was a good day," she said.',
        ["Ursula von der Leyen"],
    ),
    (
        "pronoun_skips_gender",
        'Emmanuel Macron met Ursula von der Leyen. "It was a good day," he said.',
        ["Emmanuel Macron"],
    ),
    (
        "statement_of_its_author",
        "According to a statement by the Kremlin, talks go on. Both sides agreed to meet, and Turkey said so. "
        '"There will be an exchange of prisoners," the statement added.',
        ["Kremlin"],
    ),
    (
        "statement_of_the_state",
        'China\'s foreign ministry issued a statement. "This is their own affair," the Chinese statement read.',
        ["Chinese Ministry of Foreign Affairs"],
    ),
    (
        "officials_of_the_body_before",
        'The Israeli military said it had struck. "Two of our soldiers were killed," military officials said.',
        ["Israeli military"],
    ),
    (
        "role_that_another_sentence_lends_nobody",
        "Kremlin spokesman Dmitry Peskov met reporters. He denied that Putin and Trump would speak. "
        '"There is no such plan," the spokesman said.',
        ["Dmitry Peskov"],
    ),
    (
        "press_secretary",
        'Kremlin spokesman Dmitry Peskov was asked. "No, never," the press secretary of the Russian president said.',
        ["Dmitry Peskov"],
    ),
    (
        "agency_that_it_is",
        'RIA Novosti said Putin called Trump. "The two exchanged views on prospects," it said.',
        ["RIA Novosti"],
    ),
    (
        "statement_of_no_one",
        "Macron and Merz met. According to an official statement, talks went on. "
        '"There was a need for a lasting peace," the French leader said.',
        ["Emmanuel Macron"],
    ),
    (
        "signed_below",
        "Matthias Schmale condemned the strike on Saturday.\n\n"
        "I am outraged by the strikes of this morning, which damaged a hospital in the city of Sumy.\n\n"
        "- Schmale noted.",
        ["Matthias Schmale"],
    ),
    (
        "its_representative",
        'Ukraine opposed the move. "This would send a very bad signal," its representative told the Assembly.',
        ["Ukraine"],
    ),
    (
        "spokesman_of_the_body_before",
        'The defence ministry of Russia denied it. "There is nothing to add," a spokesman for the ministry said.',
        ["Russian Ministry of Defence"],
    ),
    (
        "glued_to_the_sentence_before",
        'Emmanuel Macron praised the air force during the war."They will not have a place of peace," he said.',
        ["Emmanuel Macron"],
    ),
    (
        "pronoun_across_a_heading",
        'Rosemary DiCarlo said the war went on.\n\nNuclear risk\n\n"This must cease at once," she said.',
        ["Rosemary DiCarlo"],
    ),
    ("pronoun_it", 'The Kremlin said talks would go on. It added: "There is no deadline."', ["Kremlin"]),
    ("pronoun_they", 'Local officials said two people died. "The fire is out," they said.', ["local officials"]),
    ("not_the_one_spoken_of", 'Emmanuel Macron spoke to reporters. "Putin is losing," he said.', ["Emmanuel Macron"]),
    (
        "tail_he_is_not_its_subject",
        'Emmanuel Macron arrived. Vladimir Putin wants "all of the east", he said.',
        ["Emmanuel Macron"],
    ),
    (
        "next_paragraph",
        '"We will hold," Emmanuel Macron said.\n\n"We have no choice."',
        ["Emmanuel Macron", "Emmanuel Macron"],
    ),
    ("introduced_before", 'Olena Kovalchuk lost her house.\n\n"The roof came down."', ["Olena Kovalchuk"]),
    (
        "role_introduced_before",
        'Oleh Bondar, the regional governor, arrived. "The fire is out," the governor said.',
        ["Oleh Bondar"],
    ),
    ("role_introduced_after_name", 'Mayor Oleh Bondar arrived. "The fire is out," the mayor said.', ["Oleh Bondar"]),
    (
        "role_not_the_other",
        'Governor Oleh Bondar met Mayor Ivan Melnyk. "The fire is out," the mayor said.',
        ["Ivan Melnyk"],
    ),
    ("surname", 'Olena Kovalchuk lost her house. "The roof came down," Kovalchuk said.', ["Olena Kovalchuk"]),
    (
        "ministry",
        'Russia\'s defence ministry denied it. "The reports are false," the ministry said.',
        ["Russian Ministry of Defence"],
    ),
    ("statement", 'The Kremlin condemned the raid. "Nobody will forget," the statement said.', ["Kremlin"]),
    (
        "new_speaker_ends_it",
        '"One," Emmanuel Macron said. "Two three four," said Olaf Scholz.',
        ["Emmanuel Macron", "Olaf Scholz"],
    ),
    ("age", 'Olena Kovalchuk lost her house. "The roof came down," the 61-year-old said.', ["Olena Kovalchuk"]),
    ("post", 'Mayor Oleh Bondar wrote on Telegram. "The fire is out," the post reads.', ["Oleh Bondar"]),
    ("statement_then_it", 'The Kremlin spoke. The statement said it was over. It added: "No more."', ["Kremlin"]),
    ("office_of_a_state", 'Rishi Sunak arrived. "We will help," the prime minister said.', ["Rishi Sunak"]),
    (
        "office_named_before_its_holder",
        'The prime minister said "we will help now". Rishi Sunak left.',
        ["Rishi Sunak"],
    ),
    (
        "kremlin_official",
        'Kremlin spokesman Dmitry Peskov arrived. "No," the Kremlin official said.',
        ["Dmitry Peskov"],
    ),
    (
        "countryman",
        'Captain Oleh Bondar of the Ukrainian army came. "No," the Ukrainian soldier said.',
        ["Oleh Bondar"],
    ),
    ("other_office", 'Governor Oleh Bondar met Mayor Ivan Melnyk. "No," the ambassador said.', ["ambassador"]),
    (
        "hospital_does_not_speak",
        'Oleh Bondar said it was bad. The hospital lost all "that made it a place of healing".',
        ["Oleh Bondar"],
    ),
    # the labels of a brief
    (
        "quote_from",
        'Emmanuel Macron met Giorgia Meloni.\n\nQuote from Macron: "We spoke about air defence."',
        ["Emmanuel Macron"],
    ),
    (
        "quote_of_the_source",
        "A house burnt down.\n\nSource: Oleh Bondar, Head of the Sumy Oblast Military Administration, on Telegram\n\n"
        'Quote: "Two people were hurt."',
        ["Oleh Bondar"],
    ),
    (
        "quote_of_the_source_behind_an_outlet",
        'A house burnt down.\n\nSource: Ukrainska Pravda; Ukrainian Air Force\n\nQuote: "Fifty were downed."',
        ["Ukrainian Air Force"],
    ),
    (
        "quote_of_who_spoke_since",
        "Source: Emmanuel Macron on X\n\nDetails: Olaf Scholz said that talks would go on.\n\n"
        'Quote: "There is no deadline."',
        ["Olaf Scholz"],
    ),
    (
        "quotes_of_two",
        'Source: Reuters\n\nQuote from Macron: "We go on with it."\n\nQuote from the governor: "It was loud there."',
        ["Emmanuel Macron", "governor"],
    ),
    ("direct_quote_by", 'Source: Reuters\n\nDirect quote by Emmanuel Macron: "It was bad."', ["Emmanuel Macron"]),
    (
        "literal_quote",
        'Fire broke out.\n\nSource: Olaf Scholz on Facebook\n\nLiteral quote: "The fire is out now."',
        ["Olaf Scholz"],
    ),
    (
        "quote_of_whose_address_is_the_source",
        'Fire broke out.\n\nSource: Zelenskyy\'s evening address\n\nQuote: "The fire is out now."',
        ["Volodymyr Zelensky"],
    ),
    ("quote_that_no_label_gives", 'Source: Reuters\n\nQuote: "It was loud there."', [None]),
    (
        "quote_within_a_sentence",
        'Olaf Scholz came. Emmanuel Macron posted a quote from Putin and said: "It was loud there."',
        ["Emmanuel Macron"],
    ),
    (
        "who_behind_a_person_in_a_phrase",
        'Olaf Scholz responded to comments by Emmanuel Macron, who had accused him of "using the war for his ends".',
        ["Emmanuel Macron"],
    ),
    (
        "who_behind_a_person_spoken_with",
        'Shortly after, Olaf Scholz spoke with Emmanuel Macron, who called it a "very useful conversation".',
        ["Emmanuel Macron"],
    ),
    (
        "who_behind_no_person",
        'Olaf Scholz spoke of the comments, which he called a "very useful contribution".',
        ["Olaf Scholz"],
    ),
    (
        "said_that_another_rejected",
        'Maria Zakharova praised the plan but also said Kyiv had rejected "any sound initiatives of peace".',
        ["Maria Zakharova"],
    ),
    (
        "rejected_it_in_its_own_words",
        'Maria Zakharova praised the plan. Kyiv rejected "any talks at gunpoint".',
        ["Ukraine"],
    ),
    (
        "said_that_another_called_it",
        'Maria Zakharova said that Emmanuel Macron had called it "a very bad day".',
        ["Emmanuel Macron"],
    ),
    (
        "said_that_another_said_so_far_before",
        "Olaf Scholz told reporters that Emmanuel Macron said the mission he sent at the request of both sides to "
        'look into the fire at the prison would go there "through whatever way we choose".',
        ["Olaf Scholz"],
    ),
    (
        "two_quotations_joined_without_a_cue",
        'Olena Kovalchuk said it was bad. "A war would need our support," and "nobody has an interest in that."',
        ["Olena Kovalchuk", "Olena Kovalchuk"],
    ),
    (
        "think_tank",
        'The Institute for the Study of War said little changed. "They gain little," the US-based think tank said.',
        ["Institute for the Study of War"],
    ),
    (
        "think_tank_between_dashes",
        'The Institute for the Study of War - a US think tank - reported little. "They gain little," it said.',
        ["Institute for the Study of War"],
    ),
    (
        "medical_group",
        'The Sudan Doctors’ Network said 57 people died. "This is a massacre of many," the medical group said.',
        ["Sudan Doctors Network"],
    ),
    (
        "medical_group_is_no_armed_one",
        'Hamas said 57 people died. "This is a massacre of many," the medical group said.',
        ["medical group"],
    ),
    (
        "spokesman_at_a_ministry",
        'The defence ministry of Russia denied it. "There is nothing to add," a spokesman at the ministry said.',
        ["Russian Ministry of Defence"],
    ),
    (
        "spokesman_at_a_ministry_not_named_before",
        'The talks "have entered the next phase of it," a spokesman at Oman’s foreign ministry said on X.',
        ["Omani Ministry of Foreign Affairs"],
    ),
    (
        "statement_of_a_ministry_whose_spokesman_spoke",
        "The talks go on, a spokesman at Oman's foreign ministry said in a statement. "
        '"Only dialogue will do," the statement added.',
        ["Omani Ministry of Foreign Affairs"],
    ),
    (
        "told_newspapers",
        'Emmanuel Macron arrived. Speaking to la Repubblica and Il Messaggero, the French leader said: "I am ready."',
        ["Emmanuel Macron"],
    ),
    (
        "post_on_the_channel_of_a_ministry",
        "Ukraine's interior ministry reported two deaths.\n\n"
        '"She tried to save them," said a Telegram post published on the ministry\'s official channel.',
        ["Ukrainian Ministry of Internal Affairs"],
    ),
    (
        "post_on_the_account_of_a_person",
        '"We tried to save them," said a message on Emmanuel Macron\'s official X account on Sunday.',
        ["Emmanuel Macron"],
    ),
    ("post_on_the_channel_of_nobody", '"We tried it," said a message on a local Telegram channel.', [None]),
    (
        "paragraph_left_open_then_a_role",
        'Emmanuel Macron added: "There are five of them.\n\n"People are under the rubble," the RMA head said.',
        ["Emmanuel Macron", "Emmanuel Macron"],
    ),
    (
        "paragraph_left_open_then_another",
        'Emmanuel Macron added: "There are five of them.\n\n"People are under the rubble," Olaf Scholz said.',
        ["Emmanuel Macron", "Olaf Scholz"],
    ),
    (
        "paragraph_left_open_then_a_witness",
        'Emmanuel Macron added: "There are five of them.\n\n"People are under the rubble," a witness said.',
        ["Emmanuel Macron", "witness"],
    ),
    ("nobody", '"It was loud," she said.', [None]),
]


@pytest.mark.parametrize(("text", "speakers"), [row[1:] for row in CARRIED], ids=[row[0] for row in CARRIED])
def test_carries_the_speaker_over(text: str, speakers: list[str | None]) -> None:
    assert [speaker for speaker, _ in direct(text)] == speakers


NOT_SPEECH = [
    ("nickname_within_a_name", 'Antonio Guterres called on Mohamed Hamdan "Hemedti" Dagalo to stop the war at once.'),
    ("called", 'Vladimir Putin said the new missile, called "Oreshnik," used no warhead.'),
    ("paper", 'An expert said in the "Guardian" daily that the war goes on.'),
    ("model", 'Air defence destroyed one "Shahed-136" over the region, the governor said.'),
    ("so_called", 'He led the so-called "people\'s court of the east".'),
    ("nickname", 'Sergei, known as "Grey Wolf", led the unit.'),
    ("operation", 'Operation "Iron Wall of the North" began.'),
    ("scare", 'The "neutral" zone was shelled.'),
    ("scare_in_a_report", 'Emmanuel Macron said the "neutral" zone was shelled.'),
    ("label", 'The Kremlin says its "special military operation" goes on.'),
    ("placard", 'People held banners reading "Stop the war now".'),
    ("placard_colon", 'One sign said: "Stop the war now".'),
    ("title", 'His book "The Long Winter of Kharkiv" sold well.'),
    ("building", 'The missile hit the "Golden Sun" hotel, the mayor said.'),
    ("programme", 'He told a host of the "This Week" show nothing.'),
    ("number_only", 'He called it "112".'),
    ("headline_word", 'The word "surrender" is not used here.'),
]


@pytest.mark.parametrize("text", [row[1] for row in NOT_SPEECH], ids=[row[0] for row in NOT_SPEECH])
def test_leaves_out_what_nobody_says(text: str) -> None:
    assert direct(text) == []
    assert [voice.rule.split("_")[0] for voice in voices(text) if voice.scare] == ["scare"]


STATEMENTS = [
    ("split", '"We hold," Emmanuel Macron said, "and we will go on."', [1, 1]),
    ("resumed", '"We hold." Emmanuel Macron said. "We will go on."', [1, 1]),
    ("resumed_after_attribution", '"We hold," Emmanuel Macron said. "We will go on."', [1, 1]),
    ("next_paragraph", '"We hold," Emmanuel Macron said.\n\n"We will go on."', [1, 1]),
    ("unclosed_paragraph", "“We hold,” Emmanuel Macron said. “We go on.\n\n“We will win.”", [1, 1, 1]),
    ("cue_of_its_own", '"We hold," Emmanuel Macron said.\n\n"We will go on," he added.', [1, 2]),
    ("parted_by_narration", '"We hold," Emmanuel Macron said. He left at once. "We will go on."', [1, 2]),
    ("fragment_resumed", 'They should "hold on," Emmanuel Macron said. "We will help."', [1, 1]),
    ("fragment_then_its_own_paragraph", 'Macron said it was "not a safe port."\n\n"We hold," he said.', [1, 2]),
    ("fragment_then_a_paragraph", 'Macron said it was "not a safe port."\n\n"We will go on."', [1, 2]),
    ("paragraph_left_open", 'Macron added: "One two.\n\n"Three," the RMA head said.', [1, 1]),
    ("paragraph_left_open_of_another", 'Macron added: "One two.\n\n"Three," Olaf Scholz said.', [1, 2]),
    ("paragraph_that_swallows_its_cue", '"“One two,” Macron said in Rome.\n\n"Three," he added.', [1, 2]),
    ("two_fragments", 'Emmanuel Macron called it "a very hard day" and "a long night".', [1, 2]),
]


@pytest.mark.parametrize(
    "text",
    [
        "Olena Kovalchuk said:\n\nThe road to the town was closed on Monday.",
        "One thing mattered: the soldiers' pay and the officers' mess.",
        "The aims are clear:\n\nWe left the town on Monday.",
    ],
    ids=["block_of_narrative", "owner_behind_a_colon", "block_that_nobody_says"],
)
def test_takes_no_narrative_for_an_open_quotation(text: str) -> None:
    assert direct(text) == []


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in STATEMENTS], ids=[row[0] for row in STATEMENTS])
def test_joins_the_parts_of_one_statement(text: str, expected: list[int]) -> None:
    numbers = [voice.statement for voice in voices(text) if voice.direct and not voice.scare]
    order = {number: index for index, number in enumerate(dict.fromkeys(numbers), 1)}
    assert [order[number] for number in numbers] == expected


REPORTED = [
    (
        "source_is_a_hospital",
        "A strike on a house killed four people, according to Nasser Hospital.",
        "Nasser Hospital",
        "A strike on a house killed four people",
    ),
    (
        "source_of_a_list",
        "The strike killed five people, according to a casualty list provided by Nasser Hospital.",
        "Nasser Hospital",
        "The strike killed five people",
    ),
    (
        "on_a_platform",
        "Olena Kovalchuk said on Telegram a tower block had been struck.",
        "Olena Kovalchuk",
        "a tower block had been struck",
    ),
    ("said_that", "Dmitry Peskov said that the talks were useful.", "Dmitry Peskov", "the talks were useful"),
    ("said", "The ministry of health said 21 people were killed.", None, "21 people were killed"),
    ("tail", "Twelve drones were shot down, officials said.", "officials", "Twelve drones were shot down"),
    (
        "tail_adjunct",
        "Twelve drones were shot down, officials said on Telegram.",
        "officials",
        "Twelve drones were shot down",
    ),
    ("tail_apposition", "Two people died, the regional governor, Oleh Bondar, said.", "Oleh Bondar", "Two people died"),
    (
        "tail_inverted",
        "Two people died in the village, said the emergency service.",
        None,
        "Two people died in the village",
    ),
    (
        "tail_of_long",
        "In Kyiv, a house was hit and one person was killed, rescuers reported.",
        "rescuers",
        "In Kyiv, a house was hit and one person was killed",
    ),
    ("inner", "The army, officials said, lost forty men.", "officials", "lost forty men"),
    (
        "according_after",
        "Nine people were hurt, according to local authorities.",
        "local authorities",
        "Nine people were hurt",
    ),
    ("according_before", "According to Oleh Bondar, nine people were hurt.", "Oleh Bondar", "nine people were hurt"),
    (
        "according_to_report",
        "Nine people were hurt, according to a report by Oleh Bondar.",
        "Oleh Bondar",
        "Nine people were hurt",
    ),
    ("per_body", "Nine people were hurt, per Oleh Bondar.", "Oleh Bondar", "Nine people were hurt"),
    (
        "estimates_by",
        "Some 300 died, according to estimates by Western officials.",
        "Western officials",
        "Some 300 died",
    ),
    ("told", "Oleh Bondar told the BBC that nine people were hurt.", "Oleh Bondar", "nine people were hurt"),
    (
        "told_in",
        "Oleh Bondar told reporters in Sumy that nine people were hurt.",
        "Oleh Bondar",
        "nine people were hurt",
    ),
    (
        "with_reporting",
        "The city was shelled, with local officials reporting nine wounded.",
        "local officials",
        "nine wounded",
    ),
    (
        "despite_saying",
        "Despite Moscow saying that all was quiet, shells fell.",
        "Russia",
        "all was quiet, shells fell",
    ),
    ("one_of", "Losses were heavy, one of the officers said.", "officers", "Losses were heavy"),
    ("one_report", "A report by Oleh Bondar said nine people were hurt.", "Oleh Bondar", "nine people were hurt"),
    (
        "accused",
        "Oleh Bondar accused the army of killing nine people.",
        "Oleh Bondar",
        "the army of killing nine people",
    ),
    (
        "as_reported_by",
        "Nine people were hurt, as reported by local authorities.",
        "local authorities",
        "Nine people were hurt",
    ),
    (
        "announced_by",
        "It was announced by Oleh Bondar that nine people were hurt.",
        "Oleh Bondar",
        "nine people were hurt",
    ),
    (
        "role_named_later",
        "Nine people were hurt, the regional governor said. Governor Oleh Bondar came.",
        "Oleh Bondar",
        "Nine people were hurt",
    ),
    (
        "role_of_another_later",
        "Nine people were hurt, the regional governor said. Ambassador Oleh Bondar came.",
        "regional governor",
        "Nine people were hurt",
    ),
    ("confirmed", "Oleh Bondar confirmed nine deaths.", "Oleh Bondar", "nine deaths"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), [row[1:] for row in REPORTED], ids=[row[0] for row in REPORTED])
def test_reads_reported_speech(text: str, speaker: str | None, words: str) -> None:
    found = reported(text)
    assert words in [what for _, what in found]
    if speaker is not None:
        assert (speaker, words) in found


def test_fills_the_gap_between_two_reports_of_one_speaker() -> None:
    text = "The raid lasted an hour, the army said. Six tanks were lost. Two men are missing, the army said."
    assert ("Six tanks were lost.", "reported_between") in [
        (text[voice.start : voice.end], voice.rule) for voice in voices(text)
    ]


def test_fills_no_gap_between_two_speakers() -> None:
    text = "The raid lasted an hour, the army said. Six tanks were lost. Two men are missing, the police said."
    assert "reported_between" not in [voice.rule for voice in voices(text)]


def test_reads_whom_a_quotation_cites() -> None:
    text = '"Western officials estimate that the army lost 900 men in the spring alone," Olena Kovalchuk said.'
    assert ("Western officials", "the army lost 900 men in the spring alone") in reported(text)


UNREPORTED = [
    ("noun_claims", "The claims of the ministry could not be checked."),
    ("noun_report", "The report came too late."),
    ("attribute", "The reported strike killed nobody."),
    ("negated", "The ministry did not say how many died."),
    ("declined", "The mayor declined to say how many died."),
    ("passive", "The mayor was told nothing."),
    ("states", "The two states share a long border."),
    ("difficult_to_estimate", "It is difficult to estimate the number of dead."),
    ("described_as", "The plant lies in ruins, described as a total loss."),
    ("could_confirm", "The ministry could not confirm the reports."),
    ("posted_images", "Images posted to social media showed smoke."),
    ("agreed_object", "The two sides agreed a truce."),
    ("said_to_be", "Photos said to have been taken there were shared."),
    ("compound", "Kyiv had accepted the US-proposed truce."),
    ("continued_object", "Rescuers continued the search."),
]


@pytest.mark.parametrize("text", [row[1] for row in UNREPORTED], ids=[row[0] for row in UNREPORTED])
def test_takes_no_noun_or_denial_for_a_report(text: str) -> None:
    assert reported(text) == []


DATED = [
    ("after_verb", '"We hold," Emmanuel Macron said on Monday.', dt.date(2024, 5, 13)),
    ("bare_weekday", '"We hold," Emmanuel Macron said Tuesday.', dt.date(2024, 5, 14)),
    ("before_verb", 'Emmanuel Macron on Monday said: "We hold."', dt.date(2024, 5, 13)),
    ("lead", 'On Monday, Emmanuel Macron said: "We hold."', dt.date(2024, 5, 13)),
    ("yesterday", 'Yesterday, Emmanuel Macron said: "We hold."', dt.date(2024, 5, 14)),
    ("in_a_speech", 'In a speech on Monday, Emmanuel Macron said: "We hold."', dt.date(2024, 5, 13)),
    ("speaking", 'Speaking to reporters on Monday, Emmanuel Macron refused, saying: "We hold."', dt.date(2024, 5, 13)),
    ("carried", 'Emmanuel Macron said on Monday that he would stay. "We hold," he said.', dt.date(2024, 5, 13)),
    (
        "carried_past_another",
        'Emmanuel Macron said on Monday he would stay. Olaf Scholz said he hoped so. "We hold," Macron said.',
        dt.date(2024, 5, 13),
    ),
    (
        "recollection_not_carried_past_another",
        'Emmanuel Macron said on 3 May he would stay. Olaf Scholz said he hoped so. "We hold," Macron said.',
        None,
    ),
    ("often_said", 'Macron said on Monday he would stay. Macron has often said: "We hold."', None),
    (
        "after_an_undated_meeting",
        'Macron told leaders on Monday that he would stay. After the summit, Emmanuel Macron said: "We hold."',
        dt.date(2024, 5, 13),
    ),
    ("in_a_post", 'Emmanuel Macron called it "a heinous act of barbarism" in a tweet Monday.', dt.date(2024, 5, 13)),
    ("of_what_is_quoted", 'Emmanuel Macron said troops "left the town at last" on Monday.', None),
    (
        "reply",
        'Antony Blinken told Volodymyr Zelensky on Monday that aid would come. Zelensky replied, "We are grateful."',
        dt.date(2024, 5, 13),
    ),
    (
        "after_meeting",
        "Emmanuel Macron said France “would not waver” in its support after meeting Olaf Scholz in Berlin on Tuesday.",
        dt.date(2024, 5, 14),
    ),
    (
        "interview_and_what_it_warned",
        'Macron said in an interview on Monday that he would stay, warning that time was short. "We hold," he said.',
        dt.date(2024, 5, 13),
    ),
    (
        "comma_that",
        'Emmanuel Macron told envoys on Monday, that he would stay. "We hold," he said.',
        dt.date(2024, 5, 13),
    ),
    ("after_an_event", 'After Tuesday\'s talks, Emmanuel Macron said: "We hold."', dt.date(2024, 5, 14)),
    ("previously", 'Emmanuel Macron spoke on Monday. He previously said: "We hold."', None),
    ("no_comma", 'Olaf Scholz said on Monday he would. On Tuesday Macron confirmed: "We hold."', dt.date(2024, 5, 14)),
    ("day_in_brackets", 'Emmanuel Macron on Monday (May 13) told reporters: "We hold."', dt.date(2024, 5, 13)),
    (
        "asked_at_a_meeting",
        'Asked about the raid during a cabinet meeting on Monday, Emmanuel Macron said: "We hold."',
        dt.date(2024, 5, 13),
    ),
    ("asked_about_a_day", 'Asked about the raid on Monday, Emmanuel Macron said: "We hold."', None),
    ("aside", 'Emmanuel Macron, speaking in Lyon on Monday, said: "We hold."', dt.date(2024, 5, 13)),
    ("who_was_there", 'Emmanuel Macron, who was in Cairo on Monday, said: "We hold."', dt.date(2024, 5, 13)),
    ("attribute", '"We hold," Emmanuel Macron said about the May 13 raid.', None),
    ("overnight", 'Overnight, Emmanuel Macron said: "We hold."', None),
    (
        "after_the_talks",
        'The ministers held talks in Antalya on Monday. "We hold," Dmytro Kuleba said after the talks.',
        dt.date(2024, 5, 13),
    ),
    (
        "news_conference_of_those_who_met",
        'Joe Biden met Volodymyr Zelensky in Washington on Monday. At a joint news conference, Biden said: "We hold."',
        dt.date(2024, 5, 13),
    ),
    (
        "meeting_with_somebody_else",
        'Joe Biden met Volodymyr Zelensky in Washington on Monday. In a meeting with Scholz, he said: "We hold."',
        None,
    ),
    (
        "eve_of_the_summit",
        'Leaders were meeting in Paris on Wednesday. On the eve of the summit, Emmanuel Macron said: "We hold."',
        dt.date(2024, 5, 14),
    ),
    (
        "those_who_met_say_next",
        'Fumio Kishida and Volodymyr Zelensky met in Hiroshima on Monday. "We hold," Kishida said.',
        dt.date(2024, 5, 13),
    ),
    (
        "interview_with_an_outlet",
        'Emmanuel Macron said on Monday he would stay. He told the newspaper Le Soir: "We hold."',
        None,
    ),
    (
        "round_of_interviews",
        'Macron, making the rounds on Sunday talk shows, said he would stay. Macron told CNN: "We hold."',
        dt.date(2024, 5, 12),
    ),
    (
        "attack_of_the_day",
        'Missiles struck Kharkiv early on Wednesday. "They hit a hospital," governor Oleh Syniehubov said.',
        dt.date(2024, 5, 15),
    ),
    (
        "attack_of_the_night",
        'Russia fired 30 drones during the night. "They struck our power plants," Herman Halushchenko wrote.',
        dt.date(2024, 5, 15),
    ),
    (
        "attack_of_the_day_before",
        'Missiles struck Kharkiv on Tuesday. "They hit a hospital," governor Oleh Syniehubov said.',
        None,
    ),
    (
        "another_topic_on_the_day",
        'Missiles struck Kharkiv early on Wednesday. "We need friends," Dmytro Kuleba said.',
        None,
    ),
    (
        "attack_of_another_day_recalled",
        'Missiles struck Kharkiv early on Wednesday. "The strike of May 2 was worse," Oleh Syniehubov said.',
        None,
    ),
    (
        "eyewitness",
        'Missiles struck Kharkiv early on Wednesday. "It hit our house," Olena Kovalchuk, a nurse, said.',
        None,
    ),
    (
        "today_in_the_quotation",
        'The talks went on in Geneva on Wednesday. "We met them today," Rustem Umerov said.',
        dt.date(2024, 5, 15),
    ),
    (
        "body_then_its_spokesman",
        'The UN on Tuesday condemned the raid. "We hold," UN spokesman Stéphane Dujarric said.',
        dt.date(2024, 5, 14),
    ),
    (
        "in_a_month",
        'Macron said on Monday he would stay. In March he met Olaf Scholz in Lyon, where Macron said: "We hold."',
        None,
    ),
    ("of_what_is_said", '"We hold," Emmanuel Macron said of Monday\'s raid.', None),
    ("of_the_topic", 'Emmanuel Macron said Monday\'s raid showed "we hold the line".', None),
    ("of_the_relative_clause", 'Emmanuel Macron, who on 3 May met Olaf Scholz, said: "We hold."', None),
    ("before_an_event", 'Before Tuesday\'s talks, Emmanuel Macron said: "We hold."', None),
    ("undated", '"We hold," Emmanuel Macron said.', None),
]


@pytest.mark.parametrize(("text", "day"), [row[1:] for row in DATED], ids=[row[0] for row in DATED])
def test_dates_the_saying(text: str, day: dt.date | None) -> None:
    [voice] = [voice for voice in voices(text) if voice.direct and not voice.scare]
    assert voice.said_on == day


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abA .,:\"“”'’()-\n", max_size=200))
def test_voices_lie_inside_the_text_in_order(text: str) -> None:
    found = voices(text)
    assert all(0 <= voice.start < voice.end <= len(text) for voice in found)
    assert [voice.start for voice in found] == sorted(voice.start for voice in found)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 10_000,
        '"a," he said, ' * 3_000,
        "(“" * 5_000,
        "said that " * 10_000,
        "he said " * 10_000,
        '"a", he said and ' * 5_000,
        "x" * 200_000,
        "the head of " * 8_000,
        "a, " * 20_000 + "said",
    ],
)
def test_ends_in_bounded_time(text: str) -> None:
    sentences = read(Article(article="test", text=text)).sentences
    started = time.perf_counter()
    mark(text, sentences)
    assert time.perf_counter() - started < 4


@pytest.mark.parametrize(
    "text",
    [
        "Russia fired two missiles at the city, claiming the lives of 35 people.",
        "The strike on the market claimed at least 12 lives, among them two children.",
        "The shelling has claimed the life of a nurse.",
    ],
)
def test_a_strike_that_claims_lives_says_nothing(text: str) -> None:
    assert reported(text) == []


def test_who_claims_that_lives_were_lost_says_so() -> None:
    assert [speaker for speaker, _ in reported("Moscow claimed that 35 soldiers lost their lives.")] == ["Russia"]
