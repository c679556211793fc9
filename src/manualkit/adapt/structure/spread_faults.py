"""What speaks against spreading a session as a change says."""

from collections.abc import Iterator

from manualkit.adapt.structure.contents import path_fault
from manualkit.adapt.structure.steps import holds_safety, safety_stays, steps_of, unknown_step
from manualkit.model.change import Spread
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.page import Page
from manualkit.model.project import Placed


def spread_faults(edition: Edition, change: Placed[Spread]) -> Iterator[Finding]:
    """Yield what speaks against it: an unknown session, a lost step, a path that is taken."""
    page = edition.pages.get(change.value.page)
    where = change.at("page")
    if page is None or page.head.kind != "session":
        sessions = [path for path, p in edition.pages.items() if p.head.kind == "session"]
        hint = did_you_mean(change.value.page, sessions, "Give the path of a session.")
        message = f'There is no session "{change.value.page}".'
        yield Finding("unknown-session", where, message, hint)
    elif holds_safety(page.blocks):
        yield safety_stays(page.path, where)
    elif page.alternatives:
        message = f'"{page.path}" is one of several sessions to choose from.'
        yield Finding("spread-choice", where, message, "Write the shorter sessions yourself.")
    else:
        yield from _paths(edition, change)
        yield from _steps(page, change)


def _paths(edition: Edition, change: Placed[Spread]) -> Iterator[Finding]:
    first, *others = [part.page for part in change.value.parts]
    if first != change.value.page:
        message = f'The first part stands at "{first}", not at the place of the session.'
        hint = f"Write `page: {change.value.page}`, so that links to the session still lead there."
        yield Finding("spread-first", change.at("parts", 0, "page"), message, hint)
    slugs: set[str] = set()
    for number, path in enumerate(others, 1):
        where = change.at("parts", number, "page")
        taken = path_fault(edition, path, where)
        slug = path.replace("/", "-")
        if taken is not None:
            yield taken
        elif slug in slugs:
            message, hint = f'Two parts have the path "{path}".', "Give one of them another path."
            yield Finding("page-taken", where, message, hint)
        slugs.add(slug)


def _steps(page: Page, change: Placed[Spread]) -> Iterator[Finding]:
    here = list(steps_of(page).by_id)
    seen: set[str] = set()
    for number, part in enumerate(change.value.parts):
        for index, name in enumerate(part.steps):
            where = change.at("parts", number, "steps", index)
            if name not in here:
                yield unknown_step(name, where, here)
            elif name in seen:
                message = f'The step "{name}" is in the parts twice.'
                hint = "Keep it in one part; `action: repeat` puts a copy into another."
                yield Finding("step-twice", where, message, hint)
            seen.add(name)
        known = [name for name in part.steps if name in here]
        if known != sorted(known, key=here.index) and len(set(known)) == len(known):
            where = change.at("parts", number, "steps")
            message = f"The steps of this part are not in the session's order: {', '.join(known)}."
            hint = "Put them in its order, or change that first (action: reorder)."
            yield Finding("step-order", where, message, hint)
    missing = [name for name in here if name not in seen]
    if missing:
        message = f"No part holds: {', '.join(missing)}."
        hint = "Put every step of the session into one part; none may be lost."
        yield Finding("step-missing", change.at("parts"), message, hint)
