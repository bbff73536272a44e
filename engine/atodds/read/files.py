"""Paths become files to read, each with its dossier, in an order of their own."""

from __future__ import annotations

import glob
import os
import stat
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from atodds.model.finding import Problem
from atodds.read.formats import STDIN, Format, format_of, missing_extra, stem_of, suffix_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# What lies beside articles without being one: rules, facts, settings, the project's own pages.
_SILENT_SUFFIXES: Final = frozenset({".yaml", ".yml", ".toml", ".ini", ".cfg", ".py", ".pyc", ".lock"})
_SILENT_STEMS: Final = frozenset({"README", "LICENSE", "LICENCE", "CHANGELOG", "NOTICE", "CONTRIBUTING"})
_STDIN_EVENT: Final = "stdin"
_SILENT_FOLDERS: Final = frozenset({"__pycache__", "node_modules"})


@dataclass(frozen=True, slots=True)
class Source:
    """
    One file to read.

    `event` is the dossier of its article, or of the rows of a table that name none; `id` the path below the
    PATH that was asked for; `folder` what the dossier is called after; `kind` how it is read.
    """

    path: Path
    id: str
    event: str
    folder: Path
    kind: Format = Format.TEXT

    @property
    def shown(self) -> str:
        """Return the path as given, for messages."""
        return _shown(self.path)

    @property
    def is_table(self) -> bool:
        """Say whether the file holds one article a row."""
        return self.kind.is_table

    @property
    def is_stdin(self) -> bool:
        """Say whether this is no file but the standard input."""
        return self.id == STDIN and self.event == _STDIN_EVENT


def find_sources(paths: Iterable[Path | str], tell: Callable[[Problem], None]) -> list[Source]:
    """
    Return the files that paths stand for, sorted by dossier and id, each file once.

    A path may be a pattern, "reports/**/*.html", and "-" is the standard input. Paths that do not exist and
    files that are no articles go to `tell`. In a folder, hidden files, rules and settings (`*.yaml`,
    `*.toml`, `*.py` …), README and LICENSE are left out without a word.
    """
    sources: list[Source] = []
    loose: list[Path] = []
    for path in sorted(_expanded(paths, tell)):
        if str(path) == STDIN:
            sources.append(Source(path, STDIN, _STDIN_EVENT, path))
        elif path.is_dir():
            sources += _in_folder(path, tell)
        elif problem := _unusable(path):
            tell(Problem(_shown(path), problem))
        else:
            loose.append(path)
    sources.sort(key=_place)
    sources += sorted(_side_by_side(loose), key=_place)
    once: dict[str, Source] = {}
    for source in sources:
        once.setdefault(STDIN if source.is_stdin else os.path.realpath(source.path), source)
    return sorted(_told_apart(list(once.values())), key=_place)


def _expanded(paths: Iterable[Path | str], tell: Callable[[Problem], None]) -> set[Path]:
    """Return paths with each pattern replaced by what it stands for; a file may be called "a[1].txt"."""
    found: set[Path] = set()
    for path in map(str, paths):
        if not glob.has_magic(path) or "\0" in path or os.path.lexists(path):
            found.add(Path(path))
        elif alike := glob.glob(path, recursive=True):  # noqa: PTH207 - patterns may be absolute
            found.update(map(Path, alike))
        else:
            tell(Problem(_shown(Path(path)), "no file or folder has a name like this"))
    return found


def _in_folder(folder: Path, tell: Callable[[Problem], None]) -> Iterator[Source]:
    """Yield the files of a folder and of all folders below it."""
    walked: set[str] = set()

    def unreadable(error: OSError) -> None:
        tell(Problem(_shown(Path(error.filename)), f"cannot be opened: {error.strerror}"))

    for root, subfolders, names in os.walk(folder, onerror=unreadable, followlinks=True):
        real = os.path.realpath(root)
        if real in walked:  # a link back up the tree
            subfolders.clear()
            continue
        walked.add(real)
        subfolders[:] = sorted(
            name for name in subfolders if not name.startswith(".") and name not in _SILENT_FOLDERS
        )
        below = Path(root).relative_to(folder)
        event = _shown(below) if below.parts else folder.resolve().name or "articles"
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith(".") or _lies_beside_articles(path):
                continue
            if problem := _unusable(path, named=False):
                tell(Problem(_shown(path), problem))
            else:
                yield _source(path, _shown(below / name), event, Path(root))


def _side_by_side(paths: list[Path]) -> Iterator[Source]:
    """Yield files that were named directly: one dossier, called after the folder that they share."""
    if not paths:
        return
    folders = [path.parent.resolve() for path in paths]
    shared = Path(os.path.commonpath(folders))
    for path, folder in zip(paths, folders, strict=True):
        name = _shown(folder.relative_to(shared) / path.name)
        yield _source(path, name, _shown(Path(shared.name)) if shared.name else "articles", shared)


def _source(path: Path, name: str, event: str, folder: Path) -> Source:
    kind = format_of(path.name) or Format.TEXT
    if kind.is_table:
        return Source(path, name, _shown(Path(stem_of(path.name))), path, kind)
    return Source(path, name, event, folder, kind)


def _lies_beside_articles(path: Path) -> bool:
    return (
        path.name.endswith("~")
        or path.suffix.lower() in _SILENT_SUFFIXES
        or path.name.split(".", 1)[0].upper() in _SILENT_STEMS
    )


def _unusable(path: Path, *, named: bool = True) -> str:
    """Return in words why a path cannot be read as articles, "" if it can; `named` by the user."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return "is a link to nothing" if path.is_symlink() else "no such file or folder"
    except OSError as error:
        return f"cannot be opened: {error.strerror or error}"
    except ValueError:
        return "cannot be opened: no path holds a NUL character"
    if not named and not stat.S_ISREG(mode):
        return "is no regular file"
    return _unread_format(path, named=named)


def _unread_format(path: Path, *, named: bool) -> str:
    """Return in words why files of this name are not read, "" if they are."""
    kind, suffix = format_of(path.name), suffix_of(path.name)
    if kind is not None and (extra := missing_extra(kind)):
        return f"{suffix} files need the extra atodds[{extra}]"
    if suffix == ".json":
        return "is JSON as a whole; write one object a line and call the file .jsonl"
    if _lies_beside_articles(path):  # named by hand, or by a shell's *
        return "is no article by its name; rename it to have it read"
    if not named and kind is None:
        return f"{suffix} files are not read from a folder; name the file to have it read as text"
    return ""


def _told_apart(sources: list[Source]) -> list[Source]:
    """Return the sources, dossiers of one name that lie in different places called by their whole path."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for event, folder in {(source.event, source.folder) for source in sources}:
        places[event].add(os.path.realpath(folder))
    return [
        replace(source, event=_shown(source.folder)) if len(places[source.event]) > 1 else source
        for source in sources
    ]


def _place(source: Source) -> tuple[str, str]:
    return source.event, source.id


def _shown(path: Path) -> str:
    """Return a path as text with "/" between its parts, undecodable bytes of its name as U+FFFD."""
    return os.fsencode(path.as_posix()).decode("utf-8", errors="replace")
