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
from manualkit.site.superseded import publish_old
from manualkit.site.versions import FOLDER as VERSIONS


def build_site(plan: SitePlan) -> SiteReport:
    """Build what has changed and publish it to `site/`."""
    site = plan.root / "site"
    shards = build_shards(plan_jobs(plan, site_address(plan.root)), plan.workers, plan.on_progress)
    shared = publish(site / "assets", shared_assets(plan.root))
    address = site_address(plan.root)
    pages = landing_pages(plan, address) | status_page(plan)
    pages |= hosting_files(plan.editions, address)
    renditions = [(manifest.edition.id, language) for manifest, language in plan.renditions]
    renditions += [(old.listed.edition, f"{VERSIONS}/{old.listed.version}") for old in plan.old]
    gone = remove_gone(site, renditions, ("assets", FOLDER, *pages))
    shared += publish(site / FOLDER, short_pages(plan, site_address(plan.root)))
    shared += write_all(site, pages) + Counts(removed=gone)
    shared += publish_old(plan)
    return SiteReport(tuple(shards), shared)
