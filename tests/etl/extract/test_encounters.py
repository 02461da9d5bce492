"""Texts that tell of several meetings, calls or talks, or of one in several sentences: what each row should come to.

Published on Wednesday 18 June 2025. A row is a text and its held encounters: kind, surnames, day, place.
"""

import datetime as dt

import pytest

from etl.extract.events import diplomacy
from etl.extract.reader import read
from etl.records import Article, Event

PUBLISHED = dt.date(2025, 6, 18)
MON, TUE, WED = (dt.date(2025, 6, day) for day in (16, 17, 18))
THU, FRI, SAT, SUN = (dt.date(2025, 6, day) for day in (12, 13, 14, 15))
Told = tuple[str, str, dt.date | None, str | None]


def events(text: str) -> list[Event]:
    return [
        found
        for found in diplomacy.extract(read(Article(article="x", text=text, published=PUBLISHED)))
        if isinstance(found, Event)
    ]


def held(text: str) -> list[Told]:
    return [
        (event.kind, " ".join(sorted(actor.name.split()[-1] for actor in event.actors)), event.start, event.place)
        for event in events(text)
        if not event.planned
    ]


ROWS: dict[str, tuple[str, list[Told]]] = {
    # a verb told once for two encounters
    "and-another-day": (
        "Erdogan said he talked to Zelensky on Monday evening and Russian President Putin on Tuesday to save the deal.",
        [("call", "Erdogan Zelensky", MON, None), ("call", "Erdogan Putin", TUE, None)],
    ),
    "and-another-town": (
        "Zelensky met Macron in Paris on Monday and Merz in Berlin on Tuesday.",
        [("meeting", "Macron Zelensky", MON, "Paris"), ("meeting", "Merz Zelensky", TUE, "Berlin")],
    ),
    "and-another-acts": (
        "Rubio met Lavrov in Riyadh on Monday and Putin on Tuesday rejected the offer.",
        [("meeting", "Lavrov Rubio", MON, "Riyadh")],
    ),
    "and-also-talked": (
        "Trump spoke to Zelensky after his summit with Putin in Alaska and also talked with Starmer on Tuesday. "
        "Nothing was signed at Friday's summit.",
        [
            ("call", "Trump Zelensky", TUE, None),
            ("talks", "Putin Trump", FRI, "Alaska"),
            ("call", "Starmer Trump", TUE, None),
        ],
    ),
    # by telephone
    "spoke-to-each-other": (
        "Rubio and Lavrov spoke to each other by telephone on Monday.",
        [("call", "Lavrov Rubio", MON, None)],
    ),
    "on-the-phone": ("Trump was on the phone with Macron on Monday.", [("call", "Macron Trump", MON, None)]),
    "dialled": ("Trump dialled Modi on Monday.", [("call", "Modi Trump", MON, None)]),
    "called-up": ("On Monday Putin called up Xi Jinping and briefed him.", [("call", "Jinping Putin", MON, None)]),
    "called-names": ("On Monday Biden called Putin a killer.", []),
    "telephonic": (
        "Rubio held a separate telephonic discussion with Merz on Tuesday.",
        [("call", "Merz Rubio", TUE, None)],
    ),
    "talks-by-video": (
        "Xi Jinping held talks with Russian leader Vladimir Putin via a video link on Monday.",
        [("call", "Jinping Putin", MON, None)],
    ),
    "in-a-call-informed": (
        "In a call on Monday, Trump informed Zelensky that the missiles were on their way.",
        [("call", "Trump Zelensky", MON, None)],
    ),
    "thanked-for-the-call": (
        "Modi thanked Zelensky for the phone call on Tuesday.",
        [("call", "Modi Zelensky", TUE, None)],
    ),
    "before-their-call": (
        "Zelensky condemned the raid. He said that he had told Trump of the strike, which happened just before "
        "their call on Monday.",
        [("call", "Trump Zelensky", MON, None)],
    ),
    "followed-up-with-a-call": (
        "Zelensky said that he had followed up on a visit with a good phone call with JD Vance.",
        [("call", "Vance Zelensky", None, None)],
    ),
    # whose meeting
    "of-both": (
        "Prices fell after Putin and US President Donald Trump's June 13 meeting in Alaska.",
        [("meeting", "Putin Trump", FRI, "Alaska")],
    ),
    "of-one-with-another": (
        "The meeting of Trump with Zelensky in Rome on Saturday was short.",
        [("meeting", "Trump Zelensky", SAT, "Rome")],
    ),
    "thanked-for-welcoming": (
        "Macron thanked the Ukrainian president for welcoming him during his visit to Kyiv in March.",
        [("meeting", "Macron Zelensky", dt.date(2025, 3, 1), "Kyiv")],
    ),
    "welcoming-ceremony": ("Xi Jinping held a welcoming ceremony for Putin on Monday.", []),
    "pressed-at-a-summit": (
        "Macron and Ursula von der Leyen pressed Xi Jinping at a summit in Paris on Monday to use his influence.",
        [("talks", "Jinping Leyen Macron", MON, "Paris")],
    ),
    "told-that-at-the-summit": (
        "Zelensky told Starmer that he would not forget the support shown at the summit on Monday.",
        [],
    ),
    "counterpart-as-subject": (
        "Lavrov and his German counterpart Johann Wadephul discussed the truce by phone on Monday.",
        [("call", "Lavrov Wadephul", MON, None)],
    ),
    "listed-with-as-well-as": (
        "Zelensky, together with Macron, Merz, as well as Keir Starmer and Donald Tusk, held a phone call with "
        "Trump on Monday.",
        [("call", "Macron Merz Starmer Trump Tusk Zelensky", MON, None)],
    ),
    "names-in-brackets": (
        '"President [Emmanuel] Macron and Prime Minister [Keir] Starmer met Zelensky on Monday," a spokesman said.',
        [("meeting", "Macron Starmer Zelensky", MON, None)],
    ),
    "clause-before-the-subject": (
        "As Modi reached Tianjin, where he is to see Putin, Zelensky spoke to Modi on Monday.",
        [("call", "Modi Zelensky", MON, None)],
    ),
    "accompanied-by": (
        "Lavrov met Marco Rubio, who was accompanied by Mike Waltz and Steve Witkoff, in Riyadh on Monday.",
        [("meeting", "Lavrov Rubio Waltz Witkoff", MON, "Riyadh")],
    ),
    "also-attended": (
        "Trump met Zelensky in Washington on Monday. JD Vance and Marco Rubio also attended.",
        [("meeting", "Rubio Trump Vance Zelensky", MON, "Washington")],
    ),
    "among-those-attending": (
        "The summit brought together Macron, Merz, Starmer and Meloni in Paris on Monday. Polish Prime Minister "
        "Donald Tusk was also among those attending.",
        [("talks", "Macron Meloni Merz Starmer Tusk", MON, "Paris")],
    ),
    "part-of-the-call": (
        "Zelensky spoke with Trump on Monday, with US envoys Witkoff and Kushner part of the 30-minute call.",
        [("call", "Kushner Trump Witkoff Zelensky", MON, None)],
    ),
    "attended-by": (
        "Erdogan held a meeting with Zelensky in Washington on Monday. The meeting was attended by Turkish Foreign "
        "Minister Hakan Fidan and intelligence chief Ibrahim Kalin.",
        [("meeting", "Erdogan Fidan Kalin Zelensky", MON, "Washington")],
    ),
    "the-talks-included": (
        "On Monday, U.S. and Ukrainian officials took part in a four-hour meeting in Florida. The talks, led by "
        "Marco Rubio, included Steve Witkoff and Jared Kushner.",
        [("meeting", "Kushner Rubio States Ukraine Witkoff", MON, "Florida")],
    ),
    "the-meeting-is-not-the-call": (
        "Trump spoke by phone with Putin after hosting Zelensky at the White House. The meeting, which included "
        "leaders of France and Italy, was short.",
        [("call", "Putin Trump", None, None), ("meeting", "France Italy Trump Zelensky", None, "White House")],
    ),
    "attended-a-funeral": (
        "Trump met Zelensky in Rome on Monday. Starmer attended the funeral.",
        [("meeting", "Trump Zelensky", MON, "Rome")],
    ),
    "the-pair": (
        "Witkoff and Kushner met Umerov in Miami on Monday. On Tuesday the pair met Kirill Dmitriev.",
        [("meeting", "Kushner Umerov Witkoff", MON, "Miami"), ("meeting", "Dmitriev Kushner Witkoff", TUE, None)],
    ),
    "leaders-of-a-club-are-those-named": (
        "Trump spoke to NATO leaders on Monday. Trump spoke with Zelensky, Merz, Macron, Starmer and Tusk.",
        [("call", "Macron Merz Starmer Trump Tusk Zelensky", MON, None)],
    ),
    "officials-of-nobody": (
        "Zelensky met Trump and security officials at the White House on Monday.",
        [("meeting", "Trump Zelensky", MON, "White House")],
    ),
    "armies-that-negotiate": (
        "Talks between the Sudanese army and the RSF opened in Geneva on Monday.",
        [("talks", "Forces army", MON, "Geneva")],
    ),
    "a-body-named-for-a-state": ("Umerov chaired the Ukraine Recovery Conference meeting in Rome on Monday.", []),
    "a-state-alone": ("Sudan has sent a team to Jeddah for consultations on Monday.", []),
    "two-spellings-of-one": (
        "Mark Rubio met Lavrov in Riyadh on Monday. Rubio and Lavrov spoke for an hour.",
        [("meeting", "Lavrov Rubio", MON, "Riyadh")],
    ),
    "beside-a-summit": (
        "Erdogan and Zelensky met on the sidelines of a NATO summit in Washington on Monday.",
        [("meeting", "Erdogan Zelensky", MON, "Washington")],
    ),
    "there-together-with": (
        "Aliyev and Pashinyan met there together with Macron on Monday.",
        [("meeting", "Aliyev Macron Pashinyan", MON, None)],
    ),
    "after-another-clause": (
        "Exactly two months after Russia invaded Ukraine, Antony Blinken travelled to Kyiv to meet Zelensky.",
        [("meeting", "Blinken Zelensky", None, "Kyiv")],
    ),
    "headline-in-capitals": ("Blinken Met With Zelensky in Kyiv", [("meeting", "Blinken Zelensky", None, "Kyiv")]),
    "all-the-leaders": (
        "Keir Starmer, Emmanuel Macron and Friedrich Merz came by train on Monday. The leaders met Zelensky in Kyiv.",
        [("meeting", "Macron Merz Starmer Zelensky", None, "Kyiv")],
    ),
    "a-call-made": (
        "Macron and Starmer made a joint phone call to Donald Trump on Monday.",
        [("call", "Macron Starmer Trump", MON, None)],
    ),
    "leaders-after-a-call": (
        "European leaders promised to go on with work on the Russia-Ukraine plan after a joint phone call with Trump.",
        [("call", "Trump leaders", None, None)],
    ),
    "the-conversation-also-included": (
        "Macron's conversation with Trump, which lasted an hour, also included Friedrich Merz and Keir Starmer.",
        [("call", "Macron Merz Starmer Trump", None, None)],
    ),
    "were-also-present": (
        "Putin and Witkoff spoke for five hours in St. Petersburg on Monday. Yuri Ushakov and Kirill Dmitriev, "
        "Putin's investment envoy, were also present.",
        [("meeting", "Dmitriev Putin Ushakov Witkoff", MON, "Saint Petersburg")],
    ),
    "spoke-from": ("Zelensky spoke with Trump from Kyiv on Monday.", [("call", "Trump Zelensky", MON, None)]),
    "envoy-and-his-name": (
        "Putin met US President Donald Trump's special envoy Steve Witkoff and his American counterpart, "
        "Marco Rubio, on Monday.",
        [("meeting", "Putin Rubio Witkoff", MON, None)],
    ),
    "necessity-of": ("Peskov spoke on Monday of the necessity of a conversation between Putin and Trump.", []),
    "one-by-one": (
        "Erdogan met individually with Joe Biden, Olaf Scholz and Rishi Sunak on Monday.",
        [
            ("meeting", "Biden Erdogan", MON, None),
            ("meeting", "Erdogan Scholz", MON, None),
            ("meeting", "Erdogan Sunak", MON, None),
        ],
    ),
    "a-summit-on-the-way": (
        "Erdogan, who arrived at the summit of NATO leaders, met Emmanuel Macron in Vilnius on Monday.",
        [("meeting", "Erdogan Macron", MON, "Vilnius"), ("talks", "Erdogan NATO", MON, "Vilnius")],
    ),
    "greeted": ("Upon his arrival Erdogan was greeted by Justin Trudeau.", []),
    "delegates-after-concluding": (
        "Tehran, Iran - Delegates from the United States and Iran were pleased after concluding “indirect” "
        "negotiations in the Omani capital, Muscat.",
        [("talks", "Iran States", None, "Muscat")],
    ),
    "during-his-visit-where-he-met": (
        "It came during Tshisekedi's visit to Angola, where he met with Joao Lourenco in Luanda.",
        [("meeting", "Lourenco Tshisekedi", None, "Luanda")],
    ),
    "the-meeting-between-the-two": (
        "Kagame met Lourenco in Luanda on Monday. It was told after the meeting between the two leaders, whom "
        "Tshisekedi awaits.",
        [("meeting", "Kagame Lourenco", MON, "Luanda")],
    ),
    "state-and-its-abbreviation": (
        "Kagame met with his counterpart from the Democratic Republic of Congo (DRC), Felix Tshisekedi, on Monday.",
        [("meeting", "Kagame Tshisekedi", MON, None)],
    ),
    "open-to-a-meeting": ("Paul Kagame is open to a meeting with Felix Tshisekedi in Luanda.", []),
    "talks-by-hotline": (
        "India and Pakistan held a first round of talks on Monday. Sergei Lavrov waited. On Monday Pakistan's Shehbaz "
        "Sharif and India's Narendra Modi spoke to each other over a hotline.",
        [("call", "Modi Sharif", MON, None)],
    ),
    "in-a-call-he-did-so": (
        "In the telephone call on Monday, Scholz exhorted Putin to withdraw.",
        [("call", "Putin Scholz", MON, None)],
    ),
    "virtual-meetings-of-whose-trip-it-is": (
        "Putin was silent. Zelensky's trip to London came a day after he took part in virtual meetings from Berlin "
        "with Donald Trump.",
        [("call", "Trump Zelensky", None, None)],
    ),
    "praised-the-conference": (
        "Some of them, like Friedrich Merz and Emmanuel Macron, praised Monday's video conference with Trump.",
        [("call", "Macron Merz Trump", MON, None)],
    ),
    "ministers-meeting": (
        "Lavrov and Rubio talked on the sidelines of the ASEAN foreign ministers' meeting in Malaysia on Monday.",
        [("meeting", "Lavrov Rubio", MON, "Malaysia")],
    ),
    "restore-dialogue": ("Zelensky is willing to restore dialogue with the United States.", []),
    "after-a-morning-meeting": (
        "On the last leg of Hochstein's tour, he met with Najib Mikati on Tuesday, after a meeting with Joseph Aoun.",
        [("meeting", "Hochstein Mikati", TUE, None), ("meeting", "Aoun Hochstein", None, None)],
    ),
    "allied-with-a-group": (
        "Hochstein met on Tuesday with Nabih Berri, the Hezbollah-allied speaker of parliament.",
        [("meeting", "Berri Hochstein", TUE, None)],
    ),
    # when
    "days-after-they-met": (
        "On June 16, three days after he met Trump in Alaska, Putin called up Modi.",
        [("meeting", "Putin Trump", FRI, "Alaska"), ("call", "Modi Putin", MON, None)],
    ),
    "some-days-after-they-met": (
        "The call on Monday came days after Trump met Putin in Alaska.",
        [("meeting", "Putin Trump", None, "Alaska")],
    ),
    "earlier-on-the-day": (
        "Earlier, on June 13, in the run-up to the vote, Modi and Putin had a phone conversation.",
        [("call", "Modi Putin", FRI, None)],
    ),
    "aside-between-subject-and-verb": (
        "Zelensky, making his first trip abroad on Tuesday since the invasion, met Joe Biden at the White House.",
        [("meeting", "Biden Zelensky", TUE, "White House")],
    ),
    "as-they-met": (
        "Twelve people were killed on Monday, as Israel and Hamas continued talks on a truce.",
        [("talks", "Hamas Israel", MON, None)],
    ),
    "results-of-his-talks": (
        "Putin told Xi Jinping on Monday of the results of his talks with Trump in Alaska.",
        [("talks", "Putin Trump", None, "Alaska")],
    ),
    "long-awaited-and-over": (
        "The long-awaited meeting between the foreign ministers of Russia, Ukraine and Turkey has concluded in "
        "Antalya on Monday.",
        [("meeting", "Russia Turkey Ukraine", MON, "Antalya")],
    ),
    "meeting-on-the-day-of-the-report": (
        "Putin is meeting with Xi Jinping in Beijing on Wednesday.",
        [("meeting", "Jinping Putin", WED, "Beijing")],
    ),
    "told-by-a-saying-after-a-clause": (
        "Turkey works to end the war that began in February 2022, Erdogan told Zelensky during a closed-door meeting.",
        [("meeting", "Erdogan Zelensky", None, None)],
    ),
    "previous-talks-with-a-day": (
        "Pashinyan's previous talks with Aliyev were hosted by Charles Michel in Brussels on May 31.",
        [("talks", "Aliyev Michel Pashinyan", dt.date(2025, 5, 31), "Brussels")],
    ),
    "previous-talks": ("Pashinyan's previous talks with Aliyev led nowhere.", []),
    "two-days-half-a-year-apart": (
        "Aliyev and Pashinyan met in Brussels on December 14, 2024 and April 6, 2025.",
        [("meeting", "Aliyev Pashinyan", dt.date(2024, 12, 14), "Brussels")],
    ),
    "another-meeting-long-ago": (
        "Charles Michel spoke by phone with Aliyev. Following the May 22 meeting, Michel had praised him.",
        [("call", "Aliyev Michel", None, None)],
    ),
    "the-recent-summit": (
        "A call on Saturday between Macron and Merz was to address the aftermath of the recent Trump-Putin summit in "
        "Alaska.",
        [("call", "Macron Merz", SAT, None), ("talks", "Putin Trump", None, "Alaska")],
    ),
    "not-the-day-of-a-plan": (
        "Umerov will hold talks with Lloyd Austin on Friday. Lloyd Austin had telephone talks with Andrei Belousov.",
        [("call", "Austin Belousov", None, None)],
    ),
    "last-spoke-in-a-year": (
        "Scholz and Putin last spoke in December 2022, ten months after the invasion.",
        [("call", "Putin Scholz", dt.date(2022, 12, 1), None)],
    ),
    "called-on-a-date": (
        "Viktor Orban also called Putin on June 16 to discuss the war.",
        [("call", "Orbán Putin", MON, None)],
    ),
    "when-he-meets": ("Trump said he would insist on a truce when he meets Putin on Friday.", []),
    "during-his-visit-to": (
        "Amos Hochstein arrived in Beirut on Tuesday after visiting Israel. During his visit to Israel, he met with "
        "Benjamin Netanyahu.",
        [("meeting", "Hochstein Netanyahu", None, "Israel")],
    ),
    "landed-and-was-set-to": ("Hochstein landed in Beirut on Tuesday and was set to meet with Najib Mikati.", []),
    # where
    "the-gaza-talks": (
        "Hochstein met Nabih Berri on Tuesday. He spoke of the success of the Gaza cease-fire talks.",
        [("meeting", "Berri Hochstein", TUE, None)],
    ),
    "the-istanbul-peace-talks": (
        "Russia and Ukraine held talks on Monday. The Istanbul peace talks brought no truce.",
        [("talks", "Russia Ukraine", MON, "Istanbul")],
    ),
    "a-continent": (
        "Rubio met Lavrov on Monday in his first trip to Asia.",
        [("meeting", "Lavrov Rubio", MON, None)],
    ),
    "to-avert": (
        "The UN Security Council met on Monday to try to avert an attack on a port in Yemen.",
        [("meeting", "Council", MON, None)],
    ),
    "sea-and-town": (
        "Lavrov met Kuleba in the Mediterranean city of Antalya on Monday.",
        [("meeting", "Kuleba Lavrov", MON, "Antalya")],
    ),
    "two-places-far-apart": (
        "Trump met Putin in Alaska on Friday. Trump spoke of it during a summit at the White House.",
        [("meeting", "Putin Trump", FRI, "Alaska")],
    ),
    "where-he-lives": (
        "Ismail Haniyeh, who is based in Qatar, on Thursday met Abbas Araghchi.",
        [("meeting", "Araghchi Haniyeh", THU, None)],
    ),
    "what-they-discussed": (
        "Araghchi in a meeting with Lavrov on Monday stressed the danger of the camps in Lebanon.",
        [("meeting", "Araghchi Lavrov", MON, None)],
    ),
    "relative-clause-that-is-over": (
        "Xi Jinping met Putin, who is in China on a state visit, at the Great Hall of the People in Beijing on Monday.",
        [("meeting", "Jinping Putin", MON, "Beijing")],
    ),
    "which-began-in": (
        "Russia blamed Ukraine, and Ukraine blamed Russia, for the peace talks, which began in Istanbul on Monday.",
        [("talks", "Russia Ukraine", MON, "Istanbul")],
    ),
    "brokered-talks-of-those-the-text-is-about": (
        "Russia and Ukraine exchanged fire. Russia blamed Ukraine. The grain deal was signed at UN-brokered talks in "
        "Istanbul.",
        [("talks", "Nations Russia Ukraine", None, "Istanbul")],
    ),
    "peace-talks-on-own-ground": (
        "Russia and Ukraine exchanged fire. Russia blamed Ukraine. There were peace talks in Moscow.",
        [],
    ),
    "cabinet": (
        "Trump met Zelensky in Rome. Trump spoke at a cabinet meeting at Camp David on Friday.",
        [("meeting", "Trump Zelensky", None, "Rome")],
    ),
    # talks are among delegations
    "club": ("G20 leaders met in Bali on Monday.", [("talks", "G20", MON, "Bali")]),
    "many-states": (
        "Ministers from Britain, Canada, France, Germany and Italy convened in Quebec on Monday.",
        [("talks", "Canada France Germany Italy Kingdom", MON, "Quebec")],
    ),
    "called-talks-thereafter": (
        "Lavrov met Rubio in Riyadh on Monday. The talks lasted four hours. The Riyadh talks were constructive, "
        "Ushakov said. Waltz called the talks useful.",
        [("talks", "Lavrov Rubio", MON, "Riyadh")],
    ),
    "met-and-met": (
        "Putin met Witkoff in Moscow on Monday. Ushakov called the talks useful.",
        [("meeting", "Putin Witkoff", MON, "Moscow")],
    ),
    "still-to-come": (
        "Russia fired drones on Tuesday hours before delegations are set to meet in Istanbul for a new round of talks.",
        [],
    ),
    "hoped-to-lead-to": ("Trump hoped Monday's gathering would eventually lead to talks with Putin.", []),
    "a-meeting-also-planned": ("A White House meeting with Zelensky on Friday is also planned.", []),
    "headline-plan": ("Macron to meet Zelensky in Paris on Friday.", []),
    "was-there-to-meet": (
        "Vladimir Putin, who was in Astana on Monday to meet Kassym-Jomart Tokayev, said the talks went well.",
        [("meeting", "Putin Tokayev", MON, "Astana")],
    ),
    "one-as-well-as-another": (
        "Trump phoned Zelensky as well as Putin on Monday.",
        [("call", "Putin Trump", MON, None), ("call", "Trump Zelensky", MON, None)],
    ),
    "agreed-during": (
        "Russia and Ukraine agreed during talks in Istanbul on Monday to exchange prisoners.",
        [("talks", "Russia Ukraine", MON, "Istanbul")],
    ),
    "accompanied-too": (
        "Rubio met Lavrov in Riyadh on Monday and was accompanied by Steve Witkoff.",
        [("meeting", "Lavrov Rubio Witkoff", MON, "Riyadh")],
    ),
    "delegations-discuss": (
        "A Hamas delegation discussed the truce with Egyptian officials in Cairo on Monday.",
        [("talks", "Egypt Hamas", MON, "Cairo")],
    ),
    "promoted-talks": ("Qatar said on Monday that it would continue to promote talks between Israel and Hamas.", []),
    "of-their-state": (
        "President Nicolas Maduro of Venezuela met Xi Jinping in Beijing on Monday.",
        [("meeting", "Jinping Maduro", MON, "Beijing")],
    ),
    "resumption-of": ("The army asked on Monday for the resumption of peace talks with Hamas.", []),
}


@pytest.mark.parametrize(("text", "told"), ROWS.values(), ids=ROWS)
def test_held(text: str, told: list[Told]) -> None:
    assert sorted(held(text), key=str) == sorted(told, key=str)


def test_whose_plans_they_are() -> None:
    text = (
        "An official was asked about Russian President Vladimir Putin's reported plans to meet Kim Jong Un in Moscow."
    )
    [event] = events(text)
    assert event.planned
    assert [actor.name for actor in event.actors] == ["Vladimir Putin", "Kim Jong Un"]


def test_officials_and_their_leaders_plan_two_meetings() -> None:
    text = (
        "Russian and Ukrainian delegations will meet in Istanbul on Friday. "
        "Zelensky also proposed a direct meeting with Putin."
    )
    assert [len(event.actors) for event in events(text)] == [2, 2]


def test_a_meeting_told_far_off_gives_no_place_to_one_told_by_its_parties() -> None:
    told = "Steve Witkoff held talks with Vladimir Putin on Friday."
    [near] = events(f"{told} The meeting in Geneva lasted two hours.")
    assert near.place == "Geneva"
    filler = "The weather was mild in most of the country. " * 40
    [far] = events(f"{told} {filler}The army spoke of a meeting of officers in Sumy.")
    assert far.place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Talks between Moscow and Kyiv on Monday were about the industrial region in eastern Ukraine.", None),
        ("Talks between Moscow and Kyiv were held on Monday in Turkey.", "Turkey"),
        ("Volodymyr Zelensky met Vladimir Putin in France on Monday.", "France"),
    ],
)
def test_the_land_that_talks_are_about_is_not_where_they_are_held(text: str, place: str | None) -> None:
    [event] = events(text)
    assert event.place == place


def test_what_was_ahead_of_the_news_is_what_was_held() -> None:
    text = "Trump met Zelensky in Rome on Saturday. The raid came hours before Trump's meeting with Zelensky."
    [event] = events(text)
    assert (event.planned, event.start, event.place) == (False, SAT, "Rome")


def test_the_eve_of_the_summit_is_the_day_before() -> None:
    text = (
        "European leaders were meeting in Paris on Tuesday. Macron spoke on the eve of the summit as he welcomed "
        "Zelensky to Paris."
    )
    assert sorted(event.start for event in events(text) if event.start) == [MON, TUE]
