"""Adapt, compose and check: the real editions, and one whose changes grow from 10 to 1,000.

Where the seconds grow faster than the changes, something looks at everything for each of them.
"""

import dataclasses as dc
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from measure import Figure, tell, timed

from manualkit.adapt import adapt, core_edition, core_in_words
from manualkit.adapt.record import only
from manualkit.check import check_edition
from manualkit.compose import Composition, compose
from manualkit.model.block import Block, Kind
from manualkit.model.change import BlockChange
from manualkit.model.edition import Edition
from manualkit.model.finding import Location, errors
from manualkit.model.manual import NavSection
from manualkit.model.project import Context, Core, TextChange
from manualkit.model.raw import Source
from manualkit.pipeline import read_project
from manualkit.record import Compared, Composed, unrecorded
from manualkit.verify import Rendition, write_down
from manualkit.verify.one import page_files, verify_one

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates" / "pages"
TODAY = date(2026, 3, 1)
PAGES, NOTES = 100, 12
SIZES = (10, 100, 1_000)
HEAD = {
    "action": "replace",
    "summary": "Another example is told.",
    "reason": "It is how people live in this town.",
    "nature": ["tailoring"],
    "planned": "planned-proactive",
    "decided_by": ["plt"],
    "core_impact": "core-preserved",
}


def main() -> None:
    """Measure and tell."""
    project, findings = read_project(ROOT)
    if project is None:
        raise SystemExit("\n".join(map(str, findings)))
    figures = [figure for context in project.contexts for figure in _real(project.core, context)]
    tell("Real editions: adapt, compose, check", figures)
    figures = list(_verified())
    if figures:
        tell("Verify: the pages of a built site", figures)
    core = _larger(project.core)
    figures = []
    for size in SIZES:
        steps = list(_grown(core, project.contexts[0], size))
        smaller = figures[-len(steps) :] or steps
        pairs = zip(steps, smaller, strict=True)
        figures += [dc.replace(step, beside=other.seconds) for step, other in pairs]
    tell(f"Changes: {PAGES * NOTES:,} notes more, and so many changes", figures)


def _real(core: Core, context: Context) -> Iterator[Figure]:
    name = context.adaptation.value.id
    yield from _steps(f"{name}, {len(adapt(core, context)[0].changes)} changes", core, context)


def _grown(core: Core, context: Context, size: int) -> Iterator[Figure]:
    texts = tuple(_change(at) for at in range(size))
    alone = only(context, lambda _: False)
    grown = dc.replace(alone, texts=texts, parents=())
    yield from _steps(f"{size:,} changes", core, grown)


def _steps(name: str, core: Core, context: Context) -> Iterator[Figure]:
    """Yield what each step takes."""
    kept: list[Edition] = []

    def first() -> None:
        edition, findings = adapt(core, context)
        if errors(findings):
            raise SystemExit("\n".join(map(str, errors(findings))))
        kept[:] = [edition]

    yield Figure(f"{name}: adapt", timed(first, 2))
    edition = kept[0]
    made: list[Composition] = []
    yield Figure("  compose", timed(lambda: made.append(compose(edition, TEMPLATES)[0])))
    yield Figure("  check", timed(lambda: check_edition(edition, TODAY)))
    beside = [
        compose(each, TEMPLATES)[0] for each in (core_edition(core), core_in_words(core, edition))
    ]
    old, words, new = (Composed(each.manifest, each.pages) for each in (*beside, made[0]))
    compared = Compared(old, words, new, core_edition(core), edition)
    yield Figure("  trace each difference to a change", timed(lambda: unrecorded(compared)))


def _verified() -> Iterator[Figure]:
    """Yield what it takes to verify the English pages of each edition, where a site is built."""
    site = ROOT / "site"
    for each in write_down(ROOT).renditions if site.is_dir() else ():
        pages = frozenset(page_files(site / each.name)) if each.english else frozenset()
        if pages:
            yield Figure(f"{each.name}: {len(pages)} pages", timed(_verifier(site, each, pages)))


def _verifier(site: Path, rendition: Rendition, pages: frozenset[str]) -> Callable[[], object]:
    return lambda: verify_one(site, None, rendition, pages)


def _larger(core: Core) -> Core:
    """Return the core with many notes more, on pages of their own."""
    model = next(page for page in core.pages.values() if page.head.kind == "handout")
    pages = dict(core.pages)
    for number in range(PAGES):
        path = f"extra/page-{number}"
        where = Location(f"docs/{path}.md")
        head = model.head.model_copy(update={"title": f"Page {number}"})
        notes = tuple(
            Block(f"x{number}-{at}", Kind.NOTE, f"Note {at}: people walk to the well.", where)
            for at in range(NOTES)
        )
        pages[path] = dc.replace(model, path=path, head=head, blocks=notes)
    manual = core.manual.value
    section = NavSection(title="Extra", pages=[path for path in pages if path.startswith("extra/")])
    larger = manual.model_copy(update={"nav": [*manual.nav, section]})
    return dc.replace(core, pages=pages, manual=dc.replace(core.manual, value=larger))


def _change(at: int) -> TextChange:
    head = {**HEAD, "id": f"TOW-{at + 100}", "block": f"x{at // NOTES}-{at % NOTES}"}
    source = Source(f"adaptations/town/changes/TOW-{at + 100}.md")
    text = f"Note {at}: people take the bus."
    return TextChange(BlockChange.model_validate(head), text, source, 12)


if __name__ == "__main__":
    main()
