-- Articles, newest first, with what was read in each: one row per article.
-- With actors chosen, articles that quote one, name one in an event or give a number claimed by one.
with about as (
    select article_id from quotes_at($edition) where list_contains($names, speaker)
    union
    select article_id from mentions_at($edition) where list_has_any([actor.name for actor in actors], $names)
    union
    select article_id from figures_at($edition)
    where list_contains($names, claimed_by) or list_contains($names, side)
),
quoted as (select article_id, count(*) as quotes from quotes_at($edition) group by all),
counted as (select article_id, count(*) as figures from figures_at($edition) group by all),
told as (select article_id, count(*) as events from mentions_at($edition) group by all),
unsettled as (select article_id, count(*) as issues from issues_at($edition) group by all)
select
    a.article_id, a.published_on, coalesce(a.title, a.article) as title, a.source, a.words,
    coalesce(quotes, 0) as quotes, coalesce(figures, 0) as figures, coalesce(events, 0) as events,
    coalesce(issues, 0) as issues
from articles_at($edition) as a
left join quoted using (article_id)
left join counted using (article_id)
left join told using (article_id)
left join unsettled using (article_id)
where ($since is null or a.published_on >= $since)
  and ($until is null or a.published_on <= $until)
  and (len($names) = 0 or a.article_id in (select article_id from about))
order by a.published_on desc nulls last, title, a.article_id
