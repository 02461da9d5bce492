-- The claims about one event, by measure, then in the order in which they were made: one row per claim.
select
    c.figure_id, c.measure, c.counted, c.side, c.low, c.high, c.qualifier, c.claimant, c.said_on, c.scope, c.standing,
    c.reason, c.article_id, coalesce(a.title, a.article) as title, a.source, a.published_on, f.evidence, f.evidence_start, f.evidence_end
from claims_at($edition) as c
join articles_at($edition) as a using (article_id)
left join figures_at($edition) as f using (figure_id)
where c.event_id = $event_id
order by c.measure, coalesce(c.said_on, a.published_on) nulls last, c.claimant nulls last, c.figure_id
