"""The whole site: renditions, shared assets, landing page."""

from manualkit.model.short_address import FOLDER
from manualkit.site.assets import shared_assets
from manualkit.site.hosting import hosting_files
from manualkit.site.jobs import plan_jobs
from manualkit.site.landing import landing_pages
from manualkit.site.plan import Counts, SitePlan, SiteReport
from manualkit.site.publish import publish, remove_gone, write_all
from manualkit.site.shards import build_shards, site_address
from manualkit.site.short import short_pages
from manualkit.site.status import status_page


def build_site(plan: SitePlan) -> SiteReport:
    """Build what has changed and publish it to `site/`."""
    site = plan.root / "site"
    shards = build_shards(plan_jobs(plan, site_address(plan.root)), plan.workers, plan.on_progress)
    shared = publish(site / "assets", shared_assets(plan.root))
    address = site_address(plan.root)
    pages = landing_pages(plan, address) | status_page(plan)
    pages |= hosting_files(plan.editions, address)
    renditions = [(manifest.edition.id, language) for manifest, language in plan.renditions]
    gone = remove_gone(site, renditions, ("assets", FOLDER, *pages))
    shared += publish(site / FOLDER, short_pages(plan, site_address(plan.root)))
    shared += write_all(site, pages) + Counts(removed=gone)
    return SiteReport(tuple(shards), shared)
