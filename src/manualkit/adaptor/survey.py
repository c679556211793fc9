"""All changes of a context beside the core, in the order of their ids."""

from collections.abc import Collection
from pathlib import Path

from manualkit.adaptor.comparison import Comparison, compare
from manualkit.adaptor.kept import Kept
from manualkit.adaptor.pages import compare_pages
from manualkit.adaptor.values import compare_values
from manualkit.model.core_text import CoreTexts
from manualkit.model.project import Context, Core


def survey(core: Core, context: Context, root: Path, brought: Collection[str]) -> list[Comparison]:
    """Return every change of a context: what it stands on, and what the core says now.

    `brought` are ids of blocks that the edition has and the core has not.
    """
    found = [
        *compare(CoreTexts.of(core), context, Kept(root / context.folder), brought),
        *compare_values(core, context),
        *compare_pages(core, context),
    ]
    return sorted(found, key=lambda comparison: comparison.id)
