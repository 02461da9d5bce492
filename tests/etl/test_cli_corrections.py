"""`python -m etl correct`: checks, applies, and says what came of each correction."""

import json

import pytest
from typer.testing import CliRunner

from etl.cli import app

RECORDS = """
{"record": "article", "article": "one", "published": "2025-04-14"}
{"record": "event", "article": "one", "kind": "strike", "start": "2025-04-13", "place": "Sumy"}
"""
CORRECTION = """
[[correction]]
action = "override"
target = "{event}"
field = "started_on"
expected = {expected}
value = 2025-04-12
author = "A. Analyst"
decided_on = 2025-04-20
reason = "the mayor's log"
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("CONFLICT_LEDGER_WAREHOUSE", str(tmp_path / "warehouse"))
    monkeypatch.setenv("CONFLICT_LEDGER_CORRECTIONS", str(tmp_path / "corrections"))
    (tmp_path / "corrections").mkdir()
    (tmp_path / "one.jsonl").write_text(RECORDS.strip() + "\n", encoding="utf-8")

    def invoke(*words, code=0):
        result = CliRunner().invoke(app, [str(word) for word in words])
        assert result.exit_code == code, (result.stderr, result.exception)
        return result.stderr if words[0] == "load" else result.stdout

    invoke("load", tmp_path / "one.jsonl")
    return invoke


def events(run, tmp_path):
    run("export", "--records", tmp_path / "out.jsonl")
    return [
        json.loads(line)["event_id"] for line in (tmp_path / "out.jsonl").read_text().splitlines() if "event_id" in line
    ]


def write(tmp_path, event, expected):
    text = CORRECTION.format(event=event, expected=expected)
    (tmp_path / "corrections" / "sumy.toml").write_text(text, encoding="utf-8")


def test_no_corrections(run):
    assert json.loads(run("correct", "--json")) == []


def test_checking_publishes_nothing_and_applying_does(run, tmp_path):
    [event] = events(run, tmp_path)
    write(tmp_path, event, "2025-04-13")
    for words in (("--check",), (), ("--check",)):
        [found] = json.loads(run("correct", "--json", *words))
        assert found["outcome"] == "applied"
        assert found["event_id"] == event
    assert len(json.loads(run("editions", "--json"))) == 2


def test_what_does_not_apply_is_told_and_changes_the_exit_code(run, tmp_path):
    [event] = events(run, tmp_path)
    write(tmp_path, event, "2025-04-10")
    [found] = json.loads(run("correct", "--check", "--json", code=3))
    assert found["outcome"] == "found 2025-04-13 where 2025-04-10 was expected"
    assert f"sumy.toml: override of {event} was not applied: found 2025-04-13" in run("load", tmp_path / "one.jsonl")


def test_a_broken_file_is_one_clear_line(run, tmp_path):
    (tmp_path / "corrections" / "sumy.toml").write_text("[[correction", encoding="utf-8")
    run("correct", code=1)
