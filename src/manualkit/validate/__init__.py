"""Step 2: raw values → typed models. Every fault of every file in one run, each with its place."""

from manualkit.validate.glossary import validate_glossary
from manualkit.validate.project import validate_project

__all__ = ["validate_glossary", "validate_project"]
