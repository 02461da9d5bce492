-- The mentions that hold now or are gone with edition $edition, one row each, with what the rules of resolving ask about
-- them; a `where` is put behind. Days are counted from 1970-01-01.
with towns as (
    select spelt_place(place) as key, min(region) as region, min(country) as country
    from places where gone is null and precision = 'settlement' group by key
), read as (
    select
        mentions.mention_id, mentions.article_id, coalesce(stories.story_id, mentions.article_id) as story_id,
        mentions.kind,
        case when mentions.kind in ('meeting', 'talks') then 'diplomacy' else mentions.kind end as family,
        day_number(mentions.started_on) as first,
        day_number(coalesce(mentions.ended_on, mentions.started_on)) as last,
        coalesce(mentions.date_precision in ('week', 'month', 'year'), false) as coarse,
        mentions.place,
        place_key(mentions.place) as key,
        place_block(mentions.place, coalesce(mentions.place_precision, places.precision), coalesce(places.region, towns.region)) as block,
        place_level(mentions.place, coalesce(mentions.place_precision, places.precision)) as level,
        places.precision is not null as mapped,
        coalesce(mentions.country, places.country, towns.country) as country,
        mentions.actors, mentions.weapons, mentions.status, mentions.planned,
        day_number(articles.published_on) as published,
        coalesce(mentions.evidence_start, 0) as position,
        lower(coalesce(mentions.evidence, '')) as said,
        mentions.gone is null as held
    from mentions
    left join articles on articles.article_id = mentions.article_id and articles.gone is null
    left join stories on stories.article_id = mentions.article_id and stories.gone is null
    left join places on places.place = mentions.place and places.gone is null
    left join towns on places.precision is null and towns.key = place_key(mentions.place)
    where mentions.gone is null or mentions.gone = $edition
)
select
    mention_id, article_id, story_id, kind, family, first, last, coarse, place, key, block, level, mapped, country, actors, weapons,
    status, planned, published, position,
    regexp_matches(said, '\b(evening|late (on|at night)|nightfall|(shortly )?before midnight)\b') as evening,
    regexp_matches(said, '\b(overnight|night|early|dawn|pre-dawn|midnight|small hours)\b') as night,
    regexp_matches(said, '\b(another|second|again|later (that|the same) (day|evening|afternoon)) ')
        and not regexp_matches(said, '\bsecond (time|largest|biggest|city|missile|rocket|drone|day|world)\b') as again,
    regexp_matches(said, '\b(blam(e|es|ed|ing)|accus(e|es|ed|ing)|den(y|ies|ied|ying)) ') as disputed,
    regexp_matches(said, '\b(call(s|ed)? off|cancel(s|led|ed)?|postponed?|will not take place|did not take place|scrapped)\b')
        as called_off,
    held
from read
