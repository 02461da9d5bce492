-- An id stands for one row of what is shown now.
select 'articles' as held_in, article_id as id from articles where gone is null group by article_id having count(*) > 1
union all
select 'quotes', quote_id from quotes where gone is null group by quote_id having count(*) > 1
union all
select 'figures', figure_id from figures where gone is null group by figure_id having count(*) > 1
union all
select 'mentions', mention_id from mentions where gone is null group by mention_id having count(*) > 1
union all
select 'events', event_id from events where gone is null group by event_id having count(*) > 1
union all
select 'mention_events', mention_id from mention_events where gone is null group by mention_id having count(*) > 1
union all
select 'claims', figure_id from claims where gone is null group by figure_id having count(*) > 1
