"""Which rules and events of a claims table can disagree at all, by its columns: no claim is made of a row."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from atodds.compare.filter import FIGURES, PARTS, PLACES, SLACK
from atodds.compare.parts import ALONE
from atodds.compare.populations import EVERYONE
from atodds.compare.subjects import counts, scope_of_words, tells_people_apart, tells_whose
from atodds.model.claim import Part
from atodds.model.quantity import Hedge
from atodds.rulebook.rule import ChoiceRule, NameRule, QuoteRule
from atodds.store.tables import batches

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from atodds.rulebook.book import Rulebook

_COLUMNS: Final = [
    *("event", "article", "rule", "kind", "low", "high", "low_open", "high_open", "implied_low"),
    *("implied_high", "first", "last", "value", "words", "hedge", "counted", "part", "asserted", "reason"),
]
_KEYS: Final = ["event", "rule", "matter", "name"]
_INFINITE: Final = float("inf")
_EXACT: Final = 2.0**53  # from here on a column's number may stand for its neighbour
_ROWS: Final = 65_536  # that are grouped at once


def may_disagree(path: Path, rulebook: Rulebook) -> dict[str, frozenset[str]]:
    """
    Return the rules that can disagree on each event of a table; events on which none can are left out.

    This is `compare.filter` as a query: the highest floor above the lowest ceiling of what is held against
    each other, or two answers. Where a column holds less than a claim it is open rather than closed.
    """
    query = _Query(rulebook, *_events_in_parts(path))
    bounds: list[pa.Table] = []
    answers: list[pa.Table] = []
    for batch in batches(path, _COLUMNS, rows=_ROWS):
        rows = query.plain(batch)
        bounds += [_joined(part) for part in query.bounds(rows) if part.num_rows]
        answers.append(query.answers(rows).group_by(["event", "rule", "answer"]).aggregate([]))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pairs in (_crossing(bounds), _differing(answers)):
        for event, rule in zip(*(column.to_pylist() for column in pairs.columns), strict=True):
            found[event].add(rule)
    return {event: frozenset(own) for event, own in found.items()}


def _events_in_parts(path: Path) -> tuple[pa.Array, pa.Array]:
    """Return the events that have a part of a total, and those of whose places one may stand alone."""
    parted: set[str] = set()
    local: set[str] = set()
    for batch in batches(path, ["event", "part", "text"], rows=_ROWS):
        event = batch.column("event").cast(pa.string())
        part = pc.equal(batch.column("part").cast(pa.string()), str(Part.PART))
        parted.update(pc.unique(event.filter(part)).to_pylist())
        local.update(pc.unique(event.filter(pc.match_substring(batch.column("text"), ALONE))).to_pylist())
    return _ids(parted), _ids(local)


def _joined(part: pa.Table) -> pa.Table:
    """Join the bounds of what is held against each other, as `Bounds.joined` does."""
    joined = part.group_by(_KEYS).aggregate([("floor", "max"), ("ceiling", "min"), ("parts", "sum")])
    return joined.select([*_KEYS, "floor_max", "ceiling_min", "parts_sum"]).rename_columns(
        [*_KEYS, "floor", "ceiling", "parts"]
    )


def _crossing(bounds: list[pa.Table]) -> pa.Table:
    if not bounds:
        return pa.table({"event": pa.array([], pa.string()), "rule": pa.array([], pa.string())})
    joined = _joined(pa.concat_tables(bounds))
    floor, ceiling, parts = joined["floor"], joined["ceiling"], joined["parts"]
    above = pc.greater(floor, ceiling)
    too_large = pc.and_(pc.equal(floor, ceiling), pc.greater_equal(floor, _EXACT))
    added = pc.multiply(pc.multiply(floor, pc.cast(parts, pa.float64())), 1 + SLACK)
    exceed = pc.and_(pc.greater(parts, 1), pc.greater(added, ceiling))
    return joined.filter(pc.or_(above, pc.or_(too_large, exceed))).select(["event", "rule"])


def _differing(answers: list[pa.Table]) -> pa.Table:
    if not answers:
        return pa.table({"event": pa.array([], pa.string()), "rule": pa.array([], pa.string())})
    given = pa.concat_tables(answers).group_by(["event", "rule", "answer"]).aggregate([])
    number = given.group_by(["event", "rule"]).aggregate([("answer", "count")])
    return number.filter(pc.greater(number["answer_count"], 1)).select(["event", "rule"])


class _Query:
    """What the rules of a rulebook hold against each other, as operations on columns."""

    def __init__(self, rulebook: Rulebook, parted: pa.Array, local: pa.Array) -> None:
        self._parted = parted
        self._local = local
        texts = (ChoiceRule, NameRule, QuoteRule)
        figures = [rule for rule in rulebook.rules if not isinstance(rule, texts)]
        self._counted = _ids(rule.id for rule in figures if counts(rule))
        self._measured = _ids(rule.id for rule in figures if not counts(rule))
        self._whose = _ids(rule.id for rule in figures if tells_whose(rule))
        self._apart = _ids(rule.id for rule in figures if tells_people_apart(rule))

    def plain(self, batch: pa.RecordBatch) -> pa.Table:
        """Return a batch in words, not dictionaries, with the narrower floor and ceiling of each row."""
        rows = pa.table(
            {
                name: column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column
                for name, column in zip(batch.schema.names, batch.columns, strict=True)
            }
        )
        hedged = pc.fill_null(pc.not_equal(rows["hedge"], str(Hedge.EXACT)), fill_value=False)
        floor = pc.coalesce(rows["low"], _days(rows["first"]), -_INFINITE)
        ceiling = pc.coalesce(rows["high"], _days(rows["last"]), _INFINITE)
        implied_low = pc.if_else(hedged, pc.coalesce(rows["implied_low"], -_INFINITE), -_INFINITE)
        implied_high = pc.if_else(hedged, pc.coalesce(rows["implied_high"], _INFINITE), _INFINITE)
        rows = rows.append_column("floor", pc.max_element_wise(floor, implied_low))
        return rows.append_column("ceiling", pc.min_element_wise(ceiling, implied_high))

    def answers(self, rows: pa.Table) -> pa.Table:
        """Return the categories, names and quoting articles of a batch."""
        kind = rows["kind"]
        answer = pc.if_else(
            pc.equal(kind, "choice"),
            rows["value"],
            pc.if_else(pc.equal(kind, "name"), rows["words"], rows["article"]),
        )
        said = pc.and_(rows["asserted"], pc.is_in(kind, _ids(["choice", "name", "quote"])))
        return rows.append_column("answer", answer).filter(said).select(["event", "rule", "answer"])

    def bounds(self, rows: pa.Table) -> list[pa.Table]:
        """Return what the figures of a batch hold against each other: the keys, floor, ceiling and parts."""
        rows = rows.filter(pc.is_in(rows["kind"], _ids(["quantity", "date"])))
        background = pc.equal(rows["part"], str(Part.BACKGROUND))
        asked = pc.and_(rows["asserted"], pc.invert(background))
        measured = rows.filter(pc.and_(asked, pc.is_in(rows["rule"], self._measured)))
        whose = pc.if_else(pc.is_in(measured["rule"], self._whose), measured["counted"], "")
        counted = rows.filter(pc.is_in(rows["rule"], self._counted))
        return [_part(measured, FIGURES, whose), *self._of_counted(counted)]

    def _of_counted(self, rows: pa.Table) -> list[pa.Table]:
        total, part = (pc.equal(rows["part"], str(one)) for one in (Part.TOTAL, Part.PART))
        asserted = rows["asserted"]
        scope = self._scope(rows, total)
        short = pc.and_(pc.invert(asserted), pc.starts_with(rows["reason"], "short for"))
        alike = pc.or_(total, pc.and_(part, pc.not_equal(scope, EVERYONE)))
        compared = pc.or_(short, pc.and_(asserted, alike))
        parted, local = (pc.is_in(rows["event"], events) for events in (self._parted, self._local))
        totals, parts = pc.and_(asserted, total), pc.and_(asserted, part)
        wholes = pc.and_(totals, parted)
        # Which sentence stands against which is left to the comparison: nearly no event has one of these.
        inner, outer = pc.and_(local, pc.or_(totals, parts)), pc.and_(local, totals)
        return [
            _part(rows.filter(compared), FIGURES, scope.filter(compared)),
            _part(rows.filter(wholes), PARTS, rows["article"].filter(wholes), floor=False),
            _part(rows.filter(parts), PARTS, rows["article"].filter(parts), ceiling=False, parts=1),
            _part(rows.filter(inner), PLACES, "", ceiling=False),
            _part(rows.filter(outer), PLACES, "", floor=False),
        ]

    def _scope(self, rows: pa.Table, total: pa.ChunkedArray) -> pa.ChunkedArray:
        """Return whom each row counts; the same words are looked up once."""
        one = pc.and_(pc.equal(rows["low"], 1), pc.equal(rows["high"], 1))
        closed = pc.invert(pc.or_(rows["low_open"], rows["high_open"]))
        alone = pc.fill_null(pc.and_(total, pc.and_(one, closed)), fill_value=False)
        counted = pc.dictionary_encode(rows["counted"]).combine_chunks()
        if isinstance(counted, pa.ChunkedArray):
            counted = counted.chunk(0)
        words = counted.dictionary.to_pylist()
        of_many, of_one = (
            pa.array([scope_of_words(one, alone=single) for one in words], pa.string()).take(counted.indices)
            for single in (False, True)
        )
        apart = pc.is_in(rows["rule"], self._apart)
        return pc.if_else(apart, pc.if_else(alone, of_one, of_many), EVERYONE)


def _part(  # noqa: PLR0913 - the columns of bounds
    rows: pa.Table,
    matter: str,
    name: pa.ChunkedArray | str,
    *,
    floor: bool = True,
    ceiling: bool = True,
    parts: int = 0,
) -> pa.Table:
    size = rows.num_rows
    return pa.table(
        {
            "event": rows["event"],
            "rule": rows["rule"],
            "matter": pa.repeat(matter, size),
            "name": pa.repeat(name, size) if isinstance(name, str) else name,
            "floor": rows["floor"] if floor else pa.repeat(-_INFINITE, size),
            "ceiling": rows["ceiling"] if ceiling else pa.repeat(_INFINITE, size),
            "parts": pa.repeat(parts, size),
        }
    )


def _days(days: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.cast(pc.cast(days, pa.int32()), pa.float64())


def _ids(names: Iterable[str]) -> pa.Array:
    return pa.array(list(names), pa.string())
