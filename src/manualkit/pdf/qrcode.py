"""The QR code of a sheet: filled squares, not lines, so that a bad copier keeps them even."""

from collections.abc import Iterable

import segno

QUIET = 4
"""Empty squares around it that a reader needs (ISO/IEC 18004)."""


def qr_svg(address: str) -> str:
    """Return the QR code of an address as a picture, with its quiet zone in white."""
    code = segno.make(address, error="l", micro=False)  # segno raises the level where room is left
    size = len(code.matrix) + 2 * QUIET
    rows = (_row(row, y) for y, row in enumerate(code.matrix, QUIET))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" '
        f'width="{size}" height="{size}"><path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/>'
        f'<path d="{"".join(rows)}"/></svg>'
    )


def _row(row: Iterable[int], y: int) -> str:
    """Return the dark pieces of a row, each as one rectangle."""
    parts, start = "", None
    for x, dark in enumerate([*row, 0], QUIET):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            parts += f"M{start} {y}h{x - start}v1h{start - x}z"
            start = None
    return parts
