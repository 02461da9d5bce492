import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.layout import sentences
from etl.extract.reading import Segment


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The drones came at night. | The power went out.",
        "U.S. and U.N. officials met in the D.C. suburbs. | They left early.",
        "The bill passed in the U.S. | The Senate had waited.",
        "He flew to the U.S. President's residence.",
        "Mr. Hall met Mrs. Stone. | Dr. Ray was ill.",
        "Lt. Gen. Oleh Petrenko spoke. | Gov. Ann Reed listened.",
        "Sen. J. D. Marsh and Rep. Mary B. Cole voted.",
        "It is No. 5 on the list. | No. | He refused.",
        "It began at 5 a.m. on Monday.",
        "It began at 5 a.m. Kyiv time.",
        "It ended at 9 p.m. | Rescuers worked on.",
        "He spoke on Jan. 14 and on Feb. 2.",
        "It happened in Sept. | The town is still empty.",
        "Oil fell 3.5 percent to $61.2 a barrel. | Gas rose.",
        "See our 9.07am post. | It has more.",
        "“We stand.” | The crowd cheered.",
        "“We stand. | We fight,” she said.",
        '"We stand." | The crowd cheered.',
        '"We stand," he said. | "We fight."',
        "'We stand.' | The crowd cheered.",
        "«We stand.» | The crowd cheered.",
        '"Why now?" Ivan Petrov asked.',
        "“Stop!” the mayor of the town shouted.",
        "“Why now?” | The mayor did not answer.",
        "Is it over? | Nobody knows! | We wait.",
        "He paused ... and went on.",
        "He paused... | Then he went on.",
        "He paused… | Then he went on.",
        "They shelled the city.|Read more about it.",
        "It fell at night.|The air force confirmed it.",
        "He called it “a crime.”|The ministry disagreed.",
        'He said "we left."|The ministry stayed.',
        "Visit independent.co.uk or www.example.org for more.",
        "The Tu-22M3 crashed. | 15 others were hurt.",
        "Three died (two of them children). | One survived.",
        "Three died. | (Two were children.) | One survived.",
        "Corp. losses: Acme Inc. said it lost a plant.",
        "He works for Acme Inc. | The firm makes boats.",
        "The aims are: first, i.e. now, gas; then, e.g. later, oil.",
        "It was built by St. Mary's. | It burned.",
        "The plan | • cut gas | • cut oil",
        "Ärzte halfen. | Über dreißig starben.",
        "Дрони летіли. | Місто спало.",
        "Ukraine vs. Russia at the court.",
        "Vice-Adm. Brad Cole and Maj.-Gen. Roy Hill spoke.",
        "The F.B.I. | It said nothing.",
        "J. K. Hall arrived. | W. B. Dunn left.",
        "“It was 5 a.m.” | The siren wailed.",
    ],
)
def test_sentences_are_cut_where_a_bar_is(text: str) -> None:
    if ".|" in text or ".”|" in text or '."|' in text:  # glued: no blank where the bar is
        whole = text.replace("|", "")
        assert pieces(whole) == text.split("|")
    else:
        whole = text.replace(" | ", " ")
        assert pieces(whole) == [part.strip() for part in text.split(" | ")]


def test_a_heading_without_a_full_stop_is_a_sentence_and_other_roles_are_not_read() -> None:
    text = "Talks end\nThey ended well.\nAdvertisement"
    parts = (
        Segment(0, 9, "heading", 0, 0, None),
        Segment(10, 26, "body", 0, 1, None),
        Segment(27, 40, "boilerplate", 0, 2, None),
    )
    found = sentences.split(text, parts)
    assert [(s.index, s.text, s.role, s.paragraph) for s in found] == [
        (0, "Talks end", "heading", 0),
        (1, "They ended well.", "body", 1),
    ]


@given(st.text(alphabet="aB.!?…\"”“'’ \u00a01•(—", max_size=200))
def test_nothing_but_blanks_is_lost_and_nothing_overlaps(text: str) -> None:
    found = list(sentences.spans(text, 0, len(text)))
    assert "".join("".join(text[a:b] for a, b in found).split()) == "".join(text.split())
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(found))
    assert all(text[a:b] == text[a:b].strip() for a, b in found)


@pytest.mark.parametrize(
    "text",
    ["x" * 200_000, '"' * 10_000, "." * 100_000, '."' * 50_000, "(" * 100_000, "A. " * 60_000, ". " * 60_000],
    ids=["no blank", "marks", "stops", "stops and marks", "brackets", "initials", "lone stops"],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    started = time.perf_counter()
    assert all(end - start <= sentences.LONGEST for start, end in sentences.spans(text, 0, len(text)))
    assert time.perf_counter() - started < 3
