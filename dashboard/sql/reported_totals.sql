-- Figures that are not about one event (totals of a period, running totals, rates), newest first: one row per figure.
-- $measures: list of measures. They are claims like any other, and are never added to the counts of events.
select
    f.figure_id, f.measure, f.low, f.high, f.qualifier, f.counted, f.side, f.place, f.started_on, f.ended_on, f.per,
    f.cumulative, c.scope, f.claimed_by, coalesce(f.said_on, a.published_on) as made_on,
    f.article_id, a.title, a.source, a.published_on, f.evidence_start, f.evidence_end
from claims_at($edition) as c
join figures_at($edition) as f using (figure_id)
join articles_at($edition) as a on a.article_id = f.article_id
where c.scope in ('period', 'running', 'rate') and c.event_id is null and list_contains($measures, f.measure)
  and ($since is null or coalesce(f.ended_on, f.said_on, a.published_on) >= $since)
  and ($until is null or coalesce(f.started_on, f.said_on, a.published_on) <= $until)
  and (len($names) = 0 or list_contains($names, f.claimed_by) or list_contains($names, f.side))
order by made_on desc nulls last, f.article_id, f.evidence_start, f.figure_id
