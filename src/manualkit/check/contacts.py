"""Contacts that nobody has checked for too long."""

from collections.abc import Iterator
from datetime import date

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Severity


def contact_findings(edition: Edition, today: date) -> Iterator[Finding]:
    """Yield a warning for each contact that has run out by `today`."""
    for placed in edition.contacts.values():
        contact = placed.value
        if contact.checked_on != "never" and contact.expires is None:
            message = f'The contact "{contact.id}" was checked but says not until when that holds.'
            hint = "Add `expires:` with a date about three months after the check."
            yield Finding("contact-without-expiry", placed.location, message, hint)
        if contact.expires is not None and contact.expires < today:
            message = f'The contact "{contact.id}" ran out on {contact.expires}.'
            hint = "Check the number on the official page, then set checked_on and expires anew."
            where = placed.at("expires")
            yield Finding("contact-expired", where, message, hint, Severity.WARNING)
