-- Evidence is the article's text at its offsets; an article without text (ready-made records) has none to compare with.
with records as (
    select 'quotes' as held_in, quote_id as id, article_id, evidence, evidence_start, evidence_end from quotes where gone is null
    union all
    select 'figures', figure_id, article_id, evidence, evidence_start, evidence_end from figures where gone is null
    union all
    select 'mentions', mention_id, article_id, evidence, evidence_start, evidence_end from mentions where gone is null
)
select held_in, id, evidence, evidence_start, evidence_end
from records
join (select article_id, text from articles where gone is null and text <> '') as known using (article_id)
where evidence_start is not null
  and evidence is distinct from substring(text, evidence_start + 1, evidence_end - evidence_start)
