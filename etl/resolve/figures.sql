-- The current figures of the articles in resolve_keys, with place and day as mentions.sql gives them.
with towns as (
    select spelt_place(place) as key, min(region) as region, min(country) as country
    from places where gone is null and precision = 'settlement' group by key
)
select
    figures.figure_id, figures.article_id, coalesce(stories.story_id, figures.article_id), measure, counted, side,
    low, high, best, qualifier, figures.place,
    place_key(figures.place), place_block(figures.place, places.precision, coalesce(places.region, towns.region)),
    place_level(figures.place, places.precision), coalesce(places.country, towns.country),
    day_number(figures.started_on), day_number(coalesce(figures.ended_on, figures.started_on)),
    per, cumulative, claimed_by, figures.said_on,
    day_number(coalesce(figures.said_on, articles.published_on)),
    evidence_start, evidence_end
from figures
join articles on articles.article_id = figures.article_id and articles.gone is null
left join stories on stories.article_id = figures.article_id and stories.gone is null
left join places on places.place = figures.place and places.gone is null
left join towns on places.precision is null and towns.key = place_key(figures.place)
where figures.gone is null and figures.article_id in (select key from resolve_keys)
order by figures.article_id, evidence_start, figure_id
