-- Statements, newest first: one row per quote. made_on is the day on which it was made, else that of publication.
select
    q.quote_id, coalesce(q.said_on, a.published_on) as made_on, q.said_on, q.speaker, q.text, q.form,
    q.article_id, a.title, a.source, a.published_on, q.evidence_start, q.evidence_end
from quotes_at($edition) as q
join articles_at($edition) as a using (article_id)
where ($since is null or coalesce(q.said_on, a.published_on) >= $since)
  and ($until is null or coalesce(q.said_on, a.published_on) <= $until)
  and (len($names) = 0 or list_contains($names, q.speaker))
order by made_on desc nulls last, q.article_id, q.evidence_start
