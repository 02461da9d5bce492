-- The mentions that hold now or are gone with edition $edition, one row each, with what the rules of resolving ask about
-- them; a `where` is put behind. Days are counted from 1970-01-01. Places are spelt out once each (resolve_spelt).
with read as (
    select
        mentions.mention_id, mentions.article_id, coalesce(stories.story_id, mentions.article_id) as story_id,
        mentions.kind,
        case when mentions.kind in ('meeting', 'talks') then 'diplomacy' else mentions.kind end as family,
        day_number(mentions.started_on) as first,
        day_number(coalesce(mentions.ended_on, mentions.started_on)) as last,
        mentions.date_precision,
        mentions.place,
        coalesce(spelt.key, '') as key,
        case when mentions.place_precision in ('region', 'country') then mentions.place_precision
            else coalesce(spelt.level, 'settlement') end as level,
        coalesce(spelt.region_key, spelt.key, '') as region_key,
        coalesce(spelt.mapped, false) as mapped,
        coalesce(mentions.country, spelt.country) as country,
        coalesce(mentions.lat, spelt.lat) as lat, coalesce(mentions.lon, spelt.lon) as lon,
        coalesce(mentions.place_precision, spelt.precision) as place_precision,
        mentions.actors, mentions.weapons, mentions.status, mentions.planned,
        day_number(articles.published_on) as published,
        coalesce(mentions.evidence_start, 0) as position,
        mentions.evidence,
        mentions.gone is null as held
    from mentions
    left join articles on articles.article_id = mentions.article_id and articles.gone is null
    left join stories on stories.article_id = mentions.article_id and stories.gone is null
    left join resolve_spelt spelt on spelt.place = mentions.place
    where mentions.gone is null or mentions.gone = $edition
), placed as (
    select *, case when level = 'settlement' then region_key else key end as block from read
)
select
    mention_id, article_id, story_id, kind, family, first, last, date_precision, place, key, block, level, mapped, country,
    lat, lon, place_precision, actors, weapons, status, planned, published, position,
    said_in(evidence, '\b(evening|late (on|at night)|nightfall|(shortly )?before midnight)\b') as evening,
    said_in(evidence, '\b(overnight|night|early|dawn|pre-dawn|midnight|small hours)\b') as night,
    said_in(evidence, '\b(another|second|again|later (that|the same) (day|evening|afternoon)) ')
        and not said_in(evidence, '\bsecond (time|largest|biggest|city|missile|rocket|drone|day|world)\b') as again,
    said_in(evidence, '\b(blam(e|es|ed|ing)|accus(e|es|ed|ing)|den(y|ies|ied|ying)) ') as disputed,
    said_in(evidence, '\b(call(s|ed)? off|cancel(s|led|ed)?|postponed?|will not take place|did not take place|scrapped)\b')
        as called_off,
    evidence is not null and not said_in(
        evidence,
        '\b((mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|overnight|night|this (morning|week)|ago|last '
        || '(week|month|year)|january|february|march|april|may|june|july|august|september|october|november|december)\b'
        || '|\d(st|nd|rd|th)\b|\b(19|20)\d\d\b'
    ) as day_elsewhere,
    held
from placed
