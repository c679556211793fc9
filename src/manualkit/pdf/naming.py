"""Names of sheets that readers ask for: variant and forms stand behind the usual name."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path, PurePosixPath

from manualkit.model.forms import FORMS, NEUTRAL, Forms
from manualkit.model.variant import VARIANTS, Variant

_END = ".pdf"


def sheet_file(usual: str, variant: Variant, forms: Forms) -> str:
    """Return the path of a sheet beside its usual one: `x.large.client-f.pdf` beside `x.pdf`."""
    return f"{usual.removesuffix(_END)}{variant.suffix}{forms.suffix}{_END}"


def others_of(root: Path, folder: str) -> Mapping[str, list[tuple[Variant, Forms]]]:
    """Return by their usual paths the sheets of a folder that have a variant or forms."""
    found: dict[str, list[tuple[Variant, Forms]]] = {}
    for name in _names(root / folder):
        stem, _, suffix = name.removesuffix(_END).partition(".")
        meant = _suffixes().get(f".{suffix}") if suffix else None
        if meant is not None:
            found.setdefault(str(PurePosixPath(folder, f"{stem}{_END}")), []).append(meant)
    return found


def _names(folder: Path) -> Iterator[str]:
    if folder.is_dir():
        yield from sorted(path.name for path in folder.iterdir() if path.suffix == _END)


@cache
def _suffixes() -> Mapping[str, tuple[Variant, Forms]]:
    pairs = product(VARIANTS, (NEUTRAL, *FORMS.values()))
    return {variant.suffix + forms.suffix: (variant, forms) for variant, forms in pairs}
