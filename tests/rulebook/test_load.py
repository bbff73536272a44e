"""Rule files are read as they are written, or refused with all their faults."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.errors import Fault, RulebookError
from atodds.model.finding import Severity, Verdict
from atodds.rulebook.case import DossierTest
from atodds.rulebook.load import load_rulebook
from atodds.rulebook.places import rules_root
from atodds.rulebook.rule import Kind, QuantityRule, Rule, Unit
from atodds.rulebook.validate import parse_rule

# Scraps of YAML and of rules, from which hypothesis builds files that nearly work.
SCRAPS = st.sampled_from(
    [
        *[
            "id: x\n",
            "kind: quantity\n",
            "kind: quote\n",
            "kind: choice\n",
            "question: q\n",
            "severity: note\n",
        ],
        *["find:\n", "  counts: [$people]\n", "  triggers: [kill]\n", "  categories: {a: [/x+y/], b: [c]}\n"],
        *["compare:\n", "  grows: true\n", "  severities: {cut: note}\n", "tests:\n", "  - text: t\n"],
        *["    claims: ['1']\n", "    claims: []\n", "  - articles: {a: b}\n", "    expect: {absent: [a]}\n"],
        *["- ", "? ", ": ", "&a ", "*a ", "!x ", "<<: ", "|\n", ">\n", "'", '"', "{", "}", "[", "]", "#"],
        *["\t", "\n", "---\n", "%YAML 1.1\n", "\u2028", "\x85", "\ufeff", "é", "\r", "\0"],
    ]
)


def parsed(text: str) -> Rule:
    rule = parse_rule("rules/detained.yaml", text)
    assert not isinstance(rule, list), "\n".join(map(str, rule))
    return rule


def faults(text: str) -> list[Fault]:
    rule = parse_rule("rules/detained.yaml", text)
    assert isinstance(rule, list)
    return rule


def test_a_rule_is_read_as_written(rule_text: str) -> None:
    """Words keep their order and `$name` stays as written."""
    rule = parsed(rule_text)

    assert isinstance(rule, QuantityRule)
    assert (rule.id, rule.kind, rule.severity) == ("detained", Kind.QUANTITY, Severity.ERROR)
    assert rule.find.counts == ("$people",)
    assert rule.find.triggers == ("detain", "take into custody")
    assert rule.find.unit is Unit.PEOPLE
    assert not rule.compare.grows
    assert [test.fires for test in rule.tests] == [True, False]


@pytest.mark.parametrize(
    "word", ["no", "on", "08", "1_000", "2022-01-05", "null", "~", "1e3", "0x1F", "true", ".inf"]
)
def test_words_stay_words(rule_text: str, word: str) -> None:
    """YAML would make false, numbers, dates and nothing of them."""
    rule = parsed(rule_text.replace("take into custody", word))

    assert isinstance(rule, QuantityRule)
    assert rule.find.triggers == ("detain", word)


@pytest.mark.parametrize(("word", "flag"), [("true", True), ("false", False)])
def test_flags_are_true_or_false(rule_text: str, word: str, flag: bool) -> None:  # noqa: FBT001
    rule = parsed(f"{rule_text}compare: {{grows: {word}}}\n")

    assert isinstance(rule, QuantityRule)
    assert rule.compare.grows is flag


@pytest.mark.parametrize("word", ["yes", "no", "on", "1", "True", '""', "[]"])
def test_other_words_are_no_flags(rule_text: str, word: str) -> None:
    assert [fault.code for fault in faults(f"{rule_text}compare: {{grows: {word}}}\n")] == ["value"]


def test_an_article_of_a_test_can_have_a_date(rule_text: str) -> None:
    """An update needs to know which article is the later one."""
    rule = parsed(
        rule_text
        + """\
  - articles:
      herald: Twelve people were detained.
      courier: {text: Forty people were detained., published: 2022-01-08, outlet: The Courier}
    expect: {update: [herald, courier]}
"""
    )
    test = rule.tests[-1]

    assert isinstance(test, DossierTest)
    assert test.expect.verdicts == {Verdict.UPDATE: ("herald", "courier")}
    assert test.dossier["herald"].published is None
    assert test.dossier["courier"].published == date(2022, 1, 8)
    assert test.dossier["courier"].outlet == "The Courier"


def test_all_faults_of_a_file_are_told_at_once(rule_text: str) -> None:
    """Nobody wants to mend one fault to meet the next."""
    broken = rule_text.replace("counts:", "cuonts:").replace("claims: []", "clams: []") + "severty: note\n"

    assert [(fault.line, fault.code) for fault in sorted(faults(broken), key=lambda fault: fault.line)] == [
        (5, "unknown-key"),
        (10, "missing-key"),
        (11, "unknown-key"),
        (12, "unknown-key"),
    ]


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path, rule_text: str) -> None:
    (tmp_path / "b.yaml").write_text("id: b\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text("a: [\n", encoding="utf-8")
    (tmp_path / "detained.yaml").write_text(rule_text, encoding="utf-8")

    with pytest.raises(RulebookError) as caught:
        load_rulebook(tmp_path)

    assert [Path(fault.path).name for fault in caught.value.faults] == ["a.yaml", "b.yaml"]


def test_a_folder_stands_for_the_rules_in_it(tmp_path: Path, rule_text: str) -> None:
    """Lexicon files and facts files are no rules."""
    for name in [
        "detained.yaml",
        "deep/er/arrested.yaml",
        "kazakhstan.facts.yaml",
        "notes.txt",
    ]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rule_text.replace("id: detained", f"id: {path.stem}"), encoding="utf-8")
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "crew.yaml").write_text("words: [pilot]", encoding="utf-8")

    assert [rule.id for rule in load_rulebook(tmp_path).rules] == ["arrested", "detained"]


def test_several_paths_make_one_rulebook(tmp_path: Path, rule_text: str) -> None:
    """A file that is named twice is read once."""
    for name in ["detained", "arrested"]:
        (tmp_path / f"{name}.yaml").write_text(
            rule_text.replace("id: detained", f"id: {name}"), encoding="utf-8"
        )
    paths: list[Path | str] = [tmp_path / "detained.yaml", str(tmp_path / "arrested.yaml"), tmp_path]

    assert [rule.id for rule in load_rulebook(paths).rules] == ["arrested", "detained"]


def test_a_path_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match=r"nowhere: error\[missing\] there is no such file or folder"):
        load_rulebook(tmp_path / "nowhere")


def test_the_shipped_rules_are_the_default() -> None:
    shipped = {path.stem for path in rules_root().glob("*.yaml")}

    assert {rule.id for rule in load_rulebook().rules} == shipped
    assert {"killed", "detained", "quote-wording"} <= shipped


@given(st.text() | st.lists(SCRAPS).map("".join) | st.lists(SCRAPS | st.text(max_size=5)).map("".join))
def test_no_text_gives_a_traceback(text: str) -> None:
    """Whatever stands in a rule file, it is a rule or a list of faults with places that exist."""
    rule = parse_rule("x.yaml", text)

    if isinstance(rule, list):
        assert rule
        for fault in rule:
            assert fault.line <= len(text.splitlines() or [""])
            assert fault.column <= len(fault.source) + 1
            assert str(fault).startswith("x.yaml")


@given(st.binary(max_size=200))
def test_no_file_gives_a_traceback(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("rules") / "x.yaml"
    path.write_bytes(content)

    with pytest.raises(RulebookError):
        load_rulebook(path)


@pytest.mark.parametrize(
    "text",
    [
        "- " * 100_000,
        "[" * 100_000,
        "".join(" " * n + "a:\n" for n in range(1300)),
        "{a: " * 50_000,
        "? " * 100_000,
    ],
)
def test_deep_nesting_is_refused(text: str) -> None:
    """The YAML composer would crash the whole process."""
    assert [fault.code for fault in faults(text)] == ["too-deep"]


def test_a_file_that_is_no_rule_at_all_is_refused() -> None:
    assert [fault.code for fault in faults("x" * 2_000_000)] == ["too-large"]


def test_a_bomb_of_aliases_is_refused() -> None:
    """Ten aliases of ten aliases of ten ... would fill the memory."""
    levels = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]

    assert {fault.code for fault in faults("\n".join(levels))} == {"alias"}


def test_a_long_line_is_cut_around_its_fault(rule_text: str) -> None:
    """The caret stays under the fault."""
    words = ", ".join(["detain"] * 100)
    (fault,) = faults(rule_text.replace("take into custody", f"{words}, $peopel, {words}"))
    _, line, caret = str(fault).splitlines()

    assert len(line) < 110
    assert line[caret.index("^") :].startswith("$peopel")
