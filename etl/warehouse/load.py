"""What was read, into a draft: the articles' rows are told anew, and the edition's own row says what that came to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import duckdb
import pandas as pd

from etl.records import Extraction
from etl.version import software
from etl.warehouse.rows import COLUMNS, frames
from etl.warehouse.versions import Scope, sync


def store(connection: duckdb.DuckDBPyConnection, extractions: Sequence[Extraction], edition: int) -> None:
    """Make the records of these articles what the warehouse shows of them; those of others stay.

    An article that comes without its text (a file of ready-made records) keeps the text that is there.
    """
    told = frames(extractions)
    told["articles"] = _with_known_text(connection, told["articles"])
    scope = Scope("article_id", told["articles"]["article_id"].tolist())
    for table in COLUMNS:
        sync(connection, table, told[table], edition, scope)


def changed_articles(connection: duckdb.DuckDBPyConnection, edition: int) -> list[str]:
    """Return the ids of the articles that this edition changed, or any of whose records that resolving reads."""
    touched = " union ".join(
        f"select article_id from {table} where came = $edition or gone = $edition"
        for table in ("articles", "figures", "mentions")
    )
    found = connection.execute(f"select article_id from ({touched}) order by article_id", {"edition": edition})
    return [article_id for (article_id,) in found.fetchall()]


def record_edition(connection: duckdb.DuckDBPyConnection, edition: int) -> None:
    """Add the row of this edition: when, by which software, and how many rows it shows of each table."""
    counted = ", ".join(
        f"(select count(*) from {table} where gone is null)"
        for table in ("articles", "quotes", "figures", "mentions", "events")
    )
    connection.execute(
        f"""
        insert into editions
        select $edition, $published_at, $software, {counted},
            (select count(*) from articles where came = $edition),
            (select count(*) from articles where gone = $edition)
        """,
        {"edition": edition, "published_at": dt.datetime.now(dt.UTC), "software": software()},
    )


def written_by_this_software(connection: duckdb.DuckDBPyConnection) -> bool:
    """Tell whether the newest edition was written by what is running; if not, its rules may have been others."""
    found = connection.execute("select software from editions order by edition desc limit 1").fetchall()
    return found == [(software(),)]


def _with_known_text(connection: duckdb.DuckDBPyConnection, articles: pd.DataFrame) -> pd.DataFrame:
    bare = articles.index[articles["text"] == ""]
    if bare.empty:
        return articles
    connection.register("_bare", articles.loc[bare, ["article_id"]].astype("str"))
    known = connection.execute(
        "select article_id, text, text_hash, words from articles join _bare using (article_id) where gone is null"
    ).df()
    connection.unregister("_bare")
    kept = articles.set_index("article_id")
    kept.update(known.set_index("article_id").astype("object"))
    return kept.reset_index()
