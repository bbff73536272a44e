"""From claims to findings: what is said, and the laws that hold whatever the claims."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atodds.compare.reconcile import reconcile, split_by_event
from atodds.model.article import Dossier, Section
from atodds.model.claim import Part
from atodds.model.finding import Severity, Verdict
from atodds.rulebook.book import Rulebook
from atodds.rulebook.rule import Kind, QuantityFind, QuantityRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.compare.conftest import Compares, Prints, Says

    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.model.finding import Finding

MONDAY, TUESDAY = date(2031, 5, 5), date(2031, 5, 6)


def lines(findings: Sequence[Finding]) -> list[str]:
    """Return findings as sorted text, the way an editor would note them down."""
    return sorted(f"{found.event} {found.severity} {found.verdict} | {found.message}" for found in findings)


def test_two_figures_that_cannot_both_hold(says: Says, prints: Prints, compares: Compares) -> None:
    articles = [prints("h", outlet="Herald"), prints("c", outlet="Courier")]
    claims = [
        says("h", ">= 40", "At least 40", section=Section.HEADLINE),
        says("c", "12", source="the mayor"),
    ]

    _, findings, _ = compares(articles, claims, grows=False)

    assert lines(findings) == [
        (
            "flood error conflict | killed: 12 (Courier, para 1, citing the mayor) but at least 40 (Herald, "
            "headline); no number fits both"
        )
    ]


def test_of_a_growing_toll_it_is_said_that_nobody_knows_which_is_later(
    says: Says, prints: Prints, compares: Compares
) -> None:
    _, findings, _ = compares([prints("a"), prints("b")], [says("a", "26"), says("b", "38")])

    assert lines(findings) == [
        (
            "flood error conflict | killed: 26 (a, para 1) but 38 (b, para 1); no number fits both, and "
            "nothing says which is the later one"
        )
    ]


def test_later_and_higher_is_an_update(says: Says, prints: Prints, compares: Compares) -> None:
    articles = [prints("a", published=TUESDAY), prints("b", published=MONDAY)]

    _, findings, _ = compares(articles, [says("a", "30"), says("b", "12")])

    assert lines(findings) == [
        (
            "flood note update | killed: 12 (b, 2031-05-05) but 30 (a, 2031-05-06); the later figure is the "
            "higher one"
        )
    ]


def test_the_day_a_text_names_goes_before_the_day_of_publication(
    says: Says, prints: Prints, compares: Compares
) -> None:
    articles = [prints("a", published=TUESDAY), prints("b", published=TUESDAY)]

    _, findings, _ = compares(articles, [says("a", "30"), says("b", "12", as_of=MONDAY)])

    assert [found.verdict for found in findings] == [Verdict.UPDATE]


def test_later_and_lower_is_a_conflict(says: Says, prints: Prints, compares: Compares) -> None:
    articles = [prints("a", published=MONDAY), prints("b", published=TUESDAY)]

    _, findings, _ = compares(articles, [says("a", "31"), says("b", "24")])

    assert lines(findings) == [
        (
            "flood error conflict | killed: 24 (b, 2031-05-06) but 31 (a, 2031-05-05); no number fits both, "
            "and the later figure is the lower one"
        )
    ]


def test_a_toll_said_to_be_revised_down_is_a_note(says: Says, prints: Prints, compares: Compares) -> None:
    articles = [prints("a", published=MONDAY), prints("b", published=TUESDAY)]
    revised = "The road police have revised down the toll of the crash from 29 to 26."

    _, findings, _ = compares(articles, [says("a", "29"), says("b", "26", sentence=revised)])

    assert [(found.verdict, found.severity) for found in findings] == [(Verdict.CONFLICT, Severity.NOTE)]


def test_a_reader_takes_dozens_and_164_apart(says: Says, prints: Prints, compares: Compares) -> None:
    claims = [
        says("a", ">= 24", "dozens", implied="[24, 99]"),
        says("b", ">= 164", "at least 164", implied="[164, 200]"),
    ]

    _, findings, _ = compares([prints("a"), prints("b")], claims)

    assert lines(findings) == [
        (
            "flood warning tension | killed: dozens (a, para 1) but at least 164 (b, para 1); both could "
            "hold, but a reader takes them apart"
        )
    ]


def test_agreement_counts_articles_and_origins(says: Says, prints: Prints, compares: Compares) -> None:
    claims = [
        says("a", "12", source="the Mining Board", sentence="The Mining Board counted 12 dead in the shaft."),
        says(
            "b", "12", source="the Mining Board", sentence="Twelve lost their lives, the Mining Board said."
        ),
        says("c", "12", sentence="Rescuers carried a dozen bodies, 12 in all, to the gate."),
    ]

    _, findings, coverage = compares([prints("a"), prints("b"), prints("c")], claims)

    assert lines(findings) == [
        (
            "flood note agree | killed: 12 (a, para 1, citing the Mining Board; b, para 1, citing the "
            "Mining Board; c, para 1); 3 articles and 2 origins"
        )
    ]
    assert (coverage[0].verdict, coverage[0].compared) == (Verdict.AGREE, 3)


def test_one_origin_is_nothing_compared(says: Says, prints: Prints, compares: Compares) -> None:
    wire = "Eleven people were killed on Monday when a tram ran off its rails in Kolva."

    _, findings, coverage = compares(
        [prints("a"), prints("b")], [says("a", "11", sentence=wire), says("b", "11", sentence=wire)]
    )

    assert [found.verdict for found in findings] == [Verdict.SINGLE]
    assert (coverage[0].verdict, coverage[0].compared, coverage[0].reason) == (
        Verdict.SINGLE,
        0,
        "one origin",
    )


def test_a_headline_against_its_own_body_is_a_finding(says: Says, prints: Prints, compares: Compares) -> None:
    claims = [says("a", "21", section=Section.HEADLINE), says("a", "19", start=90)]

    _, findings, _ = compares([prints("a")], claims, grows=False)

    assert lines(findings) == [
        (
            "flood error conflict | killed: 19 (a, para 1) but 21 (a, headline); no number fits both, in one "
            "article"
        )
    ]


def test_a_bystander_goes_with_every_position(says: Says, prints: Prints, compares: Compares) -> None:
    claims = [says("a", "12"), says("b", "40"), says("c", ">= 5", "at least five")]

    _, findings, _ = compares([prints("a"), prints("b"), prints("c")], claims)

    assert [claim.article for claim in findings[0].bystanders] == ["c"]
    assert [[claim.article for claim in position.claims] for position in findings[0].positions] == [
        ["a"],
        ["b"],
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("eight soldiers", "five villagers"),
        ("forty rebels", "nine soldiers"),
        ("two policemen", "six gunmen"),
    ],
)
def test_other_people_are_counted_apart(
    says: Says, prints: Prints, compares: Compares, one: str, two: str
) -> None:
    claims = [says("a", "8", counted=one.split()[1]), says("b", "5", counted=two.split()[1])]

    _, findings, coverage = compares([prints("a"), prints("b")], claims)

    assert {found.verdict for found in findings} == {Verdict.SINGLE}
    assert coverage[0].reason == "no two claims are comparable"


def test_a_part_is_compared_with_parts(says: Says, prints: Prints, compares: Compares) -> None:
    claims = [
        says("a", "20", start=0),
        says("a", "9", counted="children", part=Part.PART, start=40),
        says("b", "20", start=0),
        says("b", "7", counted="children", part=Part.PART, start=40),
    ]

    _, findings, _ = compares([prints("a"), prints("b")], claims, grows=False)

    assert lines(findings) == [
        "flood error conflict | killed (children): 7 (b, para 1) but 9 (a, para 1); no number fits both",
        "flood note agree | killed: 20 (a, para 1; b, para 1); 2 articles and 2 origins",
    ]


def test_parts_that_exceed_their_total_are_a_finding(says: Says, prints: Prints, compares: Compares) -> None:
    listed = "Twelve people were killed in the ambush, eight soldiers and five civilians."
    claims = [
        says("a", "12", sentence=listed, start=0),
        says("a", "8", counted="soldiers", part=Part.PART, sentence=listed, start=41),
        says("a", "5", counted="civilians", part=Part.PART, sentence=listed, start=60),
    ]

    _, findings, _ = compares([prints("a")], claims)

    assert [found.message for found in findings if found.verdict is Verdict.CONFLICT] == [
        (
            "killed (the parts added up): 12 (a, para 1) in all, 8 or 5 (a, para 1) a part of it; a part "
            "cannot exceed its whole"
        )
    ]


def test_more_in_one_town_than_in_the_whole_country(says: Says, prints: Prints, compares: Compares) -> None:
    claims = [
        says("a", "44", place="Caldera", sentence="The heat killed 44 people in the whole of Caldera."),
        says("b", "58", place="Orma", sentence="In Orma alone, 58 people died.", part=Part.PART),
    ]

    _, findings, _ = compares([prints("a"), prints("b")], claims)

    assert [found.verdict for found in findings if len(found.positions) > 1] == [Verdict.CONFLICT]


def test_a_figure_added_to_another_leaves_no_total(says: Says, prints: Prints, compares: Compares) -> None:
    claims = [
        says("a", "9", start=0),
        says("a", "5", part=Part.ADDED, start=80),
        says("b", "14", start=0),
    ]

    placed, findings, coverage = compares([prints("a"), prints("b")], claims)

    assert [found.verdict for found in findings] == [Verdict.SINGLE]
    assert placed[0].reason == "not the total: another figure is added to it"
    assert coverage[0].articles[0].reason == "not the total: another figure is added to it"


def test_an_event_of_its_own_is_never_compared_with_the_main_one(
    says: Says, prints: Prints, compares: Compares
) -> None:
    station = (
        "A bomb in a suitcase killed 14 travellers in the main station of Merin on Monday morning. The "
        "blast tore the roof off platform 3 and threw a kiosk onto the rails. Trains to Ostra were stopped "
        "for hours."
    )
    market = (
        "Four fishmongers were killed by a car that exploded at the fish market of Salta Roja on Monday "
        "afternoon. Stalls caught fire, and the harbour was closed to trawlers, said the mayor, Lucia Brandt."
    )
    articles = [prints("page", station, market), prints("wire", station.replace("roof", "clock"))]
    claims = [
        says("page", "14"),
        says("page", "4", story=1),
        says("wire", "14", sentence="Rail police said 14 died."),
    ]

    placed, findings, coverage = compares(articles, claims)

    assert [claim.event for claim in placed] == ["flood", "flood#2", "flood"]
    assert [(found.event, found.verdict) for found in findings] == [
        ("flood", Verdict.AGREE),
        ("flood#2", Verdict.SINGLE),
    ]
    assert [(row.event, [article.article for article in row.articles]) for row in coverage] == [
        ("flood", ["page", "wire"]),
        ("flood#2", ["page"]),
    ]


def test_coverage_says_why_an_article_is_silent(says: Says, prints: Prints, compares: Compares) -> None:
    claims = [
        says("a", "12"),
        says("b", "12"),
        says("d", "40", asserted=False, reason="denied"),
        says("e", "40000", part=Part.BACKGROUND),
        says("f", "3", part=Part.PART),
    ]

    _, _, coverage = compares([prints(name) for name in "abcdef"], claims)

    assert [(row.article, row.claims, row.reason) for row in coverage[0].articles] == [
        ("a", 1, ""),
        ("b", 1, ""),
        ("c", 0, "no claim"),
        ("d", 0, "figure set aside: denied"),
        ("e", 1, "only background figures"),
        ("f", 1, "only parts of a total"),
    ]


def test_nothing_said_is_absent(prints: Prints, compares: Compares) -> None:
    _, findings, coverage = compares([prints("a"), prints("b")], [])

    assert findings == ()
    assert (coverage[0].verdict, coverage[0].reason) == (Verdict.ABSENT, "no article makes a claim")


def test_a_rule_that_names_whom_it_counts_takes_them_for_one(says: Says, prints: Prints) -> None:
    """Staff and personnel are what the rule asks for, whatever else the two words mean."""
    find = QuantityFind(counts=("personnel", "staff"), triggers=("deploy",))
    rule = QuantityRule(id="staff", kind=Kind.QUANTITY, question="How many serve?", find=find)
    claims = [
        says("a", "900", rule="staff", counted="personnel"),
        says("b", "300", rule="staff", counted="staff"),
    ]

    _, findings, _ = reconcile(Dossier("flood", (prints("a"), prints("b"))), claims, Rulebook((rule,)))

    assert [found.verdict for found in findings] == [Verdict.CONFLICT]


def test_the_fingerprint_follows_values_and_not_text(says: Says, prints: Prints, compares: Compares) -> None:
    def printed(*claims: Claim) -> str:
        return compares([prints("a"), prints("b")], claims)[1][0].fingerprint

    base = printed(says("a", ">= 40", "at least 40"), says("b", "12"))

    assert base == printed(
        says("a", ">= 40", "40 or more", start=700), says("b", "12", sentence="So 12 died.")
    )
    assert base != printed(says("a", ">= 41", "at least 41"), says("b", "12"))


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30), st.text(max_size=60)), max_size=4))
def test_any_wording_of_claims_is_compared(
    says: Says, prints: Prints, compares: Compares, told: list[tuple[str, str, str]]
) -> None:
    claims = [
        says(f"a{index}", str(index), counted=counted, place=place, source=place, sentence=sentence)
        for index, (counted, place, sentence) in enumerate(told)
    ]

    placed, findings, coverage = compares([prints(f"a{index}") for index in range(len(told))], claims)

    assert len(placed) == len(told)
    assert all("\n" not in found.message for found in findings)
    assert len({row.event for row in coverage}) >= 1


figures = st.one_of(
    st.builds(lambda low: f"{low}", st.integers(1, 12)),
    st.builds(lambda low: f">= {low}", st.integers(1, 12)),
    st.builds(lambda low, width: f"[{low}, {low + width}]", st.integers(1, 12), st.integers(1, 4)),
)
days = st.one_of(st.none(), st.sampled_from([MONDAY, TUESDAY]))
reports = st.lists(st.tuples(figures, days), min_size=1, max_size=7)

_WORDS = (
    "drowned below the weir where no boat could reach them",
    "perished in the attic of a school that had stood for ages",
    "swept away by the brown wave that came at dawn",
    "lost on the road to the northern pass in the fog",
    "buried under the wall of an old tannery beside a canal",
    "missing first, then found lifeless in the reeds",
    "carried off while they mended nets on the shore",
    "crushed by timber that the current drove along",
)


def _dossier(
    says: Says, prints: Prints, told: Sequence[tuple[str, date | None]]
) -> tuple[list[Article], list[Claim]]:
    """Return one article with one figure for each report, in sentences that nobody could take for copies."""
    articles = [prints(f"a{index}", published=day) for index, (_, day) in enumerate(told)]
    claims = [
        says(f"a{index}", value, sentence=f"{_WORDS[index]} {value} {index}")
        for index, (value, _) in enumerate(told)
    ]
    return articles, claims


@given(reports, st.randoms(use_true_random=False))
def test_the_order_of_articles_and_claims_changes_nothing(
    says: Says, prints: Prints, compares: Compares, told: list[tuple[str, date | None]], chance: object
) -> None:
    articles, claims = _dossier(says, prints, told)
    expected = compares(articles, claims)

    chance.shuffle(articles)  # type: ignore[attr-defined]
    chance.shuffle(claims)  # type: ignore[attr-defined]

    assert compares(articles, claims) == expected


@given(reports, st.integers(0, 6))
def test_a_duplicate_article_changes_nothing_but_the_count(
    says: Says, prints: Prints, compares: Compares, told: list[tuple[str, date | None]], which: int
) -> None:
    articles, claims = _dossier(says, prints, told)
    at = which % len(told)
    value, day = told[at]
    _, before, _ = compares(articles, claims)

    copy = says("copy", value, sentence=claims[at].evidence.sentence)
    _, after, _ = compares([*articles, prints("copy", published=day)], [*claims, copy])

    assert [found.verdict for found in after] == [found.verdict for found in before]
    assert [len(found.positions) for found in after] == [len(found.positions) for found in before]


@given(reports, st.integers(0, 6))
def test_an_agreeing_article_never_removes_a_conflict(
    says: Says, prints: Prints, compares: Compares, told: list[tuple[str, date | None]], which: int
) -> None:
    articles, claims = _dossier(says, prints, told)
    value, day = told[which % len(told)]
    _, before, _ = compares(articles, claims)

    more = says("more", value, sentence="Nobody had seen the water rise so fast.")
    _, after, _ = compares([*articles, prints("more", published=day)], [*claims, more])

    assert (Verdict.CONFLICT in {found.verdict for found in before}) <= (
        Verdict.CONFLICT in {found.verdict for found in after}
    )


@given(reports, reports)
@settings(max_examples=40)
def test_splitting_a_dossier_by_event_changes_nothing(
    says: Says,
    prints: Prints,
    compares: Compares,
    here: list[tuple[str, date | None]],
    there: list[tuple[str, date | None]],
) -> None:
    articles, claims = _dossier(says, prints, [*here, *there][:8])
    stories = {
        article.id: ("Bridge of Merin", "Mine of Ostra")[index % 2] for index, article in enumerate(articles)
    }
    written = [
        prints(article.id, _STORIES[stories[article.id]], published=article.published) for article in articles
    ]
    placed, findings, _ = compares(written, claims)

    apart = [
        finding
        for part in split_by_event(
            Dossier("flood", tuple(written)), {(c.article, 0): c.event for c in placed}
        )
        for finding in compares(
            part.articles,
            [claim for claim in claims if claim.article in {a.id for a in part.articles}],
            event=part.id,
        )[1]
    ]

    assert sorted(apart, key=str) == sorted(findings, key=str)


_STORIES = {
    "Bridge of Merin": (
        "The footbridge over the Cassel at Merin fell into the river on Saturday while visitors watched a "
        "boat race. Its plans had been drawn by Ilse Kramer. Divers searched the pillars, and oarsmen threw "
        "ropes."
    ),
    "Mine of Ostra": (
        "Gas exploded in the deepest shaft of the Ostra colliery during the night shift. Ventilators had "
        "been switched off for repair, said foreman Pavel Dusek. Lamps went out as far as the lift, and "
        "coal burnt on."
    ),
}
