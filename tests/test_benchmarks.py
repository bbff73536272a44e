"""The benchmarks run, whatever becomes of the engine; how fast is not asked here."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
TINY = ("--megabytes", "0.06", "--whole", "0.02", "--seconds", "0.01", "--rounds", "1")


def ran(script: str, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own argument list
        [sys.executable, str(BENCHMARKS / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a run of every stage at its smallest, peers left out."""
    file = tmp_path_factory.mktemp("bench") / "figures.json"
    ran("bench.py", *TINY, "--here", "--no-peers", "--json", str(file))
    return file


def figures(kept: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))["tables"]
    return found


def test_every_stage_is_measured(kept: Path) -> None:
    unmeasured = {
        name: found
        for rows in figures(kept).values()
        for name, found in rows.items()
        if not isinstance(found, dict) or not all(values and min(values) >= 0 for values in found.values())
    }

    assert unmeasured == {}


def test_a_stage_says_how_much_it_found_beside_how_fast_it_was(kept: Path) -> None:
    tables = figures(kept)

    assert all(found["claims/MB"][0] > 0 for found in tables["Claims"].values())
    assert tables["Stages alone"]["sentences"]["sentences/MB"][0] > 1_000
    assert tables["Reading"]["jsonl"]["stories/MB"] == tables["Reading"]["parquet"]["stories/MB"]
    assert tables["Reconciling"]["groups of 10 claims"]["findings"][0] > 0


def test_more_rules_find_no_fewer_claims(kept: Path) -> None:
    claims = {name: found["claims/MB"][0] for name, found in figures(kept)["Claims"].items()}

    assert claims["ordinary news, 8 rules"] < claims["ordinary news, shipped rules"]


def test_a_run_is_printed_as_markdown_beside_an_earlier_one(kept: Path) -> None:
    printed = ran("bench.py", *TINY, "--only", "grading", "--compare", str(kept))

    rows = [line for line in printed.splitlines() if line.startswith("| grading pairs of quotations |")]
    measured, beside = (row.strip("|").split("|") for row in rows)
    assert measured[1].strip().endswith(" pairs/s")
    assert [cell.strip().endswith(" pairs/s") for cell in beside[1:3]] == [True, True]
    assert float(beside[3].replace(",", "")) > 0


@pytest.mark.parametrize(("kind", "wanted"), [("ordinary", 0.08), ("dense", 0.75)])
def test_a_corpus_is_what_it_is_said_to_be(kind: str, wanted: float, tmp_path: Path) -> None:
    corpus = tmp_path / f"{kind}.jsonl"
    ran("corpus.py", str(corpus), "--kind", kind, "--megabytes", "0.4")

    printed = ran("portrait.py", str(corpus))

    shares = dict(line.strip("| ").split(" | ") for line in printed.splitlines()[2:])
    held = float(shares["sentences with a figure that a rule asks for"].rstrip("%")) / 100
    assert held == pytest.approx(wanted, abs=0.03)
    assert float(shares["sentences that stood before"].rstrip("%")) < 5


def test_a_corpus_is_the_same_for_a_seed(tmp_path: Path) -> None:
    one, two, other = (tmp_path / name for name in ("one", "two", "other"))
    for file, seed in ((one, "3"), (two, "3"), (other, "4")):
        ran("corpus.py", str(file), "--megabytes", "0.02", "--seed", seed)

    assert one.read_bytes() == two.read_bytes() != other.read_bytes()


def test_a_profile_shares_out_all_of_the_time() -> None:
    printed = ran("profile_stages.py", "--megabytes", "0.02")

    parts = [line.strip("| ").split(" | ") for line in printed.split("\n\n")[0].splitlines()[2:]]
    assert {name for name, _ in parts} >= {"`extract/clause`", "`extract/tokens`"}
    assert 80 <= sum(int(share.rstrip("%")) for _, share in parts) <= 110


@pytest.mark.parametrize(
    ("stage", "package", "found"),
    [
        ("quantulum", "quantulum3", "quantities/MB"),
        ("spacy_matcher", "spacy", "triggered/MB"),
        ("spacy_one_pattern", "spacy", "triggered/MB"),
        ("spacy_phrases", "spacy", "triggered/MB"),
        ("sentencex_alternation", "sentencex", "triggered/MB"),
    ],
)
def test_a_peer_does_the_same_work(stage: str, package: str, found: str, tmp_path: Path) -> None:
    if not find_spec(package):
        pytest.skip(f"{package} is not installed: pip install -e '.[bench]'")
    corpus = tmp_path / "ordinary.jsonl"
    ran("corpus.py", str(corpus), "--megabytes", "0.06")
    ours = "quantities" if package == "quantulum3" else "yardstick"

    theirs, known = (
        json.loads(ran("bench.py", "--one", name, "--path", str(corpus), "--seconds", "0"))[found]
        for name in (stage, ours)
    )

    assert theirs == pytest.approx(known, rel=0.3)


def test_a_peer_that_is_not_installed_is_left_out_with_its_reason(tmp_path: Path) -> None:
    corpus = tmp_path / "ordinary.jsonl"
    ran("corpus.py", str(corpus), "--megabytes", "0.06")
    peers = f"import sys; sys.path.insert(0, {str(BENCHMARKS)!r}); sys.modules['spacy'] = None; import peers"

    done = subprocess.run(  # noqa: S603 - our own argument list
        [sys.executable, "-c", f"{peers}; print(peers.spacy_phrases({str(corpus)!r}, 0, 0))"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "spacy is not installed" in done.stdout, done.stderr
