"""Find posts and block quotes: words given as somebody's own without quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

# "— Ann Lee (@annlee) January 10, 2022" under an embedded post.
_SIGNED = re.compile(
    r"""
    (?: ^ | (?<= [\n\s.] ) ) [—–―-]{1,2} [ \u00a0]?
    (?P<name> [^\n()@—]{2,60}? ) [ \u00a0]*
    \( @ (?P<handle> \w{1,30} ) \) [ \u00a0]+
    (?P<day> (?: [A-Z][a-z]+\.?\ \d{1,2},\ \d{4} ) | (?: \d{1,2}\ [A-Z][a-z]+\.?,?\ \d{4} ) )
    """,
    re.VERBOSE,
)
_LONGEST_POST = 1_200
# What a post shows instead of words: links, pictures.
_TAIL = re.compile(r"(?:\s*(?:https?://\S{1,200}|pic\.twitter\.com/\S{1,60}|(?:pic\.)?x\.com/\S{1,60}))+\s*$")

# A Markdown block quote: lines that begin with ">".
_BLOCK = re.compile(r"(?:^|(?<=\n))[ ]{0,3}>[ ]?[^\n]*(?:\n[ ]{0,3}>[ ]?[^\n]*)*")


class Post(NamedTuple):
    """Words at `start`..`end` that their own layout gives to `speaker`, "" where it names nobody."""

    start: int
    end: int
    speaker: str


def find_posts(text: str) -> list[Post]:
    """Return signed posts and block quotes in order; linear time, never raises."""
    found = [*_signed(text), *_blocks(text)]
    return sorted(found)


def _signed(text: str) -> list[Post]:
    posts: list[Post] = []
    floor = 0
    if "(@" not in text:
        return posts
    for sign in _SIGNED.finditer(text):
        stop = sign.start()
        near = max(floor, stop - _LONGEST_POST)
        body_end = near + len(text[near:stop].rstrip())
        line = text.rfind("\n", near, body_end) + 1
        start = max(near, line)
        tail = _TAIL.search(text, max(start, body_end - 400), body_end)
        end = tail.start() if tail else body_end
        if end > start:
            posts.append(Post(start, end, f"{' '.join(sign['name'].split())} (@{sign['handle']})"))
        floor = sign.end()
    return posts


def _blocks(text: str) -> list[Post]:
    posts: list[Post] = []
    if ">" not in text:
        return posts
    for block in _BLOCK.finditer(text):
        words = block.group()
        start = block.start() + len(words) - len(words.lstrip(" >"))
        end = block.start() + len(words.rstrip(" >\n"))
        if end > start:
            posts.append(Post(start, end, ""))
    return posts
