-- What was read in one article, in the order of its text: one row per quote, figure and event.
-- event_id is the event that it tells of or counts, where there is one.
select
    'quote' as record, quote_id as record_id, evidence_start, evidence_end, rule,
    q.speaker as who, q.text as what, q.form as how, q.said_on as first_day, q.said_on as last_day,
    null as low, null as high, null as qualifier, null as measure, null as place, null as event_id, null as reason
from quotes_at($edition) as q where q.article_id = $article_id
union all
select
    'figure', f.figure_id, f.evidence_start, f.evidence_end, f.rule,
    f.claimed_by, f.counted, coalesce(f.unit, f.per), f.started_on, f.ended_on,
    f.low, f.high, f.qualifier, f.measure, f.place, c.event_id, c.reason
from figures_at($edition) as f left join claims_at($edition) as c using (figure_id)
where f.article_id = $article_id
union all
select
    'event', m.mention_id, m.evidence_start, m.evidence_end, m.rule,
    list_aggregate([actor.name for actor in m.actors], 'string_agg', ', '), m.kind, m.status, m.started_on, m.ended_on,
    null, null, null, null, m.place, j.event_id, j.reason
from mentions_at($edition) as m left join mention_events_at($edition) as j using (mention_id)
where m.article_id = $article_id
order by evidence_start nulls last, record, record_id
