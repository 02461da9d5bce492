-- The corrections made by hand that touch one event, newest first.
select correction_id, file, action, field, expected, value, author, decided_on, reason, outcome
from corrections_at($edition) where event_id = $event_id
order by decided_on desc, correction_id
