-- The level, key and block of each event's place (macros.sql); resolve_places holds the events.
select event_id, place_level(place, place_precision), place_key(place), place_block(place, place_precision, region)
from resolve_places
