-- Quotes under the names of the interchange format, one row each. $edition: integer.
select
    article_id, quote_id as id, article, speaker, quotes.text, form, said_on,
    evidence, evidence_start, evidence_end, rule, quotes.dataset, quotes.release, dataset_row as row
from quotes_at($edition) as quotes
join articles_at($edition) as articles using (article_id)
