-- Meetings, calls and rounds of talks that were held, per interval and kind: one row per (bucket, kind) that has one.
-- bucket is null for events whose days the reports do not fix within one interval.
select
    case
        when date_trunc($interval, started_on) = date_trunc($interval, coalesce(ended_on, started_on))
            or coalesce(ended_on, started_on) - started_on <= 3
            then date_trunc($interval, started_on)::date
    end as bucket,
    kind, count(*) as events
from events_at($edition)
where kind in ('meeting', 'call', 'talks') and not planned and coalesce(status, '') <> 'called off'
  and ($since is null or coalesce(ended_on, started_on) >= $since)
  and ($until is null or started_on <= $until)
  and (len($names) = 0 or list_has_any([actor.name for actor in actors], $names))
group by all
order by bucket nulls last, kind
