"""Promises that an edition must keep, one per file. A check reports and changes nothing."""

from manualkit.check.disclaimers import translation_findings
from manualkit.check.edition import check_edition
from manualkit.check.pictures import picture_findings
from manualkit.check.raster import raster_fault

__all__ = ["check_edition", "picture_findings", "raster_fault", "translation_findings"]
