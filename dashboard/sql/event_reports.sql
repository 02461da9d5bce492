-- The reports of one event, earliest first: one row per mention.
select
    m.mention_id, m.article_id, coalesce(a.title, a.article) as title, a.source, a.published_on, m.started_on, m.ended_on, m.place, m.planned,
    m.evidence, m.evidence_start, m.evidence_end, j.reason, j.inferred_on, j.inferred_from, s.story_id, m.dataset, m.release, m.dataset_row
from mention_events_at($edition) as j
join mentions_at($edition) as m using (mention_id)
join articles_at($edition) as a using (article_id)
left join stories_at($edition) as s using (article_id)
where j.event_id = $event_id
order by a.published_on nulls last, title, m.evidence_start
