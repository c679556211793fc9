"""Links to the PDFs of a rendition."""

import dataclasses as dc
from collections.abc import Iterable

from manualkit.model.manifest import Manifest

_KILO = 1000
_NEARLY_A_MEGA = 995 * _KILO


@dc.dataclass(frozen=True, slots=True)
class PdfLink:
    """A PDF that a page offers. The same file may be offered on several pages."""

    page: str
    """Path of the page that offers it; empty for every page (the whole manual)."""
    kind: str
    """`manual`, `session`, `checklist`, `handout`, `case-study`: `site.pdf.<kind>` names it.

    Behind a kind stands its variant: `checklist.fillable`.
    """
    file: str
    """Path below `dist/<edition>/<language>/`; it is published below `pdf/`."""
    bytes: int
    """Size of the file, told before somebody pays for the download."""


def links_of(page: str, links: Iterable[PdfLink]) -> list[PdfLink]:
    """Return the links of a page: its own first, then those that every page offers."""
    return sorted(
        (link for link in links if link.page in (page, "")), key=lambda link: not link.page
    )


def kit_title(manifest: Manifest, file: str) -> str:
    """Return the English title of the kit that a file holds."""
    return next((kit.title for kit in manifest.kits if file == f"kit-{kit.id}.pdf"), "")


def size_text(size: int) -> str:
    """Return a size in words that a reader of any language knows: `87 KB`, `1.4 MB`.

    Two digits are enough to choose by, and a small edit does not change the pages that tell it.
    """
    if size >= _NEARLY_A_MEGA:
        return f"{size / _KILO / _KILO:.1f} MB"
    return f"{max(1.0, float(f'{size / _KILO:.2g}')):.0f} KB"
