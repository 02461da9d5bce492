-- Events whose number of killed or injured is disputed, widest spread first: one row per (event, measure).
select
    e.event_id, e.title, e.started_on, e.ended_on, t.measure,
    sum(t.low) as low, sum(t.best) as best, sum(t.high) as high, max(t.sources) as sources, sum(t.claims) as claims
from tolls_at($edition) as t
join events_at($edition) as e using (event_id)
where t.measure in ('killed', 'injured') and not e.planned
  and ($since is null or coalesce(e.ended_on, e.started_on) >= $since)
  and ($until is null or e.started_on <= $until)
  and (len($names) = 0 or list_has_any([actor.name for actor in e.actors], $names))
group by all
having bool_or(t.contested) and sum(t.high) > sum(t.low)
order by sum(t.high) - sum(t.low) desc, e.started_on desc nulls last, e.title, t.measure
