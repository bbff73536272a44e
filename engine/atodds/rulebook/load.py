"""Rule files become a rulebook, or one error that names every fault of every file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from atodds.errors import Fault, RulebookError
from atodds.rulebook.book import Rulebook
from atodds.rulebook.codec import rule_from_json, rule_to_json
from atodds.rulebook.kept import kept
from atodds.rulebook.places import own_list_files, rules_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from atodds.rulebook.own_lists import Lists
    from atodds.rulebook.rule import Rule


def load_rulebook(path: Path | str | Iterable[Path | str] | None = None) -> Rulebook:
    """
    Read rule files; None means the rules that come with atodds.

    A folder stands for all *.yaml files in it and below, except `lexicon/` and `*.facts.yaml`; a `lexicon/`
    beside a rule adds lists of words to the shipped ones. Raises RulebookError with every fault of every
    file. Files that were read before, and have not changed, are not validated again.
    """
    if path is None:
        path = rules_root()
    places = [path] if isinstance(path, (Path, str)) else list(path)
    missing: list[Fault] = []
    files = list(dict.fromkeys(file for place in places for file in _files(Path(place), missing)))
    if missing:
        _validated(files, missing)
    folders = dict.fromkeys(file.parent for file in files)
    sources = [*files, *(file for folder in folders for file in own_list_files(folder))]
    rules = [rule_from_json(rule) for rule in kept(sources, lambda: _validated(files, missing))]
    ordered = sorted(zip(rules, map(str, files), strict=True), key=lambda entry: entry[0].id)
    return Rulebook(tuple(rule for rule, _ in ordered), tuple(file for _, file in ordered))


def _validated(files: Iterable[Path], missing: Iterable[Fault]) -> list[Any]:
    """Return the rule of each file as JSON; raises RulebookError if there is any fault."""
    from atodds.rulebook.tree import read_text  # noqa: PLC0415 - rules that are known need no YAML
    from atodds.rulebook.validate import parse_rule  # noqa: PLC0415 - and no pydantic

    faults = list(missing)
    rules: dict[str, tuple[Rule, Path]] = {}
    lists: dict[Path, Lists] = {}
    for file in files:
        if file.parent not in lists:
            lists[file.parent] = _lists_of(file.parent, faults)
        text = read_text(file)
        read = [text] if isinstance(text, Fault) else parse_rule(str(file), text, lists[file.parent])
        if isinstance(read, list):
            faults.extend(read)
        elif read.id in rules:
            taken = f'the id "{read.id}" is taken by {rules[read.id][1]}'
            faults.append(Fault(str(file), 1, 1, "duplicate-id", taken))
        else:
            rules[read.id] = read, file
    if faults:
        raise RulebookError(sorted(faults, key=lambda fault: (fault.path, fault.line, fault.column)))
    return [rule_to_json(rule) for rule, _ in rules.values()]


def _lists_of(folder: Path, faults: list[Fault]) -> Lists:
    """Return the lists beside the rules of a folder; what is wrong with one is a fault."""
    from atodds.rulebook.own_lists import own_lists  # noqa: PLC0415 - lists come with rules that are read

    try:
        return own_lists(folder)
    except RulebookError as error:
        faults.extend(error.faults)
        return {}


def _files(place: Path, missing: list[Fault]) -> Iterator[Path]:
    """Return the rule files a path stands for; one that does not exist is a fault."""
    if place.is_dir():
        for file in sorted(place.rglob("*.yaml")):
            inner = file.relative_to(place)
            if "lexicon" not in inner.parts[:-1] and not file.name.endswith(".facts.yaml"):
                yield file
    elif place.exists():
        yield place
    else:
        missing.append(Fault(str(place), 0, 0, "missing", "there is no such file or folder"))
