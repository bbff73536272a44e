"""Parquet tables of articles: rows read batch by batch, of the columns that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atodds.errors import InputError
from atodds.read.tables import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS: Final = ("id", "text", "title", "outlet", "published", "url", "event")
_BATCH: Final = 256  # rows in memory at a time
_SHOWN: Final = 60


def parquet_rows(path: Path) -> Iterator[Row]:
    """
    Yield the rows of a Parquet file in order; names of columns are taken in any case.

    Raises InputError if it is no Parquet file or has no column "text", OSError if it cannot be opened.
    """
    import pyarrow as pa  # noqa: PLC0415 - heavy, and an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    with path.open("rb") as raw:
        try:
            table = pq.ParquetFile(raw)
            known = {name: name.lower() for name in table.schema_arrow.names if name.lower() in COLUMNS}
            if sorted(known.values()).count("text") != 1:
                fault = "twice a" if "text" in known.values() else "no"
                names = ", ".join(table.schema_arrow.names)[:_SHOWN]
                raise InputError(f'has {fault} column "text"; its columns are {names}')
            number = 0
            for batch in table.iter_batches(_BATCH, columns=list(known)):
                for cells in batch.to_pylist():
                    number += 1
                    yield Row(number, {known[name]: cell for name, cell in cells.items()}, "row")
        except (pa.ArrowException, OSError) as error:
            raise InputError(f"cannot be read as Parquet: {str(error).splitlines()[0][:_SHOWN]}") from error
