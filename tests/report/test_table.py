"""The discrepancy table: what a copy editor reads."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atodds.model.acceptance import Acceptance, Standing
from atodds.model.article import Dossier
from atodds.model.finding import Coverage, Problem, Run, Verdict
from atodds.model.quantity import Quantity
from atodds.report.rows import packed, rows_of, unpacked
from atodds.report.table import as_table

GOLDEN = Path(__file__).parent / "golden"
ANSI = "\x1b["


def test_the_table_reads_as_written_down(dock_fire: Run) -> None:
    """Conflicts come first, the widest gap on top, each with the sentences of every side."""
    assert as_table(dock_fire) == (GOLDEN / "table.txt").read_text(encoding="utf-8")


def test_no_line_is_wider_than_asked(dock_fire: Run) -> None:
    """All but the closing line, which stays one line for those who search for it."""
    for width in (60, 72, 100, 140):
        *lines, closing = as_table(dock_fire, width=width).splitlines()

        assert max(map(len, lines)) <= width
        assert closing.startswith("5 articles, 5 rules: ")


def test_a_column_too_narrow_to_read_is_not_made(dock_fire: Run) -> None:
    assert as_table(dock_fire, width=5) == as_table(dock_fire, width=60)


def test_colors_change_nothing_but_the_color(dock_fire: Run) -> None:
    plain = as_table(dock_fire)
    painted = as_table(dock_fire, color=True)

    assert ANSI not in plain
    assert ANSI in painted
    for code in ("\x1b[1;31m", "\x1b[33m", "\x1b[32m", "\x1b[36m", "\x1b[2m", "\x1b[0m"):
        painted = painted.replace(code, "")
    assert painted == plain


def test_the_same_wording_of_many_outlets_is_one_line_and_the_rest_is_counted(dock_fire: Run) -> None:
    killed = dock_fire.findings[1]
    side = killed.positions[1]
    many = tuple(
        replace(side.claims[0], evidence=replace(side.claims[0].evidence, article=f"paper {number}"))
        for number in range(12)
    )
    crowded = replace(killed, positions=(killed.positions[0], replace(side, claims=many, origins=12)))

    table = as_table(replace(dock_fire, findings=(crowded,)))

    assert "paper 6; and 5 more" in " ".join(table.split())
    assert "and 9 sentences more" in table
    assert "paper 11" not in table


def test_an_accepted_finding_says_so_and_counts_as_that(dock_fire: Run) -> None:
    accepted = Acceptance("killed", "dock-fire", "k1", reason="dock hands are not all people")
    table = as_table(replace(dock_fire, accepted=(accepted,)))

    assert "accepted: dock hands are not all people" in table
    assert table.endswith("2 conflicts, 0 tensions, 0 agree, 1 single, 1 absent; 1 accepted\n")


def test_an_acceptance_that_fits_nothing_is_told(dock_fire: Run) -> None:
    stale = Acceptance("killed", "dock-fire", "gone", where="a.facts.yaml:7", standing=Standing.UNUSED)
    table = as_table(replace(dock_fire, accepted=(stale,)))

    assert "a.facts.yaml:7: unused acceptance of killed [dock-fire]" in table
    assert table.endswith("; 1 unused acceptance\n")


def test_an_input_left_out_is_in_the_closing_line(dock_fire: Run) -> None:
    table = as_table(replace(dock_fire, problems=(Problem("x.txt", "is empty"),)))

    assert table.endswith("; 1 input left out\n")


def test_of_many_events_only_those_with_a_disagreement_are_shown(dock_fire: Run) -> None:
    others = [f"quiet-{number:02}" for number in range(30)]
    run = replace(
        dock_fire,
        dossiers=(*dock_fire.dossiers, *(Dossier(name, ()) for name in others)),
        coverage=(*dock_fire.coverage, *(Coverage("killed", name, Verdict.ABSENT, 0, ()) for name in others)),
    )

    table = as_table(run)

    assert "30 further events without a disagreement" in table
    assert "quiet-07" not in table


def test_a_run_without_anything_is_its_closing_line() -> None:
    expected = "0 articles, 0 rules: 0 conflicts, 0 tensions, 0 agree, 0 single, 0 absent\n"

    assert as_table(Run((), (), (), (), ())) == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text(max_size=60), st.integers(60, 160))
def test_no_text_breaks_the_table(dock_fire: Run, sentence: str, words: str, width: int) -> None:
    """Whatever stands in a page, no line grows too wide and no escape sequence reaches the terminal."""
    killed = dock_fire.findings[1]
    claim = killed.positions[1].claims[0]
    assert isinstance(claim.value, Quantity)
    odd = replace(
        claim,
        value=replace(claim.value, words=words),
        source=sentence,
        evidence=replace(claim.evidence, sentence=sentence),
    )
    finding = replace(
        killed, group=sentence, positions=(killed.positions[0], replace(killed.positions[1], claims=(odd,)))
    )

    *lines, _ = as_table(replace(dock_fire, findings=(finding,)), width).splitlines()

    assert "\x1b" not in "".join(lines)
    assert all(len(line) <= width for line in lines)


def test_the_order_of_the_findings_does_not_matter(dock_fire: Run) -> None:
    backwards = replace(dock_fire, findings=dock_fire.findings[::-1])

    assert as_table(backwards) == as_table(dock_fire)


def test_a_row_survives_the_way_to_another_process(dock_fire: Run) -> None:
    rows = rows_of(dock_fire)

    assert [unpacked(json.loads(json.dumps(packed(row)))) for row in rows] == rows


def test_another_happening_on_the_same_pages_is_one_sentence(dock_fire: Run) -> None:
    other = Coverage("killed", "dock-fire#2", Verdict.SINGLE, 0, ())
    table = as_table(replace(dock_fire, coverage=(*dock_fire.coverage, other)))

    assert "dock-fire#2, another happening on the same pages: killed has one report, nothing to" in table


def test_of_many_wordings_with_nothing_to_compare_some_are_shown(dock_fire: Run) -> None:
    boats = next(claim for claim in dock_fire.claims if claim.rule == "boats-sunk")
    assert isinstance(boats.value, Quantity)
    many = tuple(
        replace(boats, value=replace(boats.value, words=f"{number} boats"), source=f"source {number}")
        for number in range(10)
    )

    table = as_table(replace(dock_fire, claims=many))

    assert "2 boats" in table
    assert "and 7 wordings more" in table
    assert "9 boats" not in table
