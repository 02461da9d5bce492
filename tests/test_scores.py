"""The floors that extraction has reached on the shared gold: a later change may raise them, not lose them."""

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

EXTRACTION_FLOORS = {
    "quote+speaker": 0.70,
    "casualty+where+when": 0.50,
    "munition+when": 0.50,
    "strike": 0.50,
    "diplomacy": 0.50,
}


def run(*command):
    done = subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def extraction(tmp_path_factory):
    records = tmp_path_factory.mktemp("scores") / "records.jsonl"
    run("-m", "etl", "extract", SHARED / "articles", "--out", records)
    return json.loads(run(SHARED / "evaluate.py", "--gold", SHARED / "gold", "--records", records, "--json"))


@pytest.mark.parametrize("row", EXTRACTION_FLOORS)
def test_extraction_holds_its_floor(extraction, row):
    assert extraction[row]["f1"] >= EXTRACTION_FLOORS[row], extraction[row]
