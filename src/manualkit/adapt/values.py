"""Terms, contacts and facts of a context."""

import dataclasses as dc

from manualkit.adapt.record import with_record
from manualkit.model.change import Record
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.manual import Contact, ContactFields
from manualkit.model.project import Context, Placed


def change_terms(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Give terms the words of the context; every form that the core has must be there."""
    findings: list[Finding] = []
    for change in context.terms:
        core = edition.terms.get(change.value.term)
        if core is None:
            hint = did_you_mean(change.value.term, edition.terms, "See docs/terms.yml.")
            message = f'There is no term "{change.value.term}".'
            findings.append(Finding("unknown-term", change.at("term"), message, hint))
            continue
        for form in core.value.forms:
            if form not in change.value.forms:
                message = f'The form "{form}" of the term "{change.value.term}" is missing.'
                hint = f"Add `{form}: …` under forms."
                findings.append(Finding("form-missing", change.at("forms"), message, hint))
        term = core.value.model_copy(update={"forms": change.value.forms})
        terms = {**edition.terms, term.id: Placed(term, change.source, change.key)}
        edition = dc.replace(edition, terms=terms)
        edition = with_record(edition, change.value, "term", term.id, change.location)
    return edition, findings + _impact(context)


def change_contacts(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Put the contacts of the context in place of the core's, or beside them.

    A contact of the core keeps what the manual's text may refer to: a phone number stays a phone number.
    """
    findings: list[Finding] = []
    for change in context.contacts:
        fields = {name: getattr(change.value, name) for name in ContactFields.model_fields}
        contact = Contact(id=change.value.contact, **fields)
        core = edition.contacts.get(contact.id)
        if core is not None and core.value.phone and not contact.phone:
            message = f'The contact "{contact.id}" has lost its phone number.'
            hint = "Add `phone:`; safety text refers to it."
            findings.append(Finding("contact-without-phone", change.location, message, hint))
        contacts = {**edition.contacts, contact.id: Placed(contact, change.source, change.key)}
        edition = dc.replace(edition, contacts=contacts)
        edition = with_record(edition, change.value, "contact", contact.id, change.location)
    return edition, findings


def change_facts(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Put the facts of the context in place of the core's, or beside them."""
    for change in context.facts:
        fact = change.value.as_fact()
        facts = {**edition.facts, fact.id: Placed(fact, change.source, change.key)}
        edition = dc.replace(edition, facts=facts)
        edition = with_record(edition, change.value, "fact", fact.id, change.location)
    return edition, []


def _impact(context: Context) -> list[Finding]:
    """Refuse changes that say of themselves that they change the core."""
    records: list[tuple[Record, Location]] = [
        *((entry.value, entry.at("core_impact")) for entry in context.terms),
        *((entry.value, entry.at("core_impact")) for entry in context.contacts),
        *((entry.value, entry.at("core_impact")) for entry in context.facts),
        *((entry.value, entry.at("core_impact")) for entry in context.pictures),
        *((entry.value, entry.at("core_impact")) for entry, _ in context.case_studies),
        *((change.record, change.source.at("core_impact")) for change in context.texts),
    ]
    return [
        Finding(
            "core-changed",
            where,
            f'The change {record.id} says that it changes the core ("core_impact: core-changed").',
            "Change the core manual itself with its owner, or leave the core as it is.",
        )
        for record, where in records
        if record.core_impact == "core-changed"
    ]
