-- What one article is called, in the newest edition that has it: one row, none if no edition has.
select coalesce(title, article) as title, source from articles where article_id = $asked order by came desc limit 1
