import pytest

from etl.records import Article, Extraction, Figure, Quote
from etl.vetting import vetted

TEXT = "Three people were killed."
SPAN = {"evidence": TEXT, "evidence_start": 0, "evidence_end": 25}


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        pytest.param(Figure(article="a", measure="killed", low=3, high=3, **SPAN), None, id="a count"),
        pytest.param(Figure(article="a", measure="killed", low=0, high=0, **SPAN), None, id="nobody"),
        pytest.param(
            Figure(article="a", measure="killed", low=-1, high=3, **SPAN), "is no count", id="fewer than none"
        ),
        pytest.param(Figure(article="a", measure="injured", low=9e9, high=9e9, **SPAN), "is no count", id="mankind"),
        pytest.param(Figure(article="a", measure="percent_change", low=-20, high=-20, **SPAN), None, id="a fall"),
        pytest.param(Figure(article="a", measure="money", low=9e9, high=9e9, **SPAN), None, id="money"),
        pytest.param(Figure(article="a", measure="killed", low=3, high=9, best=7, **SPAN), None, id="best between"),
        pytest.param(
            Figure(article="a", measure="killed", low=3, high=9, best=12, **SPAN), "best=12", id="best outside"
        ),
        pytest.param(Quote(article="a", text="Three", **SPAN), None, id="evidence in its place"),
        pytest.param(
            Quote(article="a", text="Three", **SPAN | {"evidence": "Four"}), "does not stand", id="other words"
        ),
        pytest.param(
            Quote(article="a", text="Three", **SPAN | {"evidence_end": 99}), "does not stand", id="past the end"
        ),
        pytest.param(
            Quote(article="a", text="d", evidence="killed", evidence_start=-7, evidence_end=24),
            "does not stand",
            id="before",
        ),
        pytest.param(Quote(article="a", text="Three"), None, id="no evidence"),
    ],
)
def test_vetted(record, reason):
    found = vetted(Extraction(Article("a", TEXT), (record,)))
    assert found.records == (() if reason else (record,))
    assert [issue.stage for issue in found.issues] == (["vetting"] if reason else [])
    assert all(reason in issue.reason for issue in found.issues)


def test_evidence_of_a_text_that_is_not_there_is_taken_as_given():
    record = Quote(article="a", text="Three", **SPAN)
    assert vetted(Extraction(Article("a"), (record,))).records == (record,)
