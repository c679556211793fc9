"""Gate: PDF/UA-1, by page-validation where it is installed (it is a tool of the tests)."""

from functools import cache
from importlib import import_module, metadata
from types import ModuleType

from manualkit.pdf.gates.fault import Fault

_MOST_SHOWN = 5


def access_faults(content: bytes) -> list[Fault]:
    """Return where a PDF is not PDF/UA-1."""
    validator = _validator()
    if validator is None:
        return []
    result = validator.validate_pdf_bytes(content, profile=validator.ValidationProfile.PDF_UA_1)
    hint = "A screen reader may stumble here; look at the page's HTML and at the print templates."
    return [
        Fault("pdf-not-accessible", f"PDF/UA-1: {failure}", hint)
        for failure in result.failures[:_MOST_SHOWN]
    ]


@cache
def _validator() -> ModuleType | None:
    # The package's module has a name that anybody may use, so the package is asked for.
    try:
        metadata.version("page-validation")
    except metadata.PackageNotFoundError:
        return None
    return import_module("page")
