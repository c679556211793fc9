"""Step 5: composed editions → `site/<edition>/<language>/` through MkDocs, and a landing page.

Imported by the plugin as well, so that nothing here imports MkDocs; `manualkit.site.shards` does.
"""

from manualkit.site.links import PdfLink
from manualkit.site.plan import Counts, ShardResult, SitePlan, SiteReport

__all__ = ["Counts", "PdfLink", "ShardResult", "SitePlan", "SiteReport", "build_site"]


def build_site(plan: SitePlan) -> SiteReport:
    """Build what has changed and publish it to `site/`."""
    from manualkit.site.build import build_site as build  # noqa: PLC0415  (imports MkDocs, 0.4 s)

    return build(plan)
