-- A claim hangs on an event that is there, and a toll as well.
with hung as (
    select 'claims' as held_in, event_id from claims where gone is null and event_id is not null
    union all
    select 'tolls', event_id from tolls where gone is null
)
select hung.*
from hung
anti join (select event_id from events where gone is null) as known using (event_id)
