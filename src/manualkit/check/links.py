"""Links between pages lead somewhere."""

from collections.abc import Collection, Iterator

from manualkit.model.block import Block
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.links import LINK, Signposts, outward
from manualkit.model.page import Page

_GENERATED = {"about", "contacts", "find", "kits", "training/course-plan", "words"}
_COMPETENCY = "checklists/competency"


def link_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each link to a page or block that does not exist."""
    paths, signposts = _paths(edition), Signposts(edition)
    for page, block in _texts(edition):
        for match in LINK.finditer(block.text):
            if not outward(match[1]):
                link = (match[1], _place(block, match.start(1)))
                led = signposts.destination(match[1], block, page)
                yield from _check(edition, link, led, paths)
    yield from _course_findings(edition, paths)


def _texts(edition: Edition) -> Iterator[tuple[Page, Block]]:
    """Yield every block with its page, and those that are written in one language alone."""
    for page in edition.pages.values():
        yield from ((page, block) for block in page.blocks)
    blocks = edition.blocks()
    for change in edition.local_texts:
        page, block = blocks[change.record.block]
        yield page, change.in_place_of(block)


def _place(block: Block, at: int) -> Location:
    """Return the place of a letter of a block's text in its file."""
    first = block.text_location
    line = first.line + block.text.count("\n", 0, at)
    return Location(first.file, line, at - block.text.rfind("\n", 0, at))


def _paths(edition: Edition) -> set[str]:
    """Return the paths of all pages, those that the toolkit makes included."""
    sheets = {f"checklists/{placed.value.id}" for placed in edition.checklists}
    # Listed is enough: a file that cannot be read has its own finding.
    sheets |= {path for section in edition.nav for path in section.pages if path == _COMPETENCY}
    return {*edition.pages, *_GENERATED, *sheets}


def _check(
    edition: Edition, link: tuple[str, Location], led: tuple[str, str], paths: Collection[str]
) -> Iterator[Finding]:
    """Check a link (its target and place) that leads to a path and an id there."""
    (target, where), (path, anchor) = link, led
    file = target.partition("#")[0]
    if file and (not file.endswith(".md") or path not in paths):
        hint = did_you_mean(path, paths, "Write the path from this page, with .md.")
        yield Finding("broken-link", where, f'The link "{target}" leads to no page.', hint)
    elif anchor and path in edition.pages:
        ids = [block.id for block in edition.pages[path].blocks]
        if anchor not in ids:
            hint = did_you_mean(anchor, ids, "Use the id of a block.")
            yield Finding("broken-link", where, f'There is no "{anchor}" on that page.', hint)


def _course_findings(edition: Edition, paths: Collection[str]) -> Iterator[Finding]:
    course = edition.course
    for number, day in enumerate(course.value.days):
        for index, part in enumerate(day.parts):
            for which, path in enumerate(part.pages):
                if path not in paths:
                    where = course.at("days", number, "parts", index, "pages", which)
                    hint = did_you_mean(path, paths, "Remove it.")
                    yield Finding("unknown-page", where, f'There is no page "{path}".', hint)
