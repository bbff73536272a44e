"""Other tools on the same texts; each says how much it found beside how fast it was."""

from __future__ import annotations

import re
import warnings
from importlib.util import find_spec
from typing import TYPE_CHECKING

from clock import Result, over
from corpus import texts
from rulebooks import SHIPPED, rulebook, trigger_words

from atodds.extract.sentences import split

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.matcher import Matcher, PhraseMatcher

Found = dict[str, int]


def quantulum(path: Path, _: int, seconds: float) -> Result:
    """Find quantities with quantulum3, without its classifier of units."""
    if not find_spec("quantulum3"):
        return _missing("quantulum3")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says that its classifier is not installed, as is meant
        from quantulum3 import classifier, parser  # noqa: PLC0415 - no requirement of the project

    classifier.USE_CLF = False
    parser.parse("about 12 people and 3 kilometres")  # reads its table of units
    return over(
        texts(path),
        len,
        lambda batch: {"quantities": sum(len(parser.parse(text)) for text in batch)},
        seconds,
    )


def spacy_matcher(path: Path, _: int, seconds: float) -> Result:
    """Find sentences with a trigger: spaCy's blank English, sentencizer, a Matcher pattern for each rule."""

    def patterns(nlp: Language) -> Matcher:
        from spacy.matcher import Matcher  # noqa: PLC0415 - no requirement of the project

        matcher = Matcher(nlp.vocab)
        for rule, words in trigger_words(rulebook(SHIPPED)).items():
            matcher.add(rule, [[{"LOWER": {"IN": sorted(words)}}]])
        return matcher

    return _spacy(path, patterns, seconds)


def spacy_one_pattern(path: Path, _: int, seconds: float) -> Result:
    """Do the same with one pattern for the words of all rules, which no longer tells whose word it was."""

    def patterns(nlp: Language) -> Matcher:
        from spacy.matcher import Matcher  # noqa: PLC0415 - no requirement of the project

        matcher = Matcher(nlp.vocab)
        words = frozenset().union(*trigger_words(rulebook(SHIPPED)).values())
        matcher.add("any", [[{"LOWER": {"IN": sorted(words)}}]])
        return matcher

    return _spacy(path, patterns, seconds)


def spacy_phrases(path: Path, _: int, seconds: float) -> Result:
    """Do the same with spaCy's PhraseMatcher, its fastest way to find words of a list."""

    def patterns(nlp: Language) -> PhraseMatcher:
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415 - no requirement of the project

        matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for rule, words in trigger_words(rulebook(SHIPPED)).items():
            matcher.add(rule, [nlp.make_doc(word) for word in sorted(words)])
        return matcher

    return _spacy(path, patterns, seconds)


def _spacy(path: Path, patterns: Callable[[Language], Matcher | PhraseMatcher], seconds: float) -> Result:
    if not find_spec("spacy"):
        return _missing("spacy")
    import spacy  # noqa: PLC0415 - no requirement of the project

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    matcher = patterns(nlp)

    def work(batch: Sequence[str]) -> Found:
        sentences = triggered = 0
        for doc in nlp.pipe(batch):
            sentences += sum(1 for _ in doc.sents)
            triggered += len({doc[start].sent.start for _, start, _ in matcher(doc)})
        return {"sentences": sentences, "triggered": triggered}

    return over(texts(path), len, work, seconds)


def sentencex_alternation(path: Path, _: int, seconds: float) -> Result:
    """Find sentences with a trigger: sentencex, and one alternation of `re` that ignores case."""
    if not find_spec("sentencex"):
        return _missing("sentencex")
    import sentencex  # noqa: PLC0415 - no requirement of the project

    def work(batch: Sequence[str]) -> Found:
        found = [sentence for text in batch for sentence in sentencex.segment("en", text)]
        return {"sentences": len(found), "triggered": sum(bool(trigger(one)) for one in found)}

    trigger = _alternation()
    return over(texts(path), len, work, seconds)


def yardstick(path: Path, _: int, seconds: float) -> Result:
    """Count the sentences with a trigger our way: what the others' counts should come near to."""
    trigger = _alternation()

    def work(batch: Sequence[str]) -> Found:
        found = [text[start:end] for text in batch for start, end in split(text)]
        return {"sentences": len(found), "triggered": sum(bool(trigger(one)) for one in found)}

    return over(texts(path), len, work, seconds)


def _alternation() -> Callable[[str], re.Match[str] | None]:
    words = frozenset().union(*trigger_words(rulebook(SHIPPED)).values())
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE).search


def _missing(package: str) -> Result:
    return {"skipped": f"{package} is not installed: pip install -e '.[bench]'"}
