-- The events of an edition with what they cost and who told of them: one row per event, oldest first.
-- $edition: integer. killed_*: people, all sides together, null where nobody gives a number: the toll that names no side,
-- else the sum of the sides'. killed_counts: false where a wider event's toll holds these dead. sides_killed: each side's best. sources: outlets (else article names); urls: where known.
with tolls as (from tolls_at($edition) where measure = 'killed'),
killed as (
    select
        event_id,
        coalesce(max(low) filter (side is null), sum(low)) as killed_low,
        coalesce(max(best) filter (side is null), sum(best)) as killed_best,
        coalesce(max(high) filter (side is null), sum(high)) as killed_high,
        sum(claims) as killed_claims,
        bool_or(contested) as killed_contested,
        bool_or(counts) as killed_counts,
        list({'side': side, 'best': best} order by side) filter (side is not null) as sides_killed
    from tolls
    group by event_id
),
told as (
    select
        mention_events.event_id,
        list(distinct coalesce(source, article) order by coalesce(source, article)) as sources,
        coalesce(list(distinct url order by url) filter (url is not null), []) as urls,
        min_by(title, published_on) as headline,
        max(published_on) as last_published_on
    from mention_events_at($edition) as mention_events
    join mentions_at($edition) using (mention_id)
    join articles_at($edition) using (article_id)
    group by mention_events.event_id
)
select
    events.* exclude (came, gone),
    killed_low, killed_best, killed_high, killed_claims, killed_contested, killed_counts, sides_killed,
    sources, urls, headline, last_published_on
from events_at($edition) as events
left join killed using (event_id)
left join told using (event_id)
order by started_on nulls last, event_id
