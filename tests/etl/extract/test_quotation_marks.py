"""Which stretches stand in quotation marks, however an outlet writes them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.speech.quotation_marks import LONGEST, quotations

MARKED = [
    ("straight", 'She said "we are leaving" and left.', ["we are leaving"]),
    ("curly", "She said “we are leaving” and left.", ["we are leaving"]),
    ("single_straight", "She said 'we are leaving' and left.", ["we are leaving"]),
    ("single_curly", "She said ‘we are leaving’ and left.", ["we are leaving"]),
    ("german", "Er sagte: „Wir gehen“, und ging.", ["Wir gehen"]),
    ("french", "Il a dit : «Nous partons», puis il est parti.", ["Nous partons"]),
    ("two_singles_for_a_double", "''We are leaving,'' she said.", ["We are leaving,"]),
    ("backticks", "``We are leaving,'' she said.", ["We are leaving,"]),
    ("curly_opened_straight_closed", 'She said “we are leaving" and left.', ["we are leaving"]),
    ("straight_opened_curly_closed", 'She said "we are leaving” and left.', ["we are leaving"]),
    ("double_opened_single_closed", "“We are leaving,’ she said.", ["We are leaving,"]),
    ("two_in_a_row", '"One," he said, "two."', ["One,", "two."]),
    ("apostrophes_inside", "'We don't know what's next,' he said.", ["We don't know what's next,"]),
    (
        "possessive_inside_single",
        "'The soldiers' mothers are waiting,' he said.",
        ["The soldiers' mothers are waiting,"],
    ),
    ("nested_single_in_double", "“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
    ("nested_double_in_single", "‘He told me “no” twice,’ she said.", ["He told me “no” twice,"]),
    ("nested_double_in_double", "“He told me “no” twice,” she said.", ["He told me “no” twice,"]),
    ("nested_straight", '"He told me "no" twice," she said.', ['He told me "no" twice,']),
    ("brackets_inside", '"[The mayor] knew (of course)," she said.', ["[The mayor] knew (of course),"]),
    ("in_brackets", 'The unit ("the Wolves") left.', ["the Wolves"]),
    ("after_a_dash", 'The answer —"never"— was short.', ["never"]),
    ("dash_before_the_close", '"We were told—" he began.', ["We were told—"]),
    ("question", '"Why now?" she asked.', ["Why now?"]),
    ("ellipsis", '"We waited …" she said.', ["We waited …"]),
    ("unclosed_to_the_end", '"We will rebuild. We will return.', ["We will rebuild. We will return."]),
    (
        "unclosed_before_the_next",
        '"We will rebuild. "We will return," he said.',
        ["We will rebuild.", "We will return,"],
    ),
    ("stray_close", 'towards a free country," he said. "And it will come."', ["And it will come."]),
    ("number_first", "'12 people died,' he said.", ["12 people died,"]),
    ("twelve", "'Twelve died,' he said. 'Emergency crews came.'", ["Twelve died,", "Emergency crews came."]),
    ("glued_comma", '"because,of course, we must" he said', ["because,of course, we must"]),
]
UNMARKED = [
    ("apostrophe", "The minister's car didn't stop."),
    ("plural_possessive", "The officers' mess and the soldiers' camp were hit."),
    ("decade", "Back in the '90s nobody cared."),
    ("inches", 'The 8" gun fired.'),
    ("feet", "He is 6' tall and his son's 5' tall."),
    ("nothing", "No marks at all."),
    ("elision", "Rock 'n' roll"),
    ("name_with_apostrophe", "Slov'iansk and Kup'iansk were shelled, D'Angelo wrote."),
]


def read(text: str) -> list[str]:
    return [text[found.start : found.end] for found in quotations(text, 0, len(text))]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in MARKED], ids=[row[0] for row in MARKED])
def test_finds_what_stands_in_marks(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", [row[1] for row in UNMARKED], ids=[row[0] for row in UNMARKED])
def test_takes_no_apostrophe_for_a_mark(text: str) -> None:
    assert read(text) == []


def test_never_leaves_its_block() -> None:
    text = '"One paragraph.\nAnother paragraph."'
    [found] = quotations(text, 0, text.index("\n"))
    assert (text[found.start : found.end], found.closed_by_mark) == ("One paragraph.", False)


def test_one_forgotten_mark_does_not_swallow_the_rest() -> None:
    text = '"We go. ' + "They stayed where they were. " * 200 + '"We came," he said.'
    found = [text[q.start : q.end] for q in quotations(text, 0, len(text))]
    assert found[-1] == "We came,"
    assert all(len(words) <= LONGEST for words in found)


@given(st.text(alphabet="ab .,!?\"'“”‘’„«»()[]\n", max_size=120))
def test_quotations_are_in_order_and_inside(text: str) -> None:
    found = quotations(text, 0, len(text))
    for first, second in pairwise(found):
        assert first.closed <= second.opened
    assert all(0 <= q.opened <= q.start <= q.end <= q.closed <= len(text) for q in found)


@pytest.mark.parametrize("unit", ['"', "“", "'", '"a ', "“a ", "‘a ", "((“", '”"', "a'"])
def test_ends_in_bounded_time(unit: str) -> None:
    def seconds(repeats: int) -> float:
        text = unit * repeats
        started = time.perf_counter()
        quotations(text, 0, len(text))
        return time.perf_counter() - started

    assert min(seconds(20_000) for _ in range(2)) < 1.5
