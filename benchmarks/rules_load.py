"""How long 500 rule files take to load; the aim is under half a second."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter

from atodds.rulebook.load import load_rulebook
from atodds.rulebook.places import rules_root

FILES = 500
ROUNDS = 5


def main() -> None:
    """Write copies of the shipped rules under new names, and load them a few times."""
    shipped = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(rules_root().glob("*.yaml"))]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(FILES):
            stem, text = shipped[number % len(shipped)]
            copy = text.replace(f"id: {stem}\n", f"id: {stem}-{number}\n")
            Path(folder, f"{stem}-{number}.yaml").write_text(copy, encoding="utf-8")
        load_rulebook()  # the lexicon is read once
        seconds = []
        for _ in range(ROUNDS):
            start = perf_counter()
            book = load_rulebook(folder)
            seconds.append(perf_counter() - start)
    print(f"{len(book.rules)} rule files: best {min(seconds):.3f} s, worst {max(seconds):.3f} s of {ROUNDS}")


if __name__ == "__main__":
    main()
