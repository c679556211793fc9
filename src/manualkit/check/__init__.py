"""Promises that an edition must keep, one per file. A check reports and changes nothing."""

from manualkit.check.edition import check_edition
from manualkit.check.pictures import picture_findings

__all__ = ["check_edition", "picture_findings"]
