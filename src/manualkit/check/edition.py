"""All checks of an edition, in one list."""

from collections.abc import Callable, Iterable
from datetime import date

from manualkit.check.approval import approval_findings, logo_findings
from manualkit.check.contacts import contact_findings
from manualkit.check.coverage import coverage_findings
from manualkit.check.disclaimers import disclaimer_findings
from manualkit.check.forms import form_findings
from manualkit.check.instruments import instrument_findings
from manualkit.check.links import link_findings
from manualkit.check.minutes import minutes_findings
from manualkit.check.names import name_findings
from manualkit.check.news import news_findings
from manualkit.check.picture_rights import picture_rights_findings
from manualkit.check.protected import protected_findings
from manualkit.check.rights import rights_findings
from manualkit.check.stories import story_findings
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding

_CHECKS: tuple[Callable[[Edition], Iterable[Finding]], ...] = (
    protected_findings,
    name_findings,
    coverage_findings,
    minutes_findings,
    link_findings,
    story_findings,
    rights_findings,
    disclaimer_findings,
    approval_findings,
    logo_findings,
    picture_rights_findings,
    instrument_findings,
    form_findings,
    news_findings,
)


def check_edition(edition: Edition, today: date) -> list[Finding]:
    """Return the findings of all checks of an edition."""
    findings = [finding for check in _CHECKS for finding in check(edition)]
    return findings + list(contact_findings(edition, today))
