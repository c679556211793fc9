"""From a build to `site/`: only files that differ are written, and what is gone is removed."""

from collections.abc import Collection, Mapping
from pathlib import Path

from manualkit.site.plan import Counts
from manualkit.store import remove_others, write_if_changed

_NOT_PUBLISHED = frozenset({"sitemap.xml.gz"})


def publish(folder: Path, contents: Mapping[str, bytes]) -> Counts:
    """Make `folder` hold these contents and nothing else."""
    counts = write_all(folder, contents)
    removed = remove_others(folder, [folder / name for name in contents])
    return counts + Counts(removed=removed)


def write_all(folder: Path, contents: Mapping[str, bytes]) -> Counts:
    """Write contents below `folder`, and leave what else stands there."""
    written = sum(write_if_changed(folder / name, content) for name, content in contents.items())
    return Counts(written, len(contents) - written)


def built_files(build: Path) -> dict[str, bytes]:
    """Return what MkDocs built, without what changes with every build."""
    return {
        path.relative_to(build).as_posix(): path.read_bytes()
        for path in sorted(build.rglob("*"))
        if path.is_file() and path.name not in _NOT_PUBLISHED
    }


def remove_gone(
    site: Path, renditions: Collection[tuple[str, str]], beside: Collection[str]
) -> int:
    """Remove renditions that the site no longer has. Return how many files went.

    `beside` names what stands beside the editions at the top of the site.
    """
    keep = {site / name for name in beside} | {
        site / edition / language for edition, language in renditions
    }
    files = [path for path in site.rglob("*") if path.is_file()]
    return remove_others(site, [path for path in files if keep & {path, *path.parents}])
