-- What was met in one article and not settled, in the order of its text.
select stage, text, reason, text_start, text_end from issues_at($edition)
where article_id = $article_id
order by text_start nulls last, stage, text
