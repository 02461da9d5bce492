-- Statements, newest first: one row per quote.
select
    q.quote_id, q.said_on, q.speaker, q.text, q.form, q.article_id, a.title, a.source, a.published_on,
    q.evidence_start, q.evidence_end
from quotes_at($edition) as q
join articles_at($edition) as a using (article_id)
where ($since is null or q.said_on >= $since)
  and ($until is null or q.said_on <= $until)
  and (len($names) = 0 or list_contains($names, q.speaker))
order by q.said_on desc nulls last, a.published_on desc nulls last, q.article_id, q.evidence_start
