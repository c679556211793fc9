"""What people approve: the texts of an edition as they stand now, its rows, and new rows."""

from manualkit.approving.claimed import claimed_findings
from manualkit.approving.decide import Overview, Wish, decide, overview, refusals
from manualkit.approving.desk import Desk, is_english, with_states
from manualkit.approving.gaps import gap_findings
from manualkit.approving.release import release_findings
from manualkit.approving.rows import row_findings
from manualkit.approving.status import StatusRow, status
from manualkit.approving.texts import is_own, with_texts
from manualkit.approving.words import folder_words

__all__ = [
    "Desk",
    "Overview",
    "StatusRow",
    "Wish",
    "claimed_findings",
    "decide",
    "folder_words",
    "gap_findings",
    "is_english",
    "is_own",
    "overview",
    "refusals",
    "release_findings",
    "row_findings",
    "status",
    "with_states",
    "with_texts",
]
