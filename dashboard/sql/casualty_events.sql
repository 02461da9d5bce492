-- Events with a count of people killed or injured, deadliest first: one row per event.
with toll as (
    select
        event_id,
        sum(low) filter (measure = 'killed') as killed_low, sum(best) filter (measure = 'killed') as killed,
        sum(high) filter (measure = 'killed') as killed_high,
        sum(low) filter (measure = 'injured') as injured_low, sum(best) filter (measure = 'injured') as injured,
        sum(high) filter (measure = 'injured') as injured_high,
        bool_or(contested) as contested, max(sources) as sources, sum(claims) as claims
    from tolls_at($edition)
    where measure in ('killed', 'injured')
    group by event_id
)
select
    e.event_id, e.kind, e.title, e.started_on, e.ended_on, e.place, e.region, e.articles, e.stories,
    killed_low, killed, killed_high, injured_low, injured, injured_high, contested, sources, claims
from toll join events_at($edition) as e using (event_id)
where not e.planned
  and ($since is null or coalesce(e.ended_on, e.started_on) >= $since)
  and ($until is null or e.started_on <= $until)
  and (len($names) = 0 or list_has_any([actor.name for actor in e.actors], $names))
order by killed desc nulls last, injured desc nulls last, e.title, e.event_id
