"""Picture credits: how a caption ends."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from atodds.read.wordings import any_of, names

_TAIL: Final = 120  # characters at the end of a paragraph in which its credit must lie
_SENTENCE_ENDS: Final = ".!?\"'”’"
_NAME: Final = r"[A-Z][\w.'’-]*"


def ends_in_credit(words: str) -> bool:
    """
    Say whether a paragraph ends as captions do: "… EPA/JANE ROE", "… (Photo: Jane Roe)", "… Jane Roe via AP".

    A sentence that names an agency, "… a doctor told AFP.", has its full stop and is no caption.
    """
    if words[-1] in ")]":
        return _in_brackets(words[-_TAIL:])
    if words[-1] in _SENTENCE_ENDS:
        return False
    tail = words[-_TAIL:]
    return ("/" in tail or tail.endswith(names("agencies"))) and _signed().search(tail) is not None


@cache
def _signed() -> re.Pattern[str]:
    agency = any_of("agencies")
    return re.compile(
        rf"""
        (?: \b (?: {agency} ) \s? / \s? {_NAME} (?: \s {_NAME} ){{0,3}}      # EPA/JANE ROE, AFP / Jane Roe
          | {_NAME} \.? (?: \s?/\s? | \s via \s ) (?: {agency} )             # Jane Roe/AFP, LUR. TV via AP
          | {_NAME} \s {_NAME} \s (?: {agency} )                             # Jane ROE AFP
        ) \Z
        """,
        re.VERBOSE,
    )


def _in_brackets(tail: str) -> bool:
    """
    Say whether the last brackets hold a credit: "(Photo: Jane Roe)", "(Jane Roe/FOX5)", "[Courtesy]".

    Behind a full stop a name will do: "The pier on Monday. (Harbour TV)". "(Reuters)" there signs a report.
    """
    left = max(tail.rfind("("), tail.rfind("["))
    if left < 0:
        return False
    inside = tail[left + 1 : -1].strip()
    if _SLASHED.search(inside):
        return True
    spoken = inside.casefold()
    if any(spoken.startswith(word) or f" {word}" in spoken for word in names("credit_words")):
        return True
    behind_stop = tail[:left].rstrip()[-1:] in _SENTENCE_ENDS[:3]
    return behind_stop and _NAMES.fullmatch(inside) is not None and inside not in names("wires")


_SLASHED: Final = re.compile(rf"{_NAME}\s?/\s?{_NAME}")
_NAMES: Final = re.compile(rf"{_NAME}(?:\s(?:{_NAME}|\d+)){{0,4}}")
