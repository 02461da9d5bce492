"""The floors that extraction and resolution reached on the shared gold: raise them, never lose them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="../shared, with the gold to score against, is not here"),
]

F1_FLOORS = {
    "quote+speaker": 0.97,
    "casualty+where+when": 0.88,
    "munition+when": 0.95,
    "strike": 0.93,
    "diplomacy": 0.95,
}
AGREEMENT_FLOORS = [  # of the records found, how many agree in this too
    ("quote", "said_on", 0.94),
    ("casualty", "claimed_by", 0.90),
    ("munition", "claimed_by", 0.90),
    ("strike", "attacker", 0.85),
    ("strike", "weapon", 0.88),
]
RESOLVED_FLOORS = [("pairs", "precision", 0.97), ("pairs", "f1_whole", 0.93), ("claims", "on_their_event", 0.93)]


def run(*command):
    done = subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def extraction(tmp_path_factory):
    records = tmp_path_factory.mktemp("scores") / "records.jsonl"
    run("-m", "etl", "extract", SHARED / "articles", "--out", records)
    return json.loads(run(SHARED / "evaluate.py", "--gold", SHARED / "gold", "--records", records, "--json"))


@pytest.fixture(scope="module")
def resolution(tmp_path_factory):
    folder = tmp_path_factory.mktemp("resolved")
    run("-m", "etl", "load", SHARED / "articles", SHARED / "clusters", "--warehouse", folder / "warehouse")
    run("-m", "etl", "export", "--records", folder / "records.jsonl", "--warehouse", folder / "warehouse")
    gold = (SHARED / "gold/events.json", SHARED / "clusters/gold.json")
    return json.loads(
        run(SHARED / "evaluate_events.py", "--gold", *gold, "--records", folder / "records.jsonl", "--json")
    )


@pytest.mark.parametrize("row", F1_FLOORS)
def test_extraction_holds_its_floor(extraction, row):
    assert extraction[row]["f1"] >= F1_FLOORS[row], extraction[row]


@pytest.mark.parametrize(("row", "attribute", "floor"), AGREEMENT_FLOORS)
def test_what_is_found_agrees_further(extraction, row, attribute, floor):
    assert extraction[row][attribute] >= floor, extraction[row]


@pytest.mark.parametrize(("row", "column", "floor"), RESOLVED_FLOORS)
def test_resolution_end_to_end_holds_its_floor(resolution, row, column, floor):
    assert resolution[row][column] >= floor, resolution[row]
