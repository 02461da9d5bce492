-- A row is gone with a later edition than the one it came with.
select 'articles' as held_in, article_id as id, came, gone from articles where gone <= came
union all
select 'quotes', quote_id, came, gone from quotes where gone <= came
union all
select 'figures', figure_id, came, gone from figures where gone <= came
union all
select 'mentions', mention_id, came, gone from mentions where gone <= came
union all
select 'events', event_id, came, gone from events where gone <= came
union all
select 'mention_events', mention_id, came, gone from mention_events where gone <= came
union all
select 'claims', figure_id, came, gone from claims where gone <= came
