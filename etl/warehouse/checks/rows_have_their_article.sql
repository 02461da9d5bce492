-- Every record can be walked back to its article.
with records as (
    select 'quotes' as held_in, quote_id as id, article_id from quotes where gone is null
    union all
    select 'figures', figure_id, article_id from figures where gone is null
    union all
    select 'mentions', mention_id, article_id from mentions where gone is null
    union all
    select 'issues', issue_id, article_id from issues where gone is null
)
select records.*
from records
anti join (select article_id from articles where gone is null) as known using (article_id)
