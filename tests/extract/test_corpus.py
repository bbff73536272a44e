"""The corpus of sentences: from a meaning to the wordings that must yield it, and traps that yield none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from atodds.model.claim import Part
from atodds.model.interval import Interval

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet
    from tests.extract.conftest import Reads

    from atodds.model.claim import Claim

FOLDER = Path(__file__).parents[2] / "fixtures" / "corpus"
MEANINGS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "claims.yaml").read_text(encoding="utf-8"))
MISSES: list[dict[str, Any]] = yaml.safe_load((FOLDER / "known-misses.yaml").read_text(encoding="utf-8"))

SIX = ("killed", "injured", "detained", "missing", "displaced", "abducted")
KINDS = {"part": Part.PART, "added": Part.ADDED, "background": Part.BACKGROUND}
KNOWN = {(miss.get("rule", ""), wording): miss["why"] for miss in MISSES for wording in miss["wordings"]}


def cases(*, positive: bool) -> list[ParameterSet]:
    return [
        case(meaning["rule"], wording, meaning)
        for meaning in MEANINGS
        if "wordings" in meaning and (meaning["means"] != "nothing") == positive
        for wording in meaning["wordings"]
    ]


def texts() -> list[ParameterSet]:
    return [case("", meaning["text"], meaning) for meaning in MEANINGS if "text" in meaning]


def case(rule: str, wording: str, meaning: dict[str, Any]) -> ParameterSet:
    why = KNOWN.get((rule, wording))
    marks = [] if why is None else [pytest.mark.xfail(reason=why, raises=AssertionError, strict=True)]
    return pytest.param(wording, meaning, id=f"{rule or 'text'}: {wording}", marks=marks)


def live(claims: list[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.asserted and claim.part is not Part.BACKGROUND]


@pytest.mark.parametrize(("wording", "meaning"), cases(positive=True))
def test_a_wording_means_its_figure_and_no_other(reads: Reads, wording: str, meaning: dict[str, Any]) -> None:
    claims = live(reads(wording, rule=meaning["rule"]))
    totals = {claim.allowed for claim in claims if claim.part is Part.TOTAL}
    means = Interval.parse(meaning["means"])

    if meaning.get("part") == "added":
        assert (totals, [claim.allowed for claim in claims if claim.part is Part.ADDED]) == (set(), [means])
    else:
        assert totals == {means}


@pytest.mark.parametrize(("wording", "meaning"), cases(positive=False))
def test_a_trap_asserts_nothing(reads: Reads, wording: str, meaning: dict[str, Any]) -> None:
    asserted = live(reads(wording, rule=meaning["rule"]))

    assert [(claim.words, claim.part) for claim in asserted] == []


@pytest.mark.parametrize(("wording", "meaning"), texts())
def test_a_text_makes_its_claims_and_no_others(reads: Reads, wording: str, meaning: dict[str, Any]) -> None:
    claims = [claim for claim in reads(wording) if claim.rule in SIX]
    wanted = [worded(claim) for claim in meaning["claims"]]
    may = {worded(claim)[:2] for claim in meaning.get("may", ())}

    totals = {(claim.rule, claim.allowed) for claim in claims if claim.asserted and claim.part is Part.TOTAL}
    asked = {(rule, interval) for rule, interval, kind in wanted if kind is Part.TOTAL}
    assert asked <= totals <= asked | may
    others = Counter((claim.rule, claim.allowed, claim.part) for claim in claims)
    assert not [kind for kind in wanted if kind[2] is not Part.TOTAL and not others[kind]]


def worded(claim: str) -> tuple[str, Interval, Part]:
    """Read "killed >= 40 part": a rule, an interval and, but for totals, what kind of claim it is."""
    rule, _, rest = claim.partition(" ")
    words, _, kind = rest.rpartition(" ")
    if kind in KINDS:
        return rule, Interval.parse(words), KINDS[kind]
    return rule, Interval.parse(rest), Part.TOTAL


def test_every_known_miss_is_a_wording_of_the_corpus() -> None:
    """A miss that is reworded or dropped leaves the list, too."""
    wordings = {(m["rule"], wording) for m in MEANINGS if "wordings" in m for wording in m["wordings"]}
    wordings |= {("", meaning["text"]) for meaning in MEANINGS if "text" in meaning}

    assert set(KNOWN) <= wordings
