-- How places and days are compared, for every query of this package.

-- A place's name without case, accents and marks; "Sumy region" and "Sumy Oblast" are one.
create or replace temp macro spelt_place(name) as
    regexp_replace(
        regexp_replace(lower(strip_accents(coalesce(name, ''))), '[''’ʼ`´]', '', 'g'), ' (region|province)$', ' oblast');

-- The town of a building that is named with its town: "Kramatorsk railway station" is in Kramatorsk.
create or replace temp macro place_key(name) as
    regexp_replace(
        spelt_place(name),
        ' (railway station|train station|station|airport|air base|airfield|shopping (centre|center|mall)|mall|'
        || '(drama )?theat(re|er)|maternity hospital|hospital|university|market|city cent(re|er)|seaport|port|tv tower|'
        || 'power (plant|station)|oil (depot|refinery)|refinery|prison|apartment block)$',
        '');

create or replace temp macro place_level(name, precision) as
    case
        when precision in ('region', 'country') then precision
        when regexp_matches(spelt_place(name), ' (oblast|krai|republic|governorate|district|raion|state)$') then 'region'
        else 'settlement'
    end;

-- The region that a place lies in; its own key for regions, countries and what no gazetteer knows.
create or replace temp macro place_block(name, precision, region) as
    case when place_level(name, precision) = 'settlement' and region is not null
        then spelt_place(region) else place_key(name) end;

create or replace temp macro day_number(day) as datediff('day', date '1970-01-01', day)::integer;

create or replace temp macro said_in(sentence, words) as coalesce(regexp_matches(lower(sentence), words), false);

-- The places that rows name, as they are compared; a building that no gazetteer knows lies where its town does.
create or replace temp view resolve_spelt as
with spelt as (
    select place, spelt_place(place) as name, place_key(place) as key, place_level(place, precision) as level,
        region, country, precision, lat, lon
    from places
    where gone is null and place in (
        select place from mentions where gone is null union select place from figures where gone is null)
), towns as (
    select name, min(region) as region, min(country) as country
    from spelt where precision = 'settlement' group by name
)
select
    spelt.place, key, level, spelt_place(coalesce(spelt.region, towns.region, key)) as region_key,
    precision is not null as mapped, precision, spelt.lat, spelt.lon, coalesce(spelt.country, towns.country) as country
from spelt
left join towns on precision is null and towns.name = key;
