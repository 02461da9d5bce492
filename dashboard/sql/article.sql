-- One article with its text: one row, none if the edition does not have it.
select article_id, coalesce(title, article) as title, source, url, published_on, text, words, dataset, release
from articles_at($edition) where article_id = $article_id
