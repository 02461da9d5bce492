"""The names of what an export can write; here alone, so that a command line knows them without loading pandas."""

from enum import StrEnum


class Format(StrEnum):
    """The formats that tables are written in."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"


class Shape(StrEnum):
    """The shapes that events are written in."""

    ACLED = "acled"
    UCDP = "ucdp"
    GEOJSON = "geojson"
    PARQUET = "parquet"
