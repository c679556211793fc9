"""Terms, contacts and facts of a context beside the core's."""

from collections.abc import Iterator

from manualkit.adaptor.comparison import Comparison, State
from manualkit.model.change import ContactChange, FactChange, TermChange
from manualkit.model.core_text import CoreText
from manualkit.model.finding import did_you_mean
from manualkit.model.manual import ContactFields
from manualkit.model.project import Context, Core, Placed

_ValueChange = TermChange | ContactChange | FactChange


def compare_values(core: Core, context: Context) -> Iterator[Comparison]:
    """Yield every entry of `terms.yml` and `contacts.yml` beside the core."""
    for term in context.terms:
        yield _compared(context, term, _term(core, term.value))
    for contact in context.contacts:
        yield _compared(context, contact, _contact(core, contact.value))
    for fact in context.facts:
        yield _compared(context, fact, _fact(core, fact.value))


_Found = tuple[State, str, CoreText | None, str]
"""How it stands, a note, what the core says, what the context says."""


def _compared(context: Context, entry: Placed[_ValueChange], found: _Found) -> Comparison:
    record, (state, note, now, yours) = entry.value, found
    action = type(record).__name__.removesuffix("Change").lower()
    return Comparison(
        edition=context.adaptation.value.id,
        id=record.id,
        action=action,
        name=f'{action} "{getattr(record, action)}"',
        where=entry.location,
        state=state,
        summary=record.summary,
        now=now,
        then=None,
        yours=yours,
        note=note,
    )


def _term(core: Core, change: TermChange) -> _Found:
    yours = _lines(change.forms)
    placed = core.terms.get(change.term)
    if placed is None:
        hint = did_you_mean(change.term, core.terms, "It was removed or renamed.")
        return State.OBSOLETE, f'The core has no term "{change.term}" any more. {hint}', None, yours
    forms = placed.value.forms
    now = CoreText(f'term "{change.term}"', _lines(forms), placed.location)
    lost = [form for form in forms if form not in change.forms]
    if lost:
        note = f"The core's term has the form {', '.join(lost)}, and yours has not: add it."
        return State.CONFLICT, note, now, yours
    return (*_unless_same(now, yours), now, yours)


def _contact(core: Core, change: ContactChange) -> _Found:
    yours = _contact_lines(change)
    placed = core.contacts.get(change.contact)
    if placed is None:
        return State.FITS, "A contact of your own; the core has none of this name.", None, yours
    name = f'contact "{change.contact}"'
    now = CoreText(name, _contact_lines(placed.value), placed.location)
    if placed.value.phone and not change.phone:
        return State.CONFLICT, "The core's contact has a phone number: add yours.", now, yours
    return (*_unless_same(now, yours), now, yours)


def _fact(core: Core, change: FactChange) -> _Found:
    placed = core.facts.get(change.fact)
    if placed is None:
        note = "A fact of your own; the core has none of this name."
        return State.FITS, note, None, change.value
    now = CoreText(f'fact "{change.fact}"', placed.value.value, placed.location)
    if placed.value.kind != change.kind:
        note = f"In the core it is of the kind {placed.value.kind}, in yours {change.kind}."
        return State.CONFLICT, note, now, change.value
    return (*_unless_same(now, change.value), now, change.value)


def _unless_same(now: CoreText, yours: str) -> tuple[State, str]:
    if now.text == yours:
        return State.OBSOLETE, "The core says the same now."
    return State.FITS, ""


def _lines(values: dict[str, str]) -> str:
    return "\n\n".join(f"{name}: {value}" for name, value in values.items())


def _contact_lines(contact: ContactFields) -> str:
    said = ("label", "purpose", "phone", "sms", "url", "email", "region", "hours", "cost")
    values = {name: getattr(contact, name) for name in (*said, "languages")}
    return _lines({name: value for name, value in values.items() if value})
