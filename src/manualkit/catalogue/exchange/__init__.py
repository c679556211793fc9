"""Messages out to translators and reviewers, and back: XLIFF 1.2 and translation monitoring.

The two modules of monitoring sheets are imported where they are used: openpyxl takes its time.
"""

from manualkit.catalogue.exchange.bring_in import bring_in
from manualkit.catalogue.exchange.decide import Decision, Outcome
from manualkit.catalogue.exchange.returned import Returned
from manualkit.catalogue.exchange.selection import (
    PARTS,
    SAFETY_PART,
    STATES,
    in_state,
    messages_of_part,
)
from manualkit.catalogue.exchange.units import Unit, units
from manualkit.catalogue.exchange.xliff import to_xliff
from manualkit.catalogue.exchange.xliff_read import read_xliff

__all__ = [
    "PARTS",
    "SAFETY_PART",
    "STATES",
    "Decision",
    "Outcome",
    "Returned",
    "Unit",
    "bring_in",
    "in_state",
    "messages_of_part",
    "read_xliff",
    "to_xliff",
    "units",
]
