-- No span ends before it starts, and no number's range is upside down.
select 'figures' as held_in, figure_id as id from figures
where gone is null and (ended_on < started_on or high < low or best not between low and high)
union all
select 'mentions', mention_id from mentions where gone is null and ended_on < started_on
union all
select 'events', event_id from events where gone is null and ended_on < started_on
union all
select 'tolls', event_id from tolls where gone is null and (high < low or best not between low and high)
