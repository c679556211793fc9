"""Rows beside the text that they speak of: pages that are gone, roles that do not suffice."""

from collections.abc import Collection, Iterator

from manualkit.approving.desk import Desk
from manualkit.model.approval import Approval
from manualkit.model.finding import Finding, Severity, did_you_mean
from manualkit.model.project import Placed


def row_findings(desk: Desk) -> Iterator[Finding]:
    """Yield a warning for each row whose pages are gone, or that cannot have its effect."""
    if desk.approvals is None:
        return
    pages = desk.edition_hashes.pages
    for number, row in enumerate(desk.rows):
        placed = Placed(row, desk.approvals.source, ("approvals", number))
        later = desk.rows[number + 1 :]
        yield from _gone_pages(placed, pages, later)
        yield from _same_role(placed, desk.rows[:number])


def _gone_pages(
    placed: Placed[Approval], pages: Collection[str], later: Collection[Approval]
) -> Iterator[Finding]:
    row = placed.value
    if row.decision == "withdrawn":
        return
    after = [other for other in later if (other.scope, other.language) == (row.scope, row.language)]
    for path in row.pages:
        overtaken = any(path in other.pages or not other.pages or other.front for other in after)
        if path not in pages and not overtaken:
            message = f'The row names the page "{path}", which this edition does not have.'
            hint = "If the page was taken out, approve the edition anew."
            where = placed.source.key_at(*placed.key, "pages", path)
            hint = did_you_mean(path, pages, hint)
            yield Finding("approval-page", where, message, hint, Severity.WARNING)


def _same_role(placed: Placed[Approval], before: Collection[Approval]) -> Iterator[Finding]:
    row = placed.value
    if (row.scope, row.decision) != ("safety", "approved"):
        return
    same = [
        other
        for other in before
        if (other.scope, other.language, other.decision, other.hash, other.role)
        == (row.scope, row.language, row.decision, row.hash, row.role)
    ]
    if same:
        message = f'The safety text in "{row.language}" is approved twice by the role "{row.role}".'
        hint = "It needs two people with different roles, one of them a clinician."
        yield Finding("approval-one-role", placed.at("role"), message, hint, Severity.WARNING)
