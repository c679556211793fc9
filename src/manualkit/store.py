"""Writing files: complete or not at all, and only if their bytes differ."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write `content` to `path` in one move. Return whether the file's bytes changed."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as temporary:
        temporary.write(content)
    name = Path(temporary.name)
    try:
        # A temporary file is private; what we make is to be read by all, as any other file.
        mask = os.umask(0)
        os.umask(mask)
        mode = stat.S_IRUSR | stat.S_IWUSR | stat.S_IRGRP | stat.S_IWGRP | stat.S_IROTH
        name.chmod(mode & ~mask)
        name.replace(path)
    finally:
        name.unlink(missing_ok=True)
    return True


def remove_others(folder: Path, keep: Iterable[Path]) -> int:
    """Remove the files below `folder` that are not in `keep`, and folders left empty.

    Return how many files that were.
    """
    wanted, removed = set(keep), 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
            removed += 1
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return removed
