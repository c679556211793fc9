"""What people approve: the texts of an edition as they stand now, its rows, and new rows."""

from manualkit.approving.claimed import claimed_findings
from manualkit.approving.decide import Overview, Wish, decide, overview, refusals
from manualkit.approving.desk import Desk, is_english, with_states
from manualkit.approving.drafted import Draft, draft_notes, stamped, write_notes
from manualkit.approving.gaps import gap_findings
from manualkit.approving.notes import (
    being_written,
    changed_pages,
    gone_pages,
    last_release,
    no_version,
    note_findings,
    notes_file,
)
from manualkit.approving.release import release_findings
from manualkit.approving.rows import row_findings
from manualkit.approving.status import StatusRow, status
from manualkit.approving.texts import is_own, with_texts
from manualkit.approving.words import folder_words

__all__ = [
    "Desk",
    "Draft",
    "Overview",
    "StatusRow",
    "Wish",
    "being_written",
    "changed_pages",
    "claimed_findings",
    "decide",
    "draft_notes",
    "folder_words",
    "gap_findings",
    "gone_pages",
    "is_english",
    "is_own",
    "last_release",
    "no_version",
    "note_findings",
    "notes_file",
    "overview",
    "refusals",
    "release_findings",
    "row_findings",
    "stamped",
    "status",
    "with_states",
    "with_texts",
    "write_notes",
]
