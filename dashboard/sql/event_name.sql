-- What one event is called, in the newest edition that has it: one row, none if no edition has.
select title, started_on, ended_on from events where event_id = $asked order by came desc limit 1
