-- The days that the ledger has for this choice of actors: one row; null where it has none.
-- newest is the last day that is not announced for the future: the last day of an event told as having happened.
with days as (
    select started_on as day, coalesce(ended_on, started_on) as last from events_at($edition)
    where not planned and started_on is not null
      and (len($names) = 0 or list_has_any([actor.name for actor in actors], $names))
    union all
    select said_on, said_on from quotes_at($edition)
    where said_on is not null and (len($names) = 0 or list_contains($names, speaker))
)
select min(day) as first_day, max(last) as last_day from days
where ($since is null or last >= $since) and ($until is null or day <= $until)
