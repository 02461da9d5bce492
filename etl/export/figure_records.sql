-- Figures under the names of the interchange format, one row each, with the event that they count. $edition: integer.
select
    figures.article_id, figure_id as id, article, figures.measure, figures.low, figures.high, best, figures.qualifier,
    figures.counted as group, figures.side, place, started_on as start, ended_on as end, per, cumulative, unit,
    claimed_by, figures.said_on, event_id,
    evidence, evidence_start, evidence_end, rule, figures.dataset, figures.release, dataset_row as row
from figures_at($edition) as figures
join articles_at($edition) as articles using (article_id)
left join claims_at($edition) as claims using (figure_id)
