"""Rule files become a rulebook, or one error that names every fault of every file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from atodds.errors import Fault, RulebookError
from atodds.rulebook.book import Rulebook
from atodds.rulebook.own_lists import Lists, own_lists
from atodds.rulebook.places import rules_root
from atodds.rulebook.tree import read_text
from atodds.rulebook.validate import parse_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from atodds.rulebook.rule import Rule


def load_rulebook(path: Path | str | Iterable[Path | str] | None = None) -> Rulebook:
    """
    Read rule files; None means the rules that come with atodds.

    A folder stands for all *.yaml files in it and below, except `lexicon/` and `*.facts.yaml`; a `lexicon/`
    beside a rule adds lists of words to the shipped ones. Raises RulebookError with every fault of every
    file.
    """
    if path is None:
        path = rules_root()
    places = [path] if isinstance(path, (Path, str)) else list(path)
    rules: dict[str, tuple[Rule, str]] = {}
    faults: list[Fault] = []
    lists: dict[Path, Lists] = {}
    for file in dict.fromkeys(file for place in places for file in _files(Path(place), faults)):
        if file.parent not in lists:
            lists[file.parent] = _lists_of(file.parent, faults)
        read = _read(file, lists[file.parent])
        if isinstance(read, list):
            faults.extend(read)
        elif read.id in rules:
            taken = f'the id "{read.id}" is taken by {rules[read.id][1]}'
            faults.append(Fault(str(file), 1, 1, "duplicate-id", taken))
        else:
            rules[read.id] = read, str(file)
    if faults:
        raise RulebookError(sorted(faults, key=lambda fault: (fault.path, fault.line, fault.column)))
    ordered = sorted(rules.values(), key=lambda entry: entry[0].id)
    return Rulebook(tuple(rule for rule, _ in ordered), tuple(file for _, file in ordered))


def _read(path: Path, lists: Lists) -> Rule | list[Fault]:
    text = read_text(path)
    return [text] if isinstance(text, Fault) else parse_rule(str(path), text, lists)


def _lists_of(folder: Path, faults: list[Fault]) -> Lists:
    """Return the lists beside the rules of a folder; what is wrong with one is a fault."""
    try:
        return own_lists(folder)
    except RulebookError as error:
        faults.extend(error.faults)
        return {}


def _files(place: Path, faults: list[Fault]) -> Iterator[Path]:
    """Return the rule files a path stands for; one that does not exist is a fault."""
    if place.is_dir():
        for file in sorted(place.rglob("*.yaml")):
            inner = file.relative_to(place)
            if "lexicon" not in inner.parts[:-1] and not file.name.endswith(".facts.yaml"):
                yield file
    elif place.exists():
        yield place
    else:
        faults.append(Fault(str(place), 0, 0, "missing", "there is no such file or folder"))
