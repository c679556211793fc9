"""Changes of pages and steps: the places that they name may be gone from the core."""

from collections.abc import Iterator

from manualkit.adaptor.comparison import Comparison, State
from manualkit.model.block import Kind
from manualkit.model.change import (
    ModuleAddition,
    PageAddition,
    Reorder,
    Repeat,
    Retime,
    Spread,
    StructureChange,
)
from manualkit.model.finding import did_you_mean
from manualkit.model.project import Context, Core, Placed

_Name = tuple[str, str]
"""`page` or `step`, and its name."""


def compare_pages(core: Core, context: Context) -> Iterator[Comparison]:
    """Yield every change of pages and steps, with what the core no longer has."""
    own = _own_names(context)
    for change in context.structure:
        named = [name for name in named_places(change.value) if name not in own]
        yield _compared(core, context, change, [name for name in named if not _there(core, name)])


def named_places(change: StructureChange) -> Iterator[_Name]:
    """Yield the pages and steps that a change names and that must be there."""
    pages, steps = [], []
    if isinstance(change, PageAddition | ModuleAddition):
        pages = [change.after]
    elif isinstance(change, Reorder):
        pages = [*change.sessions, *([change.page] if change.page else [])]
        steps = change.steps
    elif isinstance(change, Retime):
        pages, steps = [change.page], list(change.minutes)
    elif isinstance(change, Spread):
        pages, steps = [change.page], [step for part in change.parts for step in part.steps]
    elif isinstance(change, Repeat):
        steps = [change.block, change.after]
    yield from (("page", page) for page in pages)
    yield from (("step", step) for step in steps)


def _own_names(context: Context) -> set[_Name]:
    """Return the pages and steps that the context and those it extends bring themselves."""
    names: set[_Name] = set()
    for one in (context, *context.parents):
        names |= {("step", block.id) for page in one.pages.values() for block in page.blocks}
        for change in one.structure:
            names |= {("page", path) for path in _new_pages(change.value)}
    return names


def _new_pages(change: StructureChange) -> list[str]:
    if isinstance(change, PageAddition):
        return [change.page]
    if isinstance(change, ModuleAddition):
        return [module.page for module in change.modules]
    if isinstance(change, Spread):
        return [part.page for part in change.parts]
    return []


def _there(core: Core, name: _Name) -> bool:
    kind, value = name
    return value in (_pages(core) if kind == "page" else _steps(core))


def _pages(core: Core) -> set[str]:
    listed = {path for section in core.manual.value.nav for path in section.pages}
    return {*core.pages, *listed}


def _steps(core: Core) -> set[str]:
    return {b.id for page in core.pages.values() for b in page.blocks if b.kind is Kind.STEP}


def _compared(
    core: Core, context: Context, change: Placed[StructureChange], gone: list[_Name]
) -> Comparison:
    notes = [_gone(core, name) for name in gone]
    record = change.value
    return Comparison(
        edition=context.adaptation.value.id,
        id=record.id,
        action=record.action,
        name="pages and steps",
        where=change.location,
        state=State.CONFLICT if gone else State.FITS,
        summary=record.summary,
        now=None,
        then=None,
        yours="",
        note=" ".join(notes),
    )


def _gone(core: Core, name: _Name) -> str:
    kind, value = name
    names = _pages(core) if kind == "page" else _steps(core)
    hint = did_you_mean(value, names, "It was removed or renamed.")
    return f'The core has no {kind} "{value}" any more. {hint}'
