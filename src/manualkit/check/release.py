"""What may wait while an edition is written, and may not wait when it is released."""

import dataclasses as dc
from collections.abc import Iterable, Iterator

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Severity

_ERRORS = frozenset(
    {
        "approval-one-role",
        "approval-page",
        "contact-expired",
        "fixme-left",
        "font-missing",
        "stale-change",
    }
)
"""Warnings that a release refuses."""
_PREFIXES = ("rights-",)
"""So does it everything whose code begins like this."""


def as_released(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings as a release takes them: what may not wait is an error."""
    return [
        dc.replace(finding, severity=Severity.ERROR) if _refused(finding.code) else finding
        for finding in findings
    ]


def _refused(code: str) -> bool:
    return code in _ERRORS or code.startswith(_PREFIXES)


def unchecked_contacts(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each contact that is an example, or that nobody has ever checked."""
    for placed in edition.contacts.values():
        contact = placed.value
        what = "is an example" if contact.example else "was never checked"
        if contact.example or contact.checked_on == "never":
            message = f'The contact "{contact.id}" ({contact.label}) {what}.'
            hint = "Look the number up on the official page; then write `example: false`, "
            hint += "`checked_on`, `checked_by`, `expires` and `source`."
            yield Finding("release-contact", placed.location, message, hint)
