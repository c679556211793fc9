"""The steps that a strategy names are steps of sessions."""

from collections.abc import Iterator, Sequence

from manualkit.model.block import Kind
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.page import Page
from manualkit.model.raw import RawPage

_ALL = "See the heads (##) of docs/group/ and docs/individual/."


def step_findings(raw: Sequence[RawPage], pages: Sequence[Page]) -> Iterator[Finding]:
    """Yield a finding for each name of a strategy's `steps` that is no step, or stands twice."""
    sources = {page.path: page.head.source for page in raw}
    sessions = [page for page in pages if page.head.kind == "session"]
    steps = [b.id for page in sessions for b in page.blocks if b.kind is Kind.STEP]
    for page in pages:
        named: set[str] = set()
        for index, step in enumerate(page.head.steps):
            where = sources[page.path].at("steps", index)
            if page.head.kind != "strategy":
                message = f"A {page.head.kind} page has no `steps`; only a strategy names them."
                yield Finding("not-a-strategy", where, message, "Take them away.")
                break
            if step not in steps:
                yield _unknown(step, steps, where)
            elif step in named:
                message = f'The step "{step}" stands here twice.'
                yield Finding("step-named-twice", where, message, "Keep one of them.")
            named.add(step)


def _unknown(step: str, steps: Sequence[str], where: Location) -> Finding:
    message = f'No session has a step "{step}".'
    return Finding("unknown-step", where, message, did_you_mean(step, steps, _ALL))
