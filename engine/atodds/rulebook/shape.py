"""What all parts of a rule file have in common: no unknown keys, no YAML coercions, no empty words."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


class Strict(BaseModel):
    """A part of a rule file; a key it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _flag(value: object) -> object:
    """Read true and false, the only two flags of a rule file; yes, no, on and 1 are words."""
    return {"true": True, "false": False}.get(value, "neither") if isinstance(value, str) else value


Flag = Annotated[bool, BeforeValidator(_flag)]
Word = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Words = tuple[Word, ...]
Patterns = Annotated[tuple[Word, ...], Field(min_length=1)]
