"""Writes gold's own mentions and claims as records, so that resolution can be scored apart from extraction.

    python tests/gold_mentions.py ../shared OUT.jsonl

Reads `gold/*.jsonl` and `clusters/gold.json` (their READMEs say what is in them). The articles of the first have their
records as they are; those of the clusters are made from the mentions and claims listed there: whoever takes part in the
event does so in its mentions, and a claim is of the place and the days that its article gives the event.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def records(shared: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of all articles: each article's own record, its events, its figures; without their texts."""
    for path in sorted((shared / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["record"] in ("article", "event", "figure"):
                yield record
    yield from _cluster_records(shared / "clusters")


def _cluster_records(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("c*.json")):
        about = json.loads(path.read_text(encoding="utf-8"))
        yield {
            "record": "article", "article": path.stem, "title": about["title"], "source": about["source"],
            "url": about["url"] or None, "published": about["published"],
        }  # fmt: skip
    for event in json.loads((folder / "gold.json").read_text(encoding="utf-8"))["events"]:
        for mention in event["mentions"]:
            yield _event(event, mention)
        told = {mention["article"]: mention for mention in event["mentions"]}
        for claim in event["claims"]:
            mention = told[claim["article"]]
            yield {"record": "figure", **claim} | {key: mention.get(key) for key in ("place", "start", "end")}


def _event(event: dict[str, Any], mention: dict[str, Any]) -> dict[str, Any]:
    return {
        "record": "event", **mention, "end": mention.get("end") or mention.get("start"),
        "actors": mention.get("actors") or event["participants"],
    }  # fmt: skip


if __name__ == "__main__":
    with Path(sys.argv[2]).open("w", encoding="utf-8") as out:
        for made in records(Path(sys.argv[1])):
            out.write(json.dumps(made, ensure_ascii=False) + "\n")
