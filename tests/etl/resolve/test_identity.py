"""Ids that last: through more articles, mended ones, merges and splits."""


def ids(ledger):
    return dict(
        ledger.rows(
            """
            select article, event_id
            from mention_events join mentions using (mention_id) join articles using (article_id)
            where mention_events.gone is null and mentions.gone is null and articles.gone is null
            """
        )
    )


def test_an_event_keeps_its_id_when_more_articles_come(ledger, say):
    ledger.load([say.article("a", "2025-04-14", say.strike("Sumy", "2025-04-13"))])
    before = ids(ledger)["a"]
    for name in ("0", "b", "z"):
        ledger.load([say.article(name, "2025-04-14", say.strike("Sumy", "2025-04-13"))])
    assert set(ids(ledger).values()) == {before}


def test_the_older_id_survives_a_merge_and_the_other_leads_to_it(ledger, say):
    ledger.load([say.article("a", "2025-06-17", say.strike("Kyiv", "2025-06-17"))])
    ledger.load([say.article("b", "2025-06-17", say.strike("Kyiv", "2025-06-16"))])
    older, younger = ids(ledger)["a"], ids(ledger)["b"]
    assert older != younger
    ledger.load([say.article("b", "2025-06-17", say.strike("Kyiv", "2025-06-17"))])
    assert set(ids(ledger).values()) == {older}
    assert ledger.rows("select old_event_id, event_id from redirects where gone is null") == [(younger, older)]


def test_a_chain_of_merges_leads_to_the_last(ledger, say):
    for name, day in (("a", "10"), ("b", "11"), ("c", "12")):
        ledger.load([say.article(name, "2025-06-17", say.strike("Kyiv", f"2025-06-{day}"))])
    first, second, third = ids(ledger)["a"], ids(ledger)["b"], ids(ledger)["c"]
    ledger.load([say.article("c", "2025-06-17", say.strike("Kyiv", "2025-06-11"))])
    ledger.load([say.article(name, "2025-06-17", say.strike("Kyiv", "2025-06-10")) for name in "bc"])
    assert set(ledger.rows("select old_event_id, event_id from redirects where gone is null")) == {
        (second, first),
        (third, first),
    }


def test_a_split_leaves_the_id_with_the_greater_part(ledger, say):
    ledger.load([say.article(name, "2025-06-17", say.strike("Kyiv", "2025-06-17")) for name in "abc"])
    [whole] = set(ids(ledger).values())
    ledger.load([say.article("a", "2025-06-17", say.strike("Kyiv", "2025-06-10"))])
    assert [event_id == whole for _, event_id in sorted(ids(ledger).items())] == [False, True, True]


def test_an_event_that_no_article_tells_any_more_is_gone_with_all_its_rows(ledger, say):
    told = (say.strike("Sumy", "2025-04-13"), say.count("killed", 34, "Sumy", "2025-04-13"))
    ledger.load([say.article("a", "2025-04-14", *told)])
    ledger.load([say.article("a", "2025-04-14")])
    for table in ("events", "mention_events", "claims", "tolls"):
        assert ledger.rows(f"select count(*) from {table} where gone is null") == [(0,)], table


def test_the_same_articles_elsewhere_get_the_same_ids(say):
    articles = [say.article(name, "2025-04-14", say.strike("Sumy", f"2025-04-1{name}")) for name in "123"]
    one, other = say.Ledger(), say.Ledger()
    one.load(articles)
    other.load(articles[::-1])
    assert ids(one) == ids(other)
