"""Words as they stand in a text lead back to how a rule gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.rulebook.inflect import noun_forms, verb_forms
from atodds.rulebook.lexicon import load_table
from atodds.rulebook.uninflect import infinitive, singular

VERBS = """
arrest detain release evacuate injure destroy damage burn flee take carry bury visit fire vote use treat raid
murder execute collapse announce charge solve possess kidnap imprison disappear declare explode escape capture
deploy displace bomb loot rescue sink hire join sentence invite decide infect hospitalise trap mourn shoot
stab rob free die panic kick admit
"""
NOUNS = """
body house church soldier policeman child bus virus hero case casualty bridge box crisis life home thief boy
tie glass
"""


@pytest.mark.parametrize("verb", VERBS.split())
def test_verb_forms_lead_back_to_the_infinitive(verb: str) -> None:
    for form in verb_forms(verb).past | verb_forms(verb).participle | verb_forms(verb).ing:
        assert infinitive(form) == verb


@pytest.mark.parametrize(
    "word", ["arrest", "bleed", "need", "embed", "spring", "bring", "red", "king", "string", "put", "hit", ""]
)
def test_infinitives_and_other_words_are_left_alone(word: str) -> None:
    assert infinitive(word) == ""


@pytest.mark.parametrize("noun", NOUNS.split())
def test_plurals_lead_back_to_the_singular(noun: str) -> None:
    assert {singular(form) for form in noun_forms(noun) - {noun}} == {noun}


def test_only_the_last_word_of_a_compound_is_singular() -> None:
    assert singular("aid workers") == "aid worker"


@pytest.mark.parametrize(
    "word", ["headquarters", "news", "aircraft", "status", "glass", "person", "crisis", "gas", ""]
)
def test_singulars_are_left_alone(word: str) -> None:
    assert singular(word) == ""


@given(st.text() | st.from_regex(r"[a-z]{0,8}(ed|ing|s|ies)", fullmatch=True))
def test_an_infinitive_has_the_form_it_was_found_by(word: str) -> None:
    if base := infinitive(word):
        assert word.lower() in verb_forms(base).heads
    singular(word)


def test_irregular_forms_lead_back_to_a_verb_that_has_them() -> None:
    for verb in load_table("inflection")["verbs"]:
        for form in verb_forms(verb).past:
            base = infinitive(form)
            assert not base or form in verb_forms(base).heads
