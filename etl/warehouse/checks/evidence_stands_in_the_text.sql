-- Evidence is the article's text at its offsets; an article without text (ready-made records) has none to compare with.
-- Only of articles that the newest edition touched: the others were checked when they came.
with touched as (
    select article_id from articles, (select max(edition) as newest from editions) where came = newest
    union
    select article_id from quotes, (select max(edition) as newest from editions) where came = newest
    union
    select article_id from figures, (select max(edition) as newest from editions) where came = newest
    union
    select article_id from mentions, (select max(edition) as newest from editions) where came = newest
),
records as (
    select 'quotes' as held_in, quote_id as id, article_id, evidence, evidence_start, evidence_end from quotes where gone is null
    union all
    select 'figures', figure_id, article_id, evidence, evidence_start, evidence_end from figures where gone is null
    union all
    select 'mentions', mention_id, article_id, evidence, evidence_start, evidence_end from mentions where gone is null
)
select held_in, id, article, evidence, evidence_start, evidence_end
from records
semi join touched using (article_id)
join (select article_id, article, text from articles where gone is null and text <> '') as known using (article_id)
where evidence_start is not null
  and evidence is distinct from substring(text, evidence_start + 1, evidence_end - evidence_start)
