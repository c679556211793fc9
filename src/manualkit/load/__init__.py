"""Step 1: files → raw values that remember file, line and column."""

from manualkit.load.glossaries import load_glossaries
from manualkit.load.languages import with_language
from manualkit.load.project import load_project

__all__ = ["load_glossaries", "load_project", "with_language"]
