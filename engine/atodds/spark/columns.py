"""Columns: what a DataFrame must have, and what of it goes to the workers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyspark.sql import functions as f
from pyspark.sql.pandas.types import from_arrow_schema

from atodds.errors import InputError
from atodds.store.schema import PAGES, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa
    from pyspark.sql import Column, DataFrame
    from pyspark.sql.types import StructType

_SHOWN: Final = 200  # characters of a list of columns in a message
_ENDS: Final = r"(?U)^\s+|\s+$"


def need(frame: DataFrame, called: str, columns: Iterable[str]) -> None:
    """Raise InputError for the first of some columns that a DataFrame does not have, in any case."""
    present = {column.lower() for column in frame.columns}
    for column in columns:
        if column not in present:
            names = ", ".join(frame.columns)[:_SHOWN] or "none"
            raise InputError(f'{called}: no column "{column}"; the columns are: {names}')


def article_rows(articles: DataFrame, needed: Iterable[str]) -> DataFrame:
    """
    Return the known columns of a table of articles, `event` and `id` as the text that claims have of them.

    Raises InputError if a needed column is missing.
    """
    need(articles, "articles", needed)
    known = set(PAGES.names)
    keys = {"id", "event"}
    return articles.select(
        *(
            (_words(column) if column.lower() in keys else f.col(f"`{column}`")).alias(column.lower())
            for column in articles.columns
            if column.lower() in known
        )
    )


def spark_schema(schema: pa.Schema) -> StructType:
    """Return the schema of Spark for one of Arrow."""
    return from_arrow_schema(plain(schema))


def _words(column: str) -> Column:
    return f.coalesce(f.regexp_replace(f.col(f"`{column}`").cast("string"), _ENDS, ""), f.lit(""))
