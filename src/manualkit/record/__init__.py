"""The adaptation record: every difference from the core, for those who review it."""

from manualkit.record.completeness import unrecorded
from manualkit.record.kit import SIDE_BY_SIDE, kit
from manualkit.record.rebuild import Rebuilt, rebuild
from manualkit.record.sheet import Sheet
from manualkit.record.source import Compared, Composed, Own, Pictures
from manualkit.record.workbook import sheets, to_tables

__all__ = [
    "SIDE_BY_SIDE",
    "Compared",
    "Composed",
    "Own",
    "Pictures",
    "Rebuilt",
    "Sheet",
    "kit",
    "rebuild",
    "sheets",
    "to_tables",
    "unrecorded",
]
