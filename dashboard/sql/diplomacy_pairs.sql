-- Who met, called or negotiated with whom, most often first: one row per pair of participants.
with held as (
    select event_id, kind, started_on, list_distinct([actor.name for actor in actors if actor.role <> 'host']) as names
    from events_at($edition)
    where kind in ('meeting', 'call', 'talks') and not planned and coalesce(status, '') <> 'called off'
      and ($since is null or coalesce(ended_on, started_on) >= $since)
      and ($until is null or started_on <= $until)
      and (len($names) = 0 or list_has_any([actor.name for actor in actors], $names))
),
taking_part as (select event_id, kind, started_on, unnest(names) as name from held)
select
    a.name as first_name, b.name as second_name, count(*) as events,
    count(*) filter (a.kind = 'meeting') as meetings, count(*) filter (a.kind = 'call') as calls,
    count(*) filter (a.kind = 'talks') as talks, max(a.started_on) as last_day
from taking_part as a join taking_part as b on a.event_id = b.event_id and a.name < b.name
group by all
order by events desc, last_day desc nulls last, first_name, second_name
