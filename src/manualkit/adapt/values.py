"""Terms, contacts and facts of a context."""

import dataclasses as dc
from collections.abc import Iterator

from manualkit.adapt.record import Done, with_record
from manualkit.model.change import TermChange
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, did_you_mean, nearest
from manualkit.model.manual import Contact, ContactFields, Term
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
        findings += _lost_forms(core.value, change)
        # A lost form keeps the core's word, so that it leads to no other finding.
        forms = {**core.value.forms, **change.value.forms}
        # The translations of the word before are those of another word.
        update = {"forms": forms, "translations": change.value.translations}
        term = core.value.model_copy(update=update)
        terms = {**edition.terms, term.id: Placed(term, change.source, change.key)}
        done = Done("term", term.id, change.location, _forms(core.value), _forms(term))
        edition = with_record(dc.replace(edition, terms=terms), change.value, done)
    return edition, findings


def _forms(term: Term) -> str:
    return ", ".join(term.forms.values())


def _lines(contact: Contact) -> str:
    """Return what a contact says, a line each."""
    parts = contact.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    said = {name: "yes" if value is True else value for name, value in parts.items()}
    return "\n".join(f"{name.replace('_', ' ')}: {value}" for name, value in said.items())


def _lost_forms(core: Term, change: Placed[TermChange]) -> Iterator[Finding]:
    """Yield a finding for each form of the core's term that the context does not give."""
    added = [form for form in change.value.forms if form not in core.forms]
    for form in core.forms:
        misspelt = nearest(form, added)
        if form in change.value.forms:
            continue
        if misspelt is not None:
            where = change.source.key_at(*change.key, "forms", misspelt)
            message = f'"{misspelt}" is not a key that is known here.'
            yield Finding("unknown-key", where, message, f'Did you mean "{form}"?')
        else:
            message = f'The form "{form}" of the term "{core.id}" is missing.'
            hint = f"Add `{form}: …` under forms."
            yield Finding("form-missing", change.at("forms"), message, hint)


def change_contacts(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Put the contacts of the context in place of the core's, or beside them.

    A contact of the core keeps what the manual's text may refer to: its phone number.
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
            contact = contact.model_copy(update={"phone": core.value.phone})
        contacts = {**edition.contacts, contact.id: Placed(contact, change.source, change.key)}
        before = _lines(core.value) if core else ""
        done = Done("contact", contact.id, change.location, before, _lines(contact))
        edition = with_record(dc.replace(edition, contacts=contacts), change.value, done)
    return edition, findings


def change_facts(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Put the facts of the context in place of the core's, or beside them."""
    findings: list[Finding] = []
    for change in context.facts:
        fact, core = change.value.as_fact(), edition.facts.get(change.value.fact)
        if core is not None and core.value.kind != fact.kind:
            message = f'The fact "{fact.id}" is of the kind {core.value.kind}, not {fact.kind}.'
            hint = f"Write `kind: {core.value.kind}`."
            findings.append(Finding("fact-kind", change.at("kind"), message, hint))
        facts = {**edition.facts, fact.id: Placed(fact, change.source, change.key)}
        before = core.value.value if core else ""
        done = Done("fact", fact.id, change.location, before, fact.value)
        edition = with_record(dc.replace(edition, facts=facts), change.value, done)
    return edition, findings
