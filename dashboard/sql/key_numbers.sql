-- What the ledger comes to for this choice: one row.
with happened as (
    select * from events_at($edition)
    where not planned
      and ($since is null or coalesce(ended_on, started_on) >= $since)
      and ($until is null or started_on <= $until)
      and (len($names) = 0 or list_has_any([actor.name for actor in actors], $names))
),
waves as (select part_of from events_at($edition) where part_of is not null),
strikes as (  -- a wave whose places are told counts by its places
    select * from happened where kind = 'strike' and event_id not in (select part_of from waves)
),
harmed as (
    select t.* from tolls_at($edition) as t join happened using (event_id)
    where t.counts and t.measure in ('killed', 'injured')
),
said as (
    select q.speaker, coalesce(s.story_id, q.article_id) as story, q.text
    from quotes_at($edition) as q
    join articles_at($edition) as a using (article_id)
    left join stories_at($edition) as s using (article_id)
    where q.speaker is not null
      and ($since is null or coalesce(q.said_on, a.published_on) >= $since)
      and ($until is null or coalesce(q.said_on, a.published_on) <= $until)
      and (len($names) = 0 or list_contains($names, q.speaker))
)
select
    (select count(*) from strikes) as strikes,
    (select count(distinct coalesce(place, region)) from strikes) as places,
    (select coalesce(sum(low), 0) from harmed where measure = 'killed') as killed_low,
    (select coalesce(sum(best), 0) from harmed where measure = 'killed') as killed,
    (select coalesce(sum(high), 0) from harmed where measure = 'killed') as killed_high,
    (select coalesce(sum(low), 0) from harmed where measure = 'injured') as injured_low,
    (select coalesce(sum(best), 0) from harmed where measure = 'injured') as injured,
    (select coalesce(sum(high), 0) from harmed where measure = 'injured') as injured_high,
    (select count(distinct event_id) from harmed where contested) as contested,
    (select count(distinct event_id) from harmed) as counted,
    (select count(*) from happened
     where kind in ('meeting', 'call', 'talks') and coalesce(status, '') <> 'called off') as contacts,
    (select count(distinct (story, text)) from said) as statements,
    (select count(distinct speaker) from said) as speakers
