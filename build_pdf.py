#!/usr/bin/env python3
"""Build the PDFs: the same as `manualkit pdf` (see `python build_pdf.py --help`)."""

import importlib.util
import os
import sys
from pathlib import Path

VENV = Path(__file__).parent / ".venv" / "bin" / "python"

if __name__ == "__main__":
    if importlib.util.find_spec("manualkit") is None and VENV.exists():
        os.execv(VENV, [str(VENV), *sys.argv])  # noqa: S606  (the project's own Python)
    from manualkit.cli import main

    main(["pdf", *sys.argv[1:]])
