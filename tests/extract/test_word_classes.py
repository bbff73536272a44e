"""What a word can be, asked by its lower-case form."""

from __future__ import annotations

import pytest

from atodds.extract.word_classes import ADVERB, BEFORE_MEMBER, SINGLE, STOP, TRIGGER, VERB, WordClasses


@pytest.fixture
def classes() -> WordClasses:
    return WordClasses(verbs={"zapped", "zap"}, states={"zapless"})


@pytest.mark.parametrize(
    ("word", "flags"),
    [
        ("table", 0),
        ("zap", VERB | TRIGGER),
        ("zapless", TRIGGER),
        ("flooded", VERB),
        ("quickly", ADVERB),
        ("family", 0),
        ("his", STOP | SINGLE),
        ("another", STOP | SINGLE),
        ("while", STOP),
        ("killing", BEFORE_MEMBER),
    ],
)
def test_a_word_has_the_classes_of_the_lexicon_its_ending_and_the_rules(
    classes: WordClasses, word: str, flags: int
) -> None:
    assert classes[word] & flags == flags
    assert flags or not classes[word]


def test_a_word_keeps_its_classes_however_many_words_were_asked_before(
    classes: WordClasses, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("atodds.extract.word_classes._MOST", 3)
    before = {word: classes[word] for word in ("zap", "his", "quickly")}

    for number in range(100):
        assert classes[str(number)] == 0
    assert len(classes) <= 3
    assert {word: classes[word] for word in before} == before
