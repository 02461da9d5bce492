-- The edition shown and what it holds: one row, none if there is no such edition.
select
    edition, published_at at time zone 'UTC' as published_at, articles, quotes, figures, mentions, events, articles_came, articles_gone,
    (select max(edition) from editions) as newest
from editions where edition = $edition
