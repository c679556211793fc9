"""The contacts of an edition that stand on a card for the wallet."""

from typing import Any

from manualkit.model.edition import Edition


def emergency_contacts(edition: Edition) -> list[dict[str, Any]]:
    """Return the contacts that are called in an emergency and have a number, as plain values."""
    contacts = [placed.value for placed in edition.contacts.values()]
    return [
        contact.model_dump() | {"unchecked": contact.example or contact.checked_on == "never"}
        for contact in contacts
        if contact.emergency and (contact.phone or contact.sms)
    ]
