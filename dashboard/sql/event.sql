-- One event: one row, none if the edition does not have it. An id that led to another event is followed.
with recursive leads as (
    select $event_id as event_id, 0 as steps
    union all
    select r.event_id, steps + 1 from leads join redirects_at($edition) as r on r.old_event_id = leads.event_id
    where steps < 20
)
select e.*, asked.steps > 0 as redirected
from events_at($edition) as e join leads as asked using (event_id)
order by asked.steps desc limit 1
