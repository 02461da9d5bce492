"""The steps that all rule families share, run once an article.

In order:

    segments.py    the text's parts: posts, paragraphs, headings, captions, boilerplate
    sentences.py   the sentences of the parts that tell the story
    dates.py       expressions of time, resolved against the post's day
    names.py       people, bodies, states, forces and places; one canonical name for one bearer throughout
    voices.py      who says which stretch of the text, in quotation marks or as reported speech
"""

from __future__ import annotations

from etl.extract.calendar import dates
from etl.extract.layout import segments, sentences
from etl.extract.naming import names
from etl.extract.reading import Reading
from etl.extract.speech import voices
from etl.records import Article


def read(article: Article) -> Reading:
    """Divide an article and mark its dates, names and voices. Linear in the text's length; raises nothing."""
    parts = segments.divide(article)
    plain = sentences.split(article.text, parts)
    dated = dates.mark(article.text, plain)
    named = names.mark(article.text, dated, article.published)
    return Reading(article, parts, named, voices.mark(article.text, named))
