-- Statements of named speakers, per interval: one row per (bucket, speaker) that has one, oldest first.
-- A statement whose article does not say when it was made stands on the day of publication; dated counts the others.
-- The same words carried by several articles of one story are one statement.
with said as (
    select
        q.*, coalesce(q.said_on, a.published_on) as made_on, coalesce(s.story_id, q.article_id) as story
    from quotes_at($edition) as q
    join articles_at($edition) as a using (article_id)
    left join stories_at($edition) as s using (article_id)
)
select
    date_trunc($interval, made_on)::date as bucket, speaker,
    count(distinct (story, text)) as statements, count(distinct (story, text)) filter (said_on is not null) as dated,
    first(text order by quote_id) as words,
    first(article_id order by quote_id) as article_id, first(evidence_start order by quote_id) as evidence_start,
    first(evidence_end order by quote_id) as evidence_end
from said
where speaker is not null
  and ($since is null or made_on >= $since)
  and ($until is null or made_on <= $until)
  and (len($names) = 0 or list_contains($names, speaker))
group by all
order by bucket nulls last, speaker
