"""A session of the core as several shorter ones."""

import dataclasses as dc

from manualkit.adapt.record import Done, with_record
from manualkit.adapt.structure.contents import with_page, with_pages
from manualkit.adapt.structure.copies import copies, moved
from manualkit.adapt.structure.spread_faults import spread_faults
from manualkit.adapt.structure.steps import Steps, steps_of
from manualkit.model.change import Spread, SpreadPart
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding
from manualkit.model.page import Page
from manualkit.model.project import Context, Placed


def spread_sessions(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Spread sessions: every step stands in one part, the first part keeps the session's path."""
    findings: list[Finding] = []
    for entry in context.structure:
        if isinstance(entry.value, Spread):
            change = Placed(entry.value, entry.source, entry.key)
            faults = list(spread_faults(edition, change))
            findings += faults
            if not faults:
                edition = _spread(edition, change)
    return edition, findings


def _spread(edition: Edition, change: Placed[Spread]) -> Edition:
    page = edition.pages[change.value.page]
    steps = steps_of(page)
    parts = [_part(page, steps, change, number) for number in range(len(change.value.parts))]
    first, *others = parts
    done = Done(
        action="spread",
        target=page.path,
        where=change.location,
        before=f"{page.title}: {_titles(steps, list(steps.by_id))}",
        after="\n".join(_in_words(steps, part) for part in change.value.parts),
        pages=tuple(part.path for part in parts),
    )
    spread = with_pages(with_page(edition, first), others, page.path)
    return with_record(spread, change.value, done)


def _part(page: Page, steps: Steps, change: Placed[Spread], number: int) -> Page:
    """Return one part: the first has what stood before the steps, the others the locked of it."""
    part = change.value.parts[number]
    blocks = steps.blocks(part.steps)
    head = page.head.model_copy(
        update={"title": part.title, "summary": part.summary, "minutes": part.total}
    )
    where = change.at("parts", number)
    if number == 0:
        return dc.replace(page, head=head, blocks=(*steps.opening, *blocks), timed=where)
    locked = [block for block in steps.opening if block.locked]
    opening = copies(locked, change.value.id, page.path, mark=str(number + 1))
    return Page(
        path=part.page,
        head=head,
        blocks=(*opening, *moved(blocks, page.path)),
        location=where,
        change=change.value.id,
        part_of=page.path,
        timed=where,
    )


def _titles(steps: Steps, names: list[str]) -> str:
    return "; ".join(steps.by_id[name][0].title for name in names)


def _in_words(steps: Steps, part: SpreadPart) -> str:
    return f"{part.title} ({part.total} min): {_titles(steps, part.steps)}"
