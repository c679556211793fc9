"""Step 1: files → raw values that remember file, line and column."""

from manualkit.load.project import load_project

__all__ = ["load_project"]
