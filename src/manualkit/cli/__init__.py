"""The command line. Exit codes: 0 clean, 1 findings, 2 wrong use."""

from manualkit.cli.app import main

__all__ = ["main"]
