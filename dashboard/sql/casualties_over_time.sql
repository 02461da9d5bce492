-- People killed and injured in events, per interval: one row per (bucket, measure) that has one, oldest first.
-- Each event counts once, with what its claims come to; of a wave and its parts only one does (`counts`). Totals of periods
-- and running totals are not in it.
-- bucket is null for events whose days the reports do not fix within one interval.
select
    case
        when date_trunc($interval, e.started_on) = date_trunc($interval, coalesce(e.ended_on, e.started_on))
            or coalesce(e.ended_on, e.started_on) - e.started_on <= 3
            then date_trunc($interval, e.started_on)::date
    end as bucket,
    t.measure, sum(t.low) as low, sum(t.best) as best, sum(t.high) as high,
    count(distinct e.event_id) as events, count(distinct e.event_id) filter (t.contested) as contested
from tolls_at($edition) as t
join events_at($edition) as e using (event_id)
where t.counts and t.measure in ('killed', 'injured') and not e.planned
  and ($since is null or coalesce(e.ended_on, e.started_on) >= $since)
  and ($until is null or e.started_on <= $until)
  and (len($names) = 0 or list_has_any([actor.name for actor in e.actors], $names))
group by all
order by bucket nulls last, t.measure
