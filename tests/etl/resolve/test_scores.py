"""The scores that resolution reaches on gold's own mentions; the gold is not part of the project."""

import json
import subprocess
import sys
from collections import defaultdict

import pytest

from etl.records import Article, Extraction, from_json


def extractions(lines):
    articles, records = {}, defaultdict(list)
    for line in lines:
        record = from_json(json.loads(line))
        if isinstance(record, Article):
            articles[record.article] = record
        else:
            records[record.article].append(record)
    return [Extraction(article, tuple(records[name])) for name, article in articles.items()]


@pytest.fixture
def exported(ledger, gold_records, tmp_path):
    ledger.load(extractions(gold_records.read_text(encoding="utf-8").splitlines()))
    query = """
        select 'event' as record, article, kind, started_on as start, ended_on as end, place, actors, planned, event_id,
            null as measure, null as low, null as high
        from mentions
        join articles using (article_id)
        left join mention_events using (mention_id)
        union all by name
        select 'figure' as record, article, figures.measure, figures.low, figures.high, event_id
        from figures
        join articles using (article_id)
        left join claims using (figure_id)
    """
    out = tmp_path / "exported.jsonl"
    ledger.connection.execute(f"copy ({query}) to '{out}' (format json)")
    return out


def test_resolution_alone(shared, exported):
    gold = [shared / "gold/events.json", shared / "clusters/gold.json"]
    command = [sys.executable, shared / "evaluate_events.py", "--gold", *gold, "--records", exported, "--json"]
    found = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True)
    scores = json.loads(found.stdout)
    assert scores["pairs"]["f1"] >= 0.98
    assert scores["b-cubed"]["f1"] >= 0.98
    assert scores["claims"]["on_their_event"] >= 0.95


@pytest.fixture
def gold_ledger(ledger, gold_records):
    ledger.load(extractions(gold_records.read_text(encoding="utf-8").splitlines()))
    return ledger


def claims(ledger, place, day, measure="killed"):
    return ledger.rows(
        f"""
        select low, claimant, standing from claims join events using (event_id)
        where place = '{place}' and started_on = '{day}' and measure = '{measure}' and scope = 'event'
        """
    )


def toll(ledger, place, day, measure="killed"):
    [found] = ledger.rows(
        f"""
        select low, best, high, contested from tolls join events using (event_id)
        where place = '{place}' and started_on = '{day}' and measure = '{measure}' and tolls.gone is null
        """
    )
    return found


def test_sumy_is_one_event_whose_dead_are_disputed(gold_ledger):
    assert {number for number, _, _ in claims(gold_ledger, "Sumy", "2025-04-13")} >= {34, 35, 60}
    assert toll(gold_ledger, "Sumy", "2025-04-13") == (35, 35, 60, True)


def test_vinnytsia_is_one_account_that_rises(gold_ledger):
    told = claims(gold_ledger, "Vinnytsia", "2022-07-14")
    assert {number for number, _, standing in told if standing != "subset"} == {12, 17, 20, 21, 23, 24, 25}
    assert {number for number, _, standing in told if standing == "current"} == {25}
    assert toll(gold_ledger, "Vinnytsia", "2022-07-14") == (25, 25, 25, False)
