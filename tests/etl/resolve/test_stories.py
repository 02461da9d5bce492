"""Which articles carry one text: copies beside texts that only share a quotation or an ending."""

import pytest

WORDS = [f"word{number}" for number in range(600)]
AGENCY = " ".join(WORDS[:300])
ENDING = " ".join(f"ending{number}" for number in range(120))
OWN = " ".join(f"own{number}" for number in range(300))


def told(ledger, say, *articles):
    ledger.load([say.article(name, published, text=text, source=source) for name, published, source, text in articles])
    stories = {}
    for article, story in ledger.rows(
        "select article, story_id from stories join articles using (article_id) where stories.gone is null"
    ):
        stories.setdefault(story, set()).add(article)
    return sorted(map(sorted, stories.values()))


PAIRS = {
    "the same text": (AGENCY, AGENCY, ("A", "B"), ("2022-07-17", "2022-07-17"), True),
    "newer news on top": (AGENCY, OWN[:900] + " " + AGENCY, ("A", "B"), ("2022-07-17", "2022-07-18"), True),
    "half of it cut": (AGENCY, " ".join(WORDS[:150]), ("A", "B"), ("2022-07-17", "2022-07-17"), True),
    "other punctuation and case": (AGENCY, AGENCY.upper().replace(" ", ", "), ("A", "B"), ("2022-07-17",) * 2, True),
    "a quotation in common": (AGENCY, OWN + " " + " ".join(WORDS[:40]), ("A", "B"), ("2022-07-17",) * 2, False),
    "one publisher's ending": (
        " ".join(WORDS[:100]) + " " + ENDING, " ".join(WORDS[200:300]) + " " + ENDING, ("A", "A"), ("2022-07-17",) * 2,
        False,
    ),
    "two publishers' long ending": (
        " ".join(WORDS[:50]) + " " + ENDING, " ".join(WORDS[200:250]) + " " + ENDING, ("A", "B"), ("2022-07-17",) * 2,
        True,
    ),
    "the same text a month later": (AGENCY, AGENCY, ("A", "B"), ("2022-07-17", "2022-08-17"), False),
    "a day unknown": (AGENCY, AGENCY, ("A", "B"), ("2022-07-17", None), True),
    "no text": ("", "", ("A", "B"), ("2022-07-17",) * 2, False),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "sources", "days", "copies"), PAIRS.values(), ids=PAIRS)
def test_copies(ledger, say, one, other, sources, days, copies):
    found = told(ledger, say, ("a", days[0], sources[0], one), ("b", days[1], sources[1], other))
    assert found == ([["a", "b"]] if copies else [["a"], ["b"]])


def test_a_third_article_joins_two_stories(ledger, say):
    later = " ".join(WORDS[310:600])
    assert told(ledger, say, ("a", "2022-07-17", "A", AGENCY), ("b", "2022-07-17", "B", later)) == [["a"], ["b"]]
    assert told(ledger, say, ("c", "2022-07-17", "C", " ".join(WORDS[130:470]))) == [["a", "b", "c"]]
    assert told(ledger, say, ("c", "2022-07-17", "C", OWN)) == [["a"], ["b"], ["c"]]


def test_events_count_stories_beside_articles(ledger, say):
    strike = say.strike("Vinnytsia", "2022-07-14")
    ledger.load(
        say.article(name, "2022-07-17", strike, text=text, source=name)
        for name, text in (("a", AGENCY), ("b", AGENCY), ("c", OWN))
    )
    assert ledger.rows("select articles, stories from events where gone is null") == [(3, 2)]


def test_agency_copies_of_the_gold(shared):
    import json
    import re

    from etl.resolve.stories import COPY_SHARE, Text, share

    about = json.loads((shared / "clusters/gold.json").read_text(encoding="utf-8"))["same_story"]
    texts = {}
    for path in sorted((shared / "clusters").glob("c*.txt")):
        source = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["source"]
        words = tuple(re.findall(r"[^\W_]+", path.read_text(encoding="utf-8").casefold()))
        texts[path.stem] = Text(path.stem, source, words)
    copies = {(a, b) for a in texts for b in texts if a < b and share(texts[a], texts[b]) >= COPY_SHARE}
    assert copies == {tuple(sorted(pair["articles"])) for pair in about}
