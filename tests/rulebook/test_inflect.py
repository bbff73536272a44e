"""The words of a rule are found in all the forms English gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.rulebook.inflect import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("verb", "third", "ing", "past", "participle"),
    [
        ("detain", "detains", "detaining", "detained", "detained"),
        ("release", "releases", "releasing", "released", "released"),
        ("carry", "carries", "carrying", "carried", "carried"),
        ("deploy", "deploys", "deploying", "deployed", "deployed"),
        ("die", "dies", "dying", "died", "died"),
        ("free", "frees", "freeing", "freed", "freed"),
        ("flee", "flees", "fleeing", "fled", "fled"),
        ("stab", "stabs", "stabbing", "stabbed", "stabbed"),
        ("squat", "squats", "squatting", "squatted", "squatted"),
        ("quiz", "quizzes", "quizzing", "quizzed", "quizzed"),
        ("visit", "visits", "visiting", "visited", "visited"),
        ("shoot", "shoots", "shooting", "shot", "shot"),
        ("admit", "admits", "admitting", "admitted", "admitted"),
        ("panic", "panics", "panicking", "panicked", "panicked"),
        ("fix", "fixes", "fixing", "fixed", "fixed"),
        ("show", "shows", "showing", "showed", "shown showed"),
        ("crash", "crashes", "crashing", "crashed", "crashed"),
        ("veto", "vetoes", "vetoing", "vetoed", "vetoed"),
        ("argue", "argues", "arguing", "argued", "argued"),
        ("singe", "singes", "singeing", "singed", "singed"),
        ("take", "takes", "taking", "took", "taken"),
        ("have", "has", "having", "had", "had"),
        ("be", "is", "being", "was were", "been"),
        ("travel", "travels", "travelling traveling", "travelled traveled", "travelled traveled"),
        ("kidnap", "kidnaps", "kidnapping kidnaping", "kidnapped kidnaped", "kidnapped kidnaped"),
        ("air-drop", "air-drops", "air-dropping", "air-dropped", "air-dropped"),
        ("Kill", "kills", "killing", "killed", "killed"),
    ],
)
def test_verbs(verb: str, third: str, ing: str, past: str, participle: str) -> None:
    forms = verb_forms(verb)

    assert verb.lower() in forms.base
    assert forms.third == set(third.split())
    assert forms.ing == set(ing.split())
    assert forms.past == set(past.split())
    assert forms.participle == set(participle.split())


def test_particles_stay_behind_the_verb() -> None:
    """An object may stand between: 'police took 12 people into custody'."""
    forms = verb_forms("take into custody")

    assert "took" in forms.past
    assert [set(words) for words in forms.tail] == [{"into"}, {"custody"}]


def test_an_adverb_may_lead_a_phrase() -> None:
    forms = verb_forms("fatally shoot")

    assert forms.before == ("fatally",)
    assert forms.participle == {"shot"}
    assert forms.tail == ()


def test_a_verb_in_ly_is_no_adverb() -> None:
    assert verb_forms("fly in").past == {"flew"}


def test_what_somebody_loses_may_be_theirs_and_several() -> None:
    """'lose one's life' is found as 'lost their lives'."""
    owner, life = verb_forms("lose one's life").tail

    assert {"his", "her", "their"} <= owner
    assert life == {"life", "lives"}


def test_a_second_verb_is_inflected_too() -> None:
    """'shoot and wound' is found as 'shot and wounded'."""
    assert "wounded" in verb_forms("shoot and wound").tail[1]


@pytest.mark.parametrize(
    ("noun", "plurals"),
    [
        ("soldier", "soldiers"),
        ("body", "bodies"),
        ("boy", "boys"),
        ("bus", "buses"),
        ("church", "churches"),
        ("hero", "heroes heros"),
        ("radio", "radios"),
        ("person", "people persons"),
        ("child", "children"),
        ("schoolchild", "schoolchildren"),
        ("housewife", "housewives"),
        ("salesperson", "salespeople salespersons"),
        ("policeman", "policemen"),
        ("policewoman", "policewomen"),
        ("german", "germans"),
        ("aircraft", "aircraft"),
        ("police", "police"),
        ("passer-by", "passers-by"),
        ("shoot-out", "shoot-outs"),
        ("Talib", "taliban"),
    ],
)
def test_nouns(noun: str, plurals: str) -> None:
    assert noun_forms(noun) == {noun.lower(), *plurals.split()}


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("death toll", "death tolls"),
        ("member of parliament", "members of parliament"),
        ("woman of the year", "women of the year"),
        ("sheriff's deputy", "sheriff's deputies"),
    ],
)
def test_compounds_inflect_their_head(noun: str, plural: str) -> None:
    assert noun_forms(noun) == {noun, plural}


@given(st.text() | st.from_regex(r"[a-z' -]{0,30}", fullmatch=True))
def test_any_string_can_be_inflected(text: str) -> None:
    """A noun is among its own forms, a verb among its heads, and every form is lower case."""
    verb = verb_forms(text)

    assert " ".join(text.lower().split()) in noun_forms(text) or not text.split()
    assert not text.split() or verb.heads & set(text.lower().split())
    assert all(head == head.lower() for head in verb.heads)
