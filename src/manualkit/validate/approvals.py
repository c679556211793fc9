"""Rows of `approvals.yml`: whether they say enough, and agree with themselves."""

from collections.abc import Collection, Iterator

from manualkit.model.approval import Approval, ApprovalsFile, whole_hash
from manualkit.model.finding import Finding, did_you_mean
from manualkit.model.project import Placed


def approval_findings(
    file: Placed[ApprovalsFile] | None, languages: Collection[str]
) -> Iterator[Finding]:
    """Yield a finding for each row that no state can be read from."""
    for number, row in enumerate(file.value.approvals if file else ()):
        assert file is not None  # noqa: S101  (there is a row)
        placed = Placed(row, file.source, ("approvals", number))
        yield from _language(placed, languages)
        yield from _reference(placed)
        yield from _coverage(placed)


def _language(placed: Placed[Approval], languages: Collection[str]) -> Iterator[Finding]:
    row, others = placed.value, [code for code in languages if code != "en"]
    known = f"Languages: {', '.join(others) or 'none but English'}."
    if row.scope == "edition" and row.language is not None:
        message = f'The scope "edition" is the English text, but the row says "{row.language}".'
        hint = "Delete the line `language:`, or write `scope: translation`."
        yield Finding("approval-language", placed.at("language"), message, hint)
    elif row.scope != "edition" and row.language is None:
        message = f'The scope "{row.scope}" needs a language.'
        yield Finding("approval-language", placed.location, message, f"Add `language:`. {known}")
    elif row.language is not None and row.language not in others:
        message = f'"{row.language}" is not a language that this edition is translated into.'
        hint = did_you_mean(row.language, others, known)
        yield Finding("approval-language", placed.at("language"), message, hint)


def _reference(placed: Placed[Approval]) -> Iterator[Finding]:
    if placed.value.decision == "approved" and not placed.value.reference.strip():
        message = "The row says that the text is approved, but not where that is written down."
        hint = "Add `reference:` with the minutes, the letter or the ticket."
        yield Finding("approval-reference", placed.location, message, hint)


def _coverage(placed: Placed[Approval]) -> Iterator[Finding]:
    row = placed.value
    if row.decision == "withdrawn" or row.scope == "safety":
        return
    if not row.pages:
        message = "The row does not say which pages it covers."
        hint = "Delete the row and let `manualkit approve` write it anew."
        yield Finding("approval-pages", placed.location, message, hint)
    elif row.hash != whole_hash(row.front, row.pages):
        message = f'The hash "{row.hash}" does not belong to the pages of this row.'
        hint = "Somebody changed the row by hand. Delete it, read the text, and approve it anew."
        yield Finding("approval-hash", placed.at("hash"), message, hint)
