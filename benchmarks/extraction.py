"""How fast extraction is, what it needs, and how that compares with its peers, as ratios of one run.

    python -m benchmarks.extraction [FOLDER] [--times N]

FOLDER holds .txt or .md articles (the bundled briefs without one). The peers do less than we do; they say what a
tokenizer, a pattern list or a date library alone costs on the same text:

    spaCy blank      tokens and sentence ends only
    quote patterns   the shapes of the Guardian's and AFP's 2021 study, written anew: content, cue, speaker by regex
    dateparser       search_dates over each article, English only

`make bench` installs them (pip install -e '.[bench]'); a peer that is not installed is named as left out. "Of one core"
counts the time that the processor gave to it, which is less than what passed on a machine that is busy with other
things. "Workers: N" is the pipeline's own pool of processes, their start included, beside one process that reads
the same articles; what the pool costs the processors in all says how far it can scale where nothing else runs.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from etl.extract.extractor import extract
from etl.records import Article
from etl.workers import extracted

ROOT = Path(__file__).parents[1]
WORDS_FOR_WORKERS = 500_000  # some ten seconds' work: a worker takes one to start
VERBS = "said|says|told|added|wrote|warned|claimed|noted|stated|announced|confirmed|insisted|argued"
QUOTE_PATTERNS = [
    re.compile(rf"[“\"]([^”\"]{{3,800}}),?[”\"]\s+(?:{VERBS})\s+((?:[A-Z]\w+\s?){{1,4}})"),
    re.compile(rf"[“\"]([^”\"]{{3,800}}),?[”\"]\s+((?:[A-Z]\w+\s?){{1,4}}|he|she)\s+(?:{VERBS})"),
    re.compile(rf"((?:[A-Z]\w+\s?){{1,4}}|he|she)\s+(?:{VERBS})[,:]?\s+(?:that\s+)?[“\"]([^”\"]{{3,800}})[”\"]"),
]


def articles_in(folder: Path, times: int) -> list[Article]:
    """Return the folder's articles, `times` over under different names."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(folder.iterdir()) if p.suffix in (".txt", ".md")]
    return [
        Article(article=f"{turn}-{number}", text=text, published=date(2025, 4, 14))
        for turn in range(times)
        for number, text in enumerate(texts)
    ]


def seconds(task: Callable[[str], object], texts: list[str]) -> float:
    """Return the seconds that the task needs for all texts, after one to warm up."""
    task(texts[0])
    started = time.perf_counter()
    for text in texts:
        task(text)
    return time.perf_counter() - started


def seconds_of_workers(articles: list[Article], workers: int) -> tuple[float, float]:
    """Return the seconds that the pipeline's pool needs, and the processors' seconds; the start of it included."""
    before = os.times()
    for _ in extracted(articles, workers):
        pass
    after = os.times()
    return after.elapsed - before.elapsed, sum(after[:4]) - sum(before[:4])


def peers() -> dict[str, Callable[[str], object] | None]:
    """Return the peers by name; None for one that is not installed."""
    found: dict[str, Callable[[str], object] | None] = {
        "quote patterns": lambda text: [list(pattern.finditer(text)) for pattern in QUOTE_PATTERNS]
    }
    try:
        import spacy

        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
        nlp.max_length = 10_000_000
        found["spaCy blank"] = nlp
    except ImportError:
        found["spaCy blank"] = None
    try:
        from dateparser.search import search_dates

        found["dateparser"] = lambda text: search_dates(text, languages=["en"])
    except ImportError:
        found["dateparser"] = None
    return found


def start_up_seconds() -> float:
    """Return the best of three cold starts of an interpreter that extracts one sentence."""
    code = (
        "from etl.extract.extractor import extract; from etl.records import Article;"
        "extract(Article(article='x', text='Hi.'))"
    )
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
        best = min(best, time.perf_counter() - started)
    return best


def print_scaling(articles: list[Article], words: int) -> None:
    """Print how fast one process and one a core are, on enough copies of the articles to outweigh their start."""
    copies = -(-WORDS_FOR_WORKERS // words)
    many, cores = articles * copies, len(os.sched_getaffinity(0))
    alone = seconds_of_workers(many, 1)
    for workers in sorted({1, cores}):
        taken, of_processors = alone if workers == 1 else seconds_of_workers(many, workers)
        print(
            f"{f'workers: {workers}':<16}{copies * words / taken:>12,.0f} words/s "
            f"{len(many) / taken:>8,.0f} articles/s {alone[0] / taken:>6.2f} x, "
            f"for {of_processors / alone[1]:.2f} x the processors' time"
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "data/articles")
    parser.add_argument("--times", type=int, default=20)
    arguments = parser.parse_args()
    articles = articles_in(arguments.folder, arguments.times)
    words = sum(len(article.text.split()) for article in articles)

    extract(articles[0])
    started, started_cpu = time.perf_counter(), time.process_time()
    records = sum(len(extract(article).records) for article in articles)
    ours, ours_cpu = time.perf_counter() - started, time.process_time() - started_cpu
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(articles)} articles, {words} words, {records} records")
    print(f"{'extraction':<16}{words / ours:>12,.0f} words/s {len(articles) / ours:>8,.0f} articles/s   1.00 x")
    print(f"{'… of one core':<16}{words / ours_cpu:>12,.0f} words/s {len(articles) / ours_cpu:>8,.0f} articles/s")
    print(f"{'peak memory':<16}{peak_mb:>12,.0f} MB")
    print(f"{'start-up':<16}{start_up_seconds():>12.2f} s")
    print_scaling(articles, words)
    texts = [article.text for article in articles]
    for name, task in peers().items():
        if task is None:
            print(f"{name:<16}{'not installed':>20}")
            continue
        sample = texts[: max(1, len(texts) // (20 if name == "dateparser" else 1))]
        taken = seconds(task, sample)
        rate = sum(len(text.split()) for text in sample) / taken
        print(
            f"{name:<16}{rate:>12,.0f} words/s {len(sample) / taken:>8,.0f} articles/s {rate / (words / ours):>6.2f} x"
        )


if __name__ == "__main__":
    main()
