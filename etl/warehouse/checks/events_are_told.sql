-- An event is what mentions tell: none without a mention, none counted otherwise than its mentions say.
select event_id as id, mentions as said, coalesce(told, 0) as found
from (select event_id, mentions from events where gone is null)
left join (select event_id, count(*) as told from mention_events where gone is null group by event_id) using (event_id)
where mentions is distinct from coalesce(told, 0)
union all
select event_id, null, told
from (select event_id, count(*) as told from mention_events where gone is null group by event_id)
anti join (select event_id from events where gone is null) as known using (event_id)
