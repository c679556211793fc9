"""Step 5: composed editions → `site/<edition>/<language>/` through MkDocs, and a landing page.

Imported by the plugin as well, so that nothing here imports MkDocs; `manualkit.site.shards` does.
"""

from pathlib import Path

from manualkit.site.kept import keep_version, older_than_text
from manualkit.site.links import PdfLink
from manualkit.site.plan import Counts, ShardResult, SitePlan, SiteReport
from manualkit.site.versions import KEPT, old_versions

__all__ = [
    "KEPT",
    "Counts",
    "PdfLink",
    "ShardResult",
    "SitePlan",
    "SiteReport",
    "build_site",
    "keep_version",
    "old_versions",
    "older_than_text",
    "site_address",
]


def build_site(plan: SitePlan) -> SiteReport:
    """Build what has changed and publish it to `site/`."""
    from manualkit.site.build import build_site as build  # noqa: PLC0415  (imports MkDocs, 0.4 s)

    return build(plan)


def site_address(root: Path) -> str:
    """Return the address that `mkdocs.yml` gives the site; empty if there is none."""
    if not (root / "mkdocs.yml").is_file():
        return ""
    from manualkit.site.shards import site_address as read  # noqa: PLC0415  (imports MkDocs)

    return read(root)
