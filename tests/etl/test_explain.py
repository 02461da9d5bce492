import io
import re

import pytest
from rich.console import Console

from etl.explain import blocks, html_page, notes, terminal_text
from etl.records import Article, Event, Extraction, Figure, Issue, Quote

TEXT = "First line.\nThree people were killed in Sumy, “a horror,” the mayor said. More follows.\n\nThe end recently."


def found(text=TEXT):
    sentence = text.index("Three")
    end = text.index(" More")
    origin = {"article": "one", "evidence": text[sentence:end], "evidence_start": sentence, "evidence_end": end}
    quote_start = text.index("“")
    return Extraction(
        Article("one", text, title="Title"),
        (
            Figure(measure="killed", low=3, high=3, place="Sumy", rule="harm.passive", **origin),
            Event(kind="strike", place="Sumy", rule="strikes.noun", **origin),
            Quote(text="a horror", speaker="Mayor", article="one", evidence="“a horror,”", evidence_start=quote_start,
                  evidence_end=quote_start + 11, rule="quotes.after"),
            Figure(article="one", measure="injured", low=5, high=6, dataset="example", release="1", row="7"),
        ),
        (Issue("one", "dates", "recently", "no day is fixed", text.index("recently"), text.index("recently") + 8),),
    )  # fmt: skip


def test_notes_are_numbered_in_the_order_of_the_text():
    assert [(note.number, note.kind, note.rule) for note in notes(found())] == [
        (1, "figure", "harm.passive"),
        (2, "event", "strikes.noun"),
        (3, "quote", "quotes.after"),
        (4, "issue", "dates"),
        (5, "figure", "example 1, row 7"),
    ]


@pytest.mark.parametrize(
    "text", [TEXT, TEXT.replace("\n", " ") + " word" * 300, TEXT * 5], ids=["lines", "one line", "long"]
)
def test_pieces_add_up_to_the_text(text):
    cut = blocks(text, notes(found(text)))
    assert "".join(piece.text for block in cut for piece in block.pieces) == text
    assert sorted(note.number for block in cut for note in block.notes) == [1, 2, 3, 4]


def test_a_piece_under_several_notes_knows_them_all():
    pieces = [piece for block in blocks(TEXT, notes(found())) for piece in block.pieces]
    [quoted] = [piece for piece in pieces if piece.text == "“a horror,”"]
    assert [note.number for note in quoted.notes] == [1, 2, 3]
    assert [note.number for note in quoted.begins] == [3]


def test_the_page_shows_each_record_with_its_rule():
    page = html_page(found())
    for words in ("killed 3 in Sumy", "strike Sumy", "Mayor: “a horror”", "recently: no day is fixed", "harm.passive",
                  "injured 5 to 6", "2 figures, 1 event, 1 issue"):  # fmt: skip
        assert words in page
    assert '<mark class="quote" title="1, 2, 3">“a horror,”</mark>' in page


def test_the_page_needs_nothing_and_runs_nothing():
    page = html_page(found())
    assert "<script" not in page
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import""", page)


HOSTILE = '</mark><script>alert("1")</script>&amp;<img src=x onerror=alert(1)>{style}'


def test_all_that_comes_from_the_article_is_escaped():
    origin = {
        "article": HOSTILE,
        "evidence": HOSTILE,
        "evidence_start": 0,
        "evidence_end": len(HOSTILE),
        "rule": HOSTILE,
    }
    records = (
        Quote(text=HOSTILE, speaker=HOSTILE, **origin),
        Event(kind="strike", place=HOSTILE, weapons=(HOSTILE,), **origin),
        Figure(measure="killed", low=1, high=1, group=HOSTILE, **origin),
    )
    article = Article(HOSTILE, HOSTILE, title=HOSTILE, source=HOSTILE, url=HOSTILE)
    page = html_page(Extraction(article, records, (Issue(HOSTILE, HOSTILE, HOSTILE, HOSTILE, 0, 5),)))
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("</mark>") == page.count("<mark")


@pytest.mark.parametrize("text", ["", "\n\n", "x"], ids=repr)
def test_an_article_in_which_nothing_was_read_is_shown(text):
    page = html_page(Extraction(Article("one", text)))
    assert "0 quotes, 0 figures, 0 events, 0 issues" in page


def test_the_terminal_shows_text_and_records():
    console = Console(width=200, record=True, force_terminal=True, file=io.StringIO())
    console.print(terminal_text(found()))
    told = console.export_text(clear=False)
    assert "[1][2]Three people were killed in Sumy, [3]“a horror,” the mayor said." in told
    assert "killed 3 in Sumy" in told
    assert "\x1b[" in console.export_text(styles=True)


def test_the_terminal_takes_no_markup_from_the_article():
    console = Console(width=200)
    with console.capture() as capture:
        console.print(terminal_text(Extraction(Article("one", "[red]not red[/red] \\[bold]"))))
    assert "[red]not red[/red]" in capture.get()
