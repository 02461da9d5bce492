-- Strikes that happened, per interval and weapons used: one row per (bucket, weapon) that has one, oldest first.
-- A strike with drones and missiles is one strike and counts once.
-- A wave over a country or region whose places are told counts by its places. bucket is null for strikes whose days the reports
-- do not fix within one interval.
with waves as (select part_of from events_at($edition) where part_of is not null),
strikes as (
    select
        started_on, coalesce(ended_on, started_on) as ended_on,
        list_distinct([
            case
                when weapon like '%drone%' then 'Drones'
                when weapon like '%missile%' then 'Missiles'
                when weapon like '%bomb%' then 'Bombs'
                when weapon in ('artillery', 'rocket', 'mortar', 'shell', 'multiple rocket launcher', 'tank')
                    then 'Shells and rockets'
                else 'Other'
            end
            for weapon in weapons if weapon <> 'cluster munition' or len(weapons) = 1
        ]) as classes
    from events_at($edition)
    where kind = 'strike' and not planned and event_id not in (select part_of from waves)
      and ($since is null or coalesce(ended_on, started_on) >= $since)
      and ($until is null or started_on <= $until)
      and (len($names) = 0 or list_has_any([actor.name for actor in actors], $names))
)
select
    case
        when date_trunc($interval, started_on) = date_trunc($interval, ended_on) or ended_on - started_on <= 3
            then date_trunc($interval, started_on)::date
    end as bucket,
    case
        when len(classes) = 0 then 'Not named'
        when len(classes) = 1 then classes[1]
        when list_sort(classes) = ['Drones', 'Missiles'] then 'Drones and missiles'
        else 'Other'
    end as weapon,
    count(*) as events
from strikes
group by all
order by bucket nulls last, weapon
