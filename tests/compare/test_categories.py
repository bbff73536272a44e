"""Categories, names and dates: the same or not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from atodds.compare.reconcile import reconcile
from atodds.model.article import Dossier, Section
from atodds.model.claim import Choice, Claim, DateValue, Evidence, Name, Value
from atodds.model.finding import Severity, Verdict
from atodds.rulebook.book import Rulebook
from atodds.rulebook.rule import (
    ChoiceCompare,
    ChoiceFind,
    ChoiceRule,
    DateCompare,
    DateFind,
    DateRule,
    Kind,
    NameFind,
    NameRule,
)

if TYPE_CHECKING:
    from tests.compare.conftest import Prints

    from atodds.model.finding import Finding
    from atodds.rulebook.rule import Rule

CAUSE = ChoiceRule(
    id="cause",
    kind=Kind.CHOICE,
    question="What caused it?",
    find=ChoiceFind(categories={"fire": ("fire",), "explosion": ("blast",), "flood": ("flood",)}),
    compare=ChoiceCompare(compatible=(("fire", "explosion"),)),
)
MAYOR = NameRule(id="mayor", kind=Kind.NAME, question="Who is the mayor?", find=NameFind(roles=("mayor",)))
BEGINNING = DateRule(
    id="begun",
    kind=Kind.DATE,
    question="When did it begin?",
    find=DateFind(triggers=("begin",)),
    compare=DateCompare(tolerance=1),
)


_SENTENCES = {
    "a": "Nobody in the street doubted it, a baker said over the counter.",
    "b": "According to the brigade's log the call came at dawn.",
    "c": "So runs the first page of the inquest.",
}


def found(prints: Prints, rule: Rule, **values: Value) -> list[Finding]:
    claims = [
        Claim(rule.id, value, Evidence(name, 0, Section.BODY, 1, 0, 5, _SENTENCES[name]))
        for name, value in values.items()
    ]
    dossier = Dossier("mill", tuple(prints(name) for name in values))
    return list(reconcile(dossier, claims, Rulebook((rule,)))[1])


def test_two_categories_exclude_each_other(prints: Prints) -> None:
    findings = found(prints, CAUSE, a=Choice("a fire", "fire"), b=Choice("the flood", "flood"))

    assert [finding.message for finding in findings] == [
        "cause: a fire (a, para 1) but the flood (b, para 1); no answer fits both"
    ]


def test_categories_that_go_together_agree(prints: Prints) -> None:
    findings = found(prints, CAUSE, a=Choice("a fire", "fire"), b=Choice("a blast", "explosion"))

    assert [(finding.verdict, finding.positions[0].value) for finding in findings] == [
        (Verdict.AGREE, "explosion and fire")
    ]


def test_two_names_exclude_each_other(prints: Prints) -> None:
    findings = found(prints, MAYOR, a=Name("Lena Torvik", "Lena Torvik"), b=Name("Ruth Amsel", "Ruth Amsel"))

    assert [finding.verdict for finding in findings] == [Verdict.CONFLICT]


def test_a_surname_is_the_name(prints: Prints) -> None:
    findings = found(prints, MAYOR, a=Name("Lena Torvik", "Lena Torvik"), b=Name("Mayor Torvik", "Torvik"))

    assert [finding.verdict for finding in findings] == [Verdict.AGREE]


def test_two_spellings_of_one_name_are_a_note(prints: Prints) -> None:
    findings = found(
        prints, MAYOR, a=Name("Lena Kassimova", "Lena Kassimova"), b=Name("Lena Kasimova", "Lena Kasimova")
    )

    assert [(finding.verdict, finding.severity, finding.message) for finding in findings] == [
        (
            Verdict.TENSION,
            Severity.NOTE,
            (
                "mayor: Lena Kasimova (b, para 1) but Lena Kassimova (a, para 1); one name, in more "
                "than one spelling"
            ),
        )
    ]


def test_days_further_apart_than_the_tolerance_exclude_each_other(prints: Prints) -> None:
    def on(day: int) -> DateValue:
        return DateValue(f"May {day}", date(2031, 5, day), date(2031, 5, day))

    near = found(prints, BEGINNING, a=on(4), b=on(5))
    far = found(prints, BEGINNING, a=on(4), b=on(6))

    assert [finding.verdict for finding in near] == [Verdict.TENSION]
    assert [(finding.verdict, finding.message) for finding in far] == [
        (Verdict.CONFLICT, "begun: May 4 (a, para 1) but May 6 (b, para 1); no day fits both")
    ]
    assert [position.value for position in far[0].positions] == ["2031-05-04", "2031-05-06"]


def test_a_month_holds_each_of_its_days(prints: Prints) -> None:
    month = DateValue("in May", date(2031, 5, 1), date(2031, 5, 31))
    day = DateValue("May 6", date(2031, 5, 6), date(2031, 5, 6))
    since = DateValue("since April", date(2031, 4, 1), None)

    findings = found(prints, BEGINNING, a=month, b=day, c=since)

    assert [(finding.verdict, finding.positions[0].value) for finding in findings] == [
        (Verdict.AGREE, "2031-05-06")
    ]
