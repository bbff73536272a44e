"""Each broken rule file of fixtures/broken-rules gives exactly the message that stands beside it."""

from pathlib import Path

import pytest

from atodds.errors import RulebookError
from atodds.rulebook.load import load_rulebook

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "broken-rules"
EXPECTED = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_a_broken_rule_is_told_with_its_place(expected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All faults of the file (or of a folder of files) are told at once, each with line and caret."""
    monkeypatch.chdir(FOLDER)
    broken = expected.stem if Path(expected.stem).is_dir() else f"{expected.stem}.yaml"

    with pytest.raises(RulebookError) as caught:
        load_rulebook(broken)

    assert str(caught.value) + "\n" == expected.read_text(encoding="utf-8")


def test_every_broken_rule_has_its_message() -> None:
    """A fixture without an expected message would be tested by nobody."""
    broken = {path.stem for path in FOLDER.iterdir()}

    assert broken == {path.stem for path in EXPECTED}
    assert len(broken) > 30
