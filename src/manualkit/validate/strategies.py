"""The steps that a strategy names are steps of sessions."""

from collections.abc import Iterator, Sequence

from manualkit.model.block import Kind
from manualkit.model.finding import Finding
from manualkit.model.page import Page
from manualkit.model.raw import RawPage
from manualkit.validate.names import Names

_ALL = "See the heads (##) of docs/group/ and docs/individual/."


def step_findings(raw: Sequence[RawPage], pages: Sequence[Page]) -> Iterator[Finding]:
    """Yield a finding for each name of a strategy's `steps` that is no step, or stands twice."""
    sources = {page.path: page.head.source for page in raw}
    sessions = [page for page in pages if page.head.kind == "session"]
    known = [b.id for page in sessions for b in page.blocks if b.kind is Kind.STEP]
    steps = Names("step", known, "No session has a step", _ALL)
    for page in pages:
        source = sources[page.path]
        if page.head.kind == "strategy":
            yield from steps.findings(page.head.steps, source, ("steps",))
        elif page.head.steps:
            message = f"A {page.head.kind} page has no `steps`; only a strategy names them."
            yield Finding("not-a-strategy", source.at("steps", 0), message, "Take them away.")
