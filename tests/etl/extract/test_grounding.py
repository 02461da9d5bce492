"""Every record stands on its evidence; same text, same bytes; no text makes the extractor fail or crawl."""

import json
import random
import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.extract.extractor import extract
from etl.records import Article, Figure, to_json

ROOT = Path(__file__).parents[3]
BRIEFS = [path for path in sorted((ROOT / "data/articles").glob("*.md")) if path.name != "README.md"]
SHARED = sorted((ROOT.parent / "shared").glob("articles/*.txt")) + sorted(
    (ROOT.parent / "shared").glob("clusters/*.txt")
)
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in BRIEFS + SHARED}

SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
ONES = SMALL.split()
TENS = list(
    zip(range(20, 100, 10), ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), strict=True)
)
SINGULAR = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]he|[Ss]ingle|[Ii]ts)\b|[A-Z][a-z]+ [A-Z][a-z]+")


def spelled(number):
    if number < 20:
        return ONES[number]
    if number < 100:
        return dict(TENS)[number // 10 * 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return None


def stands_in(number, evidence):
    """Say whether the number stands in the evidence: in digits, in words, or as the one that a singular noun means."""
    text = evidence.casefold().replace(",", "")
    forms = [f"{number:g}" if number < 1e6 else f"{number:.0f}"]
    for scale, word in (
        (1e2, "hundred"),
        (1e3, "thousand"),
        (1e6, "million"),
        (1e6, "m"),
        (1e9, "billion"),
        (1e9, "bn"),
    ):
        times = number / scale
        if times == round(times, 3):
            forms += [f"{times:g} {word}", f"{times:g}{word}", f"{times:g}-{word}"]
            if times < 100 and times == int(times) and times:
                forms += [f"{spelled(int(times))} {word}", *([f"a {word}", word] if times == 1 else [])]
            if times % 1 == 0.5 and 0 < times < 20:
                forms += (
                    [f"{spelled(int(times))} and a half {word}"] if times > 1 else [f"half a {word}", f"half-{word}"]
                )
    if number == int(number) and spelled(int(number)):
        word = spelled(int(number))
        forms += [word, word.replace("-", " ")]
    if any(re.search(rf"(?<![\w.]){re.escape(form)}(?![\d])", text) for form in forms):
        return True
    if number == 1:
        return bool(SINGULAR.search(evidence))
    if number % 12 == 0 and re.search(rf"\b{spelled(int(number // 12))} dozen\b", text):
        return True
    pairs = {2: r"\b(?:both|couple|pair|twins|double|and)\b", 3: r"\btri(?:ple|o|plets)\b", 12: r"\bdozen\b"}
    return number in pairs and bool(re.search(pairs[number], text))


def check(article):
    found = extract(article)
    for record in found.records:
        assert record.evidence, record
        assert article.text[record.evidence_start : record.evidence_end] == record.evidence
        assert record.rule, record
        if isinstance(record, Figure):
            assert stands_in(record.low, record.evidence), record
            assert stands_in(record.high, record.evidence), record
    for issue in found.issues:
        assert issue.start is None or article.text[issue.start : issue.end] == issue.text, issue
    return found


def bytes_of(found):
    return json.dumps([to_json(record) for record in found.records], ensure_ascii=False).encode()


@pytest.mark.parametrize("name", TEXTS)
def test_records_stand_on_their_evidence_and_repeat(name):
    article = Article(article=name, text=TEXTS[name], published=date(2025, 4, 14))
    assert bytes_of(check(article)) == bytes_of(extract(article))


def test_the_articles_yield_every_kind_of_record():
    kinds = {type(r).__name__ for text in TEXTS.values() for r in extract(Article(article="x", text=text)).records}
    assert kinds == {"Quote", "Figure", "Event"}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.randoms(use_true_random=False))
def test_mutated_articles_stay_grounded(name, chance):
    text = TEXTS[name][:6000]
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(text))
        edit = chance.choice(["cut", "swap", "repeat", "insert"])
        if edit == "cut":
            text = text[:at] + text[at + chance.randint(1, 80) :]
        elif edit == "swap":
            text = text[:at] + text[at : at + 40][::-1] + text[at + 40 :]
        elif edit == "repeat":
            text = text[:at] + text[at : at + 200] * 2 + text[at + 200 :]
        else:
            text = (
                text[:at]
                + chance.choice(['"', "”", "“", "\n", " 12 ", ",", " killed ", " Kyiv ", "’", " and ", "\u0000", " – "])
                + text[at:]
            )
        if not text:
            return
    check(Article(article="mutated", text=text, published=chance.choice([None, date(2024, 2, 29)])))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text):
    check(Article(article="any", text=text, published=date(2025, 1, 1)))


PATHOLOGICAL = {
    "no space": lambda n: "a" * n,
    "quotation marks": lambda n: '"' * n,
    "opening marks": lambda n: "“" * n,
    "mixed marks": lambda n: "“ ” ‘ ’ " * (n // 8),
    "brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "numbers": lambda n: "12 " * (n // 3),
    "number words": lambda n: "two hundred and " * (n // 16),
    "capitals": lambda n: "Kyiv " * (n // 5),
    "harm": lambda n: "killed and wounded 12 people, " * (n // 30),
    "names that say": lambda n: "Vladimir Putin said that " * (n // 25),
    "dates": lambda n: "on Friday and Monday 14 April " * (n // 30),
    "commas": lambda n: ", " * (n // 2),
    "newlines": lambda n: "\n" * n,
    "full stops": lambda n: "A. " * (n // 3),
    "dashes": lambda n: "- " * (n // 2),
    "meetings": lambda n: "met with Donald Trump and " * (n // 26),
    "one long sentence": lambda n: "the strike on Kharkiv that followed the strike on Sumy and " * (n // 59),
}


@pytest.mark.parametrize("shape", PATHOLOGICAL)
def test_time_grows_with_the_text_and_no_faster(shape):
    def seconds(size):
        text = PATHOLOGICAL[shape](size)
        best = float("inf")
        for _ in range(2):
            started = time.process_time()
            extract(Article(article="x", text=text, published=date(2025, 4, 14)))
            best = min(best, time.process_time() - started)
        return best

    seconds(2_000)  # load the word lists
    small, large = seconds(25_000), seconds(100_000)
    # Four times the text may take four times as long and some; a quadratic rule would take sixteen.
    assert large < 9 * max(small, 0.01), f"{small:.3f} s for 25 kB, {large:.3f} s for 100 kB"


def test_order_of_articles_changes_nothing():
    names = sorted(TEXTS)[:10]
    first = {name: bytes_of(extract(Article(article=name, text=TEXTS[name]))) for name in names}
    random.Random(7).shuffle(names)
    assert {name: bytes_of(extract(Article(article=name, text=TEXTS[name]))) for name in names} == first
