-- The days that the ledger has for this choice: one row; null where it has none. Days of what is only planned are not
-- among them.
with days as (
    select started_on as day, coalesce(ended_on, started_on) as last from events_at($edition)
    where not planned and started_on is not null
      and (len($names) = 0 or list_has_any([actor.name for actor in actors], $names))
    union all
    select coalesce(q.said_on, a.published_on), coalesce(q.said_on, a.published_on)
    from quotes_at($edition) as q join articles_at($edition) as a using (article_id)
    where len($names) = 0 or list_contains($names, q.speaker)
)
select min(day) as first_day, max(last) as last_day from days
where ($since is null or last >= $since) and ($until is null or day <= $until)
