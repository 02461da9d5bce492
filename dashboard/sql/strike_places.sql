-- Places struck, most often first: one row per place (its region where no settlement is told).
with waves as (select part_of from events_at($edition) where part_of is not null)
select
    coalesce(place, region) as place, any_value(region) as region, any_value(lat) as lat, any_value(lon) as lon, any_value(place_precision) as precision, count(*) as events,
    min(started_on) as first_day, max(coalesce(ended_on, started_on)) as last_day
from events_at($edition)
where kind = 'strike' and not planned and event_id not in (select part_of from waves)
  and coalesce(place, region) is not null
  and ($since is null or coalesce(ended_on, started_on) >= $since)
  and ($until is null or started_on <= $until)
  and (len($names) = 0 or list_has_any([actor.name for actor in actors], $names))
group by coalesce(place, region)
order by events desc, last_day desc nulls last, place
