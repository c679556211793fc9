"""What may be printed smaller than clear print; `templates/pdf/paper.toml` says it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def smaller_print(root: Path) -> Mapping[str, float]:
    """Return the classes of elements whose text may be smaller, and the points that it needs."""
    text = (root / "templates" / "pdf" / "paper.toml").read_text("utf-8")
    return {name: float(points) for name, points in tomllib.loads(text)["smaller"].items()}
