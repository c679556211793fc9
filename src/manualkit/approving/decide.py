"""A decision of a person → one more row, or the reasons why it cannot be written."""

import dataclasses as dc
from collections.abc import Iterable, Iterator
from datetime import date

from manualkit.approvals import Hashes, Standing, appended, rows_of
from manualkit.approvals.rows import UnknownShapeError
from manualkit.approving.desk import Desk
from manualkit.approving.gaps import gap_findings, safety_gap_findings
from manualkit.load.yaml_text import read_yaml
from manualkit.model.approval import Approval, ApprovalsFile, Decision, Scope, State, whole_hash
from manualkit.model.finding import Finding, InvalidProject, Location, errors
from manualkit.model.record import Role
from manualkit.store import write_if_changed
from manualkit.validate.schema import check_model
from manualkit.validate.values import value_findings

_UNSETTLED = frozenset({"stale-change", "fixme-left"})
"""Warnings of a check with which nothing can be approved."""


@dc.dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to write down."""

    scope: Scope
    language: str | None
    decision: Decision
    role: Role
    day: date
    reference: str = ""
    pages: tuple[str, ...] = ()
    """Empty: the whole."""


@dc.dataclass(frozen=True, slots=True)
class Overview:
    """What the row is about, to be looked at before it is written."""

    row: Approval
    state: State
    """Before the row."""
    changed: list[str]
    """Pages that have changed since they were approved."""
    new: list[str]
    """Pages that nobody has approved, or asked to, as they are; where others have been."""


def overview(desk: Desk, wish: Wish) -> Overview:
    """Return what a wish is about: its row as it would be written, and what is new in it."""
    now = _now(desk, wish)
    pages = {path: value for path, value in now.pages.items() if path in (wish.pages or now.pages)}
    whole = wish.scope != "safety" and not wish.pages
    front = now.front if whole else None
    row = Approval(
        scope=wish.scope,
        language=wish.language,
        decision=wish.decision,
        hash=now.whole if wish.scope == "safety" else whole_hash(front, pages),
        role=wish.role,
        date=wish.day,
        reference=wish.reference,
        front=front or None,
        # A withdrawal without pages takes everything back, also pages that are gone.
        pages={} if whole and wish.decision == "withdrawn" else _fit(pages),
    )
    before = _standing(desk, wish)
    known = bool(rows_of(desk.rows, wish.scope, wish.language))
    new = [path for path in pages if before.pages.get(path) is State.DRAFT]
    changed = [path for path in before.changed if path in pages]
    return Overview(row, before.whole, changed, new if known else [])


def _fit(pages: dict[str, str]) -> dict[str, str]:
    """Leave out pages without a hash (only a withdrawal gets as far as here with them)."""
    return {path: value or "0" * 12 for path, value in pages.items()}


def _now(desk: Desk, wish: Wish) -> Hashes:
    if wish.scope == "edition":
        return desk.edition_hashes
    code = wish.language or ""
    return desk.safety_hashes(code) if wish.scope == "safety" else desk.translation_hashes(code)


def _standing(desk: Desk, wish: Wish) -> Standing:
    if wish.scope == "edition":
        return desk.english
    code = wish.language or ""
    return Standing(desk.safety(code)) if wish.scope == "safety" else desk.translation(code)


def refusals(desk: Desk, wish: Wish, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the reasons why a wish cannot be fulfilled. What was given can always be taken back."""
    if wish.decision == "withdrawn":
        return
    yield from (_unsettled(found) for found in findings if _concerns(desk, found))
    if wish.scope == "translation":
        yield from gap_findings(desk, wish.language or "", wish.pages)
    if wish.scope == "safety":
        yield from safety_gap_findings(desk, wish.language or "")
        yield from _same_role(desk, wish)


def _concerns(desk: Desk, finding: Finding) -> bool:
    """Whether a warning stands in the edition's own files, or in those that it stands on."""
    folders = [f"adaptations/{name}/" for name in (desk.id, *_extends(desk))]
    return finding.code in _UNSETTLED and finding.location.file.startswith(("docs/", *folders))


def _extends(desk: Desk) -> list[str]:
    return list(desk.composition.manifest.edition.extends)


def _unsettled(finding: Finding) -> Finding:
    hint = f"{finding.hint} Nothing can be approved before that."
    return Finding(finding.code, finding.location, finding.message, hint)


def _same_role(desk: Desk, wish: Wish) -> Iterator[Finding]:
    if wish.decision != "approved":
        return
    now = desk.safety_hashes(wish.language or "").whole
    for row in rows_of(desk.rows, "safety", wish.language):
        if (row.decision, row.role, row.hash) == ("approved", wish.role, now):
            message = (
                f'The role "{wish.role}" has approved this safety text already, on {row.date}.'
            )
            hint = "It needs two people with different roles, one of them a clinician."
            yield Finding("approve-same-role", Location(desk.file), message, hint)
            return


def decide(desk: Desk, row: Approval) -> None:
    """Write a row at the end of the edition's file, in one move; all else stays as it is.

    Raises:
        InvalidProject: the file has a form that no row can be added to, or the reference holds
            what no text may hold.
    """
    path = desk.root / desk.file
    content = path.read_bytes() if path.is_file() else b""
    windows = b"\r\n" in content
    text = content.decode("utf-8-sig").replace("\r\n", "\n")
    schema = "../" * desk.file.count("/") + "schemas/approvals.json"
    try:
        written = appended(text, row, schema)
    except UnknownShapeError:
        written = ""
    document, _ = read_yaml(written, desk.file)
    value, _ = check_model(document, ApprovalsFile)
    if value is None or value.approvals != [*desk.rows, row]:
        message = "A row cannot be added to this file as it is written."
        hint = "Write the list `approvals:` with one hyphen for each row, and try again."
        raise InvalidProject([Finding("approvals-form", Location(desk.file), message, hint)])
    if found := errors(value_findings(document, ())):
        raise InvalidProject(found)
    ending = "\r\n" if windows else "\n"
    write_if_changed(path, written.replace("\n", ending).encode())
