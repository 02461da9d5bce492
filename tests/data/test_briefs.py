"""The sample briefs say what they are, and quote what the press reported, letter for letter."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BRIEFS = sorted(path for path in (ROOT / "data/articles").glob("*.md") if path.name != "README.md")
REPORTS = ROOT.parent / "shared/articles"
QUOTED = re.compile(r"“([^”]+)”")


def parts(path):
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(head), body


def plain(text):
    return " ".join(text.replace("’", "'").replace("‘", "'").split()).rstrip(",. ").casefold()


def test_there_are_enough_to_fill_every_chart():
    assert len(BRIEFS) >= 15


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_brief_says_what_it_is(path):
    head, body = parts(path)
    assert head["source"] == "Conflict Ledger briefs"
    assert "in our own words" in head["note"]
    assert head["published"].isoformat() in {"2025-03-14", "2025-04-14", "2025-04-15", "2025-04-24"}
    assert 20 <= len(body.split()) <= 200


@pytest.mark.skipif(not REPORTS.is_dir(), reason="../shared/articles, the reports that the briefs follow, is not here")
@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_brief_quotes_verbatim_and_copies_no_sentence(path):
    reports = plain(" ".join(report.read_text(encoding="utf-8") for report in REPORTS.glob("00?.txt")))
    _, body = parts(path)
    for quotation in QUOTED.findall(body):
        assert plain(quotation) in reports, quotation
    for sentence in re.split(r"(?<=[.!?])\s+", QUOTED.sub("", body)):
        if len(sentence.split()) >= 10:
            assert plain(sentence) not in reports, f"copied: {sentence}"
