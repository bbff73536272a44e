"""`python -m atodds` is `atodds`."""

from atodds.cli import main

main()
