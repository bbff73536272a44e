"""Copies: a wire text that many outlets print is looked at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rensa import RMinHash

    from atodds.compare.pile.sketch import Sketch

_ALIKE: Final = 0.8  # share of their terms that two copies have in common: one has a byline more, one is cut
_HASHES: Final = 128
# Of eight hashes each: two stories with 90 % in common meet in one nearly always, with 50 % once in 16 times.
_BANDS: Final = 16
_MET: Final = 32  # stories that one is held against, the last ones
_REMEMBERED: Final = 16_384  # originals, the last ones; pages from one mould meet all others of it
_SEED: Final = 20
_FEWEST: Final = 8  # terms; two headlines of three words are no copies of each other


def originals_of(sketches: Sequence[Sketch], window: int) -> list[int]:
    """
    Return for each story the place of the first one that it is a copy of, its own place if of none.

    Copies are near-duplicates published within `window` days of the first; of unknown days, too.
    """
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 - a dossier that is no pile needs none

    lsh = RMinHashLSH(threshold=_ALIKE, num_perm=_HASHES, num_bands=_BANDS)
    hashes: dict[int, RMinHash] = {}
    originals = list(range(len(sketches)))
    for place, sketch in enumerate(sketches):
        if len(sketch.opening) + len(sketch.rest) < _FEWEST:
            continue
        hashed = RMinHash(num_perm=_HASHES, seed=_SEED)
        hashed.update([*sketch.opening, *sketch.rest])
        for other in sorted(lsh.query(hashed))[-_MET:]:
            if hashed.jaccard(hashes[other]) >= _ALIKE and _days_apart(sketch, sketches[other]) <= window:
                originals[place] = other
                break
        else:
            hashes[place] = hashed
            lsh.insert(place, hashed)
            if len(hashes) > _REMEMBERED:
                oldest = next(iter(hashes))
                lsh.remove(oldest)
                del hashes[oldest]
    return originals


def _days_apart(one: Sketch, two: Sketch) -> int:
    if one.published is None or two.published is None:
        return 0
    return abs((one.published - two.published).days)
