"""Messages out to translators and reviewers, and back: XLIFF 1.2 and translation monitoring."""

from manualkit.catalogue.exchange.bring_in import bring_in
from manualkit.catalogue.exchange.decide import Decision, Outcome
from manualkit.catalogue.exchange.monitoring import to_monitoring
from manualkit.catalogue.exchange.monitoring_read import from_monitoring
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
    "Unit",
    "bring_in",
    "from_monitoring",
    "in_state",
    "messages_of_part",
    "read_xliff",
    "to_monitoring",
    "to_xliff",
    "units",
]
