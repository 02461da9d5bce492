-- The wider event that one event is part of, and the parts that it has itself: one row each.
select event_id, title, started_on, ended_on, false as is_part from events_at($edition)
where event_id = (select part_of from events_at($edition) where event_id = $event_id)
union all
select event_id, title, started_on, ended_on, true from events_at($edition) where part_of = $event_id
order by is_part, started_on nulls last, title, event_id
