"""Pages in the manner of agencies, broadcasters, tabloids and live blogs, all made up."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.layout import boilerplate, paragraphs, post_stamps, segments
from etl.extract.reading import Segment
from etl.records import Article, Post

DAY = dt.date(2025, 4, 14)
FIRST = "A drone hit a bridge near the port of Odesa early on Sunday, the mayor said."
SECOND = "Two people were hurt, he said, and trains to the west were late."


def divided(text: str, **fields: object) -> tuple[Segment, ...]:
    return segments.divide(Article("a", text, **{"published": DAY, **fields}))  # type: ignore[arg-type]


def roles(text: str, **fields: object) -> list[tuple[str, str]]:
    return [(part.role, text[part.start : part.end]) for part in divided(text, **fields)]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Advertisement", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
        ("Read more: Bridge reopens after a month", "boilerplate"),
        ("READ MORE: Bridge reopens", "boilerplate"),
        ("Related: Why bridges matter", "boilerplate"),
        ("Sign up for our morning briefing", "boilerplate"),
        ("We use cookies to improve your visit.", "boilerplate"),
        ("This website uses cookies. You can opt-out if you wish.", "boilerplate"),
        ("Submit your questions in the box at the top of the page.", "boilerplate"),
        ("Your email address will not be published. Required fields are marked *", "boilerplate"),
        ("Follow us on Telegram", "boilerplate"),
        ("Share on Facebook", "boilerplate"),
        ("This video can not be played", "boilerplate"),
        ("Image source, Getty Images", "boilerplate"),
        ("© 2025 The Gazette. All rights reserved.", "boilerplate"),
        ("Ann Lee is a senior reporter at The Gazette.", "boilerplate"),
        ("Here’s the latest:", "boilerplate"),
        ("6 days ago 4", "boilerplate"),
        ("Source: example.co.uk", "boilerplate"),
        ("Support UP or become our patron!", "boilerplate"),
        ("skip past newsletter promotion", "boilerplate"),
        ("This story has been updated.", "boilerplate"),
        ("***", "boilerplate"),
        ("30", "boilerplate"),
        ("Share or comment on this article: Bridge hit", "boilerplate"),
        ("By Ann Lee", "byline"),
        ("By Ann Lee and Bo Chan, in Odesa", "byline"),
        ("Associated Press writers Ann Lee in Kyiv and Bo Chan in Rome contributed to this report.", "byline"),
        ("Reporting by Ann Lee; Editing by Bo Chan", "byline"),
        ("Ann Lee writes:", "byline"),
        ("Ann Lee14 April 2025 13:54", "byline"),
        ("Ann Lee, Bo Chan14 April 2025 13:54", "byline"),
        ("Published 14 April 2025", "byline"),
        ("12.34 BST", "byline"),
        ("13:54", "byline"),
        ("23-03-2022 02:02 IST", "byline"),
        ("ANI | Paris | Updated: 23-03-2022 02:02 IST | Created: 23-03-2022 01:57 IST", "byline"),
        ("Kyiv • UNN", "byline"),
        ("Reuters", "byline"),
        ("April 14, 2025 at 10:31 AM EDT", "byline"),
        ("A bridge burns in Odesa, Ukraine. (AP Photo/Ann Lee)", "caption"),
        ("The minister at the summit (POOL/AFP via Getty Images)", "caption"),
        ("He took to the stage on Friday (REUTERS)", "caption"),
        ("FILE - A bridge in Odesa, Ukraine, May 3, 2022.", "caption"),
        ("A still from a video that shows the bridge.", "caption"),
        ("Men clear a bridge in Odesa, Ukraine, Monday, April 14, 2025.", "caption"),
        ("Photograph: Ann Lee/Reuters", "caption"),
        # story, though a word of the above is in it
        ("They want to read more about the bridge.", "body"),
        ("The ministry will sign up 300 more men.", "body"),
        ("The Palestinian Authority (PA) rejected it.", "body"),
        ("She spoke to Agence France-Presse (AFP).", "body"),
        ("ODESA, Ukraine (AP) — A drone hit a bridge.", "body"),
        ("He left on 14 April 2025 at 13:54.", "body"),
        ("The bridge was hit on Monday, April 14, 2025.", "body"),
        ("The video, he said, was false.", "body"),
        ("By Friday the bridge was open.", "body"),
        ("Source: the governor of the region on Telegram.", "body"),
        ("The report was edited by hand.", "body"),
        ("“Follow our lead,” he said.", "body"),
        ("Related industries lost millions.", "body"),
        ("More drones came from the sea.", "body"),
    ],
)
def test_the_role_of_a_line(line: str, role: str) -> None:
    text = f"{FIRST}\n\n{line}\n\n{SECOND}"
    found = dict(map(reversed, roles(text)))  # type: ignore[call-overload]
    assert found[line] == role
    assert found[FIRST] == found[SECOND] == "body"


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Bridge hit near the port", True),
        ("Will trains run on time?", True),
        ("- Trains late -", True),
        ("## Trains late", True),
        ("Mayor: trains 'late for days'", True),
        ("Zelensky hits out at ‘manipulative’ Putin", True),
        ("Trains were late.", False),
        ("“Trains were late,” he said", False),
        ("He added:", False),
        ("trains were late", False),
        ("• trains that were late", False),
        ("This leads to the question that many in the city ask themselves today: will trains run?", False),
    ],
)
def test_headings(line: str, heading: bool) -> None:
    text = f"{FIRST}\n\n{line}\n\n{SECOND}"
    assert (roles(text)[1][0] == "heading") is heading


def test_the_title_and_its_repetition() -> None:
    text = f"Bridge hit near the port of Odesa.\n\nBridge hit near the port of Odesa.\n{FIRST}"
    assert [role for role, _ in roles(text, title="Bridge hit near the port of Odesa.")] == [
        "heading",
        "boilerplate",
        "body",
    ]


@pytest.mark.parametrize("opening", ["Getty Images", "Image caption,", "Image source, Reuters"])
def test_the_caption_below_a_credit_that_stands_alone(opening: str) -> None:
    text = f"{FIRST}\n{opening}\nA block was hit\n{SECOND}"
    assert [role for role, _ in roles(text)][2:] == ["caption", "body"]


def test_the_name_of_a_writer_below_the_title() -> None:
    text = f"Bridge hit near the port\n\nAnn Lee and Bo Chan\n\n{FIRST}\n\nTrains Late\n\n{SECOND}"
    assert [role for role, _ in roles(text)] == ["heading", "byline", "body", "heading", "body"]


def test_a_caption_that_repeats_with_its_credit_makes_both_captions() -> None:
    text = f"{FIRST}\nA bridge burns in the port of Odesa\nA bridge burns in the port of Odesa (EPA)\n{SECOND}"
    assert [role for role, _ in roles(text)] == ["body", "caption", "caption", "body"]


def test_the_tail_of_a_page_is_no_story() -> None:
    text = f"{FIRST}\n\n{SECOND}\n\n{FIRST} And so on.\n\nCheck Also\n\nWhy is it so?\n\nFew know it …\n\nLeave a Reply"
    assert [role for role, _ in roles(text)] == ["body"] * 3 + ["boilerplate"] * 4


def test_a_line_of_the_tail_in_the_middle_of_the_story_hides_nothing() -> None:
    text = f"{FIRST}\n\nRelated stories\n\n" + "\n\n".join(f"{SECOND} Part {number}." for number in range(9))
    assert [role for role, _ in roles(text)].count("body") == 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{FIRST}\n{SECOND}\nIt burned.\nIt rained.\n- A bridge was hit.\n- Trains were late.\n- It rained.",
            ["body"] * 4 + ["summary"] * 3,
        ),
        (f"Key points\n- A bridge was hit.\n- Trains were late.\n{FIRST}\n{SECOND}", ["summary"] * 3 + ["body"] * 2),
        (f"{FIRST}\n{SECOND}\nIt burned.\nExamples include:\n• one\n• two\n• three", ["body"] * 7),
        (f"• {FIRST}\n• {SECOND}\n• It rained.", ["body"] * 3),
        (f"Highlights\n• {FIRST}\n• {SECOND}\nIt rained.", ["heading"] + ["body"] * 3),
    ],
    ids=["closing", "headed", "a list", "a story in bullets", "highlights that are the story"],
)
def test_summaries(text: str, expected: list[str]) -> None:
    assert [role for role, _ in roles(text)] == expected


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (f"{FIRST} list of 2 items list 1 of 2 Why? list 2 of 2 How? end of list {SECOND}",
         ("boilerplate", "list of 2 items list 1 of 2 Why? list 2 of 2 How? end of list")),
        (f"{FIRST} Read more: Bridges of Europe. {SECOND}", ("boilerplate", "Read more: Bridges of Europe.")),
        (f"{FIRST} ADVERTISEMENT {SECOND}", ("boilerplate", "ADVERTISEMENT")),
        (f"{FIRST} Sign up to our World Bulletin here {SECOND}", ("boilerplate", "Sign up to our World Bulletin here")),
        (f"{FIRST} This website uses cookies. {SECOND}", ("boilerplate", "This website uses cookies.")),
        (f"{FIRST} A bridge in Odesa, Ukraine, Monday, April 14, 2025. (AP Photo/Ann Lee) {SECOND}",
         ("caption", "A bridge in Odesa, Ukraine, Monday, April 14, 2025. (AP Photo/Ann Lee)")),
        (f"{FIRST} Men clear a bridge in Odesa, Ukraine, Thursday, March 10, 2022. {SECOND}",
         ("caption", "Men clear a bridge in Odesa, Ukraine, Thursday, March 10, 2022.")),
        (f"{FIRST} In this frame grab provided by a ministry, a ship fires. {SECOND}",
         ("caption", "In this frame grab provided by a ministry, a ship fires.")),
    ],
    ids=["links", "link", "advertisement", "newsletter", "cookies", "credit", "dated caption", "frame grab"],
)  # fmt: skip
def test_what_is_no_story_is_cut_out_of_a_lost_paragraph(text: str, cut: tuple[str, str]) -> None:
    assert roles(text) == [("body", FIRST), cut, ("body", SECOND)]
    assert {part.paragraph for part in divided(text)} == {0}


def test_titles_of_other_pages_below_a_line_that_heads_them() -> None:
    text = f"{FIRST}\n\nRead more from The Gazette:\n\nBridges of Europe\n\nWhy trains are late\n\n{SECOND}"
    assert [role for role, _ in roles(text)] == ["body"] + ["boilerplate"] * 3 + ["body"]


def blog(*parts: str) -> str:
    return "\n\n".join(parts)


AT_END = blog(
    "War newest: bridge hit", FIRST, "Second heading", SECOND, "Ann Lee14 April 2025 13:54", "Third heading",
    "It rained yesterday.", "Bo Chan13 April 2025 21:10", "Source: example.org",
)  # fmt: skip
AT_HEAD = blog(
    "War live: bridge hit", "14 April 2025 13:54", "Second heading", FIRST, "13 April 2025 21:10", SECOND, "It rained."
)


def test_stamps_at_the_ends_of_posts() -> None:
    by_text = {AT_END[part.start : part.end]: part for part in divided(AT_END, published=None)}
    assert by_text[SECOND].reference == DAY
    assert by_text[FIRST].reference == DAY  # a lead without a stamp has the newest
    assert by_text["It rained yesterday."].reference == dt.date(2025, 4, 13)
    assert by_text[FIRST].post < by_text[SECOND].post < by_text["It rained yesterday."].post
    assert by_text["Third heading"].post == by_text["It rained yesterday."].post


def test_stamps_at_the_heads_of_posts() -> None:
    by_text = {AT_HEAD[part.start : part.end]: part for part in divided(AT_HEAD, published=None)}
    assert (by_text[FIRST].reference, by_text[SECOND].reference) == (DAY, dt.date(2025, 4, 13))
    assert by_text[FIRST].post != by_text[SECOND].post == by_text["It rained."].post


def test_posts_that_only_headings_part() -> None:
    parts = [f"{heading} heading\n\n{FIRST} {heading}." for heading in ("One", "Two", "Three", "Four")]
    text = blog("Bridge hit: live updates", *parts)
    body = [part for part in divided(text, title="Bridge hit: live updates") if part.role == "body"]
    assert len({part.post for part in body}) == 4
    assert {part.post for part in divided(blog("Bridge hit", *parts), title="Bridge hit")} == {0}


def test_posts_that_the_page_itself_delimits() -> None:
    text = f"War live\n\n{FIRST}\n\n{SECOND}"
    first, second = Post(10, 10 + len(FIRST), DAY), Post(12 + len(FIRST), len(text), dt.date(2025, 4, 13))
    found = [
        (part.post, part.reference) for part in divided(text, posts=(first, second), published=dt.date(2025, 4, 15))
    ]
    assert found == [(0, dt.date(2025, 4, 15)), (1, DAY), (2, dt.date(2025, 4, 13))]


@pytest.mark.parametrize(
    ("text", "published", "reference"),
    [
        (f"Title\n\n{FIRST}", DAY, DAY),
        (f"Published 14 April 2025\n\n{FIRST}", None, DAY),
        (f"Updated: April 14, 2025 10:31\n\n{FIRST}", None, DAY),
        (f"Published 14 April 2025\n\n{FIRST}", dt.date(2025, 4, 15), dt.date(2025, 4, 15)),
        (FIRST, None, None),
    ],
    ids=["the article's", "a stamp", "an update", "the article's before a stamp", "none"],
)
def test_the_day_that_relative_dates_count_from(
    text: str, published: dt.date | None, reference: dt.date | None
) -> None:
    assert divided(text, published=published)[-1].reference == reference


def test_front_matter_is_no_story() -> None:
    text = f"---\ntitle: Bridge\nnote: It is ours.\n---\n{FIRST}\n"
    assert roles(text)[-1] == ("body", FIRST)
    assert {role for role, _ in roles(text)[:-1]} == {"boilerplate"}


def test_lines_that_a_program_broke_are_joined() -> None:
    lines = "\n".join(f"the drones came from the sea and went to the north at hour {n} of the" for n in range(9))
    assert [text for _, text in roles(f"{lines}\nnight.\n\n{FIRST}")] == [f"{lines}\nnight.", FIRST]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_newlines_of_every_kind_part_paragraphs(newline: str) -> None:
    text = newline.join([FIRST, "", SECOND])
    assert [text[start:end] for start, end in paragraphs.spans(text)] == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("line", "day", "of_page"),
    [
        ("Ann Lee14 April 2025 13:54", DAY, False),
        ("14 April 2025, 13:54 GMT+3", DAY, False),
        ("ANN LEE — MONDAY, 14 APRIL 2025, 03:12", DAY, False),
        ("Mon, 14 Apr 2025 03:12", DAY, False),
        ("April 14, 2025", DAY, False),
        ("2025-04-14 03:12", DAY, False),
        ("14.04.2025 03:12", DAY, False),
        ("Published 14 April 2025", DAY, True),
        ("Last updated: April 14, 2025, 10:31 AM", DAY, True),
        ("Posted at 14:32 14 Apr", None, False),
        ("12.34 BST", None, False),
        ("Updated at 12.34 BST", None, True),
    ],
)
def test_stamps(line: str, day: dt.date | None, of_page: bool) -> None:
    assert post_stamps.read(line) == post_stamps.Stamp(day, of_page)


@pytest.mark.parametrize(
    "line",
    [
        "14 April",
        "Monday",
        "May 5 rally",
        "Ann Lee left on 14 April 2025.",
        "14 people",
        "2025",
        "Ann Lee",
        "At 13:54 it fell.",
        "Ratio 13:54 of 2025",
    ],
)
def test_lines_that_are_no_stamps(line: str) -> None:
    assert post_stamps.read(line) is None


LINES = st.sampled_from(
    [FIRST, SECOND, "Heading", "Ann Lee14 April 2025 13:54", "12:30 GMT", "- bullet", "Read more: x", "Check Also",
     "(AP)", "Summary", "", "  ", "---", "# x", "“", "Live updates", "FILE - x (AP Photo/x) y"]
)  # fmt: skip


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\n\n", " ", "\r\n"]))
def test_segments_hold_all_of_the_text_once_and_in_order(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    found = divided(text)
    assert "".join("".join(text[part.start : part.end] for part in found).split()) == "".join(text.split())
    assert all(part.start < part.end for part in found)


@pytest.mark.parametrize(
    "unit", ["x", "(AP ", "Read more: ", "- ", "---\n", "\n", "Advertisement ", "(", "/AP ", "Ann Lee "]
)
def test_hostile_texts_take_linear_time(unit: str) -> None:
    started = time.perf_counter()
    divided(unit * (100_000 // len(unit)))
    assert time.perf_counter() - started < 4


def test_the_vocabulary_loads() -> None:
    assert boilerplate.line_role("Advertisement") == "boilerplate"
