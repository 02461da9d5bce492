-- Pairs of articles, published within three days of each other or of unknown day, that share at least two sampled
-- eight-word runs: (the lesser id, the greater). $everything: all pairs; else those with an article in resolve_keys, or
-- with $within both.
with focus_days as (
    select min(published_on) as first, max(published_on) as last, bool_or(published_on is null) as undated
    from articles
    where gone is null and article_id in (select key from resolve_keys)
), considered as (
    select article_id, published_on, article_id in (select key from resolve_keys) as focused,
        regexp_extract_all(lower(text), '[\p{L}\p{N}]+') as words
    from articles
    where gone is null and text <> '' and (
        $everything or article_id in (select key from resolve_keys)
        or not $within and (
            published_on is null or (select undated from focus_days)
            or published_on between (select first - 3 from focus_days) and (select last + 3 from focus_days))
    )
), runs as (
    select article_id, published_on, focused,
        unnest(list_filter(
            list_transform(range(1, len(words) - 6), lambda start: hash(words[start : start + 7])),
            lambda run: run % 8 = 0
        )) as run
    from considered
), sampled as (
    select distinct article_id, published_on, focused, run from runs
)
select one.article_id, other.article_id
from sampled one
join sampled other on one.run = other.run and one.article_id < other.article_id
where ($everything or one.focused or other.focused)
  and (one.published_on is null or other.published_on is null
       or abs(datediff('day', one.published_on, other.published_on)) <= 3)
group by all
having count(*) >= 2
order by all
