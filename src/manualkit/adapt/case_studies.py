"""Tellings of case studies: in place of the same variant of the core, or beside it."""

import dataclasses as dc
from collections.abc import Iterator

from manualkit.adapt.record import Done, with_record
from manualkit.model.block import Kind
from manualkit.model.change import CaseStudyChange
from manualkit.model.digest import normalised
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.page import Page
from manualkit.model.project import Context, Placed


def add_case_studies(edition: Edition, context: Context) -> tuple[Edition, list[Finding]]:
    """Take in the context's tellings; each carries the same teaching points and pictures."""
    findings: list[Finding] = []
    for change, page in context.case_studies:
        tellings = edition.tellings(change.value.case_study)
        if not tellings:
            names = [p.head.case_study or "" for p in edition.pages.values() if p.head.case_study]
            hint = did_you_mean(change.value.case_study, names, "See docs/case-studies/.")
            message = f'There is no case study "{change.value.case_study}".'
            findings.append(Finding("unknown-case-study", change.at("case_study"), message, hint))
            continue
        faults = _differences(tellings[0], page, change)
        findings += faults
        if not faults:
            marked = tuple(dc.replace(b, change=change.value.id) for b in page.blocks)
            marked_page = dc.replace(page, blocks=marked, change=change.value.id)
            done = _done(edition, marked_page, change)
            edition = with_record(_place(edition, marked_page, change.value), change.value, done)
    return edition, findings


def _done(edition: Edition, page: Page, change: Placed[CaseStudyChange]) -> Done:
    tellings = edition.tellings(change.value.case_study)
    replaced = [t for t in tellings if t.head.variant == change.value.variant]
    return Done(
        action="case-study",
        target=f"{change.value.case_study}/{change.value.variant}",
        where=change.location,
        before="\n\n".join(_story(telling) for telling in replaced),
        after=_story(page),
    )


def _story(page: Page) -> str:
    """Return a telling as text: its title and its scenes."""
    return "\n\n".join([page.head.title, *(block.text for block in page.blocks)])


def _place(edition: Edition, page: Page, change: CaseStudyChange) -> Edition:
    """Put the telling in place of the same variant, or right behind the first telling."""
    tellings = edition.tellings(change.case_study)
    same = next((t.path for t in tellings if t.head.variant == change.variant), None)
    if same is not None:
        pages = {**edition.pages, same: dc.replace(page, path=same)}
        return dc.replace(edition, pages=pages)
    first, new = tellings[0].path, f"case-studies/{change.case_study}-{change.variant}"
    pages = {}
    for path, other in edition.pages.items():
        pages[path] = other
        if path == first:
            pages[new] = dc.replace(page, path=new)
    nav = tuple(
        section.model_copy(update={"pages": _behind(section.pages, first, new)})
        for section in edition.nav
    )
    return dc.replace(edition, pages=pages, nav=nav)


def _behind(paths: list[str], first: str, new: str) -> list[str]:
    at = paths.index(first) + 1 if first in paths else 0
    return [*paths[:at], new, *paths[at:]] if at else paths


def _differences(core: Page, page: Page, change: Placed[CaseStudyChange]) -> list[Finding]:
    """Compare teaching points and pictures, scene by scene, with the core's telling."""
    findings: list[Finding] = []
    head, wanted = page.head, change.value
    for key, found in (("case_study", head.case_study), ("variant", head.variant)):
        if found != getattr(wanted, key):
            message = f'The story says {key}: {found}, the change says "{getattr(wanted, key)}".'
            hint = "Make both the same."
            findings.append(Finding("story-differs", page.location, message, hint))
    if list(head.points) != list(core.head.points):
        message = (
            f"The teaching points are not those of the core's story: {', '.join(head.points)}; "
            f"the core has: {', '.join(core.head.points)}."
        )
        hint = "Keep every point, in the same order; tell it in your own scene."
        findings.append(Finding("teaching-points", page.location, message, hint))
    else:
        findings += _reworded(core, page)
    findings += _locks(page)
    mine, theirs = _scenes(page), _scenes(core)
    if mine != theirs:
        lost = [
            f"part {part}: {point} ({picture})"
            for part, point, picture in theirs
            if (part, point, picture) not in mine
        ]
        message = "The scenes do not carry the same parts, points and pictures as the core's."
        hint = f"Missing here: {'; '.join(lost)}." if lost else "Put them in the core's order."
        findings.append(Finding("scenes-differ", page.location, message, hint))
    return findings


def _reworded(core: Page, page: Page) -> Iterator[Finding]:
    for point, text in core.head.points.items():
        if normalised(page.head.points[point]) != normalised(text):
            message = f'The teaching point "{point}" has other words than in the core\'s story.'
            hint = f'Write "{normalised(text)}", and tell it in your own scene.'
            yield Finding("teaching-points", page.location, message, hint)


def _locks(page: Page) -> Iterator[Finding]:
    """Only the core locks blocks: nothing may look like it that is not."""
    for block in page.blocks:
        if block.locked:
            message = f'The block "{block.id}" of an adaptation is marked .{block.lock}.'
            hint = "Take the mark away; only blocks of the core manual are locked."
            yield Finding("lock-in-adaptation", block.location, message, hint)


def _scenes(page: Page) -> list[tuple[str, str, str]]:
    return [
        (
            block.options.get("part", ""),
            block.options.get("point", ""),
            block.options.get("picture", ""),
        )
        for block in page.blocks
        if block.kind is Kind.SCENE
    ]
