-- The current figures of the articles in resolve_keys, with place and day as mentions.sql gives them.
select
    figures.figure_id, figures.article_id, coalesce(stories.story_id, figures.article_id), measure, counted, side,
    low, high, best, qualifier, figures.place,
    coalesce(spelt.key, ''),
    case when spelt.level = 'settlement' then spelt.region_key else coalesce(spelt.key, '') end,
    coalesce(spelt.level, 'settlement'), spelt.country,
    day_number(figures.started_on), day_number(coalesce(figures.ended_on, figures.started_on)),
    per, cumulative, claimed_by, figures.said_on, day_number(coalesce(figures.said_on, articles.published_on)),
    evidence_start, evidence_end
from figures
join articles on articles.article_id = figures.article_id and articles.gone is null
left join stories on stories.article_id = figures.article_id and stories.gone is null
left join resolve_spelt spelt on spelt.place = figures.place
where figures.gone is null and figures.article_id in (select key from resolve_keys)
order by figures.article_id, evidence_start, figure_id
