-- Events of some kinds, newest first, each with what its claims of killed and injured come to: one row per event.
-- A toll adds the dead of all sides, as UCDP's best estimate does; the event's page keeps the sides apart.
-- $kinds: list of kinds. Planned events are shown where $with_planned.
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
    e.event_id, e.kind, e.title, e.started_on, e.ended_on, e.date_precision, e.place, e.region, e.country,
    [actor.name for actor in e.actors] as actors, e.weapons, e.status, e.planned, e.articles, e.stories,
    killed_low, killed, killed_high, injured_low, injured, injured_high, coalesce(contested, false) as contested,
    sources, claims,
    (select count(*) from events_at($edition) as part where part.part_of = e.event_id) as parts
from events_at($edition) as e
left join toll using (event_id)
where list_contains($kinds, e.kind) and ($with_planned or not e.planned)
  and ($since is null or coalesce(e.ended_on, e.started_on) >= $since)
  and ($until is null or e.started_on <= $until)
  and (len($names) = 0 or list_has_any([actor.name for actor in e.actors], $names))
order by e.started_on desc nulls last, e.articles desc, e.title, e.event_id
