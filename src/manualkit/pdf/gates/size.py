"""Gate: a sheet is small enough to be sent over a slow line."""

from manualkit.pdf.gates.fault import Fault

_KILOBYTE = 1024


def size_faults(content: bytes, most: int) -> list[Fault]:
    """Return whether a PDF has more bytes than it may have; 0 is no limit."""
    if not most or len(content) <= most:
        return []
    size = f"{len(content) / _KILOBYTE:.0f} KB where {most // _KILOBYTE} KB are the most"
    hint = "Look for a large picture. The budgets stand in templates/pdf/budgets.toml."
    return [Fault("pdf-too-large", size, hint)]
