"""The raw project → the project."""

from collections.abc import Iterator

from manualkit.model.finding import Finding
from manualkit.model.project import Project
from manualkit.model.raw import RawDocument, RawProject
from manualkit.validate.approvals import approval_findings
from manualkit.validate.context import validate_context
from manualkit.validate.core import validate_core
from manualkit.validate.extends import read_extends
from manualkit.validate.values import value_findings


def validate_project(raw: RawProject) -> tuple[Project | None, list[Finding]]:
    """Return the project, or None if the core cannot be used, and all findings of all files."""
    core, findings = validate_core(raw)
    if core is not None:
        findings += approval_findings(core.approvals, core.manual.value.languages)
    contexts = []
    for raw_context in raw.contexts:
        context, faults = validate_context(raw_context)
        findings += faults
        if context is not None:
            findings += approval_findings(context.approvals, context.adaptation.value.languages)
            contexts.append(context)
    unknown = {finding.location for finding in findings if finding.code == "unknown-key"}
    for document in _documents(raw):
        findings += value_findings(document, unknown)
    joined, faults = read_extends(contexts, [context.folder for context in raw.contexts], findings)
    findings += faults
    return (None if core is None else Project(core, joined)), findings


def _documents(raw: RawProject) -> Iterator[RawDocument]:
    """Yield every YAML text of the project, the heads of pages and changes included."""
    yield from raw.documents.values()
    yield from (page.head for page in raw.pages)
    for context in raw.contexts:
        yield from context.documents.values()
        yield from (change.head for change in context.changes)
        yield from (page.head for page in context.case_studies.values())
        yield from (page.head for page in context.pages.values())
