-- What the claims about one event come to: one row per (measure, side).
select measure, side, counted, low, best, high, claims, sources, contested from tolls_at($edition)
where event_id = $event_id
order by case measure when 'killed' then 0 when 'injured' then 1 else 2 end, measure, side nulls first
