-- Mentions of events under the names of the interchange format, one row each, with the event they tell. $edition: integer.
select
    article_id, mention_id as id, article, kind, started_on as start, ended_on as end, date_precision,
    place, country, lat, lon, place_precision, actors, weapons, status, planned, event_id,
    evidence, evidence_start, evidence_end, rule, mentions.dataset, mentions.release, dataset_row as row
from mentions_at($edition) as mentions
join articles_at($edition) as articles using (article_id)
left join mention_events_at($edition) as mention_events using (mention_id)
