"""`python -m manualkit` is `manualkit`."""

from manualkit.cli import main

main()
