"""The outlet that a text itself speaks for: by its copyright line, its signature, or how it names itself."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from atodds.read.published import wire_of
from atodds.read.wordings import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# "Copyright 2031 Harbour Media Inc. All rights reserved.", "© 2031 by the Lurdia Post."
_COPYRIGHT: Final = re.compile(
    r"""
    [\s(]* (?: [Cc]opyright | COPYRIGHT | © ) [\s©,]* (?: \([Cc]\) )?
    [\s,]* (?: \d{4} (?: [-–] \d{2,4} )? [\s,]* )? (?: [Bb]y \s+ )? (?: the \s+ )?
    (?P<outlet>
        (?! All \b | ALL \b ) [A-Z] [\w.&'’-]*
        (?: [ ] (?: of [ ] | the [ ] | and [ ] | for [ ] )? (?! All \b | ALL \b ) [A-Z&] [\w.&'’-]* ){0,6}
    )
    """,
    re.VERBOSE,
)
_COMPANY: Final = ("Inc.", "Ltd.", "Co.", "Corp.", "S.A.")
_REQUEST: Final = re.compile(
    r"requests? (?:for (?:a |further |additional )?(?:comment|interview)|to comment)"
)
_LONGEST_NAME: Final = 60


def outlet_guess(body: Sequence[str], boilerplate: Sequence[str]) -> str:
    """
    Return the outlet that a story speaks for, "" if it does not say or names two.

    `body` and `boilerplate` are the words of its paragraphs. A copyright line counts most; then the agency
    that signs the first paragraph; then whose question was answered, or whose request for comment was
    not; then to whom people said things ("told The National"). "The National reported" speaks of another.
    """
    for words in boilerplate:
        if (owner := _COPYRIGHT.match(words[:200])) and (name := owner["outlet"]):
            return name if name.endswith(_COMPANY) else name.rstrip(".")
    if body and (wire := wire_of(body[0])):
        return wire
    text = "\n".join(body)
    for named in (set(_asked(text)), set(_told(text))):
        if named:
            return named.pop() if len(named) == 1 else ""
    return ""


def _asked(text: str) -> Iterator[str]:
    """Yield who is named in "a question from The National", "a Reuters request for comment"."""
    for place in _places(text, "question"):
        if asked := _question().match(text, place):
            yield asked["outlet"]
    for place in _places(text, "request"):
        if not (request := _REQUEST.match(text, place)):
            continue
        before = _ends_in_outlet().search(text[max(0, place - _LONGEST_NAME) : place])
        after = _from_outlet().match(text, request.end())
        if named := before or after:
            yield named["outlet"]


def _told(text: str) -> Iterator[str]:
    """Yield who is named in "told The National", "told the Harbour Gazette"."""
    for place in _places(text, "told "):
        if told := _outlet_after_told().match(text, place):
            yield told["outlet"]


def _places(text: str, cue: str) -> Iterator[int]:
    place = text.find(cue)
    while place >= 0:
        yield place
        place = text.find(cue, place + len(cue))


def _named(*, capital_the: bool) -> str:
    """
    Return a regex for an outlet's name; "the" in lower case is no part of it.

    With `capital_the`, any name after a capital "The" counts; the words around must then speak for it.
    """
    word = r"[A-Z][\w.’'-]{0,20}"
    stations = r"(?: \s (?: News | TV | Radio | World | Arabic | English | \d{1,2} ) \b ){0,3}"
    any_the = rf"| The \s {word} (?<! [.’'] ) (?: \s {word} (?<! [.’'] ) ){{0,2}}" if capital_the else ""
    return rf"""
        (?: the \s )?
        (?P<outlet>
            (?: The \s )? (?: {word} \s ){{0,3}}?
            (?: [A-Z] \w{{0,20}} - )? (?: {any_of("outlet_words")} ) {stations}
          | (?: {any_of("outlet_names")} ) {stations}
          {any_the}
        ) (?! \w )
    """


@cache
def _question() -> re.Pattern[str]:
    return re.compile(
        rf"questions? \s (?: put \s )? (?: from | by ) \s {_named(capital_the=True)}", re.VERBOSE
    )


@cache
def _from_outlet() -> re.Pattern[str]:
    return re.compile(rf"\s from \s {_named(capital_the=True)}", re.VERBOSE)


@cache
def _ends_in_outlet() -> re.Pattern[str]:
    return re.compile(
        rf"\b (?: from | by | to | an? )? \s? {_named(capital_the=True)} (?: ['’]s? )? \s \Z", re.VERBOSE
    )


@cache
def _outlet_after_told() -> re.Pattern[str]:
    return re.compile(rf"told \s {_named(capital_the=False)}", re.VERBOSE)
