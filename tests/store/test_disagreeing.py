"""The filter as a query on columns is open wherever the filter on claims is."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from atodds.compare.filter import may_disagree as may
from atodds.read.articles import read_article, read_articles
from atodds.store.disagreeing import may_disagree
from atodds.store.dossiers import read_dossiers
from atodds.store.export import Files, export

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.rulebook.book import Rulebook

ROOT = Path(__file__).parents[2]


def both(
    articles: Iterable[Article], rulebook: Rulebook, folder: Path
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return what the query leaves open, and what the filter on claims does."""
    path = folder / "claims.parquet"
    export(articles, rulebook, Files(parquet=[path]), tell=print)
    by_columns = {(event, rule) for event, rules in may_disagree(path, rulebook).items() for rule in rules}
    claims: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for dossier, found in read_dossiers(path):
        for claim in found:
            claims[dossier.id, claim.rule].append(claim)
    by_claims = {key for key, own in claims.items() if may(rulebook.rule(key[1]), own)}
    return by_columns, by_claims


@pytest.mark.parametrize("folder", ["seeds", "fixtures/dossiers"])
def test_the_query_never_closes_on_what_the_filter_leaves_open(
    folder: str, rulebook: Rulebook, tmp_path: Path
) -> None:
    by_columns, by_claims = both(read_articles(ROOT / folder, on_problem=print), rulebook, tmp_path)

    assert by_claims <= by_columns
    assert len(by_columns) < 1.1 * len(by_claims) + 2


@pytest.mark.parametrize(
    ("texts", "rules"),
    [
        (["The blast killed 12 people.", "At least ten people were killed."], set()),
        (["The blast killed 12 people.", "At least 13 people were killed."], {"killed"}),
        (["The blast killed 12 people.", "About 40 people were killed."], {"killed"}),
        (
            ["The blast killed 9007199254740992 people.", "The blast killed 9007199254740993 people."],
            {"killed"},
        ),
        (["Ten people were killed, including six children and five women."], {"killed"}),
        (["The protests erupted on May 3, 2031.", "The protests erupted on May 5, 2031."], {"event-date"}),
    ],
)
def test_what_the_query_leaves_open(
    texts: list[str], rules: set[str], rulebook: Rulebook, tmp_path: Path
) -> None:
    articles = [read_article(text, id=f"a{at}", event="e") for at, text in enumerate(texts)]

    by_columns, by_claims = both(articles, rulebook, tmp_path)

    assert {rule for _, rule in by_columns} == rules
    assert by_claims <= by_columns


def test_a_table_without_claims_is_closed(rulebook: Rulebook, tmp_path: Path) -> None:
    by_columns, _ = both([read_article("Nothing happened.", id="a")], rulebook, tmp_path)

    assert by_columns == set()
