-- Articles under the names of the interchange format, one row each, without their text. $edition: integer.
select article_id, article_id as id, article, title, source, url, published_on as published
from articles_at($edition)
