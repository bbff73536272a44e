"""The claims table: whole or not there, refused where it is another file, and documented."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from atodds.check import dossiers_of
from atodds.errors import AtoddsError, InputError
from atodds.extract.claims import claims_of
from atodds.read.articles import read_article
from atodds.store import reading
from atodds.store.dossiers import read_dossiers
from atodds.store.export import Files, export
from atodds.store.schema import ARTICLES, CLAIMS
from atodds.store.tables import batches, beside, made

if TYPE_CHECKING:
    from collections.abc import Callable

    from atodds.model.article import Article
    from atodds.model.claim import Claim
    from atodds.model.finding import Problem
    from atodds.rulebook.book import Rulebook

DOCS = Path(__file__).parents[2] / "docs" / "claims-table.md"


def write(articles: list[Article], rulebook: Rulebook, path: Path) -> None:
    export(articles, rulebook, Files(parquet=[path]), tell=print, warn=print)


def test_rows_have_the_fields_of_a_claim(articles: list[Article], rulebook: Rulebook, tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"

    write(articles, rulebook, path)
    rows = pq.read_table(path).to_pylist()
    killed = {row["article"]: row for row in rows if row["rule"] == "killed"}

    assert (killed["herald"]["low"], killed["herald"]["high"], killed["herald"]["source"]) == (
        12,
        12,
        "police",
    )
    assert (killed["courier"]["low"], killed["courier"]["high"]) == (40, None)
    assert killed["courier"]["hedge"] == "at_least"
    assert {row["event"] for row in rows} == {"karvo"}
    assert next(row["value"] for row in rows if row["kind"] == "quote").startswith("We felt nothing")


def test_articles_and_claims_come_back_equal(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path
) -> None:
    path = tmp_path / "claims.parquet"

    write(articles, rulebook, path)
    [(dossier, claims)] = read_dossiers(path)

    assert dossier.articles == tuple(sorted(articles, key=lambda article: article.id))
    assert {claim.article for claim in claims} == {"herald", "courier"}


@pytest.mark.parametrize("at_once", [1, 1_000, 1_000_000])
def test_dossiers_come_in_order_however_few_are_held_at_once(
    rulebook: Rulebook, tmp_path: Path, at_once: int
) -> None:
    path = tmp_path / "claims.parquet"
    told = [
        read_article(f"The blast killed {12 + number} people.", id=f"a{number}", event=f"e{number % 5}")
        for number in range(20)
    ]

    write(told, rulebook, path)
    found = list(read_dossiers(path, at_once=at_once))

    assert [dossier for dossier, _ in found] == list(dossiers_of(told))
    assert [[claim.words for claim in claims] for _, claims in found][1] == ["13", "23", "28", "18"]
    assert [dossier.id for dossier, _ in read_dossiers(path, {"e3", "e1", "e9"}, at_once=at_once)] == [
        "e1",
        "e3",
    ]


def test_row_groups_of_other_events_are_passed_over(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path
) -> None:
    path = tmp_path / "claims.parquet"
    write(articles, rulebook, path)

    assert list(batches(path, ["event"], events=["another"])) == []


def test_nothing_else_is_left_beside_a_finished_table(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path
) -> None:
    write(articles, rulebook, tmp_path / "claims.parquet")

    assert sorted(file.name for file in tmp_path.iterdir()) == ["claims.articles.parquet", "claims.parquet"]


def test_a_run_that_breaks_off_leaves_the_finished_table_as_it_was(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path
) -> None:
    path = tmp_path / "claims.parquet"
    write(articles[:1], rulebook, path)
    before = path.read_bytes(), beside(path).read_bytes()

    def broken() -> object:
        yield articles[1]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(broken(), rulebook, path)  # type: ignore[arg-type]

    assert (path.read_bytes(), beside(path).read_bytes()) == before


def test_a_table_holds_the_articles_of_its_last_run_only(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path
) -> None:
    path = tmp_path / "claims.parquet"
    write(articles, rulebook, path)
    write(articles[:1], rulebook, path)

    [(dossier, claims)] = read_dossiers(path)

    assert [article.id for article in dossier.articles] == ["herald"]
    assert {claim.article for claim in claims} == {"herald"}


def test_files_of_two_runs_are_told_and_read_again(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path
) -> None:
    """As a kill leaves them between the two files, here with as many articles in both."""
    one, two = tmp_path / "one.parquet", tmp_path / "two.parquet"
    write(articles[:2], rulebook, one)
    write(articles[1:], rulebook, two)
    beside(one).replace(beside(two))
    told: list[str] = []

    export(articles, rulebook, Files(parquet=[two]), tell=print, warn=told.append)

    assert [line.partition(": ")[2] for line in told] == [
        f"belongs to another claims table than {two.name}; its articles are read again"
    ]
    assert {claim.article for _, claims in read_dossiers(two) for claim in claims} == {"herald", "courier"}


def test_a_table_that_changed_on_the_disk_is_told_and_read_again(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path
) -> None:
    path = tmp_path / "claims.parquet"
    write(articles, rulebook, path)
    before = path.read_bytes()
    path.write_bytes(before[:200] + bytes(100) + before[300:])
    told: list[str] = []

    tally, _ = export(articles, rulebook, Files(parquet=[path]), tell=print, warn=told.append)

    assert (tally.known, len(told)) == (0, 1)
    assert told[0].endswith("; its articles are read again")
    assert path.read_bytes() == before


def test_an_article_whose_reading_failed_is_tried_again(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.parquet"

    def poisoned(article: Article, rulebook: Rulebook, tell: Callable[[Problem], None]) -> list[Claim]:
        if article.id == "courier":
            raise ValueError("broken")
        return claims_of(article, rulebook, tell)

    with monkeypatch.context() as patch:
        patch.setattr(reading, "claims_of", poisoned)
        write(articles, rulebook, path)
    tally, _ = export(articles, rulebook, Files(parquet=[path]), tell=print, warn=print)

    assert (tally.articles, tally.known, tally.lost) == (3, 2, 0)
    assert {claim.article for _, claims in read_dossiers(path) for claim in claims} == {"herald", "courier"}


@pytest.mark.parametrize("content", [b"", b"PAR1", b"text"])
def test_a_file_that_is_no_claims_table_is_not_written_over(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "claims.parquet"
    path.write_bytes(content)

    with pytest.raises(InputError, match="cannot be read as a claims table"):
        write(articles, rulebook, path)
    assert path.read_bytes() == content


def test_another_table_is_no_claims_table(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path
) -> None:
    path = tmp_path / "claims.parquet"
    write(articles, rulebook, path)

    with pytest.raises(InputError, match="is no claims table; write one with"):
        made(beside(path))


def test_articles_of_another_table_are_refused(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.parquet", tmp_path / "two.parquet"
    write(articles, rulebook, one)
    write(articles[:1], rulebook, two)
    beside(one).replace(beside(two))

    with pytest.raises(InputError, match="belongs to another claims table"):
        list(read_dossiers(two))
    with pytest.raises(InputError, match=r"one\.articles\.parquet: cannot be read"):
        list(read_dossiers(one))


def test_a_folder_that_cannot_be_written_is_one_line(
    articles: list[Article], rulebook: Rulebook, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(AtoddsError, match="cannot be written"):
        write(articles, rulebook, tmp_path / "file" / "claims.parquet")


@pytest.mark.parametrize("name", [*CLAIMS.names, *ARTICLES.names])
def test_every_column_is_documented(name: str) -> None:
    assert f"| `{name}` |" in DOCS.read_text(encoding="utf-8")
