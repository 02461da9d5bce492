-- Statements of named speakers, per interval: one row per (bucket, speaker) that has one, oldest first.
-- The same words carried by several articles of one story are one statement.
select
    date_trunc($interval, q.said_on)::date as bucket, q.speaker,
    count(distinct (coalesce(s.story_id, q.article_id), q.text)) as statements, first(q.text order by q.quote_id) as words,
    first(q.article_id order by q.quote_id) as article_id, first(q.evidence_start order by q.quote_id) as evidence_start,
    first(q.evidence_end order by q.quote_id) as evidence_end
from quotes_at($edition) as q
left join stories_at($edition) as s using (article_id)
where q.speaker is not null
  and ($since is null or q.said_on >= $since)
  and ($until is null or q.said_on <= $until)
  and (len($names) = 0 or list_contains($names, q.speaker))
group by all
order by bucket nulls last, q.speaker
