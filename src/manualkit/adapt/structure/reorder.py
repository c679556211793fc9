"""Another order: of sessions in the contents, of the steps in a session."""

import dataclasses as dc
from collections.abc import Iterator, Sequence

from manualkit.adapt.record import Done, with_record
from manualkit.adapt.structure.contents import listed, replaced, sessions_of, with_page
from manualkit.adapt.structure.steps import holds_safety, safety_stays, steps_of, unknown_step
from manualkit.model.change import Reorder
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.page import Page
from manualkit.model.project import Context, Placed


def reorder_sessions(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Let sessions take each other's places in the contents."""
    findings: list[Finding] = []
    for change in _reorders(context):
        new = change.value.sessions
        faults = list(_what(change))
        if new and not faults:
            faults += _session_faults(edition, change)
        findings += faults
        if new and not faults:
            old = sorted(new, key=listed(edition).index)
            moved = replaced(edition, dict(zip(old, new, strict=True)))
            parted = _parted(moved, change)
            findings += parted
            if not parted:
                edition = with_record(moved, change.value, _sessions_done(edition, moved, change))
    return edition, findings


def reorder_steps(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Put the steps of a session in another order; what stands before the first stays there."""
    findings: list[Finding] = []
    for change in _reorders(context):
        path = change.value.page
        if path is None or next(_what(change), None) is not None:
            continue
        page = edition.pages.get(path)
        faults = list(_step_faults(edition, page, change))
        findings += faults
        if page is not None and not faults:
            steps = steps_of(page)
            blocks = (*steps.opening, *steps.blocks(change.value.steps))
            moved = dc.replace(page, blocks=blocks)
            done = Done(
                "reorder", path, change.location, _titles(page), _titles(moved), pages=(path,)
            )
            edition = with_record(with_page(edition, moved), change.value, done)
    return edition, findings


def _order_faults(
    here: Sequence[str], wanted: Sequence[str], change: Placed[Reorder]
) -> Iterator[Finding]:
    """Yield what is wrong with a list of steps that must name each step of a page once."""
    for number, name in enumerate(wanted):
        where = change.at("steps", number)
        if name not in here:
            yield unknown_step(name, where, here)
        elif name in wanted[:number]:
            yield _twice("step", name, where)
    missing = [name for name in here if name not in wanted]
    if missing:
        message = f"The new order leaves out: {', '.join(missing)}."
        hint = "List every step (##) of the page; none may be lost."
        yield Finding("step-missing", change.at("steps"), message, hint)


def _twice(what: str, name: str, where: Location) -> Finding:
    return Finding(
        f"{what}-twice", where, f'The {what} "{name}" is listed twice.', "Keep one of them."
    )


def _reorders(context: Context) -> Iterator[Placed[Reorder]]:
    for change in context.structure:
        if isinstance(change.value, Reorder):
            yield Placed(change.value, change.source, change.key)


def _what(change: Placed[Reorder]) -> Iterator[Finding]:
    """Yield a finding unless the change says either sessions, or a page and its steps."""
    order = change.value
    if bool(order.sessions) == bool(order.page) or bool(order.page) != bool(order.steps):
        message = "It is not clear what gets another order."
        hint = "Write either `sessions:`, or `page:` and `steps:`."
        yield Finding("reorder-what", change.at("action"), message, hint)


def _session_faults(edition: Edition, change: Placed[Reorder]) -> Iterator[Finding]:
    names = change.value.sessions
    manuals = set()
    sessions = [p for path in listed(edition) if (p := edition.pages.get(path)) and _is_session(p)]
    for number, name in enumerate(names):
        where = change.at("sessions", number)
        page = edition.pages.get(name)
        if page is not None and holds_safety(page.blocks):
            yield safety_stays(name, where)
        elif page is None or page not in sessions:
            hint = did_you_mean(name, [p.path for p in sessions], "Give the path of a session.")
            yield Finding("unknown-session", where, f'There is no session "{name}".', hint)
        elif name in names[:number]:
            yield _twice("session", name, where)
        else:
            manuals.add(page.head.manual)
    if len(manuals) > 1:
        message = (
            f"The sessions belong to different manuals: {', '.join(sorted(map(str, manuals)))}."
        )
        yield Finding("other-manual", change.at("sessions"), message, "Reorder each on its own.")
    if len(names) == 1:
        message, hint = "One session has no order.", "List all sessions that change places."
        yield Finding("reorder-one", change.at("sessions"), message, hint)


def _is_session(page: Page) -> bool:
    return page.head.kind == "session"


def _parted(edition: Edition, change: Placed[Reorder]) -> list[Finding]:
    """Return a finding where sessions that one chooses between would stand apart."""
    places = {path: place for place, path in enumerate(listed(edition))}
    for page in edition.pages.values():
        found = [places[path] for path in page.alternatives]
        if found and max(found) - min(found) >= len(found):
            message = (
                f"This parts sessions that one chooses between: {', '.join(page.alternatives)}."
            )
            hint = "List all of them, one behind the other."
            return [Finding("choice-parted", change.at("sessions"), message, hint)]
    return []


def _sessions_done(edition: Edition, moved: Edition, change: Placed[Reorder]) -> Done:
    """Return the old and new order of a manual; sessions between those that moved show it too."""
    manual = edition.pages[change.value.sessions[0]].head.manual
    paths = [page.path for page in sessions_of(edition, manual)]
    sheets = [f"checklists/{s.value.id}" for s in edition.checklists if s.value.session in paths]
    return Done(
        action="reorder",
        target=f"sessions of the {manual} manual",
        where=change.location,
        before="\n".join(edition.pages[path].title for path in paths),
        after="\n".join(edition.pages[page.path].title for page in sessions_of(moved, manual)),
        pages=(*paths, *sheets),
    )


def _step_faults(edition: Edition, page: Page | None, change: Placed[Reorder]) -> Iterator[Finding]:
    where = change.at("page")
    if page is None:
        hint = did_you_mean(str(change.value.page), edition.pages, "Give the path of a session.")
        message = f'There is no page "{change.value.page}".'
        yield Finding("unknown-page", where, message, hint)
    elif holds_safety(page.blocks):
        yield safety_stays(page.path, where)
    elif not _is_session(page):
        message = f'"{page.path}" is no session.'
        yield Finding("unknown-session", where, message, "Only steps of sessions are reordered.")
    else:
        yield from _order_faults(list(steps_of(page).by_id), change.value.steps, change)


def _titles(page: Page) -> str:
    return "\n".join(blocks[0].title for blocks in steps_of(page).by_id.values())
